-- What blind tags of imported visits are to be made from, locked, until the worker has time.
-- Rows come and go like drafts: the key of a batch lies outside this file and outside backups.
CREATE TABLE tag_queue (
  batch_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  owner TEXT NOT NULL,
  visits INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_queue_by_owner ON tag_queue (owner);
