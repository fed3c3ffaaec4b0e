import type { LogRow } from "../model/row.ts";

/** Every word of the interface, once. */
export const WORDS = {
  app: "Hearsay",
  views: {
    log: "Claim log",
    reports: "Reports",
    timeline: "Timeline",
    disputes: "Disputes",
    requests: "Requests",
    people: "People",
    numbers: "Numbers",
    media: "Media check",
  },
  columns: {
    id: "ID",
    saidBy: "Said by",
    act: "Kind",
    words: "Exact words",
    saidTo: "Said to",
    about: "About",
    disputed: "Disputed by",
    event: "Event date",
    said: "Statement date",
    published: "Publication date",
    outlet: "Outlet",
    status: "Status",
    notes: "Notes",
    confidence: "Confidence",
  },
  status: {
    unchecked: "Unchecked",
    checked: "Checked",
    corrected: "Corrected",
    added: "Added",
    rejected: "Rejected",
  },
  dispute: {
    "mutual-accusation": "Each accuses the other",
    denial: "One denies what the other says",
    undercut: "One takes the ground from the other",
    incompatible: "Both cannot hold",
    numbers: "The numbers differ",
  } as Readonly<Record<string, string>>,
  empty: {
    log: ["No statements yet", "Drop reports here, or paste a text, and their statements stand here within seconds."],
    none: ["Nothing matches", "Take a filter off, or look for other words."],
    reports: ["No reports yet", "Drop files anywhere on this page: text, HTML, PDF, Word, JSONL, feeds, subtitles."],
    timeline: ["No dates yet", "Statements with an event, statement or publication date stand here."],
    disputes: ["No disputes", "Where one statement stands against another, both stand here side by side."],
    requests: ["No requests", "Statements by which somebody asks or orders something stand here."],
    people: ["Nobody yet", "Everybody who speaks or is spoken of stands here once reports are read."],
    numbers: ["No numbers", "Statements that hold numbers stand here with what is counted."],
    media: [
      "No media files yet",
      "When a photo, video, sound or PDF is added, its file’s clocks stand here beside the date it is said to show.",
    ],
    statements: ["No statement found", "Nothing here is read as somebody’s statement. Select words to add one."],
  },
} as const;

/** Who is said to speak, or the honest word that nobody is known. */
export const whoSaid = (row: LogRow): string => row.saidBy.map((p) => p.name).join("; ") || row.source || "Not known";

/** The kind as people read it. */
export const kindOf = (row: LogRow): string => (row.act ? (row.negated ? `not: ${row.act}` : row.act) : "");
