"""Reads the items of a list source by source: one that cannot be read hides no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from reception.services.register.register_row import RegisterRow
from reception.storage.json_shapes import ShapeError

_Item = TypeVar("_Item")


class ReadableItems:
    """Counts in ``unreadable`` the rows and sources left out: they hold what no program writes."""

    def __init__(self) -> None:
        self.unreadable = 0

    def read(self, source: Callable[[], Iterable[_Item]]) -> tuple[_Item, ...]:
        """Return the items of a source; none if it meets an unreadable value."""
        try:
            return tuple(source())
        except ShapeError:
            self.unreadable += 1
            return ()

    def rows(self, rows: Iterable[RegisterRow]) -> tuple[RegisterRow, ...]:
        """Return the rows that are readable."""
        listed = tuple(rows)
        readable = tuple(row for row in listed if not row.unreadable)
        self.unreadable += len(listed) - len(readable)
        return readable
