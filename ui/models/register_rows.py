"""Columns and cells of the register table, without any identity, and its source of pages."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reception.domain.petition import PetitionField
from reception.law.statutory_words import FIELD_WORDS
from ui.appearance import display_format
from ui.database_thread.task_runner import TaskRunner
from ui.models import due_column
from ui.models.day_list import (
    reporter_title,
    sealed_content_text,
    unreadable_advice,
    unreadable_text,
)
from ui.models.keyset_source import KeysetSource
from ui.models.paged_table_model import Cell, Column

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register.register_row import RegisterRow

translate = QCoreApplication.translate
_FINISHED_PROGRESS = ("guided", "explained", "refused", "answered")
_PROGRESS_ICONS = {  # icon and colour token of its tone
    "accepted": ("circle-dot", "accent"),
    "reported": ("circle-dot", "accent"),
    "transfer_waiting": ("clock", "warn"),
    "transferred": ("circle-check", "ok"),
    "guided": ("circle-check", "ok"),
    "explained": ("circle-check", "ok"),
    "answered": ("circle-check", "ok"),
    "refused": ("circle-x", "text3"),
}


class RegisterSource(KeysetSource):
    """Pages of visits, by visit id."""

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(reception.register, _visit_key, runner, parent)


def _visit_key(row: object) -> int:
    return row.visit_id  # type: ignore[attr-defined, no-any-return]


ALWAYS_SHOWN = ("number", "reporter")  # they identify a row
_NARROW_WINDOW_COLUMNS = ("number", "day", "reporter", "summary", "progress", "due")
_WIDE_WINDOW_COLUMNS = (*_NARROW_WINDOW_COLUMNS, "field", "people", "body")


def every_column() -> list[Column]:
    """Return all columns of the register in order."""
    return [
        Column("number", translate("Register", "Visit"), _number, 62),
        Column("day", translate("Register", "Day"), _day, 62),
        Column("reporter", translate("Register", "Reporter"), _reporter, 212),
        Column("field", translate("Register", "Field"), _field, 158),
        Column("summary", translate("Register", "Content"), _summary),
        Column("people", translate("Register", "People"), _people, 74, True),
        Column("body", translate("Register", "Body in charge"), _body, 190),
        Column("progress", translate("Register", "Handling"), _progress, 136),
        Column("due", translate("Register", "Due"), _due, 122),
    ]


def columns(wide: bool, chosen: Collection[str] = ()) -> list[Column]:
    """Return the columns whose keys are chosen, else the default ones for the window.

    A wide window has three more default columns than a narrow one.
    """
    keys = (
        {*chosen, *ALWAYS_SHOWN}
        if chosen
        else {*(_WIDE_WINDOW_COLUMNS if wide else _NARROW_WINDOW_COLUMNS)}
    )
    return [column for column in every_column() if column.key in keys]


def progress_text(progress: str) -> str:
    """Return the progress of a visit as text."""
    return {
        "accepted": translate("Register", "Accepted"),
        "reported": translate("Register", "Reported up"),
        "transfer_waiting": translate("Register", "To be transferred"),
        "transferred": translate("Register", "Transferred"),
        "guided": translate("Register", "Guided"),
        "explained": translate("Register", "Explained"),
        "answered": translate("Register", "Answered"),
        "refused": translate("Register", "Refused"),
    }.get(progress, progress)


def reporter_text(row: RegisterRow) -> str:
    """Return ``Người khiếu nại · KN-0232``."""
    return reporter_title(row.kind, row.code)


def field_text(row: RegisterRow) -> str:
    """Return the name of the field; the field "other" is followed by its note.

    "" for a row that may not be read.
    """
    if row.masked:
        return ""
    name = FIELD_WORDS[PetitionField(row.field)]
    return f"{name}: {row.field_note}" if row.field_note else name


def _number(row: object) -> Cell:
    return Cell(f"{row.number:04d}", muted=row.voided)  # type: ignore[attr-defined]


def _day(row: object) -> Cell:
    if row.received_on == date.min:  # type: ignore[attr-defined]  # of an unreadable row
        return Cell("?", muted=True)
    return Cell(display_format.short_day(row.received_on))  # type: ignore[attr-defined]


def _reporter(row: object) -> Cell:
    if row.unreadable:  # type: ignore[attr-defined]
        return Cell(unreadable_text(), icon="circle-alert", tone="danger")
    return Cell(reporter_text(row), sealed=True)  # type: ignore[arg-type]


def _summary(row: object) -> Cell:
    text = row.summary  # type: ignore[attr-defined]
    if row.voided:  # type: ignore[attr-defined]
        return Cell(translate("Register", "Voided visit"), muted=True)
    if row.unreadable:  # type: ignore[attr-defined]
        return Cell(unreadable_advice(), muted=True)
    if row.masked:  # type: ignore[attr-defined]
        return Cell(sealed_content_text(), muted=True)
    if row.entered_on is not None:  # type: ignore[attr-defined]
        text = translate("Register", "Entered late · {text}").format(text=text)
    return Cell(text)


def _progress(row: object) -> Cell:
    progress = row.progress  # type: ignore[attr-defined]
    if row.voided:  # type: ignore[attr-defined]
        return Cell(translate("DayList", "Voided"), icon="x", muted=True)
    icon, tone = _PROGRESS_ICONS.get(progress, ("", ""))
    return Cell(progress_text(progress), icon=icon, tone=tone)


def _due(row: object) -> Cell:
    due_on, days_left = row.due_on, row.days_left  # type: ignore[attr-defined]
    if row.voided or row.unreadable:  # type: ignore[attr-defined]
        return Cell("")
    is_done = row.progress in _FINISHED_PROGRESS or due_on is None  # type: ignore[attr-defined]
    if is_done or days_left is None:
        return Cell(translate("Register", "Done") if due_on or is_done else "", muted=True)
    time = due_column.time_left(due_on, days_left)
    return Cell(time.text, tag=time.tag)


def _field(row: object) -> Cell:
    return Cell(field_text(row))  # type: ignore[arg-type]


def _people(row: object) -> Cell:
    people = row.people  # type: ignore[attr-defined]
    return Cell(display_format.number(people) if people else "")  # none in a masked row


def _body(row: object) -> Cell:
    return Cell(row.handled_by)  # type: ignore[attr-defined]
