"""Each statutory table has its counting query, and each query its table."""

from __future__ import annotations

from datetime import date

import pytest

from reception.law.tables.registry import TABLES
from reception.law.tables.statutory_table import StatutoryTable
from reception.services.access.session import Session
from reception.storage.reports.counting_queries import COUNTING_QUERIES
from reception.storage.reports.table_counts import CountingRequest
from tests.fixtures.office import HEAD, ThrowAwayOffice

PERIOD = (date(2026, 11, 15), date(2026, 12, 14))


def test_tables_and_queries_are_the_same() -> None:
    assert set(COUNTING_QUERIES) == {table.name for table in TABLES}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_query_fills_columns_of_its_table_for_the_units_asked(
    table: StatutoryTable, office: ThrowAwayOffice
) -> None:
    session: Session = office.open(HEAD)
    request = CountingRequest(PERIOD, ("Ban Tiếp công dân", "Ban Nội chính"))
    counts = COUNTING_QUERIES[table.name](session.database, request)
    session.database.close()
    assert tuple(counts.figures_by_unit) == request.units
    for columns in counts.figures_by_unit.values():
        assert set(columns) <= set(table.numbers)
    assert counts.choices <= table.choices
