"""Sentences of the monthly report, from the figures of three periods (Mẫu số 02, TT 06/2025)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.petition import PetitionKind
from reception.domain.reporting_periods import Period, PeriodKind
from reception.law.tables.table_01tcd import DELEGATE, HEAD, REGULAR, TOTAL, ModeColumns
from reception.printing.layout.paper_wording import percent, short_day, thousands, two_digits

_ROWS = (
    (TOTAL.visits, "Số lượt tiếp"),
    (TOTAL.people, "Số người được tiếp"),
    (TOTAL.matters, "Số vụ việc"),
    (TOTAL.groups, "Số đoàn đông người"),
)


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """A period's totals: the columns of Biểu 01/TCD (TT 06/2025), and petitions by kind.

    ``announced``: the days of reception are announced ones, not days with visits.
    """

    period: tuple[date, date]
    columns: dict[int, int]
    by_kind: dict[PetitionKind, int]
    announced: bool = True

    def of(self, column: int) -> int:
        """Return the figure of a column, 0 without one."""
        return self.columns.get(column, 0)


@dataclass(frozen=True, slots=True)
class ComparedFigures:
    """The period of the report, the one before, and the same period a year ago."""

    this: ReportFigures
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


def change(now: int, before: int, unit: str, than: str) -> str:
    """Return ``tăng 06 lượt (15,4%) so với kỳ trước``, or ``bằng kỳ trước``."""
    if now == before:
        return f"bằng {than}"
    word = "tăng" if now > before else "giảm"
    share = percent(abs(now - before), before)
    shown = f" ({share})" if share else ""
    return f"{word} {two_digits(abs(now - before))} {unit}{shown} so với {than}"


def comparison_rows(compared: ComparedFigures) -> list[list[str]]:
    """Return the rows of the table of figures: three periods, difference and percentage."""
    rows = []
    for column, name in _ROWS:
        now, before, year = (
            p.of(column) for p in (compared.this, compared.previous, compared.last_year)
        )
        figures = [thousands(figure) for figure in (now, before, year)]
        rows.append([name, *figures, _signed(now - before), _ratio(now, before)])
    return rows


def situation_sentence(
    compared: ComparedFigures, receiving_body: str, fields: tuple[str, ...]
) -> str:
    """Return part I: the visits, compared with both earlier periods."""
    this, previous, year = compared.this, compared.previous, compared.last_year
    if this.of(TOTAL.visits):
        counted = f"{receiving_body} tiếp {_totals(this)}"
    else:
        counted = f"{receiving_body} không có lượt tiếp"
    earlier = change(this.of(TOTAL.visits), previous.of(TOTAL.visits), "lượt", "kỳ trước")
    than = f"cùng kỳ năm {year.period[1].year}"
    ago = change(this.of(TOTAL.visits), year.of(TOTAL.visits), "lượt", than)
    groups, before = this.of(TOTAL.groups), previous.of(TOTAL.groups)
    text = f"Trong kỳ, {counted}, {earlier}, {ago}; "
    text += f"có {two_digits(groups)} đoàn đông người" if groups else "không có đoàn đông người"
    text += f", {change(groups, before, 'đoàn', 'kỳ trước')}." if groups or before else "."
    return text + (f" Nội dung chủ yếu là {_listed(fields)}." if fields else "")


def regular_sentence(figures: ReportFigures) -> str:
    """Return II.1.a: regular reception."""
    return f"Tiếp thường xuyên: {_mode(figures, REGULAR)}."


def head_sentence(figures: ReportFigures, head: str) -> str:
    """Return II.1.b: reception by the head, on announced days if there are any."""
    days = figures.of(HEAD.days)
    if not days and not figures.of(HEAD.visits):
        return f"{head} tiếp định kỳ, đột xuất: không có."
    counted = f"{two_digits(days)} ngày" + (" theo lịch công bố" if figures.announced else "")
    return f"{head} tiếp định kỳ, đột xuất: {counted}, {_mode(figures, HEAD)}."


def delegate_sentence(figures: ReportFigures) -> str:
    """Return the sentence on reception by a delegate ("Ủy quyền tiếp")."""
    days = figures.of(DELEGATE.days)
    if not days and not figures.of(DELEGATE.visits):
        return "Không có kỳ ủy quyền tiếp."
    return f"Ủy quyền tiếp: {two_digits(days)} ngày, {_mode(figures, DELEGATE)}."


def kinds_sentence(figures: ReportFigures, names: dict[PetitionKind, str]) -> str:
    """Return II.1.c: petitions by kind, most frequent first, with their shares.

    They are called visits only if each visit brought one petition; otherwise their number is
    not that of column 1, and the sentence calls them petitions.
    """
    total = sum(figures.by_kind.values())
    if not total:
        return "Theo loại: không có lượt tiếp."
    one_each = total == figures.of(TOTAL.visits)
    unit = "lượt" if one_each else "đơn"
    ranked = sorted(figures.by_kind.items(), key=lambda item: -item[1])
    parts = [
        f"{names[kind]} {two_digits(count)} {unit} ({percent(count, total)})"
        for kind, count in ranked
        if count
    ]
    whole = "Theo loại" if one_each else f"Theo loại, trong {two_digits(total)} đơn trình bày"
    return f"{whole}: {', '.join(parts)}."


def _totals(figures: ReportFigures) -> str:
    columns = (TOTAL.visits, TOTAL.people, TOTAL.matters)
    visits, people, matters = (two_digits(figures.of(column)) for column in columns)
    return f"{visits} lượt với {people} người về {matters} vụ việc"


def _mode(figures: ReportFigures, mode: ModeColumns) -> str:
    columns = (mode.visits, mode.people, mode.matters, mode.groups, mode.group_people)
    if not any(figures.of(column) for column in columns):
        return "không có lượt tiếp"
    visits, people, matters, groups, grouped = (two_digits(figures.of(n)) for n in columns)
    text = f"{visits} lượt, {people} người, {matters} vụ việc; "
    if not figures.of(mode.groups):
        return text + "không có đoàn đông người"
    return f"{text}{groups} đoàn đông người với {grouped} người"


def _signed(difference: int) -> str:
    sign = "+" if difference > 0 else "-" if difference < 0 else ""
    return f"{sign}{thousands(abs(difference))}"


def _ratio(now: int, before: int) -> str:
    if now == before:
        return "0,0%" if before else "–"
    sign = "+" if now > before else "-"
    share = percent(abs(now - before), before)
    return f"{sign}{share}" if share else "–"


def _listed(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} và {names[-1]}"
