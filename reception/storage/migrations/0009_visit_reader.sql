-- One denunciation handed to one officer to read, by somebody who may read all of them.
CREATE TABLE visit_reader (
  visit_id INTEGER PRIMARY KEY REFERENCES visit (visit_id),
  user_id TEXT NOT NULL,
  given_by TEXT NOT NULL,
  given_on TEXT NOT NULL
) STRICT;
CREATE INDEX visit_reader_by_user ON visit_reader (user_id);
