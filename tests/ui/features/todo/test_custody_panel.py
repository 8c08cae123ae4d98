"""A request to custodians in the to-do list: read beside the list, approved or refused by key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reception.bootstrap import create_services
from reception.domain.reveal_request import RefusalNote
from reception.domain.todo_item import (
    ExpiredRequest,
    OpeningToNote,
    RequestGranted,
    RequestToDecide,
)
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
    build_office,
)
from tests.fixtures.protected_visits import DENOUNCER, SELECTION, WORDS, seal_denunciation
from tests.ui.layout_checks import layout_faults
from tests.ui.window_machine import ALT, CONTROL, K, WindowMachine, label_texts, spoken_text
from ui.appearance.theme import Mode, theme
from ui.features.disclosure.refusal_dialog import RefusalDialog
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.todo.custody_request_panel import CustodyRequestPanel
from ui.widgets.confirm_dialog import ConfirmDialog

REASON = "Trưởng ban quyết định theo phân công tháng này"


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """An office in which the officer asks for a denouncer's identity."""
    office = build_office(tmp_path)
    officer = create_services(office.open(OFFICER))
    visit = seal_denunciation(officer)
    officer.reveal_requests.ask(visit, SELECTION)
    officer.session.close()
    return office


@pytest.fixture
def machine(office: ThrowAwayOffice, qtbot, themed: QApplication) -> Iterator[WindowMachine]:
    """A machine over that office; nobody has signed in."""
    machine = WindowMachine(office, qtbot)
    yield machine
    machine.sign_out()


def shown_panel(machine: WindowMachine) -> CustodyRequestPanel:
    """Select the request by key and return its panel, filled."""
    page = machine.todo()
    machine.select_item(RequestToDecide)
    machine.settle()
    machine.qtbot.waitUntil(lambda: "Tháng này" in label_texts(page.request_panel))
    return page.request_panel


def test_words_that_name_the_person_are_withheld_and_the_ground_decides(
    office: ThrowAwayOffice, qtbot, themed: QApplication, picture: Callable[..., Path]
) -> None:
    officer = create_services(office.open(OFFICER))
    (first,) = officer.reveal_requests.own_requests()
    officer.reveal_requests.withdraw(first.request_id)
    guess = replace(SELECTION, explanation=f"Báo cho ông {DENOUNCER.name} biết kết quả")
    officer.reveal_requests.ask(first.visit_id, guess)
    officer.session.close()
    machine = WindowMachine(office, qtbot)
    window = machine.sign_in(CUSTODIAN)
    panel = shown_panel(machine)
    assert "không hiện và không ghi vào nhật ký" in label_texts(panel)
    assert DENOUNCER.name not in label_texts(window)
    picture(window, "custodian-words-withheld")
    machine.press(K.Key_Return)
    machine.press(K.Key_Return, CONTROL)
    machine.qtbot.waitUntil(lambda: "Đã duyệt" in window.toast.text())
    machine.sign_out()


def test_a_list_read_again_under_a_dialog_leaves_the_focus_in_it(
    machine: WindowMachine, office: ThrowAwayOffice
) -> None:
    """Esc and Enter of a preview answered no more: the focus went to the list under it."""
    machine.sign_in(CUSTODIAN)
    panel = shown_panel(machine)
    page = machine.pages.todo_page
    assert page is not None
    machine.press(K.Key_Return)
    assert panel.scroll_pane.hasFocus()
    machine.press(K.Key_T, ALT)
    dialog = machine.dialog(RefusalDialog)
    assert dialog.isAncestorOf(QApplication.focusWidget())
    officer = create_services(office.open(OFFICER))
    officer.reveal_requests.withdraw(officer.reveal_requests.own_requests()[0].request_id)
    officer.session.close()
    page.read_list()
    machine.settle()
    assert panel.isHidden()
    assert dialog.isAncestorOf(QApplication.focusWidget())
    machine.press(K.Key_Escape)
    assert not dialog.isVisible()


def test_a_custodian_approves_by_key_and_the_asker_opens_once(
    machine: WindowMachine, picture: Callable[..., Path]
) -> None:
    window = machine.sign_in(CUSTODIAN)
    panel = shown_panel(machine)
    page = machine.pages.todo_page
    assert page is not None
    listed = spoken_text(page)
    assert "Người giữ danh tính, 1" in listed
    assert f"{OFFICER} xin hôm nay: họ và tên, điện thoại, cách liên hệ" in listed
    assert "Hết hạn cuối ngày" in listed
    texts = label_texts(panel)
    for expected in (
        *(OFFICER, WORDS, "Thông báo cho người tố cáo, Khoản 3 Điều 29 Luật Tố cáo"),
        *("Cuối ngày hôm nay, 19/11/2026", f"Duyệt thì {OFFICER} mở được một lần"),
        "Tháng này đã mở 0 lần, từ chối 0 lần",
    ):
        assert expected in texts
    states = [text for text in texts.splitlines() if text in ("xin mở", "vẫn niêm phong")]
    assert sorted(states) == [*["vẫn niêm phong"] * 2, *["xin mở"] * 2]
    assert page.side_pane.isHidden()
    picture(window, "custodian-todo")
    machine.press(K.Key_Return)  # the focus goes to the request, not to a button
    assert panel.scroll_pane.hasFocus()
    machine.press(K.Key_Return, CONTROL)
    machine.qtbot.waitUntil(lambda: "Đã duyệt" in window.toast.text())
    machine.settle()
    machine.qtbot.waitUntil(panel.isHidden)
    assert "Xin mở danh tính" not in spoken_text(page)
    assert DENOUNCER.name not in label_texts(window) + spoken_text(page)

    machine.sign_in(OFFICER)
    page = machine.todo()
    assert f"{CUSTODIAN} đã duyệt" in spoken_text(page)
    machine.select_item(RequestGranted)
    machine.press(K.Key_Return)
    machine.dialog(ConfirmDialog)
    machine.press(K.Key_Return, CONTROL)
    shown = machine.dialog(RevealDialog)
    assert DENOUNCER.name in label_texts(shown)
    assert DENOUNCER.address.hamlet not in label_texts(shown)
    machine.press(K.Key_Escape)
    machine.wait_closed(RevealDialog)


def test_a_refusal_is_chosen_from_the_list_and_reaches_the_asker(machine: WindowMachine) -> None:
    machine.sign_in(CUSTODIAN)
    panel = shown_panel(machine)
    machine.press(K.Key_T, ALT)
    dialog = machine.dialog(RefusalDialog)
    assert isinstance(dialog, RefusalDialog)
    assert not dialog.refuse_button.isEnabled()
    assert "nêu danh tính" not in dialog.note_choice.accessibleName()
    dialog.note_choice.setFocus()
    machine.press(K.Key_Down)
    machine.qtbot.waitUntil(dialog.refuse_button.isEnabled)
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(RefusalDialog)
    machine.settle()
    machine.qtbot.waitUntil(panel.isHidden)
    machine.sign_in(OFFICER)
    assert f"{CUSTODIAN} không duyệt" in spoken_text(machine.todo())


def test_a_refusal_that_is_not_saved_says_why_in_its_dialog(machine: WindowMachine) -> None:
    machine.sign_in(CUSTODIAN)
    panel = shown_panel(machine)
    machine.press(K.Key_T, ALT)
    dialog = machine.dialog(RefusalDialog)
    assert isinstance(dialog, RefusalDialog)
    dialog.request_refused.emit(RefusalNote.EXPLANATION_NAMES_PERSON)  # the list does not offer it
    machine.qtbot.waitUntil(lambda: "đoán đúng tên" in dialog.banner.text())
    assert dialog.isVisible()
    assert panel.refuse_button.isEnabled()
    machine.press(K.Key_Escape)
    machine.wait_closed(RefusalDialog)


def test_words_with_the_name_are_not_shown(machine: WindowMachine, office: ThrowAwayOffice) -> None:
    office.clock.move(minutes=1)  # the list shows the older request first
    officer = create_services(office.open(COLLEAGUE))
    visit = seal_denunciation(officer)
    wish = replace(SELECTION, explanation="Báo cho ông Hoàng Văn Nhẫn biết kết quả")
    officer.reveal_requests.ask(visit, wish)
    officer.session.close()
    window = machine.sign_in(CUSTODIAN)
    page = machine.todo()
    machine.select_item(RequestToDecide)
    machine.press(K.Key_Down)
    panel = page.request_panel
    machine.qtbot.waitUntil(lambda: "có thể nêu danh tính" in label_texts(panel))
    assert panel.approve_button.isEnabled()  # by the ground, as any other request
    assert panel.refuse_button.isEnabled()
    assert "Nhẫn" not in label_texts(window)


def test_who_answered_meanwhile_is_named_and_the_buttons_go(
    machine: WindowMachine, office: ThrowAwayOffice, picture: Callable[..., Path]
) -> None:
    custodian = create_services(office.open(CUSTODIAN))
    custodian.staff.custody.grant(office.user_id(COLLEAGUE), PASSWORDS[HEAD], REASON)
    custodian.session.close()
    window = machine.sign_in(CUSTODIAN)
    panel = shown_panel(machine)
    other = create_services(office.open(COLLEAGUE))
    (request,) = other.reveal_decisions.requests_to_decide()
    other.reveal_decisions.grant(request.request_id, request.parts)
    other.session.close()
    machine.press(K.Key_Return, CONTROL)
    machine.qtbot.waitUntil(lambda: f"{COLLEAGUE} đã duyệt" in label_texts(panel))
    assert panel.footer.isHidden()
    picture(window, "custodian-answered")


def test_an_expired_request_stays_until_it_is_seen(
    machine: WindowMachine, office: ThrowAwayOffice
) -> None:
    office.clock.at += timedelta(days=1)
    machine.sign_in(CUSTODIAN)
    page = machine.todo()
    assert f"{OFFICER} xin ngày 19/11" in spoken_text(page)
    machine.select_item(ExpiredRequest)
    machine.press(K.Key_Return)
    dialog = machine.dialog(ConfirmDialog)
    assert "TC-0001" in label_texts(dialog)
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(ConfirmDialog)
    machine.settle()
    assert "xin ngày" not in spoken_text(page)
    machine.sign_in(OFFICER)
    assert "chưa ai trả lời" in spoken_text(machine.todo())


def test_the_head_sees_an_opening_until_it_is_noted(
    machine: WindowMachine, office: ThrowAwayOffice, picture: Callable[..., Path]
) -> None:
    custodian = create_services(office.open(CUSTODIAN))
    (request,) = custodian.reveal_decisions.requests_to_decide()
    opened = custodian.custodian_reveals.open(request.visit_id, SELECTION, PASSWORDS[CUSTODIAN])
    custodian.session.close()
    window = machine.sign_in(HEAD)
    page = machine.todo()
    assert f"{CUSTODIAN} tự mở danh tính TC-0001" in spoken_text(page)
    assert "Người giữ danh tính" not in spoken_text(page)
    machine.select_item(OpeningToNote)
    machine.press(K.Key_Return)
    dialog = machine.dialog(ConfirmDialog)
    for expected in (WORDS, "Thông báo cho người tố cáo", "19/11/2026", str(opened.log_entry)):
        assert expected in label_texts(dialog)
    assert DENOUNCER.name not in label_texts(window)
    picture(window, "custodian-notice")
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(ConfirmDialog)
    machine.settle()
    assert "tự mở danh tính" not in spoken_text(page)


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_nothing_is_cut(machine: WindowMachine, themed: QApplication, picture, scale, mode) -> None:
    theme().apply(themed, mode, scale)
    window = machine.sign_in(CUSTODIAN)
    panel = shown_panel(machine)
    for size in ((1366, 696), (1024, 600)):
        window.resize(*size)
        assert layout_faults(panel) == []
        picture(window, f"custodian-todo-{mode.value}-{scale}-{size[0]}")
