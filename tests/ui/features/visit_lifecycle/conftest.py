"""The register in its window, with the lifecycle dialog of a visit opened by its key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.fixtures.office import ThrowAwayOffice, build_office
from tests.ui.conftest import send_text
from tests.ui.features.register.register_stage import RegisterStage
from tests.ui.waiting import wait_until_settled
from ui.features.visit_lifecycle.lifecycle_dialog import LifecycleDialog

K = Qt.Key


@dataclass
class LifecycleStage:
    """A register of twelve visits of today, and the lifecycle dialog over it."""

    register_stage: RegisterStage
    office: ThrowAwayOffice

    def settle(self) -> None:
        """Wait until the database thread is idle and the window has settled."""
        wait_until_settled(self.register_stage.window, self.register_stage.runner)

    def key(self, key: Qt.Key, control: bool = False) -> None:
        """Press a key in the focused widget."""
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier(0)
        QTest.keyClick(QApplication.focusWidget() or self.register_stage.screen, key, modifier)

    def open(self, row: int = 0, page_name: str = "correct") -> LifecycleDialog:
        """Select a row, press F3, and choose a page of the dialog by its arrow keys."""
        self.register_stage.screen.page.table.setFocus()
        self.register_stage.screen.page.table.selectRow(row)
        self.settle()
        self.key(K.Key_F3)
        self.settle()
        dialog = self.dialog()
        if page_name != dialog.page_choice.value():
            dialog.page_choice.setFocus()
            for _ in range(dialog.page_choice.values().index(page_name)):
                self.key(K.Key_Right)
            self.key(K.Key_Space)
            dialog.current_page().first_field().setFocus()
        return dialog

    def dialog(self) -> LifecycleDialog:
        """Return the open dialog."""
        dialog = self.register_stage.screen.lifecycle.dialog
        assert dialog is not None
        return dialog

    def type(self, widget: QWidget, text: str) -> None:
        """Replace the text of a field."""
        widget.setFocus()
        QTest.keyClick(widget, K.Key_A, Qt.KeyboardModifier.ControlModifier)
        send_text(widget, text)

    def confirm(self) -> None:
        """Press Ctrl+Enter and wait until the window has settled."""
        self.key(K.Key_Return, control=True)
        self.settle()

    def story(self) -> str:
        """Return every text of the story panel."""
        self.settle()
        panel = self.register_stage.screen.page.story_panel
        return "\n".join(
            str(text())
            for widget in panel.findChildren(QWidget)
            if callable(text := getattr(widget, "text", None)) and not widget.isHidden()
        )


@pytest.fixture
def stage(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[LifecycleStage]:
    """The register, its newest visit selected."""
    office = build_office(tmp_path)
    register_stage = RegisterStage(office, qtbot)
    register_stage.window.activateWindow()
    QTest.qWaitForWindowActive(register_stage.window)
    stage = LifecycleStage(register_stage, office)
    stage.settle()
    yield stage
    if register_stage.screen.lifecycle.dialog is not None:
        register_stage.screen.lifecycle.dialog.finish(False)
    register_stage.close()
