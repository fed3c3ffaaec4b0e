import { join } from "node:path";
import { expect, test } from "vitest";
import { keptReadings } from "../../src/hearsay/kept.ts";
import { openInvestigation } from "../../src/investigation/store.ts";
import type { Reading } from "../../src/model/reading.ts";
import { folder } from "../folder.ts";
import { SELLA, sella } from "./made.ts";

const BY = { by: "ona", why: "heard it" };

test("kept readings are as people left them, under the investigation's IDs", async () => {
  const inv = await openInvestigation(join(folder({ x: "" }), "i.hearsay"), { create: true });
  await inv.add({ ...sella(), original: null, key: "a" }, BY);
  await inv.add({ ...sella({ title: "b" }), original: null, key: "b" }, BY);
  const read = async (withWithheld = false): Promise<Reading[]> => {
    const all: Reading[] = [];
    for await (const one of keptReadings(inv, { now: "2031-06-01T00:00:00Z", withWithheld })) all.push(one);
    return all;
  };
  const [untouched] = await read();
  const machine = sella().reading;
  expect(untouched!.statements).toEqual(machine.statements.map((s, i) => ({ ...s, id: `R1.${i + 1}` })));
  expect(untouched!.disputes).toMatchObject([{ a: "R1.3", b: "R1.4" }]);

  await inv.change(
    "R1.1",
    { fields: { speakers: ["Kir Vane"], act: "promises", said: "2031-05-09", event: ["2031-05"] } },
    BY,
  );
  await inv.change("R1.4", { status: "rejected" }, BY);
  await inv.change("R1.2", { confidential: true }, BY);
  const at = SELLA.indexOf("40 houses");
  await inv.addStatement("R1", [{ start: at, end: at + 9 }], { fields: { speakers: ["Ona Brill"] } }, BY);
  await inv.change("R2", { confidential: true }, BY);
  const [left, ...rest] = await read();
  expect(rest).toEqual([]);
  expect(left!.statements.map((s) => s.id)).toEqual(["R1.1", "R1.3", "R1.5", "R1.6"]);
  const [first, , , added] = left!.statements;
  const name = (id: string) => left!.parties.find((p) => p.id === id)!.name;
  expect(first).toMatchObject({
    act: "promises",
    said: { edtf: "2031-05-09", rule: "person" },
    cue: machine.statements[0]!.cue,
  });
  expect(name(first!.speakers[0]!)).toBe("Kir Vane");
  expect(left!.times[first!.about[0]!]).toMatchObject({ edtf: "2031-05" });
  expect(added).toMatchObject({ content: [{ text: "40 houses" }], speakers: ["p1"] });
  expect(left!.disputes).toEqual([]);
  expect((await read(true)).map((r) => r.statements.length)).toEqual([5, 5]);
  await inv.close();
});
