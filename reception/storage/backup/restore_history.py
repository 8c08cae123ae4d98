"""What the log says of a backup that was put back: by whom, from when, and what it cost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reception.domain.audit import Act
from reception.domain.log_checkpoint import LogCheckpoint
from reception.storage.audit.log_verification import Verifier
from reception.storage.database import Database
from reception.storage.staff.signed_members import Office, signing_keys
from reception.storage.unit_of_work import UnitOfWork

# The entry is named by a row of the office, so that no unlock walks the whole log for it.
NOTED = "restored"
_LAST = (
    "SELECT l.seq, l.at, l.actor, l.facts FROM office o JOIN log l ON l.seq = CAST(o.value AS "
    "INTEGER) WHERE o.key = ? AND l.act = ?"
)
_OPENED_SINCE = "SELECT 1 FROM log WHERE act = ? AND actor = ? AND seq > ? LIMIT 1"


def log_restored(work: UnitOfWork, name: str, facts: dict[str, object]) -> None:
    """Log that the backup ``name`` was put back, and note which entry says so."""
    row = work.database.one("SELECT max(seq) FROM log")
    seq = int(row[0] or 0) + 1 if row else 1
    work.put("office", {"key": NOTED, "value": str(seq)})
    work.log(Act.RESTORED, name, **facts)


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup was put back and this person has not opened the office since."""

    name: str  # account name of the one who did it
    at: datetime
    made_at: datetime
    beyond: int | None  # entries the machine had seen beyond it; None: it knew of none

    @property
    def code(self) -> str:
        """Return the code of the sentence that tells it."""
        if self.beyond is None:
            return "restored.elsewhere"
        return "restored.older" if self.beyond else "restored.same"

    def facts(self) -> dict[str, object]:
        """Return what the sentence is filled with."""
        facts = {"name": self.name, "at": self.at, "made": self.made_at}
        return {**facts, "beyond": self.beyond or 0}


def restored_since(database: Database, user_id: str, names: Mapping[str, str]) -> Restored | None:
    """Return the last putting back, when this person has not opened the office since."""
    row = database.one(_LAST, (NOTED, Act.RESTORED.value))
    if row is None or database.one(_OPENED_SINCE, (Act.OPENED.value, user_id, row["seq"])):
        return None
    facts = json.loads(row["facts"])
    seen = facts.get("seen")
    return Restored(
        names.get(row["actor"], row["actor"]),
        datetime.fromisoformat(row["at"]),
        datetime.fromisoformat(facts["made_at"]),
        int(facts.get("beyond", 0)) if seen else None,
    )


def restore_explains(database: Database, office: Office, outside: LogCheckpoint) -> bool:
    """Tell whether a signed putting back names exactly the end that was remembered outside.

    Then the log is shorter than the machine remembers because somebody put a backup back and
    said so, not because its end was cut off.
    """
    row = database.one(_LAST, (NOTED, Act.RESTORED.value))
    if row is None or json.loads(row["facts"]).get("seen") != seen_as(outside):
        return False
    return Verifier(database, signing_keys(database, office)).signed(int(row["seq"]))


def seen_as(anchor: LogCheckpoint) -> list[object]:
    """Return an end of the log as an entry keeps it."""
    return [anchor.seq, anchor.digest.hex()]
