"""The delay after wrong return codes; every look-up of one session counts together."""

from __future__ import annotations

from reception.domain.clock import Clock
from reception.domain.errors import ReceptionError

_FREE_ATTEMPTS = 3
_LONGEST_DELAY = 60  # seconds


class LookupBrake:
    """Counts failed look-ups in a row, and makes the next one wait after the third."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failed_attempts = 0
        self._ready_at = 0.0

    def retry_delay(self) -> int:
        """Return the seconds until the next attempt is allowed."""
        remaining = self._ready_at - self._clock.monotonic()
        return max(0, round(remaining + 0.5)) if remaining > 0 else 0

    def require_ready(self) -> None:
        """Raise ReceptionError ``follow_up.wait`` while the delay lasts."""
        delay = self.retry_delay()
        if delay:
            raise ReceptionError("follow_up.wait", seconds=delay)

    def count(self, *, failed: bool) -> None:
        """Count one attempt; a right code ends the delay."""
        self._failed_attempts = self._failed_attempts + 1 if failed else 0
        excess = self._failed_attempts - _FREE_ATTEMPTS
        delay = min(2**excess, _LONGEST_DELAY) if excess >= 0 else 0
        self._ready_at = self._clock.monotonic() + delay if delay else 0.0
