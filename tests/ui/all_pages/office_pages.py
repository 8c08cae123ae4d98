"""The register, the import, the log, the settings, and every dialog they open."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from reception.bootstrap import Reception
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
from ui.features.register.register_screen import RegisterScreen
from ui.features.register_import.import_screen import ImportScreen
from ui.features.settings.section_registry import SECTIONS
from ui.features.settings.settings_screen import SettingsScreen
from ui.features.settings.working_days.calendar_section import CalendarSection
from ui.shell.navigation import NavigationItem

K = Qt.Key
_TIMES = itertools.count(1)  # no line comes into the register twice


def register(office: OfficeFixture) -> RegisterScreen:
    """Stand in the register on the newest complaint."""
    screen = office.go(NavigationItem.REGISTER)
    assert isinstance(screen, RegisterScreen)
    page = screen.page
    page.filters.search.setFocus()
    office.press(K.Key_Escape)  # the search of another test
    office.until(lambda: page.model.row_at(0) is not None)
    rows = range(page.model.rowCount())
    at = next(row for row in rows if page.model.row_at(row).kind == "complaint")
    page.table.selectRow(at)
    page.table.setFocus()
    office.until(page.story.isVisible)
    return screen


def _register(office: OfficeFixture) -> QWidget:
    return register(office).window()


def _nothing(office: OfficeFixture) -> QWidget:
    page = register(office).page
    send_text(page.filters.search, "không có gì như thế")
    office.until(lambda: page.model.rowCount() == 0)
    office.until(page.empty.isVisible)
    return page.window()


def _part(name: str) -> Callable[[OfficeFixture], QWidget]:
    def way(office: OfficeFixture) -> QWidget:
        screen = register(office)
        office.press(K.Key_F3)
        office.until(lambda: screen.lifecycle.dialog is not None)
        assert screen.lifecycle.dialog is not None
        screen.lifecycle.dialog.show_page(name)
        office.settle()
        return screen.window()

    return way


def asking(office: OfficeFixture) -> RevealRequestDialog:
    """Ask for an ordinary reporter's name."""
    page = register(office)
    office.press(K.Key_F9)
    office.until(lambda: page.window().findChildren(RevealRequestDialog))
    dialog = page.window().findChildren(RevealRequestDialog)[-1]
    office.until(dialog.isVisible)
    return dialog


def _asking(office: OfficeFixture) -> QWidget:
    return asking(office).window()


def _open(office: OfficeFixture) -> QWidget:
    dialog = asking(office)
    office.press(K.Key_Space)
    dialog.words.setFocus()
    send_text(dialog.words, "Gửi thông báo kết quả, hạn còn hai ngày")
    dialog.open_button.click()
    office.until(lambda: office.window.findChildren(RevealDialog))
    return office.window


def _letter(office: OfficeFixture) -> QWidget:
    dialog = asking(office)
    letter = next(b for b, reason in dialog._by_button.items() if reason.paper == "letter")
    letter.setChecked(True)
    dialog.words.setFocus()
    send_text(dialog.words, "Gửi thông báo kết quả, hạn còn hai ngày")
    dialog.open_button.click()
    office.until(lambda: office.window.findChildren(LetterDialog))
    page = office.window.findChildren(LetterDialog)[-1]
    send_text(page.text, "Xem TC-0001 về kết quả giải quyết.")
    page.make_button.click()
    office.until(page.banner.isVisible)
    return office.window


def _code(office: OfficeFixture) -> QWidget:
    register(office)
    office.press(K.Key_F6)
    for words in ("BN-0001", "7K3F-2MXD-9T4P"):
        send_text(office.window.focusWidget(), words)
        office.press(K.Key_Tab)
    office.press(K.Key_Return)
    office.settle()
    return office.window


def _verify(office: OfficeFixture) -> QWidget:
    register(office).verify()
    office.settle()
    return office.window


def _preview(office: OfficeFixture) -> QWidget:
    office.go(NavigationItem.HOME)
    clerk = office.screens.flows.print_flow.print_thread
    options = PrintOptions()
    order = PrintOrder("Giấy biên nhận", "KN-0001", "KN-0001", paper("Giấy"), options)
    PrintPreview(order, clerk, office.window).open()
    office.settle()
    return office.window


def importing(office: OfficeFixture) -> ImportScreen:
    """Stand before a register that is to be brought in."""
    register(office).import_wanted.emit()
    office.until(lambda: office.window.findChildren(ImportScreen))
    return office.window.findChildren(ImportScreen)[-1]


def _import(office: OfficeFixture) -> QWidget:
    return importing(office).window()


def _import_read(office: OfficeFixture) -> QWidget:
    screen = importing(office)
    path = office.folder / "so.xlsx"
    path.write_bytes(workbooks.faulty())
    screen.read(path)
    office.until(lambda: screen.page.shows(screen.page.preview))
    return screen.window()


def _reading(office: OfficeFixture) -> QWidget:
    screen = importing(office)
    path = office.folder / "so-lon.xlsx"
    path.write_bytes(workbooks.large(400))
    screen.read(path)
    QApplication.processEvents()
    assert screen.page.shows(screen.page.wait)
    return screen.window()


def _brought(office: OfficeFixture) -> QWidget:
    screen = importing(office)
    path = office.folder / "so-gon.xlsx"
    time = next(_TIMES)
    fresh = workbooks.row(900 + time, summary=f"đường vào bản hỏng, lần {time}")
    path.write_bytes(workbooks.book([fresh]))
    screen.read(path)
    office.until(lambda: screen.page.shows(screen.page.preview))
    screen.import_rows()
    office.until(lambda: screen.page.shows(screen.page.done))
    return screen.window()


def _columns(office: OfficeFixture) -> QWidget:
    page = register(office).page
    page.column_menu.popup(page.mapToGlobal(QPoint(80, 80)))
    return page.window()


def upkeep(office: OfficeFixture) -> AuditScreen:
    """Stand before the log."""
    screen = office.go(NavigationItem.AUDIT)
    assert isinstance(screen, AuditScreen)
    office.until(lambda: screen.page.model.row_at(0) is not None)
    return screen


def _upkeep(office: OfficeFixture) -> QWidget:
    return upkeep(office).window()


def _health(office: OfficeFixture) -> QWidget:
    page = upkeep(office)
    page.examine_machine()
    office.until(office.dialogs)
    return page.window()


def settings(office: OfficeFixture) -> SettingsScreen:
    """Stand in the settings."""
    page = office.go(NavigationItem.SETTINGS)
    assert isinstance(page, SettingsScreen)
    return page


def calendar(office: OfficeFixture, year: int) -> CalendarSection:
    """Show the calendar of a year as computed, without the input that an earlier page left."""
    page = settings(office)
    page.show_section("calendar")
    office.runner.run(_remove_overrides, office.reception)
    office.settle()
    section = page.section("calendar")
    assert isinstance(section, CalendarSection)
    section.drop()
    office.settle()
    section.read(year)
    office.settle()
    assert section.view.day().year == year
    return section


def _remove_overrides(reception: Reception) -> None:
    changes = reception.calendar_changes
    for override in reception.office_calendar.overrides():
        changes.save(override.day, None, changes.preview(override.day, None))


def _present_year(office: OfficeFixture) -> QWidget:
    return calendar(office, office.reception.session.today().year).window()


def _section(name: str) -> Callable[[OfficeFixture], QWidget]:
    def way(office: OfficeFixture) -> QWidget:
        page = settings(office)
        page.show_section(name)
        office.settle()
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
    "settings, calendar": _present_year,
}
