"""A streaming pass over an XML part of a workbook, before openpyxl reads it.

It refuses every DOCTYPE. Excel writes none, and without one there is no entity to expand or to
fetch, so the package defusedxml is not needed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from reception.domain.errors import ReceptionError

_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_CHUNK = 1 << 18
_LAST_LINE = 1_048_576  # the last line of a sheet in Excel
_MAX_CELLS = 12_000_000
_MAX_STRINGS = 6_000_000
_MAX_MERGES = 100_000
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


@dataclass(slots=True)
class SheetPrescan:
    """Facts of a sheet that openpyxl does not give when it streams.

    Lines count from 1 and columns from 1 (A).
    """

    lines: int = 0  # lines written in the file
    hidden_lines: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)  # (first, last)
    # (left, top, right, bottom)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas: dict[int, set[int]] = field(default_factory=dict)  # line -> columns

    def is_hidden(self, column: int) -> bool:
        """Tell whether a column (1 = A) is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


class _PartHandler:
    """Collects the facts from the XML elements of a part; it stores none of their text."""

    def __init__(self) -> None:
        self.facts = SheetPrescan()
        self._line = 0
        self._column_number = 0
        self._cell: str | None = None
        self._cells = 0
        self._strings = 0
        names = {
            "row": self._on_row,
            "c": self._on_cell,
            "f": self._on_formula,
            "col": self._on_column,
            "mergeCell": self._on_merge,
            "si": self._on_string,
        }
        self._handlers = {f"{_NAMESPACE} {name}": handler for name, handler in names.items()}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        handler = self._handlers.get(name)
        if handler is not None:
            handler(attributes)

    def _on_row(self, attributes: dict[str, str]) -> None:
        line = int(attributes.get("r", self._line + 1))
        if not self._line < line <= _LAST_LINE:
            raise ReceptionError("exchange.damaged")
        self._line, self._column_number = line, 0
        self.facts.lines += 1
        if attributes.get("hidden") in ("1", "true"):
            self.facts.hidden_lines.add(line)

    def _on_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes.get("r")
        self._column_number += 1
        self._cells += 1
        if self._cells > _MAX_CELLS:
            raise ReceptionError("exchange.too_large")

    def _on_formula(self, _: dict[str, str]) -> None:
        column = _position(self._cell)[0] if self._cell else self._column_number
        self.facts.formulas.setdefault(self._line, set()).add(column)

    def _on_column(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            span = (int(attributes.get("min", 0)), int(attributes.get("max", 0)))
            self.facts.hidden_columns.append(span)

    def _on_merge(self, attributes: dict[str, str]) -> None:
        if len(self.facts.merges) >= _MAX_MERGES:
            raise ReceptionError("exchange.too_large")
        first, _, last = attributes.get("ref", "").partition(":")
        self.facts.merges.append((*_position(first), *_position(last or first)))

    def _on_string(self, _: dict[str, str]) -> None:
        self._strings += 1
        if self._strings > _MAX_STRINGS:
            raise ReceptionError("exchange.too_large")


def prescan(part: IO[bytes]) -> SheetPrescan:
    """Return the facts of one XML part.

    Errors: ``exchange.unsafe`` for a DOCTYPE, ``exchange.damaged``, ``exchange.too_large``.
    """
    handler = _PartHandler()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = handler.start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):
        damaged = True  # raised below: the cause may quote a cell, so it is not chained
    else:
        damaged = False
    if damaged:
        raise ReceptionError("exchange.damaged")
    return handler.facts


def _position(cell: str) -> tuple[int, int]:
    """Return column and line of a reference such as ``B12``, from 1. Errors: ValueError."""
    match = _CELL.fullmatch(cell)
    if match is None:
        raise ValueError
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(match[2])


def _refuse_doctype(*_: object) -> None:
    raise ReceptionError("exchange.unsafe")
