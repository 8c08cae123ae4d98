"""The desk in its states, and every dialog it opens."""

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
NAME = "Nguyễn Văn Bảy"


def desk(office: OfficeFixture, kind: Qt.Key | None = None, summary: str = "") -> VisitEntryScreen:
    """Stand at the desk with an empty form, or with a kind and a summary."""
    screen = office.go(NavigationItem.HOME)
    assert isinstance(screen, VisitEntryScreen)
    office.window.select_page(NavigationItem.HOME, second=False)
    screen.dialogs.discard_and_begin()
    office.settle()
    if summary:
        screen.page.person.fields.name.setFocus()
        send_text(screen.page.person.fields.name, NAME)
    if kind is not None:
        office.press(kind, ALT)
        office.settle()
    if summary:
        screen.page.content.summary.setFocus()
        send_text(screen.page.content.summary, summary)
        screen.checker.check()
    office.settle()
    return screen


def _empty(office: OfficeFixture) -> QWidget:
    return desk(office).window()


def _leaking(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_T, f"Ông {NAME} nói cán bộ xã thu tiền của dân.")
    assert not screen.page.content.banner.isHidden()
    return screen.window()


def _with_papers(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    for words in ("Đơn khiếu nại", "Giấy chứng nhận"):
        office.press(K.Key_D, ALT)
        office.settle()
        send_text(office.window.focusWidget(), words)
    office.settle()
    return screen.window()


def _card(office: OfficeFixture) -> QWidget:
    screen = desk(office)
    office.press(K.Key_F2)
    office.settle()
    return screen.window()


def _group(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_K, "Bảy hộ cùng đề nghị.")
    screen.page.person.fields.people.set_value(7)
    office.settle()
    return screen.window()


def _two_petitions(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_K, "Khiếu nại về đất.")
    screen.dialogs.split_into(PetitionKind.FEEDBACK)
    office.settle()
    return screen.window()


def _refused_visit(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_P, "Nội dung đã trả lời.")
    screen.page.outcome.outcomes.choose("refuse")
    dialog = screen.window().findChildren(RefusalDialog)[-1]
    dialog.choose("9.2")
    dialog.accept()
    office.settle()
    return screen.window()


def _marked(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_K)
    screen.save()
    office.settle()
    return screen.window()


def _refusal(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    screen.dialogs.refuse()
    return screen.window()


def _more(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    screen.dialogs.more()
    return screen.window()


def _split(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    screen.dialogs.split()
    return screen.window()


def _read_back(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    office.press(K.Key_F7)
    return screen.window()


def _scan(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_K)
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    facts = ScanFacts(ScanKind.PNG, 1, buffer.data().data())
    screen.scans.ask(b"", facts)
    return screen.window()


def _scans(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    scan = ScanForm(b"x", ScanKind.PNG.value)
    screen.drafts.show_changed(replace(screen.drafts.collect(), scans=(scan,)))
    office.press(K.Key_1, ALT)
    screen.page.person.fields.number.setFocus()
    send_text(screen.page.person.fields.number, "012068000123")
    office.press(K.Key_Tab)
    office.settle()
    return screen.window()


def _file(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_K)
    office.press(K.Key_A, ALT)
    office.until(office.dialogs)
    return screen.window()


def _leave(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    screen.new_visit()
    return screen.window()


def _why(office: OfficeFixture) -> QWidget:
    screen = desk(office, K.Key_T, f"Lãnh đạo là ông {NAME}.")
    screen.page.content.banner.link_used.emit("other")
    return screen.window()


def _keys(office: OfficeFixture) -> QWidget:
    screen = desk(office)
    office.press(K.Key_F1)
    return screen.window()


def _code(office: OfficeFixture) -> QWidget:
    screen = desk(office)
    office.press(K.Key_F6)
    return screen.window()


WAYS = {
    "desk": _empty,
    "desk, leak": _leaking,
    "desk, papers": _with_papers,
    "desk, card": _card,
    "desk, scans": _scans,
    "desk, group": _group,
    "desk, two petitions": _two_petitions,
    "desk, refused": _refused_visit,
    "desk, marked": _marked,
    "desk: refusal": _refusal,
    "desk: more": _more,
    "desk: split": _split,
    "desk: read back": _read_back,
    "desk: scan": _scan,
    "desk: file": _file,
    "desk: leave a draft": _leave,
    "desk: why": _why,
    "desk: keys": _keys,
    "desk: return code": _code,
}
