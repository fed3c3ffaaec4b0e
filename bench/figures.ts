/** What a bench measured: more is better. */
export type Figures = Record<string, number>;

/** Measures one area; null when the corpora it needs are not there. */
export type Bench = (corpora: string, options: readonly string[]) => Figures | null | Promise<Figures>;
