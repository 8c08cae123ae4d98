"""What holds for every change of a sealed visit: who may, which visit, and a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.life import LifeAct, holds_personal_number
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.services.session import Session
from reception.storage import lives
from reception.storage.database import Database

SHORTEST_REASON = 10
LONGEST_TEXT = 20_000
_VISIT = "SELECT * FROM visit WHERE visit_id = ?"
_OPEN = "SELECT position, due_on FROM deadline WHERE visit_id = ? AND closed_on IS NULL"


@dataclass(frozen=True, slots=True)
class Why:
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
    if seen is not None and lives.last_event(session.database, visit_id) != seen:
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


def checked_why(why: Why) -> Why:
    """Return the reason cleaned; refuse a short one, and one with a personal number in it."""
    reason = clean(why.reason)
    if len(reason) < SHORTEST_REASON:
        raise InvalidInput("life.reason_short", "reason", least=SHORTEST_REASON)
    check_later_text("reason", reason)
    return Why(why.ground, reason)


def check_later_text(place: str, text: str) -> None:
    """Refuse what can be known as personal without the identity: its numbers."""
    if holds_personal_number(text):
        raise InvalidInput("life.personal_number", place)
    if len(text) > LONGEST_TEXT:
        raise InvalidInput("desk.text_too_long", place, most=LONGEST_TEXT)


def event(
    session: Session,
    act: LifeAct,
    why: Why | None = None,
    facts: dict[str, Any] | None = None,
    *,
    checked: bool = True,
) -> lives.LifeEvent:
    """Return an event of today by this person."""
    return lives.LifeEvent(
        act=act.value,
        on=session.today(),
        officer=session.member.user_id,
        ground=why.ground if why else "",
        reason=why.reason if why else "",
        facts=facts or {},
        checked=checked,
    )


def earliest_open(database: Database, visit_id: int) -> date | None:
    """Return the earliest last allowed day among a visit's open deadlines."""
    days = [date.fromisoformat(row["due_on"]) for row in database.query(_OPEN, (visit_id,))]
    return min(days, default=None)
