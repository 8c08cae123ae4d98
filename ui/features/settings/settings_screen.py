"""Settings: the list of sections at the left, one of them beside it."""

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
    """``look_changed(Look)`` at once; ``said(text)`` after something was kept.

    ``backup_wanted(folder)`` asks for a copy, ``trial_wanted(backup)`` to open one;
    ``print_wanted(job)``; ``backup_made``, ``backup_tried``, ``backup_failed`` answer.
    ``show_section(id)``, ``section(id)``.
    """

    look_changed = Signal(object)
    said = Signal(str)
    backup_wanted = Signal(object)
    trial_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(
        self,
        reception: Reception,
        runner: TaskRunner,
        parent: QWidget,
        machine: WindowSettings,
        clerk: PrintThread | None = None,
    ) -> None:
        """Make the frame; a section is made when it is first shown."""
        super().__init__(parent)
        self._study = SettingsContext(reception, runner, machine, clerk)
        self._made: dict[str, SettingsSection] = {}
        self._panes: dict[str, ScrollPane] = {}
        self._sides: list[QWidget] = []
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
        self.list = SectionList([_entry(one.name, one.icon) for one in SECTIONS], self)
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

    # -- sections -------------------------------------------------------------------------

    def section(self, name: str) -> SettingsSection:
        """Return a section, made when it is first asked for."""
        if name not in self._made:
            entry = next(one for one in SECTIONS if one.name == name)
            made = self._made[name] = entry.make(self._study, self)
            made.said.connect(self._kept)
            made.failed.connect(self._failed)
            made.look_changed.connect(self.look_changed)
            made.backup_wanted.connect(self.backup_wanted)
            made.trial_wanted.connect(self.trial_wanted)
            made.print_wanted.connect(self.print_wanted)
            made.titled.connect(self._head)
            pane = self._panes[name] = ScrollPane(made, self)
            self.stack.addWidget(pane)
        return self._made[name]

    def current(self) -> SettingsSection:
        """Return the section that shows."""
        return self.section(self.list.current())

    def show_section(self, name: str) -> None:
        """Show a section and begin to work in it."""
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
        """Show a section; the focus stays in the list, so that arrows go on."""
        commit_composition()
        made = self.section(name)
        self.banner.hide()
        self.stack.setCurrentWidget(self._panes[name])
        for old in self._sides:
            old.hide()
        self._sides = list(made.sides())
        for side in self._sides:
            if side.parentWidget() is not self.header:
                self.header.add_side(side)
            side.show()
        self._head()
        made.shown()

    @Slot()
    def _head(self) -> None:
        made = self.current()
        self.header.set_subtitle(made.words())
        self.save_button.setVisible(made.savable and not made.saves_itself)

    def entered(self) -> None:
        """Show the section that was shown last and begin there."""
        self._chosen(self.list.current())
        self.current().entered()

    @Slot(object)
    def backup_made(self, made: object) -> None:
        """Hear that a copy counts."""
        self._tell("made", made)

    @Slot(object)
    def backup_tried(self, manifest: object) -> None:
        """Hear that a backup opened and agrees."""
        self._tell("tried", manifest)

    @Slot(object)
    def backup_failed(self, error: object) -> None:
        """Hear why there is no copy, or what is wrong with one."""
        self._tell("failed", error)

    def _tell(self, event: str, what: object) -> None:
        for made in self._made.values():
            made.backup_told(event, what)

    def about_to_lock(self) -> None:
        """Let every section forget what must not stay."""
        for made in self._made.values():
            made.about_to_lock()

    @Slot()
    def save(self) -> None:
        """Keep what the section that shows holds (Ctrl+S)."""
        commit_composition()
        if self.current().savable:
            self.current().save()

    @Slot()
    def print_page(self) -> None:
        """Print what the section that shows has to print (Ctrl+P)."""
        self.current().print_page()

    @Slot(str)
    def _kept(self, words: str) -> None:
        self.banner.hide()
        self.said.emit(words)

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        self.banner.say("", error_sentence(error), "error")


def _entry(name: str, icon: str) -> tuple[str, str, str, str]:
    return name, title(name), icon, actions.keys_text(f"settings.{name}")
