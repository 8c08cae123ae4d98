"""The pages around a seal: asking for a name, the minute it is open, and a return code."""

from __future__ import annotations

from typing import Any

from reception.domain.petition import PetitionKind
from ui.demo_tour.input_driver import LONG, PAGE, SOON, InputDriver, Key, Script
from ui.features.register.register_screen import RegisterScreen
from ui.shell.main_window import MainWindow

_ROWS = 50  # among so many of the newest there is an ordinary visit


def steps(
    hand: InputDriver, window: MainWindow, register: RegisterScreen, words: dict[str, Any]
) -> Script:
    """Open an ordinary reporter's name, write a letter, look a code up that leads nowhere."""
    _stand_on_an_ordinary_visit(register)
    yield PAGE
    yield from _ask(hand, words, Key.Key_Space)
    hand.keep(window, "xin-mo-danh-tinh")
    hand.control(Key.Key_Return)
    yield LONG
    hand.keep(window, "dang-mo-danh-tinh")
    hand.press(Key.Key_Escape)
    yield PAGE
    yield from _letter(hand, window, words)
    hand.press(Key.Key_F6)
    yield PAGE
    hand.type("BN-0001")
    hand.press(Key.Key_Tab)
    hand.type("7K3F-2MXD-9T4P")
    hand.press(Key.Key_Return)
    yield LONG
    hand.keep(window, "tra-theo-ma")
    hand.press(Key.Key_Escape)
    yield PAGE


def _ask(hand: InputDriver, words: dict[str, Any], *reason: Key) -> Script:
    """Ask with F9: keys that choose the reason, then what for."""
    hand.press(Key.Key_F9)
    yield PAGE
    for key in reason:
        hand.press(key)
    for _ in range(6):  # past the other reasons to the words
        if hand.typing():
            break
        hand.press(Key.Key_Tab)
    hand.type(words["why"])
    yield SOON


def _letter(hand: InputDriver, window: MainWindow, words: dict[str, Any]) -> Script:
    """Write a letter and look at it: the name is put in when it is made."""
    yield from _ask(hand, words, Key.Key_Space, Key.Key_Right)
    hand.control(Key.Key_Return)
    yield PAGE
    hand.type(words["letter"])
    yield SOON
    hand.keep(window, "thu-gui-nguoi-den")
    hand.control(Key.Key_Return)
    yield LONG
    hand.keep(window, "xem-truoc-thu")
    hand.press(Key.Key_Escape)
    yield LONG


def _stand_on_an_ordinary_visit(register: RegisterScreen) -> None:
    for place in range(min(_ROWS, register.page.row_count())):
        row = register.page.model.row_at(place)
        kind = getattr(row, "kind", PetitionKind.DENUNCIATION.value)
        if kind != PetitionKind.DENUNCIATION.value and not getattr(row, "voided", False):
            register.page.table.selectRow(place)
            register.page.table.setFocus()
            return
