"""Opens the dialog that hands a denunciation on, and runs what is chosen in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from ui.database_thread.task_runner import TaskRunner
from ui.features.register.hand_over_dialog import HandOverDialog
from ui.shell import actions

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register.visit_story import VisitStory
    from reception.services.visit_reading.hand_overs import ReadingState


class HandOverFlow(QObject):
    """Ctrl+G on ``screen`` opens the dialog for the story last passed to ``set_story``.

    Emits ``changed(visit_id)`` after a hand-over or its end, ``failed(ReceptionError)`` when the
    readers of the visit could not be read.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, reception: Reception, runner: TaskRunner, screen: QWidget) -> None:
        super().__init__(screen)
        self._reception = reception
        self._runner = runner
        self._screen = screen
        self._story: VisitStory | None = None
        self.dialog: HandOverDialog | None = None
        actions.create("visit.hand_on", screen, self.open)

    def set_story(self, story: VisitStory | None) -> None:
        """Set the story that is shown; None when there is none."""
        self._story = story

    def is_offered(self, story: VisitStory) -> bool:
        """Tell whether this person hands this visit on, or takes back what was handed on."""
        session = self._reception.session
        may_act = session.may(Right.READ_DENUNCIATION) or session.may(Right.MANAGE)
        return may_act and story.row.kind == PetitionKind.DENUNCIATION.value

    def open_for(self, story: VisitStory) -> None:
        """Open the dialog for the visit of a story."""
        self.set_story(story)
        self.open()

    @Slot()
    def open(self) -> None:
        """Read who may read the visit, then open the dialog."""
        story = self._story
        if story is not None and self.dialog is None and self.is_offered(story):
            read = partial(self._reception.hand_overs.state, story.row.visit_id)
            self._runner.run(read, then=self._open_dialog, failed=self.failed.emit, owner=self)

    @Slot(object)
    def _open_dialog(self, state: ReadingState) -> None:
        story = self._story
        if self.dialog is not None or story is None or story.row.visit_id != state.visit_id:
            return
        self.dialog = HandOverDialog(story.row, state, self._screen)
        self.dialog.hand_over_wanted.connect(self._hand_on)
        self.dialog.taking_back_wanted.connect(self._take_back)
        self.dialog.closed.connect(self._dialog_closed)
        self.dialog.open()

    @Slot(str)
    def _hand_on(self, user_id: str) -> None:
        if self._story is not None:
            visit_id = self._story.row.visit_id
            self._run(partial(self._reception.hand_overs.hand_on, visit_id, user_id))

    @Slot()
    def _take_back(self) -> None:
        if self._story is not None:
            self._run(partial(self._reception.hand_overs.take_back, self._story.row.visit_id))

    def _run(self, act: partial[None]) -> None:
        self._runner.run(act, then=self._finish, failed=self._show_failure, owner=self)

    @Slot(object)
    def _finish(self, _result: object) -> None:
        if self.dialog is not None:
            self.dialog.finish(True)
        if self._story is not None:
            self.changed.emit(self._story.row.visit_id)

    @Slot(object)
    def _show_failure(self, error: object) -> None:
        if self.dialog is not None:
            self.dialog.show_failure(error)  # type: ignore[arg-type]
        else:  # the dialog was closed before the answer came
            self.failed.emit(error)

    @Slot()
    def _dialog_closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
