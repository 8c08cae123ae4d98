"""A real office with its main window and its start window, open for all tests of a module."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from reception.bootstrap import Reception, create_services
from tests.fixtures.office import HEAD, ThrowAwayOffice, build_office
from tests.scenarios.planted_identities import form_of, planted
from tests.ui.features.todo.todo_office import prepare
from tests.ui.waiting import wait_until, wait_until_settled
from ui.appearance.theme import theme
from ui.application.screen_registry import ScreenContext, create_screens
from ui.application.start_window import StartWindow
from ui.database_thread.task_runner import TaskRunner
from ui.features.register_import.import_screen import ImportScreen
from ui.features.visit_entry.readback_dialog import ReadBackDialog
from ui.features.waiting_papers.waiting_papers_screen import WaitingPapersScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem
from ui.widgets.dialog import Dialog

PEOPLE = planted(9)
SIZES = ((1366, 696), (1280, 648))


class OfficeFixture:
    """``window`` with every screen of the program; ``start_window`` for pages before unlocking.

    ``visited`` and ``seen``: names of pages opened and classes of widgets visible on them;
    ``composed``: paths of text fields in which a word was composed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: set[type[QWidget]] = set()
        self.visited: set[str] = set()
        self.composed: set[str] = set()
        self.office: ThrowAwayOffice = build_office(folder)
        self.backups = folder / "LUU-A"
        self.backups.mkdir()
        prepare(self.office)  # twenty days earlier: visits that are now on the head's to-do list
        self.runner = TaskRunner()
        found: list[Reception] = []
        self.runner.run(self._open, found)
        wait_until(lambda: found)
        self.reception = found[0]
        self.window = MainWindow()
        context = ScreenContext(self.reception, self.runner, theme(), self.window)
        self.screens = create_screens(context)
        for item, page in self.screens.pages.items():
            self.window.add_screen(item, page)
        self.start_window = StartWindow()
        self.raise_window(self.window)
        self.window.show_item(NavigationItem.HOME)
        self.settle()

    def _open(self, found: list[Reception]) -> None:
        """Unlock as the head on the database thread; enter nine visits and make a backup."""
        reception = create_services(self.office.open(HEAD))
        reception.session.settings()
        reception.office_calendar.calendar()
        for index, person in enumerate(PEOPLE):
            form = form_of(person, index)
            reception.intake.seal_visit(
                form, reception.intake.prepare(person, protected=form.protected)
            )
        reception.backups.add_location(self.backups)
        reception.backups.make(self.backups)
        self.office.clock.at += timedelta(minutes=3)
        found.append(reception)

    def settle(self) -> None:
        """Wait until the database thread is idle and the visible window has settled."""
        for top in (self.window, self.start_window):
            if top.isVisible():
                wait_until_settled(top, self.runner)

    def wait_until(self, done: Callable[[], object]) -> None:
        """Wait until a condition holds and the window has settled."""
        wait_until(done)
        self.settle()

    def raise_window(self, top: QWidget) -> QWidget:
        """Bring one of the two windows to the front."""
        other = self.start_window if top is self.window else self.window
        other.hide()
        top.resize(*SIZES[0])
        top.show()
        top.activateWindow()
        QTest.qWaitForWindowActive(top)
        return top

    def show_start_page(self, page: QWidget) -> QWidget:
        """Show a page in the start window."""
        self.start_window.show_page(page)
        top = self.raise_window(self.start_window)
        self.settle()
        return top

    def go(self, item: NavigationItem) -> QWidget:
        """Show a screen of the main window and return it."""
        self.raise_window(self.window)
        self.window.show_item(item)
        self.settle()
        screen = self.window.screen_at(item)
        assert screen is not None
        return screen

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key in the focused widget."""
        receiver = QApplication.focusWidget() or QApplication.activeWindow() or self.window
        QTest.keyClick(receiver, key, modifier)

    def record_page(self, name: str, top: QWidget) -> None:
        """Add a page to ``visited`` and its visible widgets to ``seen``."""
        self.visited.add(name)
        self.seen |= {type(part) for part in top.findChildren(QWidget) if part.isVisible()}

    def dialogs(self) -> list[QWidget]:
        """Return the visible dialogs, the newest last."""
        classes = (Dialog, ReadBackDialog, QFileDialog)
        return [
            dialog
            for top in (self.window, self.start_window)
            for dialog_class in classes
            for dialog in top.findChildren(dialog_class)
            if dialog.isVisible()
        ]

    def clear(self) -> None:
        """Close a menu, every dialog by Esc, and every import screen."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for _ in range(6):
            if not self.dialogs():
                break
            self.press(Qt.Key.Key_Escape)
            self.settle()
        assert not self.dialogs()
        while self.window.findChildren(ImportScreen):
            self.window.findChildren(ImportScreen)[0].leave()  # the first call stops the reading
            self.delete_closed()
        for page in self.window.findChildren(WaitingPapersScreen):
            page.closed.emit()
        self.delete_closed()

    def delete_closed(self) -> None:
        """Delete the widgets that were closed."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()

    def close(self) -> None:
        """Stop the database thread, close the session and both windows."""
        for page in self.window.findChildren(ImportScreen):
            page.about_to_lock()
        self.screens.flows.end_threads()
        self.runner.stop(self.reception.session.database.close)
        for top in (self.window, self.start_window):
            focus = top.focusWidget()
            if focus is not None:
                focus.clearFocus()
            top.close()
            top.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
