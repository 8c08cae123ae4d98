"""The to-do list in the real window: the head answers by key, the officer opens once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from reception.bootstrap import create_services
from reception.domain.reveal import IdentityPart
from reception.domain.todo_item import (
    AnswerDue,
    BackupOverdue,
    LateTextsToCheck,
    RequestGranted,
    RequestPending,
    RequestToDecide,
    VoidToConfirm,
)
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from tests.fixtures.office import HEAD, OFFICER
from tests.scenarios.planted_identities import form_of
from tests.ui.conftest import send_text
from tests.ui.features.todo.todo_office import PEOPLE, REASON
from tests.ui.layout_checks import layout_faults
from tests.ui.window_machine import ALT, CONTROL, K, WindowMachine, label_texts, spoken_text
from ui.appearance.theme import Mode, theme
from ui.features.disclosure.reveal_decision_dialog import RevealDecisionDialog
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.disclosure.reveal_reason_dialog import RevealReasonDialog
from ui.features.register.register_screen import RegisterScreen
from ui.features.visit_entry.entry_screen import VisitEntryScreen
from ui.shell.navigation import NavigationItem
from ui.widgets.confirm_dialog import ConfirmDialog


def test_the_head_approves_by_key_and_the_officer_opens_once(machine: WindowMachine, qtbot) -> None:
    window = machine.sign_in(HEAD)
    page = machine.todo()
    page_text = spoken_text(page)
    assert "Xin mở danh tính" in page_text
    assert "chờ 7 phút" in page_text
    assert "Quá hạn trả lời" in page_text
    assert window.rail.findChildren(QWidget)
    machine.select_item(RequestToDecide)
    machine.press(K.Key_Return)
    dialog = machine.dialog(RevealDecisionDialog)
    assert isinstance(dialog, RevealDecisionDialog)
    qtbot.waitUntil(lambda: REASON in label_texts(dialog))
    dialog.part_boxes[IdentityPart.ADDRESS].setFocus()
    machine.press(K.Key_Space)
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(RevealDecisionDialog)
    machine.settle()
    assert "Xin mở danh tính" not in spoken_text(page)

    machine.sign_in(OFFICER)
    page = machine.todo()
    assert f"{HEAD} đã duyệt" in spoken_text(page)
    machine.select_item(RequestGranted)
    machine.press(K.Key_Return)
    machine.dialog(ConfirmDialog)
    machine.press(K.Key_Return, CONTROL)
    shown = machine.dialog(RevealDialog)
    person = next(p for p in PEOPLE if p.name in label_texts(shown))
    assert person.address.hamlet not in label_texts(shown)
    machine.press(K.Key_Escape)
    machine.wait_closed(RevealDialog)
    machine.settle()
    assert "Mở danh tính" not in spoken_text(page)
    assert person.name not in spoken_text(page) + label_texts(machine.window)


def test_an_officer_asks_from_the_register_and_withdraws(machine: WindowMachine, qtbot) -> None:
    window = machine.sign_in(OFFICER)
    machine.press(K.Key_2, CONTROL)
    register = window.screen_at(NavigationItem.REGISTER)
    assert isinstance(register, RegisterScreen)
    qtbot.waitUntil(lambda: register.page.model.row_at(0) is not None)
    machine.press(K.Key_F9)
    asking = machine.dialog(RevealReasonDialog)
    assert isinstance(asking, RevealReasonDialog)
    assert "Gửi, chờ duyệt" in asking.open_button.text()
    machine.press(K.Key_Space)
    asking.explanation.setFocus()
    send_text(asking.explanation, REASON)
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(RevealReasonDialog)
    machine.press(K.Key_F9)
    qtbot.waitUntil(lambda: "Trưởng ban chưa trả lời" in window.toast.text())
    machine.press(K.Key_1, CONTROL)
    page = machine.todo()
    assert spoken_text(page).count("Rút lại") == 2
    machine.select_item(RequestPending)
    machine.press(K.Key_Return)
    machine.dialog(ConfirmDialog)
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(ConfirmDialog)
    machine.settle()
    assert spoken_text(page).count("Rút lại") == 1


def test_a_refusal_needs_its_note_and_reaches_the_asker(machine: WindowMachine, qtbot) -> None:
    machine.sign_in(HEAD)
    machine.todo()
    machine.select_item(RequestToDecide)
    machine.press(K.Key_Return)
    dialog = machine.dialog(RevealDecisionDialog)
    assert isinstance(dialog, RevealDecisionDialog)
    qtbot.waitUntil(lambda: REASON in label_texts(dialog))
    assert not dialog.refuse_button.isEnabled()
    dialog.note_choice.setFocus()
    machine.press(K.Key_Down)
    qtbot.waitUntil(dialog.refuse_button.isEnabled)
    assert not dialog.approve_button.isEnabled()
    dialog.refuse_button.setFocus()
    machine.press(K.Key_Space)
    machine.wait_closed(RevealDecisionDialog)
    machine.sign_in(OFFICER)
    assert f"{HEAD} không duyệt" in spoken_text(machine.todo())


def test_a_late_answer_opens_its_visit_in_the_register(machine: WindowMachine, qtbot) -> None:
    window = machine.sign_in(HEAD)
    page = machine.todo()
    machine.select_item(AnswerDue)
    wanted = page.todo_view.current_item().visit.visit_id
    machine.press(K.Key_Return)
    register = window.screen_at(NavigationItem.REGISTER)
    assert window.current_item is NavigationItem.REGISTER
    assert isinstance(register, RegisterScreen)

    def is_selected_with_story() -> bool:
        row = register.page.model.row_at(register.page.table.current_row())
        return row is not None and row.visit_id == wanted and register.page.story_panel.isVisible()

    qtbot.waitUntil(is_selected_with_story)


def test_a_voided_visit_is_confirmed(machine: WindowMachine) -> None:
    machine.sign_in(HEAD)
    page = machine.todo()
    machine.select_item(VoidToConfirm)
    machine.press(K.Key_Return)
    dialog = machine.dialog(ConfirmDialog)
    assert "Ghi hai lần cùng một lượt tiếp" in label_texts(dialog)
    assert OFFICER in label_texts(dialog)
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(ConfirmDialog)
    machine.settle()
    assert "đã huỷ" not in spoken_text(page)


def test_words_written_later_are_checked_without_a_name(machine: WindowMachine, qtbot) -> None:
    officer = create_services(machine.office.open(OFFICER))
    for text in ("Đã hẹn bổ sung giấy tờ", f"Ông {PEOPLE[0].name} hẹn bổ sung"):
        visit = officer.intake.seal_visit(form_of(PEOPLE[0], 0)).visit.visit_id
        change = Correction(
            ChangeReason("incomplete", "Ghi thêm việc đã hẹn"), {"summary.1": text}, 0
        )
        officer.lifecycle.correct(visit, change)
    officer.session.close()
    machine.sign_in(HEAD)
    page = machine.todo()
    machine.select_item(LateTextsToCheck)
    machine.press(K.Key_Return)
    machine.dialog(ConfirmDialog)
    machine.press(K.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: any("Kết quả rà" in label_texts(d) for d in _confirms(machine)))
    (dialog,) = (d for d in _confirms(machine) if d.isVisible())
    assert f"Lượt {visit % 1_000_000:04d}" in label_texts(dialog)
    assert "Tóm tắt" in label_texts(dialog)
    assert PEOPLE[0].name not in label_texts(dialog)
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(ConfirmDialog)
    machine.settle()
    assert "Rà nội dung 1 lượt" in spoken_text(page)


def _confirms(machine: WindowMachine) -> list[ConfirmDialog]:
    return [dialog for dialog in machine.window.findChildren(ConfirmDialog) if dialog.isVisible()]


def test_the_backup_item_opens_the_backups(machine: WindowMachine) -> None:
    window = machine.sign_in(HEAD)
    machine.todo()
    machine.select_item(BackupOverdue)
    machine.press(K.Key_Return)
    assert window.current_item is NavigationItem.AUDIT


def test_a_key_switches_the_pages_and_a_new_visit_shows_visit_entry(machine: WindowMachine) -> None:
    window = machine.sign_in(HEAD)
    page = machine.todo()
    assert page.isVisible()
    machine.press(K.Key_2, CONTROL)
    machine.press(K.Key_1, CONTROL)
    assert page.isVisible()  # the page one left
    machine.press(K.Key_N, CONTROL)
    assert isinstance(window.stack.currentWidget(), VisitEntryScreen)
    machine.press(K.Key_C, ALT)
    assert page.isVisible()
    machine.press(K.Key_C, ALT)
    assert isinstance(window.stack.currentWidget(), VisitEntryScreen)


def test_typing_works_after_returning_to_visit_entry(machine: WindowMachine) -> None:
    window = machine.sign_in(OFFICER)
    for _ in range(2):
        machine.todo()
        machine.press(K.Key_C, ALT)
        desk = window.stack.currentWidget()
        assert isinstance(desk, VisitEntryScreen)
        assert not desk.page.person_card.fields.mask_group.is_masked
        assert desk.page.person_card.fields.name.hasFocus()
    send_text(desk.page.person_card.fields.name, "Lò Thị Thử")
    machine.press(K.Key_2, ALT)  # covered now
    machine.press(K.Key_C, ALT)
    machine.press(K.Key_C, ALT)
    assert desk.page.person_card.fields.mask_group.is_masked  # a form in work stays as it was left
    assert desk.drafts.collect().person.name == "Lò Thị Thử"


def test_the_month_is_shown_beside_the_list(
    machine: WindowMachine, picture: Callable[..., Path]
) -> None:
    machine.sign_in(HEAD)
    page = machine.todo()
    machine.settle()
    assert "8 lượt tiếp" not in page.month_figures.accessibleName()  # the voided one does not count
    assert "7 lượt tiếp, tăng 7" in page.month_figures.accessibleName()
    assert page.month_bars.accessibleName().count(":") == 13
    assert "Nhật ký chưa kiểm tra lần nào" in label_texts(page)
    picture(machine.window, "todo-light")


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_nothing_is_cut(machine: WindowMachine, themed: QApplication, picture, scale, mode) -> None:
    theme().apply(themed, mode, scale)
    window = machine.sign_in(HEAD)
    machine.todo()
    for size in ((1366, 696), (1280, 648)):
        window.resize(*size)
        assert layout_faults(window) == []
        picture(window, f"todo-{mode.value}-{scale}-{size[0]}")
    machine.select_item(RequestToDecide)
    machine.press(K.Key_Return)
    dialog = machine.dialog(RevealDecisionDialog)
    machine.settle()
    assert layout_faults(window) == []
    picture(window, f"request-{mode.value}-{scale}")
    assert isinstance(dialog, RevealDecisionDialog)
    dialog.reject()
