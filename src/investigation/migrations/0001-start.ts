/** Reports, versions, readings, rows, entries, people and the log. */
export const START = `
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  salt TEXT,
  body TEXT,
  commitment TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX log_subject ON log (subject);

CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY,
  length INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  version INTEGER NOT NULL,
  outlet TEXT,
  published_from TEXT,
  published_to TEXT,
  unread TEXT,
  next INTEGER NOT NULL DEFAULT 1,
  archived TEXT,
  notes TEXT,
  confidential INTEGER NOT NULL DEFAULT 0,
  embargo TEXT
) STRICT;
CREATE INDEX report_text ON report (text);

CREATE TABLE version (
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  version INTEGER NOT NULL,
  text TEXT NOT NULL REFERENCES blob,
  encoding TEXT NOT NULL,
  original TEXT REFERENCES blob,
  meta TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (report, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX version_text ON version (text);
CREATE INDEX version_original ON version (original);

CREATE TABLE reading (
  report INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
  version INTEGER NOT NULL,
  engine TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE numbered (
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  n INTEGER NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (report, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  n INTEGER,
  head INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX entry_of ON entry (report, n, head);

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  root INTEGER NOT NULL
) STRICT;
CREATE INDEX person_root ON person (root);

CREATE TABLE name (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  last TEXT,
  shown TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person
) STRICT;
CREATE INDEX name_person ON name (person);
CREATE INDEX name_last ON name (last);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  body TEXT NOT NULL,
  undone TEXT
) STRICT;

CREATE TABLE row (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
  n INTEGER NOT NULL,
  place INTEGER NOT NULL,
  status TEXT NOT NULL,
  act TEXT,
  confidence REAL,
  orphaned INTEGER NOT NULL,
  said_from TEXT,
  said_to TEXT,
  UNIQUE (report, n)
) STRICT;
CREATE INDEX row_place ON row (report, place, n);
CREATE INDEX row_said ON row (said_from, said_to);
CREATE INDEX row_status ON row (status);

CREATE TABLE row_text (
  id INTEGER PRIMARY KEY REFERENCES row ON DELETE CASCADE,
  words TEXT NOT NULL,
  who TEXT NOT NULL,
  notes TEXT,
  detail TEXT NOT NULL
) STRICT;

CREATE TABLE row_event (
  row INTEGER NOT NULL REFERENCES row ON DELETE CASCADE,
  at_from TEXT,
  at_to TEXT
) STRICT;
CREATE INDEX row_event_row ON row_event (row);
CREATE INDEX row_event_at ON row_event (at_from, at_to, row);

CREATE TABLE row_name (
  name INTEGER NOT NULL REFERENCES name,
  part TEXT NOT NULL,
  row INTEGER NOT NULL REFERENCES row ON DELETE CASCADE,
  PRIMARY KEY (name, part, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX row_name_row ON row_name (row);

CREATE TABLE stamp (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES log,
  hash TEXT NOT NULL,
  time TEXT NOT NULL,
  authority TEXT NOT NULL,
  response BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE row_words USING fts5 (
  words, who, notes,
  content = 'row_text', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2',
  prefix = '2 3'
);
INSERT INTO row_words (row_words, rank) VALUES ('secure-delete', 1);
`;
