"""The monthly report is printed only when a printer has it, not when its preview was opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.fixtures.cups import PrivateCups, private_cups  # noqa: F401 - a fixture
from tests.ui.features.register.test_book_print_flow import (
    CTRL,
    BookStage,
    K,
    RegisterStage,
    build_office,
    printed_sheets,
)
from ui.features.printing.print_preview import PrintPreview


@pytest.fixture
def report_stage(
    tmp_path: Path,
    qtbot,
    themed: QApplication,
    private_cups: PrivateCups,  # noqa: F811
) -> Iterator[BookStage]:
    """The register of a throw-away office, with the printing of its report."""
    register_stage = RegisterStage(build_office(tmp_path), qtbot)
    stage = BookStage(register_stage, qtbot)
    yield stage
    stage.print_flow.discard_all()
    register_stage.close()


def test_the_monthly_report_is_logged_as_printed_only_when_a_printer_has_it(
    report_stage: BookStage,
    private_cups: PrivateCups,  # noqa: F811
) -> None:
    report_stage.print_flow.print_report()
    report_stage.dialog(PrintPreview)
    report_stage.press(K.Key_Escape)
    report_stage.qtbot.waitUntil(lambda: not report_stage.open_dialogs(PrintPreview))
    assert "report_printed" not in [act for act, _ in report_stage.log_entries()]
    report_stage.print_flow.print_report()
    preview = report_stage.dialog(PrintPreview)
    assert isinstance(preview, PrintPreview)
    report_stage.qtbot.waitUntil(lambda: preview.options_panel.printer is not None)
    with report_stage.qtbot.waitSignal(report_stage.print_flow.waiting_changed):
        report_stage.press(K.Key_P, CTRL)
        assert len(printed_sheets(private_cups, 1)) == 1
    assert [act for act, _ in report_stage.log_entries()].count("report_printed") == 1
