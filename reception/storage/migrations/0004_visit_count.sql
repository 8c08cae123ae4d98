-- How many visits a day has of each kind and way of handling, so that the filters of the register
-- can say their numbers without a walk over all visits. Nothing stays of a number that fell to 0.
CREATE TABLE visit_count (
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  progress TEXT NOT NULL,
  visits INTEGER NOT NULL,
  PRIMARY KEY (day, kind, progress)
) STRICT, WITHOUT ROWID;
INSERT INTO visit_count SELECT received_on, kind, progress, count(*) FROM visit GROUP BY 1, 2, 3;

CREATE TRIGGER visit_counted AFTER INSERT ON visit BEGIN
  INSERT INTO visit_count VALUES (new.received_on, new.kind, new.progress, 1)
    ON CONFLICT (day, kind, progress) DO UPDATE SET visits = visits + 1;
END;
CREATE TRIGGER visit_recounted AFTER UPDATE OF received_on, kind, progress ON visit BEGIN
  UPDATE visit_count SET visits = visits - 1
    WHERE day = old.received_on AND kind = old.kind AND progress = old.progress;
  DELETE FROM visit_count
    WHERE day = old.received_on AND kind = old.kind AND progress = old.progress AND visits = 0;
  INSERT INTO visit_count VALUES (new.received_on, new.kind, new.progress, 1)
    ON CONFLICT (day, kind, progress) DO UPDATE SET visits = visits + 1;
END;
CREATE INDEX visit_by_due_choice ON visit (due_on, kind, progress, received_on, voided)
  WHERE due_on IS NOT NULL;
