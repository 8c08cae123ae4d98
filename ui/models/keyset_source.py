"""Source of rows for a table, read in pages by key: the newest page first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.database_thread.task_runner import TaskRunner
from ui.models.paged_table_model import PAGE_SIZE

Deliver = Callable[[int, Sequence[object]], None]
# The details of the first row are read before a million rows are counted.
_COUNT_DELAY_MS = 60


class KeysetReader(Protocol):
    """A service that reads pages by key and returns the first key of every page."""

    def page(self, criteria: object, before: int | None, size: int) -> Sequence[object]:
        """Return up to ``size`` rows with keys smaller than ``before``, in descending order."""
        ...

    def page_starts(self, criteria: object, step: int) -> tuple[int, list[int]]:
        """Return (number of rows, key of every ``step``-th row)."""
        ...


class KeysetSource(QObject):
    """Rows that meet criteria, e.g. those of a filter, from the newest to the oldest.

    ``load`` reads the first page (``first_page_loaded``), so that the newest rows are shown at
    once, however long the list is. If that page is full, the first key of every page is read next
    (``rows_counted``): a page is read by its first key, because an SQL offset would be slow. A
    shorter list is complete after ``first_page_loaded`` and never emits ``rows_counted``. ``key``
    returns the key of a row. ``failed(error)`` is emitted when reading failed.
    """

    first_page_loaded = Signal()
    rows_counted = Signal()
    failed = Signal(object)

    def __init__(
        self, reader: object, key: Callable[[object], int], runner: TaskRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reader: KeysetReader = reader  # type: ignore[assignment]  # each has its own type of criteria
        self._key = key
        self._runner = runner
        self._criteria: object = None
        self._page_starts: list[int] = []
        self._total = 0
        self._generation = 0
        self._first_page: Sequence[object] = ()
        self._complete = False

    def load(self, criteria: object) -> None:
        """Read the rows that meet the criteria; results of earlier criteria are dropped."""
        self._generation += 1
        self._criteria = criteria
        self._runner.run(
            partial(self._read_first_page, self._generation),
            criteria,
            then=self._first_page_read,
            failed=self._fail,
        )

    def total(self) -> int:
        """Return the number of rows that are known so far."""
        return self._total

    @property
    def complete(self) -> bool:
        """True once all rows are counted."""
        return self._complete

    def first_row_of_page(self, key: int) -> int:
        """Return the number of the first row of the page that contains a key."""
        # Page starts are in descending order, from the newest key to the oldest.
        page = bisect_left(self._page_starts, -key, key=_negative)
        is_page_start = page < len(self._page_starts) and self._page_starts[page] == key
        return max(0, page if is_page_start else page - 1) * PAGE_SIZE

    def request(self, first_row: int, size: int, deliver: Deliver) -> None:
        """Read the page that begins at ``first_row`` and pass its rows to ``deliver``."""
        page = first_row // PAGE_SIZE
        if self._criteria is None or page >= len(self._page_starts):
            return
        if first_row == 0 and len(self._first_page) >= size:
            deliver(0, self._first_page[:size])
            return
        before = self._page_starts[page] + 1
        fetch = partial(self._read_page, self._criteria, before, size)
        self._runner.run(fetch, then=partial(deliver, first_row), owner=self, failed=self._fail)

    def _read_page(self, criteria: object, before: int, size: int) -> Sequence[object]:
        return self._reader.page(criteria, before, size)

    def _read_first_page(self, generation: int, criteria: object) -> tuple[int, Sequence[object]]:
        return generation, self._reader.page(criteria, None, PAGE_SIZE)

    @Slot(object)
    def _first_page_read(self, result: tuple[int, Sequence[object]]) -> None:
        generation, rows = result
        if generation != self._generation:
            return
        self._first_page, self._total = rows, len(rows)
        self._page_starts = [self._key(rows[0])] if rows else []
        self._complete = len(rows) < PAGE_SIZE
        self.first_page_loaded.emit()
        if not self._complete:
            QTimer.singleShot(_COUNT_DELAY_MS, self, self._request_page_starts)

    @Slot()
    def _request_page_starts(self) -> None:
        if self._criteria is not None and not self._complete:
            self._runner.run(
                partial(self._read_page_starts, self._generation),
                self._criteria,
                then=self._page_starts_read,
                failed=self._fail,
            )

    def _read_page_starts(self, generation: int, criteria: object) -> tuple[int, int, list[int]]:
        total, page_starts = self._reader.page_starts(criteria, PAGE_SIZE)
        return generation, total, page_starts

    @Slot(object)
    def _page_starts_read(self, result: tuple[int, int, list[int]]) -> None:
        generation, total, page_starts = result
        if generation == self._generation:
            self._total, self._page_starts = total, page_starts
            self._complete = True
            self.rows_counted.emit()

    @Slot(object)
    def _fail(self, error: object) -> None:
        self.failed.emit(error)


def _negative(key: int) -> int:
    return -key
