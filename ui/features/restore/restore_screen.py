"""Putting a backup back: choose it, open it, compare, and only then replace (21)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from ui.appearance import display_format as shown
from ui.database_thread.task_runner import TaskRunner
from ui.features.restore.register_summaries import of, where
from ui.features.restore.restore_page import RestorePage
from ui.features.restore.restore_tasks import RestoreTasks
from ui.privacy.idle_timer import IdleTimer
from ui.widgets.file_chooser import FileChooser
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.services.backup.known_backups import KnownBackup
    from reception.services.backup.restore import BackupContent, RestoreActor, RestoreResult

translate = QCoreApplication.translate
IDLE_SECONDS = 10 * 60
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RestoreScreen(RestorePage):
    """``RestoreScreen(work, runner, parent)``: ``left`` at the end, changed or not.

    ``replacing`` right before the present office is replaced, ``settled`` when that is over.
    """

    left = Signal()
    replacing = Signal()
    settled = Signal()

    def __init__(
        self, work: RestoreTasks, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        """Make the page; backups are looked for when it is shown."""
        super().__init__(work, parent)
        self._work, self._runner = work, runner
        self._inside: BackupContent | None = None
        self._busy = False
        self._done = False
        self.idle = IdleTimer(IDLE_SECONDS, self)
        self._wire()
        self._show_backup()

    def _wire(self) -> None:
        self.backup.chosen.connect(self._show_backup)
        self.account.chosen.connect(self._unlook)
        self.password.textChanged.connect(self._unlook)
        self.folder_button.clicked.connect(self.choose_folder)
        self.leave_button.clicked.connect(self.leave)
        self.try_button.clicked.connect(self.try_out)
        self.put_button.clicked.connect(self.put_back)
        self.steps.told.connect(self._told)
        self.idle.expired.connect(self.leave)

    def entered(self) -> None:
        """Look for backups, and leave by itself when nobody goes on."""
        self.idle.start()
        self.idle.watch(self.window().windowHandle())
        self._runner.run(self._work.find, then=self._found, owner=self, failed=self._failed)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- which backup ---------------------------------------------------------------------

    def _found(self, backups: tuple[KnownBackup, ...]) -> None:
        self.backup.clear()
        for one in backups:
            self.backup.add(f"{of(one)}, {where(one)}", one)
        self.backup.setVisible(bool(backups))
        if not backups:
            self.banner.say(
                translate("Restore", "No backup is within reach."),
                translate(
                    "Restore",
                    "Plug the stick in and open this page again, or choose the folder. None yet: "
                    "open the register, then Log and backup, Back up now.",
                ),
                "info",
            )
        self._show_backup()

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a backup's folder, or for the one that holds them."""
        dialog = FileChooser(translate("Restore", "Folder of a backup"), "", self)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take_folder)
        dialog.open()

    @Slot(str)
    def take_folder(self, name: str) -> None:
        """Show the backups of a folder."""
        self.banner.hide()
        self._runner.run(
            self._work.look_at, Path(name), then=self._found, owner=self, failed=self._failed
        )

    def _chosen(self) -> KnownBackup | None:
        found: KnownBackup | None = self.backup.value()  # type: ignore[assignment]
        return found

    @Slot()
    def _show_backup(self) -> None:
        backup = self._chosen()
        self._inside = None
        self.sides.show_backup(backup)
        self.compare.show_backup(backup.manifest.counts if backup is not None else None)
        self.checks.show_backup(backup)
        if backup is not None:
            self.put_button.set_text(
                translate("Restore", "Restore {moment}").format(moment=of(backup))
            )
            self.banner.hide()
        self._settle()

    @Slot()
    def _unlook(self) -> None:
        """Another account or password: what was seen is not its owner's to replace by."""
        if self._inside is not None:
            self._inside = None
            self.sides.show_tried(False)
            self._settle()

    def _settle(self) -> None:
        chosen = self._chosen() is not None
        free = not self._busy and not self._done
        self.try_button.setEnabled(self._busy or (chosen and free))
        self.try_button.setVisible(self._inside is None and not self._done)
        self.put_button.setVisible(not self._done)
        self.put_button.setEnabled(self._inside is not None and (self._busy or free))
        for part in (self.backup, self.folder_button, self.account, self.password):
            part.setEnabled(free)
        self.leave_button.setEnabled(not self._busy)

    # -- look, then replace ---------------------------------------------------------------

    def _who(self) -> RestoreActor:
        from reception.services.backup.restore import RestoreActor  # noqa: PLC0415  # heavy

        return RestoreActor(str(self.account.value() or ""), self.password.value())

    @Slot()
    def try_out(self) -> None:
        """Open the backup and set it beside the present register (Enter)."""
        backup = self._chosen()
        if backup is None or self._busy or self._done or self._inside is not None:
            return
        if not self.password.value():
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.banner.hide()
        self._begin(self.try_button, translate("Restore", "Opening…"))
        self._runner.run(
            self._work.try_out,
            *(backup.folder, self._who(), self.steps),
            then=self._looked,
            owner=self,
            failed=self._failed,
        )

    @Slot(object, object)
    def _told(self, done: int, total: int) -> None:
        if self._busy:
            self.checks.show_step(done, total)

    def _looked(self, inside: BackupContent) -> None:
        self._end()
        self._inside = inside
        self.sides.show_tried(True)
        self.compare.show_both(inside.present, inside.manifest.counts)
        self.checks.show_inside(inside)
        self._warn(inside)
        self._settle()
        self.pane.verticalScrollBar().setValue(0)
        self.put_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _warn(self, inside: BackupContent) -> None:
        present = inside.present
        if present is None:
            return
        if not present.same_line:
            title = translate("Restore", "This backup is no earlier moment of this register.")
            body = translate("Restore", "What is here now would be replaced as a whole.")
            self.banner.say(title, body, "warn")
        elif present.lost_visits:
            title = translate("Restore", "The backup is older than this machine.")
            words = translate(
                "Restore",
                "{count} visits since are not in it. Papers printed for them still count: they "
                "must be entered again.",
            )
            self.banner.say(title, words.format(count=shown.number(present.lost_visits)), "warn")

    @Slot()
    def put_back(self) -> None:
        """Replace the present register by what was looked at (Ctrl+Enter)."""
        backup = self._chosen()
        if backup is None or self._inside is None or self._busy or self._done:
            return
        self._begin(self.put_button, translate("Restore", "Restoring…"))
        self.replacing.emit()
        self._runner.run(
            self._work.put_back,
            *(backup.folder, self._who()),
            then=self._put,
            owner=self,
            failed=self._put_failed,
        )

    def _put(self, done: RestoreResult) -> None:
        self._done = True
        self._end()
        self.password.clear()
        self.settled.emit()
        title = translate("Restore", "The backup is in its place.")
        body = ""
        if done.kept is not None:
            body = translate("Restore", "The register before is kept in {folder}.").format(
                folder=done.kept
            )
        self.banner.say(title, body, "ok")
        self.leave_button.set_text(translate("Restore", "To the unlock page"))
        self.leave_button.set_key("Enter")
        self.leave_button.set_kind("primary")
        self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_failed(self, error: ReceptionError) -> None:
        self.settled.emit()
        self._failed(error)

    def _failed(self, error: ReceptionError) -> None:
        self._end()
        self.checks.progress.hide()
        self.banner.say("", error_sentence(error), "error")
        self.pane.verticalScrollBar().setValue(0)
        if error.code == "backup.wrong_password":
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            self.password.selectAll()

    def _begin(self, button: PushButton, words: str) -> None:
        self._busy = True
        self.password.hide_again()
        button.set_busy(words)
        self._settle()

    def _end(self) -> None:
        self._busy = False
        self.try_button.set_busy("")
        self.put_button.set_busy("")
        self._settle()

    @Slot()
    def leave(self) -> None:
        """Go back to the unlock page, unless a register is being replaced."""
        if self._busy:
            return
        self.idle.stop()
        self.password.clear()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+Enter replaces, Esc leaves."""
        if event.key() in _ENTER:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            act = self.leave if self._done else self.put_back if control else self.try_out
            act()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
