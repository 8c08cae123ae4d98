"""Two holders type their sheets, the head sets a new password, and the office opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reception.services.recovery.recovery_enrolment import add_recovery
from reception.services.recovery.recovery_shares import RecoveryShares, make_shares
from reception.storage.crypto.keyring import load
from tests.fixtures.office import HEAD, ThrowAwayOffice, build_office
from tests.ui.blank_screens import blank_screens
from ui.appearance.window_settings import WindowSettings
from ui.application.command_line import Options
from ui.features.recovery.recovery_screen import RecoveryScreen
from ui.features.recovery.word_field import WordField
from ui.features.unlock.notices_screen import NoticesScreen
from ui.features.unlock.unlock_screen import UnlockScreen
from ui.startup.application_flow import ApplicationFlow
from ui.startup.office_opening import OfficeOpener

NEW_PASSWORD = "con trâu đen ăn cỏ bờ ruộng sau mưa"


class RecoveryStage:
    """A program at its unlock screen; its office has recovery sheets."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        """Create the office and its sheets, then start."""
        self.office: ThrowAwayOffice = build_office(folder)
        self.sheets: RecoveryShares = make_shares()
        session = self.office.open(HEAD)
        add_recovery(session, self.sheets.keys, opens_protected=True)
        session.close()
        self.before = self.files()
        options = Options(office=self.office.folder, demonstration=True, language="vi")
        settings = WindowSettings(folder / "window.ini")
        self.program = ApplicationFlow(app, options, settings, OfficeOpener(True), blank_screens)
        assert self.program.start()
        self.program.start_window.activateWindow()

    def files(self) -> dict[str, bytes]:
        """Return the office to be created."""
        names = ("register.db", "keyring.json")
        return {name: (self.office.folder / name).read_bytes() for name in names}

    @property
    def page(self) -> QWidget:
        """Return the page shown."""
        return self.program.start_window.page

    def reopening(self) -> RecoveryScreen:
        """Open the recovery screen by keys, through the forgotten password."""
        unlock = self.page
        assert isinstance(unlock, UnlockScreen)
        unlock.forgotten_button.setFocus()
        QTest.keyClick(unlock.forgotten_button, Qt.Key.Key_Space)
        QTest.keyClick(unlock.window().focusWidget(), Qt.Key.Key_Return)
        screen = self.page
        assert isinstance(screen, RecoveryScreen)
        return screen

    def close(self, app: QApplication) -> None:
        """End threads and windows."""
        program = self.program
        if program.office is not None:
            program.office.idle_timer.stop()
        for window in (program.start_window, program.office and program.office.start_window):
            if window is not None:
                window.close()
        if program.office is not None and program.office.window is not None:
            program.office.window.close()
        program._close_office()
        app.aboutToQuit.disconnect(program._close_office)
        program.reservation.release()


@pytest.fixture
def stage(themed: QApplication, tmp_path: Path):
    """A program at its unlock screen."""
    stage = RecoveryStage(themed, tmp_path)
    yield stage
    stage.close(themed)


def press(page: QWidget, key: Qt.Key) -> None:
    """Press a key in the focused widget."""
    QTest.keyClick(page.window().focusWidget() or page, key)


def type_sheet(page: RecoveryScreen, words: tuple[str, ...]) -> None:
    """Type a sheet as its holder does: some letters, Space."""
    for word in words:
        field = page.window().focusWidget()
        assert isinstance(field, WordField)
        QTest.keyClicks(field, word[:4])
        QTest.keyClick(field, Qt.Key.Key_Space)


def set_password(page: RecoveryScreen, type_text) -> None:
    """Type the new password twice and continue."""
    for field in (page.password_step.password_field, page.password_step.repeated_field):
        field.setFocus()
        type_text(field, NEW_PASSWORD)
    press(page, Qt.Key.Key_Return)


def test_two_sheets_open_the_office_by_keyboard_alone(stage: RecoveryStage, qtbot, type_text):
    page = stage.reopening()
    type_sheet(page, stage.sheets.sheets[2])
    assert page.obstacle_label.text() == ""
    press(page, Qt.Key.Key_Return)
    assert page.enter_sheets_step.sheet_ordinal == 2
    assert "Tờ số 3 đã khớp" in page.enter_sheets_step.hint_line.text()
    type_sheet(page, stage.sheets.sheets[0])
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.step is page.password_step)
    assert page.enter_sheets_step.entry.words() == [""] * 33
    set_password(page, type_text)
    assert page.step is page.create_sheets_step
    assert stage.files() == stage.before  # nothing is changed before the last page
    for field, holder in zip(
        page.create_sheets_step.holder_fields, ("Phạm Thị D", "Giàng A K", "Lò M"), strict=True
    ):
        field.setFocus()
        type_text(field, holder)
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.create_sheets_step.is_copying)
    copy_page = page.create_sheets_step.copy_page
    drawn = copy_page._shares.sheets
    assert copy_page.blank_sheet_view._fingerprint == page.blank_sheet_office()[1]
    for number in (1, 2, 3):
        for field, position in zip(copy_page.answers, copy_page.asked_positions, strict=True):
            QTest.keyClicks(field, drawn[number - 1][position - 1])
        QTest.keyClick(page, Qt.Key.Key_Return)
    program = stage.program
    qtbot.waitUntil(lambda: program.office is not None)
    qtbot.waitUntil(lambda: program.office.window is not None)
    assert program.office._opened.recent_recovery_day is not None
    assert any("Mở bằng tờ khôi phục" in text for _, text, _ in program.office._status_lines())
    assert stage.files() != stage.before
    stored_bytes = b"".join(
        path.read_bytes() for path in stage.office.folder.rglob("*") if path.is_file()
    )
    stored_bytes += (stage.office.folder.parent / "window.ini").read_bytes()
    for words in (*stage.sheets.sheets, *drawn):
        assert " ".join(words[4:7]).encode() not in stored_bytes
    assert NEW_PASSWORD.encode() not in stored_bytes
    assert load(stage.office.folder).recovery_key


def test_new_sheets_may_be_postponed(stage: RecoveryStage, qtbot, type_text):
    page = stage.reopening()
    for sheet in (0, 1):
        type_sheet(page, stage.sheets.sheets[sheet])
        press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.step is page.password_step)
    set_password(page, type_text)
    QTest.mouseClick(page.create_sheets_step.postpone_button, Qt.MouseButton.LeftButton)
    QTest.keyClick(page, Qt.Key.Key_Return)
    program = stage.program
    qtbot.waitUntil(lambda: program.office is not None)
    notices = program.office.start_window.page
    assert isinstance(notices, NoticesScreen)
    assert not notices.sheets_button.isHidden()
    assert load(stage.office.folder).recovery_key == b""


def test_a_wrong_word_is_marked_at_once(stage: RecoveryStage):
    page = stage.reopening()
    field = page.enter_sheets_step.entry.fields[0]
    assert page.window().focusWidget() is field
    QTest.keyClicks(field, "ac")
    assert field.state() == ""
    QTest.keyClicks(field, "x")
    assert field.state() == "error"
    assert page.obstacle_label.text() == "Từ số 1 không có trong danh sách"
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert page.window().focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "ad")
    assert field.state() == ""
    assert field.word() == "academic"
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert field.text() == "academic"
    assert page.window().focusWidget() is page.enter_sheets_step.entry.fields[1]
    assert page.obstacle_label.text() == "Đã gõ 1 trong 33 từ"
    QTest.keyClick(page.enter_sheets_step.entry.fields[1], Qt.Key.Key_Backspace)
    assert page.window().focusWidget() is field


def test_down_lists_words_with_the_same_beginning(stage: RecoveryStage):
    page = stage.reopening()
    field = page.enter_sheets_step.entry.fields[0]
    QTest.keyClicks(field, "aci")
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.is_open()
    assert field.matches() == ["acid"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "acid"
    assert page.window().focusWidget() is page.enter_sheets_step.entry.fields[1]


def test_a_wrong_word_of_the_list_is_found_by_the_checksum(stage: RecoveryStage):
    page = stage.reopening()
    words = list(stage.sheets.sheets[0])
    words[9] = "academic" if words[9] != "academic" else "acid"
    type_sheet(page, tuple(words))
    assert "33 từ của tờ 1 không khớp nhau" in page.banner.text()
    assert not page.next_button.isEnabled()
    field = page.enter_sheets_step.entry.fields[9]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, stage.sheets.sheets[0][9][:4])
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert not page.banner.isVisible()
    assert page.next_button.isEnabled()
    assert page.next_button.hasFocus()


def test_sheets_of_another_office_or_the_same_sheet_twice_open_nothing(stage: RecoveryStage, qtbot):
    page = stage.reopening()
    other = make_shares().sheets
    type_sheet(page, other[0])
    press(page, Qt.Key.Key_Return)
    type_sheet(page, other[0])
    assert "cùng một tờ" in page.banner.text()
    for field in page.enter_sheets_step.entry.fields:
        field.set_word("")
    page.enter_sheets_step.entry.focus_first_unfilled()
    type_sheet(page, other[1])
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "không mở được sổ" in page.banner.text())
    assert page.step is page.enter_sheets_step
    assert stage.files() == stage.before
    for _ in range(2):
        QTest.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert isinstance(stage.page, UnlockScreen)


def test_words_are_covered_never_copied_and_dropped(stage: RecoveryStage):
    page = stage.reopening()
    entry = page.enter_sheets_step.entry
    QTest.keyClicks(entry.fields[0], "academic")
    entry.fields[0].selectAll()
    clipboard = QGuiApplication.clipboard()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(entry.fields[0], key, Qt.KeyboardModifier.ControlModifier)
        assert "academic" not in clipboard.text()
    assert entry.fields[0].text() == "academic"
    QTest.keyClick(entry.fields[0], Qt.Key.Key_F8)
    assert entry.is_covered
    assert not entry.fields[0].isVisible()
    QTest.keyClick(page.enter_sheets_step.cover_button, Qt.Key.Key_F8)
    assert not entry.is_covered
    QApplication.sendEvent(entry, QEvent(QEvent.Type.WindowDeactivate))
    assert entry.is_covered
    page.cancel()
    assert entry.words() == [""] * 33
    assert isinstance(stage.page, UnlockScreen)


def test_a_weak_or_different_password_is_not_accepted(stage: RecoveryStage, qtbot, type_text):
    page = stage.reopening()
    for sheet in (0, 1):
        type_sheet(page, stage.sheets.sheets[sheet])
        press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.step is page.password_step)
    assert page.password_step.fingerprint_line.text().startswith("Dấu gốc của cơ quan ")
    type_text(page.password_step.password_field, "phamthid")
    qtbot.waitUntil(lambda: page.obstacle_label.text() == "Mật khẩu chưa đủ mạnh")
    page.password_step.password_field.clear()
    type_text(page.password_step.password_field, NEW_PASSWORD)
    type_text(page.password_step.repeated_field, NEW_PASSWORD + "x")
    qtbot.waitUntil(lambda: page.obstacle_label.text() == "Gõ hai lần giống nhau")
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert page.step is page.password_step
    assert NEW_PASSWORD not in repr(page._plan())


def test_pictures(stage: RecoveryStage, qtbot, picture, type_text):
    page = stage.reopening()

    def take(name: str) -> None:
        assert picture(page.window(), name).stat().st_size > 5000

    type_sheet(page, stage.sheets.sheets[0][:9])
    QTest.keyClicks(page.window().focusWidget(), stage.sheets.sheets[0][9][:3])
    page.enter_sheets_step.entry.fields[20].set_word("acx")
    take("reopen-sheets")
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_F8)
    take("reopen-covered")
    page.enter_sheets_step.toggle_cover()
    page.enter_sheets_step.clear_secrets()
    page.enter_sheets_step.entry.focus_first_unfilled()
    type_sheet(page, stage.sheets.sheets[0])
    press(page, Qt.Key.Key_Return)
    type_sheet(page, stage.sheets.sheets[0])
    take("reopen-same")
    page.enter_sheets_step.entry.clear()
    page.enter_sheets_step.entry.focus_first_unfilled()
    type_sheet(page, stage.sheets.sheets[1])
    take("reopen-second")
    press(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.step is page.password_step)
    set_password(page, type_text)
    page.show_step(1)
    take("reopen-password")
    page.show_step(2)
    take("reopen-fresh")
