"""Settings of the office: heading lines, signatories, counting, monthly window, idle time."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any

from reception.domain.calendar_overrides import DayKind
from reception.storage.database import Database
from reception.storage.json_shapes import (
    ShapeError,
    day_of,
    list_of,
    number_of,
    object_of,
    optional_day_of,
    parsed_json,
    text_of,
    word_of,
)
from reception.storage.office_values import read_office_value, write_office_value
from reception.storage.unit_of_work import UnitOfWork

_KEY = "settings"
_LONGEST = 10_000  # characters of a text
_NUMBERS = {"head_day": (1, 31), "month_starts_on": (1, 28), "idle_minutes": (1, 30)}
_YEAR = re.compile("[0-9]{4}")


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

    So has one of another kind, which somebody has written; the verification names the row.
    """
    values: dict[str, Any] = {}
    with suppress(ShapeError):
        stored = object_of(parsed_json(read_office_value(database, _KEY) or "{}"))
        for name, default in asdict(OfficeSettings()).items():
            if name in stored:
                with suppress(ShapeError):
                    values[name] = _setting(name, default, stored[name])
    return replace(OfficeSettings(), **values)


def write_settings(work: UnitOfWork, settings: OfficeSettings) -> None:
    """Store the settings as one row of the table office."""
    text = json.dumps(asdict(settings), ensure_ascii=False, sort_keys=True)
    write_office_value(work, _KEY, text)


def _setting(name: str, default: object, value: Any) -> object:
    """Return a stored value that is of the kind of its default. Errors: ShapeError."""
    if isinstance(default, tuple):
        if name in ("bodies", "report_to"):
            return tuple(text_of(item, _LONGEST) for item in list_of(value))
        return tuple(_setting_row(name, item) for item in list_of(value))
    if isinstance(default, str):
        return text_of(value, _LONGEST)
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise ShapeError("no switch")
        return value
    return number_of(value, *_NUMBERS[name])


def _setting_row(name: str, value: Any) -> tuple[str, ...]:
    """Return a row of the printers' marks or of the calendar. Errors: ShapeError."""
    row = tuple(text_of(item, _LONGEST) for item in list_of(value))
    if len(row) != (5 if name == "calendar_days" else 2):
        raise ShapeError("no row")
    if name == "calendar_days":
        day, kind, _, make_up_day, _ = row
        day_of(day), word_of(DayKind, kind), optional_day_of(make_up_day)
    elif name == "calendar_announced" and not _YEAR.fullmatch(row[0]):
        raise ShapeError("no year")
    return row
