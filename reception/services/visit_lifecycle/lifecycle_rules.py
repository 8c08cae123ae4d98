"""Rules for every change of a sealed visit: the right, the state of the visit, the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.personal_numbers import holds_personal_number
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.domain.text import clean, holds_direction_mark
from reception.domain.visit_lifecycle import LifecycleAct
from reception.domain.written_reason import SHORTEST_WRITTEN_REASON
from reception.services.access.session import Session
from reception.services.visit_reading.present_reader import present_reader
from reception.storage.database import Database
from reception.storage.json_shapes import day_of
from reception.storage.visits import visit_events

LONGEST_TEXT = 20_000
_VISIT = "SELECT * FROM visit WHERE visit_id = ?"
_LATE_ENTRY = "SELECT entered_on FROM late_entry WHERE visit_id = ?"


@dataclass(frozen=True, slots=True)
class ChangeReason:
    """A ground from the list and the reason in words, which stays outside the log."""

    ground: str
    reason: str

    def __repr__(self) -> str:
        """Never print words that nobody has compared with an identity."""
        return f"ChangeReason({self.ground})"


def visit_to_change(session: Session, visit_id: int, event_count: int | None) -> Any:
    """Return a visit's row; InvalidInput or NotAllowed where it may not be changed.

    ``event_count`` is the number of events when the person opened the visit; None skips this
    check. Called inside the transaction, so that the result is valid until the commit.
    """
    session.require(Right.RECEIVE)
    return _present_visit(session, readable_visit(session, session.database, visit_id), event_count)


def visit_to_answer(session: Session, visit_id: int, event_count: int | None) -> Any:
    """Return a visit's row as :func:`visit_to_change`; its content need not be readable.

    Whoever receives people records the answer or transfer of a denunciation by its number.
    """
    session.require(Right.RECEIVE)
    return _present_visit(session, existing_visit(session.database, visit_id), event_count)


def _present_visit(session: Session, row: Any, event_count: int | None) -> Any:
    visit_id = row["visit_id"]
    if (
        event_count is not None
        and visit_events.event_count(session.database, visit_id) != event_count
    ):
        raise InvalidInput("life.changed_meanwhile", "visit")
    refuse_if_voided(session.database, visit_id)
    return row


def refuse_if_voided(database: Database, visit_id: int) -> None:
    """Raise InvalidInput ``life.voided``: a voided visit gets no change, paper or new code."""
    row = database.one(_VISIT, (visit_id,))
    if row is not None and row["voided"]:
        raise InvalidInput("life.voided", "visit", number=f"{row['number']:04d}")


def readable_visit(session: Session, database: Database, visit_id: int) -> Any:
    """Return a visit's row; the same error where it is missing and where it may not be read."""
    row = existing_visit(database, visit_id)
    if not may_read_visit(session, visit_id):
        raise NotAllowed("life.unknown_visit")
    return row


def existing_visit(database: Database, visit_id: int) -> Any:
    """Return a visit's row, whoever asks; NotAllowed ``life.unknown_visit`` if there is none."""
    row = database.one(_VISIT, (visit_id,))
    if row is None:
        raise NotAllowed("life.unknown_visit")
    return row


def may_read_visit(session: Session, visit_id: int) -> bool:
    """Tell whether the signed-in person may read the content of a visit.

    Errors: NotAllowed ``life.unknown_visit`` if there is none.
    """
    row = existing_visit(session.database, visit_id)
    late = session.database.one(_LATE_ENTRY, (visit_id,))
    entered_on = day_of(late["entered_on"] if late else row["received_on"])
    return present_reader(session).may_read(visit_id, row["kind"], row["officer"], entered_on)


def is_protected(row: Any) -> bool:
    """Tell whether only custodians may open the sealed parts of a visit."""
    return row["kind"] == PetitionKind.DENUNCIATION.value or bool(row["protection"])


def may_replace_identity(session: Session, row: Any) -> bool:
    """Tell whether this person may type the identity of a visit anew.

    That is the officer who received the visit, and whoever may open the identity.
    """
    holders = [Right.CUSTODY] if is_protected(row) else [Right.CUSTODY, Right.REVEAL]
    is_receiver = row["officer"] == session.member.user_id
    return is_receiver or any(session.may(right) for right in holders)


def require_identity_right(session: Session, row: Any) -> None:
    """Raise NotAllowed ``life.identity_of_another`` unless :func:`may_replace_identity`."""
    if not may_replace_identity(session, row):
        raise NotAllowed("life.identity_of_another")


def checked_reason(change_reason: ChangeReason) -> ChangeReason:
    """Return the cleaned reason; InvalidInput if it is short or contains a personal number."""
    reason = clean(change_reason.reason)
    if len(reason) < SHORTEST_WRITTEN_REASON:
        raise InvalidInput("life.reason_short", "reason", least=SHORTEST_WRITTEN_REASON)
    check_late_text("reason", reason)
    return ChangeReason(change_reason.ground, reason)


def check_body(session: Session, changes: Mapping[str, tuple[str, str]]) -> None:
    """Raise InvalidInput ``life.wrong_value`` for a receiving body that the office does not have.

    Tables and reports that leave the office name it, before anybody has compared texts.
    """
    if "body" in changes and changes["body"][1] not in session.settings().bodies:
        raise InvalidInput("life.wrong_value", "body")


def check_late_text(path: str, text: str) -> None:
    """Refuse personal numbers, which are recognised without the identity, and long texts.

    A text with a mark of direction is refused too: ``desk.direction_mark``.
    """
    if holds_direction_mark(text):
        raise InvalidInput("desk.direction_mark", path)
    if holds_personal_number(text):
        raise InvalidInput("life.personal_number", path)
    if len(text) > LONGEST_TEXT:
        raise InvalidInput("desk.text_too_long", path, most=LONGEST_TEXT)


def event(
    session: Session,
    act: LifecycleAct,
    change_reason: ChangeReason | None = None,
    facts: dict[str, Any] | None = None,
    *,
    checked: bool | None = None,
) -> visit_events.VisitEvent:
    """Return an event of today by this person.

    ``checked`` says whether its texts were compared with the identity; None: only if it has none.
    """
    has_reason = change_reason is not None and bool(change_reason.reason)
    return visit_events.VisitEvent(
        act=act.value,
        happened_on=session.today(),
        officer=session.member.user_id,
        ground=change_reason.ground if change_reason else "",
        reason=change_reason.reason if change_reason else "",
        facts=facts or {},
        checked=not has_reason if checked is None else checked,
    )
