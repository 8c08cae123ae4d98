"""The figures beside the preview of an import: what comes in, what waits, what is left out."""

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
    """Counts of a register; kinds, modes, outcomes and people are of the good rows only."""

    lines: int  # good, stuck and skipped
    good: int
    stuck: int
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

    @property
    def sealed_apart(self) -> int:
        """Return how many rows are denunciations and go into ``protected``."""
        return self.by_kind.get(PetitionKind.DENUNCIATION, 0)


def preview_counts(
    sheet: RegisterSheet, coming: Sequence[ImportRow] | None = None
) -> PreviewCounts:
    """Count a register as it was read; nothing of it is an identity.

    ``coming`` are the rows that would come in, when the register knows some of the good ones.
    """
    good = sheet.good_rows if coming is None else coming
    days = [row.received_on for row in good if row.received_on is not None]
    large = [row.people for row in good if row.people >= LARGE_GROUP]
    people_by_mode: Counter[Mode] = Counter()
    for row in good:
        if row.mode is not None:
            people_by_mode[row.mode] += row.people
    return PreviewCounts(
        lines=len(sheet.rows) + len(sheet.skipped),
        good=len(good),
        stuck=sum(1 for row in sheet.rows if row.problems),
        skipped=len(sheet.skipped),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        years=tuple(sorted({day.year for day in days})),
        people=sum(row.people for row in good),
        large_groups=len(large),
        large_group_people=sum(large),
        by_kind=dict(Counter(row.kind for row in good if row.kind is not None)),
        by_mode=dict(Counter(row.mode for row in good if row.mode is not None)),
        people_by_mode=dict(people_by_mode),
        by_outcome=dict(Counter(row.outcome for row in good)),
        by_remark=dict(Counter(remark.code for row in good for remark in row.remarks)),
        by_problem=dict(Counter(problem.code for row in sheet.rows for problem in row.problems)),
    )
