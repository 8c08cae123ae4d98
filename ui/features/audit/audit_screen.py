"""The screen of the audit log, its verification, the health of the machine, and the backups."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.staff import Right
from reception.storage.audit.log_reader import LogFilter
from ui.database_thread.task_runner import TaskRunner
from ui.features.audit.audit_page import AuditPage, ErrorTopic
from ui.features.audit.health_dialog import HealthDialog
from ui.features.audit.log_rows import ACT_GROUPS, log_source
from ui.features.audit.verification_dialog import LogVerificationDialog
from ui.shell import actions
from ui.shell.screen import Screen
from ui.widgets.dialog import Dialog
from ui.widgets.file_chooser import FileChooser
from ui.widgets.fill_layout import fill_with

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.backup import Manifest
    from reception.services.audit.audit_log import AuditLogRow
    from reception.services.audit.machine_health import HealthFinding
    from reception.services.backup.backup_locations import BackupLocation

translate = QCoreApplication.translate


class AuditScreen(Screen):
    """Reads the log and the backups for its page; signals ask to make a backup or to restore one.

    ``backup_wanted(folder)``: whoever makes the backup then calls ``show_backup_made`` or
    ``show_backup_error``.
    """

    backup_wanted = Signal(object)
    restore_wanted = Signal()

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QWidget) -> None:
        """Entries are read when the screen is first entered."""
        super().__init__(parent)
        self._reception = reception
        self._runner = runner
        may_manage = reception.session.may(Right.MANAGE)
        self.page = AuditPage(reception.audit_log.people_in_log(), self, may_manage=may_manage)
        fill_with(self, self.page)
        self._source = log_source(reception, runner, self)
        self._wire()

    def _wire(self) -> None:
        page = self.page
        page.filters.changed.connect(self.read_entries)
        page.verification_wanted.connect(self.verify)
        page.health_wanted.connect(self.check_machine)
        page.row_selected.connect(self._show_entry)
        page.cards.backup_wanted.connect(self.request_backup)
        page.cards.location_choice_wanted.connect(self.choose_location)
        page.cards.restore_wanted.connect(self.restore_wanted)
        self._source.first_page_loaded.connect(self._show_first_rows)
        self._source.rows_counted.connect(self._extend_rows)
        self._source.failed.connect(self._show_log_error)
        actions.create("check", self, self.verify)
        actions.create("search", self, page.filters.focus_search)

    def on_entered(self) -> None:
        """Read the log again and put the focus into the table."""
        self.read_entries()
        self._read_backups()
        self.page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def read_entries(self) -> None:
        """Read the entries that match the filters."""
        filters = self.page.filters
        acts = tuple(act.value for act in ACT_GROUPS.get(filters.act_group(), ()))
        days = filters.days_back()
        since = None if days is None else self._reception.session.today() - timedelta(days=days)
        self._source.load(LogFilter(acts, filters.person_id(), since, text=filters.search_text()))
        self.page.cards.show_checkpoint(self._reception.session.checkpoint_file.read())

    @Slot()
    def verify(self) -> None:
        """Open the dialog that verifies the log and every record (F5)."""
        self._open_dialog(LogVerificationDialog(self._reception, self._runner, self.window()))

    @Slot()
    def check_machine(self) -> None:
        """Check this machine for places where personal data could remain, and show the findings."""
        if not self.page.health_button.busy:
            self.page.health_button.set_busy(translate("Upkeep", "Checking…"))
            job = self._reception.machine_health.check
            self._runner.run(
                job, then=self._show_findings, owner=self, failed=self._show_machine_error
            )

    def _show_findings(self, findings: tuple[HealthFinding, ...]) -> None:
        self.page.health_button.set_busy("")
        self.page.clear_error(ErrorTopic.MACHINE)
        self._open_dialog(HealthDialog(findings, self.window()))

    def _show_machine_error(self, error: ReceptionError) -> None:
        self.page.health_button.set_busy("")
        self.page.show_error(ErrorTopic.MACHINE, error)

    def _open_dialog(self, dialog: Dialog) -> None:
        """Open a dialog whose action adds an entry to the log; read the log when it closes."""
        dialog.closed.connect(self.read_entries)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _show_first_rows(self) -> None:
        self.page.show_rows(self._source)
        self._show_count()

    @Slot()
    def _extend_rows(self) -> None:
        self.page.model.append_new_rows()
        self._show_count()

    def _show_count(self) -> None:
        self.page.show_count(self._source.total() if self._source.complete else None)

    @Slot(int)
    def _show_entry(self, row_number: int) -> None:
        row: AuditLogRow | None = self.page.model.row_at(row_number) if row_number >= 0 else None  # type: ignore[assignment]
        if row is not None:
            self.page.cards.show_entry(row)

    @Slot(object)
    def _show_log_error(self, error: ReceptionError) -> None:
        self.page.show_error(ErrorTopic.LOG, error)

    def _read_backups(self) -> None:
        backups = self._reception.backups
        self._runner.run(
            lambda: (backups.locations(), backups.available_backups()),
            then=self._show_backups,
            owner=self,
            failed=self.show_backup_error,
        )

    def _show_backups(
        self, result: tuple[tuple[BackupLocation, ...], list[tuple[Path, Manifest]]]
    ) -> None:
        self.page.cards.show_backups(*result)

    @Slot()
    def request_backup(self) -> None:
        """Ask for a backup in the first location, unless one is being made."""
        locations = self._reception.backups.locations()
        if not locations or self.page.cards.back_up_button.busy:
            return
        try:
            folder = locations[0].folder()
        except ReceptionError as error:
            self.show_backup_error(error)
            return
        self.page.cards.back_up_button.set_busy(translate("Upkeep", "Backing up…"))
        self.backup_wanted.emit(folder)

    @Slot()
    def show_backup_made(self) -> None:
        """Read the backups and the log again, now that a backup was made."""
        self.page.cards.back_up_button.set_busy("")
        self.page.clear_error(ErrorTopic.BACKUP)
        if self.isVisible():
            self._read_backups()
            self.read_entries()

    @Slot(object)
    def show_backup_error(self, error: ReceptionError) -> None:
        """Show why no backup was made or read."""
        self.page.cards.back_up_button.set_busy("")
        self.page.show_error(ErrorTopic.BACKUP, error)

    @Slot()
    def choose_location(self) -> None:
        """Ask for the folder where backups are written."""
        title = translate("Upkeep", "Folder for backups")
        dialog = FileChooser(title, "", self)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.add_location)
        dialog.open()

    @Slot(str)
    def add_location(self, folder: str) -> None:
        """Add a backup location, then make a backup."""
        add_location = self._reception.backups.add_location
        self._runner.run(
            add_location,
            folder,
            then=self._back_up_after_adding_location,
            owner=self,
            failed=self.show_backup_error,
        )

    def _back_up_after_adding_location(self, _location: object) -> None:
        self._read_backups()
        self.request_backup()
