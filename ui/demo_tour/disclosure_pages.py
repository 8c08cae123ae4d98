"""Tour through disclosure: the reason, the opened identity, a letter, a look-up by code."""

from __future__ import annotations

from typing import Any

from reception.domain.petition import PetitionKind
from reception.services.register.register import RegisterRow
from ui.demo_tour.input_driver import LONG, PAGE, SOON, InputDriver, Key, Script
from ui.features.register.register_screen import RegisterScreen
from ui.shell.main_window import MainWindow

_ROWS = 50  # an ordinary visit is among this many of the newest


def steps(
    driver: InputDriver, window: MainWindow, register: RegisterScreen, words: dict[str, Any]
) -> Script:
    """Open an ordinary reporter's name, write a letter, look up an unknown code."""
    _select_ordinary_visit(register)
    yield PAGE
    yield from _ask(driver, words, Key.Key_Space)
    driver.keep(window, "xin-mo-danh-tinh")
    driver.control(Key.Key_Return)
    yield LONG
    driver.keep(window, "dang-mo-danh-tinh")
    driver.press(Key.Key_Escape)
    yield PAGE
    yield from _letter(driver, window, words)
    driver.press(Key.Key_F6)
    yield PAGE
    driver.type("BN-0001")
    driver.press(Key.Key_Tab)
    driver.type("7K3F-2MXD-9T4P")
    driver.press(Key.Key_Return)
    yield LONG
    driver.keep(window, "tra-theo-ma")
    driver.press(Key.Key_Escape)
    yield PAGE


def _ask(driver: InputDriver, words: dict[str, Any], *reason: Key) -> Script:
    """Ask with F9: keys choose the reason, then its words are typed."""
    driver.press(Key.Key_F9)
    yield PAGE
    for key in reason:
        driver.press(key)
    for _ in range(6):  # past the other reasons to the field of the words
        if driver.typing():
            break
        driver.press(Key.Key_Tab)
    driver.type(words["why"])
    yield SOON


def _letter(driver: InputDriver, window: MainWindow, words: dict[str, Any]) -> Script:
    """Write a letter and preview it; the name is added when it is made."""
    yield from _ask(driver, words, Key.Key_Space, Key.Key_Right)
    driver.control(Key.Key_Return)
    yield PAGE
    driver.type(words["letter"])
    yield SOON
    driver.keep(window, "thu-gui-nguoi-den")
    driver.control(Key.Key_Return)
    yield LONG
    driver.keep(window, "xem-truoc-thu")
    driver.press(Key.Key_Escape)
    yield LONG


def _select_ordinary_visit(register: RegisterScreen) -> None:
    for place in range(min(_ROWS, register.page.row_count())):
        row = register.page.model.row_at(place)
        if isinstance(row, RegisterRow) and not row.voided and not PetitionKind(row.kind).protected:
            register.page.table.selectRow(place)
            register.page.table.setFocus()
            return
