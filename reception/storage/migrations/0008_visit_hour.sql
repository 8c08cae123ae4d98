-- The hour at which an ordinary visit was received, for the lists of that day. The first unlock of a
-- later day deletes the row; from then on the hour is in the sealed part of the visit only. The
-- digest in the log covers the salt, which goes with the row: nobody can try out which hour it was.
-- Visits of earlier versions keep theirs in visit.received_at, which no list shows any more.
CREATE TABLE visit_hour (
  visit_id INTEGER PRIMARY KEY REFERENCES visit (visit_id),
  received_at TEXT NOT NULL,
  salt BLOB NOT NULL
) STRICT;
