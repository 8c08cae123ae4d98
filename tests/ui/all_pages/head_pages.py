"""The head's to-do list and the dialogs that print the register book."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.domain.todo_item import RequestToDecide, TodoItem, VoidToConfirm
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.all_pages.office_pages import register
from ui.features.register.book_print_dialog import BookPrintDialog
from ui.features.todo.todo_screen import TodoScreen
from ui.shell.navigation import NavigationItem

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def todo_page(office: OfficeFixture) -> TodoScreen:
    """Show the to-do list."""
    office.go(NavigationItem.HOME)
    pages = office.screens.home
    assert pages is not None
    pages.show_page(todo=True)
    office.settle()
    page = pages.todo_page
    assert page is not None
    office.wait_until(lambda: page.todo_view.current_item() is not None)
    return page


def _todo_page(office: OfficeFixture) -> QWidget:
    return todo_page(office).window()


def _act_on(kind: type[TodoItem]) -> Callable[[OfficeFixture], QWidget]:
    def open_page(office: OfficeFixture) -> QWidget:
        page = todo_page(office)
        page.todo_view.setFocus()
        for key in (K.Key_Up, K.Key_Down):
            for _ in range(30):
                if isinstance(page.todo_view.current_item(), kind):
                    break
                office.press(key)
        assert isinstance(page.todo_view.current_item(), kind)
        office.press(K.Key_Return)
        office.wait_until(office.dialogs)
        return page.window()

    return open_page


def _print_book(*, names: bool) -> Callable[[OfficeFixture], QWidget]:
    def open_page(office: OfficeFixture) -> QWidget:
        page = register(office)
        office.press(K.Key_P, CONTROL)
        office.wait_until(lambda: page.window().findChildren(BookPrintDialog))
        if names:
            office.press(K.Key_Down)
            office.settle()
        return page.window()

    return open_page


PAGES: dict[str, Callable[[OfficeFixture], QWidget]] = {
    "to-do": _todo_page,
    "to-do: request": _act_on(RequestToDecide),
    "to-do: confirm": _act_on(VoidToConfirm),
    "book: print": _print_book(names=False),
    "book: print with names": _print_book(names=True),
}
