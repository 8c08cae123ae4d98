"""The log and the backups: who did what, who saw whom, and the copy that counts."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.staff import Right
from reception.messages.catalogue import error_sentence
from ui.appearance import display_format as shown
from ui.database_thread.task_runner import TaskRunner
from ui.features.audit.audit_page import AuditPage
from ui.features.audit.health_dialog import HealthDialog
from ui.features.audit.log_rows import GROUPS, log_source
from ui.features.audit.verification_dialog import LogVerificationDialog
from ui.shell import actions
from ui.widgets.file_chooser import FileChooser

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.audit.audit_log import AuditLogRow
    from reception.services.audit.machine_health import HealthFinding
    from reception.services.backup.backup_locations import BackupLocation

translate = QCoreApplication.translate
_PAUSE_MS = 250  # after the last key before the log is searched


class AuditScreen(AuditPage):
    """``backup_wanted(place)`` asks for a copy; ``show_made()``, ``show_failed(error)`` answer."""

    backup_wanted = Signal(object)
    restore_wanted = Signal()

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QWidget) -> None:
        """Make the page; entries are read when it is first shown."""
        may = reception.session.may(Right.MANAGE)
        super().__init__(reception.audit_log.people(), parent, may=may)
        self._reception = reception
        self._runner = runner
        self._trouble = ""  # what the banner speaks of: entries, machine or copy
        self._source = log_source(reception, runner, self)
        self._wire()

    def _wire(self) -> None:
        for box in (self.days, self.group, self.who):
            box.chosen.connect(self.read)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self.read)
        self.search.textChanged.connect(self._typed)
        self._source.ready.connect(self._ready)
        self._source.grown.connect(self._grown)
        self._source.failed.connect(self._unread)
        self.model.page_arrived.connect(self._page_arrived)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.check_button.clicked.connect(self.verify)
        self.health_button.clicked.connect(self.look_at_machine)
        self.side.backup_wanted.connect(self.back_up)
        self.side.place_wanted.connect(self.choose_place)
        self.side.restore_wanted.connect(self.restore_wanted)
        actions.create("check", self, self.verify)
        actions.create("search", self, self.seek)

    def entered(self) -> None:
        """Read the log anew and put the focus into the table."""
        self.read()
        self._look_at_backups()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def read(self) -> None:
        """Read what the filters choose."""
        from reception.storage.audit.log_reader import LogFilter  # noqa: PLC0415  # behind the door

        acts = tuple(act.value for act in GROUPS.get(str(self.group.value()), ()))
        back = int(str(self.days.value() if self.days.value() is not None else -1))
        since = self._reception.session.today() - timedelta(days=back) if back >= 0 else None
        who = str(self.who.value() or "")
        self._source.show(LogFilter(acts, who, since, text=self.search.text()))
        self.side.show_anchor(self._reception.session.anchors.read())

    @Slot()
    def seek(self) -> None:
        """Put the focus into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._typing.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the search, then leaves it."""
        if event.key() != Qt.Key.Key_Escape or not self.search.hasFocus():
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def verify(self) -> None:
        """Walk the log and every record (F5)."""
        dialog = LogVerificationDialog(self._reception, self._runner, self.window())
        dialog.closed.connect(self.read)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def look_at_machine(self) -> None:
        """Look whether what is read here may stay behind on this machine."""
        if not self.health_button.busy:
            self.health_button.set_busy(translate("Upkeep", "Looking…"))
            look = self._reception.machine_health.look
            self._runner.run(look, then=self._machine_seen, owner=self, failed=self._unseen)

    def _machine_seen(self, findings: tuple[HealthFinding, ...]) -> None:
        self.health_button.set_busy("")
        self._solved("machine")
        dialog = HealthDialog(findings, self.window())
        dialog.closed.connect(self.read)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def _unseen(self, error: ReceptionError) -> None:
        self.health_button.set_busy("")
        self._say("machine", error)

    @Slot()
    def _ready(self) -> None:
        self._solved("entries")
        self.model.set_source(self._source)
        self.foot.setText("")
        self.side.show_entry(None)
        if self._source.total():
            self.table.selectRow(0)
        self._count()

    @Slot()
    def _grown(self) -> None:
        self.model.grow()
        self._count()

    def _count(self) -> None:
        words = ""
        if self._source.complete:
            words = translate("Upkeep", "{count} entries").format(
                count=shown.number(self._source.total())
            )
        self.header.set_subtitle(words)

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._show(current.row())

    @Slot(int)
    def _page_arrived(self, _first: int) -> None:
        self._show(self.table.current_row())

    def _show(self, place: int) -> None:
        row: AuditLogRow | None = self.model.row_at(place) if place >= 0 else None  # type: ignore[assignment]
        if row is not None:
            self.side.show_entry(row)

    @Slot(object)
    def _unread(self, error: ReceptionError) -> None:
        self._say("entries", error)

    def _say(self, trouble: str, error: ReceptionError) -> None:
        self._trouble = trouble
        self.banner.say("", error_sentence(error), "error")

    def _solved(self, trouble: str) -> None:
        # Entries read meanwhile must not take away why there is no copy.
        if self._trouble == trouble:
            self._trouble = ""
            self.banner.hide()

    # -- backups --------------------------------------------------------------------------

    def _look_at_backups(self) -> None:
        backups = self._reception.backups
        self._runner.run(
            lambda: (backups.places(), backups.found()),
            then=self._looked,
            owner=self,
            failed=self.show_failed,
        )

    def _looked(self, found: tuple[tuple[BackupLocation, ...], list[tuple[Path, object]]]) -> None:
        self.side.show_backups(*found)  # type: ignore[arg-type]

    @Slot()
    def back_up(self) -> None:
        """Copy the office into the folder chosen; the copy is opened before it counts."""
        places = self._reception.backups.places()
        if not places or self.side.now_button.busy:
            return
        try:
            folder = places[0].folder()
        except ReceptionError as error:
            self.show_failed(error)
            return
        self.side.now_button.set_busy(translate("Upkeep", "Backing up…"))
        self.backup_wanted.emit(folder)

    @Slot()
    def show_made(self) -> None:
        """Show the backup that has just been made."""
        self.side.now_button.set_busy("")
        self._solved("copy")
        if self.isVisible():
            self._look_at_backups()
            self.read()

    @Slot(object)
    def show_failed(self, error: ReceptionError) -> None:
        """Say why there is no new backup."""
        self.side.now_button.set_busy("")
        self._say("copy", error)

    @Slot()
    def choose_place(self) -> None:
        """Ask for the folder that takes the backups."""
        title = translate("Upkeep", "Folder for backups")
        dialog = FileChooser(title, "", self)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take_place)
        dialog.open()

    @Slot(str)
    def take_place(self, name: str) -> None:
        """Keep a folder as the place of backups, then make the first one there."""
        remember = self._reception.backups.remember_place
        self._runner.run(remember, name, then=self._taken, owner=self, failed=self.show_failed)

    def _taken(self, _place: object) -> None:
        self._look_at_backups()
        self.back_up()
