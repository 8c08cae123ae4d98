"""Tour of the register: lifecycle of a visit, disclosure, search, printed book, verification."""

from __future__ import annotations

from typing import Any

from ui.application.screen_registry import OfficeFlows
from ui.demo_tour import disclosure_pages
from ui.demo_tour.input_driver import (
    DOCUMENT_WAIT,
    LONG_WAIT,
    PAGE_WAIT,
    InputDriver,
    Key,
    Script,
)
from ui.features.register.register_screen import RegisterScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem


def steps(
    driver: InputDriver, window: MainWindow, flows: OfficeFlows, texts: dict[str, Any]
) -> Script:
    """Show the register, one dialog after the other, and the preview of the printed book."""
    driver.control(Key.Key_2)
    register = window.screen_at(NavigationItem.REGISTER)
    if not isinstance(register, RegisterScreen):
        raise RuntimeError("the register item must lead to the register")
    yield LONG_WAIT
    window.toast.hide()
    driver.press(Key.Key_Down)
    yield PAGE_WAIT
    driver.save_picture(window, "so-tiep-cong-dan")
    yield from _lifecycle(driver, window, register)
    yield from disclosure_pages.steps(driver, window, register, texts)
    driver.control(Key.Key_F)
    driver.type(texts["not_found"])
    yield LONG_WAIT
    window.toast.hide()
    driver.save_picture(window, "so-khong-tim-thay")
    driver.press(Key.Key_Escape)
    yield LONG_WAIT
    driver.control(Key.Key_P)
    yield LONG_WAIT
    if flows.book_print_flow.dialog is not None:
        driver.press(Key.Key_Down)
        yield PAGE_WAIT
        driver.save_picture(window, "in-so-co-ten")
        driver.press(Key.Key_Up)
        driver.press(Key.Key_Return)
    yield DOCUMENT_WAIT
    driver.save_picture(window, "xem-truoc-so-in")
    yield from close_previews(driver, flows)
    window.toast.hide()  # it would hide a part of the next pictures
    register.verify()
    yield PAGE_WAIT  # the next step runs when the verification has ended
    yield PAGE_WAIT
    driver.save_picture(window, "kiem-tra-nhat-ky")
    driver.press(Key.Key_Escape)
    yield PAGE_WAIT


def _lifecycle(driver: InputDriver, window: MainWindow, register: RegisterScreen) -> Script:
    driver.press(Key.Key_F3)
    yield PAGE_WAIT
    dialog = register.lifecycle.dialog
    if dialog is None:
        raise RuntimeError("the lifecycle dialog did not open")
    for page, picture in (
        ("correct", "sua-luot-tiep"),
        ("identity", "sua-danh-tinh"),
        ("answer", "ghi-viec-tra-loi"),
        ("kind", "chuyen-loai"),
        ("void", "huy-luot-tiep"),
        ("late", "ghi-bo-sung"),
    ):
        dialog.show_page(page)
        if page == "late":
            driver.type("h-2")
        yield PAGE_WAIT
        driver.save_picture(window, picture)
    driver.press(Key.Key_Escape)
    yield PAGE_WAIT


def close_previews(driver: InputDriver, flows: OfficeFlows) -> Script:
    """Close the previews one by one: a demonstration has no printer."""
    while not flows.print_flow.idle:
        driver.press(Key.Key_Escape)
        yield LONG_WAIT
