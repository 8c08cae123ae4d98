"""Table model of up to a million rows that keeps only the pages near the visible ones."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from ui.appearance.display_format import TagKind

PAGE_SIZE = 200  # rows in a page
MAX_PAGES = 20  # pages kept in memory
MAX_QUEUED_PAGES = 3  # pages waiting to be requested; the rows before them are scrolled past
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2
LOADING_TEXT = "…"

Index = QModelIndex | QPersistentModelIndex


class PageSource(Protocol):
    """Source of the rows of a table: it counts them and delivers the ones that are requested."""

    def total(self) -> int:
        """Return the number of rows; called at each refresh and when new rows are appended."""
        ...

    def request(
        self, first_row: int, size: int, deliver: Callable[[int, Sequence[object]], None]
    ) -> None:
        """Fetch ``size`` rows from row ``first_row`` on.

        ``deliver(first_row, rows)`` is called on the window's thread, now or later.
        """
        ...


@dataclass(frozen=True, slots=True)
class Cell:
    """Text of a cell (the masked one, for screen and screen reader) and how it is painted.

    ``sealed`` puts the seal glyph before it, ``tag`` a tag around it, ``icon`` an icon in the
    colour token ``tone`` before it; ``muted`` greys what is done. ``background`` and
    ``text_color`` are colour tokens; ``framed`` draws the frame of a faulty cell.
    """

    text: str
    sealed: bool = False
    tag: TagKind | None = None
    icon: str = ""
    tone: str = ""
    muted: bool = False
    background: str = ""
    framed: bool = False
    text_color: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table; ``cell`` makes the cell of a row.

    ``key`` identifies the column within its table. ``width`` is in px at scale 1.0; a column of
    width 0 gets the remaining width.
    """

    key: str
    title: str
    cell: Callable[[object], Cell]
    width: int = 0
    is_right_aligned: bool = False


class PagedTableModel(QAbstractTableModel):
    """Table model over a ``PageSource``; emits ``page_loaded(first_row)`` after each page.

    Rows that are not loaded yet show "…". At most twenty pages of 200 rows stay in memory; the
    page that was used least recently is dropped first.
    """

    page_loaded = Signal(int)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._source: PageSource | None = None
        self._total = 0
        self._pages: OrderedDict[int, Sequence[object]] = OrderedDict()
        self._requested_pages: set[int] = set()
        self._queued_pages: list[int] = []
        self._generation = 0
        # Requests are sent after painting; fast scrolling requests only the rows where it ends.
        self._request_timer = QTimer(self)
        self._request_timer.setSingleShot(True)
        self._request_timer.setInterval(0)
        self._request_timer.timeout.connect(self._send_requests)

    def columns(self) -> list[Column]:
        return list(self._columns)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns; loaded rows are kept."""
        self.beginResetModel()
        self._columns = list(columns)
        self.endResetModel()

    def set_source(self, source: PageSource | None) -> None:
        """Show the rows of another source (another filter or search); None shows no rows."""
        self._source = source
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Drop all pages and read the number of rows again."""
        self.beginResetModel()
        self._generation += 1
        self._pages.clear()
        self._requested_pages.clear()
        self._queued_pages.clear()
        self._total = self._source.total() if self._source is not None else 0
        self.endResetModel()

    def append_new_rows(self) -> None:
        """Show the rows that the source has counted in the meantime.

        Loaded pages are kept; only an incomplete last page is loaded again.
        """
        total = self._source.total() if self._source is not None else 0
        if total <= self._total:
            return
        last_page = self._total // PAGE_SIZE
        if self._total % PAGE_SIZE:
            self._pages.pop(last_page, None)  # it was incomplete and is requested again
        self.beginInsertRows(QModelIndex(), self._total, total - 1)
        self._total = total
        self.endInsertRows()

    def row_at(self, row: int) -> object | None:
        """Return a row if its page is loaded; else request the page and return None.

        None also for a row that the source does not have.
        """
        if not 0 <= row < self._total:
            return None
        page = row // PAGE_SIZE
        rows = self._pages.get(page)
        if rows is None:
            self._enqueue(page)
            return None
        self._pages.move_to_end(page)
        offset = row - page * PAGE_SIZE
        return rows[offset] if offset < len(rows) else None

    def rows_in_memory(self) -> int:
        return sum(len(rows) for rows in self._pages.values())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows of the source."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, its ``Cell`` (``CELL_ROLE``) or its row (``ROW_ROLE``).

        A screen reader gets the text that is on the screen.
        """
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role not in (Qt.ItemDataRole.DisplayRole, CELL_ROLE, ROW_ROLE):
            return None
        row = self.row_at(index.row())
        if role == ROW_ROLE:
            return row
        if row is None:
            return LOADING_TEXT if role == Qt.ItemDataRole.DisplayRole else None
        cell = column.cell(row)
        return cell.text if role == Qt.ItemDataRole.DisplayRole else cell

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def _enqueue(self, page: int) -> None:
        if page in self._requested_pages:
            return
        if page in self._queued_pages:
            self._queued_pages.remove(page)
        self._queued_pages.append(page)
        del self._queued_pages[:-MAX_QUEUED_PAGES]
        if not self._request_timer.isActive():
            self._request_timer.start()

    @Slot()
    def _send_requests(self) -> None:
        pages, self._queued_pages = self._queued_pages, []
        for page in pages:
            if self._source is None or page in self._requested_pages:
                continue
            self._requested_pages.add(page)
            first_row = page * PAGE_SIZE
            size = min(PAGE_SIZE, self._total - first_row)
            self._source.request(first_row, size, partial(self._receive, self._generation))

    def _receive(self, generation: int, first_row: int, rows: Sequence[object]) -> None:
        page = first_row // PAGE_SIZE
        if generation != self._generation:
            return
        self._requested_pages.discard(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > MAX_PAGES:
            self._pages.popitem(last=False)
        last_row = min(first_row + len(rows), self._total) - 1
        if last_row >= first_row and self._columns:
            self.dataChanged.emit(
                self.index(first_row, 0), self.index(last_row, len(self._columns) - 1)
            )
        self.page_loaded.emit(first_row)


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.is_right_aligned else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
