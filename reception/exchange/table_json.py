"""A statutory table as JSON, for programs that read its figures."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from reception.law.tables.statutory_table import Choices, CountingChoice
from reception.law.tables.table_checks import TableCheck
from reception.law.tables.table_sheet import TableSheet

# Counting choice → its JSON key, the value if it is chosen, the value otherwise.
_COUNTING: dict[CountingChoice, tuple[str, str | bool, str | bool]] = {
    CountingChoice.PEOPLE_DISTINCT: ("people", "distinct", "per_visit"),
    CountingChoice.MATTERS_DISTINCT: ("matters", "distinct", "per_visit"),
    CountingChoice.REFUSED_COUNTED: ("refused_counted", True, False),
    CountingChoice.DAYS_FROM_VISITS: ("days", "visits", "announced"),
}


def table_as_json(sheet: TableSheet, checks: Sequence[TableCheck]) -> bytes:
    """Return the table as JSON in UTF-8: figures by column number, in total and for each unit."""
    text = json.dumps(table_document(sheet, checks), ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8")


def table_document(sheet: TableSheet, checks: Sequence[TableCheck]) -> dict[str, object]:
    """Return the content of the JSON document: ``form``, ``period``, ``columns`` …"""
    since, until = (day.isoformat() for day in sheet.period)
    return {
        "form": sheet.table.code,
        "period": {"from": since, "to": until},
        "counting": {
            **_counting(sheet.table.choices, sheet.choices),
            "note": sheet.note,
        },
        "columns": _figures(sheet, sheet.total()),
        "rows": [
            {"unit": row.unit, "columns": _figures(sheet, row.columns)} for row in sheet.units
        ],
        "checks": [{"rule": check.rule, "holds": check.holds} for check in checks],
        **sheet.breakdowns,
    }


def _counting(offered: Choices, chosen: Choices) -> dict[str, str | bool]:
    return {
        key: when_chosen if choice in chosen else otherwise
        for choice, (key, when_chosen, otherwise) in _COUNTING.items()
        if choice in offered
    }


def _figures(sheet: TableSheet, columns: Mapping[int, int]) -> dict[str, int]:
    return {str(number): columns.get(number, 0) for number in sheet.table.numbers}
