"""F9 on a denunciation: a custodian opens it alone, anybody else asks the custodians."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reception.bootstrap import create_services
from reception.domain.reveal import IdentityPart
from reception.domain.reveal_request import RequestState, RevealRequest
from reception.services.register.register_row import RegisterRow
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice, build_office
from tests.fixtures.protected_visits import (
    DENOUNCER,
    WORDS,
    seal_denunciation,
    seal_protected_complaint,
)
from tests.fixtures.remote_viewing import simulate_remote_viewing
from tests.ui.conftest import send_text
from tests.ui.layout_checks import layout_faults
from tests.ui.window_machine import CONTROL, K, WindowMachine, label_texts
from ui.appearance.theme import Mode, theme
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.disclosure.reveal_reason_dialog import RevealReasonDialog
from ui.features.register.register_screen import RegisterScreen
from ui.shell.navigation import NavigationItem


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """An office with a denunciation and a complaint whose reporter asked for protection."""
    office = build_office(tmp_path)
    officer = create_services(office.open(OFFICER))
    seal_protected_complaint(officer)
    seal_denunciation(officer)
    officer.session.close()
    return office


@pytest.fixture
def machine(office: ThrowAwayOffice, qtbot, themed: QApplication) -> Iterator[WindowMachine]:
    """A machine over that office; nobody has signed in."""
    machine = WindowMachine(office, qtbot)
    yield machine
    machine.sign_out()


def show_register(machine: WindowMachine, kind: str = "denunciation") -> RegisterScreen:
    """Show the register by key and select the visit of a kind."""
    machine.press(K.Key_2, CONTROL)
    register = machine.window.screen_at(NavigationItem.REGISTER)
    assert isinstance(register, RegisterScreen)
    model = register.page.model
    machine.qtbot.waitUntil(lambda: model.rowCount() == 2 and model.row_at(0) is not None)
    rows = [model.row_at(number) for number in range(2)]
    kinds = [row.kind for row in rows if isinstance(row, RegisterRow)]
    register.page.table.setFocus()
    register.page.table.selectRow(kinds.index(kind))
    return register


def reason_dialog(machine: WindowMachine) -> RevealReasonDialog:
    dialog = machine.dialog(RevealReasonDialog)
    assert isinstance(dialog, RevealReasonDialog)
    return dialog


def all_texts(machine: WindowMachine) -> str:
    """Return every text of the window, those for screen readers included."""
    found: list[str] = []
    for widget in [machine.window, *machine.window.findChildren(QWidget)]:
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        found.append(widget.windowTitle())
        if isinstance(widget, QLabel):
            found.append(widget.text())
    return "\n".join(found)


def choose_ground_and_words(machine: WindowMachine, dialog: RevealReasonDialog) -> None:
    """Choose the third ground with the arrow keys, then type the words."""
    radios = list(dialog.fields.reason_by_button)
    assert radios[0].hasFocus()  # the first focus is the ground
    machine.press(K.Key_Space)
    radios[2].setFocus()
    machine.press(K.Key_Space)
    dialog.explanation.setFocus()
    send_text(dialog.explanation, WORDS)


def type_password(dialog: RevealReasonDialog, password: str) -> None:
    assert dialog.password_box is not None
    dialog.password_box.password.setFocus()
    send_text(dialog.password_box.password, password)


def test_a_custodian_opens_one_alone_for_sixty_seconds(
    machine: WindowMachine, picture: Callable[..., Path]
) -> None:
    machine.sign_in(CUSTODIAN)
    show_register(machine)
    machine.press(K.Key_F9)
    dialog = reason_dialog(machine)
    texts = label_texts(dialog)
    for expected in (
        *("Mở danh tính người tố cáo", "do người giữ danh tính mở", "Khoản 3 Điều 29 Luật Tố cáo"),
        *(f"Mật khẩu của {CUSTODIAN}", "Lần mở thứ 1 của tháng 12", "Trưởng ban được báo"),
    ):
        assert expected in texts
    assert len(dialog.fields.reason_by_button) == 6
    choose_ground_and_words(machine, dialog)
    assert {part for part, box in dialog.part_boxes.items() if box.isChecked()} == {
        IdentityPart.NAME,
        IdentityPart.CONTACT,
    }
    assert not dialog.open_button.isEnabled()  # the password is missing
    type_password(dialog, PASSWORDS[CUSTODIAN])
    picture(machine.window, "custodian-reveal")
    machine.press(K.Key_Return, CONTROL)
    shown = machine.dialog(RevealDialog)
    assert DENOUNCER.name in label_texts(shown)
    assert DENOUNCER.phone.replace(" ", "") in label_texts(shown).replace(" ", "")
    assert DENOUNCER.paper.number not in label_texts(shown).replace(" ", "")
    picture(machine.window, "custodian-reveal-open")
    machine.press(K.Key_Escape)
    machine.wait_closed(RevealDialog)
    machine.settle()
    assert DENOUNCER.name not in all_texts(machine)
    machine.press(K.Key_F9)  # a second time within the sixty seconds
    again = reason_dialog(machine)
    assert "Lần mở thứ 2" in label_texts(again)
    choose_ground_and_words(machine, again)
    type_password(again, PASSWORDS[CUSTODIAN])
    machine.press(K.Key_Return, CONTROL)
    machine.qtbot.waitUntil(lambda: "chưa hết 60 giây" in again.banner.text())
    assert not [d for d in machine.window.findChildren(RevealDialog) if d.isVisible()]


def test_a_failure_after_the_dialog_was_closed_is_said(machine: WindowMachine) -> None:
    machine.sign_in(CUSTODIAN)
    show_register(machine)
    machine.press(K.Key_F9)
    dialog = reason_dialog(machine)
    choose_ground_and_words(machine, dialog)
    type_password(dialog, "không phải mật khẩu này")
    machine.press(K.Key_Return, CONTROL)
    dialog.open_button.setFocus()
    assert dialog.open_button.busy
    machine.press(K.Key_Escape)  # before the answer is delivered
    toast = machine.window.toast
    machine.qtbot.waitUntil(lambda: "Mật khẩu của bạn chưa đúng" in toast.text())
    assert toast.isVisible()


def test_a_wrong_password_keeps_the_words_and_empties_the_field(machine: WindowMachine) -> None:
    machine.sign_in(CUSTODIAN)
    show_register(machine)
    machine.press(K.Key_F9)
    dialog = reason_dialog(machine)
    choose_ground_and_words(machine, dialog)
    type_password(dialog, "không phải mật khẩu này")
    machine.press(K.Key_Return, CONTROL)
    machine.qtbot.waitUntil(lambda: "Mật khẩu của bạn chưa đúng" in dialog.banner.text())
    assert dialog.explanation.value() == WORDS
    assert dialog.password_box is not None
    assert dialog.password_box.password.value() == ""
    assert dialog.password_box.password.hasFocus()
    assert not dialog.open_button.isEnabled()
    machine.press(K.Key_Escape)
    machine.wait_closed(RevealReasonDialog)


def test_a_protected_complaint_has_grounds_of_its_own(machine: WindowMachine) -> None:
    machine.sign_in(CUSTODIAN)
    show_register(machine, "complaint")
    machine.press(K.Key_F9)
    dialog = reason_dialog(machine)
    assert "Mở danh tính người đến" in label_texts(dialog)
    assert "Luật Tố cáo" not in label_texts(dialog)
    assert len(dialog.fields.reason_by_button) == 4


def test_a_screen_viewed_from_elsewhere_is_refused_before_anything_is_asked(
    machine: WindowMachine,
) -> None:
    window = machine.sign_in(CUSTODIAN)
    show_register(machine)
    simulate_remote_viewing(machine.opened[0])
    machine.press(K.Key_F9)
    machine.qtbot.waitUntil(lambda: "được xem từ máy khác" in window.toast.text())
    assert not [d for d in window.findChildren(RevealReasonDialog) if d.isVisible()]


@pytest.mark.parametrize("name", [OFFICER, HEAD])
def test_whoever_is_no_custodian_asks(machine: WindowMachine, name: str) -> None:
    window = machine.sign_in(name)
    show_register(machine)
    machine.press(K.Key_F9)
    dialog = reason_dialog(machine)
    assert "Xin mở danh tính người tố cáo" in label_texts(dialog)
    assert "Chỉ người giữ danh tính duyệt được" in dialog.banner.text()
    assert dialog.password_box is None
    choose_ground_and_words(machine, dialog)
    machine.press(K.Key_Return, CONTROL)
    machine.wait_closed(RevealReasonDialog)
    requests: list[tuple[RevealRequest, ...]] = []
    assert machine.runner is not None
    own_requests = machine.opened[0].reveal_requests.own_requests
    machine.runner.run(own_requests, then=requests.append, owner=window)
    machine.qtbot.waitUntil(lambda: bool(requests))
    ((request,),) = requests
    assert (request.state, request.reason) == (RequestState.WAITING, "notice")
    machine.press(K.Key_F9)
    machine.qtbot.waitUntil(lambda: "Người giữ danh tính chưa trả lời" in window.toast.text())
    assert DENOUNCER.name not in all_texts(machine)


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_nothing_is_cut(machine: WindowMachine, themed: QApplication, picture, scale, mode) -> None:
    theme().apply(themed, mode, scale)
    window = machine.sign_in(CUSTODIAN)
    show_register(machine)
    machine.press(K.Key_F9)
    dialog = reason_dialog(machine)
    for size in ((1366, 696), (1024, 600)):
        window.resize(*size)
        assert layout_faults(dialog) == []
        picture(window, f"custodian-reveal-{mode.value}-{scale}-{size[0]}")
