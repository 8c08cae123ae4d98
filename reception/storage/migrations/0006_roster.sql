-- Which keys and rows are the newest: statements that the office root has signed, one after another.
-- One that no root has signed is deleted when the head confirms the rows.
CREATE TABLE roster (
  number INTEGER PRIMARY KEY,
  statement TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;
CREATE TRIGGER roster_no_update BEFORE UPDATE ON roster BEGIN SELECT raise(ABORT, 'the roster is append-only'); END;

-- The roster that was in force for an entry; 0 in entries of earlier versions of the program.
ALTER TABLE log ADD COLUMN roster INTEGER NOT NULL DEFAULT 0;
CREATE INDEX log_by_roster ON log (roster);

-- With what a row is mixed before the log keeps its digest; drawn anew whenever the row is written,
-- so that nobody can try out which number an older entry gave. Empty: written by an earlier version.
ALTER TABLE code_last ADD COLUMN salt BLOB NOT NULL DEFAULT x'';
