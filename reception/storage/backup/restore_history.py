"""Restores as recorded in the log: by whom, from when, and how many entries were lost."""

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

# Key in the table office of the entry number, so that an unlock need not search the log.
RESTORE_ENTRY_KEY = "restored"
_LAST = (
    "SELECT l.seq, l.at, l.actor, l.facts FROM office o JOIN log l ON l.seq = CAST(o.value AS "
    "INTEGER) WHERE o.key = ? AND l.act = ?"
)
_OPENED_SINCE = "SELECT 1 FROM log WHERE act = ? AND actor = ? AND seq > ? LIMIT 1"


def log_restored(work: UnitOfWork, name: str, facts: dict[str, object]) -> None:
    """Log the restore of the backup ``name`` and store the number of that entry."""
    row = work.database.one("SELECT max(seq) FROM log")
    seq = int(row[0] or 0) + 1 if row else 1
    work.upsert("office", {"key": RESTORE_ENTRY_KEY, "value": str(seq)})
    work.log(Act.RESTORED, name, **facts)


@dataclass(frozen=True, slots=True)
class Restored:
    """A restore since this person last opened the office."""

    name: str  # account name of the person who restored
    at: datetime
    made_at: datetime
    later_entries: int | None  # later entries that this machine had seen; None: unknown

    @property
    def code(self) -> str:
        """Return the message code."""
        if self.later_entries is None:
            return "restored.elsewhere"
        return "restored.older" if self.later_entries else "restored.same"

    def facts(self) -> dict[str, object]:
        """Return the facts for the sentence."""
        facts = {"name": self.name, "at": self.at, "made": self.made_at}
        return {**facts, "beyond": self.later_entries or 0}


def restored_since(database: Database, user_id: str, names: Mapping[str, str]) -> Restored | None:
    """Return the last restore if this person has not opened the office since, else None."""
    row = database.one(_LAST, (RESTORE_ENTRY_KEY, Act.RESTORED.value))
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


def explained_by_restore(database: Database, office: Office, outside: LogCheckpoint) -> bool:
    """Tell whether a signed restore entry names exactly the checkpoint kept outside.

    Then the log is shorter than this machine's checkpoint because of a logged restore, and not
    because its end was cut off.
    """
    row = database.one(_LAST, (RESTORE_ENTRY_KEY, Act.RESTORED.value))
    if row is None or json.loads(row["facts"]).get("seen") != checkpoint_facts(outside):
        return False
    return Verifier(database, signing_keys(database, office)).is_signed(int(row["seq"]))


def checkpoint_facts(checkpoint: LogCheckpoint) -> list[object]:
    """Return a checkpoint as stored in the facts of an entry."""
    return [checkpoint.seq, checkpoint.digest.hex()]
