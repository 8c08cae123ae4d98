"""The head sees each row that differs from the roster, and locks or signs; by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.services.staff.accounts import Accounts
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import KeptCopy
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
    build_office_of_today,
)
from tests.ui.blank_screens import blank_screens
from ui.appearance.theme import Mode, theme
from ui.application.office_window import OfficeWindow
from ui.application.opened_office import OpenedOffice
from ui.application.start_window import StartWindow
from ui.database_thread.task_runner import TaskRunner
from ui.features.unlock.notices_screen import NoticesScreen
from ui.features.unlock.roster_mismatch_screen import RosterMismatchScreen
from ui.features.unlock.roster_mismatch_table import TextTable
from ui.startup.office_opening import OfficeOpener


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """An office of today that everybody has opened."""
    built = build_office_of_today(tmp_path)
    for name in PASSWORDS:
        built.open(name).close()
    return built


class Stage:
    """Somebody has unlocked the office; ``restarts`` are the reasons of locks."""

    def __init__(self, office: ThrowAwayOffice, name: str, qtbot) -> None:
        self._qtbot = qtbot
        self.runner = TaskRunner()
        self.restarts: list[str] = []
        opened: list[OpenedOffice] = []
        opening = (office.folder, office.user_id(name), PASSWORDS[name])
        self.runner.run(OfficeOpener(True).open, *opening, then=opened.append, owner=self.runner)
        qtbot.waitUntil(lambda: bool(opened))
        self.session = opened[0].reception.session
        self.start_window = StartWindow()
        self.start_window.show()
        self.start_window.activateWindow()
        self.office = OfficeWindow(
            opened[0], self.runner, "vi", blank_screens, self.restarts.append
        )
        self.office.enter(self.start_window, False)

    def screen(self) -> RosterMismatchScreen:
        """Return the page once it shows the rows."""
        page = self.start_window.page
        assert isinstance(page, RosterMismatchScreen)
        self._qtbot.waitUntil(page.seen_box.isEnabled)
        self._qtbot.waitUntil(page.lock_button.hasFocus)
        return page

    def close(self) -> None:
        self.office.idle_timer.stop()
        if self.office.window is not None:
            self.office.window.close()
        elif shiboken6.isValid(self.start_window):
            self.start_window.close()
        self.runner.stop(None if self.restarts else self.session.close)


@pytest.fixture
def enter(office: ThrowAwayOffice, themed: QApplication, qtbot) -> Iterator[Callable[..., Stage]]:
    """Return ``enter(name)``: unlock as somebody, by default as the head."""
    stages: list[Stage] = []

    def unlock(name: str = HEAD) -> Stage:
        stages.append(Stage(office, name, qtbot))
        return stages[-1]

    yield unlock
    for stage in stages:
        stage.close()


def change(office: ThrowAwayOffice, *statements: str) -> None:
    """Change rows of the file as a member with tools."""
    with Attacker(office, COLLEAGUE).tamper() as database:
        for statement in statements:
            database.execute(statement)


GIVE_CUSTODY = "UPDATE member SET rights = 'custody reveal' WHERE name = 'Lê Văn C'"
CHANGES = (
    GIVE_CUSTODY,
    "INSERT INTO member SELECT 'ffffffff', 1, name, title, role, rights, box_key, sign_key, "
    "active, signature FROM member WHERE name = 'Lê Văn C'",
    "DELETE FROM vault_grant WHERE holder <> 'pending' AND name = 'protected'",
    "UPDATE vault SET public_key = randomblob(32) WHERE name = 'desk'",
    "INSERT INTO office VALUES ('renew:protected', 'x')",
)


def log_acts(office: ThrowAwayOffice) -> list[str]:
    """Return the acts of the log."""
    return [row[4] for row in Attacker(office, COLLEAGUE).rows("log").rows]


def test_locking_is_the_default_and_writes_nothing(office: ThrowAwayOffice, enter, qtbot) -> None:
    change(office, GIVE_CUSTODY)
    before = log_acts(office)
    stage = enter()
    screen = stage.screen()
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.restarts == ["key"])
    assert log_acts(office) == before


def test_escape_locks(office: ThrowAwayOffice, enter, qtbot) -> None:
    change(office, GIVE_CUSTODY)
    stage = enter()
    QTest.keyClick(stage.screen().focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: stage.restarts == ["key"])


def test_signing_needs_the_tick_and_then_the_office_opens(
    office: ThrowAwayOffice, enter, qtbot
) -> None:
    change(office, GIVE_CUSTODY)
    stage = enter()
    screen = stage.screen()
    assert not screen.sign_button.isEnabled()
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    assert screen.seen_box.hasFocus()
    QTest.keyClick(screen.seen_box, Qt.Key.Key_Space)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    assert screen.sign_button.hasFocus()
    QTest.keyClick(screen.sign_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(stage.start_window.page, NoticesScreen))
    page = stage.start_window.page
    assert isinstance(page, NoticesScreen)
    QTest.keyClick(page.continue_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.office.window is not None)
    assert log_acts(office)[-2:] == ["roster_confirmed", "opened"]
    office.open(COLLEAGUE).close()


def test_the_row_names_the_person_what_was_signed_and_what_will_be_done(
    office: ThrowAwayOffice, enter
) -> None:
    change(office, GIVE_CUSTODY)
    screen = enter().screen()
    (table,) = screen.findChildren(TextTable)
    texts = table.texts()
    assert texts[0] == "1 dòng khác"
    assert texts[-4:] == [
        COLLEAGUE,
        "Mở người đến thường, giữ danh tính tố cáo (không có chữ ký của bạn)",
        "Ghi lượt tiếp, ký giấy, báo cáo, soát nhật ký",
        "Trả lại đúng như đã ký",
    ]


def test_without_a_roster_to_compare_with_all_people_are_shown(
    office: ThrowAwayOffice, enter
) -> None:
    kept = KeptCopy(office)
    session = office.open(HEAD)
    Accounts(session).suspend(session.people[office.user_id(OFFICER)].user_id)
    session.close()
    kept.put_back_register()
    kept.put_back_state()
    screen = enter().screen()
    (table,) = screen.findChildren(TextTable)
    assert table.objectName() == "people_table"
    for name in (HEAD, OFFICER, COLLEAGUE, CUSTODIAN):
        assert any(text.startswith(name) for text in table.texts())


def test_a_change_while_the_head_reads_is_shown_before_signing(
    office: ThrowAwayOffice, enter, qtbot
) -> None:
    change(office, GIVE_CUSTODY)
    stage = enter()
    screen = stage.screen()
    change(office, CHANGES[1])
    screen.seen_box.setFocus()
    QTest.keyClick(screen.seen_box, Qt.Key.Key_Space)
    QTest.keyClick(screen.sign_button, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.error_banner.isVisible)
    assert "Chưa ký gì" in screen.error_banner.text()
    qtbot.waitUntil(screen.seen_box.isEnabled)
    assert not screen.seen_box.isChecked()
    assert not screen.sign_button.isEnabled()
    tables = screen.scroll_pane.findChildren(TextTable)
    assert tables[0].texts()[0] == "2 dòng khác"
    assert "roster_confirmed" not in log_acts(office)


def test_many_rows_are_scrolled_by_keys(office: ThrowAwayOffice, enter) -> None:
    change(
        office,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 90) "
        "INSERT INTO office SELECT 'leaving:' || i, 'x' FROM n",
    )
    screen = enter().screen()
    bar = screen.scroll_pane.verticalScrollBar()
    for key, place in (
        (Qt.Key.Key_PageDown, bar.pageStep()),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_End, bar.maximum()),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(screen.focusWidget(), key)
        assert bar.value() == place


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_pictures(
    office: ThrowAwayOffice, enter, themed: QApplication, picture, mode: Mode
) -> None:
    change(office, *CHANGES)
    theme().apply(themed, mode, 1.0)
    stage = enter()
    screen = stage.screen()
    assert len(screen.findChildren(TextTable)[0].texts()) >= 5 + 4 * 5
    for width, height in ((1366, 768), (1024, 600)):
        stage.start_window.resize(width, height)
        picture(stage.start_window, f"roster-mismatch-{width}-{mode}")


def refresh_in_the_background(stage: Stage) -> None:
    """Do what any act of the window does first."""
    stage.runner.run(stage.session.refresh, failed=lambda _error: None, owner=stage.runner)


def open_office(stage: Stage, qtbot) -> None:
    """Go on to the main window."""
    page = stage.start_window.page
    if isinstance(page, NoticesScreen):
        page.continue_button.click()
    qtbot.waitUntil(lambda: stage.office.window is not None)


def test_a_running_session_locks_itself_when_rows_begin_to_differ(
    office: ThrowAwayOffice, enter, qtbot
) -> None:
    stage = enter(OFFICER)
    open_office(stage, qtbot)
    change(office, GIVE_CUSTODY)
    refresh_in_the_background(stage)
    qtbot.waitUntil(lambda: stage.restarts == ["roster"])


def test_a_running_session_of_a_suspended_person_locks_itself(
    office: ThrowAwayOffice, enter, qtbot
) -> None:
    stage = enter(OFFICER)
    open_office(stage, qtbot)
    session = office.open(HEAD)
    Accounts(session).suspend(office.user_id(OFFICER))
    session.close()
    refresh_in_the_background(stage)
    qtbot.waitUntil(lambda: stage.restarts == ["shut_out"])
