"""The figures beside the preview of an import: rows to import, rejected rows, skipped lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reception.domain.petition import PetitionKind
from reception.domain.visit import LARGE_GROUP, Mode, Outcome
from reception.exchange.register_import.row_results import ImportRow, RegisterSheet


@dataclass(frozen=True, slots=True)
class PreviewCounts:
    """Counts of a register; kinds, modes, outcomes and people are those of importable rows."""

    lines: int  # importable, rejected and skipped
    importable: int
    rejected: int
    skipped: int
    first_day: date | None
    last_day: date | None
    years: tuple[int, ...]
    people: int
    large_groups: int
    large_group_people: int
    by_kind: dict[PetitionKind, int]
    by_mode: dict[Mode, int]
    people_by_mode: dict[Mode, int]
    by_outcome: dict[Outcome | None, int]
    by_remark: dict[str, int]
    by_problem: dict[str, int]


def preview_counts(
    sheet: RegisterSheet, new_rows: Sequence[ImportRow] | None = None
) -> PreviewCounts:
    """Count a register as it was read; no figure identifies a person.

    ``new_rows`` are the rows to import, if some importable ones are in the register already.
    """
    rows = sheet.importable_rows if new_rows is None else new_rows
    days = [row.received_on for row in rows if row.received_on is not None]
    large = [row.people for row in rows if row.people >= LARGE_GROUP]
    people_by_mode: Counter[Mode] = Counter()
    for row in rows:
        if row.mode is not None:
            people_by_mode[row.mode] += row.people
    return PreviewCounts(
        lines=len(sheet.rows) + len(sheet.skipped),
        importable=len(rows),
        rejected=sum(1 for row in sheet.rows if row.problems),
        skipped=len(sheet.skipped),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        years=tuple(sorted({day.year for day in days})),
        people=sum(row.people for row in rows),
        large_groups=len(large),
        large_group_people=sum(large),
        by_kind=dict(Counter(row.kind for row in rows if row.kind is not None)),
        by_mode=dict(Counter(row.mode for row in rows if row.mode is not None)),
        people_by_mode=dict(people_by_mode),
        by_outcome=dict(Counter(row.outcome for row in rows)),
        by_remark=dict(Counter(remark.code for row in rows for remark in row.remarks)),
        by_problem=dict(Counter(problem.code for row in sheet.rows for problem in row.problems)),
    )
