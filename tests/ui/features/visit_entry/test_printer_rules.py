"""A citizen's copy with a name goes to marked printers only, one by pen to any."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reception.print_queue.print_route import CupsRoute
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


@pytest.mark.parametrize("is_named", [False, True])
def test_a_citizens_copy_uses_only_marked_printers_if_it_has_a_name(
    entry_stage: EntryStage, qtbot, is_named: bool
) -> None:
    rules = entry_stage.reception.printer_rules
    printers = CupsRoute().printers()
    entry_stage.ask(lambda: rules.set_identity_on_citizen_copies(is_named, printers))
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
    assert rows[NETWORK_PRINTER] is not is_named
