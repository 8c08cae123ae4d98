"""Progress of the long steps of an import."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from reception.domain.errors import ReceptionError

Progress = Callable[[int, int], bool]  # (done, total) -> False to stop
_Item = TypeVar("_Item")
_PROGRESS_STEP = 50  # items between two reports


def report_progress(items: Sequence[_Item], progress: Progress | None) -> Iterator[_Item]:
    """Yield the items and report progress. Errors: ``exchange.stopped``."""
    for done, item in enumerate(items):
        if progress is not None and done % _PROGRESS_STEP == 0 and not progress(done, len(items)):
            raise ReceptionError("exchange.stopped")
        yield item
    if progress is not None and not progress(len(items), len(items)):
        raise ReceptionError("exchange.stopped")
