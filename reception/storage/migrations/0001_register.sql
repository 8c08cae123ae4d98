-- The register: people of the office, vaults, visits, petitions, papers, seals, prints and the log.
CREATE TABLE office (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
  user_id TEXT NOT NULL,
  generation INTEGER NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  role TEXT NOT NULL,
  rights TEXT NOT NULL,
  box_key BLOB NOT NULL,
  sign_key BLOB NOT NULL,
  active INTEGER NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (user_id, generation)
) STRICT, WITHOUT ROWID;

CREATE TABLE vault (
  name TEXT NOT NULL,
  generation INTEGER NOT NULL,
  public_key BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (name, generation)
) STRICT, WITHOUT ROWID;

CREATE TABLE vault_grant (
  name TEXT NOT NULL,
  generation INTEGER NOT NULL,
  holder TEXT NOT NULL,
  sealed_private BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (name, generation, holder),
  FOREIGN KEY (name, generation) REFERENCES vault (name, generation)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit (
  visit_id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  received_on TEXT NOT NULL,
  received_at TEXT,
  mode TEXT NOT NULL,
  body TEXT NOT NULL,
  kind TEXT NOT NULL,
  series TEXT NOT NULL,
  code_year INTEGER NOT NULL,
  code_number INTEGER NOT NULL,
  capacity TEXT NOT NULL,
  people INTEGER NOT NULL CHECK (people >= 1),
  same_content INTEGER NOT NULL CHECK (same_content >= 1),
  representatives INTEGER NOT NULL,
  appointment INTEGER NOT NULL,
  interpreter TEXT NOT NULL,
  counted_once INTEGER NOT NULL,
  protection INTEGER NOT NULL,
  read_back INTEGER NOT NULL,
  thumb_print INTEGER NOT NULL,
  officer TEXT NOT NULL,
  progress TEXT NOT NULL,
  due_on TEXT,
  voided INTEGER NOT NULL DEFAULT 0,
  import_digest BLOB,
  result TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  CHECK (visit_id = year * 1000000 + number),
  CHECK (kind <> 'denunciation' OR received_at IS NULL)
) STRICT;
CREATE INDEX visit_by_day ON visit (received_on, visit_id);
CREATE INDEX visit_by_kind ON visit (kind, visit_id);
CREATE INDEX visit_by_progress ON visit (progress, visit_id);
CREATE INDEX visit_by_due ON visit (due_on, visit_id) WHERE due_on IS NOT NULL;
CREATE INDEX visit_by_code ON visit (series, code_year, code_number);
CREATE INDEX visit_by_import ON visit (import_digest) WHERE import_digest IS NOT NULL;

CREATE TABLE petition (
  visit_id INTEGER NOT NULL REFERENCES visit (visit_id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  field TEXT NOT NULL,
  field_note TEXT NOT NULL,
  respondent TEXT NOT NULL,
  place TEXT NOT NULL,
  summary TEXT NOT NULL,
  request TEXT NOT NULL,
  settled_by TEXT NOT NULL,
  settled_round INTEGER NOT NULL,
  form TEXT NOT NULL,
  outcome TEXT NOT NULL,
  competence TEXT NOT NULL,
  handled_by TEXT NOT NULL,
  document_number TEXT NOT NULL,
  refusal_ground TEXT NOT NULL,
  explanation TEXT NOT NULL,
  PRIMARY KEY (visit_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE deadline (
  visit_id INTEGER NOT NULL REFERENCES visit (visit_id),
  position INTEGER NOT NULL,
  term TEXT NOT NULL,
  article TEXT NOT NULL,
  days INTEGER NOT NULL,
  started_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  closed_on TEXT,
  PRIMARY KEY (visit_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper (
  visit_id INTEGER NOT NULL REFERENCES visit (visit_id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  pages INTEGER NOT NULL CHECK (pages >= 1),
  state TEXT NOT NULL,
  PRIMARY KEY (visit_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  visit_id INTEGER NOT NULL REFERENCES visit (visit_id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  pages INTEGER NOT NULL,
  sealed INTEGER NOT NULL,
  content BLOB,
  PRIMARY KEY (visit_id, position),
  CHECK (sealed = 1 OR content IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed_value (
  value_id TEXT PRIMARY KEY,
  owner_table TEXT NOT NULL,
  owner_row TEXT NOT NULL,
  version INTEGER NOT NULL,
  field_group TEXT NOT NULL,
  body BLOB NOT NULL,
  UNIQUE (owner_table, owner_row, field_group, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed_box (
  value_id TEXT NOT NULL REFERENCES sealed_value (value_id),
  vault TEXT NOT NULL,
  generation INTEGER NOT NULL,
  box BLOB NOT NULL,
  PRIMARY KEY (value_id, vault, generation)
) STRICT, WITHOUT ROWID;

CREATE TABLE blind_tag (
  visit_id INTEGER NOT NULL REFERENCES visit (visit_id),
  kind TEXT NOT NULL,
  tag BLOB NOT NULL,
  PRIMARY KEY (visit_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX blind_tag_by_tag ON blind_tag (tag, visit_id);

CREATE TABLE receipt (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  visit_id INTEGER NOT NULL REFERENCES visit (visit_id),
  PRIMARY KEY (series, year, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_by_visit ON receipt (visit_id);

CREATE TABLE return_code (
  code_id TEXT PRIMARY KEY,
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  visit_id INTEGER NOT NULL REFERENCES visit (visit_id),
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  cancelled INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX return_code_by_number ON return_code (year, number);

CREATE TABLE print (
  label TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  number INTEGER,
  form TEXT NOT NULL,
  subject TEXT NOT NULL,
  printed_on TEXT NOT NULL,
  printed_by TEXT NOT NULL,
  pages INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX print_by_number ON print (year, number);

CREATE TABLE announced_day (
  day TEXT NOT NULL,
  mode TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (day, mode, body)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_file (
  digest BLOB PRIMARY KEY,
  imported_on TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  rows INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  draft_id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  actor_key INTEGER NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  facts TEXT NOT NULL,
  previous BLOB NOT NULL,
  digest BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;

CREATE TABLE log_row (
  record TEXT NOT NULL,
  key TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES log (seq),
  digest BLOB NOT NULL,
  PRIMARY KEY (seq, record, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX log_row_by_record ON log_row (record, key, seq);

-- Against mistakes, not against one who has the key: that is what the chain is for.
CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN SELECT raise(ABORT, 'log is append-only'); END;
CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN SELECT raise(ABORT, 'log is append-only'); END;
CREATE TRIGGER log_row_no_update BEFORE UPDATE ON log_row BEGIN SELECT raise(ABORT, 'log is append-only'); END;
CREATE TRIGGER log_row_no_delete BEFORE DELETE ON log_row BEGIN SELECT raise(ABORT, 'log is append-only'); END;
CREATE TRIGGER visit_no_delete BEFORE DELETE ON visit BEGIN SELECT raise(ABORT, 'visits are voided, never deleted'); END;
CREATE TRIGGER seal_no_update BEFORE UPDATE ON sealed_value BEGIN SELECT raise(ABORT, 'a correction is a new version'); END;

CREATE VIRTUAL TABLE visit_search USING fts5(
  folded, exact, tokenize = 'unicode61 remove_diacritics 0', detail = full
);
INSERT INTO visit_search (visit_search, rank) VALUES ('secure-delete', 1);
