"""Tour through disclosure: the reason, the revealed identity, a letter, a look-up by code."""

from __future__ import annotations

from typing import Any

from reception.domain.petition import PetitionKind
from reception.services.register.register_row import RegisterRow
from ui.demo_tour.input_driver import LONG_WAIT, PAGE_WAIT, SHORT_WAIT, InputDriver, Key, Script
from ui.features.register.register_screen import RegisterScreen
from ui.shell.main_window import MainWindow

_NEWEST_ROWS = 50  # enough to contain an ordinary visit


def steps(
    driver: InputDriver, window: MainWindow, register: RegisterScreen, texts: dict[str, Any]
) -> Script:
    """Reveal the name of an ordinary reporter, write a letter, look up an unknown code."""
    _select_ordinary_visit(register)
    yield PAGE_WAIT
    yield from _enter_reason(driver, texts, Key.Key_Space)
    driver.save_picture(window, "xin-mo-danh-tinh")
    driver.control(Key.Key_Return)
    yield LONG_WAIT
    driver.save_picture(window, "dang-mo-danh-tinh")
    driver.press(Key.Key_Escape)
    yield PAGE_WAIT
    yield from _write_letter(driver, window, texts)
    driver.press(Key.Key_F6)
    yield PAGE_WAIT
    driver.type("7K3F-2MXD-9T4P")
    driver.press(Key.Key_Return)
    yield LONG_WAIT
    driver.save_picture(window, "tra-theo-ma")
    driver.press(Key.Key_Escape)
    yield PAGE_WAIT


def _enter_reason(driver: InputDriver, texts: dict[str, Any], *keys: Key) -> Script:
    """Open the dialog with F9; ``keys`` choose the reason, then its explanation is typed."""
    driver.press(Key.Key_F9)
    yield PAGE_WAIT
    for key in keys:
        driver.press(key)
    for _ in range(6):  # Tab moves past the other reasons to the text field
        if driver.is_in_text_area():
            break
        driver.press(Key.Key_Tab)
    driver.type(texts["why"])
    yield SHORT_WAIT


def _write_letter(driver: InputDriver, window: MainWindow, texts: dict[str, Any]) -> Script:
    """Write a letter and preview it; the name is added when the paper is made."""
    yield from _enter_reason(driver, texts, Key.Key_Space, Key.Key_Right)
    driver.control(Key.Key_Return)
    yield PAGE_WAIT
    driver.type(texts["letter"])
    yield SHORT_WAIT
    driver.save_picture(window, "thu-gui-nguoi-den")
    driver.control(Key.Key_Return)
    yield LONG_WAIT
    driver.save_picture(window, "xem-truoc-thu")
    for _ in range(2):  # closes the preview, then its question about the unprinted letter
        driver.press(Key.Key_Escape)
        yield LONG_WAIT


def _select_ordinary_visit(register: RegisterScreen) -> None:
    for number in range(min(_NEWEST_ROWS, register.page.row_count())):
        row = register.page.model.row_at(number)
        if isinstance(row, RegisterRow) and not row.voided and not PetitionKind(row.kind).protected:
            register.page.table.selectRow(number)
            register.page.table.setFocus()
            return
