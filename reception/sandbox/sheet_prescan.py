"""Runs in the child: a streaming pass over an XML part of a workbook, before openpyxl reads it.

It refuses what a register never has, so that openpyxl builds no large structure. It refuses every
DOCTYPE too: Excel writes none, and without one there is no entity to expand or to fetch, so the
package defusedxml is not needed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from reception.domain.errors import ReceptionError
from reception.sandbox.workbook_cells import LAST_COLUMN, LAST_LINE
from reception.sandbox.workbook_protocol import MAX_MERGES

_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT_NAMESPACE = "http://purl.oclc.org/ooxml/spreadsheetml/main"  # openpyxl cannot read it
_CHUNK = 1 << 18
_MAX_DEPTH = 128  # elements inside each other; a sheet of Excel has about ten
_OUT_OF_MEMORY = 1  # XML_ERROR_NO_MEMORY
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


@dataclass(slots=True)
class PartLimits:
    """What is left for all parts of a workbook together: lines, cells and shared texts."""

    lines: int = 3_000_000
    cells: int = 3_000_000  # 150,000 visits in 20 columns
    texts: int = 3_000_000


@dataclass(slots=True)
class SheetPrescan:
    """Facts of a sheet that openpyxl does not give when it streams.

    Lines count from 1 and columns from 1 (A).
    """

    filled_lines: set[int] = field(default_factory=set)  # lines with a value or a formula
    hidden_lines: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)  # (first, last)
    # (left, top, right, bottom)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)


class _PartHandler:
    """Collects the facts from the XML elements of a part; it stores none of their text."""

    def __init__(self, limits: PartLimits) -> None:
        self.facts = SheetPrescan()
        self._limits = limits
        self._depth = 0
        self._line = 0
        self._column = 0
        names = {
            "row": self._on_row,
            "c": self._on_cell,
            "v": self._on_content,
            "is": self._on_content,
            "f": self._on_content,
            "col": self._on_column,
            "mergeCell": self._on_merge,
            "si": self._on_text,
        }
        self._handlers = {f"{_NAMESPACE} {name}": handler for name, handler in names.items()}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise ReceptionError("exchange.unsafe")
        if self._depth == 1 and name.startswith(_STRICT_NAMESPACE):
            raise ReceptionError("exchange.strict_form")
        handler = self._handlers.get(name)
        if handler is not None:
            handler(attributes)

    def end(self, _: str) -> None:
        self._depth -= 1

    def _on_row(self, attributes: dict[str, str]) -> None:
        self._limits.lines -= 1
        if self._limits.lines < 0:
            raise ReceptionError("exchange.too_large")
        line = int(attributes.get("r", self._line + 1))
        if not self._line < line <= LAST_LINE:
            raise ReceptionError("exchange.damaged")
        self._line, self._column = line, 0
        if attributes.get("hidden") in ("1", "true"):
            self.facts.hidden_lines.add(line)

    def _on_cell(self, attributes: dict[str, str]) -> None:
        """Check that the cells of a line are in order: of two at one place, one would be lost."""
        self._limits.cells -= 1
        if self._limits.cells < 0:
            raise ReceptionError("exchange.too_large")
        reference = attributes.get("r")
        column, line = _position(reference) if reference else (self._column + 1, self._line)
        if column > LAST_COLUMN:
            raise ReceptionError("exchange.too_wide", line=self._line)
        if column <= self._column or line != self._line:
            raise ReceptionError("exchange.damaged")
        self._column = column

    def _on_content(self, _: dict[str, str]) -> None:
        self.facts.filled_lines.add(self._line)

    def _on_column(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") not in ("1", "true"):
            return
        first, last = int(attributes.get("min", 0)), int(attributes.get("max", 0))
        if not 1 <= first <= last <= LAST_COLUMN or len(self.facts.hidden_columns) >= LAST_COLUMN:
            raise ReceptionError("exchange.damaged")
        self.facts.hidden_columns.append((first, last))

    def _on_merge(self, attributes: dict[str, str]) -> None:
        if len(self.facts.merges) >= MAX_MERGES:
            raise ReceptionError("exchange.too_large")
        first, _, last = attributes.get("ref", "").partition(":")
        area = (*_position(first), *_position(last or first))
        if not 1 <= area[0] <= area[2] <= LAST_COLUMN or not 1 <= area[1] <= area[3] <= LAST_LINE:
            raise ReceptionError("exchange.damaged")
        self.facts.merges.append(area)

    def _on_text(self, _: dict[str, str]) -> None:
        self._limits.texts -= 1
        if self._limits.texts < 0:
            raise ReceptionError("exchange.too_large")


def prescan(part: IO[bytes], limits: PartLimits) -> SheetPrescan:
    """Return the facts of one XML part; what it has is taken from ``limits``.

    Errors: ``exchange.unsafe`` for a DOCTYPE or deep nesting, ``exchange.damaged``,
    ``exchange.too_large``, ``exchange.too_wide``, ``exchange.strict_form``; MemoryError.
    """
    handler = _PartHandler(limits)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        is_out_of_memory = error.code == _OUT_OF_MEMORY
    except (ValueError, LookupError):
        is_out_of_memory = False
    else:
        return handler.facts
    # Raised here: the cause may quote a cell, so it is not chained.
    if is_out_of_memory:
        raise MemoryError
    raise ReceptionError("exchange.damaged")


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
