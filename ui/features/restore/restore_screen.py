"""The screen to restore a backup: choose, open and compare it, only then replace the office."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from reception.domain.errors import ReceptionError
from reception.services.backup.backup_inspection import RestoreActor
from ui.database_thread.job_progress import JobProgress
from ui.database_thread.task_runner import TaskRunner
from ui.features.restore.confirm_people_dialog import ConfirmPeopleDialog
from ui.features.restore.restore_page import RestorePage
from ui.features.restore.restore_tasks import RestoreTasks
from ui.privacy.idle_timer import IdleTimer
from ui.shell.screen import Screen
from ui.widgets.file_chooser import FileChooser
from ui.widgets.fill_layout import fill_with
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.services.backup.backup_inspection import BackupContent
    from reception.services.backup.known_backups import KnownBackup
    from reception.services.backup.restore import RestoreResult
    from reception.services.backup.restored_people import PersonToConfirm

translate = QCoreApplication.translate
IDLE_SECONDS = 10 * 60  # without input; the screen closes then
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RestoreScreen(Screen):
    """Leads through the restoration of a backup.

    ``leave_wanted`` to go back to the unlock screen, whether the office was replaced or not.
    ``replacement_started`` right before the present office is replaced, ``replacement_ended``
    afterwards, with or without success.
    """

    leave_wanted = Signal()
    replacement_started = Signal()
    replacement_ended = Signal()

    def __init__(
        self, tasks: RestoreTasks, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        """The search for backups starts when the screen is entered."""
        super().__init__(parent)
        self._tasks, self._runner = tasks, runner
        self._content: BackupContent | None = None  # None until the backup is opened
        self._is_busy = False
        self._is_restored = False
        self.page = RestorePage(tasks.machine, tasks.checkpoint, self)
        fill_with(self, self.page)
        self._progress = JobProgress(self)
        self.idle = IdleTimer(IDLE_SECONDS, self)
        self._wire()
        self._show_backup()

    def _wire(self) -> None:
        page = self.page
        page.backup_box.chosen.connect(self._show_backup)
        page.account.chosen.connect(self._discard_content)
        page.password.textChanged.connect(self._discard_content)
        page.folder_button.clicked.connect(self.choose_folder)
        page.leave_button.clicked.connect(self.leave)
        page.open_button.clicked.connect(self.open_backup)
        page.restore_button.clicked.connect(self.restore)
        self._progress.advanced.connect(self._show_progress)
        self.idle.expired.connect(self.leave)

    def on_entered(self) -> None:
        """Search for backups; after ten minutes without input the screen closes by itself."""
        self.idle.start()
        self.idle.watch(self.window().windowHandle())
        self._runner.run(
            self._tasks.find, then=self._show_backups, owner=self, failed=self._show_error
        )
        self.page.focus_password()

    def _show_backups(self, backups: tuple[KnownBackup, ...]) -> None:
        self.page.show_backups(backups)
        self._show_backup()

    @Slot()
    def choose_folder(self) -> None:
        """Ask for the folder of a backup, or for a folder that contains several."""
        dialog = FileChooser(translate("Restore", "Folder of a backup"), "", self)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.show_folder)
        dialog.open()

    @Slot(str)
    def show_folder(self, folder: str) -> None:
        """Offer the backups of a folder."""
        self.page.banner.hide()
        self._runner.run(
            self._tasks.find_in,
            Path(folder),
            then=self._show_backups,
            owner=self,
            failed=self._show_error,
        )

    @Slot()
    def _show_backup(self) -> None:
        self._content = None
        self.page.show_backup(self.page.backup())
        self._enable_controls()

    @Slot()
    def _discard_content(self) -> None:
        """Require the backup to be opened again, because account or password has changed."""
        if self._content is not None:
            self._content = None
            self.page.summaries.show_opened(False)
            self._enable_controls()

    def _enable_controls(self) -> None:
        self.page.enable_controls(
            is_open=self._content is not None,
            is_busy=self._is_busy,
            is_restored=self._is_restored,
        )

    def _actor(self) -> RestoreActor:
        return RestoreActor(str(self.page.account.value() or ""), self.page.password.value())

    @Slot()
    def open_backup(self) -> None:
        """Open the backup and compare it with the present register (Enter)."""
        backup = self.page.backup()
        if backup is None or self._is_busy or self._is_restored or self._content is not None:
            return
        if not self.page.password.value():
            self.page.focus_password()
            return
        self.page.banner.hide()
        self._begin_task(self.page.open_button, translate("Restore", "Opening…"))
        self._runner.run(
            self._tasks.open,
            *(backup.folder, self._actor(), self._progress),
            then=self._show_content,
            owner=self,
            failed=self._show_error,
        )

    @Slot(object, object)
    def _show_progress(self, done: int, total: int) -> None:
        if self._is_busy:
            self.page.checks.show_progress(done, total)

    def _show_content(self, content: BackupContent) -> None:
        self._content = content
        self._end_task()
        self.page.show_content(content)
        self.page.restore_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def restore(self) -> None:
        """Replace the present register by the opened backup (Ctrl+Enter)."""
        self._restore_as(self._actor())

    def _restore_as(self, actor: RestoreActor) -> None:
        backup = self.page.backup()
        if backup is None or self._content is None or self._is_busy or self._is_restored:
            return
        self._begin_task(self.page.restore_button, translate("Restore", "Restoring…"))
        self.replacement_started.emit()
        self._runner.run(
            self._tasks.restore,
            *(backup.folder, actor),
            then=self._show_restored,
            owner=self,
            failed=self._show_restore_error,
        )

    def _show_restored(self, result: RestoreResult) -> None:
        self._is_restored = True
        self._end_task()
        self.page.password.clear()
        self.replacement_ended.emit()
        self.page.show_restored(result)

    def _show_restore_error(self, error: ReceptionError) -> None:
        self.replacement_ended.emit()
        people = error.facts.get("people")
        if error.code == "backup.confirm_people" and isinstance(people, tuple):
            self._end_task()
            self._ask_about_people(people)
        else:
            self._show_error(error)

    def _ask_about_people(self, people: tuple[PersonToConfirm, ...]) -> None:
        """Let the head decide about each person of the backup, then restore again."""
        dialog = ConfirmPeopleDialog(people, self)
        dialog.accepted.connect(
            lambda: self._restore_as(replace(self._actor(), confirmed_people=dialog.confirmed()))
        )
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def _show_error(self, error: ReceptionError) -> None:
        self._end_task()
        self.page.show_error(error)

    def _begin_task(self, button: PushButton, text: str) -> None:
        """Block input and show ``text`` with a spinner on the button until ``_end_task``."""
        self._is_busy = True
        self.page.password.hide_password()
        button.set_busy(text)
        self._enable_controls()

    def _end_task(self) -> None:
        self._is_busy = False
        self.page.open_button.set_busy("")
        self.page.restore_button.set_busy("")
        self._enable_controls()

    @Slot()
    def leave(self) -> None:
        """Go back to the unlock screen, unless the register is being replaced."""
        if self._is_busy:
            return
        self.idle.stop()
        self.page.password.clear()
        self.leave_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+Enter restores, Esc leaves; after restoring, Enter leaves as well."""
        if event.key() in _ENTER_KEYS:
            has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            action = (
                self.leave
                if self._is_restored
                else self.restore
                if has_control
                else self.open_backup
            )
            action()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
