"""A failure is told even if its dialog was closed before the answer came."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.fixtures.cups import private_cups
from tests.fixtures.office import OFFICER, PASSWORDS
from tests.ui.features.register.test_book_print_flow import BookStage, book_stage
from ui.features.register.book_print_dialog import BookPrintDialog

__all__ = ["book_stage", "private_cups"]
K = Qt.Key


def test_esc_leaves_the_question_while_it_is_busy_and_the_failure_is_told_all_the_same(
    book_stage: BookStage,
) -> None:
    dialog = book_stage.fill(PASSWORDS[OFFICER])
    book_stage.press(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.print_button.busy
    dialog.print_button.setFocus()
    book_stage.press(K.Key_Escape)
    book_stage.qtbot.waitUntil(lambda: not book_stage.open_dialogs(BookPrintDialog))
    toast = book_stage.register_stage.window.toast
    book_stage.qtbot.waitUntil(lambda: "chưa đúng" in toast.text())
    assert book_stage.log_entries()[-1] == ("approval_failed", {"tries": 1})
