"""Statutory tables of a period: counted, checked, and exported if every rule is satisfied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.exchange.table_json import table_as_json
from reception.exchange.table_workbook import write_table_workbook
from reception.law.tables.registry import table_codes, table_of_period
from reception.law.tables.statutory_table import CountingChoice, StatutoryTable
from reception.law.tables.table_checks import TableCheck, check_sheet
from reception.law.tables.table_rules import table_rules
from reception.law.tables.table_sheet import TableSheet, UnitRow, with_formula_columns
from reception.printing.tables.statutory_table import (
    render_statutory_table,
)
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.office.office_settings import OfficeSettings
from reception.services.reports.report_periods import require_countable
from reception.storage.reports.counting_queries import COUNTING_QUERIES
from reception.storage.reports.petition_counts import PetitionCounts, count_petitions
from reception.storage.reports.readable_values import require_readable
from reception.storage.reports.table_counts import CountingRequest


@dataclass(frozen=True, slots=True)
class CountedTable:
    """A statutory table of a period, with the result of each rule that its figures must satisfy."""

    sheet: TableSheet
    checks: tuple[TableCheck, ...]

    @property
    def column_totals(self) -> dict[int, int]:
        """The totals over all units, by column number."""
        return self.sheet.total()

    @property
    def is_consistent(self) -> bool:
        """Tell whether the figures satisfy every rule of the table."""
        return all(check.holds for check in self.checks)


@rights_checked
class StatutoryTables:
    """Counts, checks and exports the statutory tables; counting needs the right ``report``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count(self, code: str, period: tuple[date, date]) -> CountedTable:
        """Count the table of a code, such as ``01/TCD``, for a period, both ends included.

        Errors: ``report.period_wrong`` when the period ends before it begins;
        ``report.unknown_table``; NotAllowed ``report.needs_reader``.
        """
        _require_valid_period(period)
        require_countable(self._session, period)
        return count_table(self._session, code, period)

    def count_petitions(self, period: tuple[date, date]) -> PetitionCounts:
        """Count the petitions of a period, both ends included, by kind, outcome and field.

        Errors: as :meth:`count`.
        """
        _require_valid_period(period)
        require_countable(self._session, period)
        require_readable(self._session.database, period)
        return count_petitions(self._session.database, _request(self._session, period))

    def export(self, counted: CountedTable, file_format: str) -> bytes:
        """Return the table as ``json``, ``xlsx`` or ``pdf``; the export is logged.

        Errors: ``report.sums_differ`` if a rule of the table fails; NotAllowed
        ``report.needs_reader``.
        """
        if not counted.is_consistent:
            raise InvalidInput("report.sums_differ", "period")
        require_countable(self._session, counted.sheet.period)
        content = _rendered(counted, file_format)
        with self._session.act() as work:
            since, until = (day.isoformat() for day in counted.sheet.period)
            code = counted.sheet.table.code
            work.log(Act.REPORT_MADE, f"Biểu {code}", since=since, until=until, format=file_format)
        return content


def count_table(session: Session, code: str, period: tuple[date, date]) -> CountedTable:
    """Count a table of any period, whoever asks; the caller shows totals only.

    Errors: ``database.unreadable_value`` if a visit of the period cannot be counted.
    """
    require_readable(session.database, period)
    sheet = _sheet(session, table_of_period(code, period[1]), period)
    others = {
        other: _sheet(session, table_of_period(other, period[1]), period).total()
        for other in _compared_codes(sheet.table)
    }
    return CountedTable(sheet, check_sheet(sheet, others))


def _sheet(session: Session, table: StatutoryTable, period: tuple[date, date]) -> TableSheet:
    settings = session.settings()
    counts = COUNTING_QUERIES[table.name](session.database, _request(session, period))
    return TableSheet(
        table=table,
        office_lines=(settings.superior.upper(), settings.issuing.upper()),
        period=period,
        units=tuple(
            UnitRow(unit, with_formula_columns(table, columns))
            for unit, columns in counts.figures_by_unit.items()
        ),
        note=table.note(counts.choices),
        chosen_posts=("", settings.signer_post.upper()),
        choices=counts.choices,
        breakdowns=counts.breakdowns,
    )


def _request(session: Session, period: tuple[date, date]) -> CountingRequest:
    settings = session.settings()
    return CountingRequest(period, settings.bodies, _choices(settings))


def _require_valid_period(period: tuple[date, date]) -> None:
    if period[0] > period[1]:
        raise InvalidInput("report.period_wrong", "period")


def _choices(settings: OfficeSettings) -> frozenset[CountingChoice]:
    chosen = {
        CountingChoice.PEOPLE_DISTINCT: settings.people_distinct,
        CountingChoice.MATTERS_DISTINCT: settings.matters_distinct,
        CountingChoice.REFUSED_COUNTED: settings.count_refused,
    }
    return frozenset(choice for choice, is_on in chosen.items() if is_on)


def _compared_codes(table: StatutoryTable) -> set[str]:
    """Return the codes of the other tables that the rules name and the program counts."""
    named = {code for rule in table_rules(table) for code in rule.other_tables}
    return named & set(table_codes())


def _rendered(counted: CountedTable, file_format: str) -> bytes:
    if file_format == "json":
        return table_as_json(counted.sheet, counted.checks)
    if file_format == "xlsx":
        return write_table_workbook(counted.sheet)
    return render_statutory_table(counted.sheet)
