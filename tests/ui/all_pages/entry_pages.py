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


def desk(house: OfficeFixture, kind: Qt.Key | None = None, summary: str = "") -> VisitEntryScreen:
    """Stand at the desk with an empty form, or with a kind and a summary."""
    page = house.go(NavigationItem.HOME)
    assert isinstance(page, VisitEntryScreen)
    house.window.show_beside(NavigationItem.HOME, beside=False)
    page._throw()
    house.settle()
    if summary:
        page.person.fields.name.setFocus()
        send_text(page.person.fields.name, NAME)
    if kind is not None:
        house.press(kind, ALT)
        house.settle()
    if summary:
        page.content.summary.setFocus()
        send_text(page.content.summary, summary)
        page.look()
    house.settle()
    return page


def _empty(house: OfficeFixture) -> QWidget:
    return desk(house).window()


def _leaking(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_T, f"Ông {NAME} nói cán bộ xã thu tiền của dân.")
    assert not page.content.banner.isHidden()
    return page.window()


def _with_papers(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_K, "Chậm cấp giấy chứng nhận.")
    for words in ("Đơn khiếu nại", "Giấy chứng nhận"):
        house.press(K.Key_D, ALT)
        house.settle()
        send_text(house.window.focusWidget(), words)
    house.settle(60)
    return page.window()


def _card(house: OfficeFixture) -> QWidget:
    page = desk(house)
    house.press(K.Key_F2)
    house.settle()
    return page.window()


def _group(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_K, "Bảy hộ cùng đề nghị.")
    page.person.fields.people.set_value(7)
    house.settle()
    return page.window()


def _two_petitions(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_K, "Khiếu nại về đất.")
    page.split_into(PetitionKind.FEEDBACK)
    house.settle()
    return page.window()


def _refused_visit(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_P, "Nội dung đã trả lời.")
    page.outcome.outcomes.choose("refuse")
    dialog = page.window().findChildren(RefusalDialog)[-1]
    dialog.choose("9.2")
    dialog.accept()
    house.settle()
    return page.window()


def _marked(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_K)
    page.save()
    house.settle()
    return page.window()


def _refusal(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_K, "Chậm cấp giấy chứng nhận.")
    page.refuse()
    return page.window()


def _more(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_K, "Chậm cấp giấy chứng nhận.")
    page.more()
    return page.window()


def _split(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_K, "Chậm cấp giấy chứng nhận.")
    page.split()
    return page.window()


def _read_back(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_K, "Chậm cấp giấy chứng nhận.")
    house.press(K.Key_F7)
    return page.window()


def _scan(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_K)
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    facts = ScanFacts(ScanKind.PNG, 1, buffer.data().data())
    page._scan_seen(b"", facts)
    return page.window()


def _scans(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_K, "Chậm cấp giấy chứng nhận.")
    page._seen = (b"x", ScanFacts(ScanKind.PNG, 1, b""))
    page._attach(True)
    house.press(K.Key_1, ALT)
    page.person.fields.number.setFocus()
    send_text(page.person.fields.number, "012068000123")
    house.press(K.Key_Tab)
    house.settle()
    return page.window()


def _file(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_K)
    house.press(K.Key_A, ALT)
    house.until(house.dialogs)
    return page.window()


def _leave(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_K, "Chậm cấp giấy chứng nhận.")
    page.new_visit()
    return page.window()


def _why(house: OfficeFixture) -> QWidget:
    page = desk(house, K.Key_T, f"Lãnh đạo là ông {NAME}.")
    page.content.banner.link_used.emit("other")
    return page.window()


def _keys(house: OfficeFixture) -> QWidget:
    page = desk(house)
    house.press(K.Key_F1)
    return page.window()


def _code(house: OfficeFixture) -> QWidget:
    page = desk(house)
    house.press(K.Key_F6)
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
