"""The register with the flow that opens identities, for tests of disclosure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import send_text
from tests.ui.features.register.register_stage import PEOPLE, RegisterStage
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.disclosure.reveal_flow import RevealFlow
from ui.features.disclosure.reveal_reason_dialog import RevealReasonDialog

K = Qt.Key
REASON = "Gửi thông báo kết quả, hạn còn hai ngày"


class RevealStage:
    """The register and the flow that opens identities, unlocked as the head."""

    def __init__(self, register_stage: RegisterStage, qtbot) -> None:
        self.register_stage, self.qtbot = register_stage, qtbot
        self.flow = RevealFlow(
            register_stage.opened[0], register_stage.runner, register_stage.window
        )
        register_stage.screen.reveal_wanted.connect(self.flow.start_reveal)
        self.flow.reveal_logged.connect(register_stage.screen.reload_story)
        register_stage.screen.locking.connect(self.flow.about_to_lock)
        register_stage.window.activateWindow()
        QTest.qWaitForWindowActive(register_stage.window)

    def select_visit(self, kind: str) -> int:
        """Select the newest visit of a kind; return its row."""
        model = self.register_stage.screen.page.model
        self.qtbot.waitUntil(lambda: model.row_at(0) is not None)
        rows = range(model.rowCount())
        found = next(row for row in rows if model.row_at(row).kind == kind)
        self.register_stage.screen.page.table.setFocus()
        self.register_stage.screen.page.table.selectRow(found)
        return found

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """Wait for a dialog and return it."""

        def is_open() -> bool:
            return any(d.isVisible() for d in self.register_stage.window.findChildren(kind))

        self.qtbot.waitUntil(is_open)
        return next(d for d in self.register_stage.window.findChildren(kind) if d.isVisible())

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the focused widget."""
        QTest.keyClick(QApplication.focusWidget() or self.register_stage.window, key, modifier)

    def open_reason_dialog(self) -> RevealReasonDialog:
        """Press F9, choose the first reason and type the purpose."""
        self.press(K.Key_F9)
        request = self.dialog(RevealReasonDialog)
        assert isinstance(request, RevealReasonDialog)
        self.press(K.Key_Space)
        request.explanation.setFocus()
        send_text(request.explanation, REASON)
        return request

    def open_identity(self) -> RevealDialog:
        """Open the identity of the selected visit."""
        self.open_reason_dialog()
        self.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
        dialog = self.dialog(RevealDialog)
        assert isinstance(dialog, RevealDialog)
        return dialog


def person_of(reveal_stage: RevealStage, row: int):
    """Return the fictional reporter of a row."""
    return PEOPLE[reveal_stage.register_stage.screen.page.model.row_at(row).number - 1]
