"""The unlock screen: keys, retry delay, Caps Lock, and the few things shown before unlocking."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reception.domain.clock import VIETNAM
from reception.domain.log_checkpoint import LogCheckpoint
from reception.services.access.pre_unlock_state import PreUnlockState
from ui.application.command_line import LOCK_REASONS
from ui.application.start_window import StartWindow
from ui.features.unlock.last_log_entry import checkpoint_text, relative_day
from ui.features.unlock.retry_delay import RetryDelay
from ui.features.unlock.unlock_screen import UnlockAttempt, UnlockContents, UnlockScreen
from ui.startup.lazy_features import explain_forgotten_password
from ui.widgets.push_button import PushButton

NOW = datetime(2026, 11, 19, 13, 4, tzinfo=VIETNAM)
ACCOUNTS = (("1", "Trần Thị B"), ("2", "Lê Văn C"), ("3", "Phạm Thị D"))
CHECKPOINT = LogCheckpoint(4120, bytes.fromhex("a1c750e2") * 8, NOW.date(), "Trần Thị B")


def contents(
    reason: str = "", user: str = "2", *, has_recovery: bool = True, **delays: int
) -> UnlockContents:
    state = PreUnlockState(ACCOUNTS, CHECKPOINT, delays, has_recovery)
    return UnlockContents(state, NOW, reason, user, "vi", "Máy TCD-01")


@pytest.fixture
def stage(themed: QApplication, qtbot):
    """Show an unlock screen in its window."""
    windows: list[StartWindow] = []  # qtbot holds windows weakly

    def show(contents: UnlockContents) -> UnlockScreen:
        start_window = StartWindow()
        windows.append(start_window)
        qtbot.addWidget(start_window)
        screen = UnlockScreen(contents, explain_forgotten_password, start_window)
        start_window.show()
        start_window.show_page(screen)
        start_window.activateWindow()
        qtbot.waitUntil(screen.password.hasFocus)
        return screen

    return show


def label_texts(screen: UnlockScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel))


def test_focus_begins_in_the_password_of_the_last_user(stage):
    screen = stage(contents())
    assert screen.accounts.chosen_name() == "Lê Văn C"
    assert screen.form.password_label.text() == "Mật khẩu của Lê Văn C"
    assert screen.password.accessibleName() == "Mật khẩu của Lê Văn C"


def test_tab_reaches_every_stop(stage):
    screen = stage(contents())
    stops = []
    for _ in range(7):
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        stops.append(screen.focusWidget())
    assert stops[0].accessibleName() == "Hiện mật khẩu"
    assert stops[1] is screen.open_button
    assert stops[2] is screen.forgotten_button
    assert stops[3] is screen.form.restore_button
    assert stops[4] is screen.language_box
    assert stops[5] in screen.accounts.rows
    assert stops[6] is screen.password


def test_enter_unlocks_once_and_shows_the_busy_state(stage, qtbot):
    screen = stage(contents())
    QTest.keyClicks(screen.password, "abc")
    attempts: list[UnlockAttempt] = []
    screen.unlock_wanted.connect(attempts.append)
    QTest.keyClick(screen.password, Qt.Key.Key_Return)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert attempts == [UnlockAttempt("2", "abc")]
    assert "abc" not in repr(attempts)
    assert screen.open_button.busy
    assert not screen.password.isEnabled()


def test_without_a_password_nothing_is_opened(stage):
    screen = stage(contents())
    attempts: list[UnlockAttempt] = []
    screen.unlock_wanted.connect(attempts.append)
    QTest.mouseClick(screen.open_button, Qt.MouseButton.LeftButton)
    assert attempts == []
    assert screen.password.hasFocus()


def test_a_wrong_password_shows_the_delay_and_is_selected(stage, qtbot):
    screen = stage(contents())
    attempts: list[UnlockAttempt] = []
    screen.unlock_wanted.connect(attempts.append)
    QTest.keyClicks(screen.password, "sai")
    QTest.keyClick(screen.password, Qt.Key.Key_Return)
    screen.show_wrong_password(2, 1)
    assert screen.note.isVisible()
    assert screen.note.attempts_label.text() == "Sai lần 2, chờ 1 giây"
    assert screen.password.selectedText() == "•••" or screen.password.selectionLength() == 3
    QTest.keyClick(screen.password, Qt.Key.Key_Return)
    assert len(attempts) == 1
    assert not screen.open_button.isEnabled()
    qtbot.waitUntil(screen.open_button.isEnabled)
    assert screen.note.attempts_label.text() == "Sai lần 2"
    QTest.keyClick(screen.password, Qt.Key.Key_Return)
    assert len(attempts) == 2


def test_a_delay_from_before_the_start_continues_for_its_account_only(stage, qtbot):
    screen = stage(contents(**{"2": 900}))
    assert screen.note.attempts_label.text() == "Chờ 900 giây"
    assert not screen.open_button.isEnabled()
    QTest.mouseClick(screen.accounts.rows[0], Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert screen.accounts.chosen_name() == "Trần Thị B"
    assert not screen.note.isVisible()
    assert screen.open_button.isEnabled()


def test_arrow_keys_choose_a_name_and_empty_the_password(stage):
    screen = stage(contents(user="1"))
    QTest.keyClicks(screen.password, "abc")
    screen.accounts.rows[0].setFocus()
    QTest.keyClick(screen.accounts.rows[0], Qt.Key.Key_Down)
    assert screen.accounts.chosen_name() == "Lê Văn C"
    assert screen.password.text() == ""


def test_caps_lock_is_shown(stage):
    screen = stage(contents())
    plain = Qt.KeyboardModifier.NoModifier
    for letter, is_shown in (("a", False), ("A", True), ("B", True), ("b", False)):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, plain, letter)
        QApplication.sendEvent(screen.password, press)
        assert screen.note.isVisible() is is_shown
    assert screen.note.caps_lock_label.text() == "Caps Lock đang bật"


def test_after_a_lock_its_reason_is_shown_otherwise_the_mark(stage):
    name = "Trần\u00a0Thị\u00a0B"  # never broken at the end of a line
    assert f"Lần cuối: 4.120, hôm nay, tự khoá, {name}" in label_texts(stage(contents("idle")))
    text = label_texts(stage(contents()))
    assert f"Lần cuối: 4.120, hôm nay, {name}" in text
    assert "a1c7 50e2" in text


@pytest.mark.parametrize(("days", "text"), [(0, "hôm nay"), (1, "hôm qua"), (2, "17/11/2026")])
def test_relative_day(themed: QApplication, days: int, text: str):
    assert relative_day(CHECKPOINT.day - timedelta(days=days), NOW) == text


def test_every_reason_has_words(themed: QApplication):
    texts = {checkpoint_text(CHECKPOINT, NOW, reason) for reason in LOCK_REASONS}
    assert len(texts) == len(LOCK_REASONS)
    assert checkpoint_text(CHECKPOINT, NOW, "") not in texts


def test_any_other_failure_is_explained_and_the_password_is_emptied(stage):
    screen = stage(contents())
    QTest.keyClicks(screen.password, "abc")
    QTest.keyClick(screen.password, Qt.Key.Key_Return)
    screen.show_error("Tài khoản này không còn quyền mở sổ. Hỏi Trưởng ban.")
    assert screen.form.error_label.isVisible()
    assert screen.password.text() == ""
    assert not screen.open_button.busy


def test_forgotten_explains_and_gives_the_focus_back(stage, qtbot):
    screen = stage(contents())
    QTest.mouseClick(screen.forgotten_button, Qt.MouseButton.LeftButton)
    assert "hai trong ba tờ khôi phục" in label_texts(screen.window())
    QTest.keyClick(screen.window().focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "hai trong ba tờ" not in label_texts(screen.window()))


def test_two_sheets_are_offered_by_key_where_there_are_any(stage, qtbot):
    screen = stage(contents())
    QTest.mouseClick(screen.forgotten_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(screen.sheets_wanted):
        QTest.keyClick(screen.window().focusWidget(), Qt.Key.Key_Return)


def test_an_office_without_sheets_says_so(stage):
    screen = stage(contents(has_recovery=False))
    QTest.mouseClick(screen.forgotten_button, Qt.MouseButton.LeftButton)
    assert "chưa lập tờ khôi phục" in label_texts(screen.window())
    assert screen.window().findChild(PushButton, "sheets_button") is None


def test_another_language_is_asked_for(stage, qtbot):
    screen = stage(contents())
    with qtbot.waitSignal(screen.language_wanted) as caught:
        screen.language_box.choose("en")
    assert caught.args == ["en"]


def test_every_stop_has_a_name(stage):
    screen = stage(contents())
    for widget in (screen.password, screen.language_box, screen.open_button, *screen.accounts.rows):
        assert widget.accessibleName()


def test_the_office_is_not_named_before_unlocking(stage):
    assert "Lai Châu" not in label_texts(stage(contents()))


def test_the_delay_is_counted_by_a_monotonic_clock():
    now = [100.0]
    delay = RetryDelay({"1": 4, "2": 0}, lambda: now[0])
    assert (delay.seconds_left("1"), delay.seconds_left("2"), delay.seconds_left("3")) == (4, 0, 0)
    now[0] += 3.5
    assert delay.seconds_left("1") == 1
    now[0] += 0.5
    assert delay.seconds_left("1") == 0
    delay.start("1", 8)
    assert delay.seconds_left("1") == 8


def test_picture(stage, picture) -> None:
    screen = stage(contents("idle", "1"))
    assert Path(picture(screen.window(), "01-unlock")).stat().st_size > 10_000
