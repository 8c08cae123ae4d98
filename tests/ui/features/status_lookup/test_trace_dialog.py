"""A custodian traces a found paper: by keys alone, the answer gone with the dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reception.bootstrap import Reception, create_services
from reception.domain.petition import PetitionKind
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice, build_office
from tests.fixtures.visit_forms import visit_form
from tests.ui.waiting import wait_until, wait_until_settled
from ui.database_thread.task_runner import TaskRunner
from ui.features.status_lookup.lookup_flow import LookupFlow
from ui.features.status_lookup.trace_dialog import TraceDialog
from ui.shell.main_window import MainWindow

K, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class TraceStage:
    """The window of one person over an office with one denunciation of today."""

    def __init__(self, folder: Path, name: str) -> None:
        office = build_office(folder)
        desk = create_services(office.open(OFFICER))
        self.number = desk.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION)).copy_number
        desk.session.close()
        self.runner = TaskRunner()
        found: list[Reception] = []
        self.runner.run(self._open, office, name, then=found.append, owner=self.runner)
        wait_until(lambda: found)
        self.reception = found[0]
        self.window = MainWindow()
        self.window.resize(1366, 696)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.flow = LookupFlow(self.reception, self.runner, self.window)
        self.flow.open()
        wait_until_settled(self.window, self.runner)

    def _open(self, office: ThrowAwayOffice, name: str) -> Reception:
        reception = create_services(office.open(name))
        reception.session.settings()
        return reception

    def open_trace(self) -> TraceDialog:
        """Go from the look-up to the trace."""
        assert self.flow.dialog is not None
        QTest.mouseClick(self.flow.dialog.trace_button, Qt.MouseButton.LeftButton)
        wait_until(lambda: self.flow.trace_dialog is not None)
        assert self.flow.trace_dialog is not None
        return self.flow.trace_dialog

    def fill(self, number: str, password: str) -> None:
        """Type number, ground and the head's password, and trace; return once it is answered."""
        dialog = self.submit(number, password)
        wait_until(dialog.answer_banner.isVisible)

    def submit(self, number: str, password: str) -> TraceDialog:
        """Type number, ground and the head's password, and press the key that traces."""
        dialog = self.flow.trace_dialog
        assert dialog is not None
        assert dialog.number.hasFocus()
        QTest.keyClicks(dialog.number, number)
        dialog.ground_box.setFocus()
        QTest.keyClick(dialog.ground_box, K.Key_Down)
        dialog.head_password.setFocus()
        assert not dialog.trace_button.isEnabled()
        dialog.head_password.setText(password)
        QTest.keyClick(QApplication.focusWidget(), K.Key_Return, CONTROL)
        return dialog


@pytest.fixture
def custodian(themed, tmp_path: Path) -> Iterator[TraceStage]:
    stage = TraceStage(tmp_path, CUSTODIAN)
    yield stage
    close(stage)


def close(stage: TraceStage) -> None:
    stage.runner.stop(stage.reception.session.database.close)
    stage.window.close()
    stage.window.deleteLater()


def test_a_found_paper_is_traced_and_forgotten(custodian: TraceStage) -> None:
    dialog = custodian.open_trace()
    custodian.fill(custodian.number, PASSWORDS[HEAD])
    assert "TC-0001" in dialog.answer_banner.text()
    assert not dialog.head_password.text()
    QTest.keyClick(dialog, K.Key_Escape)
    wait_until(lambda: custodian.flow.trace_dialog is None)
    shown = " ".join(label.text() for label in custodian.window.findChildren(QLabel))
    assert "TC-0001" not in shown
    assert custodian.number not in shown


def test_a_wrong_password_and_an_unknown_number_are_said(custodian: TraceStage) -> None:
    dialog = custodian.open_trace()
    custodian.fill(custodian.number, "sai")
    assert "TC-" not in dialog.answer_banner.text()
    dialog.number.clear()
    QTest.keyClicks(dialog.number, "12345")
    dialog.head_password.setText(PASSWORDS[HEAD])
    QTest.keyClick(dialog, K.Key_Return, CONTROL)
    wait_until(lambda: "10 chữ số" in dialog.answer_banner.text())


def test_a_failure_after_the_dialog_was_closed_is_said(custodian: TraceStage) -> None:
    custodian.open_trace()
    dialog = custodian.submit(custodian.number, "sai")
    assert dialog.trace_button.busy
    dialog.trace_button.setFocus()
    QTest.keyClick(QApplication.focusWidget(), K.Key_Escape)  # before the answer is delivered
    assert custodian.flow.trace_dialog is None
    wait_until(custodian.window.toast.isVisible)


def test_nobody_else_is_offered_to_trace(themed, tmp_path: Path) -> None:
    stage = TraceStage(tmp_path, HEAD)
    assert stage.flow.dialog is not None
    assert not hasattr(stage.flow.dialog, "trace_button")
    close(stage)
