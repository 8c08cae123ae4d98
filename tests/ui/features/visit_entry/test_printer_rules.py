"""A citizen's copy goes where the office says: to marked printers only, once it says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.fixtures.cups import CABLE_PRINTER, NETWORK_PRINTER, PrivateCups, private_cups
from tests.fixtures.office import HEAD, build_office
from tests.ui.features.visit_entry.conftest import EntryStage, close_stage, open_stage
from tests.ui.features.visit_entry.entry_steps import type_content, type_person
from ui.features.printing.print_flow import PrintFlow
from ui.features.printing.print_preview import PrintPreview

__all__ = ["private_cups"]
K = Qt.Key


@pytest.fixture
def entry_stage(themed, private_cups: PrivateCups, tmp_path: Path) -> Iterator[EntryStage]:
    """Return visit entry of the head, printing on the private printers."""
    opened = open_stage(build_office(tmp_path), HEAD)
    papers = PrintFlow(opened.reception, opened.runner, opened.window)
    opened.screen.papers_made.connect(papers.preview_jobs)
    yield opened
    papers.discard_all()
    papers.print_thread.close()
    close_stage(opened)


@pytest.mark.parametrize("only_marked", [False, True])
def test_a_citizens_copy_uses_only_marked_printers_if_the_office_requires_it(
    entry_stage: EntryStage, qtbot, only_marked: bool
) -> None:
    printers = entry_stage.reception.printer_rules
    entry_stage.ask(lambda: printers.set_all_identities_need_allowed_printer(only_marked))
    type_person(entry_stage)
    type_content(entry_stage, K.Key_K, "Đề nghị xem lại mức bồi thường.")
    entry_stage.alt(K.Key_D)
    entry_stage.type("Đơn viết tay")
    entry_stage.control(K.Key_P)
    qtbot.waitUntil(lambda: bool(entry_stage.window.findChildren(PrintPreview)))
    preview = entry_stage.window.findChildren(PrintPreview)[0]
    qtbot.waitUntil(lambda: preview.options_panel.printer is not None)
    rows = {row.printer.name: row.is_usable for row in preview.options_panel.printer_list.rows}
    assert rows[CABLE_PRINTER]
    assert rows[NETWORK_PRINTER] is not only_marked
