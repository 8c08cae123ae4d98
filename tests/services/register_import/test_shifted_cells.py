"""Rows with shifted or swapped cells: no name is shown, and none is stored unsealed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import astuple
from functools import partial

import pytest

from reception.services.access.session import Session
from reception.services.register_import.preview_lines import PreviewLines
from reception.services.register_import.register_import import RegisterImport
from reception.services.visits.blind_index_queue import BlindIndexQueue
from tests.fixtures import workbooks
from tests.fixtures.office import HEAD, ThrowAwayOffice

NAME_CELL = str(workbooks.register_row()[2])
MARKS = ("Quàng", "Zơrúp", "Kẻnh", "Hốtzim")
WIDTH = len(workbooks.register_row())


def damaged(paper: str) -> Iterator[list[object]]:
    """Yield rows with shifted, swapped, single, overwritten and joined cells."""
    good = partial(workbooks.register_row, paper=paper)
    number = itertools.count(1)
    for start, by in itertools.product(range(6), (-3, -2, -1, 1, 2, 3)):
        row = good(next(number))
        yield [*row[:start], *row[start:][-by:], *row[start:][:-by]]
    for one, other in itertools.combinations(range(8), 2):
        row = good(next(number))
        row[one], row[other] = row[other], row[one]
        yield row
    for place in range(WIDTH):
        for words in (NAME_CELL, workbooks.PERSON, f"Ông {workbooks.PERSON}", paper):
            lonely: list[object] = [None] * WIDTH
            lonely[place] = words
            yield lonely
            over = good(next(number))
            over[place] = words
            yield over
        after = good(next(number))
        after[place] = f"{after[place] or ''} {workbooks.PERSON}"
        yield after


@pytest.fixture
def session(office: ThrowAwayOffice) -> Iterator[Session]:
    """The head's session."""
    opened = office.open(HEAD)
    yield opened
    opened.database.close()


@pytest.mark.parametrize("paper", [workbooks.CARD_NUMBER, "112233445", "CMND 112233445"])
def test_no_damaged_row_shows_or_writes_a_name(session: Session, paper: str) -> None:
    marks = (*MARKS, paper.rsplit(maxsplit=1)[-1])
    imports = RegisterImport(session, BlindIndexQueue(session))
    rows = [workbooks.register_row(9_000), *damaged(paper)]
    preview = imports.preview(workbooks.register_workbook(rows))
    lines = PreviewLines(preview)
    assert len(lines.all_indexes()) > 180
    shown = "\n".join(str(astuple(lines.line(index))) for index in lines.all_indexes())
    shown += "\n".join(preview.lines("vi")) + str(preview.facts())
    assert [mark for mark in marks if mark in shown] == []
    done = imports.import_rows(preview, skip_problem_rows=True)
    assert done.rows > 40
    for table in ("visit", "petition", "visit_search", "log"):
        found = session.database.query(f"SELECT * FROM {table}")  # noqa: S608 - names of this file
        text = "\n".join(str(tuple(row)) for row in found)
        assert (table, [mark for mark in marks if mark in text]) == (table, [])


def test_an_ordinary_row_keeps_its_words(session: Session) -> None:
    imports = RegisterImport(session, BlindIndexQueue(session))
    words = "UBND xã Sìn Hồ thu 150000000 đồng theo Quyết định 012/QĐ-UBND ngày 03/06/2024"
    row = workbooks.register_row(
        1, summary=words, settled_by="UBND Huyện Sìn Hồ", guided="Sở Tài nguyên"
    )
    preview = imports.preview(workbooks.register_workbook([row]))
    assert preview.problems == ()
    assert preview.rows[0].texts["summary"] == words
    assert preview.rows[0].texts["settled_by"] == "UBND Huyện Sìn Hồ"
