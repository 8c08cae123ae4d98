"""The widgets of the restore page: choice of a backup, comparison, checks, buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence, sentence
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.features.restore.comparison_table import ComparisonTable
from ui.features.restore.register_summaries import (
    RegisterSummaries,
    backup_moment,
    short_location,
)
from ui.features.restore.restore_checks import RestoreChecks
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.icon_line import IconLine
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from reception.domain.log_checkpoint import LogCheckpoint
    from reception.services.backup.backup_inspection import BackupContent, PresentOffice
    from reception.services.backup.known_backups import KnownBackup
    from reception.services.backup.restore import RestoreResult

translate = QCoreApplication.translate


class RestorePage(QWidget):
    """Holds the widgets; ``RestoreScreen`` reads backups and calls the ``show_`` methods."""

    def __init__(self, machine: str, checkpoint: LogCheckpoint | None, parent: QWidget) -> None:
        """``machine`` is its name; ``checkpoint`` the last log entry that the machine recorded."""
        super().__init__(parent)
        self._build(machine, checkpoint)
        self._lay_out()

    def _build(self, machine: str, checkpoint: LogCheckpoint | None) -> None:
        self.header = PageHeader(
            translate("Restore", "Restore from a backup"),
            self,
            translate("Restore", "a look first, nothing is replaced yet"),
        )
        self.backup_box = ChoiceBox(self)
        self.backup_box.setObjectName("backup_box")
        self.backup_box.setAccessibleName(translate("Restore", "Backup"))
        text = translate("Restore", "Choose a folder")
        self.folder_button = PushButton(text, self, "secondary", "folder-open")
        self.header.add_at_right(self.backup_box)
        self.header.add_at_right(self.folder_button)
        self.banner = Banner("warn", self)
        self.banner.hide()
        self.summaries = RegisterSummaries(machine, checkpoint, self)
        self.comparison = ComparisonTable(self)
        self.checks = RestoreChecks(self)
        self.account, self.password = self.checks.account, self.checks.password
        self.leave_button = PushButton(translate("Restore", "Leave"), self, "secondary", key="Esc")
        self.open_button = PushButton(
            translate("Restore", "Open and compare"), self, "primary", "lock-open", "Enter"
        )
        self.restore_button = PushButton(
            translate("Restore", "Restore"), self, "danger", "rotate-ccw", "Ctrl+Enter"
        )
        for name in ("folder_button", "leave_button", "open_button", "restore_button"):
            getattr(self, name).setObjectName(name)

    def _lay_out(self) -> None:
        px = theme().px
        body = QHBoxLayout()
        body.setSpacing(px(12))
        body.addWidget(self.comparison, 1)
        body.addWidget(self.checks)
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(px(20), 0, px(20), px(12))
        inner.setSpacing(px(12))
        inner.addWidget(self.banner)
        inner.addWidget(self.summaries)
        inner.addLayout(body, 1)
        bar = ActionBar(self)
        text = translate("Restore", "Restoring becomes the first entry of what was restored")
        bar.add_left(IconLine("history", text, self))
        for button in (self.leave_button, self.open_button, self.restore_button):
            bar.add_at_right(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self.scroll_pane = ScrollPane(content, self)
        column.addWidget(self.scroll_pane, 1)
        column.addWidget(bar)

    def backup(self) -> KnownBackup | None:
        """Return the chosen backup, None if none was found."""
        chosen: KnownBackup | None = self.backup_box.value()  # type: ignore[assignment]
        return chosen

    def show_backups(self, backups: Sequence[KnownBackup]) -> None:
        """Offer the backups found, or explain how to get one."""
        self.backup_box.clear()
        for backup in backups:
            self.backup_box.add(self._backup_choice(backup), backup)
        self.backup_box.setVisible(bool(backups))
        if not backups:
            self.banner.show_message(
                translate("Restore", "No backup is within reach."),
                translate(
                    "Restore",
                    "Plug the stick in and open this page again, or choose the folder. None yet: "
                    "open the register, then Log and backup, Back up now.",
                ),
                "info",
            )

    @staticmethod
    def _backup_choice(backup: KnownBackup) -> str:
        template = translate("Restore", "{day}, entry {seq}, {place}")
        number = display_format.number(backup.manifest.seq)
        return template.format(day=backup_moment(backup), seq=number, place=short_location(backup))

    def show_backup(self, backup: KnownBackup | None) -> None:
        """Show the chosen backup as not opened."""
        self.summaries.show_backup(backup)
        self.comparison.show_backup(backup.manifest.counts if backup is not None else None)
        self.checks.show_backup(backup)
        if backup is not None:
            template = translate("Restore", "Restore {moment}")
            self.restore_button.set_text(template.format(moment=backup_moment(backup)))
            self.banner.hide()

    def enable_controls(self, *, is_open: bool, is_busy: bool, is_restored: bool) -> None:
        """Enable and show the fields and buttons that can be used now.

        ``is_open``: the backup is opened and compared; ``is_busy``: it is being opened or restored.
        """
        has_backup = self.backup() is not None
        can_start = not is_busy and not is_restored
        self.open_button.setEnabled(is_busy or (has_backup and can_start))
        self.open_button.setVisible(not is_open and not is_restored)
        self.restore_button.setVisible(not is_restored)
        self.restore_button.setEnabled(is_open and (is_busy or can_start))
        for widget in (self.backup_box, self.folder_button, self.account, self.password):
            widget.setEnabled(can_start)
        self.leave_button.setEnabled(not is_busy)

    def show_content(self, content: BackupContent) -> None:
        """Compare the opened backup with the present register."""
        self.summaries.show_opened(True)
        self.comparison.show_comparison(content.present, content.manifest.counts)
        self.checks.show_content(content)
        if content.present is not None:
            self._show_warning(content.present)
        self.scroll_pane.verticalScrollBar().setValue(0)

    def _show_warning(self, present: PresentOffice) -> None:
        """Warn of another register, or of visits that are missing in the backup."""
        if not present.same_register:
            title = translate("Restore", "This backup is no earlier moment of this register.")
            body = translate("Restore", "What is here now would be replaced as a whole.")
            self.banner.show_message(title, body, "warn")
        elif present.lost_visits:
            title = translate("Restore", "The backup is older than this machine.")
            template = translate(
                "Restore",
                "{count} visits since are not in it. Papers printed for them still count: they "
                "must be entered again.",
            )
            self.banner.show_message(
                title, template.format(count=display_format.number(present.lost_visits)), "warn"
            )

    def show_restored(self, result: RestoreResult) -> None:
        """Show where the previous register is kept; only the unlock screen can follow."""
        title = translate("Restore", "The backup is in its place.")
        body = ""
        if result.replaced_office is not None:
            template = translate("Restore", "The register before is kept in {folder}.")
            body = template.format(folder=result.replaced_office)
        notices = [sentence(code, "", **facts) for code, facts in result.notices()]
        self.banner.show_message(title, " ".join([body, *notices]), "warn" if notices else "ok")
        self.leave_button.set_text(translate("Restore", "To the unlock page"))
        self.leave_button.set_key("Enter")
        self.leave_button.set_kind("primary")
        self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: ReceptionError) -> None:
        """Show why no backup was found, opened or restored."""
        self.checks.progress.hide()
        self.banner.show_message("", error_sentence(error), "error")
        self.scroll_pane.verticalScrollBar().setValue(0)
        if error.code == "backup.wrong_password":
            self.focus_password()
            self.password.selectAll()

    def focus_password(self) -> None:
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
