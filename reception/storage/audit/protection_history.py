"""Whether only custodians could open a visit's identity at the time of a log entry, by the log."""

from __future__ import annotations

from typing import Any

from reception.domain.audit import Act
from reception.domain.petition import PetitionKind, is_protected
from reception.storage.audit.entry_facts import parsed_facts
from reception.storage.database import Database

# Both acts write the visit's row; an entry of theirs that does not is a finding of its own.
_CHANGES = (
    "SELECT l.seq, l.act, l.facts FROM log_row r JOIN log l USING (seq) "
    "WHERE r.record = 'visit' AND r.key = ? "
    "AND l.act IN ('visit_sealed', 'visit_reclassified') ORDER BY l.seq"
)
_VISIT = "SELECT kind, protection FROM visit WHERE visit_id = ?"


def was_protected(database: Database, visit_id: int, seq: int) -> bool | None:
    """Return the protection of a visit right before the entry number ``seq``.

    None where the log does not say it: for an imported visit before its first reclassification,
    and after one of an earlier version that made of a denunciation something else.
    """
    changes = [
        (int(row["seq"]), str(row["act"]), parsed_facts(row["facts"]) or {})
        for row in database.query(_CHANGES, (str(visit_id),))
    ]
    for change_seq, act, facts in reversed(changes):
        if change_seq < seq and not _leaves_protection(act, facts):
            return _protection_after(act, facts)
    return _before_changes(database, visit_id, changes)


def _leaves_protection(act: str, facts: dict[str, Any]) -> bool:
    says_it = act == Act.VISIT_SEALED or "protected" in facts
    changes_it = bool(facts.get("up") or facts.get("down"))
    return not (says_it or changes_it or facts.get("kind") == PetitionKind.DENUNCIATION)


def _protection_after(act: str, facts: dict[str, Any]) -> bool | None:
    stated = facts.get("protected")
    if isinstance(stated, bool):
        return stated
    if act == Act.VISIT_SEALED or facts.get("down"):
        return None
    return True


def _before_changes(
    database: Database, visit_id: int, changes: list[tuple[int, str, dict[str, Any]]]
) -> bool | None:
    """Return the protection that a visit without an entry of its sealing began with."""
    if any(act == Act.VISIT_SEALED for _, act, _ in changes):
        return None
    for _, _, facts in changes:
        if facts.get("up") or facts.get("down"):
            return not facts.get("up")
    row = database.one(_VISIT, (visit_id,))
    return None if row is None else is_protected(row["kind"], row["protection"])
