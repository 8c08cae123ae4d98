"""What the window needs of an office as soon as it is open; read on the database thread."""

from __future__ import annotations

from reception.bootstrap import Reception
from reception.services.recovery.office_recovery import recent_recovery_day
from ui.application.opened_office import OpenedOffice


def read_opened_office(reception: Reception) -> OpenedOffice:
    """Return an open office with the data of its first screen.

    Drafts are read after the head has confirmed a register that does not match the roster.
    """
    session = reception.session
    if session.roster_mismatch is not None:
        return OpenedOffice(reception, session.settings(), [])
    drafts, recovery_day = reception.drafts.own_drafts(), recent_recovery_day(session)
    return OpenedOffice(reception, session.settings(), drafts, recovery_day)
