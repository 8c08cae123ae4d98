"""The statutory tables that the program counts; each has a query in ``storage.reports``."""

from __future__ import annotations

from datetime import date

from reception.domain.errors import InvalidInput
from reception.law.tables.statutory_table import StatutoryTable
from reception.law.tables.table_01tcd import TABLE_01TCD

TABLES: tuple[StatutoryTable, ...] = (TABLE_01TCD,)


def table_codes() -> tuple[str, ...]:
    """Return the codes of the tables, each once, in the order of the circular."""
    return tuple(dict.fromkeys(table.code for table in TABLES))


def table_of_period(code: str, closes_on: date) -> StatutoryTable:
    """Return the table of a code that is in force on the last day of a period.

    TT 06/2025 has no transitional provision: the circular in force on the last day of a period
    applies to the whole period. For a day before the first known version of a table, the function
    returns that version.

    Errors: ``report.unknown_table`` for a code that no table has.
    """
    versions = [table for table in TABLES if table.code == code]
    if not versions:
        raise InvalidInput("report.unknown_table", "form", form=code)
    in_force = [table for table in versions if table.in_force(closes_on)]
    return in_force[0] if in_force else min(versions, key=lambda table: table.since)
