import type { StatementId } from "./statement.ts";

/** Two statements that stand against each other, and the rule that joined them; never who is right. */
export interface Dispute {
  readonly id: string;
  readonly kind: "mutual-accusation" | "denial" | "undercut" | "incompatible" | "numbers";
  readonly a: StatementId;
  readonly b: StatementId | null;
  readonly rule: string;
}
