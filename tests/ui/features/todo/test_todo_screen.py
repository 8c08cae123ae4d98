"""What waits, in the real window: the head answers by key, the officer opens once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from reception.bootstrap import wire
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.todo_item import TodoKind
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from tests.fixtures.office import HEAD, OFFICER, ThrowAwayOffice, build_office
from tests.fixtures.visit_forms import form
from tests.scenarios.planted_identities import form_of, planted
from tests.ui.conftest import send_text
from tests.ui.layout_checks import faults
from tests.ui.waiting import pause
from tests.ui.window_machine import ALT, CONTROL, K, WindowMachine, spoken, words
from ui.appearance.theme import Mode, theme
from ui.features.disclosure.reveal_decision_dialog import RevealDecisionDialog
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.disclosure.reveal_request_dialog import RevealRequestDialog
from ui.features.register.register_screen import RegisterScreen
from ui.features.visit_entry.entry_screen import VisitEntryScreen
from ui.shell.navigation import NavigationItem
from ui.widgets.confirm_dialog import ConfirmDialog

PEOPLE = planted(6)
WHY = "Gửi thông báo kết quả, hạn còn hai ngày"
WISH = RevealSelection("answer", WHY, frozenset({IdentityPart.NAME, IdentityPart.ADDRESS}))


def prepare(office: ThrowAwayOffice) -> int:
    """Enter visits, let terms run out, void one, ask for a name; return the visit asked about."""
    officer = wire(office.open(OFFICER))
    visits = []
    for index, person in enumerate(PEOPLE):
        visit_form = form_of(person, index)
        visits.append((officer.intake.seal_visit(visit_form).visit, visit_form.protected))
    asked = next(visit.visit_id for visit, protected in visits if not protected)
    extra = officer.intake.seal_visit(form()).visit.visit_id
    officer.lifecycle.void(extra, ChangeReason("twice", "Ghi hai lần cùng một lượt tiếp"), 0)
    officer.session.close()
    office.clock.move(days=20)
    officer = wire(office.open(OFFICER))
    officer.intake.seal_visit(form())
    officer.reveal_requests.ask(asked, WISH)
    officer.session.close()
    office.clock.move(minutes=7)
    return asked


@pytest.fixture
def seat(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[WindowMachine]:
    """The machine with something waiting."""
    office = build_office(tmp_path)
    seat = WindowMachine(office, qtbot)
    seat.asked = prepare(office)  # type: ignore[attr-defined]
    yield seat
    seat.sign_out()


def test_the_head_approves_by_key_and_the_officer_opens_once(seat: WindowMachine, qtbot) -> None:
    window = seat.sign_in(HEAD)
    page = seat.needs()
    told = spoken(page)
    assert "Xin mở danh tính" in told
    assert "chờ 7 phút" in told
    assert "Quá hạn trả lời" in told
    assert window.rail.findChildren(QWidget)
    seat.stand_on(TodoKind.REQUEST)
    seat.press(K.Key_Return)
    dialog = seat.dialog(RevealDecisionDialog)
    assert isinstance(dialog, RevealDecisionDialog)
    qtbot.waitUntil(lambda: WHY in words(dialog))
    dialog.parts[IdentityPart.ADDRESS].setFocus()
    seat.press(K.Key_Space)
    seat.press(K.Key_Return, CONTROL)
    seat.gone(RevealDecisionDialog)
    seat.settle()
    assert "Xin mở danh tính" not in spoken(page)

    seat.sign_in(OFFICER)
    page = seat.needs()
    assert f"{HEAD} đã duyệt" in spoken(page)
    seat.stand_on(TodoKind.GRANTED)
    seat.press(K.Key_Return)
    seat.dialog(ConfirmDialog)
    seat.press(K.Key_Return, CONTROL)
    shown = seat.dialog(RevealDialog)
    person = next(p for p in PEOPLE if p.name in words(shown))
    assert person.address.hamlet not in words(shown)
    seat.press(K.Key_Escape)
    seat.gone(RevealDialog)
    seat.settle()
    assert "Mở danh tính" not in spoken(page)
    assert person.name not in spoken(page) + words(seat.window)


def test_an_officer_asks_from_the_register_and_withdraws(seat: WindowMachine, qtbot) -> None:
    window = seat.sign_in(OFFICER)
    seat.press(K.Key_2, CONTROL)
    register = window.screen_at(NavigationItem.REGISTER)
    assert isinstance(register, RegisterScreen)
    qtbot.waitUntil(lambda: register.model.row_at(0) is not None)
    seat.press(K.Key_F9)
    asking = seat.dialog(RevealRequestDialog)
    assert isinstance(asking, RevealRequestDialog)
    assert "Gửi, chờ duyệt" in asking.open_button.text()
    seat.press(K.Key_Space)
    asking.words.setFocus()
    send_text(asking.words, WHY)
    seat.press(K.Key_Return, CONTROL)
    seat.gone(RevealRequestDialog)
    seat.press(K.Key_F9)
    qtbot.waitUntil(lambda: "Trưởng ban chưa trả lời" in window.toast.text())
    seat.press(K.Key_1, CONTROL)
    page = seat.needs()
    assert spoken(page).count("Rút lại") == 2
    seat.stand_on(TodoKind.WAITING)
    seat.press(K.Key_Return)
    seat.dialog(ConfirmDialog)
    seat.press(K.Key_Return, CONTROL)
    seat.gone(ConfirmDialog)
    seat.settle()
    assert spoken(page).count("Rút lại") == 1


def test_a_refusal_needs_its_note_and_reaches_the_asker(seat: WindowMachine, qtbot) -> None:
    seat.sign_in(HEAD)
    seat.needs()
    seat.stand_on(TodoKind.REQUEST)
    seat.press(K.Key_Return)
    dialog = seat.dialog(RevealDecisionDialog)
    assert isinstance(dialog, RevealDecisionDialog)
    qtbot.waitUntil(lambda: WHY in words(dialog))
    assert not dialog.refuse_button.isEnabled()
    dialog.note.setFocus()
    seat.press(K.Key_Down)
    qtbot.waitUntil(dialog.refuse_button.isEnabled)
    assert not dialog.approve_button.isEnabled()
    dialog.refuse_button.setFocus()
    seat.press(K.Key_Space)
    seat.gone(RevealDecisionDialog)
    seat.sign_in(OFFICER)
    assert f"{HEAD} không duyệt" in spoken(seat.needs())


def test_a_late_answer_leads_to_its_visit_in_the_register(seat: WindowMachine, qtbot) -> None:
    window = seat.sign_in(HEAD)
    page = seat.needs()
    seat.stand_on(TodoKind.DUE)
    wanted = page.list.need().visit_id
    seat.press(K.Key_Return)
    register = window.screen_at(NavigationItem.REGISTER)
    assert window.place is NavigationItem.REGISTER
    assert isinstance(register, RegisterScreen)

    def standing() -> bool:
        row = register.model.row_at(register.table.current_row())
        return row is not None and row.visit_id == wanted and register.story.isVisible()

    qtbot.waitUntil(standing)


def test_a_voided_visit_is_confirmed(seat: WindowMachine) -> None:
    seat.sign_in(HEAD)
    page = seat.needs()
    seat.stand_on(TodoKind.VOID)
    seat.press(K.Key_Return)
    dialog = seat.dialog(ConfirmDialog)
    assert "Ghi hai lần cùng một lượt tiếp" in words(dialog)
    assert OFFICER in words(dialog)
    seat.press(K.Key_Return, CONTROL)
    seat.gone(ConfirmDialog)
    seat.settle()
    assert "đã huỷ" not in spoken(page)


def test_words_written_later_are_checked_without_a_name(seat: WindowMachine, qtbot) -> None:
    officer = wire(seat.office.open(OFFICER))
    for text in ("Đã hẹn bổ sung giấy tờ", f"Ông {PEOPLE[0].name} hẹn bổ sung"):
        visit = officer.intake.seal_visit(form_of(PEOPLE[0], 0)).visit.visit_id
        change = Correction(
            ChangeReason("incomplete", "Ghi thêm việc đã hẹn"), {"summary.1": text}, 0
        )
        officer.lifecycle.correct(visit, change)
    officer.session.close()
    seat.sign_in(HEAD)
    page = seat.needs()
    seat.stand_on(TodoKind.WORDS)
    seat.press(K.Key_Return)
    seat.dialog(ConfirmDialog)
    seat.press(K.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: any("Kết quả rà" in words(d) for d in _confirms(seat)))
    (dialog,) = (d for d in _confirms(seat) if d.isVisible())
    assert f"Lượt {visit % 1_000_000:04d}" in words(dialog)
    assert "Tóm tắt" in words(dialog)
    assert PEOPLE[0].name not in words(dialog)
    seat.press(K.Key_Return, CONTROL)
    seat.gone(ConfirmDialog)
    seat.settle()
    assert "Rà nội dung 1 lượt" in spoken(page)


def _confirms(seat: WindowMachine) -> list[ConfirmDialog]:
    return [dialog for dialog in seat.window.findChildren(ConfirmDialog) if dialog.isVisible()]


def test_the_backup_line_leads_to_the_backups(seat: WindowMachine) -> None:
    window = seat.sign_in(HEAD)
    seat.needs()
    seat.stand_on(TodoKind.BACKUP)
    seat.press(K.Key_Return)
    assert window.place is NavigationItem.AUDIT


def test_one_turns_between_the_pages_and_a_new_visit_turns_back(seat: WindowMachine) -> None:
    window = seat.sign_in(HEAD)
    page = seat.needs()
    assert page.isVisible()
    seat.press(K.Key_2, CONTROL)
    seat.press(K.Key_1, CONTROL)
    assert page.isVisible()  # the page one left
    seat.press(K.Key_N, CONTROL)
    assert isinstance(window.stack.currentWidget(), VisitEntryScreen)
    seat.press(K.Key_C, ALT)
    assert page.isVisible()
    seat.press(K.Key_C, ALT)
    assert isinstance(window.stack.currentWidget(), VisitEntryScreen)


def test_the_desk_turned_back_to_takes_what_is_typed(seat: WindowMachine) -> None:
    window = seat.sign_in(OFFICER)
    for _ in range(2):
        seat.needs()
        seat.press(K.Key_C, ALT)
        desk = window.stack.currentWidget()
        assert isinstance(desk, VisitEntryScreen)
        assert not desk.person.fields.covers.covered
        assert desk.person.fields.name.hasFocus()
    send_text(desk.person.fields.name, "Lò Thị Thử")
    seat.press(K.Key_2, ALT)  # covered now
    seat.press(K.Key_C, ALT)
    seat.press(K.Key_C, ALT)
    assert desk.person.fields.covers.covered  # a form in work stays as it was left
    assert desk.collect()["person"]["name"] == "Lò Thị Thử"


def test_the_month_stands_beside_the_list(
    seat: WindowMachine, picture: Callable[..., Path]
) -> None:
    seat.sign_in(HEAD)
    page = seat.needs()
    seat.settle()
    assert "8 lượt tiếp" not in page.figures.accessibleName()  # the voided one does not count
    assert "7 lượt tiếp, tăng 7" in page.figures.accessibleName()
    assert page.bars.accessibleName().count(":") == 13
    assert "Nhật ký chưa kiểm tra lần nào" in words(page)
    picture(seat.window, "needs-light")


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_nothing_is_cut(seat: WindowMachine, themed: QApplication, picture, scale, mode) -> None:
    theme().apply(themed, mode, scale)
    window = seat.sign_in(HEAD)
    seat.needs()
    for size in ((1366, 696), (1280, 648)):
        window.resize(*size)
        pause(30)
        assert faults(window) == []
        picture(window, f"needs-{mode.value}-{scale}-{size[0]}")
    seat.stand_on(TodoKind.REQUEST)
    seat.press(K.Key_Return)
    dialog = seat.dialog(RevealDecisionDialog)
    seat.settle()
    assert faults(window) == []
    picture(window, f"request-{mode.value}-{scale}")
    assert isinstance(dialog, RevealDecisionDialog)
    dialog.reject()
