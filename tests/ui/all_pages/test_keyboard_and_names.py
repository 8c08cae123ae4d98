"""Every page by keyboard and screen reader: names, labels, Tab order, unique keys, sizes, Esc."""

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

# A menu grabs the keyboard; the offscreen platform warns that it cannot.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SECRETS = tuple(text for one in PEOPLE for text in (one.name, one.paper.number, one.phone) if text)
SHOWS_IDENTITY = ("reveal: identity",)


@pytest.fixture(params=every_page(), ids=lambda page_entry: page_entry.name)
def page(
    request: pytest.FixtureRequest, office: OfficeFixture
) -> Iterator[tuple[PageEntry, QWidget, QWidget]]:
    """An open page: its entry, its window, and the part of the window that takes keys."""
    entry: PageEntry = request.param
    top = entry.open(office)
    office.settle()
    office.record_page(entry.name, top)
    dialogs = office.dialogs()
    yield entry, top, dialogs[-1] if dialogs else top
    office.clear()


def actions_of(office: OfficeFixture, scope: QWidget) -> list[QAction]:
    """Return the actions whose shortcuts work on a page."""
    if scope is not office.window:
        return scope.actions()
    screen = office.window.stack.currentWidget()
    return [*office.window.frame.actions(), *(screen.actions() if screen is not None else [])]


def test_page_works_by_keyboard_and_screen_reader(
    office: OfficeFixture, page: tuple[PageEntry, QWidget, QWidget]
) -> None:
    entry, top, scope = page
    found = [
        *accessibility_checks.without_name(scope),
        *accessibility_checks.unlabelled(scope),
        *accessibility_checks.shared_shortcuts(scope, actions_of(office, scope)),
        *accessibility_checks.shared_key_caps(scope),
        *accessibility_checks.too_small(scope),
    ]
    if entry.name not in SHOWS_IDENTITY:
        found += accessibility_checks.secrets_in_names(top, SECRETS)
    visited, faults = accessibility_checks.round_trip(scope)
    found += faults
    found += accessibility_checks.out_of_order(visited, scope)
    found += accessibility_checks.round_trip(scope, backwards=True)[1]
    assert found == []
    if scope in office.dialogs():
        office.press(Qt.Key.Key_Escape)
        office.settle()
        assert scope not in office.dialogs()


def test_the_catalogue_shows_every_widget_class_of_the_features(office: OfficeFixture) -> None:
    for entry in every_page():
        if entry.name not in office.visited:
            top = entry.open(office)
            office.settle()
            office.record_page(entry.name, top)
            office.clear()
    missing = {
        f"{one.__module__}.{one.__name__}"
        for one in widgets_in(ui.features)
        if not any(issubclass(seen, one) for seen in office.seen)
    }
    # The first needs a printer; the second a reclassification, which would change the office.
    assert missing <= {
        "ui.features.printing.printer_list.PrinterRow",
        "ui.features.visit_lifecycle.earlier_pseudonym_copies.EarlierPseudonymCopiesList",
    }


def widgets_in(package: object) -> Iterator[type[QWidget]]:
    """Yield every widget class defined in a package and its subpackages."""
    path, name = package.__path__, package.__name__  # type: ignore[attr-defined]
    for info in pkgutil.walk_packages(path, f"{name}."):
        module = importlib.import_module(info.name)
        for one in vars(module).values():
            is_widget = isinstance(one, type) and issubclass(one, QWidget)
            if is_widget and one.__module__ == info.name:
                yield one
