"""Every page by key alone and by ear: names, labels, Tab, unique keys, targets, Esc."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

import ui.features
from tests.ui.all_pages import accessibility_checks
from tests.ui.all_pages.office_fixture import PEOPLE, OfficeFixture
from tests.ui.all_pages.page_catalogue import PageEntry, every_page

# Menus grab the keyboard where there is one: without a display there is none.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SECRETS = tuple(text for one in PEOPLE for text in (one.name, one.paper.number, one.phone) if text)
TELLS = ("reveal: open",)  # the page that is there to show a name


@pytest.fixture(params=every_page(), ids=lambda page_entry: page_entry.name)
def page_entry(
    request: pytest.FixtureRequest, office: OfficeFixture
) -> Iterator[tuple[PageEntry, QWidget, QWidget]]:
    """Open a page; return it, its window, and the part of the window that takes keys."""
    entered: PageEntry = request.param
    top = entered.enter(office)
    office.settle()
    office.notice(entered.name, top)
    over = office.dialogs()
    yield entered, top, over[-1] if over else top
    office.clear()


def actions_of(office: OfficeFixture, scope: QWidget) -> list[QAction]:
    """Return the acts that keys reach from a page."""
    if scope is not office.window:
        return scope.actions()
    page = office.window.stack.currentWidget()
    return [*office.window.frame.actions(), *(page.actions() if page is not None else [])]


def test_hands_and_ears_find_everything(
    office: OfficeFixture, page_entry: tuple[PageEntry, QWidget, QWidget]
) -> None:
    entered, top, scope = page_entry
    found = [
        *accessibility_checks.nameless(scope),
        *accessibility_checks.unlabelled(scope),
        *accessibility_checks.doubled(scope, actions_of(office, scope)),
        *accessibility_checks.caps_told_twice(scope),
        *accessibility_checks.small(scope),
    ]
    if entered.name not in TELLS:
        found += accessibility_checks.names_told(top, SECRETS)
    way, faults = accessibility_checks.round_trip(scope)
    found += faults
    found += accessibility_checks.out_of_order(way, scope)
    found += accessibility_checks.round_trip(scope, backwards=True)[1]
    assert found == []
    if scope in office.dialogs():
        office.press(Qt.Key.Key_Escape)
        office.settle()
        assert scope not in office.dialogs()


def test_no_part_of_the_program_is_left_out(office: OfficeFixture) -> None:
    for entered in every_page():
        if entered.name not in office.visited:
            top = entered.enter(office)
            office.settle()
            office.notice(entered.name, top)
            office.clear()
    missing = {
        f"{one.__module__}.{one.__name__}"
        for one in widgets_in(ui.features)
        if not any(issubclass(seen, one) for seen in office.seen)
    }
    # The first needs a printer; the second a reclassification, which the office would keep.
    assert missing <= {
        "ui.features.printing.printer_list.PrinterRow",
        "ui.features.visit_lifecycle.irreversible_effects.IrreversibleEffectsList",
    }


def widgets_in(package: object) -> Iterator[type[QWidget]]:
    """Yield every widget class of a package, of whatever module."""
    path, name = package.__path__, package.__name__  # type: ignore[attr-defined]
    for found in pkgutil.walk_packages(path, f"{name}."):
        module = importlib.import_module(found.name)
        for one in vars(module).values():
            is_widget = isinstance(one, type) and issubclass(one, QWidget)
            if is_widget and one.__module__ == found.name:
                yield one
