"""Visit entry in its states, and every dialog that it opens."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from reception.domain.petition import PetitionKind
from reception.sandbox.scan_kinds import ScanFacts, ScanKind
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.conftest import send_text
from ui.features.visit_entry.entry_screen import VisitEntryScreen
from ui.features.visit_entry.form_state import ScanForm
from ui.features.visit_entry.refusal_dialog import RefusalDialog
from ui.shell.navigation import NavigationItem

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
REPORTER = "Nguyễn Văn Bảy"


def visit_entry(
    office: OfficeFixture, kind: Qt.Key | None = None, summary: str = ""
) -> VisitEntryScreen:
    """Show visit entry with a new form; fill in a kind, and a name and a summary, if given."""
    screen = office.go(NavigationItem.HOME)
    assert isinstance(screen, VisitEntryScreen)
    office.window.select_page(NavigationItem.HOME, second=False)
    screen.dialogs.discard_and_start_new()
    office.settle()
    if summary:
        screen.page.person_card.fields.name.setFocus()
        send_text(screen.page.person_card.fields.name, REPORTER)
    if kind is not None:
        office.press(kind, ALT)
        office.settle()
    if summary:
        screen.page.content_card.summary.setFocus()
        send_text(screen.page.content_card.summary, summary)
        screen.checker.check()
    office.settle()
    return screen


def _new_form(office: OfficeFixture) -> QWidget:
    return visit_entry(office).window()


def _with_leak_warning(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_T, f"Ông {REPORTER} nói cán bộ xã thu tiền của dân.")
    assert not screen.page.content_card.leak_banner.isHidden()
    return screen.window()


def _with_papers(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    for title in ("Đơn khiếu nại", "Giấy chứng nhận"):
        office.press(K.Key_D, ALT)
        office.settle()
        send_text(office.window.focusWidget(), title)
    office.settle()
    return screen.window()


def _card(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office)
    office.press(K.Key_F2)
    office.settle()
    return screen.window()


def _group(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_K, "Bảy hộ cùng đề nghị.")
    screen.page.person_card.fields.people_count.set_value(7)
    office.settle()
    return screen.window()


def _two_petitions(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_K, "Khiếu nại về đất.")
    screen.dialogs.add_petition(PetitionKind.FEEDBACK)
    office.settle()
    return screen.window()


def _refused_visit(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_P, "Nội dung đã trả lời.")
    screen.page.outcome_card.outcomes.choose("refuse")
    dialog = screen.window().findChildren(RefusalDialog)[-1]
    dialog.select_ground("9.2")
    dialog.accept()
    office.settle()
    return screen.window()


def _with_errors(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_K)
    screen.save()
    office.settle()
    return screen.window()


def _refusal(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    screen.dialogs.open_refusal_dialog()
    return screen.window()


def _more(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    screen.dialogs.open_details_dialog()
    return screen.window()


def _split(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    screen.dialogs.open_split_dialog()
    return screen.window()


def _read_back(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    office.press(K.Key_F7)
    return screen.window()


def _scan(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_K)
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    facts = ScanFacts(ScanKind.PNG, 1, buffer.data().data())
    screen.scans.open_scan_dialog(b"", facts)
    return screen.window()


def _scans(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    scan = ScanForm(b"x", ScanKind.PNG.value)
    screen.drafts.show_edited_form(replace(screen.drafts.collect(), scans=(scan,)))
    office.press(K.Key_1, ALT)
    screen.page.person_card.fields.number.setFocus()
    send_text(screen.page.person_card.fields.number, "012068000123")
    office.press(K.Key_Tab)
    office.settle()
    return screen.window()


def _choose_file(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_K)
    office.press(K.Key_A, ALT)
    office.wait_until(office.dialogs)
    return screen.window()


def _leave_draft(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    screen.new_visit()
    return screen.window()


def _leak_explained(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office, K.Key_T, f"Lãnh đạo là ông {REPORTER}.")
    screen.page.content_card.leak_banner.link_used.emit("other")
    return screen.window()


def _shortcuts(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office)
    office.press(K.Key_F1)
    return screen.window()


def _status_lookup(office: OfficeFixture) -> QWidget:
    screen = visit_entry(office)
    office.press(K.Key_F6)
    return screen.window()


PAGES = {
    "visit entry": _new_form,
    "visit entry, leak warning": _with_leak_warning,
    "visit entry, papers": _with_papers,
    "visit entry, card": _card,
    "visit entry, scans": _scans,
    "visit entry, group": _group,
    "visit entry, two petitions": _two_petitions,
    "visit entry, refused": _refused_visit,
    "visit entry, errors": _with_errors,
    "visit entry: refusal": _refusal,
    "visit entry: more": _more,
    "visit entry: split": _split,
    "visit entry: read back": _read_back,
    "visit entry: scan": _scan,
    "visit entry: choose a file": _choose_file,
    "visit entry: leave a draft": _leave_draft,
    "visit entry: leak explained": _leak_explained,
    "visit entry: shortcuts": _shortcuts,
    "visit entry: status lookup": _status_lookup,
}
