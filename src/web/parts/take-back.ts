import { client } from "../client.ts";
import { failed, refresh, toast } from "../state.ts";

/** Takes an edited sheet back and says what became of it. */
export async function takeBack(file: File): Promise<void> {
  try {
    const { rows } = await client.takeBack(file);
    const refused = rows.filter((r) => r.what === "refused");
    const done = rows.length - refused.length;
    const first = refused[0];
    toast(`${done} taken back${first ? `; ${refused.length} not, line ${first.line}: ${first.why}` : ""}`, {
      bad: refused.length > 0,
    });
  } catch (error) {
    failed(error);
  }
  refresh();
}
