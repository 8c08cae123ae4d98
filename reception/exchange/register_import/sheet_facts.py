"""What is known of a sheet besides its cells: what is hidden, and which cells are merged."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class SheetFacts:
    """Lines and columns count from 1 (A)."""

    hidden_columns: tuple[tuple[int, int], ...] = ()  # (first, last)
    merges: tuple[tuple[int, int, int, int], ...] = ()  # (left, top, right, bottom)
    hidden_lines: set[int] = field(default_factory=set)  # of the lines read so far

    def is_hidden(self, column: int) -> bool:
        """Tell whether a column (1 = A) is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)
