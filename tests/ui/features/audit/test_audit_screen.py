"""The audit log and the backups: read by keys, without names, and a backup that is verified."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reception.bootstrap import Reception, wire
from reception.domain.audit import Act
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.messages.catalogue import sentences
from reception.services.backup.restore import look
from tests.fixtures.office import HEAD, OFFICER, ThrowAwayOffice, build_office
from tests.scenarios.planted_identities import form_of, planted
from tests.scenarios.trace_search import found_in, needles
from tests.ui.conftest import send_text
from tests.ui.layout_checks import faults
from ui.appearance.theme import Mode, theme
from ui.application.screen_registry import ScreenContext, create_screens
from ui.database_thread.task_runner import TaskRunner
from ui.features.audit.audit_screen import AuditScreen
from ui.features.audit.health_dialog import HealthDialog
from ui.features.audit.log_rows import GROUPS, group_words
from ui.features.audit.verification_dialog import LogVerificationDialog
from ui.shell.backup_status import backup_status
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

K = Qt.Key
PEOPLE = planted(12)
SELECTION = RevealSelection(
    "answer", "Gửi thông báo kết quả cho người đến", frozenset(IdentityPart)
)


class AuditStage:
    """A window with the audit log, its session on the worker."""

    def __init__(self, office: ThrowAwayOffice, qtbot, name: str = HEAD) -> None:
        """Enter twelve visits, open one identity, and show the log."""
        self.runner = TaskRunner()
        self.opened: list[Reception] = []
        self.runner.run(self._open, office, name, then=self.opened.append, owner=self.runner)
        qtbot.waitUntil(lambda: bool(self.opened))
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        context = ScreenContext(self.opened[0], self.runner, theme(), self.window)
        self.screens = create_screens(context)
        for item, page in self.screens.pages.items():
            self.window.add_screen(item, page)
        self.window.resize(1366, 696)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.window.go(NavigationItem.AUDIT)
        screen = self.window.screen_at(NavigationItem.AUDIT)
        assert isinstance(screen, AuditScreen)
        self.screen, self.page = screen, screen.page
        qtbot.waitUntil(lambda: self.page.model.row_at(0) is not None)

    @staticmethod
    def _open(office: ThrowAwayOffice, name: str) -> Reception:
        head = wire(office.open(HEAD))
        for index, person in enumerate(PEOPLE):
            head.intake.seal_visit(form_of(person, index))
        head.reveals.open(2026000001, SELECTION)
        if name == HEAD:
            head.session.settings()
            return head
        head.session.close()
        reception = wire(office.open(name))
        reception.session.settings()
        return reception

    def close(self) -> None:
        """End every thread."""
        self.screens.flows.end_threads()
        self.runner.stop(self.opened[0].session.database.close)

    def texts(self) -> str:
        """Return every text of the page."""
        labels = [label.text() for label in self.page.findChildren(QLabel)]
        names = [widget.accessibleName() for widget in self.page.findChildren(QWidget)]
        model = self.page.model
        cells = [
            str(model.data(model.index(row, column)))
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        ]
        return "\n".join([*labels, *names, *cells])


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """An office that is not open."""
    return build_office(tmp_path)


@pytest.fixture
def stage(office: ThrowAwayOffice, qtbot, themed: QApplication) -> Iterator[AuditStage]:
    """The log, open as the head."""
    found = AuditStage(office, qtbot)
    yield found
    found.close()


def test_who_saw_what_is_found_by_keys(stage: AuditStage, qtbot) -> None:
    page = stage.page
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.search.hasFocus()
    page.filters.group_box.setFocus()
    qtbot.keyClick(page.filters.group_box, K.Key_Down)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    qtbot.waitUntil(lambda: SELECTION.words in stage.texts())
    assert "Mở danh tính" in stage.texts()
    assert "Lượt 0001" in stage.texts()
    page.filters.person_box.choose(
        next(key for key, name in stage.opened[0].audit_log.people() if name == OFFICER)
    )
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_a_number_is_searched_and_esc_shows_all_again(stage: AuditStage, qtbot) -> None:
    page = stage.page
    every = page.model.rowCount()
    qtbot.keyClick(page.table, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    send_text(page.filters.search, "0001")
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)  # entry 1, the visit, its opening
    qtbot.keyClick(page.filters.search, K.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == every)
    qtbot.keyClick(page.filters.search, K.Key_Escape)
    assert page.table.hasFocus()
    page.filters.days_box.choose(0)
    qtbot.waitUntil(lambda: not stage.runner.busy)
    assert page.model.rowCount() == every  # all of it is of today


def test_every_act_has_a_group_and_words() -> None:
    grouped = [act for acts in GROUPS.values() for act in acts]
    assert sorted(grouped) == sorted(set(grouped)) == sorted(Act)
    assert all(f"act.{act.value}" in sentences() for act in Act)
    assert all(group_words(group) for group in GROUPS)


def test_nothing_here_names_a_reporter(stage: AuditStage, qtbot) -> None:
    qtbot.waitUntil(lambda: not stage.runner.busy)
    assert found_in(stage.texts().encode(), needles(PEOPLE)) == set()


def test_f5_verifies_the_log(stage: AuditStage, qtbot) -> None:
    qtbot.keyClick(stage.page.table, K.Key_F5)
    (dialog,) = stage.window.findChildren(LogVerificationDialog)
    qtbot.waitUntil(dialog.banner.isVisible)
    assert "nguyên vẹn" in dialog.banner.text()
    qtbot.keyClick(dialog, K.Key_Escape)


def test_a_folder_is_chosen_and_its_first_backup_is_verified(
    stage: AuditStage, qtbot, tmp_path: Path
) -> None:
    location = tmp_path / "usb"
    location.mkdir()
    side = stage.page.side
    qtbot.waitUntil(lambda: "Chưa chọn thư mục" in side.words.text())
    assert not side.now_button.isEnabled()
    assert backup_status(stage.opened[0])[1] == "Chưa sao lưu"
    stage.screen.set_location(str(location))
    qtbot.waitUntil(lambda: "12 lượt, đã mở thử" in stage.texts())
    (backup,) = location.iterdir()
    assert look(backup).counts.visits == 12
    assert not side.now_button.busy
    assert backup_status(stage.opened[0])[1].startswith("Sao lưu 14:12")
    qtbot.waitUntil(lambda: "Sao lưu, mở thử, đếm khớp" in stage.texts())


def test_a_missing_folder_is_explained(stage: AuditStage, qtbot, tmp_path: Path) -> None:
    location = tmp_path / "usb"
    location.mkdir()
    stage.screen.set_location(str(location))
    qtbot.waitUntil(lambda: bool(list(location.iterdir())) and not stage.page.side.now_button.busy)
    location.rename(tmp_path / "gone")
    qtbot.keyClick(stage.page.side.now_button, K.Key_Return)
    qtbot.waitUntil(stage.page.banner.isVisible)
    assert "Cắm USB" in stage.page.banner.text()
    assert not stage.page.side.now_button.busy
    stage.screen.read()
    qtbot.waitUntil(lambda: not stage.runner.busy)
    assert stage.page.banner.isVisible()  # entries read in the meantime do not hide it
    (tmp_path / "gone").rename(location)
    qtbot.keyClick(stage.page.side.now_button, K.Key_Return)
    qtbot.waitUntil(stage.page.banner.isHidden)
    assert len(list(location.iterdir())) == 2


def test_an_officer_reads_it_but_chooses_no_folder(
    office: ThrowAwayOffice, qtbot, themed: QApplication
) -> None:
    stage = AuditStage(office, qtbot, OFFICER)
    assert stage.page.side.location_button.isHidden()
    stage.close()


@pytest.mark.parametrize(("scale", "mode"), [(1.0, Mode.LIGHT), (1.5, Mode.DARK)])
def test_nothing_is_cut(office, qtbot, themed, picture, scale: float, mode: Mode) -> None:
    theme().apply(themed, mode, scale)
    stage = AuditStage(office, qtbot)
    picture(stage.window, f"08-upkeep-{scale}-{mode.value}")
    found = faults(stage.window)
    stage.close()
    assert found == []


def test_the_health_of_the_machine_is_listed_by_key(stage: AuditStage, qtbot, picture) -> None:
    button = stage.page.health_button
    button.setFocus()
    qtbot.keyClick(button, K.Key_Return)
    qtbot.waitUntil(lambda: bool(stage.window.findChildren(HealthDialog)))
    (dialog,) = stage.window.findChildren(HealthDialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Chặn mạng", "Bộ nhớ tạm trên ổ đĩa", "Bản lưu gần nhất"} <= words
    picture(stage.window, "17-health")
    assert [fault for fault in faults(dialog) if "label" in fault] == []
    qtbot.keyClick(dialog.close_button, K.Key_Escape)
    qtbot.waitUntil(lambda: not stage.page.health_button.busy)
