-- Return codes that are found without a number: the slow hash of a code under the office's pepper, its
-- first half to find the row, its second half to compare. Older codes stay in return_code.
CREATE TABLE keyed_return_code (
  code_id TEXT PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES visit (visit_id),
  lookup_key BLOB NOT NULL,
  check_hash BLOB NOT NULL,
  cancelled INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX keyed_return_code_by_key ON keyed_return_code (lookup_key);
CREATE INDEX keyed_return_code_by_visit ON keyed_return_code (visit_id);
