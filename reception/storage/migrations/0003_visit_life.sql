-- A visit's life after its sealing: corrected, voided, entered late, answered, reclassified.
CREATE TABLE visit_event (
  visit_id INTEGER NOT NULL REFERENCES visit (visit_id),
  position INTEGER NOT NULL,
  act TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  officer TEXT NOT NULL,
  ground TEXT NOT NULL,
  reason TEXT NOT NULL,
  facts TEXT NOT NULL,
  checked INTEGER NOT NULL,
  PRIMARY KEY (visit_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_event_by_act ON visit_event (act, visit_id);

-- What stood in a place before a correction; without content when it lies in the seal.
CREATE TABLE old_text (
  visit_id INTEGER NOT NULL REFERENCES visit (visit_id),
  event INTEGER NOT NULL,
  place TEXT NOT NULL,
  content TEXT,
  sealed_version INTEGER,
  PRIMARY KEY (visit_id, event, place),
  CHECK ((content IS NULL) = (sealed_version IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE late_entry (
  visit_id INTEGER PRIMARY KEY REFERENCES visit (visit_id),
  entered_on TEXT NOT NULL,
  source TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE answer (
  visit_id INTEGER PRIMARY KEY REFERENCES visit (visit_id),
  answered_on TEXT NOT NULL,
  way TEXT NOT NULL,
  document_number TEXT NOT NULL
) STRICT;

-- With what a visit's rows are mixed before the log keeps their digests. It is drawn anew when a
-- text or a kind is taken back, so that nobody can try out what stood there before.
CREATE TABLE visit_salt (
  visit_id INTEGER PRIMARY KEY REFERENCES visit (visit_id),
  salt BLOB NOT NULL
) STRICT;

-- The last code given in each series, so that a code that a visit lost is never given again.
CREATE TABLE code_last (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;
INSERT INTO code_last SELECT series, code_year, max(code_number) FROM visit GROUP BY series, code_year;
