"""Tour of the accounts: a new account, a new password, offboarding."""

from __future__ import annotations

from ui.demo_tour.input_driver import LONG_WAIT, PAGE_WAIT, InputDriver, Key, Script
from ui.features.settings.settings_screen import SettingsScreen
from ui.features.settings.staff.accounts_section import AccountsSection
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem


def steps(driver: InputDriver, window: MainWindow) -> Script:
    """Open each dialog and cancel it; no account is changed."""
    settings = window.screen_at(NavigationItem.SETTINGS)
    if not isinstance(settings, SettingsScreen):
        raise RuntimeError("the settings item must lead to the settings")
    section = settings.section("accounts")
    if not isinstance(section, AccountsSection) or not section.dialogs.may_sign():
        return
    section.add_button.click()
    yield PAGE_WAIT
    driver.save_picture(window, "them-tai-khoan")
    driver.press(Key.Key_Escape)
    yield PAGE_WAIT
    section.rights_view.setFocus()
    driver.press(Key.Key_Down)
    yield PAGE_WAIT
    for name, picture in (("password", "dat-lai-mat-khau"), ("offboard", "cho-roi-so")):
        section.account_card.buttons[name].click()
        yield LONG_WAIT
        driver.save_picture(window, picture)
        driver.press(Key.Key_Escape)
        yield PAGE_WAIT
