"""The hand of window_day: unlock, a denunciation, paper, a half-typed visit, a fault, the lock."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.appearance.window_settings import WindowSettings
from ui.application.command_line import Options
from ui.application_run import ARGUMENTS
from ui.demo_tour.input_driver import InputDriver
from ui.features.printing.print_preview import PrintPreview
from ui.features.unlock.notices_screen import NoticesScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem
from ui.startup.application_flow import ApplicationFlow

Key = Qt.Key


class Told(Exception):
    """A fault whose message holds what was typed."""


class Day(QObject):
    """Walks through the day, a step a moment."""

    def __init__(self, program: ApplicationFlow, folder: Path, secrets: tuple[str, ...]) -> None:
        """Begin as soon as the event loop runs."""
        super().__init__()
        self._program, self._hand, self._secrets = program, InputDriver(folder), secrets
        self._script = self._steps()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(150)

    @Slot()
    def _go_on(self) -> None:
        if self._program.runner.busy:
            return
        try:
            next(self._script)
        except StopIteration:
            self._timer.stop()

    def _steps(self) -> Iterator[None]:
        yield from self._unlock()
        window = self._window()
        window.activateWindow()
        window.go(NavigationItem.HOME)
        yield
        desk = window.screen_at(NavigationItem.HOME)
        yield from self._person(desk)
        self._hand.alt(Key.Key_T)
        self._hand.type(f"Ông {self._secrets[1]} thấy đường hỏng", desk.page.content.summary)
        yield
        self._hand.alt(Key.Key_R)  # the guard's replacement
        yield
        self._hand.press(Key.Key_F8)
        yield
        yield from self._papers(window)
        window.go(NavigationItem.HOME)
        self._hand.control(Key.Key_N)
        yield
        yield from self._person(desk)
        QTimer.singleShot(0, self, self._break)
        for _ in range(20):  # more than two seconds after the last key: the draft is kept
            yield
        self._end()

    def _unlock(self) -> Iterator[None]:
        start_window = self._program.start_window
        page = start_window.page
        page.password.setText(self._secrets[0])
        page.open_button.click()
        while self._program.office is None:
            yield
        if isinstance(start_window.page, NoticesScreen):
            for tick in start_window.page.ticks:
                tick.setChecked(True)
            start_window.page.go_on.click()
        while self._program.office.window is None:
            yield

    def _window(self) -> MainWindow:
        window = self._program.office.window
        assert window is not None
        return window

    def _papers(self, window: MainWindow) -> Iterator[None]:
        self._hand.control(Key.Key_P)
        for _ in range(8):
            yield
        papers = window.findChildren(PrintPreview)
        print("previews", len(papers), flush=True)  # noqa: T201  # the test reads it
        for _ in range(10):
            if not [paper for paper in window.findChildren(PrintPreview) if paper.isVisible()]:
                break
            self._hand.press(Key.Key_Escape)
            yield

    def _end(self) -> None:
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            print("clipboard", QGuiApplication.clipboard().text(mode))  # noqa: T201  # as above
        print("open", flush=True)  # noqa: T201  # as above
        sys.stdin.readline()
        self._program.office.lock("key")

    def _person(self, desk: object) -> Iterator[None]:
        _, name, number = self._secrets
        fields = desk.page.person.fields  # type: ignore[attr-defined]
        for text, place in ((name, fields.name), ("1968", fields.birth), (number, fields.number)):
            self._hand.type(text, place)
            self._hand.control(Key.Key_A)
            self._hand.control(Key.Key_C)
            self._hand.press(Key.Key_End)
            yield
        self._hand.type("Xã Bình Lư", fields.commune)
        yield

    @Slot()
    def _break(self) -> None:
        raise Told(self._secrets[1])


def work(folder: Path, secrets: tuple[str, ...]) -> int:
    """Run the program with the day in it."""
    app = QApplication(ARGUMENTS)
    options = Options(office=folder, demonstration=True, language="vi")
    program = ApplicationFlow(app, options, WindowSettings())
    assert program.start()
    day = Day(program, folder.parent / "pictures", secrets)
    code = app.exec()
    del day
    return code
