"""Visits are entered by keyboard alone; a name is neither shown nor kept for too long."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity
from reception.domain.visit_lifecycle import LateEntry
from tests.ui.features.visit_entry.conftest import NAME
from tests.ui.features.visit_entry.entry_steps import save_visit, type_content, type_person
from ui.features.visit_entry.form_state import DraftForm
from ui.features.visit_entry.leak_reason_dialog import LeakReasonDialog
from ui.features.visit_entry.person_details_dialog import PersonDetailsDialog
from ui.features.visit_entry.refusal_dialog import RefusalDialog

K = Qt.Key


def test_a_whole_complaint_with_three_papers_is_sealed(entry_stage):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Đề nghị xem lại mức bồi thường đất.")
    for name in ("Đơn viết tay", "Sổ đỏ", "Ảnh thửa đất"):
        entry_stage.alt(K.Key_D)
        entry_stage.type(name)
    row = save_visit(entry_stage, K.Key_P)
    story = entry_stage.ask(lambda: entry_stage.reception.register.story(row.visit_id))
    assert [paper[0] for paper in story.papers] == ["Đơn viết tay", "Sổ đỏ", "Ảnh thửa đất"]
    assert row.kind == "complaint"
    assert row.code == "KN-0001"
    (jobs,) = entry_stage.printed
    assert [(job.code, job.holds_identity) for job in jobs] == [("BN", False), ("BN-0001", False)]
    assert entry_stage.screen.page.person_card.collect().name == ""
    assert entry_stage.screen.page.person_card.fields.name.hasFocus()


def test_keyboard_alone_is_enough(entry_stage):
    entry_stage.keys = 0
    entry_stage.type(NAME)
    entry_stage.key(K.Key_Return)
    entry_stage.type("1968")
    entry_stage.alt(K.Key_N)
    entry_stage.alt(K.Key_2)
    entry_stage.type("Xin làm đường vào bản.")
    typed = len(NAME) + 4 + len("Xin làm đường vào bản.")
    save_visit(entry_stage)
    assert entry_stage.keys - typed <= 4


def test_a_name_in_a_denunciation_stops_the_save_until_replaced(entry_stage):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_T, f"Ông {NAME} thấy xã lập khống danh sách.")
    assert not entry_stage.screen.page.content_card.leak_banner.isHidden()
    assert NAME not in entry_stage.screen.page.content_card.leak_banner.text()
    entry_stage.control(K.Key_S)
    entry_stage.settle(300)
    assert entry_stage.rows() == []
    assert entry_stage.screen.page.content_card.summary_field.state() == "error"
    entry_stage.alt(K.Key_R)
    assert "[người tố cáo]" in entry_stage.screen.page.content_card.summary.toPlainText()
    row = save_visit(entry_stage)
    assert NAME not in row.summary
    assert row.received_at is None


def test_another_person_of_that_name_needs_a_reason(entry_stage):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_T, f"Lãnh đạo là ông {NAME}.")
    entry_stage.screen.page.content_card.leak_banner.link_used.emit("other")
    dialog = entry_stage.window.findChild(LeakReasonDialog)
    entry_stage.type("ngắn", dialog.reason)
    entry_stage.key(K.Key_Return)
    assert dialog.isVisible()
    entry_stage.type(" nhưng là anh họ cùng tên", dialog.reason)
    entry_stage.key(K.Key_Return)
    entry_stage.settle()
    assert entry_stage.screen.page.content_card.leak_banner.isHidden()
    assert save_visit(entry_stage).kind == "denunciation"


def test_a_reason_does_not_cover_words_typed_later(entry_stage):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, f"Tôi là {NAME}.")
    entry_stage.screen.page.content_card.leak_banner.link_used.emit("keep")
    entry_stage.type(
        "người đến muốn ghi rõ tên", entry_stage.window.findChild(LeakReasonDialog).reason
    )
    entry_stage.key(K.Key_Return)
    entry_stage.settle()
    assert entry_stage.screen.page.content_card.leak_banner.isHidden()
    entry_stage.type(" Số 012068000123.", entry_stage.screen.page.content_card.summary)
    entry_stage.settle()
    assert not entry_stage.screen.page.content_card.leak_banner.isHidden()


@pytest.mark.parametrize("place", ["request", "respondent", "place", "settled_by"])
def test_every_free_text_is_guarded(entry_stage, place):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Nội dung.")
    entry_stage.type(NAME, entry_stage.screen.page.content_card.text_inputs()[place])
    entry_stage.settle()
    assert not entry_stage.screen.page.content_card.leak_banner.isHidden()
    entry_stage.alt(K.Key_R)
    assert NAME not in entry_stage.screen.page.content_card.text_inputs()[place].text()


def test_a_denunciation_cannot_be_made_by_proxy(entry_stage):
    capacity = entry_stage.screen.page.person_card.fields.capacity
    capacity.choose(Capacity.LAWYER.value)
    entry_stage.alt(K.Key_T)
    assert capacity.value() in (Capacity.SELF.value, None) or not capacity.is_allowed(
        Capacity.LAWYER.value
    )
    assert not capacity.is_allowed(Capacity.AUTHORISED.value)
    assert capacity.reason() == "Tố cáo không được uỷ quyền"
    entry_stage.screen.dialogs.open_details_dialog()
    dialog = entry_stage.window.findChild(PersonDetailsDialog)
    assert not dialog.findChildren(QLineEdit, "occupation")
    dialog.reject()


def test_a_large_group_is_warned_about_its_representatives_and_saved_without(entry_stage):
    type_person(entry_stage)
    fields = entry_stage.screen.page.person_card.fields
    assert not fields.representatives.isEnabled()
    fields.people_count.set_value(7)
    assert fields.same_content.value() == 7
    type_content(entry_stage, K.Key_K, "Bảy hộ cùng đề nghị.")
    assert fields.people_count.accessibleDescription().startswith("Đoàn đông người cần cử 1 đến 2")
    fields.representatives.choose(2)
    fields.appointment_check_box.setChecked(True)
    assert fields.people_count.accessibleDescription() == ""
    fields.representatives.choose(0)
    assert save_visit(entry_stage).people == 7


def test_a_chip_card_fills_the_fields(entry_stage):
    entry_stage.key(K.Key_F2)
    fields = entry_stage.screen.page.person_card.fields
    assert fields.qr_field.hasFocus()
    assert not fields.qr_field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    card = f"012068000123||{NAME}|05081968|Nam|Bản Nà B, Bình Lư, Tam Đường, Lai Châu|05042021"
    fields.qr_field.setText(card)
    entry_stage.key(K.Key_Return)
    person_form = entry_stage.screen.page.person_card.collect()
    assert person_form.name == NAME
    assert person_form.birth == "05/08/1968"
    assert person_form.sex == "male"
    assert person_form.hamlet == "Bản Nà B"
    assert person_form.commune == "Xã Bình Lư"
    assert fields.qr_field.text() == ""


def test_a_card_without_accents_asks_for_the_name(entry_stage):
    entry_stage.key(K.Key_F2)
    fields = entry_stage.screen.page.person_card.fields
    fields.qr_field.setText("012068000123||Nguyen Van Bay|05081968|Nam|Ban Na B, Lai Chau|05042021")
    entry_stage.key(K.Key_Return)
    assert fields.name.hasFocus()
    assert fields.name_field.state() == "warning"


@pytest.mark.parametrize(("code", "written"), [("4.1.h", True), ("9.2", False)])
def test_a_refusal_takes_a_ground_and_its_explanation(entry_stage, code, written):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_P, "Nội dung đã trả lời.")
    entry_stage.screen.page.outcome_card.outcomes.choose("refuse")
    dialog = entry_stage.window.findChild(RefusalDialog)
    dialog.select_ground(code)
    dialog.accept()
    entry_stage.settle()
    if not written:
        entry_stage.control(K.Key_S)
        entry_stage.settle(300)
        assert entry_stage.rows() == []
        entry_stage.type(
            "Đã giải thích nội quy nơi tiếp.", entry_stage.screen.page.outcome_card.explanation
        )
    row = save_visit(entry_stage)
    assert row.refusal_ground == code
    assert (row.due_on is not None) is written


def test_going_back_from_a_refusal_leaves_the_usual_outcome(entry_stage):
    entry_stage.alt(K.Key_P)
    entry_stage.screen.page.outcome_card.outcomes.choose("refuse")
    entry_stage.window.findChild(RefusalDialog).reject()
    assert entry_stage.screen.page.outcome_card.collect().outcome == "accept"


def test_only_lawful_choices_are_offered(entry_stage):
    entry_stage.alt(K.Key_K)
    outcome = entry_stage.screen.page.outcome_card
    outcome.within_competence.setChecked(False)
    assert outcome.outcomes.values() == ["guide", "transfer", "refuse"]
    entry_stage.alt(K.Key_T)
    assert outcome.outcomes.values() == ["guide", "refuse"]
    entry_stage.alt(K.Key_D)
    entry_stage.type("Đơn tố cáo")
    assert outcome.outcomes.values() == ["transfer", "guide", "refuse"]


def test_the_choices_follow_the_day_of_the_visit_and_the_number_of_people(entry_stage):
    page = entry_stage.screen.page
    late = LateEntry(date(2026, 6, 30), "Phiếu ghi tay số 03", "Mất điện chiều hôm đó")
    entry_stage.screen.drafts.show_edited_form(DraftForm(late_entry=late))
    entry_stage.alt(K.Key_K)
    page.outcome_card.within_competence.setChecked(False)
    assert page.outcome_card.outcomes.values() == ["guide", "refuse"]
    page.person_card.fields.people_count.set_value(5)
    assert page.outcome_card.outcomes.values() == ["guide", "transfer", "refuse"]


def test_splitting_adds_a_petition_or_begins_a_visit(entry_stage):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Khiếu nại về đất.")
    entry_stage.screen.dialogs.add_petition(PetitionKind.FEEDBACK)
    entry_stage.type("Phản ánh về đường.", entry_stage.screen.page.content_card.summary)
    entry_stage.screen.dialogs.add_petition(PetitionKind.DENUNCIATION)
    assert entry_stage.screen.page.person_card.collect().name == NAME
    entry_stage.type("Xã lập khống danh sách.", entry_stage.screen.page.content_card.summary)
    row = save_visit(entry_stage)
    assert row.kind == "denunciation"
    first = next(
        h
        for h in entry_stage.screen.drafts.entries
        if h is not entry_stage.screen.drafts.current_entry
    )
    entry_stage.screen.drafts.switch_to(first)
    other = save_visit(entry_stage)
    story = entry_stage.ask(lambda: entry_stage.reception.register.story(other.visit_id))
    assert [petition[0] for petition in story.petitions] == ["complaint", "feedback"]


def test_an_outcome_without_a_deadline_shows_its_article(entry_stage):
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Chậm cấp giấy chứng nhận.")
    entry_stage.screen.page.outcome_card.within_competence.setFocus()
    entry_stage.key(K.Key_Space)
    entry_stage.settle()
    assert entry_stage.screen.page.outcome_card.collect().outcome == "guide"
    assert (
        entry_stage.screen.page.outcome_card.deadline_line.label.text()
        == "điểm b khoản 1 Điều 26 Luật Tiếp công dân"
    )
    assert entry_stage.screen.page.outcome_card.deadline_line.icon.isVisible()
