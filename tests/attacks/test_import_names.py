"""Names hidden in the cells of an Excel register: masked in every text, or the row is stopped."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from datetime import date

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception, create_services
from reception.domain.text import fold
from reception.services.papers.print_log import PaperJob
from reception.services.register_import.import_preview import ImportPreview
from reception.services.register_import.preview_lines import PreviewLines
from tests.fixtures.office import HEAD, ThrowAwayOffice
from tests.fixtures.person_cells import CLEAR_CELLS, HABITS, UNCLEAR_CELLS
from tests.fixtures.workbooks import register_row, register_workbook

KINDS = ("Khiếu nại", "Tố cáo", "Kiến nghị")
YEAR_2025 = date(2025, 1, 1), date(2025, 12, 31)


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The head's open office."""
    opened = create_services(office.open(HEAD))
    yield opened
    opened.session.database.close()


def row_naming(number: int, cell: str, names: Sequence[str]) -> list[object]:
    """Return a row whose texts name everybody of its person cell, in full and by given name."""
    words = [f"{name} đề nghị sửa đường; ông {name.split()[-1]} ký" for name in names]
    return register_row(
        number,
        person=cell,
        summary="; ".join(words) or "đường hỏng",
        kind=KINDS[number % len(KINDS)],
        settled_by=f"UBND xã, theo đơn của {', '.join(names)}",
        ours=None,
        guided=f"Sở Nội vụ gặp bà {names[-1].split()[-1]}" if names else None,
        result="; ".join(f"đã trả lời {name.upper()}" for name in names),
        note=", ".join(f"hộ ông {name}" for name in names),
    )


def texts_of(job: PaperJob) -> str:
    pages = PdfReader(io.BytesIO(job.pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def open_texts(head: Reception, preview: ImportPreview) -> str:
    """Return everything that the import shows, prints and stores unsealed, folded."""
    lines = PreviewLines(preview)
    pieces = [str(astuple(lines.line(index))) for index in lines.all_indexes()]
    pieces += [*preview.lines("vi"), str(preview.facts())]
    pieces.append(texts_of(head.register_books.register_book(YEAR_2025)))
    if preview.rejected:
        pieces.append(texts_of(head.register_import.problem_list(preview)))
    database = head.session.database
    for table in database.query("SELECT name FROM sqlite_master WHERE type = 'table'"):
        rows = database.query(f"SELECT * FROM {table['name']}")  # noqa: S608 - names of the file
        pieces += [str(tuple(row)) for row in rows]
    return fold("\n".join(pieces))


def imported(head: Reception, rows: list[list[object]]) -> ImportPreview:
    """Return the preview of rows that were imported, those with problems left out."""
    good = register_row(9_000, person="Vừ Mí Khác, bản Hai, xã Sìn Hồ")
    preview = head.register_import.preview(register_workbook([*rows, good]))
    head.register_import.import_rows(preview, skip_problem_rows=True)
    return preview


def test_no_name_of_a_person_cell_stays_in_a_text(head: Reception) -> None:
    cells = [*CLEAR_CELLS, *UNCLEAR_CELLS]
    rows = [row_naming(number, *cell) for number, cell in enumerate(cells, start=1_000)]
    preview = imported(head, rows)
    assert (len(preview.rows), preview.rejected) == (len(CLEAR_CELLS) + 1, len(UNCLEAR_CELLS))
    found = open_texts(head, preview)
    assert "de nghi sua duong" in found
    names = {name for _, names in cells for name in names}
    planted = {fold(name) for name in names if " " in name}
    planted |= {f"{title} {fold(name.split()[-1])}" for name in names for title in ("ong", "ba")}
    assert sorted(name for name in planted if name in found) == []


def test_a_stopped_row_says_why_without_its_words(head: Reception) -> None:
    rows = [row_naming(number, *cell) for number, cell in enumerate(UNCLEAR_CELLS, start=1_000)]
    preview = imported(head, rows)
    lines = [PreviewLines(preview).line(index) for index in range(len(rows))]
    assert all("Ô " in line.result and line.content in ("", "…") for line in lines)


def test_no_habit_of_writing_leaves_a_name_or_number_in_a_text(head: Reception) -> None:
    rows = [
        register_row(number, person=cell, summary=text, kind=KINDS[number % len(KINDS)])
        for number, (cell, text, _) in enumerate(HABITS, start=1_000)
    ]
    preview = imported(head, rows)
    assert preview.rejected == 0
    summaries = head.session.database.query(
        "SELECT visit.number, petition.summary FROM visit JOIN petition USING (visit_id)"
        " WHERE visit.year = 2025 AND visit.number BETWEEN 1000 AND 8999"
    )
    texts = {int(row["number"]): str(row["summary"]) for row in summaries}
    assert len(texts) == len(HABITS)
    left = [
        texts[number]
        for number, (_, _, secret) in enumerate(HABITS, start=1_000)
        if secret in texts[number]
    ]
    assert left == []
    assert all("[" in text for text in texts.values())
