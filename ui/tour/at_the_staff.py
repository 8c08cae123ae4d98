"""The walk's way through accounts: somebody added, a new password, custody, somebody who leaves."""

from __future__ import annotations

from ui.main_window import MainWindow
from ui.places import Place
from ui.screens.settings.accounts import AccountsSection
from ui.screens.settings.screen import SettingsScreen
from ui.tour.hand import LONG, PAGE, Hand, Key, Script


def steps(hand: Hand, window: MainWindow) -> Script:
    """Open each dialog and leave it again; nobody is changed."""
    settings = window.screen_at(Place.SETTINGS)
    if not isinstance(settings, SettingsScreen):
        raise RuntimeError("the settings are not at their place")
    part = settings.section("accounts")
    if not isinstance(part, AccountsSection) or not part.acts.may_sign():
        return
    part.add_button.click()
    yield PAGE
    hand.keep(window, "them-tai-khoan")
    hand.press(Key.Key_Escape)
    yield PAGE
    part.view.setFocus()
    hand.press(Key.Key_Down)
    yield PAGE
    for name, picture in (("password", "dat-lai-mat-khau"), ("leave", "cho-roi-so")):
        part.person.buttons[name].click()
        yield LONG
        hand.keep(window, picture)
        hand.press(Key.Key_Escape)
        yield PAGE
