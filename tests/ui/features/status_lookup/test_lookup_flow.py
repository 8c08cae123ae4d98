"""F6 at the desk and in the register: a paper's number and code, one answer, nothing kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fixtures.office import build_office
from tests.fixtures.visit_forms import form
from tests.ui.conftest import send_text
from tests.ui.features.register.test_register_screen import RegisterStage
from ui.features.status_lookup.lookup_dialog import StatusLookupDialog
from ui.features.status_lookup.lookup_flow import LookupFlow

K = Qt.Key


class Counter:
    """The register with the look-up over it, and one visit whose paper is known."""

    def __init__(self, register_stage: RegisterStage, qtbot) -> None:
        """Seal a visit on the worker."""
        self.register_stage, self.qtbot = register_stage, qtbot
        self.way = LookupFlow(
            register_stage.opened[0], register_stage.runner, register_stage.window
        )
        sealed: list[object] = []
        intake = register_stage.opened[0].intake
        register_stage.runner.run(lambda: sealed.append(intake.seal_visit(form())))
        qtbot.waitUntil(lambda: bool(sealed))
        self.number = f"PT-{sealed[0].numbers.shown:04d}"  # type: ignore[attr-defined]
        self.code = sealed[0].return_code  # type: ignore[attr-defined]
        register_stage.window.activateWindow()
        QTest.qWaitForWindowActive(register_stage.window)
        self.way.open()

    @property
    def dialog(self) -> StatusLookupDialog:
        """Return the question."""
        assert self.way.dialog is not None
        return self.way.dialog

    def ask(self, number: str, code: str) -> str:
        """Type both, press Enter, and return the answer."""
        self.dialog.number.setFocus()
        self.dialog.number.clear()
        send_text(self.dialog.number, number)
        self.dialog.code.setFocus()
        self.dialog.code.clear()
        send_text(self.dialog.code, code)
        QTest.keyClick(self.dialog.code, K.Key_Return)
        self.qtbot.waitUntil(self.dialog.answer.isVisible)
        return self.dialog.answer.text()


@pytest.fixture
def counter(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[Counter]:
    """A look-up that is open."""
    register_stage = RegisterStage(build_office(tmp_path), qtbot, ())
    yield Counter(register_stage, qtbot)
    register_stage.runner.stop(register_stage.opened[0].session.database.close)


def test_a_paper_is_answered_and_the_next_one_can_be_typed(counter: Counter, picture) -> None:
    said = counter.ask(counter.number, counter.code.lower())
    assert said == ("Đang xử lý Tiếp nhận ngày 19/11/2026. Trả lời chậm nhất ngày 04/12/2026.")
    picture(counter.register_stage.window, "18-return-code")
    assert counter.dialog.number.hasFocus()
    assert counter.ask("BN-0042", counter.code) == "Không tìm thấy, xem lại số và mã trên giấy."


def test_a_scanner_fills_both_fields(counter: Counter) -> None:
    counter.dialog.number.setFocus()
    send_text(counter.dialog.number, f"{counter.number}/2026 {counter.code}")
    assert counter.dialog.number.text() == f"{counter.number}/2026"
    assert counter.dialog.code.text() == counter.code
    assert counter.dialog.code.hasFocus()


def test_guessing_is_slowed_with_a_sentence(counter: Counter) -> None:
    for _ in range(3):
        counter.ask(counter.number, "0000-0000-0000")
    assert "Đợi" in counter.ask(counter.number, counter.code)
    assert "giấy chưa đúng dạng" in counter.ask("x", counter.code) or "Đợi" in (
        counter.dialog.answer.text()
    )


def test_nothing_typed_stays_when_it_closes(counter: Counter, qtbot) -> None:
    counter.ask(counter.number, counter.code)
    dialog = counter.dialog
    number, code = dialog.number, dialog.code
    QTest.keyClick(dialog, K.Key_Escape)
    assert (number.text(), code.text()) == ("", "")
    qtbot.waitUntil(lambda: counter.way.dialog is None)
