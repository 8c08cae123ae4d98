"""Rows of the register for the table: pages by key and anchors, cells without any identity."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from reception.domain.petition import PetitionField
from reception.law.words import FIELD
from ui import format as shown
from ui.models.day_list import reporter_title
from ui.models.paged_table import PAGE, Cell, Column
from ui.work.worker import Runner

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register import RegisterRow
    from reception.storage.register import RegisterFilter

Deliver = Callable[[int, Sequence[object]], None]
translate = QCoreApplication.translate
_REST_MS = 60  # the story of the first row goes before the counting of a million
_DONE = ("guided", "explained", "refused", "answered")
_ICONS = {
    "accepted": ("circle-dot", "accent"),
    "reported": ("circle-dot", "accent"),
    "transfer_waiting": ("clock", "warn"),
    "transferred": ("circle-check", "ok"),
    "guided": ("circle-check", "ok"),
    "explained": ("circle-check", "ok"),
    "answered": ("circle-check", "ok"),
    "refused": ("circle-x", "text3"),
}


class RegisterSource(QObject):
    """``show(chosen)`` reads the first page: ``ready``; then where the others begin: ``grown``.

    However long the register is, its newest rows are there at once.
    """

    ready = Signal()
    grown = Signal()
    failed = Signal(object)

    def __init__(self, reception: Reception, runner: Runner, parent: QObject) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._register = reception.register
        self._runner = runner
        self._chosen: RegisterFilter | None = None
        self._anchors: list[int] = []
        self._total = 0
        self._turn = 0
        self._first: list[RegisterRow] = []
        self._complete = False

    def show(self, chosen: RegisterFilter) -> None:
        """Look for other rows; the answer to an older question is dropped."""
        self._turn += 1
        self._chosen = chosen
        self._runner.run(
            partial(self._begin, self._turn), chosen, then=self._begun, failed=self._fail
        )

    def total(self) -> int:
        """Return how many rows the filter finds, as far as is known."""
        return self._total

    @property
    def complete(self) -> bool:
        """Tell whether all rows are counted."""
        return self._complete

    def page_of(self, visit_id: int) -> int:
        """Return the first row of the page on which a visit stands, were it among the rows."""
        # anchors fall from the newest visit to the oldest
        place = bisect_left(self._anchors, -visit_id, key=_negative)
        on_it = place < len(self._anchors) and self._anchors[place] == visit_id
        return max(0, place if on_it else place - 1) * PAGE

    def request(self, first_row: int, size: int, deliver: Deliver) -> None:
        """Read the page that begins at a row: by its anchor's key, never by counting rows."""
        place = first_row // PAGE
        if self._chosen is None or place >= len(self._anchors):
            return
        if first_row == 0 and len(self._first) >= size:
            deliver(0, self._first[:size])
            return
        before = self._anchors[place] + 1
        fetch = partial(self._page, self._chosen, before, size)
        self._runner.run(fetch, then=partial(deliver, first_row), owner=self, failed=self._fail)

    def _page(self, chosen: RegisterFilter, before: int, size: int) -> list[RegisterRow]:
        return self._register.page(chosen, before, size)

    def _begin(self, turn: int, chosen: RegisterFilter) -> tuple[int, list[RegisterRow]]:
        return turn, self._register.page(chosen, None, PAGE)

    @Slot(object)
    def _begun(self, found: tuple[int, list[RegisterRow]]) -> None:
        turn, rows = found
        if turn != self._turn:
            return
        self._first, self._total = rows, len(rows)
        self._anchors = [rows[0].visit_id] if rows else []
        self._complete = len(rows) < PAGE
        self.ready.emit()
        if not self._complete:
            QTimer.singleShot(_REST_MS, self, self._look_further)

    @Slot()
    def _look_further(self) -> None:
        if self._chosen is not None and not self._complete:
            self._runner.run(
                partial(self._find, self._turn), self._chosen, then=self._found, failed=self._fail
            )

    def _find(self, turn: int, chosen: RegisterFilter) -> tuple[int, int, list[int]]:
        total, anchors = self._register.anchors(chosen)
        return turn, total, anchors

    @Slot(object)
    def _found(self, found: tuple[int, int, list[int]]) -> None:
        turn, total, anchors = found
        if turn == self._turn:
            self._total, self._anchors = total, anchors
            self._complete = True
            self.grown.emit()

    @Slot(object)
    def _fail(self, error: object) -> None:
        self.failed.emit(error)


def _negative(key: int) -> int:
    return -key


ALWAYS = ("number", "reporter")  # without them a row says nothing
_NARROW = ("number", "day", "reporter", "summary", "progress", "due")
_WIDE = (*_NARROW, "field", "people", "body")


def every_column() -> list[Column]:
    """Return all columns of the register, in the order in which they stand."""
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
    """Return the columns a person chose, else the usual ones; a wide window has three more."""
    keys = {*chosen, *ALWAYS} if chosen else {*(_WIDE if wide else _NARROW)}
    return [column for column in every_column() if column.key in keys]


def progress_text(progress: str) -> str:
    """Return how a visit stands, in words."""
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
    """Return the field, with its note where the field is another one."""
    word = FIELD[PetitionField(row.field)]
    return f"{word}: {row.field_note}" if row.field_note else word


def _number(row: object) -> Cell:
    return Cell(f"{row.number:04d}", grey=row.voided)  # type: ignore[attr-defined]


def _day(row: object) -> Cell:
    return Cell(shown.short_day(row.received_on))  # type: ignore[attr-defined]


def _reporter(row: object) -> Cell:
    return Cell(reporter_text(row), sealed=True)  # type: ignore[arg-type]


def _summary(row: object) -> Cell:
    text = row.summary  # type: ignore[attr-defined]
    if row.voided:  # type: ignore[attr-defined]
        return Cell(translate("Register", "Voided visit"), grey=True)
    if row.entered_on is not None:  # type: ignore[attr-defined]
        text = translate("Register", "Entered late · {text}").format(text=text)
    return Cell(text)


def _progress(row: object) -> Cell:
    progress = row.progress  # type: ignore[attr-defined]
    if row.voided:  # type: ignore[attr-defined]
        return Cell(translate("DayList", "Voided"), icon="x", grey=True)
    icon, tone = _ICONS.get(progress, ("", ""))
    return Cell(progress_text(progress), icon=icon, tone=tone)


def _due(row: object) -> Cell:
    due, left = row.due_on, row.days_left  # type: ignore[attr-defined]
    if row.voided:  # type: ignore[attr-defined]
        return Cell("")
    done = row.progress in _DONE or due is None  # type: ignore[attr-defined]
    if done or left is None:
        return Cell(translate("Register", "Done") if due or done else "", grey=True)
    found = shown.time_left(due, left)
    return Cell(found.text, tag=found.tag)


def _field(row: object) -> Cell:
    return Cell(field_text(row))  # type: ignore[arg-type]


def _people(row: object) -> Cell:
    return Cell(shown.number(row.people))  # type: ignore[attr-defined]


def _body(row: object) -> Cell:
    return Cell(row.handled_by)  # type: ignore[attr-defined]
