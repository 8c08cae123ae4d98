"""The pages in front of an office: set-up, damage and opening by two recovery sheets."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from reception.domain.errors import StorageError
from ui.entrance import Entrance
from ui.opening import Doors
from ui.reopening import page_for
from ui.screens.damaged import DamagedScreen
from ui.screens.restore.screen import RestoreScreen
from ui.screens.unlock.screen import UnlockScreen
from ui.screens.wizard.screen import WizardScreen
from ui.tour.hand import LONG, PAGE, SOON, Hand, Key, Script
from ui.work.worker import Runner

_LANGUAGE = "vi"


def steps(hand: Hand, runner: Runner, words: dict[str, Any]) -> Script:
    """Walk through the pages in a window of their own; no office is made."""
    stage = Entrance()
    stage.show()
    with tempfile.TemporaryDirectory(prefix="reception-walk-") as name:
        folder = Path(name) / "office"
        yield from _set_up(hand, stage, (runner, folder), words)
        stage.show_page(DamagedScreen(StorageError("database.damaged"), folder, _LANGUAGE, stage))
        yield PAGE
        hand.keep(stage, "so-bi-hong")
        stage.show_page(page_for(folder, Doors(demonstration=True), runner, _LANGUAGE))
        yield PAGE
        hand.keep(stage, "mo-bang-hai-to-khoi-phuc")
    stage.close()
    stage.deleteLater()
    yield SOON


def restoring(hand: Hand, stage: Entrance, sign_in: tuple[str, str]) -> Script:
    """Open a backup of the demonstration beside its register; nothing is put back."""
    unlock = stage.page
    if not isinstance(unlock, UnlockScreen):
        raise TypeError("the unlock screen leads to a backup")
    unlock.restore_wanted.emit()
    yield LONG
    page = stage.page
    if not isinstance(page, RestoreScreen):
        raise TypeError("a page opens backups")
    name, password = sign_in
    page.account.choose(name)
    hand.type(password, page.password)
    yield PAGE
    hand.keep(stage, "khoi-phuc")
    hand.press(Key.Key_Return)
    yield LONG
    hand.keep(stage, "khoi-phuc-so-sanh")
    page.leave()
    yield PAGE


def _set_up(
    hand: Hand, stage: Entrance, office: tuple[Runner, Path], words: dict[str, Any]
) -> Script:
    runner, folder = office
    doors = Doors(demonstration=True)
    wizard = WizardScreen(folder, runner, doors.create, _LANGUAGE, stage)
    stage.show_page(wizard)
    yield PAGE
    hand.keep(stage, "thiet-lap-don-vi")
    for card, (person, _, password) in zip(wizard.people.cards, words["staff"], strict=False):
        card.name.setText(person)
        card.password.setText(password)
    wizard.show_step(1)
    yield LONG
    hand.keep(stage, "thiet-lap-tai-khoan")
    wizard.show_step(2)
    yield LONG
    hand.keep(stage, "thiet-lap-to-khoi-phuc")
