"""The register, the import and the audit log, and every dialog they open."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from reception.print_queue.print_jobs import PrintOptions
from tests.fixtures import workbooks
from tests.fixtures.sample_pdf import sample_pdf
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.conftest import send_text
from ui.features.audit.audit_screen import AuditScreen
from ui.features.disclosure.letter_dialog import LetterDialog
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.disclosure.reveal_reason_dialog import RevealReasonDialog
from ui.features.printing.print_order import PrintOrder
from ui.features.printing.print_preview import PrintPreview
from ui.features.register.register_screen import RegisterScreen
from ui.features.register_import.import_screen import ImportScreen
from ui.shell.navigation import NavigationItem

K = Qt.Key
_ROW_NUMBERS = itertools.count(1)  # the same row is never imported twice


def register(office: OfficeFixture, kind: str = "complaint") -> RegisterScreen:
    """Show the register without a search, the newest visit of a kind selected."""
    screen = office.go(NavigationItem.REGISTER)
    assert isinstance(screen, RegisterScreen)
    page = screen.page
    page.filters.search.setFocus()
    office.press(K.Key_Escape)  # clears the search that an earlier page left
    office.wait_until(lambda: page.model.row_at(0) is not None)
    rows = range(page.model.rowCount())
    at = next(row for row in rows if page.model.row_at(row).kind == kind)
    page.table.selectRow(at)
    page.table.setFocus()
    office.wait_until(page.story_panel.isVisible)
    return screen


def _register(office: OfficeFixture) -> QWidget:
    return register(office).window()


def _no_match(office: OfficeFixture) -> QWidget:
    page = register(office).page
    send_text(page.filters.search, "không có gì như thế")
    office.wait_until(lambda: page.model.rowCount() == 0)
    office.wait_until(page.empty_register.isVisible)
    return page.window()


def _lifecycle(name: str) -> Callable[[OfficeFixture], QWidget]:
    def open_page(office: OfficeFixture) -> QWidget:
        screen = register(office)
        office.press(K.Key_F3)
        office.wait_until(lambda: screen.lifecycle.dialog is not None)
        assert screen.lifecycle.dialog is not None
        screen.lifecycle.dialog.show_page(name)
        office.settle()
        return screen.window()

    return open_page


def _selected_visit(screen: RegisterScreen) -> int | None:
    row = screen.page.model.row_at(screen.page.table.current_row())
    return None if row is None else int(row.visit_id)  # type: ignore[attr-defined]


def _hand_over(office: OfficeFixture) -> QWidget:
    screen = register(office, "denunciation")
    office.wait_until(lambda: screen.lifecycle.visit_id == _selected_visit(screen))
    office.press(K.Key_G, Qt.KeyboardModifier.ControlModifier)
    office.wait_until(lambda: screen.hand_over.dialog is not None)
    office.settle()
    return screen.window()


def reveal_request(office: OfficeFixture) -> RevealReasonDialog:
    """Open the dialog that asks to see an ordinary reporter's identity."""
    page = register(office)
    office.press(K.Key_F9)
    office.wait_until(lambda: page.window().findChildren(RevealReasonDialog))
    dialog = page.window().findChildren(RevealReasonDialog)[-1]
    office.wait_until(dialog.isVisible)
    return dialog


def _reveal_request(office: OfficeFixture) -> QWidget:
    return reveal_request(office).window()


def _reveal(office: OfficeFixture) -> QWidget:
    dialog = reveal_request(office)
    office.press(K.Key_Space)
    dialog.explanation.setFocus()
    send_text(dialog.explanation, "Gửi thông báo kết quả, hạn còn hai ngày")
    dialog.open_button.click()
    office.wait_until(lambda: office.window.findChildren(RevealDialog))
    return office.window


def _letter(office: OfficeFixture) -> QWidget:
    dialog = reveal_request(office)
    letter = next(
        b for b, reason in dialog.fields.reason_by_button.items() if reason.paper == "letter"
    )
    letter.setChecked(True)
    dialog.explanation.setFocus()
    send_text(dialog.explanation, "Gửi thông báo kết quả, hạn còn hai ngày")
    dialog.open_button.click()
    office.wait_until(lambda: office.window.findChildren(LetterDialog))
    page = office.window.findChildren(LetterDialog)[-1]
    send_text(page.text_area, "Xem TC-0001 về kết quả giải quyết.")
    page.make_button.click()
    office.wait_until(page.banner.isVisible)
    return office.window


def _lookup_answer(office: OfficeFixture) -> QWidget:
    register(office)
    office.press(K.Key_F6)
    for code in ("7K3F-2MXD-9T4P", "BN-0001"):
        send_text(office.window.focusWidget(), code)
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
    print_thread = office.screens.flows.print_flow.print_thread
    options = PrintOptions()
    order = PrintOrder("Giấy biên nhận", "KN-0001", sample_pdf("Giấy"), options)
    PrintPreview(order, print_thread, office.window).open()
    office.settle()
    return office.window


def import_screen(office: OfficeFixture) -> ImportScreen:
    """Open the import of an Excel register."""
    register(office).import_wanted.emit()
    office.wait_until(lambda: office.window.findChildren(ImportScreen))
    return office.window.findChildren(ImportScreen)[-1]


def _import(office: OfficeFixture) -> QWidget:
    return import_screen(office).window()


def _import_preview(office: OfficeFixture) -> QWidget:
    screen = import_screen(office)
    path = office.folder / "so.xlsx"
    path.write_bytes(workbooks.faulty_register())
    screen.read(path)
    office.wait_until(lambda: screen.page.is_shown(screen.page.preview))
    return screen.window()


def _reading(office: OfficeFixture) -> QWidget:
    screen = import_screen(office)
    path = office.folder / "so-lon.xlsx"
    path.write_bytes(workbooks.large_register(400))
    screen.read(path)
    QApplication.processEvents()
    assert screen.page.is_shown(screen.page.progress)
    return screen.window()


def _imported(office: OfficeFixture) -> QWidget:
    screen = import_screen(office)
    path = office.folder / "so-gon.xlsx"
    number = next(_ROW_NUMBERS)
    fresh = workbooks.register_row(900 + number, summary=f"đường vào bản hỏng, lần {number}")
    path.write_bytes(workbooks.register_workbook([fresh]))
    screen.read(path)
    office.wait_until(lambda: screen.page.is_shown(screen.page.preview))
    screen.import_rows()
    office.wait_until(lambda: screen.page.is_shown(screen.page.result))
    return screen.window()


def _columns(office: OfficeFixture) -> QWidget:
    page = register(office).page
    page.column_menu.popup(page.mapToGlobal(QPoint(80, 80)))
    return page.window()


def audit_log(office: OfficeFixture) -> AuditScreen:
    """Show the audit log."""
    screen = office.go(NavigationItem.AUDIT)
    assert isinstance(screen, AuditScreen)
    office.wait_until(lambda: screen.page.model.row_at(0) is not None)
    return screen


def _audit_log(office: OfficeFixture) -> QWidget:
    return audit_log(office).window()


def _health(office: OfficeFixture) -> QWidget:
    page = audit_log(office)
    page.check_machine()
    office.wait_until(office.dialogs)
    return page.window()


PAGES: dict[str, Callable[[OfficeFixture], QWidget]] = {
    "register": _register,
    "register, no match": _no_match,
    "register, columns": _columns,
    **{
        f"lifecycle, {part}": _lifecycle(part)
        for part in ("correct", "identity", "answer", "kind", "void", "late")
    },
    "register, hand on to read": _hand_over,
    "reveal: request": _reveal_request,
    "reveal: identity": _reveal,
    "reveal: letter": _letter,
    "status lookup, answer": _lookup_answer,
    "register: verify the log": _verify,
    "print preview": _preview,
    "import": _import,
    "import, preview": _import_preview,
    "import, reading": _reading,
    "import, done": _imported,
    "audit log": _audit_log,
    "audit log: machine health": _health,
}
