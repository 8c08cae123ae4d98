"""The desk takes visits in by keyboard alone, and never shows or keeps a name too long."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity
from tests.ui.features.visit_entry.conftest import NAME
from tests.ui.features.visit_entry.entry_steps import content, person, saved
from ui.features.visit_entry.leak_reason_dialog import LeakReasonDialog
from ui.features.visit_entry.person_details_dialog import PersonDetailsDialog
from ui.features.visit_entry.refusal_dialog import RefusalDialog

K = Qt.Key


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
    dialog = room.window.findChild(LeakReasonDialog)
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
    room.type("người đến muốn ghi rõ tên", room.window.findChild(LeakReasonDialog).reason)
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
    dialog = room.window.findChild(PersonDetailsDialog)
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


def test_an_outcome_without_a_deadline_shows_its_article(room):
    person(room)
    content(room, K.Key_K, "Chậm cấp giấy chứng nhận.")
    room.desk.outcome.ours.setFocus()
    room.key(K.Key_Space)
    room.settle()
    assert room.desk.outcome.state()["outcome"] == "guide"
    assert room.desk.outcome.deadline.text() == "điểm b khoản 1 Điều 26 Luật Tiếp công dân"
    assert room.desk.outcome.sign.isVisible()
