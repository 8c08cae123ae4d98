"""Opens the dialog of the visit lifecycle (correct, answer, void) for the visit shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.database_thread.task_runner import TaskRunner
from ui.features.visit_lifecycle.lifecycle_dialog import LifecycleDialog
from ui.features.visit_lifecycle.lifecycle_page import VisitToChange
from ui.shell import actions

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register.visit_story import VisitStory


class LifecycleFlow(QObject):
    """F3 on ``screen`` opens the dialog for the visit last passed to ``set_visit``.

    Emits ``visit_changed(visit_id)`` after a change, ``late_entry_wanted(LateEntry, mode)`` when
    the user chooses to enter a late visit, ``failed(ReceptionError)`` when the visit could not be
    read.
    """

    visit_changed = Signal(object)
    late_entry_wanted = Signal(object, str)
    failed = Signal(object)

    def __init__(self, reception: Reception, runner: TaskRunner, screen: QWidget) -> None:
        super().__init__(screen)
        self._reception = reception
        self._runner = runner
        self._screen = screen
        self._visit_id: int | None = None
        self.dialog: LifecycleDialog | None = None
        actions.create("visit.lifecycle", screen, self.open)

    def set_visit(self, visit_id: int | None) -> None:
        """Set the visit whose story is shown; None when there is none."""
        self._visit_id = visit_id

    @property
    def visit_id(self) -> int | None:
        """The id of the visit whose story is shown."""
        return self._visit_id

    def open_for(self, story: VisitStory) -> None:
        """Open the dialog for the visit of a story."""
        self.set_visit(story.row.visit_id)
        self.open()

    @Slot()
    def open(self) -> None:
        """Read the visit that was set, then open the dialog, unless it is open or none is set."""
        if self._visit_id is not None and self.dialog is None:
            read = partial(self._read_visit, self._visit_id)
            self._runner.run(read, then=self._open_dialog, failed=self.failed.emit, owner=self)

    def _read_visit(self, visit_id: int) -> VisitToChange | None:
        """Return the visit; None when it does not exist. Runs on the database thread."""
        reception = self._reception
        story = reception.register.story(visit_id)
        if story is None:
            return None
        return VisitToChange(story.row, reception.lifecycle.change_context(visit_id), reception)

    @Slot(object)
    def _open_dialog(self, visit: VisitToChange | None) -> None:
        if visit is None or self.dialog is not None:
            return
        self.dialog = LifecycleDialog(visit, self._runner, self._screen)
        self.dialog.change_saved.connect(self.visit_changed)
        self.dialog.late_entry_wanted.connect(self.late_entry_wanted)
        self.dialog.closed.connect(self._dialog_closed)
        self.dialog.open()

    @Slot()
    def _dialog_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
