"""Model of a short list of painted lines, with headings that cannot be selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

LINE_ROLE = Qt.ItemDataRole.UserRole + 1


class Line(Protocol):
    """A line of the list: what the model and its delegate read from it."""

    def accessible_text(self) -> str:
        """Return the text for a screen reader."""
        ...

    @property
    def is_heading(self) -> bool:
        """True for a heading, which cannot be selected."""
        ...


_LineType = TypeVar("_LineType", bound=Line)


class LineListModel(QAbstractListModel, Generic[_LineType]):
    """List model with one line a row; a delegate reads a line with ``LINE_ROLE`` and paints it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_LineType] = []

    def set_lines(self, lines: Sequence[_LineType]) -> None:
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, row: int) -> _LineType | None:
        """Return the line of a row, None if there is no such row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # type: ignore[override]
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex, role: int = 0) -> object:  # type: ignore[override]
        """Return the line (``LINE_ROLE``) or its text for a screen reader."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.accessible_text()
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:  # type: ignore[override]
        line = self.line(index.row())
        if line is None or line.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
