/** Verbs and nouns of thinking, wanting and feeling: states with no moment of saying of their own. */
export const ATTITUDES: ReadonlySet<string> = new Set(
  "think thinks thought thinking believe believes believed belief hope hopes hoped hoping want wants wanted wish wishes wished fear fears feared expect expects expected know knows knew feel feels felt intend intends intended plan plans planned concern concerned concerns worry worries worried consider considers considered seek seeks sought suspect suspects suspected understand understands agree agrees support supports oppose opposes opposed favor favors opinion view views consensus doubt doubts certain sure confident interested convinced".split(
    " ",
  ),
);
