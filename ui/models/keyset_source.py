"""Rows by key for a table: the newest page at once, then the first key of each other page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.database_thread.task_runner import TaskRunner
from ui.models.paged_table import PAGE

Deliver = Callable[[int, Sequence[object]], None]
_REST_MS = 60  # details of the first row are read before a million rows are counted


class KeysetReader(Protocol):
    """A service that reads pages by key and finds the key of every page's first row."""

    def page(self, chosen: object, before: int | None, size: int) -> Sequence[object]:
        """Return up to ``size`` rows whose key is smaller than ``before``, falling."""
        ...

    def page_starts(self, chosen: object, step: int) -> tuple[int, list[int]]:
        """Return (number of rows, key of every ``step``-th row)."""
        ...


class KeysetSource(QObject):
    """``show(chosen)`` reads the first page: ``ready``; then where the others begin: ``grown``.

    However long the list is, its newest rows are there at once. ``key`` gives a row's key.
    """

    ready = Signal()
    grown = Signal()
    failed = Signal(object)

    def __init__(
        self, reader: object, key: Callable[[object], int], runner: TaskRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reader: KeysetReader = reader  # type: ignore[assignment]  # each knows its own filter
        self._key = key
        self._runner = runner
        self._chosen: object = None
        self._page_starts: list[int] = []
        self._total = 0
        self._turn = 0
        self._first: Sequence[object] = ()
        self._complete = False

    def show(self, chosen: object) -> None:
        """Read other rows; the result of an earlier filter is dropped."""
        self._turn += 1
        self._chosen = chosen
        self._runner.run(
            partial(self._begin, self._turn), chosen, then=self._begun, failed=self._fail
        )

    def total(self) -> int:
        """Return the number of rows found so far."""
        return self._total

    @property
    def complete(self) -> bool:
        """True once all rows are counted."""
        return self._complete

    def page_of(self, key: int) -> int:
        """Return the first row of the page that would hold a key."""
        # page starts fall from the newest key to the oldest
        place = bisect_left(self._page_starts, -key, key=_negative)
        on_it = place < len(self._page_starts) and self._page_starts[place] == key
        return max(0, place if on_it else place - 1) * PAGE

    def request(self, first_row: int, size: int, deliver: Deliver) -> None:
        """Read the page that begins at a row: by its first key, never by counting rows."""
        place = first_row // PAGE
        if self._chosen is None or place >= len(self._page_starts):
            return
        if first_row == 0 and len(self._first) >= size:
            deliver(0, self._first[:size])
            return
        before = self._page_starts[place] + 1
        fetch = partial(self._page, self._chosen, before, size)
        self._runner.run(fetch, then=partial(deliver, first_row), owner=self, failed=self._fail)

    def _page(self, chosen: object, before: int, size: int) -> Sequence[object]:
        return self._reader.page(chosen, before, size)

    def _begin(self, turn: int, chosen: object) -> tuple[int, Sequence[object]]:
        return turn, self._reader.page(chosen, None, PAGE)

    @Slot(object)
    def _begun(self, found: tuple[int, Sequence[object]]) -> None:
        turn, rows = found
        if turn != self._turn:
            return
        self._first, self._total = rows, len(rows)
        self._page_starts = [self._key(rows[0])] if rows else []
        self._complete = len(rows) < PAGE
        self.ready.emit()
        if not self._complete:
            QTimer.singleShot(_REST_MS, self, self._look_further)

    @Slot()
    def _look_further(self) -> None:
        if self._chosen is not None and not self._complete:
            self._runner.run(
                partial(self._find, self._turn), self._chosen, then=self._found, failed=self._fail
            )

    def _find(self, turn: int, chosen: object) -> tuple[int, int, list[int]]:
        total, page_starts = self._reader.page_starts(chosen, PAGE)
        return turn, total, page_starts

    @Slot(object)
    def _found(self, found: tuple[int, int, list[int]]) -> None:
        turn, total, page_starts = found
        if turn == self._turn:
            self._total, self._page_starts = total, page_starts
            self._complete = True
            self.grown.emit()

    @Slot(object)
    def _fail(self, error: object) -> None:
        self.failed.emit(error)


def _negative(key: int) -> int:
    return -key
