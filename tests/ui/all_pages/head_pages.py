"""The head's to-do list, and the questions asked before names are printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.domain.calendar_overrides import DayKind
from reception.domain.offboarding import OldBackup
from reception.domain.todo_item import RequestToDecide, TodoItem, VoidToConfirm
from reception.services.staff.account_list import AccountSummary
from tests.fixtures.office import CUSTODIAN, OFFICER
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.all_pages.office_pages import calendar, register, settings
from ui.features.register.book_print_dialog import BookPrintDialog
from ui.features.settings.staff.accounts_section import AccountsSection
from ui.features.todo.todo_screen import TodoScreen
from ui.shell.navigation import NavigationItem

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def todo_page(office: OfficeFixture) -> TodoScreen:
    """Show the to-do list."""
    office.go(NavigationItem.HOME)
    place = office.screens.home
    assert place is not None
    place.show_page(todo=True)
    office.settle()
    assert place.todo_page is not None
    office.until(lambda: place.todo_page.list.current_item() is not None)
    return place.todo_page


def _todo_page(office: OfficeFixture) -> QWidget:
    return todo_page(office).window()


def _act(kind: type[TodoItem]) -> Callable[[OfficeFixture], QWidget]:
    def way(office: OfficeFixture) -> QWidget:
        page = todo_page(office)
        page.list.setFocus()
        for key in (K.Key_Up, K.Key_Down):
            for _ in range(30):
                if isinstance(page.list.current_item(), kind):
                    break
                office.press(key)
        office.press(K.Key_Return)
        office.until(office.dialogs)
        return page.window()

    return way


def _book(*, names: bool) -> Callable[[OfficeFixture], QWidget]:
    def way(office: OfficeFixture) -> QWidget:
        page = register(office)
        office.press(K.Key_P, CONTROL)
        office.until(lambda: page.window().findChildren(BookPrintDialog))
        if names:
            office.press(K.Key_Down)
            office.settle()
        return page.window()

    return way


def _day(office: OfficeFixture) -> QWidget:
    section = calendar(office, 2026)
    section.view.setFocus()
    section.view.select(date(2026, 12, 16))
    office.press(K.Key_Return)
    section.editor.kind.choose(DayKind.HOLIDAY)
    office.until(section.effect_card.moves.count)
    return section.window()


def _year_to_announce(office: OfficeFixture) -> QWidget:
    section = calendar(office, office.reception.session.today().year + 1)
    section.banner.ask()
    office.settle()
    return section.window()


def accounts(office: OfficeFixture) -> AccountsSection:
    """Stand before the people of the office."""
    page = settings(office)
    page.show_section("accounts")
    part = page.section("accounts")
    assert isinstance(part, AccountsSection)
    office.until(part.table.rowCount)
    return part


def _person(part: AccountsSection, name: str) -> AccountSummary:
    people = (part.table.person(row) for row in range(part.table.rowCount()))
    return next(person for person in people if person.name == name)


def _of_accounts(act: str) -> Callable[[OfficeFixture], QWidget]:
    def way(office: OfficeFixture) -> QWidget:
        part = accounts(office)
        dialogs = part.dialogs
        if act == "add":
            dialogs.add()
        elif act == "destroy":
            dialogs.destroy((OldBackup("so-2026-11-01", office.office.clock.now(), "LUU-A"),))
        else:
            name = CUSTODIAN if act == "toggle_custody" else OFFICER
            getattr(dialogs, act)(_person(part, name))
        office.until(office.dialogs)
        return part.window()

    return way


WAYS: dict[str, Callable[[OfficeFixture], QWidget]] = {
    "to-do": _todo_page,
    "to-do: request": _act(RequestToDecide),
    "to-do: confirm": _act(VoidToConfirm),
    "book": _book(names=False),
    "book, names": _book(names=True),
    "calendar, a day": _day,
    "calendar: announce": _year_to_announce,
    "accounts: add": _of_accounts("add"),
    "accounts: password": _of_accounts("new_password"),
    "accounts: leave": _of_accounts("offboard"),
    "accounts: old backups": _of_accounts("destroy"),
    "accounts: custody": _of_accounts("toggle_custody"),
}
