"""Every screen of an open office in a window, for tests that go from one screen to another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from tests.ui.features.visit_entry.conftest import EntryStage
from tests.ui.waiting import run_event_loop
from ui.appearance.theme import theme
from ui.application.screen_registry import OfficeScreens, ScreenContext, create_screens
from ui.shell.main_window import MainWindow


@contextmanager
def shown_screens(entry_stage: EntryStage) -> Iterator[tuple[MainWindow, OfficeScreens]]:
    """Every screen of the open office in a window of its own, closed afterwards."""
    window = MainWindow()
    context = ScreenContext(entry_stage.reception, entry_stage.runner, theme(), window)
    screens = create_screens(context)
    for item, page in screens.pages.items():
        window.add_screen(item, page)
    window.resize(1366, 696)
    window.show()
    yield window, screens
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    screens.flows.end_threads()
    window.close()
    run_event_loop()
