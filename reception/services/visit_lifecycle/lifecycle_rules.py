"""What holds for every change of a sealed visit: who may, which visit, and a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.domain.visit_lifecycle import LifecycleAct, holds_personal_number
from reception.services.access.session import Session
from reception.storage.database import Database
from reception.storage.visits import visit_events

SHORTEST_REASON = 10
LONGEST_TEXT = 20_000
_VISIT = "SELECT * FROM visit WHERE visit_id = ?"


@dataclass(frozen=True, slots=True)
class ChangeReason:
    """A ground from the list and the reason in words, which stays outside the log."""

    ground: str
    reason: str

    def __repr__(self) -> str:
        """Never print words that nobody has compared with an identity."""
        return f"Why({self.ground})"


def visit_to_change(session: Session, visit_id: int, seen: int | None) -> Any:
    """Return a visit's row, or say why it may not be changed.

    ``seen`` is the number of events the person saw; None looks past that. Called inside the
    transaction, so that what holds here holds until the commit.
    """
    session.require(Right.RECEIVE)
    row = readable(session, session.database, visit_id)
    if seen is not None and visit_events.last_event(session.database, visit_id) != seen:
        raise InvalidInput("life.changed_meanwhile", "visit")
    refuse_void(session.database, visit_id)
    return row


def refuse_void(database: Database, visit_id: int) -> None:
    """Refuse what cannot be done to a voided visit: no change, no paper, no new code."""
    row = database.one(_VISIT, (visit_id,))
    if row is not None and row["voided"]:
        raise InvalidInput("life.voided", "visit", number=f"{row['number']:04d}")


def readable(session: Session, database: Database, visit_id: int) -> Any:
    """Return a visit's row; one that may not be read is as unknown as one that is not there."""
    row = database.one(_VISIT, (visit_id,))
    hidden = row is not None and row["kind"] == PetitionKind.DENUNCIATION.value
    if row is None or (hidden and not session.may(Right.READ_DENUNCIATION)):
        raise NotAllowed("life.unknown_visit")
    return row


def protected(row: Any) -> bool:
    """Tell whether only custodians may open what is sealed of a visit."""
    return row["kind"] == PetitionKind.DENUNCIATION.value or bool(row["protection"])


def checked_reason(why: ChangeReason) -> ChangeReason:
    """Return the reason cleaned; refuse a short one, and one with a personal number in it."""
    reason = clean(why.reason)
    if len(reason) < SHORTEST_REASON:
        raise InvalidInput("life.reason_short", "reason", least=SHORTEST_REASON)
    check_later_text("reason", reason)
    return ChangeReason(why.ground, reason)


def check_later_text(place: str, text: str) -> None:
    """Refuse what can be known as personal without the identity: its numbers."""
    if holds_personal_number(text):
        raise InvalidInput("life.personal_number", place)
    if len(text) > LONGEST_TEXT:
        raise InvalidInput("desk.text_too_long", place, most=LONGEST_TEXT)


def event(
    session: Session,
    act: LifecycleAct,
    why: ChangeReason | None = None,
    facts: dict[str, Any] | None = None,
    *,
    checked: bool = True,
) -> visit_events.VisitEvent:
    """Return an event of today by this person."""
    return visit_events.VisitEvent(
        act=act.value,
        on=session.today(),
        officer=session.member.user_id,
        ground=why.ground if why else "",
        reason=why.reason if why else "",
        facts=facts or {},
        checked=checked,
    )
