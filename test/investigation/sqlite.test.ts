import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe } from "vitest";
import type { Investigation } from "../../src/investigation/investigation.ts";
import { openInvestigation } from "../../src/investigation/store.ts";
import { behaves } from "./behaviour.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe("kept in SQLite", () => {
  let tick = 0;
  const now = () => new Date(Date.UTC(2031, 4, 12) + 1000 * tick++).toISOString();
  behaves({
    open: async () => {
      const folder = mkdtempSync(join(tmpdir(), "hearsay-"));
      folders.push(folder);
      return openInvestigation(join(folder, "investigation.hearsay"), { create: true, now });
    },
    again: async (inv: Investigation) => {
      await inv.close();
      return openInvestigation(inv.name, { now });
    },
  });
});
