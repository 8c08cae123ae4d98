-- Papers that were asked for with a visit: one row for each sheet, until it is printed or dropped.
CREATE TABLE requested_paper (
  paper_id TEXT PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES visit (visit_id),
  form TEXT NOT NULL,
  sheet TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'printed', 'dropped')),
  changed_on TEXT,
  obstacle TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX requested_paper_by_visit ON requested_paper (visit_id);
CREATE INDEX requested_paper_waiting ON requested_paper (asked_on) WHERE state = 'asked';
