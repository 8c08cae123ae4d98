"""The office's time zone: Vietnam, UTC+7, without daylight saving time."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Protocol

VIETNAM = timezone(timedelta(hours=7), "ICT")


class Clock(Protocol):
    """The source of time for the domain and the services."""

    def now(self) -> datetime:
        """Return the present time as an aware value in Vietnam time."""
        ...

    def monotonic(self) -> float:
        """Return seconds from a counter that changes of the machine's clock do not affect."""
        ...


def today(clock: Clock) -> date:
    """Return the present day in Vietnam."""
    return local_day(clock.now())


def local_day(at: datetime) -> date:
    """Return the day of a time in Vietnam."""
    return at.astimezone(VIETNAM).date()
