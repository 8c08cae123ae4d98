"""One machine on which people sign in one after another, each with a new window."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reception.bootstrap import Reception, create_services
from reception.domain.todo_item import TodoItem
from reception.services.access.session import Session
from ui.appearance.theme import theme
from ui.application.screen_registry import ScreenContext, create_screens
from ui.database_thread.task_runner import TaskRunner
from ui.features.todo.home_pages import HomePages
from ui.features.todo.todo_screen import TodoScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

K = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Office(Protocol):
    """An office that is unlocked by the name of an account."""

    def open(self, name: str) -> Session:
        """Return the session of an account."""


def label_texts(widget: QWidget) -> str:
    """Return the texts of all labels in a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def spoken_text(page: TodoScreen) -> str:
    """Return the list as a screen reader reads it, one line an item."""
    model = page.todo_view.todo_model
    return "\n".join(model.line(row).accessible_text() for row in range(model.rowCount()))


class WindowMachine:
    """Opens a window for one account after another; ``opened``: the services of the present one."""

    def __init__(self, office: Office, qtbot) -> None:
        self.office, self.qtbot = office, qtbot
        self.runner: TaskRunner | None = None
        self.opened: list[Reception] = []

    def sign_in(self, name: str) -> MainWindow:
        """Sign out, then unlock as ``name`` and show the window."""
        self.sign_out()
        self.runner = TaskRunner()
        self.opened = []
        self.runner.run(self._open, name, then=self.opened.append, owner=self.runner)
        self.qtbot.waitUntil(lambda: bool(self.opened))
        self.window = MainWindow()
        self.qtbot.addWidget(self.window)
        context = ScreenContext(self.opened[0], self.runner, theme(), self.window)
        self.screens = create_screens(context)
        for item, page in self.screens.pages.items():
            self.window.add_screen(item, page)
        self.window.resize(1366, 696)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.window.show_item(NavigationItem.HOME)
        return self.window

    def _open(self, name: str) -> Reception:
        reception = create_services(self.office.open(name))
        reception.session.settings()
        return reception

    @property
    def pages(self) -> HomePages:
        """The two pages of the home screen."""
        return self.screens.home

    def todo(self) -> TodoScreen:
        """Show the to-do list by key and wait until it is read."""
        self.press(K.Key_C, ALT)
        page = self.pages.todo_page
        assert page is not None
        self.settle()
        return page

    def settle(self) -> None:
        """Wait until the database thread has done every job asked for so far."""
        done: list[object] = []
        assert self.runner is not None
        self.runner.run(int, then=done.append, owner=self.window)
        self.qtbot.waitUntil(lambda: bool(done))

    def select_item(self, kind: type[TodoItem]) -> None:
        """Select the first item of a kind with the arrow keys."""
        page = self.pages.todo_page
        assert page is not None
        page.todo_view.setFocus()
        self.press(K.Key_Home)
        for _ in range(30):
            if isinstance(page.todo_view.current_item(), kind):
                return
            self.press(K.Key_Down)
        raise AssertionError(f"no item of {kind}")

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the focused widget."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """Wait for a dialog and return it."""

        def is_open() -> bool:
            return any(d.isVisible() for d in self.window.findChildren(kind))

        self.qtbot.waitUntil(is_open)
        return next(d for d in self.window.findChildren(kind) if d.isVisible())

    def wait_closed(self, kind: type[QWidget]) -> None:
        """Wait until no dialog of a kind is visible."""

        def is_closed() -> bool:
            return not any(d.isVisible() for d in self.window.findChildren(kind))

        self.qtbot.waitUntil(is_closed)

    def sign_out(self) -> None:
        if self.runner is not None:
            self.screens.flows.end_threads()
            self.window.hide()
            self.runner.stop(self.opened[0].session.close)
            self.runner = None
