"""Biểu 01/TCD (TT 06/2025): visits, people, matters and large groups by mode of reception."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.reporting_periods import PeriodKind
from reception.law.tables.statutory_table import (
    CountingChoice,
    StatutoryTable,
    TableColumn,
    TableHeading,
    TableNote,
)


@dataclass(frozen=True, slots=True)
class TotalColumns:
    """The numbers of the columns with the totals of all modes of reception."""

    visits: int
    people: int
    matters: int
    groups: int  # large groups: five people or more


@dataclass(frozen=True, slots=True)
class ModeColumns(TotalColumns):
    """The numbers of the columns of one mode of reception."""

    group_people: int  # people of the large groups


@dataclass(frozen=True, slots=True)
class DatedColumns(ModeColumns):
    """The numbers of the columns of a mode for which days of reception are announced."""

    days: int  # days of reception


TOTAL_COLUMNS = TotalColumns(visits=1, people=2, matters=3, groups=4)
REGULAR_COLUMNS = ModeColumns(visits=5, people=6, matters=7, groups=8, group_people=9)
HEAD_COLUMNS = DatedColumns(days=10, visits=11, people=12, matters=13, groups=14, group_people=15)
DELEGATE_COLUMNS = DatedColumns(
    days=16, visits=17, people=18, matters=19, groups=20, group_people=21
)

_REGULAR_HEADING = TableHeading("Tiếp thường xuyên")
_REGULAR_GROUPS_HEADING = TableHeading("Trong đó đoàn đông người", _REGULAR_HEADING)
_HEAD_OR_DELEGATE_HEADING = TableHeading("Tiếp định kỳ và đột xuất của Thủ trưởng")
_HEAD_HEADING = TableHeading("Thủ trưởng tiếp", _HEAD_OR_DELEGATE_HEADING)
_HEAD_GROUPS_HEADING = TableHeading("Trong đó đoàn đông người", _HEAD_HEADING)
_DELEGATE_HEADING = TableHeading("Ủy quyền tiếp", _HEAD_OR_DELEGATE_HEADING)
_DELEGATE_GROUPS_HEADING = TableHeading("Trong đó đoàn đông người", _DELEGATE_HEADING)

_PEOPLE = frozenset({CountingChoice.PEOPLE_DISTINCT})
_MATTERS = frozenset({CountingChoice.MATTERS_DISTINCT})

TABLE_01TCD = StatutoryTable(
    code="01/TCD",
    circular="TT 06/2025",
    regulation="Thông tư 06/2025/TT-TTCP",
    title="TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN THƯỜNG XUYÊN, ĐỊNH KỲ VÀ ĐỘT XUẤT",
    columns=(
        TableColumn(1, "Tổng số lượt tiếp", formula="5+11+17"),
        TableColumn(2, "Tổng số người được tiếp", formula="6+12+18"),
        TableColumn(3, "Tổng số vụ việc tiếp", formula="7+13+19"),
        TableColumn(4, "Tổng số đoàn đông người", formula="8+14+20"),
        TableColumn(5, "Số lượt tiếp", _REGULAR_HEADING),
        TableColumn(6, "Số người được tiếp", _REGULAR_HEADING),
        TableColumn(7, "Số vụ việc", _REGULAR_HEADING),
        TableColumn(8, "Số đoàn được tiếp", _REGULAR_GROUPS_HEADING),
        TableColumn(9, "Số người được tiếp", _REGULAR_GROUPS_HEADING),
        TableColumn(10, "Số ngày tiếp", _HEAD_HEADING),
        TableColumn(11, "Số lượt tiếp", _HEAD_HEADING),
        TableColumn(12, "Số người được tiếp", _HEAD_HEADING),
        TableColumn(13, "Số vụ việc", _HEAD_HEADING),
        TableColumn(14, "Số đoàn được tiếp", _HEAD_GROUPS_HEADING),
        TableColumn(15, "Số người được tiếp", _HEAD_GROUPS_HEADING),
        TableColumn(16, "Số ngày tiếp", _DELEGATE_HEADING),
        TableColumn(17, "Số lượt tiếp", _DELEGATE_HEADING),
        TableColumn(18, "Số người được tiếp", _DELEGATE_HEADING),
        TableColumn(19, "Số vụ việc", _DELEGATE_HEADING),
        TableColumn(20, "Số đoàn được tiếp", _DELEGATE_GROUPS_HEADING),
        TableColumn(21, "Số người được tiếp", _DELEGATE_GROUPS_HEADING),
    ),
    periods=frozenset(
        {
            PeriodKind.QUARTER,
            PeriodKind.HALF,
            PeriodKind.NINE_MONTHS,
            PeriodKind.YEAR,
            PeriodKind.FREE,
        }
    ),
    since=date(2025, 9, 30),
    # A large group has five people or more: "Hướng dẫn cách ghi biểu" of the circular.
    checks=("9>=5*8", "15>=5*14", "21>=5*20", "8<=5", "14<=11", "20<=17"),
    notes=(
        TableNote("Đoàn đông người là đoàn từ 05 người trở lên."),
        TableNote("Số người không đếm trùng.", when=_PEOPLE),
        TableNote("Số người đếm theo lượt tiếp.", unless=_PEOPLE),
        TableNote("Số vụ việc không đếm trùng.", when=_MATTERS),
        TableNote("Số vụ việc đếm theo lượt tiếp.", unless=_MATTERS),
        TableNote("Tố cáo luôn đếm theo lượt tiếp.", when=_PEOPLE | _MATTERS),
        TableNote("Gồm cả lượt từ chối tiếp.", when=frozenset({CountingChoice.REFUSED_COUNTED})),
        TableNote(
            "Cột 10, 16 tính theo ngày có lượt tiếp.",
            when=frozenset({CountingChoice.DAYS_FROM_VISITS}),
        ),
    ),
)
