/** The labels of the role tagger. */
export const ROLES = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"] as const;

/** An inside label follows its own beginning or inside; label 0 stands before the first token. */
export function mayFollow(from: number, to: number): boolean {
  return to === 0 || to % 2 === 1 || from === to || from === to - 1;
}
