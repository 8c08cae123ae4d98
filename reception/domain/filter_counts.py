"""Counts shown beside the filters of the register: visits that each choice would show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ANY, LATE, SOON = "", "late", "soon"
Cell = tuple[str, str, str]  # deadline (ANY, LATE or SOON), kind, how it is handled


@dataclass(frozen=True, slots=True)
class FilterCounts:
    """Numbers of visits by deadline, kind, handling and span of days.

    ``cells`` holds for each cell one number a span, in the order in which the spans were asked
    for; a cell without visits may be absent. ``is_complete`` is False when so many were found that
    the counting stopped: then no number is known.
    """

    cells: Mapping[Cell, tuple[int, ...]]
    is_complete: bool = True

    def number(self, span: int, kind: str = "", progress: str = "", due: str = ANY) -> int | None:
        """Return how many visits match a choice; "" matches all. None when unknown."""
        if not self.is_complete:
            return None
        return sum(
            numbers[span]
            for (cell_due, cell_kind, cell_progress), numbers in self.cells.items()
            if cell_due == due and kind in ("", cell_kind) and progress in ("", cell_progress)
        )
