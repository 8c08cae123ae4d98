"""The lifecycle dialog of a visit, by real keys over the real register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from reception.domain.reporter import Capacity, Identity
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.visit_lifecycle import LateEntry
from reception.services.disclosure.identity_opening import open_ordinary
from reception.services.disclosure.opened_identity import OpenedIdentity
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from tests.scenarios.planted_identities import planted
from tests.scenarios.trace_search import identifying_words, words_found_in
from tests.ui.conftest import send_preedit, send_text
from tests.ui.features.identity_fields.typed_details import DETAILS, type_details
from tests.ui.features.visit_lifecycle.conftest import K, LifecycleStage
from ui.appearance.theme import Mode, theme
from ui.features.visit_lifecycle.answer_page import AnswerPage
from ui.features.visit_lifecycle.correction_page import CorrectionPage
from ui.features.visit_lifecycle.identity_page import IdentityPage
from ui.features.visit_lifecycle.late_entry_page import LateEntryPage
from ui.features.visit_lifecycle.reclassify_page import ReclassifyPage
from ui.features.visit_lifecycle.void_page import VoidPage
from ui.models.identity_builder import PersonForm, build_identity
from ui.widgets.consequence_list import ConsequenceList

TODAY = date(2026, 11, 19)
REASON = "Đối chiếu biên bản, ghi nhầm"


def row(stage: LifecycleStage, index: int = 0) -> object:
    """Return a row of the register."""
    stage.settle()
    return stage.register_stage.screen.page.model.row_at(index)


def sealed_identity(stage: LifecycleStage, visit: int) -> Identity:
    """Unseal the whole identity of a visit, as for a paper."""
    reception = stage.register_stage.opened[0]
    seen: list[OpenedIdentity] = []
    selection = RevealSelection(
        "answer", "Gửi thông báo kết quả cho người đến", frozenset(IdentityPart)
    )
    stage.register_stage.runner.run(
        lambda: seen.append(open_ordinary(reception.session, visit, selection))
    )
    stage.settle()
    return seen[0].identity


def test_a_text_is_corrected_by_keyboard_only(stage: LifecycleStage, picture) -> None:
    dialog = stage.open()
    page = dialog.current_page()
    assert isinstance(page, CorrectionPage)
    assert QApplication.focusWidget() is page.new_text
    assert not dialog.act_button.isEnabled()
    stage.type(page.new_text, "Việc đường vào bản, đo lại ngày 21/10")
    stage.key(K.Key_Tab)
    assert QApplication.focusWidget() is page.reason_row.ground
    stage.key(K.Key_Tab)
    stage.type(page.reason_row.reason, REASON)
    stage.settle()
    picture(stage.register_stage.window, "20a-correct")
    stage.confirm()
    assert stage.register_stage.screen.lifecycle.dialog is None
    assert row(stage).summary == "Việc đường vào bản, đo lại ngày 21/10"  # type: ignore[attr-defined]
    story = stage.story()
    assert REASON in story
    assert "Đã rà hay chưa chỉ người giữ danh tính biết" in story  # a denunciation
    assert (
        words_found_in(stage.register_stage.texts().encode(), identifying_words(planted(12)))
        == set()
    )


def test_a_word_under_composition_is_not_lost(stage: LifecycleStage) -> None:
    page = stage.open().current_page()
    assert isinstance(page, CorrectionPage)
    stage.type(page.new_text, "Việc đường vào ")
    send_preedit(page.new_text, "bản")
    stage.key(K.Key_Tab)
    stage.type(page.reason_row.reason, "Ghi thiếu một ")
    send_preedit(page.reason_row.reason, "chữ")
    stage.confirm()
    assert row(stage).summary == "Việc đường vào bản"  # type: ignore[attr-defined]
    assert "Ghi thiếu một chữ" in stage.story()


def test_several_parts_are_corrected_in_one_act(stage: LifecycleStage) -> None:
    page = stage.open().current_page()
    assert isinstance(page, CorrectionPage)
    stage.type(page.new_text, "Việc chợ phiên")
    page.field_choice.setFocus()
    page.field_choice.choose("mode")
    assert page.value_choice.isVisible()
    page.value_choice.choose("delegate")
    page.field_choice.choose("people")
    stage.type(page.new_text, "3")
    assert page.changes() == {"summary.1": "Việc chợ phiên", "mode": "delegate", "people": "3"}
    stage.type(page.reason_row.reason, REASON)
    stage.confirm()
    changed = row(stage)
    assert (changed.summary, changed.mode, changed.people) == ("Việc chợ phiên", "delegate", 3)  # type: ignore[attr-defined]


def test_an_error_is_shown_at_its_field_and_the_input_remains(stage: LifecycleStage) -> None:
    dialog = stage.open()
    page = dialog.current_page()
    assert isinstance(page, CorrectionPage)
    stage.type(page.new_text, "Việc chợ phiên")
    stage.type(page.reason_row.reason, "Người này ở số 0387 123 456")
    stage.confirm()
    assert stage.dialog() is dialog
    assert page.new_text.value() == "Việc chợ phiên"
    assert QApplication.focusWidget() is page.reason_row.reason
    stage.key(K.Key_Escape)
    assert stage.register_stage.screen.lifecycle.dialog is None


def test_a_concurrent_change_is_shown(stage: LifecycleStage) -> None:
    dialog = stage.open()
    page = dialog.current_page()
    assert isinstance(page, CorrectionPage)
    stage.type(page.new_text, "Việc chợ phiên")
    stage.type(page.reason_row.reason, REASON)
    reception = stage.register_stage.opened[0]
    key = dialog.current_page().visit.present.visit_id
    other = Correction(ChangeReason("mistyped", REASON), {"summary.1": "Việc của người khác"}, 0)
    stage.register_stage.runner.run(reception.lifecycle.correct, key, other)
    stage.confirm()
    assert page.present_text.value() == "Việc của người khác"
    assert page.new_text.value() == "Việc chợ phiên"
    stage.confirm()
    assert row(stage).summary == "Việc chợ phiên"  # type: ignore[attr-defined]


def test_a_voided_visit_keeps_its_row(stage: LifecycleStage, picture) -> None:
    dialog = stage.open(1, "void")
    page = dialog.current_page()
    assert isinstance(page, VoidPage)
    assert any("không cấp lại" in text for text in page.consequence_list.texts())
    stage.type(page.reason_row.reason, "Trùng lượt trước, hai người cùng ghi")
    stage.settle()
    picture(stage.register_stage.window, "20b-void")
    stage.key(K.Key_Return)
    stage.settle()
    assert row(stage, 1).voided  # type: ignore[attr-defined]
    assert stage.register_stage.total() == 12
    stage.open(1, "late")
    assert stage.dialog().page_choice.values() == [
        "late"
    ]  # nothing else is left for a voided visit


def test_an_answer_ends_the_deadline(stage: LifecycleStage, picture) -> None:
    index = next(i for i in range(12) if row(stage, i).due_on is not None)  # type: ignore[attr-defined]
    dialog = stage.open(index, "answer")
    page = dialog.current_page()
    assert isinstance(page, AnswerPage)
    assert not dialog.act_button.isEnabled()
    stage.type(page.document_number, "123/TB-BTCD")
    stage.settle()
    picture(stage.register_stage.window, "20d-answer")
    stage.confirm()
    answered = row(stage, index)
    assert (answered.progress, answered.due_on) == ("answered", None)  # type: ignore[attr-defined]
    assert "123/TB-BTCD" in stage.story()


def test_reclassification_as_denunciation_lists_copies_of_the_pseudonym(
    stage: LifecycleStage, picture
) -> None:
    index = next(i for i in range(12) if row(stage, i).kind == "complaint")  # type: ignore[attr-defined]
    dialog = stage.open(index, "kind")
    page = dialog.current_page()
    assert isinstance(page, ReclassifyPage)
    assert QApplication.focusWidget() is page.kind
    stage.key(K.Key_T)  # "Tố cáo"
    assert page.protection_change().raises
    stage.type(page.reason_row.reason, "Nội dung là tố cáo cán bộ xã")
    stage.settle()
    picture(stage.register_stage.window, "20e-kind")
    stage.confirm()
    assert stage.dialog() is dialog
    assert dialog.pseudonym_chip.text() == "Người tố cáo · TC-0005"
    stage.settle()
    picture(stage.register_stage.window, "20f-beyond")
    (card,) = [c for c in dialog.findChildren(ConsequenceList) if c.isVisible()]
    assert "PT-0007" in card.texts()[0]
    assert dialog.scroll_area.viewport().height() >= card.height() > 60
    stage.key(K.Key_Return)
    stage.settle()
    assert stage.register_stage.screen.lifecycle.dialog is None
    assert row(stage, index).code.startswith("TC-")  # type: ignore[attr-defined]


def test_a_late_visit_takes_its_day_and_opens_visit_entry(stage: LifecycleStage, picture) -> None:
    requested: list[tuple[LateEntry, str]] = []
    stage.register_stage.screen.late_entry_wanted.connect(
        lambda late, mode: requested.append((late, mode))
    )
    dialog = stage.open(0, "late")
    page = dialog.current_page()
    assert isinstance(page, LateEntryPage)
    stage.type(page.day, "19/11")
    stage.settle()
    assert not page.consequence_list.isVisible()
    stage.type(page.day, "h-2")
    stage.settle()
    assert any("0013" in text for text in page.consequence_list.texts())
    assert any("02/12/2026" in text for text in page.consequence_list.texts())
    stage.type(page.source, "Phiếu ghi tay số 03, mất điện")
    assert not dialog.act_button.isEnabled()
    stage.type(page.reason, "Mất điện chiều 17/11, tiếp bằng phiếu giấy")
    stage.settle()
    picture(stage.register_stage.window, "20c-late")
    stage.confirm()
    ((late, mode),) = requested
    assert (late.received_on, mode) == (date(2026, 11, 17), "regular")
    assert stage.register_stage.screen.lifecycle.dialog is None


@pytest.mark.parametrize("page_name", ["correct", "answer", "kind", "void", "late"])
def test_tab_remains_in_the_dialog_and_every_field_has_a_name(
    stage: LifecycleStage, page_name: str
) -> None:
    dialog = stage.open(0, page_name)
    seen = []
    for _ in range(20):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert dialog.isAncestorOf(focus)
        assert focus.accessibleName()
        if focus in seen:
            break
        seen.append(focus)
        stage.key(K.Key_Tab)
    assert len(seen) >= 4
    stage.key(Qt.Key.Key_Escape)
    assert stage.register_stage.screen.page.table.hasFocus()


@pytest.mark.parametrize("page_name", ["correct", "kind", "late"])
def test_at_the_largest_scale_the_focused_field_is_in_view(
    stage: LifecycleStage, themed: QApplication, page_name: str
) -> None:
    theme().apply(themed, Mode.LIGHT, 1.5)
    dialog = stage.open(0, page_name)
    stage.settle()
    window = stage.register_stage.window
    assert (
        dialog.act_button.mapTo(window, dialog.act_button.rect().bottomRight()).y()
        <= window.height()
    )
    port = dialog.scroll_area.viewport()
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        if dialog.scroll_area.isAncestorOf(focus):
            top = focus.mapTo(port, focus.rect().topLeft()).y()
            assert top >= 0
            assert top + focus.height() <= port.height() + 1
        stage.key(K.Key_Tab)


def test_a_corrected_identity_leaves_no_trace_in_the_window(stage: LifecycleStage, picture) -> None:
    dialog = stage.open(1, "identity")
    page = dialog.current_page()
    assert isinstance(page, IdentityPage)
    assert QApplication.focusWidget() is page.name
    assert not dialog.act_button.isEnabled()
    stage.type(page.name, "Nguyễn Thị ")
    send_preedit(page.name, "Mới")
    stage.key(K.Key_Tab)
    stage.type(page.birth, "1971")
    stage.type(page.number, "01207100045")
    stage.key(K.Key_Tab)
    assert "Thiếu" in page.fields["number"].note()
    stage.type(page.number, "012071000456")
    stage.type(page.commune, "Xã Sìn Hồ")
    stage.type(page.reason_row.reason, "Đối chiếu căn cước, ghi nhầm tên")
    stage.settle()
    picture(stage.register_stage.window, "20-identity")
    secret = identifying_words([page.identity()])
    visit = page.visit.present.visit_id
    stage.confirm()
    assert stage.register_stage.screen.lifecycle.dialog is None
    assert not words_found_in((stage.register_stage.texts() + stage.story()).encode(), secret)
    identity = sealed_identity(stage, visit)
    assert identity.name == "Nguyễn Thị Mới"
    assert identity.paper.number == "012071000456"


def test_an_identity_that_occurs_in_a_text_is_refused(stage: LifecycleStage) -> None:
    dialog = stage.open(1, "identity")
    page = dialog.current_page()
    assert isinstance(page, IdentityPage)
    stage.type(page.name, "Đường Vào Bản")  # words of the summary
    stage.type(page.reason_row.reason, "Đối chiếu căn cước, ghi nhầm tên")
    stage.confirm()
    assert stage.dialog() is dialog
    assert page.name.value() == "Đường Vào Bản"
    assert dialog.error_banner.isVisible()
    stage.key(K.Key_Escape)
    assert page.name.value() == ""


def test_the_identity_is_covered_while_the_window_is_inactive(stage: LifecycleStage) -> None:
    page = stage.open(1, "identity").current_page()
    assert isinstance(page, IdentityPage)
    stage.type(page.name, "Nguyễn Thị Mới")
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowDeactivate))
    assert not page.name.isVisible()
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    assert page.name.isVisible()


def test_every_field_typed_at_entry_is_typed_at_a_correction_too(stage: LifecycleStage) -> None:
    page = stage.open(1, "identity").current_page()
    assert isinstance(page, IdentityPage)
    present = replace(page.visit.present, capacity=Capacity.LAWYER, kinds=("complaint",))
    page = IdentityPage(replace(page.visit, present=present), page.parentWidget())
    page.show()
    send_text(page.name, "Nguyễn Thị Mới")
    type_details(page.detail_fields)
    person = PersonForm(name="Nguyễn Thị Mới", details=DETAILS)
    assert page.identity() == build_identity(person, TODAY, is_denunciation=False)
    page.clear()
    assert page.identity() == Identity()


def test_a_correction_keeps_occupation_workplace_and_companions(stage: LifecycleStage) -> None:
    index = next(i for i in range(12) if row(stage, i).kind == "complaint")  # type: ignore[attr-defined]
    page = stage.open(index, "identity").current_page()
    assert isinstance(page, IdentityPage)
    stage.type(page.name, "Nguyễn Thị Mới")
    for name in ("occupation", "workplace", "companions"):
        stage.type(page.detail_fields.text_input(name), getattr(DETAILS, name))
    stage.type(page.reason_row.reason, "Đối chiếu căn cước, ghi nhầm tên")
    visit = page.visit.present.visit_id
    stage.confirm()
    identity = sealed_identity(stage, visit)
    assert identity.occupation == DETAILS.occupation
    assert identity.workplace == DETAILS.workplace
    assert identity.companions == ("Lò Thị Một", "Lò Thị Hai")


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)])
def test_the_identity_scrolls_and_nothing_is_cut(
    stage: LifecycleStage, picture, size: tuple[int, int]
) -> None:
    stage.register_stage.window.resize(*size)
    stage.settle()
    dialog = stage.open(1, "identity")
    stage.settle()
    picture(stage.register_stage.window, f"20-identity-{size[0]}")
    window, port = stage.register_stage.window, dialog.scroll_area.viewport()
    button = dialog.act_button
    assert button.mapTo(window, button.rect().bottomRight()).y() <= window.height()
    page = dialog.current_page()
    for name in page.fields:
        labeled = page.fields[name]
        labeled.input_widget().setFocus(Qt.FocusReason.TabFocusReason)
        stage.settle()
        top = labeled.input_widget().mapTo(port, labeled.input_widget().rect().topLeft())
        assert top.y() >= 0, name
        assert top.y() + labeled.input_widget().height() <= port.height() + 1, name
        assert labeled.input_widget().width() >= labeled.input_widget().minimumSizeHint().width(), (
            name
        )
        assert top.x() + labeled.input_widget().width() <= port.width(), name
    picture(stage.register_stage.window, f"20-identity-{size[0]}-end")
