"""The look-up by return code (F6): the code of a paper, one answer, nothing kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fixtures.office import build_office
from tests.fixtures.visit_forms import visit_form
from tests.ui.conftest import send_text
from tests.ui.features.register.register_stage import RegisterStage
from ui.features.status_lookup.lookup_dialog import StatusLookupDialog
from ui.features.status_lookup.lookup_flow import LookupFlow

K = Qt.Key


class LookupStage:
    """The look-up dialog over the register, and one visit with its citizen's copy."""

    def __init__(self, register_stage: RegisterStage, qtbot) -> None:
        """Seal a visit and open the look-up dialog."""
        self.register_stage, self.qtbot = register_stage, qtbot
        self.flow = LookupFlow(
            register_stage.opened[0], register_stage.runner, register_stage.window
        )
        sealed_visits: list[object] = []
        intake = register_stage.opened[0].intake
        register_stage.runner.run(lambda: sealed_visits.append(intake.seal_visit(visit_form())))
        qtbot.waitUntil(lambda: bool(sealed_visits))
        self.code = sealed_visits[0].return_code  # type: ignore[attr-defined]
        register_stage.window.activateWindow()
        QTest.qWaitForWindowActive(register_stage.window)
        self.flow.open()

    @property
    def dialog(self) -> StatusLookupDialog:
        """Return the open dialog."""
        assert self.flow.dialog is not None
        return self.flow.dialog

    def ask(self, code: str, number: str = "") -> str:
        """Type the code, and a number if there is one, press Enter, and return the answer."""
        self.dialog.number.clear()
        if number:
            self.dialog.number.setFocus()
            send_text(self.dialog.number, number)
        self.dialog.code.setFocus()
        self.dialog.code.clear()
        send_text(self.dialog.code, code)
        QTest.keyClick(self.dialog.code, K.Key_Return)
        self.qtbot.waitUntil(self.dialog.answer_banner.isVisible)
        return self.dialog.answer_banner.text()


@pytest.fixture
def lookup_stage(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[LookupStage]:
    """The open look-up dialog, one visit and its citizen's copy."""
    register_stage = RegisterStage(build_office(tmp_path), qtbot, ())
    yield LookupStage(register_stage, qtbot)
    register_stage.close()


def test_a_paper_is_answered_and_the_next_one_can_be_typed(
    lookup_stage: LookupStage, picture
) -> None:
    answer = lookup_stage.ask(lookup_stage.code.lower())
    assert answer == ("Đang xử lý Tiếp nhận ngày 19/11/2026. Trả lời chậm nhất ngày 04/12/2026.")
    picture(lookup_stage.register_stage.window, "18-return-code")
    assert lookup_stage.dialog.code.hasFocus()
    assert lookup_stage.ask("2345-6789-ABCD") == "Không tìm thấy, xem lại mã trên giấy."


def test_the_qr_code_of_an_old_paper_fills_both_fields(lookup_stage: LookupStage) -> None:
    lookup_stage.dialog.code.setFocus()
    send_text(lookup_stage.dialog.code, f"BN-0294/2026 {lookup_stage.code}")
    assert lookup_stage.dialog.number.text() == "BN-0294/2026"
    assert lookup_stage.dialog.code.text() == lookup_stage.code
    assert lookup_stage.dialog.code.hasFocus()


def test_guessing_is_delayed_and_explained(lookup_stage: LookupStage) -> None:
    for _ in range(3):
        lookup_stage.ask("0000-0000-0000")
    assert "Đợi" in lookup_stage.ask(lookup_stage.code)


def test_what_is_no_number_of_a_paper_is_explained(lookup_stage: LookupStage) -> None:
    assert "giấy chưa đúng dạng" in lookup_stage.ask(lookup_stage.code, "x")


def test_both_fields_are_emptied_on_closing(lookup_stage: LookupStage, qtbot) -> None:
    lookup_stage.ask(lookup_stage.code, "0294")
    dialog = lookup_stage.dialog
    number, code = dialog.number, dialog.code
    QTest.keyClick(dialog, K.Key_Escape)
    assert (number.text(), code.text()) == ("", "")
    qtbot.waitUntil(lambda: lookup_stage.flow.dialog is None)
