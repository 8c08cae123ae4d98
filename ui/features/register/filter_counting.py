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
    """``count()`` shows new numbers beside the filters, then ``counted``, or ``failed(error)``.

    At most one counting is under way: calls in the meantime lead to one more counting
    afterwards, with the filters of that moment.
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
        self._text = ""

    @Slot()
    def count(self) -> None:
        if self._is_counting:
            self._is_stale = True
            return
        self._is_counting, self._is_stale = True, False
        query = self._filters.counted()
        self._text = query.text
        self._runner.run(
            self._reception.register.filter_counts, query, then=self._counted, failed=self._failed
        )

    @Slot(object)
    def _counted(self, counts: FilterCounts) -> None:
        self._is_counting = False
        if self._is_stale:
            self.count()
            return
        self._filters.show_counts(counts, self._text)
        self.counted.emit()

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        self._is_counting = False
        self._filters.show_counts(None)
        self.failed.emit(error)
