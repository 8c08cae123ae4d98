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
from ui.features.settings.section_registry import SECTIONS, title
from ui.features.settings.settings_section import SettingsContext, SettingsSection
from ui.shell import actions
from ui.widgets.banner import Banner
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from ui.features.printing.print_thread import PrintThread

translate = QCoreApplication.translate


class SettingsScreen(QWidget):
    """``look_changed(WindowLook)`` at once; ``toast_wanted(text)`` after something was saved.

    ``backup_wanted(folder)`` requests a backup, ``trial_wanted(backup)`` a trial opening; the
    result is passed to ``backup_made``, ``backup_tried`` or ``backup_failed``.
    ``print_wanted(job)`` requests a print.
    """

    look_changed = Signal(object)
    toast_wanted = Signal(str)
    backup_wanted = Signal(object)
    trial_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(
        self,
        reception: Reception,
        runner: TaskRunner,
        parent: QWidget,
        machine: WindowSettings,
        print_thread: PrintThread | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = SettingsContext(reception, runner, machine, print_thread)
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
        self.header.add_side(self.save_button)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.list = SectionList([_entry(section.name, section.icon) for section in SECTIONS], self)
        self.stack = QStackedWidget(self)
        self.stack.setProperty("clear", True)
        right = QVBoxLayout()
        right.setSpacing(theme().px(12))
        right.addWidget(self.banner)
        right.addWidget(self.stack, 1)
        row = QHBoxLayout()
        edge = theme().px(20)
        row.setContentsMargins(edge, 0, edge, theme().px(12))
        row.setSpacing(theme().px(14))
        row.addWidget(self.list)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row, 1)

    def _wire(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.save_button.clicked.connect(self.save)
        actions.create("save", self, self.save)
        actions.create("print", self, self.print_page)
        for entry in SECTIONS:
            action = actions.create(f"settings.{entry.name}", self, self._by_key)
            action.setData(entry.name)

    def section(self, name: str) -> SettingsSection:
        """Return a section, created when it is first needed."""
        if name not in self._sections:
            entry = next(section_entry for section_entry in SECTIONS if section_entry.name == name)
            section = self._sections[name] = entry.make(self._context, self)
            section.toast_wanted.connect(self._show_saved)
            section.failed.connect(self._show_error)
            section.look_changed.connect(self.look_changed)
            section.backup_wanted.connect(self.backup_wanted)
            section.trial_wanted.connect(self.trial_wanted)
            section.print_wanted.connect(self.print_wanted)
            section.subtitle_changed.connect(self._show_header)
            pane = self._panes[name] = ScrollPane(section, self)
            self.stack.addWidget(pane)
        return self._sections[name]

    def current(self) -> SettingsSection:
        return self.section(self.list.current())

    def show_section(self, name: str) -> None:
        """Show a section and put the focus into it."""
        self.list.choose(name)
        self._chosen(name)
        self.section(name).entered()

    @Slot()
    def _by_key(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.show_section(str(sender.data()))

    @Slot(str)
    def _chosen(self, name: str) -> None:
        """Show a section; the focus stays in the list, for further arrow keys."""
        commit_composition()
        section = self.section(name)
        self.banner.hide()
        self.stack.setCurrentWidget(self._panes[name])
        for button in self._header_buttons:
            button.hide()
        self._header_buttons = list(section.header_buttons())
        for button in self._header_buttons:
            if button.parentWidget() is not self.header:
                self.header.add_side(button)
            button.show()
        self._show_header()
        section.refresh()

    @Slot()
    def _show_header(self) -> None:
        section = self.current()
        self.header.set_subtitle(section.subtitle())
        self.save_button.setVisible(section.savable and not section.has_own_save_button)

    def entered(self) -> None:
        self._chosen(self.list.current())
        self.current().entered()

    @Slot(object)
    def backup_made(self, result: object) -> None:
        self._forward_backup_event("made", result)

    @Slot(object)
    def backup_tried(self, manifest: object) -> None:
        self._forward_backup_event("tried", manifest)

    @Slot(object)
    def backup_failed(self, error: object) -> None:
        self._forward_backup_event("failed", error)

    def _forward_backup_event(self, event: str, result: object) -> None:
        for section in self._sections.values():
            section.backup_event(event, result)

    def about_to_lock(self) -> None:
        for section in self._sections.values():
            section.about_to_lock()

    @Slot()
    def save(self) -> None:
        """Save the present section (Ctrl+S)."""
        commit_composition()
        if self.current().savable:
            self.current().save()

    @Slot()
    def print_page(self) -> None:
        """Print the page of the present section (Ctrl+P)."""
        self.current().print_page()

    @Slot(str)
    def _show_saved(self, text: str) -> None:
        self.banner.hide()
        self.toast_wanted.emit(text)

    @Slot(object)
    def _show_error(self, error: ReceptionError) -> None:
        self.banner.show_message("", error_sentence(error), "error")


def _entry(name: str, icon: str) -> tuple[str, str, str, str]:
    return name, title(name), icon, actions.keys_text(f"settings.{name}")
