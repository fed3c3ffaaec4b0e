/** Words that take a side when they name somebody: what one report calls "rebels" another calls an army. */
export const LABEL_WORDS: ReadonlySet<string> = new Set(
  "self-declared self-proclaimed self-styled so-called rebel rebels separatist separatists militant militants terrorist terrorists regime junta breakaway puppet puppets insurgent insurgents extremist extremists radical radicals hardline hard-line hardliner strongman dictator tyrant usurper warlord occupier occupiers invader invaders aggressor aggressors liberator liberators mercenary mercenaries nationalist nationalists fascist fascists nazi nazis neo-nazi neo-nazis thug thugs gang bandits criminals traitor traitors collaborator collaborators loyalist loyalists pro-government anti-government pro-russian pro-western far-right far-left ultranationalist jihadist jihadists islamist islamists fundamentalist fundamentalists guerrilla guerrillas freedom-fighter martyr martyrs clique cabal illegitimate unrecognised unrecognized renegade rogue authoritarian populist embattled disgraced notorious controversial".split(
    " ",
  ),
);
/** Verbs that give somebody a name. */
export const NAMING_VERB_WORDS: ReadonlySet<string> = new Set(
  "call brand label dub term describe denounce name characterise characterize declare".split(" "),
);
