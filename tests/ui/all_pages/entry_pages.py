"""The desk in its states, and every dialog it opens."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from reception.domain.petition import PetitionKind
from reception.sandbox.scan_kinds import ScanFacts, ScanKind
from tests.ui.all_pages.office_fixture import OfficeFixture
from tests.ui.conftest import send_text
from ui.features.visit_entry.entry_screen import VisitEntryScreen
from ui.features.visit_entry.refusal_dialog import RefusalDialog
from ui.shell.navigation import NavigationItem

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
NAME = "Nguyễn Văn Bảy"


def desk(office: OfficeFixture, kind: Qt.Key | None = None, summary: str = "") -> VisitEntryScreen:
    """Stand at the desk with an empty form, or with a kind and a summary."""
    page = office.go(NavigationItem.HOME)
    assert isinstance(page, VisitEntryScreen)
    office.window.show_beside(NavigationItem.HOME, beside=False)
    page._throw()
    office.settle()
    if summary:
        page.person.fields.name.setFocus()
        send_text(page.person.fields.name, NAME)
    if kind is not None:
        office.press(kind, ALT)
        office.settle()
    if summary:
        page.content.summary.setFocus()
        send_text(page.content.summary, summary)
        page.look()
    office.settle()
    return page


def _empty(office: OfficeFixture) -> QWidget:
    return desk(office).window()


def _leaking(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_T, f"Ông {NAME} nói cán bộ xã thu tiền của dân.")
    assert not page.content.banner.isHidden()
    return page.window()


def _with_papers(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    for words in ("Đơn khiếu nại", "Giấy chứng nhận"):
        office.press(K.Key_D, ALT)
        office.settle()
        send_text(office.window.focusWidget(), words)
    office.settle()
    return page.window()


def _card(office: OfficeFixture) -> QWidget:
    page = desk(office)
    office.press(K.Key_F2)
    office.settle()
    return page.window()


def _group(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_K, "Bảy hộ cùng đề nghị.")
    page.person.fields.people.set_value(7)
    office.settle()
    return page.window()


def _two_petitions(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_K, "Khiếu nại về đất.")
    page.split_into(PetitionKind.FEEDBACK)
    office.settle()
    return page.window()


def _refused_visit(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_P, "Nội dung đã trả lời.")
    page.outcome.outcomes.choose("refuse")
    dialog = page.window().findChildren(RefusalDialog)[-1]
    dialog.choose("9.2")
    dialog.accept()
    office.settle()
    return page.window()


def _marked(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_K)
    page.save()
    office.settle()
    return page.window()


def _refusal(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    page.refuse()
    return page.window()


def _more(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    page.more()
    return page.window()


def _split(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    page.split()
    return page.window()


def _read_back(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    office.press(K.Key_F7)
    return page.window()


def _scan(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_K)
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    facts = ScanFacts(ScanKind.PNG, 1, buffer.data().data())
    page._scan_seen(b"", facts)
    return page.window()


def _scans(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    page._seen = (b"x", ScanFacts(ScanKind.PNG, 1, b""))
    page._attach(True)
    office.press(K.Key_1, ALT)
    page.person.fields.number.setFocus()
    send_text(page.person.fields.number, "012068000123")
    office.press(K.Key_Tab)
    office.settle()
    return page.window()


def _file(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_K)
    office.press(K.Key_A, ALT)
    office.until(office.dialogs)
    return page.window()


def _leave(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_K, "Chậm cấp giấy chứng nhận.")
    page.new_visit()
    return page.window()


def _why(office: OfficeFixture) -> QWidget:
    page = desk(office, K.Key_T, f"Lãnh đạo là ông {NAME}.")
    page.content.banner.link_used.emit("other")
    return page.window()


def _keys(office: OfficeFixture) -> QWidget:
    page = desk(office)
    office.press(K.Key_F1)
    return page.window()


def _code(office: OfficeFixture) -> QWidget:
    page = desk(office)
    office.press(K.Key_F6)
    return page.window()


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
