"""Every page by key alone and by ear: names, labels, Tab, unique keys, targets, Esc."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

import ui.dialogs
import ui.screens
from tests.ui.walk import checks
from tests.ui.walk.house import PEOPLE, House
from tests.ui.walk.rooms import Room, every_room

# Menus grab the keyboard where there is one: without a display there is none.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SECRETS = tuple(text for one in PEOPLE for text in (one.name, one.paper.number, one.phone) if text)
TELLS = ("reveal: open",)  # the page that is there to show a name


@pytest.fixture(params=every_room(), ids=lambda room: room.name)
def room(request: pytest.FixtureRequest, house: House) -> Iterator[tuple[Room, QWidget, QWidget]]:
    """Open a page; return it, its window, and the part of the window that takes keys."""
    entered: Room = request.param
    top = entered.enter(house)
    house.settle()
    house.notice(entered.name, top)
    over = house.dialogs()
    yield entered, top, over[-1] if over else top
    house.clear()


def actions_of(house: House, scope: QWidget) -> list[QAction]:
    """Return the acts that keys reach from a page."""
    if scope is not house.window:
        return scope.actions()
    page = house.window.stack.currentWidget()
    return [*house.window.frame.actions(), *(page.actions() if page is not None else [])]


def test_hands_and_ears_find_everything(house: House, room: tuple[Room, QWidget, QWidget]) -> None:
    entered, top, scope = room
    found = [
        *checks.nameless(scope),
        *checks.unlabelled(scope),
        *checks.doubled(scope, actions_of(house, scope)),
        *checks.caps_told_twice(scope),
        *checks.small(scope),
    ]
    if entered.name not in TELLS:
        found += checks.names_told(top, SECRETS)
    way, faults = checks.round_trip(scope)
    found += faults
    found += checks.out_of_order(way, scope)
    found += checks.round_trip(scope, backwards=True)[1]
    assert found == []
    if scope in house.dialogs():
        house.press(Qt.Key.Key_Escape)
        house.settle(5)
        assert scope not in house.dialogs()


def test_no_part_of_the_program_is_left_out(house: House) -> None:
    for entered in every_room():
        if entered.name not in house.visited:
            top = entered.enter(house)
            house.settle()
            house.notice(entered.name, top)
            house.clear()
    missing = {
        f"{one.__module__}.{one.__name__}"
        for package in (ui.screens, ui.dialogs)
        for one in widgets_in(package)
        if not any(issubclass(seen, one) for seen in house.seen)
    }
    assert missing == set()


def widgets_in(package: object) -> Iterator[type[QWidget]]:
    """Yield every widget class of a package, of whatever module."""
    path, name = package.__path__, package.__name__  # type: ignore[attr-defined]
    for found in pkgutil.walk_packages(path, f"{name}."):
        module = importlib.import_module(found.name)
        for one in vars(module).values():
            is_widget = isinstance(one, type) and issubclass(one, QWidget)
            if is_widget and one.__module__ == found.name:
                yield one
