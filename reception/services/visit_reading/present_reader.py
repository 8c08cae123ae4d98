"""What the signed-in person may read at present, by rights, day of entry and hand-overs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from reception.domain.clock import VIETNAM
from reception.domain.staff import Member, Right, managers
from reception.domain.visit_progress import is_closed
from reception.domain.visit_reading import (
    ORDINARY_READERS,
    VisitReader,
    first_entry_day_still_read,
    holds_one_of,
)
from reception.services.access.session import Session
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.audit.log_reader import latest_time
from reception.storage.audit.log_verification import verifier_of
from reception.storage.json_shapes import day_of
from reception.storage.visits.hand_over_rows import hand_overs_to


def present_reader(session: Session) -> VisitReader:
    """Return what the signed-in person may read; a right taken away counts at once.

    Errors: those of :meth:`Session.refresh`.
    """
    session.refresh()
    member = session.member
    rights = member.rights if member.active else frozenset()
    reads_all = Right.READ_DENUNCIATION in rights
    if reads_all or Right.RECEIVE not in rights:
        return VisitReader(member.user_id, holds_one_of(ORDINARY_READERS, rights), reads_all)
    return VisitReader(
        member.user_id,
        ordinary=True,
        denunciations=False,
        entered_since=first_entry_day_still_read(
            latest_day(session), OfficeCalendar(session).calendar()
        ),
        handed_on=frozenset(_handed_on(session)),
    )


def may_read_record(reader: VisitReader, record: Any) -> bool:
    """Tell whether somebody may read the content of a visit of ``RegisterReader``."""
    entered_on = day_of(record["entered_on"] or record["received_on"])
    return reader.may_read(record["visit_id"], record["kind"], record["officer"], entered_on)


def latest_day(session: Session) -> date:
    """Return today, or a later day that the log has seen since a clock was last confirmed.

    A clock that was set back must not reopen what could be read in former days.
    """
    latest = latest_time(session.database, managers(session.people.values()))
    today = session.today()
    return today if latest is None else max(today, latest.astimezone(VIETNAM).date())


def is_reader(member: Member | None) -> bool:
    """Tell whether somebody may read every denunciation, and so hand one on."""
    return member is not None and member.may(Right.READ_DENUNCIATION)


def is_open(record: Any) -> bool:
    """Tell whether a visit is not closed; ``record`` has its progress, voided and due day."""
    return not is_closed(
        record["progress"],
        voided=bool(record["voided"]),
        has_open_deadline=record["due_on"] is not None,
    )


def _handed_on(session: Session) -> Iterator[int]:
    """Yield the denunciations that are handed to this person and not closed.

    A row counts only if the log covers it: the last entry about it is signed by somebody who
    might read all denunciations then, and still may.
    """
    rows = [
        row
        for row in hand_overs_to(session.database, session.member.user_id)
        if is_open(row) and is_reader(session.people.get(row["given_by"]))
    ]
    # Before the first roster nobody's rights at the time of an entry are known.
    if not rows or session.roster.number == 0:
        return
    verifier = verifier_of(session.database, session.office)
    for row in rows:
        if verifier.is_covered("visit_reader", (row["visit_id"],)):
            yield int(row["visit_id"])
