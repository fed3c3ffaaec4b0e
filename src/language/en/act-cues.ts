import type { Act } from "../../model/statement.ts";

/** Words that attribute, by what is mostly done with them. A beginning, not a verdict: the content is heard too. */
export const ACT_CUES: Partial<Record<Act, string>> = {
  says: `say tell state add note report remark comment mention explain describe observe recall reply respond answer write post tweet argue contend maintain insist assert claim affirm confirm acknowledge admit concede disclose reveal indicate point emphasize emphasise stress underline underscore reiterate repeat relate recount testify inform brief quip joke continue conclude show find cite quote attribute read according statement remarks interview account message tell speak talk discuss address clarify elaborate put give hint signal suggest imply notify certify verify record document tweet release detail list outline summarize declare proclaim pronounce preach boast brag gush whisper shout yell mutter confide volunteer stipulate posit hold reason counter retort interject rejoin interrupt opine narrate confess characterise characterize classify compare refer term dub teach convey communicate`,
  denies: `deny reject refute rebut dispute disavow disclaim dismiss repudiate contradict contest gainsay negate denial rejection rebuttal debunk deflect downplay`,
  accuses: `accuse allege blame charge accusation allegation indict impeach implicate incriminate denounce-as complain complaint fault slander arraign finger sue prosecute`,
  asks: `ask request appeal urge demand beg plead implore call petition seek press lobby entreat beseech invite propose proposal recommend recommendation advise advocate encourage exhort counsel suggest-that push require solicit pray plea bid call-on call-for chant challenge-to coax pressure persuade`,
  orders: `order instruct command direct mandate decree forbid prohibit ban bar compel require oblige enjoin summon subpoena rule-that tell-to authorize authorise prescribe dictate ordain ordered injunction directive`,
  promises: `promise pledge vow swear guarantee commit undertake assure commitment oath offer reassure pledge ensure`,
  warns: `warn caution threaten alert warning threat admonish forewarn menace`,
  estimates: `estimate predict forecast project calculate expect reckon anticipate foresee put-at prediction projection assess gauge value count extrapolate`,
  announces: `announce unveil declare proclaim decide rule resolve introduce launch vote approve adopt announcement decision ruling resign endorse-as withdraw cancel sign agree plan confirm-that designate name appoint nominate award grant issue lift pass ratify uphold overturn convict acquit sentence cut correct`,
  questions: `question wonder query ask-if ask-whether doubt inquire enquire quiz grill interrogate ask-why`,
  thinks: `think believe hope fear feel want wish intend plan expect worry doubt know consider suppose assume suspect regard understand realize realise imagine dream desire prefer trust guess presume see view deem judge learn decide contemplate concern confident certain convinced sure afraid aware hopeful optimistic pessimistic worried concerned eager opinion belief view hope fear feeling desire mull weigh sense speculate hesitate aim seek agree disagree love hate enjoy anger surprise shock disappoint frustrate annoy alarm willing reluctant ready wary skeptical sceptical`,
  judges: `praise criticize criticise condemn denounce laud hail welcome blast slam attack mock ridicule deride applaud commend defend deplore decry rebuke chide chastise lambaste lash scold rip rap assail bash berate endorse endorsement support oppose opposition back call brand label call-as admire thank congratulate apologize apologise regret lament bemoan object favor favour approve-of disapprove criticism praise condemnation censure disparage insult fire-back castigate vilify scorn compliment credit extol honor honour salute cheer jeer boo fume gripe protest belittle dismiss-as respect express-concern outrage question-motives tout trash complain-about slur besmirch excoriate skewer hit knock malign`,
};

const list = (text: string): readonly string[] => text.split(/\s+/);

/** Words in a content that point to an act whatever the verb is. */
export const SIGN_WORDS: Readonly<Record<string, readonly string[]>> = {
  blame: list(
    "guilty responsible blame fault crime criminal illegal illegally fraud corrupt corruption bribe steal lie lying liar murder kill attack violate violation torture genocide conspiracy plot cover-up abuse rape assault harass shelling shell bomb sabotage rig tamper falsify fabricate conceal hide cheat destroy invade provoke incite mislead deceive betray discriminate",
  ),
  praise: list(
    "great good excellent wonderful fantastic brilliant best proud hero heroic impressive remarkable outstanding beautiful courage courageous success successful right honest important perfect amazing brave grateful thank thanks welcome admire love positive tremendous strong",
  ),
  scorn: list(
    "bad terrible horrible awful worst wrong shame shameful disgrace disgraceful stupid crazy ridiculous absurd outrageous unacceptable irresponsible dangerous reckless weak failure disaster disastrous incompetent pathetic sad unfair disappointing nonsense joke mistake racist hypocrisy hypocrite cynical cowardly disgusting embarrassing foolish immoral unfit phony insult shameless",
  ),
  danger: list(
    "danger risk threat catastrophe disaster consequence war collapse harm worse deadly hazard unless otherwise crisis damage escalate jeopardy",
  ),
  plan: list("will plan decide intend launch begin start announce resign withdraw sign join run hold open close"),
  guess: list(
    "about roughly approximately around estimate likely probably expect percent million billion chance odds average forecast",
  ),
  duty: list("must should need ought have let please stop join vote call end"),
  feeling: list("hope fear believe think feel want worry wish expect doubt"),
  denying: list(
    "no not never none nothing nobody untrue false lie nonsense baseless unfounded groundless without deny neither wrong fake fabricated",
  ),
};
