"""The pages of an open office: desk, dialogs, papers, register, import, log."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication

from ui.appearance.theme import Mode, theme
from ui.application.office_window import OfficeWindow
from ui.application.screen_registry import OfficeFlows
from ui.demo_tour import disclosure_pages, staff_pages
from ui.demo_tour.input_driver import LONG, PAGE, SIZE, SOON, InputDriver, Key, Script
from ui.features.register.register_screen import RegisterScreen
from ui.features.register_import.import_flow import ImportFlow
from ui.features.todo.home_pages import HomePages
from ui.features.unlock.notices_screen import NoticesScreen
from ui.features.visit_entry.entry_screen import VisitEntryScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

_WORKBOOK = "so-*.xlsx"  # a register to bring in, left among the papers
_COMPACT = (1280, 648)
# The first section stands in the first picture of the settings.
_SECTIONS = (
    (Key.Key_M, "cai-dat-mat-khau"),
    (Key.Key_C, "cai-dat-co-quan"),
    (Key.Key_L, "cai-dat-lich"),
    (Key.Key_K, "cai-dat-cach-dem"),
    (Key.Key_I, "cai-dat-may"),
    (Key.Key_S, "cai-dat-suc-khoe-may"),
)


def steps(hand: InputDriver, office: OfficeWindow, words: dict[str, Any]) -> Script:
    """Walk from the notices to the lock's cover."""
    entrance = office.entrance
    if entrance is not None and isinstance(entrance.page, NoticesScreen):
        hand.keep(entrance, "nhac-khi-mo-so")
        for tick in entrance.page.ticks:
            tick.setChecked(True)
        entrance.page.go_on.click()
        yield PAGE
    window, screens = office.window, office.screens
    if window is None or screens is None or screens.home is None or screens.flows is None:
        raise RuntimeError("the office did not open")
    window.resize(*SIZE)
    window.activateWindow()
    yield LONG
    yield from _todo_list(hand, window, screens.home)
    yield from _desk(hand, window, words["tour"])
    yield from _close_previews(hand, screens.flows)
    hand.keep(window, "da-luu-va-niem-phong")
    yield from _register(hand, window, screens.flows, words["tour"])
    yield from _import(hand, window, screens.flows.import_flow)
    yield from _upkeep(hand, window)
    if office.cover is not None:
        office.cover.cover(24)
        yield SOON
        hand.keep(window, "man-hinh-che")
        office.cover.uncover()
    yield SOON


def _desk(hand: InputDriver, window: MainWindow, words: dict[str, Any]) -> Script:
    desk = window.screen_at(NavigationItem.HOME)
    if not isinstance(desk, VisitEntryScreen):
        raise RuntimeError("the desk is not at its place")
    yield PAGE
    hand.keep(window, "ban-tiep-dan-luot-moi")
    yield from _denunciation(hand, desk, words)
    hand.keep(window, "ban-tiep-dan")
    yield from _in_other_lights(hand, window)
    yield from _dialogs(hand, window, desk)
    hand.control(Key.Key_P)
    yield LONG
    hand.keep(window, "xem-truoc-khi-in")


def _todo_list(hand: InputDriver, window: MainWindow, home: HomePages) -> Script:
    home.show_page(todo=True)
    yield LONG
    hand.keep(window, "viec-can-xu-ly")
    if home.todo_page is not None and home.todo_page.list.current_item() is not None:
        hand.press(Key.Key_Return)
        yield LONG
        if home.todo_flow.is_open:
            hand.keep(window, "duyet-mo-danh-tinh")
            hand.press(Key.Key_Escape)
            yield PAGE
    home.show_page(todo=False)


def _denunciation(hand: InputDriver, desk: VisitEntryScreen, words: dict[str, Any]) -> Script:
    fields = desk.page.person.fields
    hand.type(words["name"], fields.name)
    hand.type(words["birth"], fields.birth)
    hand.type(words["number"], fields.number)
    hand.type(words["commune"], fields.commune)
    hand.alt(Key.Key_T)
    yield SOON
    hand.type(words["named_summary"], desk.page.content.summary)
    yield PAGE
    hand.keep(desk.window(), "canh-bao-lo-danh-tinh")
    hand.alt(Key.Key_R)
    yield SOON
    hand.alt(Key.Key_D)
    hand.type(words["paper"])
    yield PAGE


def _in_other_lights(hand: InputDriver, window: MainWindow) -> Script:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there must be an application")
    light = theme().mode
    theme().apply(app, Mode.DARK, theme().scale)
    yield PAGE
    hand.keep(window, "ban-tiep-dan-nen-toi")
    theme().apply(app, light, theme().scale)
    window.resize(*_COMPACT)
    yield PAGE
    hand.keep(window, "ban-tiep-dan-man-hinh-nho")
    window.resize(*SIZE)
    yield PAGE


def _dialogs(hand: InputDriver, window: MainWindow, desk: VisitEntryScreen) -> Script:
    hand.press(Key.Key_F7)
    yield PAGE
    hand.keep(window, "doc-lai-cho-nguoi-den")
    hand.press(Key.Key_Escape)
    yield SOON
    hand.alt(Key.Key_M)
    yield PAGE
    hand.keep(window, "them-ve-nguoi-den")
    hand.press(Key.Key_Escape)
    yield SOON
    desk.dialogs.refuse()
    yield PAGE
    hand.keep(window, "tu-choi-tiep")
    hand.press(Key.Key_Escape)
    yield SOON
    hand.press(Key.Key_F1)
    yield PAGE
    hand.keep(window, "phim-tat")
    hand.press(Key.Key_Escape)
    yield SOON


def _close_previews(hand: InputDriver, flows: OfficeFlows) -> Script:
    """Drop the papers one by one: a demonstration has no printer."""
    while not flows.print_flow.idle:
        hand.press(Key.Key_Escape)
        yield LONG


def _register(
    hand: InputDriver, window: MainWindow, flows: OfficeFlows, words: dict[str, Any]
) -> Script:
    hand.control(Key.Key_2)
    register = window.screen_at(NavigationItem.REGISTER)
    if not isinstance(register, RegisterScreen):
        raise RuntimeError("the register is not at its place")
    yield LONG
    window.toast.hide()
    hand.press(Key.Key_Down)
    yield PAGE
    hand.keep(window, "so-tiep-cong-dan")
    yield from _life(hand, window, register)
    yield from disclosure_pages.steps(hand, window, register, words)
    hand.control(Key.Key_F)
    hand.type(words["not_found"])
    yield LONG
    window.toast.hide()
    hand.keep(window, "so-khong-tim-thay")
    hand.press(Key.Key_Escape)
    yield LONG
    hand.control(Key.Key_P)
    yield LONG
    if flows.book_print_flow.dialog is not None:
        hand.press(Key.Key_Down)
        yield PAGE
        hand.keep(window, "in-so-co-ten")
        hand.press(Key.Key_Up)
        hand.press(Key.Key_Return)
        yield LONG
    hand.keep(window, "xem-truoc-so-in")
    yield from _close_previews(hand, flows)
    window.toast.hide()  # it would lie over the pages that follow
    register.verify()
    yield PAGE  # the next step comes once the verification has ended
    yield PAGE
    hand.keep(window, "kiem-tra-nhat-ky")
    hand.press(Key.Key_Escape)
    yield PAGE


def _life(hand: InputDriver, window: MainWindow, register: RegisterScreen) -> Script:
    hand.press(Key.Key_F3)
    yield PAGE
    dialog = register.lifecycle.dialog
    if dialog is None:
        raise RuntimeError("the dialog about a visit's life did not open")
    for part, name in (
        ("correct", "sua-luot-tiep"),
        ("identity", "sua-danh-tinh"),
        ("answer", "ghi-viec-tra-loi"),
        ("kind", "chuyen-loai"),
        ("void", "huy-luot-tiep"),
        ("late", "ghi-bo-sung"),
    ):
        dialog.show_page(part)
        if part == "late":
            hand.type("h-2")
        yield PAGE
        hand.keep(window, name)
    hand.press(Key.Key_Escape)
    yield PAGE


def _upkeep(hand: InputDriver, window: MainWindow) -> Script:
    hand.control(Key.Key_7)
    yield LONG
    hand.keep(window, "nhat-ky-va-sao-luu")
    hand.control(Key.Key_8)
    yield LONG
    hand.keep(window, "cai-dat")
    yield from staff_pages.steps(hand, window)
    for letter, name in _SECTIONS:
        hand.alt(letter)
        yield LONG
        hand.keep(window, name)


def _import(hand: InputDriver, window: MainWindow, import_flow: ImportFlow) -> Script:
    import_flow.open()
    yield PAGE
    hand.keep(window, "nhap-so-excel")
    screen = import_flow.screen
    workbook = next(hand.folder.glob(_WORKBOOK), None)
    if screen is None or workbook is None:
        return
    screen.read(workbook)
    while screen.tasks.busy:
        yield SOON
    yield PAGE
    hand.keep(window, "nhap-so-excel-xem-truoc")
    hand.press(Key.Key_Escape)
    yield PAGE
