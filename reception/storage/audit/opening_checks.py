"""Checks of entries about opened identities: which vault, which approval, which opening."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reception.domain.audit import Act, LogEntry, visit_of_subject
from reception.storage.audit.protection_history import was_protected
from reception.storage.database import Database

_GRANTING_ACTS: dict[str, Act] = {
    Act.REVEALED.value: Act.REVEAL_GRANTED,
    Act.PROTECTED_REVEALED.value: Act.PROTECTED_REVEAL_GRANTED,
}
_OPENING = "SELECT actor, subject FROM log WHERE seq = ? AND act = 'protected_revealed'"


def entry_about_granted_request(entry: LogEntry, facts: Mapping[str, Any]) -> Act | None:
    """Return the act that must have granted the request of an opening; None if it names none."""
    if not {"approved", "request"} & facts.keys():
        return None
    return _GRANTING_ACTS.get(entry.act)


def fits_protection(database: Database, entry: LogEntry, *, protected: bool) -> bool:
    """Tell whether the subject of an entry was protected, or was not, when it was written."""
    visit_id = visit_of_subject(entry.subject)
    if visit_id is None:
        return True  # the subject itself is a finding
    return was_protected(database, visit_id, entry.seq) in (None, protected)


def names_opening_of_another(database: Database, entry: LogEntry, facts: Mapping[str, Any]) -> bool:
    """Tell whether the fact ``entry`` is an earlier opening of the same visit by somebody else."""
    number = facts.get("entry")
    if type(number) is not int or not 0 < number < entry.seq:
        return False
    row = database.one(_OPENING, (number,))
    return row is not None and row["subject"] == entry.subject and row["actor"] != entry.actor
