"""A person confirms date and time after the clock was set back; the confirmation is logged."""

from __future__ import annotations

from reception.domain.audit import Act
from reception.services.access.session import Session


def confirm_clock(session: Session) -> None:
    """Log that the signed-in person confirmed the machine's date and time."""
    with session.act() as work:
        work.log(Act.CLOCK_CONFIRMED, session.member.user_id)
