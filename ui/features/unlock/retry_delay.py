"""The delay after wrong passwords, for each account, measured with a monotonic clock."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping


class RetryDelay:
    """``waits`` is user id → seconds; a program start restarts each delay in full."""

    def __init__(
        self, waits: Mapping[str, int], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._clock = clock
        self._until = {user_id: clock() + wait for user_id, wait in waits.items() if wait}

    def start(self, user_id: str, seconds: int) -> None:
        self._until[user_id] = self._clock() + seconds

    def seconds_left(self, user_id: str) -> int:
        """Return 0 when the next attempt may be made."""
        return max(0, math.ceil(self._until.get(user_id, 0.0) - self._clock()))
