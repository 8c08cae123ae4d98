"""A clock that ran backwards: a person says that date and time are right, and the log keeps it."""

from __future__ import annotations

from reception.domain.audit import Act
from reception.services.access.session import Session


def confirm_clock(session: Session) -> None:
    """Log that this person confirmed the machine's date and time."""
    with session.act() as work:
        work.log(Act.CLOCK_CONFIRMED, session.member.user_id)
