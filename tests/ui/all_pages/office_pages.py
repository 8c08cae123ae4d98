"""The register, the import, the log, the settings, and every dialog they open."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from reception.print_queue.print_jobs import PrintOptions
from tests.fixtures import workbooks
from tests.fixtures.sample_pdf import paper
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.conftest import send_text
from ui.features.audit.audit_screen import AuditScreen
from ui.features.disclosure.letter_dialog import LetterDialog
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.disclosure.reveal_request_dialog import RevealRequestDialog
from ui.features.printing.print_order import PrintOrder
from ui.features.printing.print_preview import PrintPreview
from ui.features.printing.print_thread import PrintThread
from ui.features.register.register_screen import RegisterScreen
from ui.features.register_import.import_screen import ImportScreen
from ui.features.settings.section_registry import SECTIONS
from ui.features.settings.settings_screen import SettingsScreen
from ui.shell.navigation import NavigationItem

K = Qt.Key
_TIMES = itertools.count(1)  # no line comes into the register twice


def register(house: OfficeFixture) -> RegisterScreen:
    """Stand in the register on the newest complaint."""
    page = house.go(NavigationItem.REGISTER)
    assert isinstance(page, RegisterScreen)
    page.filters.search.setFocus()
    house.press(K.Key_Escape)  # what another walk searched for
    house.until(lambda: page.model.row_at(0) is not None)
    rows = range(page.model.rowCount())
    at = next(row for row in rows if page.model.row_at(row).kind == "complaint")
    page.table.selectRow(at)
    page.table.setFocus()
    house.until(page.story.isVisible)
    return page


def _register(house: OfficeFixture) -> QWidget:
    return register(house).window()


def _nothing(house: OfficeFixture) -> QWidget:
    page = register(house)
    send_text(page.filters.search, "không có gì như thế")
    house.until(lambda: page.model.rowCount() == 0)
    house.until(page.empty.isVisible)
    return page.window()


def _part(name: str) -> Callable[[OfficeFixture], QWidget]:
    def way(house: OfficeFixture) -> QWidget:
        page = register(house)
        house.press(K.Key_F3)
        house.until(lambda: page.life.dialog is not None)
        assert page.life.dialog is not None
        page.life.dialog.turn_to(name)
        house.settle(10)
        return page.window()

    return way


def asking(house: OfficeFixture) -> RevealRequestDialog:
    """Ask for an ordinary reporter's name."""
    page = register(house)
    house.press(K.Key_F9)
    house.until(lambda: page.window().findChildren(RevealRequestDialog))
    dialog = page.window().findChildren(RevealRequestDialog)[-1]
    house.until(dialog.isVisible)
    return dialog


def _asking(house: OfficeFixture) -> QWidget:
    return asking(house).window()


def _open(house: OfficeFixture) -> QWidget:
    dialog = asking(house)
    house.press(K.Key_Space)
    dialog.words.setFocus()
    send_text(dialog.words, "Gửi thông báo kết quả, hạn còn hai ngày")
    dialog.open_button.click()
    house.until(lambda: house.window.findChildren(RevealDialog))
    return house.window


def _letter(house: OfficeFixture) -> QWidget:
    dialog = asking(house)
    letter = next(b for b, reason in dialog._by_button.items() if reason.paper == "letter")
    letter.setChecked(True)
    dialog.words.setFocus()
    send_text(dialog.words, "Gửi thông báo kết quả, hạn còn hai ngày")
    dialog.open_button.click()
    house.until(lambda: house.window.findChildren(LetterDialog))
    page = house.window.findChildren(LetterDialog)[-1]
    send_text(page.text, "Xem TC-0001 về kết quả giải quyết.")
    page.make_button.click()
    house.until(page.banner.isVisible)
    return house.window


def _code(house: OfficeFixture) -> QWidget:
    register(house)
    house.press(K.Key_F6)
    for words in ("BN-0001", "7K3F-2MXD-9T4P"):
        send_text(house.window.focusWidget(), words)
        house.press(K.Key_Tab)
    house.press(K.Key_Return)
    house.settle(20)
    return house.window


def _verify(house: OfficeFixture) -> QWidget:
    register(house).verify()
    house.settle(20)
    return house.window


def _preview(house: OfficeFixture) -> QWidget:
    house.go(NavigationItem.HOME)
    clerk = house.window.findChild(PrintThread)
    options = PrintOptions()
    order = PrintOrder("Giấy biên nhận", "KN-0001", "KN-0001", paper("Giấy"), options)
    PrintPreview(order, clerk, house.window).open()
    house.settle(30)
    return house.window


def importing(house: OfficeFixture) -> ImportScreen:
    """Stand before a register that is to be brought in."""
    register(house).import_wanted.emit()
    house.until(lambda: house.window.findChildren(ImportScreen))
    return house.window.findChildren(ImportScreen)[-1]


def _import(house: OfficeFixture) -> QWidget:
    return importing(house).window()


def _import_read(house: OfficeFixture) -> QWidget:
    page = importing(house)
    path = house.folder / "so.xlsx"
    path.write_bytes(workbooks.nasty())
    page.read(path)
    house.until(lambda: page.stack.currentWidget() is page.body)
    return page.window()


def _reading(house: OfficeFixture) -> QWidget:
    page = importing(house)
    path = house.folder / "so-lon.xlsx"
    path.write_bytes(workbooks.large(400))
    page.read(path)
    QApplication.processEvents()
    assert page.stack.currentWidget() is page.wait
    return page.window()


def _brought(house: OfficeFixture) -> QWidget:
    page = importing(house)
    path = house.folder / "so-gon.xlsx"
    time = next(_TIMES)
    fresh = workbooks.row(900 + time, summary=f"đường vào bản hỏng, lần {time}")
    path.write_bytes(workbooks.book([fresh]))
    page.read(path)
    house.until(lambda: page.stack.currentWidget() is page.body)
    page.bring_in()
    house.until(lambda: page.stack.currentWidget() is page.done)
    return page.window()


def _columns(house: OfficeFixture) -> QWidget:
    page = register(house)
    page.column_menu.popup(page.mapToGlobal(QPoint(80, 80)))
    return page.window()


def upkeep(house: OfficeFixture) -> AuditScreen:
    """Stand before the log."""
    page = house.go(NavigationItem.AUDIT)
    assert isinstance(page, AuditScreen)
    house.until(lambda: page.model.row_at(0) is not None)
    return page


def _upkeep(house: OfficeFixture) -> QWidget:
    return upkeep(house).window()


def _health(house: OfficeFixture) -> QWidget:
    page = upkeep(house)
    page.look_at_machine()
    house.until(house.dialogs)
    return page.window()


def settings(house: OfficeFixture) -> SettingsScreen:
    """Stand in the settings."""
    page = house.go(NavigationItem.SETTINGS)
    assert isinstance(page, SettingsScreen)
    return page


def _section(name: str) -> Callable[[OfficeFixture], QWidget]:
    def way(house: OfficeFixture) -> QWidget:
        page = settings(house)
        page.show_section(name)
        house.settle(10)
        return page.window()

    return way


WAYS: dict[str, Callable[[OfficeFixture], QWidget]] = {
    "register": _register,
    "register, nothing": _nothing,
    "register, columns": _columns,
    **{
        f"life, {part}": _part(part)
        for part in ("correct", "identity", "answer", "kind", "void", "late")
    },
    "reveal: ask": _asking,
    "reveal: open": _open,
    "reveal: letter": _letter,
    "return code, answered": _code,
    "verify": _verify,
    "preview": _preview,
    "import": _import,
    "import, read": _import_read,
    "import, reading": _reading,
    "import, brought in": _brought,
    "upkeep": _upkeep,
    "upkeep: health": _health,
    **{f"settings, {one.name}": _section(one.name) for one in SECTIONS},
}
