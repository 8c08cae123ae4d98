"""Days of the working calendar set by the office; they override those computed by law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reception.domain.errors import InvalidInput
from reception.domain.working_calendar import WorkingCalendar

_MAX_LENGTH = 120  # characters


class DayKind(StrEnum):
    """Kind of a day set by the office."""

    WORKING = "working"
    SWAP = "swap"  # off, with work on another day instead (hoán đổi)
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class CalendarOverride:
    """A day set by the office; ``document`` is the number of the paper that announced it."""

    day: date
    kind: DayKind
    document: str
    make_up_day: date | None = None  # for a swap: the day worked instead (làm bù)
    name: str = ""

    @property
    def label(self) -> str:
        """Return the name of the day off, as shown on papers and in lists."""
        if self.kind is DayKind.SWAP and self.make_up_day is not None:
            return f"Nghỉ hoán đổi (làm bù {self.make_up_day:%d/%m})"
        return self.name or "Nghỉ lễ"


def with_overrides(
    calendar: WorkingCalendar, overrides: Iterable[CalendarOverride]
) -> WorkingCalendar:
    """Return the calendar with the office's own days applied in the order of their dates."""
    off, make_up_days = dict(calendar.days_off), set(calendar.make_up_days)
    for override in sorted(overrides, key=lambda item: item.day):
        if override.kind is DayKind.WORKING:
            off.pop(override.day, None)
            if override.day.weekday() >= 5:  # noqa: PLR2004 - Saturday, Sunday
                make_up_days.add(override.day)
            continue
        off[override.day] = override.label
        make_up_days.discard(override.day)
        if override.make_up_day is not None:
            off.pop(override.make_up_day, None)
            make_up_days.add(override.make_up_day)
    return WorkingCalendar(off, frozenset(make_up_days), calendar.estimated_years)


def check_override(calendar: WorkingCalendar, override: CalendarOverride) -> None:
    """Refuse an override that changes nothing; ``calendar`` does not contain it yet.

    Errors: InvalidInput ``calendar.already_working``, ``calendar.already_off``,
    ``calendar.made_up_missing``, ``calendar.made_up_works``.
    """
    is_working = calendar.is_working_day(override.day)
    if override.kind is DayKind.WORKING and is_working:
        raise InvalidInput("calendar.already_working", "kind")
    if override.kind is not DayKind.WORKING and not is_working:
        raise InvalidInput("calendar.already_off", "kind")
    if override.kind is DayKind.SWAP:
        if override.make_up_day is None:
            raise InvalidInput("calendar.made_up_missing", "make_up_day")
        if calendar.is_working_day(override.make_up_day):
            raise InvalidInput("calendar.made_up_works", "make_up_day")


def check_document(document: str, name: str = "") -> None:
    """Refuse an override without the number of its announcement, or with too long a text.

    Errors: InvalidInput ``calendar.document_missing``, ``calendar.text_long``.
    """
    if not document:
        raise InvalidInput("calendar.document_missing", "document")
    if max(len(document), len(name)) > _MAX_LENGTH:
        raise InvalidInput("calendar.text_long", "document", most=_MAX_LENGTH)


def override_to_row(override: CalendarOverride) -> tuple[str, ...]:
    """Return an override as stored in the settings."""
    make_up_day = override.make_up_day.isoformat() if override.make_up_day else ""
    return (
        override.day.isoformat(),
        override.kind.value,
        override.document,
        make_up_day,
        override.name,
    )


def override_from_row(row: tuple[str, ...]) -> CalendarOverride:
    """Return an override from its stored row."""
    day, kind, document, make_up_day_text, name = row
    make_up_day = date.fromisoformat(make_up_day_text) if make_up_day_text else None
    return CalendarOverride(date.fromisoformat(day), DayKind(kind), document, make_up_day, name)
