"""Accounts and rights in the window: every act by key, what is unwise said, leaving by steps."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.bootstrap import wire
from reception.domain.errors import StorageError
from reception.domain.offboarding import OffboardingStep
from reception.domain.staff import Right
from reception.services.access.session import unlock
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, PASSWORDS
from tests.ui.conftest import send_preedit, send_text
from tests.ui.features.settings.settings_fixture import SettingsStage, control_s, study
from tests.ui.layout_checks import faults
from tests.ui.waiting import pause
from ui.appearance.theme import Mode, theme
from ui.features.settings.staff.rights_model import COLUMNS, FIRST_RIGHT

__all__ = ["study"]
K = Qt.Key
S = OffboardingStep
NEW = "thuyền nan 7 mái chèo 93 gốc sung"
WHY = "Thay người giữ cũ đi học sáu tháng"


def accounts(room: SettingsStage) -> Any:
    """Return the section, read."""
    part = room.part("accounts")
    room.wait()
    room.wait()
    return part


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    place = QApplication.focusWidget()
    assert place is not None
    QTest.keyClick(place, key, modifier)


def to_cell(part: Any, name: str, right: Right) -> None:
    """Move to somebody's right by arrows alone."""
    view = part.view
    assert view.hasFocus()
    row = next(r for r in range(part.table.rowCount()) if part.table.person(r).name == name)
    column = FIRST_RIGHT + COLUMNS.index(right)
    while view.currentIndex().row() != row:
        press(K.Key_Down if view.currentIndex().row() < row else K.Key_Up)
    while view.currentIndex().column() != column:
        press(K.Key_Right if view.currentIndex().column() < column else K.Key_Left)


def rights_of(room: SettingsStage, name: str) -> frozenset[Right]:
    """Read somebody's rights from the register."""
    found: list[Any] = []
    staff = room.opened[0].staff
    room.runner.run(lambda: found.extend(staff.accounts.people()))
    room.wait()
    return next(person.rights for person in found if person.name == name)


def test_rights_are_ticked_by_space_and_kept_by_key(study) -> None:
    room = study()
    part = accounts(room)
    assert room.page.header.isVisible()
    to_cell(part, OFFICER, Right.REVEAL)
    press(K.Key_Space)
    to_cell(part, COLLEAGUE, Right.IMPORT)
    press(K.Key_Space)
    assert part.keep_row.isVisible()
    assert "2" in part.keep_words.text()
    assert Right.REVEAL not in rights_of(room, OFFICER)
    control_s(room, part.view)
    room.wait()
    assert room.said == ["Đã lưu quyền"]
    assert Right.REVEAL in rights_of(room, OFFICER)
    assert Right.IMPORT in rights_of(room, COLLEAGUE)
    assert not part.keep_row.isVisible()
    to_cell(part, OFFICER, Right.REVEAL)
    press(K.Key_Space)
    assert part.keep_row.isVisible()
    press(K.Key_Escape)
    assert not part.keep_row.isVisible()
    assert Right.REVEAL in rights_of(room, OFFICER)


def test_what_the_head_must_keep_is_said(study) -> None:
    room = study()
    part = accounts(room)
    to_cell(part, HEAD, Right.MANAGE)
    press(K.Key_Space)
    assert "Trưởng ban phải giữ" in room.page.banner.text()
    assert part.table.changes() == ()


def test_cells_say_person_right_and_state(study) -> None:
    room = study()
    part = accounts(room)
    row = part.table.row_of(room.office.user_id(CUSTODIAN))
    column = FIRST_RIGHT + COLUMNS.index(Right.CUSTODY)
    said = part.table.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{CUSTODIAN}: Giữ danh tính tố cáo: có"
    part.table.toggle(row, FIRST_RIGHT)
    said = part.table.index(row, FIRST_RIGHT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("không, chưa lưu")


def test_somebody_is_added_with_a_composed_name(study) -> None:
    room = study()
    part = accounts(room)
    assert part.add_button.isVisible()
    part.add_button.setFocus()
    press(K.Key_Return)
    dialog = part.acts.dialog
    assert dialog.name.hasFocus()
    send_text(dialog.name, "Lò Văn ")
    send_preedit(dialog.name, "Hùng")
    assert not dialog.primary.isEnabled()
    for field in (dialog.pair.first, dialog.pair.again):
        field.setFocus()
        send_text(field, NEW)
    press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.wait()
    room.wait()
    assert part.acts.dialog is None
    assert room.said == ["Đã thêm tài khoản Lò Văn Hùng"]
    office = room.office
    unlock(office.folder, office.user_id("Lò Văn Hùng"), NEW, office.environment).close()


def test_a_name_that_is_taken_is_said_in_the_dialog(study) -> None:
    room = study()
    part = accounts(room)
    part.add_button.click()
    dialog = part.acts.dialog
    send_text(dialog.name, OFFICER)
    for field in (dialog.pair.first, dialog.pair.again):
        send_text(field, NEW)
    press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.wait()
    assert "trùng tên" in dialog.banner.text()
    assert dialog.name.hasFocus()
    assert (dialog.pair.first.text(), dialog.pair.again.text()) == ("", "")
    press(K.Key_Escape)
    assert part.acts.dialog is None


def test_a_new_password_and_shut_out_for_now(study) -> None:
    room = study()
    part = accounts(room)
    office, user = room.office, room.office.user_id(OFFICER)
    to_cell(part, OFFICER, Right.RECEIVE)
    part.person.buttons["password"].setFocus()
    press(K.Key_Space)
    dialog = part.acts.dialog
    for field in (dialog.pair.first, dialog.pair.again):
        field.setFocus()
        send_text(field, NEW)
    press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.wait()
    room.wait()
    unlock(office.folder, user, NEW, office.environment).close()
    part.person.buttons["pause"].setFocus()
    press(K.Key_Space)
    room.wait()
    room.wait()
    with pytest.raises(StorageError, match="unlock.shut_out"):
        unlock(office.folder, user, NEW, office.environment)
    assert "Cho mở lại" in part.person.buttons["pause"].text()
    press(K.Key_Space)
    room.wait()
    unlock(office.folder, user, NEW, office.environment).close()


def test_staff_leave_by_steps_and_the_window_goes_on(study) -> None:
    room = study()
    part = accounts(room)
    office, user = room.office, room.office.user_id(OFFICER)
    to_cell(part, OFFICER, Right.RECEIVE)
    part.person.buttons["leave"].setFocus()
    press(K.Key_Return)
    room.wait()
    dialog = part.acts.dialog
    assert list(dialog.steps.shown) == [S.SHUT_OUT, S.KEY, S.BACKUP]
    press(K.Key_Return)  # never by Enter alone: the safe way out has the focus
    assert part.acts.dialog is None
    part.person.buttons["leave"].setFocus()
    press(K.Key_Return)
    room.wait()
    dialog = part.acts.dialog
    dialog.act.setFocus()
    press(K.Key_Space)
    room.wait()
    room.wait()
    assert dialog.steps.shown == {S.SHUT_OUT: "done", S.KEY: "done", S.BACKUP: "waits"}
    assert OFFICER in dialog.banner.text()
    press(K.Key_Escape)
    room.wait()
    with pytest.raises(StorageError, match="keyring.unknown_user"):
        unlock(office.folder, user, PASSWORDS[OFFICER], office.environment)
    assert "chưa rời hẳn" in part.banners[0].text()
    assert rights_of(room, COLLEAGUE)


def test_another_program_stops_a_step_and_it_is_gone_on_with(study) -> None:
    room = study()
    part = accounts(room)
    other = wire(room.office.open(COLLEAGUE))
    to_cell(part, OFFICER, Right.RECEIVE)
    part.person.buttons["leave"].click()
    room.wait()
    dialog = part.acts.dialog
    dialog.act.click()
    while dialog.running:
        pause(50)
    assert dialog.steps.shown[S.SHUT_OUT] == "done"
    assert dialog.steps.shown[S.KEY] == "failed"
    assert "đã đúng" in dialog.banner.text()
    other.session.close()
    assert dialog.act.hasFocus()
    press(K.Key_Space)
    room.wait()
    room.wait()
    assert dialog.steps.shown[S.KEY] == "done"
    press(K.Key_Escape)


def test_a_custodian_gives_custody_in_an_own_session(study) -> None:
    room = study(CUSTODIAN)
    part = accounts(room)
    assert not part.view.isVisible()
    assert "Chỉ một người" in part.banners[0].text()
    press(K.Key_Return)  # the way out has the focus
    dialog = part.acts.dialog
    dialog.person.choose(room.office.user_id(COLLEAGUE))
    dialog.sentence.setFocus()
    send_text(dialog.sentence, WHY)
    dialog.password.setFocus()
    send_text(dialog.password, PASSWORDS[CUSTODIAN])
    press(K.Key_Return)
    room.wait()
    assert "chưa đúng" in dialog.password_field.note()
    assert dialog.password.text() == ""
    assert dialog.sentence.toPlainText() == WHY
    send_text(dialog.password, PASSWORDS[HEAD])
    press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.wait()
    assert "phải chờ" in dialog.password_field.note()
    pause(1100)
    send_text(dialog.password, PASSWORDS[HEAD])
    press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.wait()
    room.wait()
    assert room.said == ["Đã giao giữ danh tính"]
    assert not part.banners[0].isVisible()


def test_the_heads_session_says_where_custody_is_given(study) -> None:
    room = study()
    part = accounts(room)
    assert CUSTODIAN in part.banners[0].text()
    assert part._links() == []
    to_cell(part, OFFICER, Right.CUSTODY)
    press(K.Key_Space)
    assert part.acts.dialog is None
    assert "người đang giữ danh tính" in room.page.banner.text()


def test_the_lock_leaves_no_dialog_with_a_password(study) -> None:
    room = study()
    part = accounts(room)
    part.person.buttons["password"].click()
    assert part.acts.dialog is None  # the head's own is changed elsewhere, the button is not there
    to_cell(part, CUSTODIAN, Right.CUSTODY)
    press(K.Key_Space)
    dialog = part.acts.dialog
    send_text(dialog.password, PASSWORDS[HEAD])
    room.page.about_to_lock()
    assert part.acts.dialog is None
    assert dialog.password.text() == ""


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(study, themed, picture, scale: float, mode: Mode) -> None:
    theme().apply(themed, mode, scale)
    room = study()
    part = accounts(room)
    pause(60)
    picture(room.window, f"14-accounts-{mode.value}-{scale}")
    assert faults(room.window) == []
    to_cell(part, OFFICER, Right.REVEAL)
    press(K.Key_Space)
    part.add_button.click()
    pause(30)
    picture(room.window, f"14-add-{mode.value}-{scale}")
    assert faults(room.window) == []
    press(K.Key_Escape)
    for name in ("password", "leave"):
        part.person.buttons[name].click()
        room.wait()
        pause(30)
        picture(room.window, f"14-{name}-{mode.value}-{scale}")
        assert faults(room.window) == []
        press(K.Key_Escape)
    to_cell_again(part)
    press(K.Key_Space)
    pause(30)
    picture(room.window, f"14-custody-{mode.value}-{scale}")
    assert faults(room.window) == []
    press(K.Key_Escape)


def to_cell_again(part: Any) -> None:
    """Go to the custodian's seal."""
    part.view.setFocus()
    to_cell(part, CUSTODIAN, Right.CUSTODY)
