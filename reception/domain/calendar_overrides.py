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
    """One day as announced; ``document`` is the announcement's number."""

    day: date
    kind: DayKind
    document: str
    made_up: date | None = None  # of a swap: the day worked instead (làm bù)
    name: str = ""

    @property
    def label(self) -> str:
        """Return the name of the day off, as shown on papers and in lists."""
        if self.kind is DayKind.SWAP and self.made_up is not None:
            return f"Nghỉ hoán đổi (làm bù {self.made_up:%d/%m})"
        return self.name or "Nghỉ lễ"


def with_overrides(calendar: WorkingCalendar, edits: Iterable[CalendarOverride]) -> WorkingCalendar:
    """Return the calendar with the office's own days applied in the order of their dates."""
    off, made_up = dict(calendar.days_off), set(calendar.made_up)
    for edit in sorted(edits, key=lambda item: item.day):
        if edit.kind is DayKind.WORKING:
            off.pop(edit.day, None)
            if edit.day.weekday() >= 5:  # noqa: PLR2004 - Saturday, Sunday
                made_up.add(edit.day)
            continue
        off[edit.day] = edit.label
        made_up.discard(edit.day)
        if edit.made_up is not None:
            off.pop(edit.made_up, None)
            made_up.add(edit.made_up)
    return WorkingCalendar(off, frozenset(made_up), calendar.estimated_years)


def check_days(calendar: WorkingCalendar, edit: CalendarOverride) -> None:
    """Refuse a day that changes nothing; ``calendar`` is the one without this edit.

    Errors: InvalidInput ``calendar.already_working``, ``calendar.already_off``,
    ``calendar.made_up_missing``, ``calendar.made_up_works``.
    """
    works = calendar.is_working_day(edit.day)
    if edit.kind is DayKind.WORKING and works:
        raise InvalidInput("calendar.already_working", "kind")
    if edit.kind is not DayKind.WORKING and not works:
        raise InvalidInput("calendar.already_off", "kind")
    if edit.kind is DayKind.SWAP:
        if edit.made_up is None:
            raise InvalidInput("calendar.made_up_missing", "made_up")
        if calendar.is_working_day(edit.made_up):
            raise InvalidInput("calendar.made_up_works", "made_up")


def check_document(document: str, name: str = "") -> None:
    """Refuse a day without the number of its announcement.

    Errors: InvalidInput ``calendar.document_missing``, ``calendar.text_long``.
    """
    if not document:
        raise InvalidInput("calendar.document_missing", "document")
    if max(len(document), len(name)) > _MAX_LENGTH:
        raise InvalidInput("calendar.text_long", "document", most=_MAX_LENGTH)


def as_row(edit: CalendarOverride) -> tuple[str, ...]:
    """Return an override as stored in the settings."""
    made_up = edit.made_up.isoformat() if edit.made_up else ""
    return (edit.day.isoformat(), edit.kind.value, edit.document, made_up, edit.name)


def from_row(row: tuple[str, ...]) -> CalendarOverride:
    """Return an override from its stored row."""
    day, kind, document, made_up, name = row
    made_up_day = date.fromisoformat(made_up) if made_up else None
    return CalendarOverride(date.fromisoformat(day), DayKind(kind), document, made_up_day, name)
