"""Counts beside the filters of the register: how many visits each choice of a filter would show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ANY, OVERDUE, DUE_SOON = "", "late", "soon"
# Deadline (ANY, OVERDUE or DUE_SOON), kind of petition, progress of handling.
Cell = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class FilterCounts:
    """Numbers of visits by deadline, kind of petition, progress of handling and span of days.

    ``cells`` holds for each cell a tuple with one number for each span of days, in the order of
    the spans in the query; a cell without visits may be absent. ``is_complete`` is False when the
    query found too many visits and stopped counting: then no number is known.
    """

    cells: Mapping[Cell, tuple[int, ...]]
    is_complete: bool = True

    def visit_count(
        self, span: int, kind: str = "", progress: str = "", due: str = ANY
    ) -> int | None:
        """Return how many visits match a choice, None when unknown.

        ``span`` is the index of a span of days; "" as kind or progress matches all.
        """
        if not self.is_complete:
            return None
        return sum(
            numbers[span]
            for (cell_due, cell_kind, cell_progress), numbers in self.cells.items()
            if cell_due == due and kind in ("", cell_kind) and progress in ("", cell_progress)
        )
