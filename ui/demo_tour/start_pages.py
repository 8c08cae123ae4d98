"""Tour of the pages before an office is open: restore, set-up, damage, recovery."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from reception.domain.errors import StorageError
from ui.application.start_window import StartWindow
from ui.database_thread.task_runner import TaskRunner
from ui.demo_tour.input_driver import LONG_WAIT, PAGE_WAIT, SHORT_WAIT, InputDriver, Key, Script
from ui.features.restore.restore_screen import RestoreScreen
from ui.features.setup.setup_wizard import SetupWizard
from ui.features.unlock.damage_screen import DamageScreen
from ui.features.unlock.unlock_screen import UnlockScreen
from ui.startup.office_opening import OfficeOpener
from ui.startup.recovery_wiring import create_recovery_screen

_LANGUAGE = "vi"


def steps(driver: InputDriver, runner: TaskRunner, demonstration_data: dict[str, Any]) -> Script:
    """Show set-up, damage and recovery in a separate window; no office is created.

    ``demonstration_data`` is the content of ``resources/data/demonstration.json``.
    """
    window = StartWindow()
    window.show()
    with tempfile.TemporaryDirectory(prefix="reception-tour-") as name:
        folder = Path(name) / "office"
        yield from _set_up(driver, window, (runner, folder), demonstration_data)
        window.show_page(DamageScreen(StorageError("database.damaged"), folder, _LANGUAGE, window))
        yield PAGE_WAIT
        driver.save_picture(window, "so-bi-hong")
        window.show_page(
            create_recovery_screen(folder, OfficeOpener(demonstration=True), runner, _LANGUAGE)
        )
        yield PAGE_WAIT
        driver.save_picture(window, "mo-bang-hai-to-khoi-phuc")
    window.close()
    window.deleteLater()
    yield SHORT_WAIT


def restore_steps(driver: InputDriver, window: StartWindow, account: tuple[str, str]) -> Script:
    """Compare a backup of the demonstration office with its register; nothing is restored.

    ``account`` is (name, password).
    """
    unlock = window.page
    if not isinstance(unlock, UnlockScreen):
        raise TypeError("the tour begins at the unlock screen")
    unlock.restore_wanted.emit()
    yield LONG_WAIT
    screen = window.page
    if not isinstance(screen, RestoreScreen):
        raise TypeError("the unlock screen must lead to the restore screen")
    name, password = account
    screen.page.account.choose(name)
    driver.type(password, screen.page.password)
    yield PAGE_WAIT
    driver.save_picture(window, "khoi-phuc")
    driver.press(Key.Key_Return)
    yield LONG_WAIT
    driver.save_picture(window, "khoi-phuc-so-sanh")
    screen.leave()
    yield PAGE_WAIT


def _set_up(
    driver: InputDriver,
    window: StartWindow,
    office: tuple[TaskRunner, Path],
    demonstration_data: dict[str, Any],
) -> Script:
    runner, folder = office
    opener = OfficeOpener(demonstration=True)
    wizard = SetupWizard(folder, runner, opener.create, _LANGUAGE, window)
    window.show_page(wizard)
    yield PAGE_WAIT
    driver.save_picture(window, "thiet-lap-don-vi")
    for card, (person, _, password) in zip(
        wizard.people_step.cards, demonstration_data["staff"], strict=False
    ):
        card.name.setText(person)
        card.password.setText(password)
    wizard.people_step.cards[1].reading_option.checkbox.setChecked(True)
    wizard.show_step(1)
    yield LONG_WAIT
    driver.save_picture(window, "thiet-lap-tai-khoan")
    wizard.show_step(2)
    yield LONG_WAIT
    driver.save_picture(window, "thiet-lap-to-khoi-phuc")
