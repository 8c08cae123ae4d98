"""Why a paper that was asked for was given up."""

from __future__ import annotations

from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.domain.requested_paper import DropGround
from reception.domain.text import clean
from reception.domain.written_reason import SHORTEST_WRITTEN_REASON
from reception.services.visit_lifecycle import lifecycle_rules

_CHOSEN_GROUNDS = frozenset(DropGround) - {DropGround.REMADE, DropGround.OUTDATED}


def drop_ground(row: Any) -> DropGround:
    """Return why a sheet was dropped: a ground somebody chose, or what took its place."""
    if row["ground"]:
        is_known = row["ground"] in frozenset(DropGround)
        return DropGround(row["ground"]) if is_known else DropGround.OTHER
    is_outdated = row["last_act"] == Act.VISIT_RECLASSIFIED
    return DropGround.OUTDATED if is_outdated else DropGround.REMADE


def checked_words(ground: DropGround, words: str) -> str:
    """Return the words as stored; they are needed only for another ground than the listed ones.

    Errors: InvalidInput ``waiting.ground``, ``life.reason_short``, ``life.personal_number``.
    """
    if ground not in _CHOSEN_GROUNDS:
        raise InvalidInput("waiting.ground", "ground")
    reason = clean(words)
    if ground is DropGround.OTHER and len(reason) < SHORTEST_WRITTEN_REASON:
        raise InvalidInput("life.reason_short", "reason", least=SHORTEST_WRITTEN_REASON)
    lifecycle_rules.check_late_text("reason", reason)
    return reason
