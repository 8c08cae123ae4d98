"""The structure of a statutory table: headings, columns, formulas, checks, notes, days in force."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reception.domain.reporting_periods import PeriodKind


class CountingChoice(StrEnum):
    """A way of counting that differs from the usual one; the note line of the table states it."""

    PEOPLE_DISTINCT = "people_distinct"
    MATTERS_DISTINCT = "matters_distinct"
    REFUSED_COUNTED = "refused_counted"
    DAYS_FROM_VISITS = "days_from_visits"  # the office announced no reception days


Choices = frozenset[CountingChoice]


@dataclass(frozen=True, slots=True)
class TableHeading:
    """A heading above several neighbouring columns; ``parent`` is the heading above this one."""

    title: str
    parent: TableHeading | None = None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of figures.

    ``formula`` is printed after the column's number in the line "MS": ``5+11+17`` for column 1
    gives ``1=5+11+17``. It is ``7+8=9+10+11`` where the circular prints two sums.
    """

    number: int
    title: str
    parent: TableHeading | None = None
    formula: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """The titles from the uppermost heading down to the column's own."""
        titles, heading = [self.title], self.parent
        while heading is not None:
            titles.insert(0, heading.title)
            heading = heading.parent
        return tuple(titles)

    @property
    def number_lines(self) -> tuple[str, ...]:
        """The lines of the cell "MS": ``5`` or ``1=5+11+17``; a second sum is on a second line."""
        first, *others = self.formula.split("=")
        return (f"{self.number}={first}" if first else str(self.number), *(f"={o}" for o in others))


@dataclass(frozen=True, slots=True)
class TableNote:
    """A sentence of the note line.

    It is printed if one of the choices ``when`` was made and none of the choices ``unless``.
    """

    text: str
    when: Choices = frozenset()  # empty: always
    unless: Choices = frozenset()

    def applies(self, choices: Choices) -> bool:
        """Tell whether the sentence is printed for these ways of counting."""
        return (not self.when or bool(self.when & choices)) and not self.unless & choices


@dataclass(frozen=True, slots=True)
class StatutoryTable:
    """A table of a circular, as data.

    ``columns`` are numbered from 1 without gaps. ``checks`` are rules beside the printed formulas:
    ``8<=5``, ``9>=5*8``, and ``1=02/XLD:6`` for a column of another table of the same period.
    ``until`` is the last day on which the table is in force.
    """

    code: str  # "01/TCD"
    circular: str  # "TT 06/2025"
    regulation: str  # "Thông tư 06/2025/TT-TTCP"
    title: str
    columns: tuple[TableColumn, ...]
    periods: frozenset[PeriodKind]  # kinds of periods for which the table is sent
    since: date
    until: date | None = None
    checks: tuple[str, ...] = ()
    notes: tuple[TableNote, ...] = field(default=())

    @property
    def name(self) -> str:
        """The complete name, ``Biểu 01/TCD (TT 06/2025)``; the code alone is ambiguous."""
        return f"Biểu {self.code} ({self.circular})"

    @property
    def numbers(self) -> range:
        """The numbers of the columns, from 1."""
        return range(1, len(self.columns) + 1)

    @property
    def note_number(self) -> int:
        """The number of the note line, which follows that of the last column."""
        return len(self.columns) + 1

    @property
    def choices(self) -> Choices:
        """The ways of counting that matter for this table: those that its notes mention."""
        return frozenset().union(*(note.when | note.unless for note in self.notes))

    def note(self, choices: Choices) -> str:
        """Return the note line, which states how the figures were counted."""
        return " ".join(note.text for note in self.notes if note.applies(choices))

    def in_force(self, day: date) -> bool:
        """Tell whether the table is in force on a day."""
        return self.since <= day and (self.until is None or day <= self.until)
