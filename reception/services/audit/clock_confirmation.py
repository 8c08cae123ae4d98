"""A person confirms date and time after the clock was set back; the confirmation is logged."""

from __future__ import annotations

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session

WARNING_PREFIX = "clock."  # of the codes of warnings about a wrong clock


@rights_checked
def confirm_clock(session: Session) -> None:
    """Log that the signed-in person confirmed the machine's date and time.

    Errors: InvalidInput ``clock.nothing_to_confirm`` if their unlock has not warned of the clock.
    """
    if not any(code.startswith(WARNING_PREFIX) for code in session.warnings):
        raise InvalidInput("clock.nothing_to_confirm", "clock")
    with session.act() as work:
        work.log(Act.CLOCK_CONFIRMED, session.member.user_id)
