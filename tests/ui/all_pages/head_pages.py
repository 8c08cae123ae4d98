"""What waits for the head, and the questions asked before names are printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.domain.calendar_overrides import DayKind
from reception.domain.offboarding import OldBackup
from reception.domain.todo_item import TodoKind
from reception.services.staff.account_list import AccountSummary
from tests.fixtures.office import CUSTODIAN, OFFICER
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.all_pages.office_pages import register, settings
from ui.features.register.book_print_dialog import BookPrintDialog
from ui.features.settings.staff.accounts_section import AccountsSection
from ui.features.todo.home_pages import HomePages
from ui.features.todo.todo_screen import TodoScreen
from ui.shell.navigation import NavigationItem

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def needs(house: OfficeFixture) -> TodoScreen:
    """Stand before what waits."""
    house.go(NavigationItem.HOME)
    place = house.window.findChild(HomePages)
    assert place is not None
    place.turn(needs=True)
    house.settle()
    assert place.page is not None
    house.until(lambda: place.page.list.need() is not None)
    return place.page


def _needs(house: OfficeFixture) -> QWidget:
    return needs(house).window()


def _act(kind: TodoKind) -> Callable[[OfficeFixture], QWidget]:
    def way(house: OfficeFixture) -> QWidget:
        page = needs(house)
        page.list.setFocus()
        for key in (K.Key_Up, K.Key_Down):
            for _ in range(30):
                if page.list.need().kind is kind:
                    break
                house.press(key)
        house.press(K.Key_Return)
        house.until(house.dialogs)
        return page.window()

    return way


def _book(*, names: bool) -> Callable[[OfficeFixture], QWidget]:
    def way(house: OfficeFixture) -> QWidget:
        page = register(house)
        house.press(K.Key_P, CONTROL)
        house.until(lambda: page.window().findChildren(BookPrintDialog))
        if names:
            house.press(K.Key_Down)
            house.settle(10)
        return page.window()

    return way


def _day(house: OfficeFixture) -> QWidget:
    page = settings(house)
    page.show_section("calendar")
    house.settle(10)
    part = page.section("calendar")
    part.drop()  # what was typed stays while other sections show
    house.settle(10)
    part.view.setFocus()
    part.view.go(date(2026, 12, 16))
    house.press(K.Key_Return)

    def counted() -> bool:
        part.editor.kind.choose(DayKind.HOLIDAY)  # a year that is still read puts it back
        return part.effect_card.moves.count() > 0

    house.until(counted)
    return page.window()


def _announced(house: OfficeFixture) -> QWidget:
    page = settings(house)
    page.show_section("calendar")
    house.settle(10)
    page.section("calendar").read(house.reception.session.today().year + 1)  # not announced yet
    house.settle(10)
    page.section("calendar").banner.ask()
    house.settle()
    return page.window()


def accounts(house: OfficeFixture) -> AccountsSection:
    """Stand before the people of the office."""
    page = settings(house)
    page.show_section("accounts")
    part = page.section("accounts")
    assert isinstance(part, AccountsSection)
    house.until(part.table.rowCount)
    return part


def _person(part: AccountsSection, name: str) -> AccountSummary:
    people = (part.table.person(row) for row in range(part.table.rowCount()))
    return next(person for person in people if person.name == name)


def _of_accounts(act: str) -> Callable[[OfficeFixture], QWidget]:
    def way(house: OfficeFixture) -> QWidget:
        part = accounts(house)
        acts = part.acts
        if act == "add":
            acts.add()
        elif act == "destroy":
            acts.destroy((OldBackup("so-2026-11-01", house.office.clock.now(), "LUU-A"),))
        else:
            name = CUSTODIAN if act == "custody_of" else OFFICER
            getattr(acts, act)(_person(part, name))
        house.until(house.dialogs)
        return part.window()

    return way


WAYS: dict[str, Callable[[OfficeFixture], QWidget]] = {
    "needs": _needs,
    "needs: request": _act(TodoKind.REQUEST),
    "needs: confirm": _act(TodoKind.VOID),
    "book": _book(names=False),
    "book, names": _book(names=True),
    "calendar, a day": _day,
    "calendar: announced": _announced,
    "accounts: add": _of_accounts("add"),
    "accounts: password": _of_accounts("new_password"),
    "accounts: leave": _of_accounts("leave"),
    "accounts: old backups": _of_accounts("destroy"),
    "accounts: custody": _of_accounts("custody_of"),
}
