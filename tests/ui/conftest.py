"""Fixtures of all tests of the window: theme, Vietnamese typing, pictures."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fixtures.polling import PATIENCE
from tests.ui.on_screen import OnScreenItem, on_screen_item
from tests.ui.waiting import wait_until_settled
from ui.appearance import translation
from ui.appearance.theme import Mode, theme
from ui.application_run import QT_ARGUMENTS
from ui.database_thread.garbage_collection import WindowThreadCollector


def pytest_pycollect_makeitem(
    collector: pytest.Collector, name: str, obj: object
) -> OnScreenItem | None:
    """Collect tests marked ``on_screen`` as children under a display of their own."""
    return on_screen_item(collector, name, obj)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start the tests' application in the style in which the program starts."""
    return QT_ARGUMENTS


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Collect garbage only on the window's thread, as the program does."""
    WindowThreadCollector(qapp)
    return qapp


def send_text(widget: QWidget, text: str) -> None:
    """Type as an input method does; ``keyClicks`` ends the process on Vietnamese letters."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget.focusProxy() or widget, event)


def send_preedit(widget: QWidget, text: str) -> None:
    """Set the word under composition."""
    QApplication.sendEvent(widget.focusProxy() or widget, QInputMethodEvent(text, []))


def delete_windows(app: QApplication) -> None:
    """Delete the windows that earlier tests left, before anything repaints them.

    A widget deleted with the focus ends the process. Every change of the theme styles all windows
    that are left, which took most of the suite's time.
    """
    focus = app.focusWidget()
    if focus is not None:
        focus.clearFocus()
    for top in app.topLevelWidgets():
        if top.parent() is None:
            top.hide()
            top.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def apply_light_theme(app: QApplication) -> None:
    """Apply the light theme at scale 1.0, unless it is applied already.

    Setting a style sheet styles every existing widget again, which takes long.
    """
    if (theme().mode, theme().scale) == (
        Mode.LIGHT,
        1.0,
    ) and app.styleSheet() == theme().style_sheet():
        return
    theme().apply(app, Mode.LIGHT, 1.0)


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """The input driver of pytest-qt; each of its waits lasts up to ``PATIENCE``."""
    for name in ("waitUntil", "waitSignal", "waitSignals"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=round(PATIENCE * 1000)))
    return qtbot


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Return ``type_text(widget, "Tiếng Việt")``."""
    return send_text


@pytest.fixture
def compose() -> Callable[[QWidget, str], None]:
    """Return ``compose(widget, "Nguyê")``: a word not yet committed."""
    return send_preedit


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[QApplication]:
    """Return the application in the light theme at scale 1.0, in Vietnamese."""
    translation.install(qapp, "vi")
    delete_windows(qapp)
    apply_light_theme(qapp)
    yield qapp
    delete_windows(qapp)
    apply_light_theme(qapp)
    translation.remove(qapp)


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[QWidget, str], Path]:
    """Return ``picture(widget, "name")``: a PNG of the settled widget, in $SCREENSHOTS if set."""
    folder = Path(os.environ.get("SCREENSHOTS", str(tmp_path)))

    def take(widget: QWidget, name: str) -> Path:
        wait_until_settled(widget)
        path = folder / f"{name}.png"
        assert widget.grab().save(str(path))
        return path

    return take
