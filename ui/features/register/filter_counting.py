"""Counts in the background how many visits each filter would show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.domain.filter_counts import FilterCounts
from ui.database_thread.task_runner import TaskRunner
from ui.features.register.filter_row import FilterRow

if TYPE_CHECKING:
    from reception.bootstrap import Reception


class FilterCounting(QObject):
    """Reads the counts and shows them in the filters; emits ``counted``, or ``failed(error)``.

    Only one query runs at a time. If ``count()`` is called while it runs, its result is dropped
    and the visits are counted once more, with the filters as they are then.
    """

    counted = Signal()
    failed = Signal(object)

    def __init__(self, reception: Reception, runner: TaskRunner, filters: FilterRow) -> None:
        super().__init__(filters)
        self._reception = reception
        self._runner = runner
        self._filters = filters
        self._is_counting = False
        self._is_stale = False
        self._search_text = ""

    @Slot()
    def count(self) -> None:
        """Count the visits in the background."""
        if self._is_counting:
            self._is_stale = True
            return
        self._is_counting, self._is_stale = True, False
        query = self._filters.count_query()
        self._search_text = query.text
        self._runner.run(
            self._reception.register.filter_counts,
            query,
            then=self._show_counts,
            failed=self._counting_failed,
        )

    @Slot(object)
    def _show_counts(self, counts: FilterCounts) -> None:
        self._is_counting = False
        if self._is_stale:
            self.count()
            return
        self._filters.show_counts(counts, self._search_text)
        self.counted.emit()

    @Slot(object)
    def _counting_failed(self, error: ReceptionError) -> None:
        self._is_counting = False
        self._filters.show_counts(None)
        self.failed.emit(error)
