"""A scanner types where the cursor stands: no field of the desk keeps the line of a card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from reception.domain.errors import InvalidInput
from reception.domain.reporter import Identity
from reception.services.visits.intake_validation import check_identity
from tests.fixtures.office import build_office
from tests.ui.conftest import qapp, qapp_args, send_text, themed
from tests.ui.features.visit_entry.conftest import EntryStage, close_stage, open_stage
from tests.ui.features.visit_entry.entry_steps import error_sentences, type_content, type_person
from tests.ui.waiting import wait_until
from ui.features.visit_entry.person_details_dialog import PersonDetailsDialog

__all__ = ["qapp", "qapp_args", "themed"]

K = Qt.Key
NUMBER = "012168000123"
NAME = "Lò Thị Đào"
CARD = f"{NUMBER}|045123456|{NAME}|09051968|Nữ|Bản Nà B, Bình Lư, Tam Đường, Lai Châu|01022022"
CARD_WITH_STREET = (
    "012090000999||Vàng A Sủ|01011990|Nam|Số nhà 59, tổ 3, Bình Lư, Tam Đường, Lai Châu|05042021"
)
PERSON_FIELDS = ("name", "birth", "number", "issued_on", "commune", "hamlet")
CONTENT_FIELDS = ("summary", "petition_field", "place", "respondent", "request", "settled_by")


@pytest.fixture
def stage(themed, tmp_path) -> Iterator[EntryStage]:
    """Visit entry of a throw-away office, in a window."""
    opened = open_stage(build_office(tmp_path))
    yield opened
    close_stage(opened)


def scan(stage: EntryStage, line: str, *, end: K | None = K.Key_Return) -> None:
    """Type a line as a scanner does: every character as a key, into whatever has the focus."""
    for char in line:
        press(stage, K.Key_Space if char == " " else K.Key_unknown, char)
    if end is not None:
        press(stage, end, "\r" if end is not K.Key_Tab else "\t")


def press(stage: EntryStage, key: K, text: str) -> None:
    """Press and release one key of the focused widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        target = QApplication.focusWidget() or stage.window
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(target, event)


def fields_of(stage: EntryStage):
    return stage.screen.page.person_card.fields


def content_input(stage: EntryStage, name: str):
    return getattr(stage.screen.page.content_card, name)


def shown_texts(stage: EntryStage) -> str:
    """Return what every field of the window holds."""
    lines = [line.text() for line in stage.window.findChildren(QLineEdit)]
    return "\n".join(
        [*lines, *(area.toPlainText() for area in stage.window.findChildren(QPlainTextEdit))]
    )


def assert_read(stage: EntryStage) -> None:
    """The card stands in the reporter's part, and its line nowhere."""
    person = stage.screen.page.person_card.collect()
    assert person.name == NAME
    assert person.number.replace(" ", "") == NUMBER
    assert person.birth == "09/05/1968"
    assert person.hamlet == "Bản Nà B"
    assert person.commune == "Xã Bình Lư"
    assert "|" not in shown_texts(stage)


@pytest.mark.parametrize("name", PERSON_FIELDS)
def test_a_card_is_read_in_every_field_of_the_reporter(stage, name):
    getattr(fields_of(stage), name).setFocus()
    scan(stage, CARD)
    assert_read(stage)


def test_the_name_has_the_cursor_when_the_window_opens(stage):
    scan(stage, CARD)
    assert_read(stage)


@pytest.mark.parametrize("name", ["sex", "capacity", "people_count", "language", "scan_button"])
def test_a_card_is_read_where_nothing_can_be_typed(stage, name):
    before = stage.screen.page.person_card.collect()
    widget = getattr(fields_of(stage), name)
    widget.setFocus()
    scan(stage, CARD)
    assert_read(stage)
    after = stage.screen.page.person_card.collect()
    assert (after.capacity, after.people, after.language) == (
        before.capacity,
        before.people,
        before.language,
    )


def test_the_blanks_of_a_name_press_no_button(stage):
    type_person(stage)
    type_content(stage, K.Key_K, "Đường hỏng.")
    stage.screen.page.action_row.save_button.setFocus()
    scan(stage, CARD)
    stage.settle(300)
    assert stage.rows() == []
    assert stage.screen.page.card_banner.isVisible()


@pytest.mark.parametrize("end", [K.Key_Return, K.Key_Enter, K.Key_Tab, None])
def test_the_end_that_a_scanner_sends_does_not_matter(stage, end):
    scan(stage, CARD, end=end)
    wait_until(lambda: "|" not in shown_texts(stage))
    assert_read(stage)


@pytest.mark.parametrize("line", [CARD, CARD.replace(NAME, "Lo Thi Dao")])
@pytest.mark.parametrize("glued", [False, True])
def test_a_trigger_pressed_twice_is_read_once(stage, line, glued):
    if glued:
        scan(stage, line + line)
    else:
        scan(stage, line)
        scan(stage, line)
    person = stage.screen.page.person_card.collect()
    assert person.name in (NAME, "Lo Thi Dao")
    assert person.number.replace(" ", "") == NUMBER
    assert "|" not in shown_texts(stage)
    assert not stage.screen.page.card_banner.isVisible()


def test_a_corrected_name_survives_another_pull_of_the_trigger(stage):
    scan(stage, CARD.replace(NAME, "Lo Thi Dao"))
    send_text(fields_of(stage).name, NAME)  # it is selected after the scan
    fields_of(stage).hamlet.setFocus()
    scan(stage, CARD.replace(NAME, "Lo Thi Dao"))
    assert_read(stage)


def test_a_field_gets_back_what_stood_in_it(stage):
    stage.type("tổ 7", fields_of(stage).hamlet)
    fields_of(stage).hamlet.selectAll()
    scan(stage, "012168OOO123" + CARD[12:])
    assert fields_of(stage).hamlet.text() == "tổ 7"
    assert "Không đọc được" in fields_of(stage).number_note_line.text()
    assert "|" not in shown_texts(stage)


def test_a_new_card_replaces_the_whole_person(stage):
    scan(stage, CARD_WITH_STREET)
    assert stage.screen.page.person_card.details().street == "Số nhà 59"
    fields_of(stage).name.setFocus()
    scan(stage, CARD)
    assert_read(stage)
    assert stage.screen.page.person_card.details().street == ""
    assert "người trước" in fields_of(stage).number_note_line.text()


def test_a_card_is_read_in_the_dialog_of_details(stage):
    stage.screen.dialogs.open_details_dialog()
    dialog = stage.window.findChild(PersonDetailsDialog)
    dialog.fields.findChild(QLineEdit).setFocus()
    scan(stage, CARD)
    stage.settle()
    assert_read(stage)
    assert CARD not in repr(stage.screen.page.person_card.details().phone)


@pytest.mark.parametrize("name", CONTENT_FIELDS)
def test_a_card_in_any_text_waits_and_one_key_moves_it(stage, name):
    stage.alt(K.Key_K)
    field = content_input(stage, name)
    stage.type("Đường hỏng", field)
    before = shown_texts(stage)
    scan(stage, CARD)
    assert shown_texts(stage) == before
    assert stage.screen.page.card_banner.isVisible()
    assert NAME not in stage.screen.page.card_banner.text()
    stage.key(K.Key_F2)
    assert_read(stage)
    assert not stage.screen.page.card_banner.isVisible()


def test_a_visit_is_not_saved_while_a_card_waits(stage):
    type_person(stage)
    type_content(stage, K.Key_T, "Chi sai tiền.")
    content_input(stage, "summary").setFocus()
    scan(stage, CARD)
    stage.control(K.Key_S)
    stage.settle(300)
    assert stage.rows() == []
    stage.key(K.Key_Escape)
    assert not stage.screen.page.card_banner.isVisible()
    stage.control(K.Key_S)
    stage.settle(300)
    assert len(stage.rows()) == 1, error_sentences(stage)


def test_a_line_still_being_typed_is_not_saved(stage):
    type_person(stage)
    type_content(stage, K.Key_K, "Đường hỏng.")
    content_input(stage, "place").setFocus()
    scan(stage, CARD, end=None)
    stage.control(K.Key_S)
    stage.settle(300)
    assert stage.rows() == []
    assert "|" not in shown_texts(stage)


def paste(stage: EntryStage, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    stage.control(K.Key_V)


def compose_and_commit(stage: EntryStage, text: str) -> None:
    for part in text.split(" "):
        send_text(QApplication.focusWidget(), f"{part} ")
    stage.key(K.Key_Return)


@pytest.mark.parametrize("enter", [paste, compose_and_commit])
@pytest.mark.parametrize("place", ["hamlet", "summary"])
def test_a_line_that_no_key_typed_is_noticed_too(
    stage, enter: Callable[[EntryStage, str], None], place
):
    is_person = place == "hamlet"
    if not is_person:
        stage.alt(K.Key_K)
    widget = fields_of(stage).hamlet if is_person else content_input(stage, place)
    widget.setFocus()
    enter(stage, CARD)
    wait_until(lambda: "|" not in shown_texts(stage))
    assert stage.screen.page.card_banner.isVisible() is not is_person
    if is_person:
        assert_read(stage)


def test_selected_text_comes_back_after_a_scan_over_it(stage):
    stage.alt(K.Key_K)
    summary = content_input(stage, "summary")
    stage.type("Đoạn một.\nĐoạn hai 😀.\nĐoạn ba.", summary)
    summary.selectAll()
    scan(stage, CARD)
    assert summary.toPlainText() == "Đoạn một.\nĐoạn hai 😀.\nĐoạn ba."


def test_a_district_of_another_province_is_no_commune(stage):
    scan(stage, "033168000123||Lò Thị Đào|09051968|Nữ|Đông Xuân, Đông Hưng, Thái Bình|01022022")
    assert fields_of(stage).commune.text() == "Đông Xuân, Đông Hưng, Hưng Yên"


def test_a_garbled_address_is_told(stage):
    scan(stage, CARD.replace("Bản Nà B, Bình Lư", "B?n Nà B, Bình Lư"))
    assert fields_of(stage).hamlet_field.state() == "warning"


@pytest.mark.parametrize("part", ["name", "phone", "workplace", "contact_wish"])
def test_the_services_refuse_a_line_whatever_the_window_did(part):
    identity = replace(Identity(name=NAME), **{part: f"x {CARD}"})
    with pytest.raises(InvalidInput) as caught:
        check_identity(identity, date(2026, 11, 19), is_denunciation=False)
    assert caught.value.code == "desk.card_line"
