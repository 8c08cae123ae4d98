"""Steps of window_process: unlock, a denunciation, its paper, a draft, an exception, the lock."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.appearance.window_settings import WindowSettings
from ui.application.command_line import Options
from ui.application_run import QT_ARGUMENTS
from ui.demo_tour.input_driver import InputDriver
from ui.features.printing.print_preview import PrintPreview
from ui.features.unlock.notices_screen import NoticesScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem
from ui.startup.application_flow import ApplicationFlow

Key = Qt.Key


class TypedTextError(Exception):
    """An exception whose message contains typed text."""


class WindowDay(QObject):
    """Carries out one step every 150 ms while the database thread is idle."""

    def __init__(self, program: ApplicationFlow, folder: Path, secrets: tuple[str, ...]) -> None:
        super().__init__()
        self._program, self._driver, self._secrets = program, InputDriver(folder), secrets
        self._script = self._steps()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._run_next_step)
        self._timer.start(150)

    @Slot()
    def _run_next_step(self) -> None:
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
        window.show_item(NavigationItem.HOME)
        yield
        screen = window.screen_at(NavigationItem.HOME)
        yield from self._type_person(screen)
        self._driver.alt(Key.Key_T)
        self._driver.type(
            f"Ông {self._secrets[1]} thấy đường hỏng", screen.page.content_card.summary
        )
        yield
        self._driver.alt(Key.Key_R)  # the replacement that the leak guard offers
        yield
        self._driver.press(Key.Key_F8)
        yield
        yield from self._preview_papers(window)
        window.show_item(NavigationItem.HOME)
        self._driver.control(Key.Key_N)
        yield
        yield from self._type_person(screen)
        QTimer.singleShot(0, self, self._raise_error)
        for _ in range(20):  # the draft is stored two seconds after the last key
            yield
        self._report_and_lock()

    def _unlock(self) -> Iterator[None]:
        start_window = self._program.start_window
        page = start_window.page
        page.password.setText(self._secrets[0])
        page.open_button.click()
        while self._program.office is None:
            yield
        if isinstance(start_window.page, NoticesScreen):
            for check_box in start_window.page.check_boxes:
                check_box.setChecked(True)
            start_window.page.continue_button.click()
        while self._program.office.window is None:
            yield

    def _window(self) -> MainWindow:
        window = self._program.office.window
        assert window is not None
        return window

    def _preview_papers(self, window: MainWindow) -> Iterator[None]:
        self._driver.control(Key.Key_P)
        for _ in range(8):
            yield
        previews = window.findChildren(PrintPreview)
        print("previews", len(previews), flush=True)  # noqa: T201  # the test reads it
        for _ in range(10):
            if not [
                preview for preview in window.findChildren(PrintPreview) if preview.isVisible()
            ]:
                break
            self._driver.press(Key.Key_Escape)
            yield

    def _report_and_lock(self) -> None:
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            print("clipboard", QGuiApplication.clipboard().text(mode))  # noqa: T201  # as above
        print("open", flush=True)  # noqa: T201  # as above
        sys.stdin.readline()
        self._program.office.lock("key")

    def _type_person(self, screen: object) -> Iterator[None]:
        _, name, number = self._secrets
        fields = screen.page.person_card.fields  # type: ignore[attr-defined]
        for text, field in ((name, fields.name), ("1968", fields.birth), (number, fields.number)):
            self._driver.type(text, field)
            self._driver.control(Key.Key_A)
            self._driver.control(Key.Key_C)
            self._driver.press(Key.Key_End)
            yield
        self._driver.type("Xã Bình Lư", fields.commune)
        yield

    @Slot()
    def _raise_error(self) -> None:
        raise TypedTextError(self._secrets[1])


def run_day(folder: Path, secrets: tuple[str, ...]) -> int:
    """Run the program with the steps of the day; return its exit status."""
    app = QApplication(QT_ARGUMENTS)
    options = Options(office=folder, demonstration=True, language="vi")
    program = ApplicationFlow(app, options, WindowSettings())
    assert program.start()
    day = WindowDay(program, folder.parent / "pictures", secrets)
    code = app.exec()
    del day
    return code
