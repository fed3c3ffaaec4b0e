/** A short text of our own and the statement that must be found in it: source, cue and content, parts joined by " … ". */
export interface Case {
  readonly text: string;
  readonly source: string;
  readonly cue: string;
  readonly content: string;
  readonly mode: "direct" | "indirect" | "mixed";
}

export const CASES: readonly Case[] = [
  {
    text: "“We will rebuild the bridge before winter,” Mayor Tessa Orlan said on Tuesday.",
    source: "Mayor Tessa Orlan",
    cue: "said",
    content: "“We will rebuild the bridge before winter,”",
    mode: "direct",
  },
  {
    text: "The ministry said that the road to Varrow would stay closed until Friday.",
    source: "The ministry",
    cue: "said",
    content: "that the road to Varrow would stay closed until Friday",
    mode: "indirect",
  },
  {
    text: "According to the harbour office, four ships left Osmar overnight.",
    source: "the harbour office",
    cue: "According to",
    content: "four ships left Osmar overnight",
    mode: "indirect",
  },
  {
    text: "The talks, Premier Dov Halle said, “have not even begun.”",
    source: "Premier Dov Halle",
    cue: "said",
    content: "The talks … “have not even begun.”",
    mode: "mixed",
  },
  {
    text: "“I was not there,” she said. “Ask the guards.”",
    source: "she",
    cue: "said",
    content: "“I was not there,” … “Ask the guards.”",
    mode: "direct",
  },
  {
    text: "Officials in Quellin denied that any shells had fallen on the school.",
    source: "Officials in Quellin",
    cue: "denied",
    content: "that any shells had fallen on the school",
    mode: "indirect",
  },
  {
    text: "General Ivo Marsh warned that the truce could collapse within days.",
    source: "General Ivo Marsh",
    cue: "warned",
    content: "that the truce could collapse within days",
    mode: "indirect",
  },
  {
    text: "The union's leader, Petra Lund, told reporters the strike would go on.",
    source: "The union's leader, Petra Lund",
    cue: "told",
    content: "the strike would go on",
    mode: "indirect",
  },
  {
    text: "A survey published on Monday found that most islanders oppose the dam.",
    source: "A survey",
    cue: "found",
    content: "that most islanders oppose the dam",
    mode: "indirect",
  },
  {
    text: '"The water is safe to drink," the agency wrote in a letter to residents.',
    source: "the agency",
    cue: "wrote",
    content: '"The water is safe to drink,"',
    mode: "direct",
  },
  {
    text: "Both sides accused each other of shelling the crossing.",
    source: "Both sides",
    cue: "accused",
    content: "each other of shelling the crossing",
    mode: "indirect",
  },
  {
    text: "Police believe the fire was set on purpose.",
    source: "Police",
    cue: "believe",
    content: "the fire was set on purpose",
    mode: "indirect",
  },
];
