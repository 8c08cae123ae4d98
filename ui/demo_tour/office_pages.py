"""Tour of an open office: to-do list, visit entry, papers, register, import, log, settings."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication

from ui.appearance.theme import Mode, theme
from ui.application.office_window import OfficeWindow
from ui.demo_tour import register_pages, staff_pages
from ui.demo_tour.input_driver import (
    DOCUMENT_WAIT,
    LONG_WAIT,
    PAGE_WAIT,
    SHORT_WAIT,
    SIZE,
    InputDriver,
    Key,
    Script,
)
from ui.features.register_import.import_flow import ImportFlow
from ui.features.todo.home_pages import HomePages
from ui.features.unlock.notices_screen import NoticesScreen
from ui.features.visit_entry.entry_screen import VisitEntryScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

_WORKBOOK_PATTERN = "so-*.xlsx"  # a register to import, in the folder of the pictures
_COMPACT_SIZE = (1280, 648)
# Keys of the sections with Alt, and the names of their pictures; without the first section, which
# the first picture of the settings shows.
_SETTINGS_SECTIONS = (
    (Key.Key_M, "cai-dat-mat-khau"),
    (Key.Key_C, "cai-dat-co-quan"),
    (Key.Key_L, "cai-dat-lich"),
    (Key.Key_K, "cai-dat-cach-dem"),
    (Key.Key_I, "cai-dat-may"),
    (Key.Key_S, "cai-dat-suc-khoe-may"),
)


def steps(driver: InputDriver, office: OfficeWindow, demonstration_data: dict[str, Any]) -> Script:
    """Show and save every page, from the notices after unlocking to the privacy cover."""
    start_window = office.start_window
    if start_window is not None and isinstance(start_window.page, NoticesScreen):
        driver.save_picture(start_window, "nhac-khi-mo-so")
        for check_box in start_window.page.check_boxes:
            check_box.setChecked(True)
        start_window.page.continue_button.click()
        yield PAGE_WAIT
    window, screens = office.window, office.screens
    if window is None or screens is None or screens.home is None or screens.flows is None:
        raise RuntimeError("the office did not open")
    window.resize(*SIZE)
    window.activateWindow()
    yield LONG_WAIT
    window.toast.hide()  # it would hide a part of the next pictures
    yield from _todo_list(driver, window, screens.home)
    yield from _visit_entry(driver, window, demonstration_data["tour"])
    yield from register_pages.close_previews(driver, screens.flows)
    driver.save_picture(window, "da-luu-va-niem-phong")
    yield from register_pages.steps(driver, window, screens.flows, demonstration_data["tour"])
    yield from _import(driver, window, screens.flows.import_flow)
    yield from _audit_and_settings(driver, window)
    if office.cover is not None:
        office.cover.cover(seconds=24)
        yield SHORT_WAIT
        driver.save_picture(window, "man-hinh-che")
        office.cover.uncover()
    yield SHORT_WAIT


def _visit_entry(driver: InputDriver, window: MainWindow, texts: dict[str, Any]) -> Script:
    entry = window.screen_at(NavigationItem.HOME)
    if not isinstance(entry, VisitEntryScreen):
        raise RuntimeError("the home item must lead to visit entry")
    yield PAGE_WAIT
    driver.save_picture(window, "ban-tiep-dan-luot-moi")
    yield from _denunciation(driver, entry, texts)
    driver.save_picture(window, "ban-tiep-dan")
    yield from _dark_and_compact(driver, window)
    yield from _dialogs(driver, window, entry)
    driver.control(Key.Key_P)
    yield DOCUMENT_WAIT
    driver.save_picture(window, "xem-truoc-khi-in")


def _todo_list(driver: InputDriver, window: MainWindow, home: HomePages) -> Script:
    home.show_page(todo=True)
    yield LONG_WAIT
    driver.save_picture(window, "viec-can-xu-ly")
    if home.todo_page is not None and home.todo_page.todo_view.current_item() is not None:
        driver.press(Key.Key_Return)
        yield LONG_WAIT
        if home.todo_flow.is_open:
            driver.save_picture(window, "duyet-mo-danh-tinh")
            driver.press(Key.Key_Escape)
            yield PAGE_WAIT
    home.show_page(todo=False)


def _denunciation(driver: InputDriver, entry: VisitEntryScreen, texts: dict[str, Any]) -> Script:
    fields = entry.page.person_card.fields
    driver.type(texts["name"], fields.name)
    driver.type(texts["birth"], fields.birth)
    driver.type(texts["number"], fields.number)
    driver.type(texts["commune"], fields.commune)
    driver.alt(Key.Key_T)  # kind of the petition: denunciation
    yield SHORT_WAIT
    driver.type(texts["named_summary"], entry.page.content_card.summary)
    yield PAGE_WAIT
    driver.save_picture(entry.window(), "canh-bao-lo-danh-tinh")
    driver.alt(Key.Key_R)  # replace the name in the text
    yield SHORT_WAIT
    driver.alt(Key.Key_D)  # add a paper
    driver.type(texts["paper"])
    yield PAGE_WAIT


def _dark_and_compact(driver: InputDriver, window: MainWindow) -> Script:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there must be an application")
    previous_mode = theme().mode
    theme().apply(app, Mode.DARK, theme().scale)
    yield PAGE_WAIT
    driver.save_picture(window, "ban-tiep-dan-nen-toi")
    theme().apply(app, previous_mode, theme().scale)
    window.resize(*_COMPACT_SIZE)
    yield PAGE_WAIT
    driver.save_picture(window, "ban-tiep-dan-man-hinh-nho")
    window.resize(*SIZE)
    yield PAGE_WAIT


def _dialogs(driver: InputDriver, window: MainWindow, entry: VisitEntryScreen) -> Script:
    driver.press(Key.Key_F7)  # reading back
    yield PAGE_WAIT
    driver.save_picture(window, "doc-lai-cho-nguoi-den")
    driver.press(Key.Key_Escape)
    yield SHORT_WAIT
    driver.alt(Key.Key_M)  # more details of the reporter
    yield PAGE_WAIT
    driver.save_picture(window, "them-ve-nguoi-den")
    driver.press(Key.Key_Escape)
    yield SHORT_WAIT
    entry.dialogs.open_refusal_dialog()
    yield PAGE_WAIT
    driver.save_picture(window, "tu-choi-tiep")
    driver.press(Key.Key_Escape)
    yield SHORT_WAIT
    driver.press(Key.Key_F1)
    yield PAGE_WAIT
    driver.save_picture(window, "phim-tat")
    driver.press(Key.Key_Escape)
    yield SHORT_WAIT


def _audit_and_settings(driver: InputDriver, window: MainWindow) -> Script:
    driver.control(Key.Key_7)  # audit log
    yield LONG_WAIT
    driver.save_picture(window, "nhat-ky-va-sao-luu")
    driver.control(Key.Key_8)  # settings
    yield LONG_WAIT
    driver.save_picture(window, "cai-dat")
    yield from staff_pages.steps(driver, window)
    for key, picture in _SETTINGS_SECTIONS:
        driver.alt(key)
        yield LONG_WAIT
        driver.save_picture(window, picture)


def _import(driver: InputDriver, window: MainWindow, import_flow: ImportFlow) -> Script:
    import_flow.open()
    yield PAGE_WAIT
    driver.save_picture(window, "nhap-so-excel")
    screen = import_flow.screen
    workbook = next(driver.folder.glob(_WORKBOOK_PATTERN), None)
    if screen is None or workbook is None:
        return
    screen.read(workbook)
    while screen.tasks.busy:
        yield SHORT_WAIT
    yield PAGE_WAIT
    driver.save_picture(window, "nhap-so-excel-xem-truoc")
    driver.press(Key.Key_Escape)
    yield PAGE_WAIT
