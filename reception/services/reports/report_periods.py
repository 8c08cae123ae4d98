"""Which periods somebody may count who does not read denunciations."""

from __future__ import annotations

from datetime import date

from reception.domain.errors import NotAllowed
from reception.domain.reporting_periods import Period, is_statutory, month_period_of
from reception.domain.staff import Right
from reception.services.access.session import Session
from reception.storage.reports.petition_counts import holds_denunciation


def latest_month(session: Session) -> Period:
    """Return the present month of reports, or the one before if only readers may count it."""
    present = month_period_of(session.today(), session.settings().month_starts_on)
    return present if is_countable(session, present.days) else present.previous()


def is_countable(session: Session, days: tuple[date, date]) -> bool:
    """Tell whether the person may count a period; see :func:`require_countable`."""
    try:
        require_countable(session, days)
    except NotAllowed:
        return False
    return True


def require_countable(session: Session, days: tuple[date, date]) -> None:
    """Raise NotAllowed ``report.needs_reader`` where the figures could tell about one denunciation.

    A statutory period that is over is counted by everybody with the right ``report``, exactly. Any
    other one with a denunciation in it could be compared with a period a day shorter, or with the
    same one counted the day before: the difference is one visit with body, mode, people, outcome.
    """
    if session.may(Right.READ_DENUNCIATION):
        return
    is_over = days[1] < session.today()
    if is_over and is_statutory(days, session.settings().month_starts_on):
        return
    if holds_denunciation(session.database, days):
        raise NotAllowed("report.needs_reader")
