-- Somebody without the right asks to see an ordinary reporter; the head answers from the list.
-- What is asked for in words lies in a box for the vault "desk": nobody at the desk can compare
-- it with the name it may hold. What the answer opens lies in reveal_grant, in a box for a key
-- that was made for this one request and never lies in the register.
CREATE TABLE reveal_request (
  request_id TEXT PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES visit (visit_id),
  asker TEXT NOT NULL,
  asker_key INTEGER NOT NULL,
  asked_at TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  parts TEXT NOT NULL,
  granted TEXT NOT NULL DEFAULT '',
  words BLOB NOT NULL,
  generation INTEGER NOT NULL,
  box_key BLOB NOT NULL,
  signature BLOB NOT NULL,
  state TEXT NOT NULL,
  decided_by TEXT NOT NULL DEFAULT '',
  decided_at TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  grant_digest BLOB NOT NULL DEFAULT x''
) STRICT, WITHOUT ROWID;
CREATE INDEX reveal_request_by_state ON reveal_request (state, asked_at);

CREATE TABLE reveal_grant (
  request_id TEXT PRIMARY KEY REFERENCES reveal_request (request_id),
  box BLOB NOT NULL
) STRICT, WITHOUT ROWID;
