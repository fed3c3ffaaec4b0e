const list = (words: string) => new Set(words.trim().split(/\s+/));

/** Abbreviations (without their stop, lower case) that keep it and are followed by a name or number: never a sentence end. */
export const BEFORE_NAME = list(`
  mr mrs ms messrs mme mlle dr prof rev fr sr hon st ft mt gov lt col gen sgt cpl pvt capt cmdr cdr maj adm brig pres rep reps
  sen sens supt det insp atty dist asst assoc amb min sec secy treas vs v viz cf fig figs vol pp ed eds al ref refs eq
  vice-adm rear-adm ald cllr pfc msgr ven approx attn arr arrv dept univ e.g i.e
`);

/** Abbreviations (without their stop, lower case) that keep it and may end a sentence. */
export const ABBREVIATIONS = list(`
  inc corp co ltd llc l.l.c plc bros jr etc jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ave blvd rd hwy pkwy sq div est ext tel misc intl natl govt dept assn ph.d ph ala ariz ark calif colo conn del fla ga ill ind kan ky la md
  mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo a.m p.m a.k.a d.c u.s u.n u.k e.u
`);

/** Abbreviations that keep their stop only before a number or a single letter ("No. 4", "p. 12"). */
export const BEFORE_NUMBER = list("no nos p pp art sec para pt ch vol fig nr op");

/** Word beginnings that stay joined to what follows their hyphen, as UD English writes them. */
export const PREFIXES = list(`
  e non co pre re anti post mid semi multi mini sub un over super socio pro ex micro macro inter intra extra ultra uh neo quasi counter
  trans pseudo psycho bi tri meta mega hyper under dis mis de auto bio geo electro photo tele proto para arch vice afro euro
`);

/** Words that, with a capital after an abbreviation's stop, begin a sentence. */
export const STARTERS = list(`
  the a an he she it they we you this that these those there his her its their our my but and or so yet in on at for from with by as if
  when while after before since although though because however meanwhile what who where why how is was are were no not some many most
`);
