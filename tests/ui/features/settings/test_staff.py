"""Accounts and rights: every action by keys, warnings, offboarding by steps."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.bootstrap import create_services
from reception.domain.errors import StorageError
from reception.domain.offboarding import OffboardingStep
from reception.domain.staff import Right
from reception.services.access.unlocking import unlock
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, PASSWORDS
from tests.ui.conftest import send_preedit, send_text
from tests.ui.features.settings.settings_fixture import SettingsStage, control_s, open_settings
from tests.ui.layout_checks import layout_faults
from tests.ui.waiting import wait_until
from ui.appearance.theme import Mode, theme
from ui.features.settings.staff.rights_model import FIRST_RIGHT_COLUMN, RIGHT_COLUMNS

__all__ = ["open_settings"]
K = Qt.Key
S = OffboardingStep
NEW = "thuyền nan 7 mái chèo 93 gốc sung"
REASON = "Thay người giữ cũ đi học sáu tháng"


def accounts(settings_stage: SettingsStage) -> Any:
    """Return the section, read."""
    section = settings_stage.open_section("accounts")
    settings_stage.wait()
    settings_stage.wait()
    return section


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the focused widget."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def to_cell(section: Any, name: str, right: Right) -> None:
    """Move to the cell of a person and a right by arrow keys."""
    view = section.rights_view
    assert view.hasFocus()
    model = section.rights_model
    row = next(row for row in range(model.rowCount()) if model.person(row).name == name)
    column = FIRST_RIGHT_COLUMN + RIGHT_COLUMNS.index(right)
    while view.currentIndex().row() != row:
        press(K.Key_Down if view.currentIndex().row() < row else K.Key_Up)
    while view.currentIndex().column() != column:
        press(K.Key_Right if view.currentIndex().column() < column else K.Key_Left)


def rights_of(settings_stage: SettingsStage, name: str) -> frozenset[Right]:
    """Read the rights of a person from the register."""
    people: list[Any] = []
    staff = settings_stage.reception.staff
    settings_stage.runner.run(lambda: people.extend(staff.accounts.summaries()))
    settings_stage.wait()
    return next(person.rights for person in people if person.name == name)


def test_rights_are_ticked_by_space_and_kept_by_key(open_settings) -> None:
    settings_stage = open_settings()
    section = accounts(settings_stage)
    assert settings_stage.page.header.isVisible()
    to_cell(section, OFFICER, Right.REVEAL)
    press(K.Key_Space)
    to_cell(section, COLLEAGUE, Right.IMPORT)
    press(K.Key_Space)
    assert section.save_bar.isVisible()
    assert "2" in section.save_bar.label.text()
    assert Right.REVEAL not in rights_of(settings_stage, OFFICER)
    control_s(settings_stage, section.rights_view)
    settings_stage.wait()
    assert settings_stage.toasts == ["Đã lưu quyền"]
    assert Right.REVEAL in rights_of(settings_stage, OFFICER)
    assert Right.IMPORT in rights_of(settings_stage, COLLEAGUE)
    assert not section.save_bar.isVisible()
    to_cell(section, OFFICER, Right.REVEAL)
    press(K.Key_Space)
    assert section.save_bar.isVisible()
    press(K.Key_Escape)
    assert not section.save_bar.isVisible()
    assert Right.REVEAL in rights_of(settings_stage, OFFICER)


def test_a_refused_change_of_the_heads_rights_is_explained(open_settings) -> None:
    settings_stage = open_settings()
    section = accounts(settings_stage)
    to_cell(section, HEAD, Right.MANAGE)
    press(K.Key_Space)
    assert "Trưởng ban phải giữ" in settings_stage.page.banner.text()
    assert section.rights_model.changes() == ()


def test_cells_say_person_right_and_state(open_settings) -> None:
    settings_stage = open_settings()
    section = accounts(settings_stage)
    row = section.rights_model.row_of(settings_stage.office.user_id(CUSTODIAN))
    column = FIRST_RIGHT_COLUMN + RIGHT_COLUMNS.index(Right.CUSTODY)
    text = section.rights_model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == f"{CUSTODIAN}: Giữ danh tính tố cáo: có"
    section.rights_model.toggle(row, FIRST_RIGHT_COLUMN)
    text = section.rights_model.index(row, FIRST_RIGHT_COLUMN).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    assert text.endswith("không, chưa lưu")


def test_an_account_is_added_with_a_composed_name(open_settings) -> None:
    settings_stage = open_settings()
    section = accounts(settings_stage)
    assert section.add_button.isVisible()
    section.add_button.setFocus()
    press(K.Key_Return)
    dialog = section.dialogs.dialog
    assert dialog.name.hasFocus()
    send_text(dialog.name, "Lò Văn ")
    send_preedit(dialog.name, "Hùng")
    assert not dialog.primary_button.isEnabled()
    for field in (dialog.password_pair.password_field, dialog.password_pair.repeated_field):
        field.setFocus()
        send_text(field, NEW)
    press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settings_stage.wait()
    settings_stage.wait()
    assert section.dialogs.dialog is None
    assert settings_stage.toasts == ["Đã thêm tài khoản Lò Văn Hùng"]
    office = settings_stage.office
    unlock(office.folder, office.user_id("Lò Văn Hùng"), NEW, office.environment).close()


def test_a_name_in_use_is_reported_in_the_dialog(open_settings) -> None:
    settings_stage = open_settings()
    section = accounts(settings_stage)
    section.add_button.click()
    dialog = section.dialogs.dialog
    send_text(dialog.name, OFFICER)
    for field in (dialog.password_pair.password_field, dialog.password_pair.repeated_field):
        send_text(field, NEW)
    press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settings_stage.wait()
    assert "trùng tên" in dialog.banner.text()
    assert dialog.name.hasFocus()
    pair = dialog.password_pair
    assert (pair.password_field.text(), pair.repeated_field.text()) == ("", "")
    press(K.Key_Escape)
    assert section.dialogs.dialog is None


def test_a_new_password_and_suspension(open_settings) -> None:
    settings_stage = open_settings()
    section = accounts(settings_stage)
    office, user = settings_stage.office, settings_stage.office.user_id(OFFICER)
    to_cell(section, OFFICER, Right.RECEIVE)
    section.account_card.buttons["password"].setFocus()
    press(K.Key_Space)
    dialog = section.dialogs.dialog
    for field in (dialog.password_pair.password_field, dialog.password_pair.repeated_field):
        field.setFocus()
        send_text(field, NEW)
    press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settings_stage.wait()
    settings_stage.wait()
    unlock(office.folder, user, NEW, office.environment).close()
    section.account_card.buttons["suspension"].setFocus()
    press(K.Key_Space)
    settings_stage.wait()
    settings_stage.wait()
    with pytest.raises(StorageError, match="unlock.shut_out"):
        unlock(office.folder, user, NEW, office.environment)
    assert "Cho mở lại" in section.account_card.buttons["suspension"].text()
    press(K.Key_Space)
    settings_stage.wait()
    unlock(office.folder, user, NEW, office.environment).close()


def test_offboarding_runs_in_steps_and_the_window_remains_usable(open_settings) -> None:
    settings_stage = open_settings()
    section = accounts(settings_stage)
    office, user = settings_stage.office, settings_stage.office.user_id(OFFICER)
    to_cell(section, OFFICER, Right.RECEIVE)
    section.account_card.buttons["offboard"].setFocus()
    press(K.Key_Return)
    settings_stage.wait()
    dialog = section.dialogs.dialog
    assert list(dialog.steps.states) == [S.SUSPEND_ACCOUNT, S.ROTATE_DATABASE_KEY, S.MAKE_BACKUP]
    press(K.Key_Return)  # never by Enter alone: the safe way out has the focus
    assert not section.dialogs.is_open
    section.account_card.buttons["offboard"].setFocus()
    press(K.Key_Return)
    settings_stage.wait()
    dialog = section.dialogs.dialog
    dialog.start_button.setFocus()
    press(K.Key_Space)
    settings_stage.wait()
    settings_stage.wait()
    assert dialog.steps.states == {
        S.SUSPEND_ACCOUNT: "done",
        S.ROTATE_DATABASE_KEY: "done",
        S.MAKE_BACKUP: "blocked",
    }
    assert OFFICER in dialog.banner.text()
    press(K.Key_Escape)
    settings_stage.wait()
    with pytest.raises(StorageError, match="keyring.unknown_user"):
        unlock(office.folder, user, PASSWORDS[OFFICER], office.environment)
    assert "chưa rời hẳn" in section.notices.banners[0].text()
    assert rights_of(settings_stage, COLLEAGUE)


def test_a_step_blocked_by_another_program_is_resumed(open_settings) -> None:
    settings_stage = open_settings()
    section = accounts(settings_stage)
    other = create_services(settings_stage.office.open(COLLEAGUE))
    to_cell(section, OFFICER, Right.RECEIVE)
    section.account_card.buttons["offboard"].click()
    settings_stage.wait()
    dialog = section.dialogs.dialog
    dialog.start_button.click()
    wait_until(lambda: not dialog.is_running)
    assert dialog.steps.states[S.SUSPEND_ACCOUNT] == "done"
    assert dialog.steps.states[S.ROTATE_DATABASE_KEY] == "failed"
    assert "đã đúng" in dialog.banner.text()
    other.session.close()
    assert dialog.start_button.hasFocus()
    press(K.Key_Space)
    settings_stage.wait()
    settings_stage.wait()
    assert dialog.steps.states[S.ROTATE_DATABASE_KEY] == "done"
    press(K.Key_Escape)


def test_a_custodian_gives_custody_in_an_own_session(open_settings) -> None:
    settings_stage = open_settings(CUSTODIAN)
    section = accounts(settings_stage)
    assert not section.rights_view.isVisible()
    assert "Chỉ một người" in section.notices.banners[0].text()
    press(K.Key_Return)  # the way out has the focus
    dialog = section.dialogs.dialog
    dialog.person.choose(settings_stage.office.user_id(COLLEAGUE))
    dialog.reason.setFocus()
    send_text(dialog.reason, REASON)
    dialog.password.setFocus()
    send_text(dialog.password, PASSWORDS[CUSTODIAN])
    press(K.Key_Return)
    settings_stage.wait()
    assert "chưa đúng" in dialog.password_field.note()
    assert dialog.password.text() == ""
    assert dialog.reason.toPlainText() == REASON
    send_text(dialog.password, PASSWORDS[HEAD])
    press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settings_stage.wait()
    assert "phải chờ" in dialog.password_field.note()
    settings_stage.office.clock.move(seconds=2)
    send_text(dialog.password, PASSWORDS[HEAD])
    press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settings_stage.wait()
    settings_stage.wait()
    assert settings_stage.toasts == ["Đã giao giữ danh tính"]
    assert not section.notices.banners[0].isVisible()


def test_the_heads_session_says_where_custody_is_given(open_settings) -> None:
    settings_stage = open_settings()
    section = accounts(settings_stage)
    assert CUSTODIAN in section.notices.banners[0].text()
    assert section.notices.link_buttons() == []
    to_cell(section, OFFICER, Right.CUSTODY)
    press(K.Key_Space)
    assert section.dialogs.dialog is None
    assert "người đang giữ danh tính" in settings_stage.page.banner.text()


def test_the_lock_leaves_no_dialog_with_a_password(open_settings) -> None:
    settings_stage = open_settings()
    section = accounts(settings_stage)
    section.account_card.buttons["password"].click()
    assert (
        section.dialogs.dialog is None
    )  # the head's own is changed elsewhere, the button is not there
    to_cell(section, CUSTODIAN, Right.CUSTODY)
    press(K.Key_Space)
    dialog = section.dialogs.dialog
    send_text(dialog.password, PASSWORDS[HEAD])
    settings_stage.page.about_to_lock()
    assert section.dialogs.dialog is None
    assert dialog.password.text() == ""


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(open_settings, themed, picture, scale: float, mode: Mode) -> None:
    theme().apply(themed, mode, scale)
    settings_stage = open_settings()
    section = accounts(settings_stage)
    picture(settings_stage.window, f"14-accounts-{mode.value}-{scale}")
    assert layout_faults(settings_stage.window) == []
    to_cell(section, OFFICER, Right.REVEAL)
    press(K.Key_Space)
    section.add_button.click()
    picture(settings_stage.window, f"14-add-{mode.value}-{scale}")
    assert layout_faults(settings_stage.window) == []
    press(K.Key_Escape)
    for name in ("password", "offboard"):
        section.account_card.buttons[name].click()
        settings_stage.wait()
        picture(settings_stage.window, f"14-{name}-{mode.value}-{scale}")
        assert layout_faults(settings_stage.window) == []
        press(K.Key_Escape)
    to_cell_again(section)
    press(K.Key_Space)
    picture(settings_stage.window, f"14-custody-{mode.value}-{scale}")
    assert layout_faults(settings_stage.window) == []
    press(K.Key_Escape)


def to_cell_again(section: Any) -> None:
    """Go to the custodian's seal."""
    section.rights_view.setFocus()
    to_cell(section, CUSTODIAN, Right.CUSTODY)
