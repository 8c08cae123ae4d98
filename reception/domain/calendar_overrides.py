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
    made_up_day: date | None = None  # for a swap: the day worked instead (làm bù)
    name: str = ""

    @property
    def label(self) -> str:
        """Return the name of the day off, as shown on papers and in lists."""
        if self.kind is DayKind.SWAP and self.made_up_day is not None:
            return f"Nghỉ hoán đổi (làm bù {self.made_up_day:%d/%m})"
        return self.name or "Nghỉ lễ"


def with_overrides(
    calendar: WorkingCalendar, overrides: Iterable[CalendarOverride]
) -> WorkingCalendar:
    """Return the calendar with the office's own days applied in the order of their dates."""
    off, made_up = dict(calendar.days_off), set(calendar.made_up_days)
    for override in sorted(overrides, key=lambda item: item.day):
        if override.kind is DayKind.WORKING:
            off.pop(override.day, None)
            if override.day.weekday() >= 5:  # noqa: PLR2004 - Saturday, Sunday
                made_up.add(override.day)
            continue
        off[override.day] = override.label
        made_up.discard(override.day)
        if override.made_up_day is not None:
            off.pop(override.made_up_day, None)
            made_up.add(override.made_up_day)
    return WorkingCalendar(off, frozenset(made_up), calendar.estimated_years)


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
        if override.made_up_day is None:
            raise InvalidInput("calendar.made_up_missing", "made_up")
        if calendar.is_working_day(override.made_up_day):
            raise InvalidInput("calendar.made_up_works", "made_up")


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
    made_up = override.made_up_day.isoformat() if override.made_up_day else ""
    return (
        override.day.isoformat(),
        override.kind.value,
        override.document,
        made_up,
        override.name,
    )


def override_from_row(row: tuple[str, ...]) -> CalendarOverride:
    """Return an override from its stored row."""
    day, kind, document, made_up, name = row
    made_up_day = date.fromisoformat(made_up) if made_up else None
    return CalendarOverride(date.fromisoformat(day), DayKind(kind), document, made_up_day, name)
