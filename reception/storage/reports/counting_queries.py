"""The counting query of each statutory table, by the table's name."""

from __future__ import annotations

from collections.abc import Mapping

from reception.law.tables.table_01tcd import TABLE_01TCD
from reception.storage.reports.counts_01tcd import count_01tcd
from reception.storage.reports.table_counts import CountingQuery

COUNTING_QUERIES: Mapping[str, CountingQuery] = {TABLE_01TCD.name: count_01tcd}
