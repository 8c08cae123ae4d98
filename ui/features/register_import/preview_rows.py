"""The lines of an import preview as rows of a table; no cell contains an identity."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from reception.exchange.register_import.column_headings import Column as FileColumn
from reception.services.register_import.preview_lines import LineState, PreviewLine, PreviewLines
from ui.models.paged_table_model import Cell, Column

translate = QCoreApplication.translate
_PROBLEM_BACKGROUND = "dangerSoft"
_ICONS = {
    LineState.IMPORTED: ("circle-check", "ok"),
    LineState.SEALED: ("seal", "seal"),
    LineState.MASKED: ("triangle-alert", "warn"),
    LineState.REJECTED: ("circle-x", "danger"),
    LineState.SKIPPED: ("minus", "text3"),
}
_NUMBER_COLUMNS = {FileColumn.NUMBER}
_DAY_COLUMNS = {FileColumn.DATE}
_KIND_COLUMNS = {FileColumn.KIND, FileColumn.KIND_PEOPLE}
_PEOPLE_COLUMNS = {FileColumn.PEOPLE, FileColumn.SAME_CONTENT, FileColumn.KIND_PEOPLE}
_CONTENT_COLUMNS = {FileColumn.SUMMARY}


class PreviewSource:
    """Source of a paged table: the preview lines with the given indexes."""

    def __init__(self, lines: PreviewLines, indexes: Sequence[int]) -> None:
        self._lines, self._indexes = lines, indexes

    def total(self) -> int:
        return len(self._indexes)

    def request(
        self, first_row: int, size: int, deliver: Callable[[int, Sequence[object]], None]
    ) -> None:
        """Deliver the lines at once, without a thread: a page of 200 takes a few milliseconds."""
        indexes = self._indexes[first_row : first_row + size]
        deliver(first_row, [self._lines.line(index) for index in indexes])


def columns() -> list[Column]:
    return [
        Column("line", translate("Import", "Row"), _line_number_cell, 54, True),
        Column("number", translate("Import", "Visit"), _number_cell, 62),
        Column("day", translate("Import", "Day"), _day_cell, 98),
        Column("kind", translate("Import", "Kind"), _kind_cell, 84),
        Column("people", translate("Import", "People"), _people_cell, 76),
        Column("content", translate("Import", "Content, checked"), _content_cell, 0),
        Column("result", translate("Import", "Result of reading"), _result_cell, 268),
    ]


def _preview_cell(row: object, text: str, columns: set[FileColumn]) -> Cell:
    """Return a cell that is framed if one of the columns it is read from has a problem."""
    if not isinstance(row, PreviewLine):
        raise TypeError
    if row.state is not LineState.REJECTED:
        return Cell(text, muted=row.state is LineState.SKIPPED)
    has_problem = bool(columns & set(row.problem_columns))
    if has_problem and not text:
        text = translate("Import", "empty")
    return Cell(
        text,
        background=_PROBLEM_BACKGROUND,
        framed=has_problem,
        text_color="dangerText" if has_problem else "",
    )


def _line_number_cell(row: object) -> Cell:
    return _preview_cell(row, str(getattr(row, "line", "")), set())


def _number_cell(row: object) -> Cell:
    return _preview_cell(row, getattr(row, "number", ""), _NUMBER_COLUMNS)


def _day_cell(row: object) -> Cell:
    return _preview_cell(row, getattr(row, "day", ""), _DAY_COLUMNS)


def _kind_cell(row: object) -> Cell:
    return _preview_cell(row, getattr(row, "kind", ""), _KIND_COLUMNS)


def _people_cell(row: object) -> Cell:
    return _preview_cell(row, getattr(row, "people", ""), _PEOPLE_COLUMNS)


def _content_cell(row: object) -> Cell:
    return _preview_cell(row, getattr(row, "content", ""), _CONTENT_COLUMNS)


def _result_cell(row: object) -> Cell:
    """Return the result of reading; framed if the column with the problem is not in the table."""
    if not isinstance(row, PreviewLine):
        raise TypeError
    icon, tone = _ICONS[row.state]
    if row.state is not LineState.REJECTED:
        return Cell(row.result, icon=icon, tone=tone, muted=row.state is LineState.SKIPPED)
    shown_columns = (
        _NUMBER_COLUMNS | _DAY_COLUMNS | _KIND_COLUMNS | _PEOPLE_COLUMNS | _CONTENT_COLUMNS
    )
    is_problem_elsewhere = not shown_columns & set(row.problem_columns)
    return Cell(
        row.result,
        icon=icon,
        tone=tone,
        background=_PROBLEM_BACKGROUND,
        framed=is_problem_elsewhere,
        text_color="dangerText",
    )
