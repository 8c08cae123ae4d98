"""The office's time zone: Vietnam, UTC+7, without daylight saving time."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Protocol

VIETNAM = timezone(timedelta(hours=7), "ICT")


class Clock(Protocol):
    """Where the domain and the services get the time from."""

    def now(self) -> datetime:
        """Return the present moment, aware, in Vietnam time."""
        ...

    def monotonic(self) -> float:
        """Return running seconds that no change of the machine's clock can move."""
        ...


def today(clock: Clock) -> date:
    """Return the present day in Vietnam."""
    return clock.now().astimezone(VIETNAM).date()
