import { Command } from "commander";
import { HearsayError } from "../errors.ts";
import { diff, diffText } from "../format/diff.ts";
import { inert } from "../format/inert.ts";
import { cite } from "../format/log/cite.ts";
import { isWithheld } from "../format/log/withheld.ts";
import { type Fingerprint, openHearsay } from "../hearsay.ts";
import { author, type Kept, now, onInvestigation, within } from "./investigation.ts";
import { say } from "./say.ts";

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `hearsay reports`: what is kept. */
export const reportsCommand = (): Command =>
  onInvestigation(new Command("reports"))
    .summary("list the kept reports")
    .description("Lists the kept reports with outlet, dates and counts, and why a report is unread.")
    .action((options: Kept) =>
      within(options, async (inv) => {
        for await (const r of inv.reports())
          print(
            inert(
              [
                `${r.id.padEnd(6)} ${r.title ?? "(no title)"}`,
                r.outlet,
                r.published ? `published ${r.published.slice(0, 10)}` : null,
                r.unread ? `kept, not read: ${r.unread}` : `${r.statements} statements`,
                r.versions > 1 ? `version ${r.version}` : null,
                r.confidential ? "CONFIDENTIAL" : null,
                r.url,
              ]
                .filter((part) => part !== null)
                .join(" · "),
            ),
          );
      }),
    );

/** `hearsay versions ID`: how a report changed. */
export const versionsCommand = (): Command =>
  onInvestigation(new Command("versions"))
    .summary("show the versions of a report and what changed")
    .description(
      "Lists the versions of a report; --diff shows what changed between the last two, or two that are named.",
    )
    .argument("<id>", "a report, as R12")
    .argument("[from]", "the older version")
    .argument("[to]", "the newer version")
    .option("-d, --diff", "show what changed, word by word: [-went-]{+came+}")
    .action((id: string, from: string | undefined, to: string | undefined, options: Kept & { diff?: boolean }) =>
      within(options, async (inv) => {
        const versions = await inv.versions(id);
        if (!options.diff) {
          for (const v of versions)
            print(
              `version ${v.version}  kept ${v.added.slice(0, 19).replace("T", " ")} by ${inert(v.addedBy)}  ${v.length} bytes  sha256 ${v.sha256}`,
            );
          return;
        }
        const last = versions[versions.length - 1]!.version;
        const [older, newer] = [Number(from ?? Math.max(1, last - 1)), Number(to ?? last)];
        const text = async (version: number) => (await inv.report(id, version)).report.text;
        const changes = diff(await text(older), await text(newer));
        for (const line of diffText(changes).split("\n")) print(inert(line));
      }),
    );

/** `hearsay cite ID`: a line to paste. */
export const citeCommand = (): Command =>
  onInvestigation(new Command("cite"))
    .summary("print a statement as a line to paste")
    .description("Prints words, speaker, role, dates, outlet, address and archive of a statement in one line.")
    .argument("<id...>", "statements, as R12.3")
    .option("--with-withheld", "confidential ones and those under embargo too")
    .action((ids: readonly string[], options: Kept & { withWithheld?: boolean }) =>
      within(options, async (inv) => {
        for (const id of ids) {
          const row = await inv.row(id);
          if (isWithheld(row, now()) && !options.withWithheld)
            throw new HearsayError(
              "row-withheld",
              `${row.id} is confidential or under embargo.`,
              "Print it all the same with --with-withheld.",
            );
          print(cite(row));
        }
      }),
    );

/** `hearsay history ID`: who changed what, when and why. */
export const historyCommand = (): Command =>
  onInvestigation(new Command("history"))
    .summary("show who changed what, when and why")
    .description("Shows every entry on a statement or report, oldest first.")
    .argument("<id>", "a statement or report")
    .action((id: string, options: Kept) =>
      within(options, async (inv) => {
        for (const e of await inv.history(id)) {
          const said = Object.entries(e.fields).map(([field, value]) => `${field}: ${JSON.stringify(value)}`);
          const more = [e.status, ...said, ...(e.note ? [`note: ${e.note}`] : []), ...(e.why ? [`why: ${e.why}`] : [])];
          print(inert(`${e.id.padEnd(5)} ${e.at.slice(0, 19).replace("T", " ")}  ${e.by}  ${more.join(" · ")}`));
        }
      }),
    );

/** `hearsay remove ID`: purges for good. */
export const removeCommand = (): Command =>
  onInvestigation(new Command("remove"), true)
    .summary("purge a report, or the entries on a statement")
    .description(
      "Purges a report with all versions, statements and entries (R12), or the entries on a statement (R12.3). It cannot be undone; the log keeps a commitment, so that `verify` still passes.",
    )
    .argument("<id>", "a report or statement")
    .option("-y, --yes", "do it: this cannot be undone")
    .action((id: string, options: Kept & { yes?: boolean }) => {
      if (!options.yes)
        throw new HearsayError(
          "remove-unconfirmed",
          `${id} would be gone for good, with what people wrote on it.`,
          "Say --yes to do it.",
        );
      return within(options, async (inv) => {
        const gone = await inv.remove(id, author(options));
        print(
          `${gone.report ?? id} removed: ${gone.entries} entries purged, ${gone.lines} lines of the log emptied; their commitments stay.`,
        );
        if (!gone.purged)
          say(
            "Another program has the investigation open, or the disk is full: old pages go from the disk when the last program closes it.",
          );
      });
    });

/** `hearsay verify`: recomputes everything. */
export const verifyCommand = (): Command =>
  onInvestigation(new Command("verify"), true)
    .summary("check that nothing was changed behind the log's back")
    .description(
      "Recomputes the log's chain, every hash and every row, names the first break, and prints the fingerprint.",
    )
    .option("--fingerprint <fingerprint>", "one that you kept: the log must still lead through it", fingerprint)
    .option("--timestamp <address>", "take a time-stamp (RFC 3161) over the fingerprint from this server")
    .option("--allow-private", "let that server be on a private network")
    .action((options: Kept & { fingerprint?: Fingerprint; timestamp?: string; allowPrivate?: boolean }) =>
      within(options, async (inv) => {
        if (options.timestamp)
          await openHearsay().stamp(inv, options.timestamp, author(options), options.allowPrivate ?? false);
        const result = await inv.verify(options.fingerprint);
        print(result.ok ? "Everything holds." : `It does not hold: ${result.broken}.`);
        print(
          `${result.reports} reports, ${result.entries} entries, ${result.removed} removals, ${result.stamps.length} time-stamps`,
        );
        for (const s of result.stamps) print(`time-stamp ${s.time} by ${s.authority} over ${s.lines}-${s.hash}`);
        print(`fingerprint ${result.fingerprint.lines}-${result.fingerprint.hash}`);
        if (!result.ok) process.exitCode = 1;
      }),
    );

/** "128-9f3a…": how many lines, and the hash of the last. */
function fingerprint(value: string): Fingerprint {
  const m = /^(\d{1,12})-([0-9a-f]{64})$/i.exec(value.trim());
  if (!m)
    throw new HearsayError(
      "fingerprint-malformed",
      "That is no fingerprint.",
      "It looks like 128-9f3a… with 64 digits, as `hearsay verify` prints it.",
    );
  return { lines: Number(m[1]), hash: m[2]!.toLowerCase() };
}

/** `hearsay merge` and `hearsay split`: who is who across reports. */
export const peopleCommands = (): Command[] => [
  onInvestigation(new Command("people"))
    .summary("list everybody across reports")
    .description("Lists everybody who is named across reports, with their other names and how often they speak.")
    .action((options: Kept) =>
      within(options, async (inv) => {
        for (const p of await inv.people())
          print(
            inert(
              `${p.id.padEnd(5)} ${p.name}${p.aliases.length > 0 ? ` (${p.aliases.join(", ")})` : ""} · ${p.kind} · ${p.statements} statements in ${p.reports} reports${p.merged.length > 0 ? ` · merged from ${p.merged.join(", ")}` : ""}`,
            ),
          );
      }),
    ),
  onInvestigation(new Command("merge"), true)
    .summary("say that two persons are one")
    .description("Says that two persons are one; `hearsay undo D…` takes it back.")
    .argument("<from>", "the person who goes, as P4")
    .argument("<into>", "the person who stays, as P2")
    .action((from: string, into: string, options: Kept) =>
      within(options, async (inv) => {
        const d = await inv.merge(from, into, author(options));
        print(`${d.id}: ${d.from} is ${d.into}`);
      }),
    ),
  onInvestigation(new Command("split"), true)
    .summary("take a name out of a person")
    .description("Takes a name out of a person: those called so become another; `hearsay undo D…` takes it back.")
    .argument("<person>", "as P2")
    .argument("<name>", "the name to take out")
    .action((person: string, name: string, options: Kept) =>
      within(options, async (inv) => {
        const d = await inv.split(person, name, author(options));
        print(`${d.id}: ${d.alias} is now ${d.into}`);
      }),
    ),
];
