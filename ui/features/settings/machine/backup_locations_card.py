"""The card of backup locations: their state, a new backup in each, a trial opening of one."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.backup import DAILY_BACKUPS, MONTHLY_BACKUPS, STALE_DAYS, WEEKLY_BACKUPS
from reception.domain.errors import ReceptionError, StorageError
from ui.appearance import display_format
from ui.appearance.display_format import TagKind
from ui.appearance.theme import theme
from ui.features.settings.machine.device_row import DeviceRow
from ui.features.settings.settings_section import SettingsContext
from ui.widgets.card import Card
from ui.widgets.clear_layout import clear_layout
from ui.widgets.file_chooser import FileChooser
from ui.widgets.push_button import PushButton
from ui.widgets.tag import Tag

if TYPE_CHECKING:
    from reception.services.backup.backup_locations import BackupLocation
    from reception.services.backup.backups import Backups
    from reception.services.backup.location_states import BackupLocationState

translate = QCoreApplication.translate


class BackupLocationsCard(Card):
    """Emits ``backup_wanted(folder)`` and ``trial_wanted(backup)``.

    ``show_backup_event`` receives the results of both.
    """

    backup_wanted = Signal(object)
    trial_wanted = Signal(object)
    toast_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(translate("Settings", "Places of backups"), parent)
        self.set_follows_focus(False)
        self._context = context
        self._pending_backups = 0
        self.states: tuple[BackupLocationState, ...] = ()
        self.summary = QLabel("", self)
        self.summary.setWordWrap(True)
        self.summary.setProperty("role", "secondary")
        self.body.addWidget(self.summary)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme().px(8))
        self.body.addLayout(self._rows)
        button_text = translate("Settings", "Back up now, everywhere")
        self.back_up_button = PushButton(button_text, self, "secondary", "hard-drive")
        self.back_up_button.setObjectName("back_up_button")
        self.back_up_button.clicked.connect(self.back_up_everywhere)
        self.add_button = PushButton(translate("Settings", "Add a place"), self, "link")
        self.add_button.setObjectName("add_button")
        self.add_button.setMinimumHeight(theme().px(28))
        self.add_button.clicked.connect(self.choose_folder)
        self.add_button.setVisible(context.may_manage())
        self.add_at_right(self.add_button)
        button_row = QHBoxLayout()
        button_row.addWidget(self.back_up_button)
        button_row.addStretch(1)
        self.body.addLayout(button_row)

    @property
    def _backups(self) -> Backups:
        return self._context.reception.backups

    @Slot()
    def read_locations(self) -> None:
        """Read the state of every location: USB sticks may have been plugged in or removed."""
        job = self._backups.location_states
        self._context.runner.run(
            job, then=self._show_locations, owner=self, failed=self.failed.emit
        )

    def _show_locations(self, states: tuple[BackupLocationState, ...]) -> None:
        self.states = states
        self._release_focus()
        clear_layout(self._rows)
        for number, state in enumerate(states):
            self._rows.addWidget(self._location_row(number, state))
        self.back_up_button.setEnabled(any(state.is_connected for state in states))
        no_location_text = translate(
            "Settings", "No place is chosen yet: nothing is backed up. Add one."
        )
        template = translate(
            "Settings",
            "Each day everywhere, at the lock in the first place. Kept: {days}, {weeks}, {months}.",
        )
        retention_text = template.format(
            days=translate("Settings", "{count} of days").format(count=DAILY_BACKUPS),
            weeks=translate("Settings", "{count} of weeks").format(count=WEEKLY_BACKUPS),
            months=translate("Settings", "{count} of months").format(count=MONTHLY_BACKUPS),
        )
        self.summary.setText(retention_text if states else no_location_text)

    def _release_focus(self) -> None:
        """Move the focus off the rows: Qt crashes when a widget with the focus is deleted."""
        focus = self.focusWidget()
        if focus is not None and focus.hasFocus() and isinstance(focus.parent(), DeviceRow):
            focus.clearFocus()
            for button in (self.back_up_button, self.add_button):
                if button.isEnabled() and button.isVisible():
                    button.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    def _location_row(self, number: int, state: BackupLocationState) -> QWidget:
        row = DeviceRow("hard-drive", state.location.display_name, _location_text(state), self)
        today = self._context.reception.session.today()
        row.add(_state_tag(state, today, row))
        text = translate("Settings", "Test-read")
        trial_button = self._row_button(row, f"trial_{number}", text, state)
        trial_button.setEnabled(bool(state.backups))
        trial_button.clicked.connect(self._open_on_trial)
        if self._context.may_manage():
            text = translate("Settings", "Leave out")
            remove_button = self._row_button(row, f"remove_{number}", text, state)
            remove_button.clicked.connect(self._remove)
        return row

    def _row_button(
        self, row: DeviceRow, object_name: str, text: str, state: BackupLocationState
    ) -> PushButton:
        button = PushButton(text, row, "link")
        button.setObjectName(object_name)
        button.setAccessibleName(f"{text}, {state.location.display_name}")
        button.setMinimumHeight(theme().px(28))
        row.add(button)
        return button

    def _state_of_sender(self) -> BackupLocationState:
        sender = self.sender()
        name = sender.objectName() if sender is not None else ""
        return self.states[int(name.rpartition("_")[2])]

    @Slot()
    def back_up_everywhere(self) -> None:
        """Request a backup in every connected location."""
        locations = [state.location for state in self.states if state.is_connected]
        if not locations or self.back_up_button.busy:
            return
        self.back_up_button.set_busy(translate("Settings", "Backing up…"))
        folders = [folder for folder in map(_available_folder, locations) if folder is not None]
        self._pending_backups = len(folders)
        for folder in folders:
            self.backup_wanted.emit(folder)

    @Slot()
    def _open_on_trial(self) -> None:
        state = self._state_of_sender()
        self.summary.setText(translate("Settings", "Opening the backup and walking it…"))
        self.trial_wanted.emit(state.backups[0])

    def show_backup_event(self, event: str, result: object) -> None:
        """Show the result of a backup or of a trial opening: "made", "verified" or "failed"."""
        if event == "verified":
            self.toast_wanted.emit(translate("Settings", "The backup opens and agrees"))
        else:
            self._pending_backups = max(0, self._pending_backups - 1)
        if isinstance(result, ReceptionError):
            self.failed.emit(result)
        if not self._pending_backups:
            if self.back_up_button.busy and event == "made":
                self.toast_wanted.emit(translate("Settings", "Backed up, opened and checked"))
            self.back_up_button.set_busy("")
        if self.isVisible():
            self.read_locations()

    @Slot()
    def choose_folder(self) -> None:
        dialog = FileChooser(translate("Settings", "Folder for backups"), "", self)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.add_location)
        dialog.open()

    @Slot(str)
    def add_location(self, name: str) -> None:
        """Add a folder to the backup locations."""
        job = partial(self._backups.add_location, name)
        self._context.runner.run(
            job, then=self._confirm_change, owner=self, failed=self.failed.emit
        )

    @Slot()
    def _remove(self) -> None:
        job = partial(self._backups.remove_location, self._state_of_sender().location)
        self._context.runner.run(
            job, then=self._confirm_change, owner=self, failed=self.failed.emit
        )

    def _confirm_change(self, _result: object) -> None:
        self.toast_wanted.emit(translate("Settings", "Places of backups kept"))
        self.read_locations()


def _available_folder(location: BackupLocation) -> Path | None:
    try:
        return location.folder()
    except StorageError:
        return None  # removed in the meantime


def _location_text(state: BackupLocationState) -> str:
    text = _backups_text(state)
    if not state.unread:
        return text
    unread = translate(
        "Settings",
        "{count} more folders named as backups were not read: far more than an office makes. "
        "Move away what is not yours.",
    )
    return f"{text}. {unread.format(count=display_format.number(state.unread))}"


def _backups_text(state: BackupLocationState) -> str:
    if state.last_backup_on is None:
        return translate("Settings", "No backup yet")
    last = translate("Settings", "last {moment}").format(
        moment=display_format.day(state.last_backup_on)
    )
    if not state.is_connected:
        return f"{translate('Settings', 'not plugged in')}, {last}"
    count = translate("Settings", "{count} backups").format(count=len(state.backups))
    return f"{count}, {last}"


def _state_tag(state: BackupLocationState, today: date, parent: QWidget) -> Tag:
    if state.unread:
        return Tag(translate("Settings", "Too many"), parent, TagKind.SOON)
    if state.last_backup_on is None:
        return Tag(translate("Settings", "None yet"), parent, TagKind.SOON)
    days = (today - state.last_backup_on).days
    if days >= STALE_DAYS:
        text = translate("Settings", "{count} days ago").format(count=days)
        return Tag(text, parent, TagKind.SOON, "clock")
    text = translate("Settings", "Opened {when}")
    moment_text = (
        translate("Settings", "today")
        if days == 0
        else display_format.short_day(state.last_backup_on)
    )
    return Tag(text.format(when=moment_text), parent, TagKind.VERIFIED)
