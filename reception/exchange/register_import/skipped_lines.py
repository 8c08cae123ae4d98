"""Tells the rows of a register from its other lines: months, totals, numbering, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reception.domain.errors import ReceptionError
from reception.domain.text import nfc
from reception.exchange.register_import.cell_values import text_of
from reception.exchange.register_import.column_headings import Column, Heading
from reception.exchange.register_import.sheet_facts import SheetFacts

_MONTH = re.compile(
    r"(?:tháng|quý|tuần|năm|kỳ)\s*[:.]?\s*(?:\d{1,4}|[ivx]{1,4})(?:\s*(?:[-/.]|năm)\s*\d{4})?\s*[:.]?",
    re.IGNORECASE,
)
# Compared with accents, and as a whole: "Tòng" and "Công" are family names.
_TOTAL = re.compile(
    r"(?:tổng\s*(?:cộng|số)?|cộng|cộng dồn|l[uũ][ỹy]\s*kế)"
    r"(?:\s+(?:tháng|quý|năm|cả năm|toàn bộ|trang|lượt tiếp|số người)\s*\d*)?\s*:?\s*\d*",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\(?\s*(\d{1,2})\s*\)?")
_MIN_ORDINALS = 5
_MAX_ORDINAL = 30
_MAX_MONTH_CELLS = 2
_MAX_LOOSE_CELLS = 4
_MAX_MERGED_LINES = 400_000
_MIN_DAY_LENGTH = 6  # "1/1/17"
_CORE = (Column.NUMBER, Column.DATE, Column.KIND, Column.KIND_PEOPLE, Column.PAPER)


def skip_code(values: Sequence[object]) -> tuple[str, str]:
    """Return (code, text for the preview) of a line that is no visit, else two empty texts."""
    filled = [value for value in values if value not in (None, "")]
    texts = [nfc(value).strip() for value in filled if isinstance(value, str)]
    if len(filled) <= _MAX_MONTH_CELLS:
        month = next((text for text in texts if _MONTH.fullmatch(text)), "")
        if month:
            return "exchange.skip.month", month
    total = next((text for text in texts if _TOTAL.fullmatch(text)), "")
    if total:
        return "exchange.skip.total", total
    if len(filled) >= _MIN_ORDINALS and _are_ordinals(filled):
        return "exchange.skip.numbering", ""
    return "", ""


def _are_ordinals(filled: Sequence[object]) -> bool:
    matches = [_ORDINAL.fullmatch(text_of(value)) for value in filled]
    numbers = {int(match[1]) for match in matches if match}
    return len(numbers) == len(filled) and max(numbers) <= _MAX_ORDINAL


def _cell(heading: Heading, values: Sequence[object], column: Column) -> object:
    position = heading.columns.get(column, len(values))
    return values[position] if position < len(values) else None


def is_loose(heading: Heading, values: Sequence[object]) -> bool:
    """Tell whether a line is loose text, e.g. a signature: few cells, all of them text.

    It has no digit in the columns where a visit has one.
    """
    filled = [value for value in values if value not in (None, "")]
    has_core = any(re.search(r"\d", text_of(_cell(heading, values, column))) for column in _CORE)
    return (
        len(filled) <= _MAX_LOOSE_CELLS
        and not has_core
        and all(isinstance(value, str) for value in filled)
    )


def is_plain_row(heading: Heading, values: Sequence[object]) -> bool:
    """Tell quickly whether a line is an ordinary row: a number, and a day or a long text."""
    number = _cell(heading, values, Column.NUMBER)
    day = _cell(heading, values, Column.DATE)
    dated = isinstance(day, datetime) or (isinstance(day, str) and len(day) >= _MIN_DAY_LENGTH)
    return isinstance(number, int) and dated


def looks_like_row(heading: Heading, values: Sequence[object]) -> bool:
    """Tell whether the cell of number or day holds a digit, which no heading does."""
    cells = (_cell(heading, values, Column.NUMBER), _cell(heading, values, Column.DATE))
    return any(any(char.isdigit() for char in text_of(value)) for value in cells)


@dataclass(slots=True)
class MergedCells:
    """Merged cells below the heading, by line: (left, right, top, bottom), columns from 0."""

    by_line: dict[int, list[tuple[int, int, int, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: SheetFacts, heading_line: int) -> MergedCells:
        """Return the merged cells below the heading.

        Errors: ``exchange.too_large`` when they cover too many lines.
        """
        merged = cls()
        lines = 0
        for left, top, right, bottom in facts.merges:
            first = max(top, heading_line + 1)
            lines += max(0, bottom - first + 1)
            if lines > _MAX_MERGED_LINES:
                raise ReceptionError("exchange.too_large")
            for line in range(first, bottom + 1):
                merged.by_line.setdefault(line, []).append((left - 1, right - 1, top, bottom))
        return merged
