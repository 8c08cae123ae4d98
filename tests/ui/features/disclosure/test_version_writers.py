"""The window tells who wrote each version of an identity that is opened, or put on a paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from reception.bootstrap import Reception, create_services
from reception.services.disclosure.version_writers import IdentityCorrections, VersionWriter
from reception.services.register.register_row import RegisterRow
from tests.fixtures.identity_corrections import correct_identity
from tests.fixtures.office import HEAD, OFFICER, ThrowAwayOffice, build_office
from tests.scenarios.planted_identities import form_of
from tests.ui.conftest import send_text
from tests.ui.features.disclosure.reveal_stage import RevealStage
from tests.ui.features.disclosure.test_letter_flow import BODY, open_letter_dialog
from tests.ui.features.register.register_stage import PEOPLE, RegisterStage
from tests.ui.features.register.test_book_print_flow import BookStage
from tests.ui.layout_checks import layout_faults
from ui.appearance import translation
from ui.appearance.theme import Mode, theme
from ui.features.disclosure.reveal_dialog import RevealDialog
from ui.features.printing.print_preview import PrintPreview
from ui.models.version_writers_text import corrections_text, writers_text

CTRL = Qt.KeyboardModifier.ControlModifier
UNCHANGED, CORRECTED = PEOPLE[3], PEOPLE[0]  # both bring a complaint
FIRST = f"Ghi bởi {OFFICER}, 19/11"
LATER = f"{FIRST} · Bản 2 do {OFFICER}, 20/11 · Bản 3 do {HEAD}, 22/11"


class CorrectedStage(RegisterStage):
    """The head's register; the officer entered two visits, and one was corrected twice since."""

    def __init__(self, office: ThrowAwayOffice, qtbot) -> None:
        super().__init__(office, qtbot, (CORRECTED, UNCHANGED))

    def _open(self, office: ThrowAwayOffice) -> Reception:
        desk = create_services(office.open(OFFICER))
        visits = [
            desk.intake.seal_visit(form_of(person, 0)).visit.visit_id for person in self.people
        ]
        office.clock.move(days=1)
        correct_identity(desk, visits[0], replace(CORRECTED, birth_year=1970))
        desk.session.close()
        office.clock.move(days=2)
        head = create_services(office.open(HEAD))
        correct_identity(head, visits[0], replace(CORRECTED, birth_year=1971))
        head.session.settings()
        head.office_calendar.calendar()
        return head


@pytest.fixture
def corrected_stage(tmp_path: Path, qtbot, themed: QApplication) -> Iterator[RevealStage]:
    """The register of the head, with the flow that opens identities."""
    register_stage = CorrectedStage(build_office(tmp_path), qtbot)
    yield RevealStage(register_stage, qtbot)
    register_stage.print_flow.discard_all()
    register_stage.close()


def open_visit(stage: RevealStage, number: int) -> RevealDialog:
    """Open the identity of a visit by keys."""
    page = stage.register_stage.screen.page
    stage.qtbot.waitUntil(lambda: page.model.row_at(1) is not None)
    rows = [page.model.row_at(index) for index in range(2)]
    assert all(isinstance(row, RegisterRow) for row in rows)
    index = [row.number for row in rows if isinstance(row, RegisterRow)].index(number)
    page.table.setFocus()
    page.table.selectRow(index)
    return stage.open_identity()


def writers_label(dialog: RevealDialog) -> QLabel:
    label = dialog.findChild(QLabel, "writers")
    assert isinstance(label, QLabel)
    return label


def test_the_first_version_is_by_the_officer_who_received_the_visit(
    corrected_stage: RevealStage,
) -> None:
    dialog = open_visit(corrected_stage, 2)
    assert writers_label(dialog).isVisible()
    assert writers_label(dialog).text() == FIRST


def test_each_later_version_has_its_writer_and_day(corrected_stage: RevealStage) -> None:
    dialog = open_visit(corrected_stage, 1)
    text = writers_label(dialog).text()
    assert text == LATER
    assert ":" not in text  # no hour
    assert not any(word in text for word in CORRECTED.name.split()[1:])


def test_a_screen_reader_reads_the_writers_with_the_focused_button(
    corrected_stage: RevealStage,
) -> None:
    dialog = open_visit(corrected_stage, 1)
    assert QApplication.focusWidget() is dialog.close_button
    assert dialog.close_button.accessibleDescription() == LATER


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (1024, 600)), (1.0, (1366, 696)), (1.5, (1920, 1010))]
)
def test_the_line_is_neither_cut_nor_widens_the_dialog(
    corrected_stage: RevealStage, themed, picture, scale, size, mode
) -> None:
    theme().apply(themed, mode, scale)
    window = corrected_stage.register_stage.window
    window.resize(*size)
    dialog = open_visit(corrected_stage, 1)
    picture(window, f"reveal-writers-{size[0]}-{mode.value}")
    assert layout_faults(dialog) == []
    label = writers_label(dialog)
    assert label.height() >= label.heightForWidth(label.width())
    assert dialog._panel.width() == theme().px(640)


def test_a_letter_in_the_preview_has_its_writers(corrected_stage: RevealStage, qtbot) -> None:
    print_flow = corrected_stage.register_stage.print_flow
    corrected_stage.flow.paper_made.connect(print_flow.preview_job)
    qtbot.waitUntil(lambda: corrected_stage.register_stage.screen.page.model.row_at(1) is not None)
    dialog = open_letter_dialog(corrected_stage)
    send_text(dialog.text_area, BODY)
    corrected_stage.press(Qt.Key.Key_Return, CTRL)
    preview = corrected_stage.dialog(PrintPreview)
    assert isinstance(preview, PrintPreview)
    assert FIRST in preview.options_panel.note.text()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_preview_of_the_named_book_tells_of_corrections(
    corrected_stage: RevealStage, themed, picture, qtbot, mode
) -> None:
    theme().apply(themed, mode, 1.0)
    register_stage = corrected_stage.register_stage
    register_stage.window.resize(1024, 600)
    BookStage(register_stage, qtbot).fill(names=2)
    corrected_stage.press(Qt.Key.Key_Return, CTRL)
    preview = corrected_stage.dialog(PrintPreview)
    assert isinstance(preview, PrintPreview)
    note = preview.options_panel.note.text()
    assert note.endswith(f"1 lượt có danh tính đã sửa, người sửa: {HEAD}, {OFFICER}")
    picture(register_stage.window, f"book-corrections-1024-{mode.value}")
    assert layout_faults(preview) == []


def test_a_day_of_another_year_shows_its_year() -> None:
    writers = (VersionWriter(1, OFFICER, date(2025, 12, 31)),)
    assert writers_text(writers, date(2026, 1, 2)).endswith(f"{OFFICER}, 31/12/2025")
    assert writers_text(writers, date(2025, 12, 31)).endswith(f"{OFFICER}, 31/12")


def test_no_correction_is_not_told(themed: QApplication) -> None:
    assert corrections_text(IdentityCorrections(0, ())) == ""
    text = corrections_text(IdentityCorrections(2, (HEAD, OFFICER)))
    assert text == f"2 lượt có danh tính đã sửa, người sửa: {HEAD}, {OFFICER}"


def test_the_texts_in_english(themed: QApplication) -> None:
    translation.install(themed, "en")
    one, two = IdentityCorrections(1, (HEAD,)), IdentityCorrections(2, (HEAD, OFFICER))
    assert corrections_text(one) == f"1 identity was corrected, by {HEAD}"
    assert corrections_text(two) == f"2 identities were corrected, by {HEAD}, {OFFICER}"
    writers = tuple(VersionWriter(n, HEAD, date(2026, 11, 18 + n)) for n in (1, 2))
    text = writers_text(writers, date(2026, 11, 21))
    assert text == f"Recorded by {HEAD}, 19/11 · Version 2 by {HEAD}, 20/11"
