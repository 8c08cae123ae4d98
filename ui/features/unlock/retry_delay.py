"""The delay after wrong passwords, for each account, measured with a monotonic clock."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping


class RetryDelay:
    """The delays that still run, by account.

    ``delays`` (user id → seconds) are those known at the start; each begins again in full.
    """

    def __init__(
        self, delays: Mapping[str, int], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._clock = clock
        self._end_times = {
            user_id: clock() + seconds for user_id, seconds in delays.items() if seconds
        }

    def start(self, user_id: str, seconds: int) -> None:
        self._end_times[user_id] = self._clock() + seconds

    def seconds_left(self, user_id: str) -> int:
        """Return 0 when the next attempt may be made."""
        return max(0, math.ceil(self._end_times.get(user_id, 0.0) - self._clock()))
