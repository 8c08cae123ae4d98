"""The log and the backups in their window: by key, without a name, and a copy that counts."""

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
from ui.application.screen_registry import SCREENS
from ui.database_thread.task_runner import TaskRunner
from ui.features.audit.audit_screen import AuditScreen
from ui.features.audit.health_dialog import HealthDialog
from ui.features.audit.log_rows import GROUPS, group_words
from ui.features.audit.verification_dialog import LogVerificationDialog
from ui.features.printing.print_thread import PrintThread
from ui.shell.backup_status import BackupJob, backup_status
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

K = Qt.Key
PEOPLE = planted(12)
WISH = RevealSelection("answer", "Gửi thông báo kết quả cho người đến", frozenset(IdentityPart))


class AuditStage:
    """A window with the log, its session on the worker."""

    def __init__(self, office: ThrowAwayOffice, qtbot, name: str = HEAD) -> None:
        """Enter twelve visits, open one identity, and show the log."""
        self.runner = TaskRunner()
        self.opened: list[Reception] = []
        self.runner.run(self._open, office, name, then=self.opened.append, owner=self.runner)
        qtbot.waitUntil(lambda: bool(self.opened))
        self.window = MainWindow(tuple(place for place, _ in SCREENS))
        qtbot.addWidget(self.window)
        for place, factory in SCREENS:
            page = factory(self.opened[0], self.runner, theme(), self.window)
            self.window.add_screen(place, page)
        self.window.resize(1366, 696)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.window.go(NavigationItem.AUDIT)
        page = self.window.screen_at(NavigationItem.AUDIT)
        assert isinstance(page, AuditScreen)
        self.page = page
        qtbot.waitUntil(lambda: page.model.row_at(0) is not None)

    @staticmethod
    def _open(office: ThrowAwayOffice, name: str) -> Reception:
        head = wire(office.open(HEAD))
        for index, person in enumerate(PEOPLE):
            head.intake.seal_visit(form_of(person, index))
        head.reveals.open(2026000001, WISH)
        if name == HEAD:
            head.session.settings()
            return head
        head.session.close()
        reception = wire(office.open(name))
        reception.session.settings()
        return reception

    def close(self) -> None:
        """End every thread."""
        for clerk in self.window.findChildren(PrintThread):
            clerk.close()
        for copier in self.window.findChildren(BackupJob):
            copier.close()
        self.runner.stop(self.opened[0].session.database.close)

    def texts(self) -> str:
        """Return what is read in the page."""
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
    """An office nobody has opened."""
    return build_office(tmp_path)


@pytest.fixture
def shed(office: ThrowAwayOffice, qtbot, themed: QApplication) -> Iterator[AuditStage]:
    """The log, open as the head."""
    found = AuditStage(office, qtbot)
    yield found
    found.close()


def test_who_saw_what_is_found_by_keys(shed: AuditStage, qtbot) -> None:
    page = shed.page
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    page.group.setFocus()
    qtbot.keyClick(page.group, K.Key_Down)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    qtbot.waitUntil(lambda: WISH.words in shed.texts())
    assert "Mở danh tính" in shed.texts()
    assert "Lượt 0001" in shed.texts()
    page.who.choose(next(key for key, name in shed.opened[0].audit_log.people() if name == OFFICER))
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_a_number_is_searched_and_esc_gives_all_back(shed: AuditStage, qtbot) -> None:
    page = shed.page
    every = page.model.rowCount()
    qtbot.keyClick(page.table, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    send_text(page.search, "0001")
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)  # entry 1, the visit, its opening
    qtbot.keyClick(page.search, K.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == every)
    qtbot.keyClick(page.search, K.Key_Escape)
    assert page.table.hasFocus()
    page.days.choose(0)
    qtbot.waitUntil(lambda: not shed.runner.busy)
    assert page.model.rowCount() == every  # all of it is of today


def test_every_act_stands_in_a_group_and_has_words() -> None:
    grouped = [act for acts in GROUPS.values() for act in acts]
    assert sorted(grouped) == sorted(set(grouped)) == sorted(Act)
    assert all(f"act.{act.value}" in sentences() for act in Act)
    assert all(group_words(group) for group in GROUPS)


def test_nothing_here_names_a_reporter(shed: AuditStage, qtbot) -> None:
    qtbot.waitUntil(lambda: not shed.runner.busy)
    assert found_in(shed.texts().encode(), needles(PEOPLE)) == set()


def test_f5_walks_the_log(shed: AuditStage, qtbot) -> None:
    qtbot.keyClick(shed.page.table, K.Key_F5)
    (dialog,) = shed.window.findChildren(LogVerificationDialog)
    qtbot.waitUntil(dialog.banner.isVisible)
    assert "nguyên vẹn" in dialog.banner.text()
    qtbot.keyClick(dialog, K.Key_Escape)


def test_a_folder_is_chosen_and_the_copy_counts(shed: AuditStage, qtbot, tmp_path: Path) -> None:
    place = tmp_path / "usb"
    place.mkdir()
    side = shed.page.side
    qtbot.waitUntil(lambda: "Chưa chọn thư mục" in side.words.text())
    assert not side.now_button.isEnabled()
    assert backup_status(shed.opened[0])[1] == "Chưa sao lưu"
    shed.page.take_place(str(place))
    qtbot.waitUntil(lambda: "12 lượt, đã mở thử" in shed.texts())
    (backup,) = place.iterdir()
    assert look(backup).counts.visits == 12
    assert not side.now_button.busy
    assert backup_status(shed.opened[0])[1].startswith("Sao lưu 14:12")
    qtbot.waitUntil(lambda: "Sao lưu, mở thử, đếm khớp" in shed.texts())


def test_a_folder_that_went_away_is_a_sentence(shed: AuditStage, qtbot, tmp_path: Path) -> None:
    place = tmp_path / "usb"
    place.mkdir()
    shed.page.take_place(str(place))
    qtbot.waitUntil(lambda: bool(list(place.iterdir())) and not shed.page.side.now_button.busy)
    place.rename(tmp_path / "gone")
    qtbot.keyClick(shed.page.side.now_button, K.Key_Return)
    qtbot.waitUntil(shed.page.banner.isVisible)
    assert "Cắm USB" in shed.page.banner.text()
    assert not shed.page.side.now_button.busy
    shed.page.read()
    qtbot.waitUntil(lambda: not shed.runner.busy)
    assert shed.page.banner.isVisible()  # entries read meanwhile say nothing about the copy
    (tmp_path / "gone").rename(place)
    qtbot.keyClick(shed.page.side.now_button, K.Key_Return)
    qtbot.waitUntil(shed.page.banner.isHidden)
    assert len(list(place.iterdir())) == 2


def test_an_officer_reads_it_but_chooses_no_folder(
    office: ThrowAwayOffice, qtbot, themed: QApplication
) -> None:
    shed = AuditStage(office, qtbot, OFFICER)
    assert shed.page.side.place_button.isHidden()
    shed.close()


@pytest.mark.parametrize(("scale", "mode"), [(1.0, Mode.LIGHT), (1.5, Mode.DARK)])
def test_nothing_is_cut(office, qtbot, themed, picture, scale: float, mode: Mode) -> None:
    theme().apply(themed, mode, scale)
    shed = AuditStage(office, qtbot)
    qtbot.wait(100)
    picture(shed.window, f"08-upkeep-{scale}-{mode.value}")
    found = faults(shed.window)
    shed.close()
    assert found == []


def test_the_health_of_the_machine_is_listed_by_key(shed: AuditStage, qtbot, picture) -> None:
    button = shed.page.health_button
    button.setFocus()
    qtbot.keyClick(button, K.Key_Return)
    qtbot.waitUntil(lambda: bool(shed.window.findChildren(HealthDialog)))
    (dialog,) = shed.window.findChildren(HealthDialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Chặn mạng", "Bộ nhớ tạm trên ổ đĩa", "Bản lưu gần nhất"} <= words
    qtbot.wait(50)
    picture(shed.window, "17-health")
    assert [fault for fault in faults(dialog) if "label" in fault] == []
    qtbot.keyClick(dialog.close_button, K.Key_Escape)
    qtbot.waitUntil(lambda: not shed.page.health_button.busy)
