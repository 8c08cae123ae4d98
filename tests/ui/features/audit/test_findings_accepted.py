"""The head reads what the verification has found, and accepts it by keys; nobody else is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.attacks import forged_visits
from tests.attacks.attacker import Attacker
from tests.fixtures.office import COLLEAGUE, OFFICER, ThrowAwayOffice
from tests.ui.features.audit.audit_stage import AuditStage
from tests.ui.layout_checks import layout_faults
from tests.ui.waiting import wait_until_settled
from ui.features.audit.verification_dialog import LogVerificationDialog

K = Qt.Key


def forge(office: ThrowAwayOffice, *visits: int) -> None:
    """Change visits under one entry that says that a session ended."""
    with Attacker(office, COLLEAGUE).write(reason="closed") as database:
        for visit in visits:
            forged_visits.change_summary(database, visit, "Rút đơn, không yêu cầu gì")


def verification(stage: AuditStage, qtbot) -> LogVerificationDialog:
    """Press F5 and wait for the result."""
    QTest.keyClick(stage.page.table, K.Key_F5)
    dialog = stage.window.findChildren(LogVerificationDialog)[-1]
    qtbot.waitUntil(dialog.banner.isVisible)
    return dialog


@pytest.fixture
def officers_stage(office: ThrowAwayOffice, qtbot, themed: QApplication) -> Iterator[AuditStage]:
    found = AuditStage(office, qtbot, OFFICER)
    yield found
    found.close()


def test_the_head_reads_confirms_and_accepts_with_the_keyboard(
    stage: AuditStage, office: ThrowAwayOffice, qtbot, picture
) -> None:
    forge(office, 2026000001, 2026000002)
    dialog = verification(stage, qtbot)
    assert "2 chỗ không khớp" in dialog.banner.accessibleName() + dialog.banner.text()
    assert dialog.findings.toPlainText().count("\n") == 1
    assert dialog.accepted_findings.isHidden()
    qtbot.waitUntil(dialog.read_box.hasFocus)
    assert not dialog.accept_button.isEnabled()
    picture(stage.window, "verification-findings")
    assert layout_faults(stage.window) == []
    QTest.keyClick(dialog.read_box, K.Key_Space)
    QTest.keyClick(dialog.read_box, K.Key_Tab)
    assert dialog.accept_button.hasFocus()
    picture(stage.window, "verification-confirmed")
    QTest.keyClick(dialog.accept_button, K.Key_Space)
    qtbot.waitUntil(lambda: "Đã ký nhận 2 chỗ" in dialog.banner.text())
    assert dialog.read_box.isHidden()
    assert dialog.accept_button.isHidden()
    picture(stage.window, "verification-accepted")
    QTest.keyClick(dialog, K.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    wait_until_settled(stage.window)
    again = verification(stage, qtbot)
    assert "2 chỗ đã được Trưởng ban ký nhận" in again.banner.text()
    assert "Đã được Trưởng ban nhận ngày" in again.accepted_findings.toPlainText()
    assert again.findings.isHidden()
    assert again.read_box.isHidden()
    picture(stage.window, "verification-accepted-before")
    assert layout_faults(stage.window) == []


def test_what_is_written_while_the_head_reads_is_not_accepted(
    stage: AuditStage, office: ThrowAwayOffice, qtbot
) -> None:
    forge(office, 2026000001)
    dialog = verification(stage, qtbot)
    forge(office, 2026000002)
    QTest.keyClick(dialog.read_box, K.Key_Space)
    QTest.keyClick(dialog.accept_button, K.Key_Space)
    qtbot.waitUntil(lambda: "Chưa ký nhận gì" in dialog.banner.text())


def test_an_officer_only_reads(officers_stage: AuditStage, office: ThrowAwayOffice, qtbot) -> None:
    forge(office, 2026000001)
    dialog = verification(officers_stage, qtbot)
    assert "1 chỗ không khớp" in dialog.banner.accessibleName() + dialog.banner.text()
    assert dialog.read_box.isHidden()
    assert dialog.accept_button.isHidden()
