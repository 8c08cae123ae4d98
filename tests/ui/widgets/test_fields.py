"""Fields take Vietnamese, keep the last word, and never change what is being typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionComboBox, QVBoxLayout, QWidget

from ui.appearance import display_format as shown
from ui.appearance.display_format import TagKind
from ui.models import due_column
from ui.models.date_parsing import read_day, read_year
from ui.widgets.autocomplete_field import AutocompleteField
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField, YearOrDateField
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.labeled_field import LabeledField
from ui.widgets.masked_field import MaskGroup
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.password_field import PasswordField
from ui.widgets.segmented_control import SegmentedControl
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

TODAY = date(2026, 11, 19)


def the_day() -> date:
    return TODAY


@pytest.fixture
def page(themed, qtbot):
    """Return a shown widget with a column to put fields in."""
    widget = QWidget()
    QVBoxLayout(widget)
    qtbot.addWidget(widget)
    widget.resize(500, 400)
    widget.show()
    widget.activateWindow()
    return widget


def put(page, field):
    page.layout().addWidget(field)
    field.show()
    return field


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5/8", date(2026, 8, 5)),
        ("05082026", date(2026, 8, 5)),
        ("5/8/1968", date(1968, 8, 5)),
        ("5.8.68", date(1968, 8, 5)),
        ("5-8-26", date(2026, 8, 5)),
        ("h", TODAY),
        ("H-1", date(2026, 11, 18)),
        ("h + 2", date(2026, 11, 21)),
        ("31/2/2026", None),
        ("29/2/2024", date(2024, 2, 29)),
        ("hôm nay", None),
        ("", None),
        ("1968", None),
        ("5/8/196", None),
    ],
)
def test_days_as_people_write_them(typed, meant):
    assert read_day(typed, TODAY) == meant


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_shown_day_reads_back(day):
    assert read_day(shown.day(day), TODAY) == day
    assert read_day(shown.day(day).replace("/", ""), TODAY) == day


def test_years():
    assert read_year("1968") == 1968
    assert read_year("68") is None
    assert read_year("2168") is None


def test_a_date_is_put_in_order_only_on_leaving(page, qtbot, type_text):
    field, other = put(page, DateField(the_day, page)), put(page, TextField(page))
    days = []
    field.day_changed.connect(days.append)
    field.setFocus()
    type_text(field, "5/8")
    assert field.text() == "5/8"
    other.setFocus()
    assert field.text() == "05/08/2026"
    assert days == [date(2026, 8, 5)]
    field.setFocus()
    field.selectAll()
    type_text(field, "31/2")
    other.setFocus()
    assert field.text() == "31/2"
    assert not field.is_acceptable()


def test_a_birth_year_or_a_birth_date(page):
    field = put(page, YearOrDateField(the_day, page))
    field.set_year_or_date(1968)
    assert (field.text(), field.year()) == ("1968", 1968)
    field.setText("5/4/1968")
    field.normalise()
    assert field.text() == "05/04/1968"
    assert field.year_or_date() == date(1968, 4, 5)


def test_the_word_under_composition_is_read(page, type_text, compose):
    field = put(page, TextField(page))
    field.setFocus()
    type_text(field, "Nguyễn Văn ")
    compose(field, "Ả")
    assert field.text() == "Nguyễn Văn "
    assert field.value() == "Nguyễn Văn Ả"
    assert field.composed_text() == ""


def test_the_word_is_kept_when_the_focus_leaves(page, compose):
    field, other = put(page, TextField(page)), put(page, TextArea(page))
    field.setFocus()
    compose(field, "Thị")
    other.setFocus()
    compose(other, "đất")
    field.setFocus()
    assert field.text() == "Thị"
    assert other.toPlainText() == "đất"


def test_commit_takes_the_word_of_the_focused_field_once(page, compose):
    area = put(page, TextArea(page))
    area.setFocus()
    compose(area, "nghĩa")
    commit_composition()
    commit_composition()
    assert area.value() == "nghĩa"


def test_tab_leaves_an_area_and_ctrl_enter_confirms(page, qtbot, type_text):
    area, other = put(page, TextArea(page, limit=5)), put(page, TextField(page))
    counts = []
    area.counter_changed.connect(counts.append)
    area.setFocus()
    type_text(area, "sáu chữ")
    assert counts[-1] == "7/5"
    assert area.is_over_limit()
    assert area.value() == "sáu chữ"
    with qtbot.waitSignal(area.submitted):
        qtbot.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert other.hasFocus()


def test_a_password_is_taken_once(page, qtbot):
    field = put(page, PasswordField(page))
    field.setFocus()
    with qtbot.waitSignal(field.caps_lock_changed) as told:
        qtbot.keyClicks(field, "A")
    assert told.args == [True]
    qtbot.keyClicks(field, "b")
    assert field.displayText() == "\u2022\u2022"
    assert field.read_and_clear() == "Ab"
    assert field.text() == ""


def test_suggestions_open_by_key_and_ignore_accents(page, qtbot, type_text, compose):
    field = put(page, AutocompleteField(page))
    field.set_suggestions(["Xã Nậm A", "Xã Đào B", "Phường Đào C"])
    field.setFocus()
    type_text(field, "dao")
    assert not field.is_open()
    compose(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert not field.is_open(), "a word under composition must not be disturbed"
    compose(field, "")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.is_open()
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.suggestion_chosen):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == "Phường Đào C"
    assert not field.is_open()


def test_a_choice_by_first_letter_without_accents(page, qtbot):
    box = put(page, ChoiceBox(page))
    for text in ("Khác", "Đất đai", "Tham nhũng"):
        box.add(text, text.upper())
    box.setFocus()
    qtbot.keyClick(box, "d")
    assert box.value() == "ĐẤT ĐAI"
    box.choose("THAM NHŨNG")
    assert box.currentText() == "Tham nhũng"
    box.choose("nothing of the kind")
    assert box.value() is None


def test_a_choice_too_long_for_its_box_is_shortened(page):
    box = put(page, ChoiceBox(page))
    box.add("Ban Tiếp công dân tỉnh")
    for width, is_whole in ((240, True), (120, False), (240, True)):
        box.setFixedWidth(width)
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        assert (option.currentText == box.currentText()) is is_whole
        assert is_whole or option.currentText.endswith("…")


def test_segments_move_by_arrows_and_choose_by_space(page, qtbot):
    row = SegmentedControl(page)
    for word in ("một", "hai", "ba"):
        row.add(word, word)
    holder = put(page, LabeledField("Loại", row, page))
    seen = []
    row.chosen.connect(seen.append)
    row.set_allowed("hai", False, "không được")
    assert holder.findChild(type(holder.label), "") is not None
    row.choose("một")
    row.setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert row.value() == "một"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert row.value() == "ba"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert row.value() == "ba", "choosing again must not undo"
    assert seen == ["một", "ba"]
    row.set_allowed("ba", False, "cũng không")
    assert row.value() is None
    assert row.reason() == "không được"


def test_a_stepper_steps_and_keeps_its_range(page, qtbot):
    step = put(page, NumberStepper(page, 1, 3))
    for _ in range(5):
        qtbot.mouseClick(step._increase_button, Qt.MouseButton.LeftButton)
    assert step.value() == 3
    qtbot.keyClick(step.spin, Qt.Key.Key_Down)
    assert step.value() == 2


def test_a_label_names_its_field_and_errors_replace_the_hint(page):
    field = TextField(page)
    holder = put(page, LabeledField("Họ và tên", field, page, hint="như trên thẻ"))
    assert field.accessibleName() == "Họ và tên"
    assert holder.label.buddy() is field
    holder.set_error("Thiếu 2 chữ số")
    assert (holder.note(), field.state()) == ("Thiếu 2 chữ số", "error")
    assert field.accessibleDescription() == "Thiếu 2 chữ số"
    holder.clear_state()
    assert (holder.note(), field.state()) == ("như trên thẻ", "")


def test_a_masked_section_shows_nothing_until_it_is_unmasked(page, qtbot):
    group = MaskGroup(page)
    name, empty = TextField(page), TextField(page)
    name.setText("Nguyễn Văn A")
    fields = [put(page, group.add(field, page)) for field in (name, empty)]
    group.mask()
    assert all(field.is_masked for field in fields)
    assert not name.isVisible()
    said = " ".join(
        child.accessibleName() + child.accessibleDescription()
        for child in page.findChildren(QWidget)
    )
    assert "Nguyễn" not in said
    mask = fields[0]._mask
    qtbot.mouseClick(mask, Qt.MouseButton.LeftButton)
    assert not group.is_masked
    assert name.hasFocus()
    group.set_active(False)
    group.mask()
    assert not group.is_masked


def test_words_of_the_due_column(themed):
    due = date(2026, 12, 4)
    assert due_column.time_left(due, 9) == due_column.TimeLeft("04/12", None)
    assert due_column.time_left(due, 2) == due_column.TimeLeft("Còn 2 ngày", TagKind.SOON)
    assert due_column.time_left(due, -2) == due_column.TimeLeft("Quá 2 ngày", TagKind.OVERDUE)
    assert due_column.time_left(due, -2, done=True) == due_column.TimeLeft("Đã xong", None)
    assert shown.long_day(TODAY) == "Thứ Năm, 19/11/2026"


def test_numbers_and_cards():
    assert shown.number(1_000_000) == "1.000.000"
    assert shown.decimal(1234.5) == "1.234,5"
    assert shown.card_number("012068000123") == "012 068 000 123"
    assert shown.card_number("B1234567") == "B1234567"
