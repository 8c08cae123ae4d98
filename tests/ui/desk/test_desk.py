"""The desk takes visits in by keyboard alone, and never shows or keeps a name too long."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity
from tests.ui.desk.conftest import NAME, close_room, open_room
from ui.dialogs.guard_reason import GuardReason
from ui.dialogs.person_more import PersonMore
from ui.dialogs.readback import ReadBack
from ui.dialogs.refusal import RefusalDialog
from ui.screens.desk.screen import KEEP_MS
from ui.widgets.labeled_field import LabeledField

K = Qt.Key


def person(room, name=NAME):
    fields = room.desk.person.fields
    room.type(name, fields.name)
    room.type("1968", fields.birth)
    room.type("012068000123", fields.number)
    room.type("Xã Bình Lư", fields.commune)


def content(room, kind, summary):
    room.alt(kind)
    room.type(summary, room.desk.content.summary)
    room.settle()


def saved(room, key=K.Key_S):
    before = len(room.rows())
    room.control(key)
    room.settle(300)
    rows = room.rows()
    assert len(rows) == before + 1, said(room)
    return rows[0]


def said(room):
    """What the desk says is wrong."""
    fields = room.desk.findChildren(LabeledField)
    return [room.desk.trouble.text(), *(f.note() for f in fields if f.state() == "error")]


def words_on(widget):
    """Every word a person, a screen reader or a tooltip could get from a widget tree."""
    for part in [widget, *widget.findChildren(QWidget)]:
        yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription())
        yield from (part.windowTitle(), part.statusTip(), part.whatsThis())
        if isinstance(part, (QLineEdit, QLabel)):
            yield part.text()
        if isinstance(part, QPlainTextEdit):
            yield part.toPlainText()
        face = QAccessible.queryAccessibleInterface(part)
        if face is not None:
            yield from (face.text(role) for role in (QAccessible.Text.Name, QAccessible.Text.Value))


def test_a_whole_complaint_with_three_papers_is_sealed(room):
    person(room)
    content(room, K.Key_K, "Đề nghị xem lại mức bồi thường đất.")
    for name in ("Đơn viết tay", "Sổ đỏ", "Ảnh thửa đất"):
        room.alt(K.Key_D)
        room.type(name)
    row = saved(room, K.Key_P)
    story = room.ask(lambda: room.reception.register.story(row.visit_id))
    assert [paper[0] for paper in story.papers] == ["Đơn viết tay", "Sổ đỏ", "Ảnh thửa đất"]
    assert row.kind == "complaint"
    assert row.code == "KN-0001"
    sealed, identity = room.printed[0]
    assert identity.name == NAME
    assert sealed.numbers.series == "BN"
    assert room.desk.person.state()["name"] == ""
    assert room.desk.person.fields.name.hasFocus()


def test_keyboard_alone_is_enough(room):
    room.keys = 0
    room.type(NAME)
    room.key(K.Key_Return)
    room.type("1968")
    room.alt(K.Key_N)
    room.alt(K.Key_2)
    room.type("Xin làm đường vào bản.")
    typed = len(NAME) + 4 + len("Xin làm đường vào bản.")
    saved(room)
    assert room.keys - typed <= 4


def test_a_name_in_a_denunciation_stops_the_save_until_replaced(room):
    person(room)
    content(room, K.Key_T, f"Ông {NAME} thấy xã lập khống danh sách.")
    assert not room.desk.content.banner.isHidden()
    assert NAME not in room.desk.content.banner.text()
    room.control(K.Key_S)
    room.settle(300)
    assert room.rows() == []
    assert room.desk.content.summary_field.state() == "error"
    room.alt(K.Key_R)
    assert "[người tố cáo]" in room.desk.content.summary.toPlainText()
    row = saved(room)
    assert NAME not in row.summary
    assert row.received_at is None


def test_another_person_of_that_name_needs_a_reason(room):
    person(room)
    content(room, K.Key_T, f"Lãnh đạo là ông {NAME}.")
    room.desk.content.banner.link_used.emit("other")
    dialog = room.window.findChild(GuardReason)
    room.type("ngắn", dialog.reason)
    room.key(K.Key_Return)
    assert dialog.isVisible()
    room.type(" nhưng là anh họ cùng tên", dialog.reason)
    room.key(K.Key_Return)
    room.settle()
    assert room.desk.content.banner.isHidden()
    assert saved(room).kind == "denunciation"


def test_a_reason_does_not_cover_words_typed_later(room):
    person(room)
    content(room, K.Key_K, f"Tôi là {NAME}.")
    room.desk.content.banner.link_used.emit("keep")
    room.type("người đến muốn ghi rõ tên", room.window.findChild(GuardReason).reason)
    room.key(K.Key_Return)
    room.settle()
    assert room.desk.content.banner.isHidden()
    room.type(" Số 012068000123.", room.desk.content.summary)
    room.settle()
    assert not room.desk.content.banner.isHidden()


@pytest.mark.parametrize("place", ["request", "respondent", "place", "settled_by"])
def test_every_free_text_is_guarded(room, place):
    person(room)
    content(room, K.Key_K, "Nội dung.")
    room.type(NAME, room.desk.content.lines()[place])
    room.settle()
    assert not room.desk.content.banner.isHidden()
    room.alt(K.Key_R)
    assert NAME not in room.desk.content.lines()[place].text()


def test_a_denunciation_cannot_be_made_by_proxy(room):
    capacity = room.desk.person.fields.capacity
    capacity.choose(Capacity.LAWYER.value)
    room.alt(K.Key_T)
    assert capacity.value() in (Capacity.SELF.value, None) or not capacity.allowed(
        Capacity.LAWYER.value
    )
    assert not capacity.allowed(Capacity.AUTHORISED.value)
    assert capacity.reason() == "Tố cáo không được uỷ quyền"
    room.desk.more()
    dialog = room.window.findChild(PersonMore)
    assert not dialog.findChildren(QLineEdit, "occupation")
    dialog.reject()


def test_a_large_group_names_its_representatives(room):
    person(room)
    fields = room.desk.person.fields
    assert not fields.group.isEnabled()
    fields.people.set_value(7)
    assert fields.same.value() == 7
    content(room, K.Key_K, "Bảy hộ cùng đề nghị.")
    room.control(K.Key_S)
    room.settle(300)
    assert room.rows() == []
    assert fields.group_field.state() == "error"
    fields.group.choose(2)
    fields.appointment.setChecked(True)
    assert saved(room).people == 7


def test_a_chip_card_fills_the_fields(room):
    room.key(K.Key_F2)
    fields = room.desk.person.fields
    assert fields.qr.hasFocus()
    assert not fields.qr.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    card = f"012068000123||{NAME}|05081968|Nam|Bản Nà B, Bình Lư, Tam Đường, Lai Châu|05042021"
    fields.qr.setText(card)
    room.key(K.Key_Return)
    state = room.desk.person.state()
    assert state["name"] == NAME
    assert state["birth"] == "05/08/1968"
    assert state["sex"] == "male"
    assert state["hamlet"] == "Bản Nà B"
    assert state["commune"] == "Xã Bình Lư"
    assert fields.qr.text() == ""


def test_a_card_without_accents_asks_for_the_name(room):
    room.key(K.Key_F2)
    fields = room.desk.person.fields
    fields.qr.setText("012068000123||Nguyen Van Bay|05081968|Nam|Ban Na B, Lai Chau|05042021")
    room.key(K.Key_Return)
    assert fields.name.hasFocus()
    assert fields.name_field.state() == "warning"


@pytest.mark.parametrize(("code", "written"), [("9.3", True), ("9.2", False)])
def test_a_refusal_takes_a_ground_and_its_explanation(room, code, written):
    person(room)
    content(room, K.Key_P, "Nội dung đã trả lời.")
    room.desk.outcome.outcomes.choose("refuse")
    dialog = room.window.findChild(RefusalDialog)
    dialog.choose(code)
    dialog.accept()
    room.settle()
    if not written:
        room.control(K.Key_S)
        room.settle(300)
        assert room.rows() == []
        room.type("Đã giải thích nội quy nơi tiếp.", room.desk.outcome.explanation)
    row = saved(room)
    assert row.refusal_ground == code
    assert (row.due_on is not None) is written


def test_going_back_from_a_refusal_leaves_the_usual_outcome(room):
    room.alt(K.Key_P)
    room.desk.outcome.outcomes.choose("refuse")
    room.window.findChild(RefusalDialog).reject()
    assert room.desk.outcome.state()["outcome"] == "accept"


def test_only_what_is_lawful_is_offered(room):
    room.alt(K.Key_K)
    outcome = room.desk.outcome
    outcome.ours.setChecked(False)
    assert outcome.outcomes.values() == ["guide", "refuse"]
    room.alt(K.Key_T)
    assert outcome.outcomes.values() == ["guide", "refuse"]
    room.alt(K.Key_D)
    room.type("Đơn tố cáo")
    assert outcome.outcomes.values() == ["transfer", "refuse"]


def test_splitting_adds_a_petition_or_begins_a_visit(room):
    person(room)
    content(room, K.Key_K, "Khiếu nại về đất.")
    room.desk.split_into(PetitionKind.FEEDBACK)
    room.type("Phản ánh về đường.", room.desk.content.summary)
    room.desk.split_into(PetitionKind.DENUNCIATION)
    assert room.desk.person.state()["name"] == NAME
    assert room.desk.collect()["counted_once"] is True
    room.type("Xã lập khống danh sách.", room.desk.content.summary)
    row = saved(room)
    assert row.kind == "denunciation"
    first = next(h for h in room.desk._hands if h is not room.desk.hand)
    room.desk.take_up(first)
    assert first.state["same_person"] == [row.visit_id]
    other = saved(room)
    story = room.ask(lambda: room.reception.register.story(other.visit_id))
    assert [petition[0] for petition in story.petitions] == ["complaint", "feedback"]


def test_a_draft_comes_back_after_a_crash(room):
    person(room)
    content(room, K.Key_K, "Chưa kịp lưu.")
    room.settle(KEEP_MS + 300)
    assert not room.desk.bar.draft.isHidden()
    room.runner.run(room.reception.session.database.close)
    room.settle()
    again = open_room(room.office)
    drafts = again.ask(again.reception.drafts.mine)
    again.desk.drafts_found(drafts, True)
    assert again.desk.person.state()["name"] == NAME
    assert again.desk.content.summary.toPlainText() == "Chưa kịp lưu."
    saved(again)
    assert again.ask(again.reception.drafts.mine) == []
    close_room(again)


def test_locking_keeps_the_word_being_composed(room, compose):
    person(room)
    room.alt(K.Key_K)
    room.desk.content.summary.setFocus()
    compose(room.desk.content.summary, "chữ")
    room.desk.about_to_lock()
    room.settle()
    draft = room.ask(room.reception.drafts.mine)[0]
    assert draft.form["entries"][0]["summary"] == "chữ"


def test_nothing_on_the_screen_holds_the_name_when_covered(room):
    person(room)
    fields = room.desk.person.fields
    content(room, K.Key_K, "Nội dung.")
    assert fields.covers.covered
    for text in words_on(room.window):
        for word in (NAME, "012068000123", "012 068 000 123", "1968", "Bình Lư"):
            assert word not in text
    assert not fields.name.isUndoAvailable()
    room.alt(K.Key_1)
    assert fields.name.text() == NAME
    assert fields.name.hasFocus()


def test_covering_can_be_turned_off(room):
    person(room)
    room.key(K.Key_F8)
    content(room, K.Key_K, "Nội dung.")
    assert not room.desk.person.fields.covers.covered


def test_an_ambiguous_commune_is_asked_and_an_old_one_translated(room):
    fields = room.desk.person.fields
    room.type("Mường Than", fields.commune)
    room.key(K.Key_Tab)
    asked = not fields.which_field.isHidden()
    translated = bool(fields.commune_field.note())
    assert asked or translated or fields.commune.text() == "Xã Mường Than"


def test_tab_runs_as_the_conversation_does(room):
    room.alt(K.Key_K)
    room.desk.person.toggle.setChecked(False)
    fields, content_card = room.desk.person.fields, room.desk.content
    fields.name.setFocus()
    wanted = [
        fields.birth, fields.sex, fields.number, fields.issued, fields.commune, fields.hamlet,
    ]  # fmt: skip
    for field in wanted:
        room.key(K.Key_Tab)
        assert field.hasFocus(), field
    seen = []
    for _ in range(20):
        room.key(K.Key_Tab)
        seen.append(QApplication.focusWidget())
    order = [content_card.field, content_card.respondent, content_card.place, content_card.summary]
    order += [content_card.request, content_card.settled, content_card.round.spin]
    order += [room.desk.outcome.ours]
    places = [seen.index(widget) for widget in order]
    assert places == sorted(places)


def test_reading_back_shows_this_visit_and_records_the_ticks(room):
    person(room)
    content(room, K.Key_K, "Đề nghị xem lại mức bồi thường.")
    room.key(K.Key_F7)
    page = room.window.findChild(ReadBack)
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert "Đề nghị xem lại mức bồi thường." in texts
    assert not any(NAME in text for text in texts)
    page.agreed.setChecked(True)
    room.key(K.Key_Return)
    assert room.desk.collect()["read_back"] is True


def test_a_new_visit_keeps_what_was_typed_as_a_draft(room):
    person(room)
    room.desk.new_visit()
    room.key(K.Key_Return)
    room.settle(300)
    assert room.desk.person.state()["name"] == ""
    assert len(room.ask(room.reception.drafts.mine)) == 1


def test_the_form_fits_both_windows(room):
    for width, height in ((1366, 696), (1280, 648)):
        room.window.resize(width, height)
        room.settle(60)
        assert room.desk.area.verticalScrollBar().maximum() == 0
