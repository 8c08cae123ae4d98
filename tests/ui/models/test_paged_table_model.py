"""A million rows, a few pages in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt

from ui.models.paged_table_model import (
    CELL_ROLE,
    LOADING_TEXT,
    MAX_PAGES,
    PAGE_SIZE,
    Cell,
    Column,
    PagedTableModel,
)
from ui.widgets.data_table import DataTable

MILLION = 1_000_000


class DelayedSource:
    """A source of rows that delivers when the test calls ``answer``, or at once."""

    def __init__(self, total: int, at_once: bool = False) -> None:
        self.rows = total
        self.at_once = at_once
        self.asked: list[int] = []
        self.waiting: list[tuple[int, int, Callable[[int, Sequence[object]], None]]] = []

    def total(self) -> int:
        return self.rows

    def request(
        self, first_row: int, size: int, deliver: Callable[[int, Sequence[object]], None]
    ) -> None:
        self.asked.append(first_row)
        self.waiting.append((first_row, size, deliver))
        if self.at_once:
            self.answer()

    def answer(self) -> None:
        waiting, self.waiting = self.waiting, []
        for first, size, deliver in waiting:
            deliver(first, [f"lượt {first + place}" for place in range(size)])


@pytest.fixture
def model(qapp):
    return PagedTableModel(
        (
            Column("visit", "Lượt", lambda row: Cell(str(row), sealed=True), 80),
            Column("text", "Nội dung", lambda row: Cell("x")),
        )
    )


def test_a_page_is_requested_after_painting_and_signalled(model, qtbot):
    book = DelayedSource(MILLION)
    model.set_source(book)
    assert model.rowCount() == MILLION
    index = model.index(500_000, 0)
    assert index.data() == LOADING_TEXT
    assert index.data(CELL_ROLE) is None
    assert book.asked == []
    qtbot.waitUntil(lambda: book.asked == [500_000])
    index.data()
    with qtbot.waitSignal(model.dataChanged) as data_changed:
        book.answer()
    assert index.data() == "lượt 500000"
    assert (data_changed.args[0].row(), data_changed.args[1].row()) == (
        500_000,
        500_000 + PAGE_SIZE - 1,
    )
    assert book.asked == [500_000]


def test_only_some_pages_are_kept(model, qtbot):
    book = DelayedSource(MILLION, at_once=True)
    model.set_source(book)
    for page in range(MAX_PAGES + 10):
        row = page * PAGE_SIZE
        model.row_at(row)
        qtbot.waitUntil(lambda row=row: model.row_at(row) == f"lượt {row}")
    assert model.rows_in_memory() == MAX_PAGES * PAGE_SIZE


def test_a_fast_scroll_requests_only_the_last_page(model, qtbot):
    book = DelayedSource(MILLION)
    model.set_source(book)
    for page in range(100):
        model.row_at(page * PAGE_SIZE)
    qtbot.waitUntil(lambda: bool(book.asked))
    assert book.asked == [97 * PAGE_SIZE, 98 * PAGE_SIZE, 99 * PAGE_SIZE]


def test_a_page_of_an_older_question_is_dropped(model, qtbot):
    old = DelayedSource(10)
    model.set_source(old)
    model.row_at(0)
    qtbot.waitUntil(lambda: bool(old.asked))
    model.set_source(DelayedSource(3))
    old.answer()
    assert model.rows_in_memory() == 0
    assert model.row_at(0) is None


def test_the_last_page_is_short(model, qtbot):
    book = DelayedSource(PAGE_SIZE + 5, at_once=True)
    model.set_source(book)
    model.row_at(PAGE_SIZE)
    qtbot.waitUntil(lambda: model.row_at(PAGE_SIZE + 4) == f"lượt {PAGE_SIZE + 4}")
    assert model.row_at(PAGE_SIZE + 5) is None


def test_the_table_moves_by_key_through_a_million_rows(model, qtbot, themed):
    table = DataTable()
    qtbot.addWidget(table)
    table.set_paged_model(model)
    model.set_source(DelayedSource(MILLION, at_once=True))
    table.resize(600, 300)
    table.show()
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert table.current_row() == MILLION - 1
    qtbot.waitUntil(lambda: model.row_at(MILLION - 1) == f"lượt {MILLION - 1}")
    assert model.rows_in_memory() < 3 * PAGE_SIZE
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
