"""A citizen's copy goes where the office says: to marked printers only, once it says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.fixtures.cups import CABLE, NETWORK, PrivateCups, private_cups
from tests.fixtures.office import HEAD, build_office
from tests.ui.features.visit_entry.conftest import EntryStage, close_room, open_room
from tests.ui.features.visit_entry.entry_steps import content, person
from ui.features.printing.print_flow import PrintFlow
from ui.features.printing.print_preview import PrintPreview

__all__ = ["private_cups"]
K = Qt.Key


@pytest.fixture
def room(themed, private_cups: PrivateCups, tmp_path: Path) -> Iterator[EntryStage]:
    """Return the head's desk with its way to the private printers."""
    opened = open_room(build_office(tmp_path), HEAD)
    papers = PrintFlow(opened.reception, opened.runner, opened.window)
    opened.desk.print_wanted.connect(papers.print_visit)
    yield opened
    papers.forget()
    papers.clerk.close()
    close_room(opened)


@pytest.mark.parametrize("only_marked", [False, True])
def test_a_citizens_copy_keeps_to_marked_printers_once_the_office_says_so(
    room: EntryStage, qtbot, only_marked: bool
) -> None:
    printers = room.reception.printer_rules
    room.ask(lambda: printers.set_names_on_marked_only(only_marked))
    person(room)
    content(room, K.Key_K, "Đề nghị xem lại mức bồi thường.")
    room.alt(K.Key_D)
    room.type("Đơn viết tay")
    room.control(K.Key_P)
    qtbot.waitUntil(lambda: bool(room.window.findChildren(PrintPreview)))
    preview = room.window.findChildren(PrintPreview)[0]
    qtbot.waitUntil(lambda: preview.side.printer is not None)
    rows = {row.printer.name: row.usable for row in preview.side.printers.rows}
    assert rows[CABLE]
    assert rows[NETWORK] is not only_marked
