"""Restores in the log: who restored, a backup of what day, how many entries were lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reception.domain.audit import Act, entry_time
from reception.domain.clock import local_day
from reception.domain.log_checkpoint import LogCheckpoint
from reception.storage.audit.entry_facts import fact_number, parsed_facts
from reception.storage.audit.log_verification import verifier_of
from reception.storage.database import Database
from reception.storage.office_values import write_office_value
from reception.storage.staff.signed_members import Office
from reception.storage.unit_of_work import UnitOfWork

# Key in the table ``office``; its value is the number of the restore's log entry, so that an unlock
# does not have to search the log.
RESTORE_ENTRY_KEY = "restored"
_LAST_RESTORE = (
    "SELECT l.seq, l.at, l.actor, l.facts FROM office o JOIN log l ON l.seq = CAST(o.value AS "
    "INTEGER) WHERE o.key = ? AND l.act = ?"
)
_OPENED_SINCE = "SELECT 1 FROM log WHERE act = ? AND actor = ? AND seq > ? LIMIT 1"


def log_restore(work: UnitOfWork, name: str, facts: dict[str, object]) -> None:
    """Log the restore of the backup ``name`` and store the number of that entry."""
    write_office_value(work, RESTORE_ENTRY_KEY, str(work.next_seq()))
    work.log(Act.RESTORED, name, **facts)


@dataclass(frozen=True, slots=True)
class RecentRestore:
    """A restore since this person last opened the office."""

    name: str  # account name of the person who restored
    day: date  # of the restore
    made_on: date  # day of the backup
    # Entries after the backup that this machine had seen and that are lost; None if unknown.
    later_entries: int | None

    @property
    def code(self) -> str:
        """Return the message code."""
        if self.later_entries is None:
            return "restored.elsewhere"
        return "restored.older" if self.later_entries else "restored.same"

    def facts(self) -> dict[str, object]:
        """Return the facts for the sentence."""
        facts = {"name": self.name, "at": self.day, "made": self.made_on}
        return {**facts, "beyond": self.later_entries or 0}


def recent_restore(
    database: Database, user_id: str, names: Mapping[str, str]
) -> RecentRestore | None:
    """Return the last restore if this person has not opened the office since then, else None."""
    row = database.one(_LAST_RESTORE, (RESTORE_ENTRY_KEY, Act.RESTORED.value))
    if row is None or database.one(_OPENED_SINCE, (Act.OPENED.value, user_id, row["seq"])):
        return None
    facts = parsed_facts(row["facts"]) or {}
    seen = facts.get("seen")
    return RecentRestore(
        names.get(row["actor"], row["actor"]),
        local_day(entry_time(row["at"])),
        local_day(entry_time(str(facts.get("made_at", "")))),
        fact_number(facts, "beyond") if seen else None,
    )


def is_explained_by_restore(database: Database, office: Office, checkpoint: LogCheckpoint) -> bool:
    """Tell whether the signed entry of the last restore names this checkpoint of the machine.

    If so, the log ends before the checkpoint because of a logged restore, and not because entries
    at its end were removed.
    """
    row = database.one(_LAST_RESTORE, (RESTORE_ENTRY_KEY, Act.RESTORED.value))
    facts = parsed_facts(row["facts"]) if row is not None else None
    if row is None or not facts or facts.get("seen") != checkpoint_facts(checkpoint):
        return False
    return verifier_of(database, office).is_trusted(int(row["seq"]))


def checkpoint_facts(checkpoint: LogCheckpoint) -> list[object]:
    """Return (number, digest in hex) of a checkpoint, as the facts of an entry store it."""
    return [checkpoint.seq, checkpoint.digest.hex()]
