"""The growing wait after wrong passwords, counted in running seconds for each account."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping


class RetryDelay:
    """``RetryDelay(waits)``: what the file of tries says runs in full again at each start."""

    def __init__(
        self, waits: Mapping[str, int], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin all waits now; ``waits`` is user id -> seconds."""
        self._clock = clock
        self._until = {user_id: clock() + wait for user_id, wait in waits.items() if wait}

    def hold(self, user_id: str, seconds: int) -> None:
        """Let an account wait from now on."""
        self._until[user_id] = self._clock() + seconds

    def left(self, user_id: str) -> int:
        """Return the seconds left, 0 when the next try may be made."""
        return max(0, math.ceil(self._until.get(user_id, 0.0) - self._clock()))
