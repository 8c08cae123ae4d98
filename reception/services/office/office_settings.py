"""Settings of the office: heading lines, signatories, counting, monthly window, idle time."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from reception.storage.database import Database
from reception.storage.office_values import read_office_value, write_office_value
from reception.storage.unit_of_work import UnitOfWork

_KEY = "settings"


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """Settings of the office; every default follows the law or the usual practice.

    ``month_starts_on`` is 15 (window 15th-14th, NĐ 09/2019 Điều 12) or 1 (calendar month).
    ``idle_minutes`` is 1 to 30. Distinct counting never applies to denunciations.
    """

    # The names are stored keys. ``superior`` and ``issuing`` are the two lines of a heading: the
    # body above the office, and the office that issues the paper.
    superior: str = "Văn phòng UBND tỉnh Lai Châu"
    issuing: str = "Ban Tiếp công dân tỉnh"
    place: str = "Lai Châu"
    symbol: str = "BTCD"  # ký hiệu: the office's abbreviation in "Số: 12/BC-BTCD"
    seat: str = "Trụ sở Tiếp công dân tỉnh"
    address: str = "Phường Tân Phong, tỉnh Lai Châu"
    phone: str = ""
    province: str = "Lai Châu"
    head_day: int = 20  # the day on which the chairman receives
    month_starts_on: int = 15
    people_distinct: bool = False
    matters_distinct: bool = False
    count_refused: bool = False
    file_copy_with_identity: bool = False
    receipt_format: str = "a5_pair"  # each copy on A5; or "a4"
    idle_minutes: int = 5
    bodies: tuple[str, ...] = (
        "Ban Tiếp công dân tỉnh",
        "Văn phòng Tỉnh ủy",
        "Ủy ban Kiểm tra Tỉnh ủy",
        "Ban Nội chính Tỉnh ủy",
        "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
    )
    report_to: tuple[str, ...] = ("Ủy ban nhân dân tỉnh", "Thanh tra tỉnh")
    competent_head: str = "Chủ tịch UBND tỉnh"
    signer_post: str = ""  # empty: post and name of the head
    signer_name: str = ""
    swap_proposed_applied: bool = False
    printer_marks: tuple[
        tuple[str, str], ...
    ] = ()  # printer key of services.papers.printer_rules, and "yes" or "no"
    names_on_marked_only: bool = False  # every paper with an identity needs an allowed printer
    # The person is printed on citizens' copies of every kind, else filled in by hand on all.
    identity_on_citizen_copies: bool = False
    calendar_announced: tuple[tuple[str, str], ...] = ()  # year and the announcement's number
    calendar_days: tuple[tuple[str, ...], ...] = ()  # of domain.calendar_overrides.override_to_row

    def changed(self, **values: Any) -> OfficeSettings:
        """Return a copy with some settings replaced."""
        return replace(self, **values)


def read_settings(database: Database) -> OfficeSettings:
    """Return the settings; a setting that an older file lacks has its default.

    So has every one if somebody has written what is no JSON object; the verification names it.
    """
    try:
        stored = json.loads(read_office_value(database, _KEY) or "{}")
    except (ValueError, RecursionError):
        stored = {}
    stored = stored if isinstance(stored, dict) else {}
    defaults = asdict(OfficeSettings())
    values = {key: _tuple(value) for key, value in stored.items() if key in defaults}
    return replace(OfficeSettings(), **values)


def write_settings(work: UnitOfWork, settings: OfficeSettings) -> None:
    """Store the settings as one row of the table office."""
    text = json.dumps(asdict(settings), ensure_ascii=False, sort_keys=True)
    write_office_value(work, _KEY, text)


def _tuple(value: Any) -> Any:
    return tuple(_tuple(item) for item in value) if isinstance(value, list) else value
