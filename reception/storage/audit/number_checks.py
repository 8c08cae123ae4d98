"""Checks of series of numbers: visits, papers, prints and pseudonyms have no gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from reception.domain.audit import Finding
from reception.storage.audit.entry_facts import parsed_facts
from reception.storage.database import Database

_VISITS = "SELECT visit_id, year, number, import_digest FROM visit ORDER BY year, number"
_NUMBERS_SET = "SELECT subject, facts FROM log WHERE act = 'number_set' ORDER BY seq"
_RECEIPTS = "SELECT series, year, number FROM receipt ORDER BY series, year, number"
_PRINTS = "SELECT year, label, number FROM print ORDER BY year"
# Codes that were given are never given again: the last one is remembered.
_FORGOTTEN_CODES = (
    "SELECT v.series, v.code_year, max(v.code_number) AS given, c.number AS last FROM visit v "
    "LEFT JOIN code_last c ON c.series = v.series AND c.year = v.code_year "
    "GROUP BY v.series, v.code_year HAVING c.number IS NULL OR c.number < given"
)


def check_numbers(database: Database) -> Iterator[Finding]:
    """Yield the first number after each gap, and every series of codes that was set back."""
    yield from _check_visits(database)
    for (series, year), rows in groupby(
        database.iterate(_RECEIPTS), key=lambda row: (row["series"], row["year"])
    ):
        for number in _after_gaps(row["number"] for row in rows):
            yield Finding("number.gap", None, "receipt", f"{series}|{year}|{number}")
    yield from _check_prints(database)
    for row in database.iterate(_FORGOTTEN_CODES):
        yield Finding("number.code", None, "code_last", f"{row['series']}|{row['code_year']}")


def _check_visits(database: Database) -> Iterator[Finding]:
    """A visit follows the one before, has a number that was set, or one from an imported file."""
    numbers_set = {
        (row["subject"], str((parsed_facts(row["facts"]) or {}).get("number")))
        for row in database.query(_NUMBERS_SET)
    }
    for year, rows in groupby(database.iterate(_VISITS), key=lambda row: int(row["year"])):
        expected = 1
        for row in rows:
            number = int(row["number"])
            was_set = (str(year), str(number)) in numbers_set
            is_explained = was_set or row["import_digest"] is not None
            if number != expected and not is_explained:
                yield Finding("number.gap", None, "visit", str(row["visit_id"]))
            expected = number + 1


def _check_prints(database: Database) -> Iterator[Finding]:
    """Yield a print whose number is not the next one, save for labels that were drawn at random."""
    for year, rows in groupby(database.iterate(_PRINTS), key=lambda row: int(row["year"])):
        numbers: set[int] = set()
        drawn: set[str] = set()
        for row in rows:
            if row["number"] is None:
                drawn.add(row["label"])
            else:
                numbers.add(int(row["number"]))
        expected = 1
        for number in sorted(numbers):
            is_wide = number < 1 or number - expected > len(drawn)
            missing = range(0) if is_wide else range(expected, number)
            if is_wide or any(f"{year}-{n:04d}" not in drawn for n in missing):
                yield Finding("number.gap", None, "print", f"{year}-{number:04d}")
            expected = number + 1


def _after_gaps(numbers: Iterable[int]) -> Iterator[int]:
    """Yield every number, in rising order from 1, that does not follow the one before."""
    expected = 1
    for number in numbers:
        if number != expected:
            yield number
        expected = number + 1
