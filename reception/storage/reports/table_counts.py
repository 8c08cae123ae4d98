"""Input and result of a counting query: a period, and the figures by unit and column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from reception.law.tables.statutory_table import Choices, CountingChoice
from reception.storage.database import Database

# SQL condition of the visits that are counted; ``CountingRequest.parameters`` gives its parameters.
COUNTED_VISITS = (
    "voided = 0 AND received_on BETWEEN :since AND :until "
    "AND (progress <> 'refused' OR :count_refused)"
)


@dataclass(frozen=True, slots=True)
class CountingRequest:
    """A period, both days included, the units of the table, and the choices of the office.

    ``units`` are in the order of the table, the office itself first.
    """

    period: tuple[date, date]
    units: tuple[str, ...]
    choices: Choices = frozenset()

    def parameters(self) -> dict[str, str | int]:
        """Return the values for ``COUNTED_VISITS``."""
        return {
            "since": self.period[0].isoformat(),
            "until": self.period[1].isoformat(),
            "count_refused": int(CountingChoice.REFUSED_COUNTED in self.choices),
        }


@dataclass(frozen=True, slots=True)
class TableCounts:
    """The figures of a table: ``figures_by_unit`` is unit → column number → figure.

    Columns with a formula may be left out; they are computed later. ``choices`` are the ways of
    counting that were used. ``breakdowns`` are further figures of the same period, not in columns:
    name → key → figure.
    """

    figures_by_unit: Mapping[str, Mapping[int, int]]
    choices: Choices
    breakdowns: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


CountingQuery = Callable[[Database, CountingRequest], TableCounts]
