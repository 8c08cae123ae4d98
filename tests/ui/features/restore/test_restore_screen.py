"""Restoring: a backup is found, opened, compared and restored; the present office is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reception.bootstrap import create_services
from reception.domain.errors import StorageError
from reception.services.access.unlocking import unlock
from reception.storage.database import DATABASE_FILE
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
    build_office,
)
from tests.scenarios.planted_identities import form_of, planted
from tests.scenarios.trace_search import identifying_words, words_found_in
from tests.ui.blank_screens import blank_screens
from tests.ui.conftest import send_text
from tests.ui.layout_checks import layout_faults
from ui.appearance.theme import Mode, theme
from ui.appearance.window_settings import WindowSettings
from ui.application.command_line import Options, parse
from ui.application.office_window import CreateScreens
from ui.application.screen_registry import create_screens
from ui.features.restore.confirm_people_dialog import ConfirmPeopleDialog
from ui.features.restore.restore_page import RestorePage
from ui.features.restore.restore_screen import RestoreScreen
from ui.features.unlock.damage_screen import DamageScreen
from ui.features.unlock.notices_screen import NoticesScreen
from ui.features.unlock.unlock_screen import UnlockScreen
from ui.startup.application_flow import ApplicationFlow
from ui.startup.office_opening import OfficeOpener

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PEOPLE = planted(8)


class RestoreStage:
    """A program at its unlock screen; a backup of five visits, an office of eight."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        *,
        locked: str = "",
        screens: CreateScreens = blank_screens,
    ) -> None:
        """Create the office, its backup and three more visits."""
        self.app = app
        self.office: ThrowAwayOffice = build_office(folder)
        self.place = folder / "LUU-A"
        self.place.mkdir()
        head = create_services(self.office.open(HEAD))
        for index, person in enumerate(PEOPLE):
            if index == 5:
                head.backups.add_location(self.place)
                head.backups.make(self.place)
                self.office.clock.move(days=1)
            head.intake.seal_visit(form_of(person, index))
        head.session.close()
        self.program = ApplicationFlow(
            app,
            Options(office=self.office.folder, demonstration=True, language="vi", locked=locked),
            WindowSettings(folder / "window.ini"),
            OfficeOpener(True),
            screens,
        )

    def start(self) -> None:
        """Show the first page."""
        assert self.program.start()
        assert self.program.start_window is not None
        self.program.start_window.resize(1366, 696)
        self.program.start_window.activateWindow()

    @property
    def page(self) -> QWidget:
        """Return the page shown."""
        start_window = self.program.start_window or self.program.office.start_window
        return start_window.page

    def open_restore_screen(self, qtbot) -> RestoreScreen:
        """Go to the restore page by the keys of the unlock screen."""
        unlock = self.page
        assert isinstance(unlock, UnlockScreen)
        unlock.forgotten_button.setFocus()
        QTest.keyClick(unlock.forgotten_button, K.Key_Tab)
        QTest.keyClick(unlock.window().focusWidget(), K.Key_Return)
        screen = self.page
        assert isinstance(screen, RestoreScreen)
        qtbot.waitUntil(lambda: screen.page.backup_box.count() == 1)
        return screen

    def close(self) -> None:
        """End threads and windows."""
        program = self.program
        if program.office is not None:
            program.office.idle_timer.stop()
            if program.office.start_window is not None:
                program.office.start_window.close()
        if program.start_window is not None:
            program.start_window.close()
        program._close_office()
        self.app.aboutToQuit.disconnect(program._close_office)
        program.reservation.release()


@pytest.fixture
def stage(themed: QApplication, tmp_path: Path) -> Iterator[RestoreStage]:
    """A program at its unlock screen."""
    found = RestoreStage(themed, tmp_path)
    found.start()
    yield found
    found.close()


def words(page: QWidget) -> str:
    """Return every text of a page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def open_backup(page: RestorePage, qtbot, password: str = PASSWORDS[HEAD]) -> None:
    """Type the password and press Enter."""
    page.password.setFocus()
    send_text(page.password, password)
    QTest.keyClick(page.password, K.Key_Return)
    qtbot.waitUntil(lambda: not page.open_button.busy)


def test_a_backup_is_opened_compared_and_restored_by_keys(stage: RestoreStage, qtbot) -> None:
    page = stage.open_restore_screen(qtbot).page
    assert page.account.value() == HEAD
    assert not page.restore_button.isEnabled()
    assert page.comparison.cell_text("visits", 2) == "5"
    assert page.comparison.cell_text("visits", 1) == "…"
    open_backup(page, qtbot)
    assert [page.comparison.cell_text("visits", at) for at in (1, 2)] == ["8", "5"]
    assert page.comparison.cell_text("visits", 3).startswith("Mất 3, ")
    assert page.comparison.cell_text("accounts", 3) == "Như nhau"
    assert "cũ hơn máy này" in page.banner.text()
    assert page.restore_button.hasFocus()
    assert words_found_in(words(page).encode(), identifying_words(PEOPLE)) == set()
    QTest.keyClick(page.restore_button, K.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "Đã khôi phục xong" in page.banner.text())
    (kept,) = stage.office.folder.parent.glob("office-giu-lai-*")
    assert (kept / DATABASE_FILE).exists()
    QTest.keyClick(page.leave_button, K.Key_Return)
    assert isinstance(stage.page, UnlockScreen)
    stage.program.sign_in(HEAD, PASSWORDS[HEAD])
    qtbot.waitUntil(lambda: isinstance(stage.page, NoticesScreen))
    banners = [banner for banner in stage.page.findChildren(QWidget) if banner.property("banner")]
    assert any("khôi phục ngày" in banner.text() for banner in banners)


def test_opening_changes_nothing_and_esc_leaves(stage: RestoreStage, qtbot) -> None:
    before = (stage.office.folder / DATABASE_FILE).read_bytes()
    page = stage.open_restore_screen(qtbot).page
    open_backup(page, qtbot)
    QTest.keyClick(page.restore_button, K.Key_Escape)
    assert isinstance(stage.page, UnlockScreen)
    assert (stage.office.folder / DATABASE_FILE).read_bytes() == before
    assert not list(stage.office.folder.parent.glob("office-*"))


def test_a_wrong_password_is_explained_and_the_backup_must_be_opened_again(
    stage: RestoreStage, qtbot
) -> None:
    page = stage.open_restore_screen(qtbot).page
    open_backup(page, qtbot, "sai")
    assert "Mật khẩu không mở được" in page.banner.text()
    assert page.password.hasFocus()
    assert not page.restore_button.isEnabled()
    send_text(page.password, PASSWORDS[HEAD])
    QTest.keyClick(page.password, K.Key_Return)
    qtbot.waitUntil(page.restore_button.isEnabled)
    send_text(page.password, "x")
    assert not page.restore_button.isEnabled()


def test_an_officer_may_open_but_not_restore(stage: RestoreStage, qtbot) -> None:
    page = stage.open_restore_screen(qtbot).page
    page.account.choose(OFFICER)
    open_backup(page, qtbot, PASSWORDS[OFFICER])
    QTest.keyClick(page.restore_button, K.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not page.restore_button.busy)
    assert "Chỉ Trưởng ban khôi phục" in page.banner.text()
    assert not list(stage.office.folder.parent.glob("office-*"))
    assert stage.program.reservation.is_held  # the window holds the office again


def test_a_damaged_backup_is_explained_and_changes_nothing(stage: RestoreStage, qtbot) -> None:
    (backup,) = stage.place.iterdir()
    with (backup / DATABASE_FILE).open("r+b") as stream:
        stream.seek(9000)
        stream.write(b"\0" * 64)
    page = stage.open_restore_screen(qtbot).page
    open_backup(page, qtbot)
    assert "bị hỏng ở tệp register.db" in page.banner.text()
    assert not page.restore_button.isEnabled()


def test_without_a_backup_the_page_explains_how_to_make_one(stage: RestoreStage, qtbot) -> None:
    stage.place.rename(stage.place.with_name("gone"))
    unlock = stage.page
    unlock.form.restore_button.click()
    screen = stage.page
    page = screen.page
    qtbot.waitUntil(page.banner.isVisible)
    assert "Sao lưu ngay" in page.banner.text()
    assert not page.open_button.isEnabled()
    screen.show_folder(str(stage.place.with_name("gone")))
    qtbot.waitUntil(lambda: page.backup_box.count() == 1)
    assert page.open_button.isEnabled()
    screen.show_folder(str(stage.office.folder))
    qtbot.waitUntil(lambda: "sao-luu-" in page.banner.text())


def test_a_damaged_office_opens_the_restore_screen(stage: RestoreStage, qtbot) -> None:
    (stage.office.folder / DATABASE_FILE).write_bytes(b"\0" * 9000)
    stage.program.sign_in(HEAD, PASSWORDS[HEAD])
    qtbot.waitUntil(lambda: isinstance(stage.page, DamageScreen))
    QTest.keyClick(stage.page.restore_button, K.Key_Return)
    screen = stage.page
    assert isinstance(screen, RestoreScreen)
    page = screen.page
    qtbot.waitUntil(lambda: page.backup_box.count() == 1)
    open_backup(page, qtbot)
    assert page.restore_button.isEnabled()
    assert page.comparison.cell_text("visits", 1) == "…"


def lose_register_after_a_suspension(stage: RestoreStage) -> str:
    """Suspend the colleague, then damage the register; return the colleague's user id."""
    colleague = stage.office.user_id(COLLEAGUE)
    head = create_services(stage.office.open(HEAD))
    head.staff.accounts.suspend(colleague)
    head.session.close()
    register = stage.office.folder / DATABASE_FILE
    register.write_bytes(register.read_bytes()[:5000])
    return colleague


def ask_about_people(stage: RestoreStage, qtbot) -> ConfirmPeopleDialog:
    """Restore over the damaged register, until the head is asked about the people."""
    screen = stage.open_restore_screen(qtbot)
    open_backup(screen.page, qtbot)
    QTest.keyClick(screen.page.restore_button, K.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(screen.window().findChildren(ConfirmPeopleDialog)))
    return screen.window().findChildren(ConfirmPeopleDialog)[-1]


def test_the_head_decides_about_each_person_by_keys(stage: RestoreStage, qtbot) -> None:
    colleague = lose_register_after_a_suspension(stage)
    custodian = stage.office.user_id(CUSTODIAN)
    dialog = ask_about_people(stage, qtbot)
    assert colleague not in dialog.choices  # the roster on this machine says who is suspended
    assert "Giữ danh tính tố cáo" in words(dialog)
    assert not dialog.confirm_button.isEnabled()
    for index, user_id in enumerate(dialog.choices):
        if index:
            QTest.keyClick(QApplication.focusWidget(), K.Key_Tab)
        if user_id == custodian:
            QTest.keyClick(QApplication.focusWidget(), K.Key_Right)
        QTest.keyClick(QApplication.focusWidget(), K.Key_Space)
    assert dialog.confirm_button.isEnabled()
    screen = stage.page
    assert isinstance(screen, RestoreScreen)
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return)
    qtbot.waitUntil(lambda: "Đã khôi phục xong" in screen.page.banner.text())
    stage.office.open(OFFICER).close()
    for user_id in (colleague, custodian):
        with pytest.raises(StorageError, match="unlock.shut_out"):
            unlock(
                stage.office.folder,
                user_id,
                PASSWORDS[CUSTODIAN if user_id == custodian else COLLEAGUE],
                stage.office.environment,
            )


def test_without_a_decision_nothing_is_restored(stage: RestoreStage, qtbot) -> None:
    lose_register_after_a_suspension(stage)
    dialog = ask_about_people(stage, qtbot)
    QTest.keyClick(QApplication.focusWidget(), K.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(QApplication.focusWidget(), K.Key_Escape)
    screen = stage.page
    assert isinstance(screen, RestoreScreen)
    assert screen.page.restore_button.isEnabled()
    assert not list(stage.office.folder.parent.glob("office-giu-lai-*"))


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_question_about_people_is_read_whole(
    stage: RestoreStage, qtbot, picture, scale: float
) -> None:
    lose_register_after_a_suspension(stage)
    theme().apply(stage.app, Mode.LIGHT, scale)
    stage.program._show_first_page()
    window = stage.program.start_window
    window.resize(1366, 696)
    ask_about_people(stage, qtbot)
    picture(window, f"21-restore-people-{scale}")
    assert layout_faults(window) == []


def test_the_open_office_is_locked_before_the_restore_screen(
    themed: QApplication, tmp_path: Path, qtbot
) -> None:
    assert parse(["--locked", "restore"]).locked == "restore"
    found = RestoreStage(themed, tmp_path, locked="restore")
    found.start()
    assert isinstance(found.page, RestoreScreen)
    qtbot.waitUntil(lambda: found.page.page.backup_box.count() == 1)
    found.page.leave()
    assert isinstance(found.page, UnlockScreen)
    found.close()


def test_the_audit_log_locks_and_opens_the_restore_screen(
    themed: QApplication, tmp_path: Path, qtbot, monkeypatch
) -> None:
    reasons: list[str] = []
    monkeypatch.setattr(
        ApplicationFlow, "restart_at_unlock", lambda _program, reason: reasons.append(reason)
    )
    found = RestoreStage(themed, tmp_path, screens=create_screens)
    found.start()
    found.program.sign_in(HEAD, PASSWORDS[HEAD])
    qtbot.waitUntil(lambda: isinstance(found.page, NoticesScreen))
    notices = found.page
    assert isinstance(notices, NoticesScreen)
    for check_box in notices.check_boxes:
        check_box.setChecked(True)
    notices.continue_button.click()
    window = found.program.office.window
    qtbot.waitUntil(lambda: not found.program.runner.busy)
    window.findChild(QWidget, "restore_button").click()
    qtbot.waitUntil(lambda: reasons == ["restore"])
    window.close()
    found.close()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(stage: RestoreStage, qtbot, picture, mode: Mode, scale: float) -> None:
    theme().apply(stage.app, mode, scale)
    stage.program._show_first_page()
    window = stage.program.start_window
    for size in ((1366, 696), (1280, 648)):
        window.resize(*size)
        screen = stage.open_restore_screen(qtbot)
        open_backup(screen.page, qtbot)
        picture(window, f"21-restore-{size[0]}-{scale}-{mode.value}")
        assert layout_faults(window) == []
        screen.leave()
        picture(window, f"01-unlock-{size[0]}-{scale}-{mode.value}")
        assert layout_faults(window) == []
