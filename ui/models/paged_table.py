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

PAGE = 200
KEPT = 20
WAITING = 3
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2
LOADING = "…"

Index = QModelIndex | QPersistentModelIndex


class PageSource(Protocol):
    """Source of rows: pages by key and page starts, one request at a time."""

    def total(self) -> int:
        """Return how many rows there are; asked once per refresh."""
        ...

    def request(
        self, first_row: int, size: int, deliver: Callable[[int, Sequence[object]], None]
    ) -> None:
        """Fetch rows and call ``deliver(first_row, rows)`` in the window's thread, any time."""
        ...


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows and says: the masked text, and how it is painted.

    ``sealed`` puts the seal glyph before it, ``tag`` a tag around it, ``icon`` an icon of
    colour token ``tone`` before it; ``grey`` is for things that are done. ``ground`` tints the
    row, ``framed`` draws the danger frame of a bad cell, ``ink`` colours the words.
    """

    text: str
    sealed: bool = False
    tag: TagKind | None = None
    icon: str = ""
    tone: str = ""
    grey: bool = False
    ground: str = ""
    framed: bool = False
    ink: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, title, how a row gives its cell, width (0 = takes what is left)."""

    key: str
    title: str
    cell: Callable[[object], Cell]
    width: int = 0
    right: bool = False


class PagedTable(QAbstractTableModel):
    """``PagedTable(columns, parent)``; ``set_source(source)``, ``refresh()``, ``row_at(row)``.

    Rows on their way show "…". About twenty pages of 200 rows are kept, the rest is forgotten.
    ``page_arrived(first_row)`` tells a side panel that its row is here now.
    """

    page_arrived = Signal(int)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._source: PageSource | None = None
        self._total = 0
        self._pages: OrderedDict[int, Sequence[object]] = OrderedDict()
        self._asked: set[int] = set()
        self._wanted: list[int] = []
        self._turn = 0
        # Requests wait until painting is over; a fast scroll requests only the rows where it ends.
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._ask)

    def columns(self) -> list[Column]:
        """Return the columns shown."""
        return list(self._columns)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns; rows already here stay."""
        self.beginResetModel()
        self._columns = list(columns)
        self.endResetModel()

    def set_source(self, source: PageSource | None) -> None:
        """Take rows from another source (another filter, another search)."""
        self._source = source
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Drop all pages and read the number of rows again."""
        self.beginResetModel()
        self._turn += 1
        self._pages.clear()
        self._asked.clear()
        self._wanted.clear()
        self._total = self._source.total() if self._source is not None else 0
        self.endResetModel()

    def grow(self) -> None:
        """Take the rows that the source has found below the ones it had; the others stay."""
        total = self._source.total() if self._source is not None else 0
        if total <= self._total:
            return
        last = self._total // PAGE
        if self._total % PAGE:
            self._pages.pop(last, None)  # it was not full
        self.beginInsertRows(QModelIndex(), self._total, total - 1)
        self._total = total
        self.endInsertRows()

    def row_at(self, row: int) -> object | None:
        """Return a row if its page is loaded; else request it and return None."""
        if not 0 <= row < self._total:
            return None
        page = row // PAGE
        rows = self._pages.get(page)
        if rows is None:
            self._want(page)
            return None
        self._pages.move_to_end(page)
        offset = row - page * PAGE
        return rows[offset] if offset < len(rows) else None

    def held(self) -> int:
        """Return how many rows are in memory."""
        return sum(len(rows) for rows in self._pages.values())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows of the source."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text (also for screen readers: exactly what is seen), cell or row."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role not in (Qt.ItemDataRole.DisplayRole, CELL_ROLE, ROW_ROLE):
            return None
        row = self.row_at(index.row())
        if role == ROW_ROLE:
            return row
        if row is None:
            return LOADING if role == Qt.ItemDataRole.DisplayRole else None
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
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _want(self, page: int) -> None:
        if page in self._asked:
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        del self._wanted[:-WAITING]
        if not self._clock.isActive():
            self._clock.start()

    @Slot()
    def _ask(self) -> None:
        wanted, self._wanted = self._wanted, []
        for page in wanted:
            if self._source is None or page in self._asked:
                continue
            self._asked.add(page)
            first = page * PAGE
            size = min(PAGE, self._total - first)
            self._source.request(first, size, partial(self._arrive, self._turn))

    def _arrive(self, turn: int, first_row: int, rows: Sequence[object]) -> None:
        page = first_row // PAGE
        if turn != self._turn:
            return
        self._asked.discard(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        last = min(first_row + len(rows), self._total) - 1
        if last >= first_row and self._columns:
            self.dataChanged.emit(
                self.index(first_row, 0), self.index(last, len(self._columns) - 1)
            )
        self.page_arrived.emit(first_row)
