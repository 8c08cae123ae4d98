"""The way from a visit's story to the dialog about its life."""

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
    """``LifecycleEntry(reception, runner, screen)``; ``tell(visit_id | None)`` of the visit.

    F3 opens the dialog; ``done(visit_id)``, ``late_wanted(LateEntry, mode)``, ``failed(error)``.
    """

    done = Signal(int)
    late_wanted = Signal(object, str)
    failed = Signal(object)

    def __init__(self, reception: Reception, runner: TaskRunner, screen: QWidget) -> None:
        """Make the action on the screen."""
        super().__init__(screen)
        self._reception = reception
        self._runner = runner
        self._screen = screen
        self._visit: int | None = None
        self.dialog: LifecycleDialog | None = None
        actions.create("visit.life", screen, self.open)

    def tell(self, visit_id: int | None) -> None:
        """Say which visit the story is about."""
        self._visit = visit_id

    @property
    def visit(self) -> int | None:
        """Return the visit whose story is shown."""
        return self._visit

    @Slot()
    def open(self) -> None:
        """Read the visit as it is now, then show the dialog."""
        if self._visit is not None and self.dialog is None:
            read = partial(self._read, self._visit)
            self._runner.run(read, then=self._show, failed=self._refused, owner=self)

    def _read(self, visit_id: int) -> _Found | None:
        story = self._reception.register.story(visit_id)
        return None if story is None else (self._reception.lifecycle.state(visit_id), story.row)

    @Slot(object)
    def _show(self, found: _Found | None) -> None:
        if found is None or self.dialog is not None:
            return
        state, row = found
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
    def _refused(self, error: ReceptionError) -> None:
        self.failed.emit(error)
