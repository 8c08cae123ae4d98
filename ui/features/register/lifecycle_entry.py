"""Opens the lifecycle dialog (correct, answer, void) for the visit whose story is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_lifecycle.lifecycle_dialog import LifecycleDialog
from ui.features.visit_lifecycle.lifecycle_page import Subject
from ui.shell import actions

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register.register import RegisterRow
    from reception.services.visit_lifecycle.lifecycle_state import VisitChangeContext

_Found = tuple["VisitChangeContext", "RegisterRow"]


class LifecycleEntry(QObject):
    """F3 on ``screen`` opens the dialog for the visit of ``set_visit``.

    ``done(visit_id)`` after a change, ``late_wanted(LateEntry, mode)``, ``failed(error)``.
    """

    done = Signal(int)
    late_wanted = Signal(object, str)
    failed = Signal(object)

    def __init__(self, reception: Reception, runner: TaskRunner, screen: QWidget) -> None:
        super().__init__(screen)
        self._reception = reception
        self._runner = runner
        self._screen = screen
        self._visit: int | None = None
        self.dialog: LifecycleDialog | None = None
        actions.create("visit.lifecycle", screen, self.open)

    def set_visit(self, visit_id: int | None) -> None:
        self._visit = visit_id

    @property
    def visit(self) -> int | None:
        """Return the key of the visit whose story is shown."""
        return self._visit

    @Slot()
    def open(self) -> None:
        """Read the present state of the visit, then show the dialog."""
        if self._visit is not None and self.dialog is None:
            read = partial(self._read, self._visit)
            self._runner.run(read, then=self._show, failed=self._fail, owner=self)

    def _read(self, visit_id: int) -> _Found | None:
        story = self._reception.register.story(visit_id)
        return None if story is None else (self._reception.lifecycle.state(visit_id), story.row)

    @Slot(object)
    def _show(self, result: _Found | None) -> None:
        if result is None or self.dialog is not None:
            return
        state, row = result
        subject = Subject(row, state, self._reception)
        self.dialog = LifecycleDialog(subject, self._runner, self._screen)
        self.dialog.done.connect(self.done)
        self.dialog.late_wanted.connect(self.late_wanted)
        self.dialog.closed.connect(self._closed)
        self.dialog.open()

    @Slot()
    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    @Slot(object)
    def _fail(self, error: ReceptionError) -> None:
        self.failed.emit(error)
