"""The settings: the list of sections, and the chosen section beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from ui.appearance.theme import theme
from ui.appearance.window_settings import WindowSettings
from ui.database_thread.task_runner import TaskRunner
from ui.features.settings.section_list import SectionList
from ui.features.settings.section_registry import SECTIONS, section_title
from ui.features.settings.settings_section import SettingsContext, SettingsSection
from ui.shell import actions
from ui.shell.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from ui.features.printing.print_thread import PrintThread

translate = QCoreApplication.translate


class SettingsScreen(Screen):
    """``appearance_changed(AppearanceSettings)``: to be applied at once.

    ``toast_wanted(text)`` after saving.

    ``backup_wanted(folder)`` requests a backup, ``trial_wanted(backup)`` a trial opening; the
    result is passed to ``show_backup_made``, ``show_backup_verified`` or ``show_backup_error``.
    ``print_wanted(job)`` requests a print.
    """

    appearance_changed = Signal(object)
    toast_wanted = Signal(str)
    backup_wanted = Signal(object)
    trial_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(
        self,
        reception: Reception,
        runner: TaskRunner,
        parent: QWidget,
        window_settings: WindowSettings,
        print_thread: PrintThread | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = SettingsContext(reception, runner, window_settings, print_thread)
        self._sections: dict[str, SettingsSection] = {}
        self._panes: dict[str, ScrollPane] = {}
        self._header_buttons: list[QWidget] = []
        self._build()
        self._wire()

    def _build(self) -> None:
        self.header = PageHeader(translate("Settings", "Settings"), self)
        self.save_button = PushButton(
            translate("Settings", "Save"), self, "primary", "save", "Ctrl+S"
        )
        self.save_button.setObjectName("save_button")
        self.save_button.hide()
        self.header.add_at_right(self.save_button)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.section_list = SectionList(
            [_list_entry(section.section_id, section.icon) for section in SECTIONS], self
        )
        self.stack = QStackedWidget(self)
        self.stack.setProperty("clear", True)
        right_column = QVBoxLayout()
        right_column.setSpacing(theme().px(12))
        right_column.addWidget(self.banner)
        right_column.addWidget(self.stack, 1)
        row = QHBoxLayout()
        margin = theme().px(20)
        row.setContentsMargins(margin, 0, margin, theme().px(12))
        row.setSpacing(theme().px(14))
        row.addWidget(self.section_list)
        row.addLayout(right_column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row, 1)

    def _wire(self) -> None:
        self.section_list.chosen.connect(self._show_chosen_section)
        self.save_button.clicked.connect(self.save)
        actions.create("save", self, self.save)
        actions.create("print", self, self.print_page)
        for entry in SECTIONS:
            action = actions.create(f"settings.{entry.section_id}", self, self._show_by_shortcut)
            action.setData(entry.section_id)

    def section(self, section_id: str) -> SettingsSection:
        """Return a section, created when it is first needed."""
        if section_id not in self._sections:
            entry = next(
                section_entry
                for section_entry in SECTIONS
                if section_entry.section_id == section_id
            )
            section = self._sections[section_id] = entry.create(self._context, self)
            section.toast_wanted.connect(self._show_saved)
            section.failed.connect(self._show_error)
            section.appearance_changed.connect(self.appearance_changed)
            section.backup_wanted.connect(self.backup_wanted)
            section.trial_wanted.connect(self.trial_wanted)
            section.print_wanted.connect(self.print_wanted)
            section.subtitle_changed.connect(self._show_header)
            pane = self._panes[section_id] = ScrollPane(section, self)
            self.stack.addWidget(pane)
        return self._sections[section_id]

    def current_section(self) -> SettingsSection:
        return self.section(self.section_list.current_id())

    def show_section(self, section_id: str) -> None:
        """Show a section and put the focus into it."""
        self.section_list.choose(section_id)
        self._show_chosen_section(section_id)
        self.section(section_id).on_entered()

    @Slot()
    def _show_by_shortcut(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.show_section(str(sender.data()))

    @Slot(str)
    def _show_chosen_section(self, section_id: str) -> None:
        """Show a section; the focus stays in the list, for further arrow keys."""
        commit_composition()
        section = self.section(section_id)
        self.banner.hide()
        self.stack.setCurrentWidget(self._panes[section_id])
        for button in self._header_buttons:
            button.hide()
        self._header_buttons = list(section.header_buttons())
        for button in self._header_buttons:
            if button.parentWidget() is not self.header:
                self.header.add_at_right(button)
            button.show()
        self._show_header()
        section.refresh()

    @Slot()
    def _show_header(self) -> None:
        section = self.current_section()
        self.header.set_subtitle(section.subtitle())
        self.save_button.setVisible(section.can_save and not section.has_own_save_button)

    def on_entered(self) -> None:
        self._show_chosen_section(self.section_list.current_id())
        self.current_section().on_entered()

    @Slot(object)
    def show_backup_made(self, result: object) -> None:
        self._forward_backup_event("made", result)

    @Slot(object)
    def show_backup_verified(self, manifest: object) -> None:
        self._forward_backup_event("verified", manifest)

    @Slot(object)
    def show_backup_error(self, error: object) -> None:
        self._forward_backup_event("failed", error)

    def _forward_backup_event(self, event: str, result: object) -> None:
        for section in self._sections.values():
            section.show_backup_event(event, result)

    def about_to_lock(self) -> None:
        for section in self._sections.values():
            section.about_to_lock()

    @Slot()
    def save(self) -> None:
        """Save the present section (Ctrl+S)."""
        commit_composition()
        if self.current_section().can_save:
            self.current_section().save()

    @Slot()
    def print_page(self) -> None:
        """Print the page of the present section (Ctrl+P)."""
        self.current_section().print_page()

    @Slot(str)
    def _show_saved(self, text: str) -> None:
        self.banner.hide()
        self.toast_wanted.emit(text)

    @Slot(object)
    def _show_error(self, error: ReceptionError) -> None:
        self.banner.show_message("", error_sentence(error), "error")


def _list_entry(section_id: str, icon: str) -> tuple[str, str, str, str]:
    return (
        section_id,
        section_title(section_id),
        icon,
        actions.first_key_text(f"settings.{section_id}"),
    )
