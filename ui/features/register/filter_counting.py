"""Keeps the numbers beside the filters in step with the register, behind what is looked at."""

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
    """``Counts(reception, runner, filters)``; ``ask()`` counts anew, ``came`` when it is done.

    One counting waits at a time, however often it is asked for: what is asked meanwhile is
    counted once more afterwards, as the filters stand then.
    """

    came = Signal()
    failed = Signal(object)

    def __init__(self, reception: Reception, runner: TaskRunner, filters: FilterRow) -> None:
        """Begin without numbers."""
        super().__init__(filters)
        self._reception = reception
        self._runner = runner
        self._filters = filters
        self._counting = False
        self._again = False
        self._text = ""

    @Slot()
    def ask(self) -> None:
        """Count what the filters would leave."""
        if self._counting:
            self._again = True
            return
        self._counting, self._again = True, False
        asked = self._filters.counted()
        self._text = asked.text
        self._runner.run(
            self._reception.register.tally, asked, then=self._counted, failed=self._refused
        )

    @Slot(object)
    def _counted(self, tally: FilterCounts) -> None:
        self._counting = False
        if self._again:
            self.ask()
            return
        self._filters.show_tally(tally, self._text)
        self.came.emit()

    @Slot(object)
    def _refused(self, error: ReceptionError) -> None:
        self._counting = False
        self._filters.show_tally(None)
        self.failed.emit(error)
