"""Sentences of the monthly report, from the figures of three periods (Mẫu số 02, TT 06/2025)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.petition import PetitionKind
from reception.domain.reporting_periods import Period, PeriodKind
from reception.law.tables.table_01tcd import (
    DELEGATE_COLUMNS,
    HEAD_COLUMNS,
    REGULAR_COLUMNS,
    TOTAL_COLUMNS,
    ModeColumns,
)
from reception.printing.layout.paper_wording import percent, short_day, thousands, two_digits

_COMPARED_COLUMNS = (
    (TOTAL_COLUMNS.visits, "Số lượt tiếp"),
    (TOTAL_COLUMNS.people, "Số người được tiếp"),
    (TOTAL_COLUMNS.matters, "Số vụ việc"),
    (TOTAL_COLUMNS.groups, "Số đoàn đông người"),
)


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """A period's totals: the columns of Biểu 01/TCD (TT 06/2025), and petitions by kind.

    ``days_are_announced`` tells how the days of reception by the board head were counted: the
    announced days (True) or the days with visits (False).
    """

    period: tuple[date, date]
    columns: dict[int, int]
    by_kind: dict[PetitionKind, int]
    days_are_announced: bool = True

    def figure(self, column: int) -> int:
        """Return the figure of a column by its number in the table; 0 if the table has none."""
        return self.columns.get(column, 0)


@dataclass(frozen=True, slots=True)
class ComparedFigures:
    """The period of the report, the one before, and the same period a year ago."""

    current: ReportFigures
    previous: ReportFigures
    last_year: ReportFigures


_ROMAN = ("", "I", "II", "III", "IV")
_HALVES = ("", "đầu", "cuối")


def period_name(period: Period) -> str:
    """Return the name of a period in titles: ``tháng 11 năm 2026``, ``quý IV năm 2026``."""
    kind, part = period.kind, period.part
    if kind is PeriodKind.FREE:
        return f"từ ngày {short_day(period.since)} đến ngày {short_day(period.until)}"
    names = {
        PeriodKind.MONTH: f"tháng {part} ",
        PeriodKind.QUARTER: f"quý {_ROMAN[part % len(_ROMAN)]} ",
        PeriodKind.HALF: f"6 tháng {_HALVES[part % len(_HALVES)]} ",
        PeriodKind.NINE_MONTHS: "9 tháng ",
        PeriodKind.YEAR: "",
    }
    return f"{names[kind]}năm {period.year}"


def change_phrase(now: int, before: int, unit: str, compared_with: str) -> str:
    """Return ``tăng 06 lượt (15,4%) so với kỳ trước``, or ``bằng kỳ trước``."""
    if now == before:
        return f"bằng {compared_with}"
    word = "tăng" if now > before else "giảm"
    share = percent(abs(now - before), before)
    share_text = f" ({share})" if share else ""
    return f"{word} {two_digits(abs(now - before))} {unit}{share_text} so với {compared_with}"


def comparison_rows(compared: ComparedFigures) -> list[list[str]]:
    """Return the rows of the table of figures: three periods, difference and percentage."""
    rows = []
    for column, name in _COMPARED_COLUMNS:
        now, before, last_year = (
            period.figure(column)
            for period in (compared.current, compared.previous, compared.last_year)
        )
        figures = [thousands(figure) for figure in (now, before, last_year)]
        rows.append(
            [name, *figures, _signed_difference(now - before), _signed_percentage(now, before)]
        )
    return rows


def situation_sentence(
    compared: ComparedFigures, receiving_body: str, fields: tuple[str, ...]
) -> str:
    """Return the sentence of part I: the visits, compared with both earlier periods."""
    current, previous, last_year = compared.current, compared.previous, compared.last_year
    if current.figure(TOTAL_COLUMNS.visits):
        visits_phrase = f"{receiving_body} tiếp {_total_counts_phrase(current)}"
    else:
        visits_phrase = f"{receiving_body} không có lượt tiếp"
    change_to_previous = change_phrase(
        current.figure(TOTAL_COLUMNS.visits),
        previous.figure(TOTAL_COLUMNS.visits),
        "lượt",
        "kỳ trước",
    )
    compared_with = f"cùng kỳ năm {last_year.period[1].year}"
    change_to_last_year = change_phrase(
        current.figure(TOTAL_COLUMNS.visits),
        last_year.figure(TOTAL_COLUMNS.visits),
        "lượt",
        compared_with,
    )
    groups, before = current.figure(TOTAL_COLUMNS.groups), previous.figure(TOTAL_COLUMNS.groups)
    text = f"Trong kỳ, {visits_phrase}, {change_to_previous}, {change_to_last_year}; "
    text += f"có {two_digits(groups)} đoàn đông người" if groups else "không có đoàn đông người"
    text += f", {change_phrase(groups, before, 'đoàn', 'kỳ trước')}." if groups or before else "."
    return text + (f" Nội dung chủ yếu là {_joined_names(fields)}." if fields else "")


def regular_sentence(figures: ReportFigures) -> str:
    """Return point a of part II.1: regular reception."""
    return f"Tiếp thường xuyên: {_mode_counts_phrase(figures, REGULAR_COLUMNS)}."


def head_sentence(figures: ReportFigures, head_title: str) -> str:
    """Return point b of part II.1: reception by the board head, and on how many days."""
    days = figures.figure(HEAD_COLUMNS.days)
    if not days and not figures.figure(HEAD_COLUMNS.visits):
        return f"{head_title} tiếp định kỳ, đột xuất: không có."
    days_phrase = f"{two_digits(days)} ngày" + (
        " theo lịch công bố" if figures.days_are_announced else ""
    )
    counts_phrase = _mode_counts_phrase(figures, HEAD_COLUMNS)
    return f"{head_title} tiếp định kỳ, đột xuất: {days_phrase}, {counts_phrase}."


def delegate_sentence(figures: ReportFigures) -> str:
    """Return the sentence on reception by a delegate ("Ủy quyền tiếp")."""
    days = figures.figure(DELEGATE_COLUMNS.days)
    if not days and not figures.figure(DELEGATE_COLUMNS.visits):
        return "Không có kỳ ủy quyền tiếp."
    return (
        f"Ủy quyền tiếp: {two_digits(days)} ngày, {_mode_counts_phrase(figures, DELEGATE_COLUMNS)}."
    )


def kinds_sentence(figures: ReportFigures, names: dict[PetitionKind, str]) -> str:
    """Return point c of part II.1: petitions by kind, most frequent first, with their shares.

    The unit is "lượt" (visits) if each visit brought one petition. Otherwise there are more
    petitions than visits (column 1), and the unit is "đơn" (petitions).
    """
    total = sum(figures.by_kind.values())
    if not total:
        return "Theo loại: không có lượt tiếp."
    one_petition_each = total == figures.figure(TOTAL_COLUMNS.visits)
    unit = "lượt" if one_petition_each else "đơn"
    ranked = sorted(figures.by_kind.items(), key=lambda item: -item[1])
    parts = [
        f"{names[kind]} {two_digits(count)} {unit} ({percent(count, total)})"
        for kind, count in ranked
        if count
    ]
    beginning = (
        "Theo loại" if one_petition_each else f"Theo loại, trong {two_digits(total)} đơn trình bày"
    )
    return f"{beginning}: {', '.join(parts)}."


def _total_counts_phrase(figures: ReportFigures) -> str:
    columns = (TOTAL_COLUMNS.visits, TOTAL_COLUMNS.people, TOTAL_COLUMNS.matters)
    visits, people, matters = (two_digits(figures.figure(column)) for column in columns)
    return f"{visits} lượt với {people} người về {matters} vụ việc"


def _mode_counts_phrase(figures: ReportFigures, mode: ModeColumns) -> str:
    columns = (mode.visits, mode.people, mode.matters, mode.groups, mode.group_people)
    if not any(figures.figure(column) for column in columns):
        return "không có lượt tiếp"
    visits, people, matters, groups, group_people = (two_digits(figures.figure(n)) for n in columns)
    text = f"{visits} lượt, {people} người, {matters} vụ việc; "
    if not figures.figure(mode.groups):
        return text + "không có đoàn đông người"
    return f"{text}{groups} đoàn đông người với {group_people} người"


def _signed_difference(difference: int) -> str:
    sign = "+" if difference > 0 else "-" if difference < 0 else ""
    return f"{sign}{thousands(abs(difference))}"


def _signed_percentage(now: int, before: int) -> str:
    if now == before:
        return "0,0%" if before else "–"
    sign = "+" if now > before else "-"
    share = percent(abs(now - before), before)
    return f"{sign}{share}" if share else "–"


def _joined_names(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} và {names[-1]}"
