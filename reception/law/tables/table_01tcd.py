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
    """The numbers of the columns with the totals."""

    visits: int
    people: int
    matters: int
    groups: int  # of five people or more


@dataclass(frozen=True, slots=True)
class ModeColumns(TotalColumns):
    """The numbers of the columns of one mode of reception."""

    group_people: int


@dataclass(frozen=True, slots=True)
class DatedColumns(ModeColumns):
    """The numbers of the columns of a mode for which days of reception are announced."""

    days: int


TOTAL = TotalColumns(visits=1, people=2, matters=3, groups=4)
REGULAR = ModeColumns(visits=5, people=6, matters=7, groups=8, group_people=9)
HEAD = DatedColumns(days=10, visits=11, people=12, matters=13, groups=14, group_people=15)
DELEGATE = DatedColumns(days=16, visits=17, people=18, matters=19, groups=20, group_people=21)

_REGULAR = TableHeading("Tiếp thường xuyên")
_REGULAR_GROUPS = TableHeading("Trong đó đoàn đông người", _REGULAR)
_BY_HEAD = TableHeading("Tiếp định kỳ và đột xuất của Thủ trưởng")
_HEAD = TableHeading("Thủ trưởng tiếp", _BY_HEAD)
_HEAD_GROUPS = TableHeading("Trong đó đoàn đông người", _HEAD)
_DELEGATE = TableHeading("Ủy quyền tiếp", _BY_HEAD)
_DELEGATE_GROUPS = TableHeading("Trong đó đoàn đông người", _DELEGATE)

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
        TableColumn(5, "Số lượt tiếp", _REGULAR),
        TableColumn(6, "Số người được tiếp", _REGULAR),
        TableColumn(7, "Số vụ việc", _REGULAR),
        TableColumn(8, "Số đoàn được tiếp", _REGULAR_GROUPS),
        TableColumn(9, "Số người được tiếp", _REGULAR_GROUPS),
        TableColumn(10, "Số ngày tiếp", _HEAD),
        TableColumn(11, "Số lượt tiếp", _HEAD),
        TableColumn(12, "Số người được tiếp", _HEAD),
        TableColumn(13, "Số vụ việc", _HEAD),
        TableColumn(14, "Số đoàn được tiếp", _HEAD_GROUPS),
        TableColumn(15, "Số người được tiếp", _HEAD_GROUPS),
        TableColumn(16, "Số ngày tiếp", _DELEGATE),
        TableColumn(17, "Số lượt tiếp", _DELEGATE),
        TableColumn(18, "Số người được tiếp", _DELEGATE),
        TableColumn(19, "Số vụ việc", _DELEGATE),
        TableColumn(20, "Số đoàn được tiếp", _DELEGATE_GROUPS),
        TableColumn(21, "Số người được tiếp", _DELEGATE_GROUPS),
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
