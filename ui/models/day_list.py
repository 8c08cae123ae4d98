"""Lines of today's list beside visit entry: drafts, visits, denunciations (without a time)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from reception.domain.petition import PetitionField, PetitionKind
from reception.domain.visit import LARGE_GROUP, Outcome
from reception.law.statutory_words import FIELD_WORDS, REPORTER_WORDS
from reception.services.register.register_row import RegisterRow
from ui.models.line_list_model import LineListModel

translate = QCoreApplication.translate
_TRANSFER_WAITING = "transfer_waiting"
# Of a row without its outcome. An answered visit was taken in, or reported; that is not told.
_OUTCOME_OF_PROGRESS = {
    "accepted": Outcome.ACCEPT.value,
    "answered": Outcome.ACCEPT.value,
    "guided": Outcome.GUIDE.value,
    "transferred": Outcome.TRANSFER.value,
    "reported": Outcome.REPORT_UP.value,
    "explained": Outcome.EXPLAIN.value,
    "refused": Outcome.REFUSE.value,
}


class LineKind(Enum):
    """What a line shows; ``HEADING`` is the heading above the denunciations."""

    DRAFT = "draft"
    VISIT = "visit"
    HEADING = "heading"
    DENUNCIATION = "denunciation"


@dataclass(frozen=True, slots=True)
class DayLine:
    """One line, without the name of a person; ``key`` is the index of a draft or a visit id.

    ``status`` is what happened to the visit, as text; ``expected_number`` the text with the number
    that a draft will get; ``is_waiting`` is True while a transfer has not been sent.
    """

    kind: LineKind
    title: str
    detail: str = ""
    status: str = ""
    received_at: str = ""  # time of day, e.g. "14:12"
    expected_number: str = ""
    is_waiting: bool = False
    is_current: bool = False
    key: int = -1

    @property
    def is_heading(self) -> bool:
        """True for the heading of the denunciations."""
        return self.kind is LineKind.HEADING

    def accessible_text(self) -> str:
        """Return the text for a screen reader."""
        return ", ".join(
            part
            for part in (
                self.received_at,
                self.title,
                self.expected_number,
                self.detail,
                self.status,
            )
            if part
        )


def reporter_title(kind: str, code: str) -> str:
    """Return e.g. "Người tố cáo · TC-0013"; of an unreadable row, which has no kind, that it is."""
    if not kind:
        return unreadable_text()
    words = REPORTER_WORDS[PetitionKind(kind)]
    return f"{words[0].upper()}{words[1:]} · {code}"


def visit_line(row: RegisterRow) -> DayLine:
    """Return the line of a visit of today."""
    is_denunciation = row.kind == PetitionKind.DENUNCIATION.value
    return DayLine(
        LineKind.DENUNCIATION if is_denunciation else LineKind.VISIT,
        reporter_title(row.kind, row.code),
        _content_text(row),
        translate("DayList", "Voided") if row.voided else _progress_text(row),
        row.received_at.strftime("%H:%M") if row.received_at and not is_denunciation else "",
        is_waiting=row.progress == _TRANSFER_WAITING,
        key=row.visit_id,
    )


def unreadable_text() -> str:
    """Return what stands in the place of a row that holds what no program writes."""
    return translate("DayList", "Unreadable row")


def unreadable_advice() -> str:
    """Return what is to be done about such a row, in the place of its content."""
    return translate("DayList", "See: verify the log")


def _content_text(row: RegisterRow) -> str:
    if row.unreadable:
        visit = translate("DayList", "Visit {number}").format(number=f"{row.number:04d}")
        return f"{visit} · {unreadable_advice()}"
    return sealed_content_text() if row.masked else _field_and_group(row)


def sealed_content_text() -> str:
    """Return what stands in the place of the content of a visit that may not be read."""
    return translate("DayList", "Sealed content")


def _field_and_group(row: RegisterRow) -> str:
    text = FIELD_WORDS[PetitionField(row.field)]
    if row.field_note:
        text = f"{text}: {row.field_note}"
    if row.people >= LARGE_GROUP:
        group_size = translate("DayList", "group of {count}").format(count=row.people)
        text = f"{text} · {group_size}"
    return text


def _progress_text(row: RegisterRow) -> str:
    if row.progress == _TRANSFER_WAITING:
        return translate("DayList", "Waiting to be sent")
    outcome = _OUTCOME_OF_PROGRESS.get(row.progress, "") if row.masked else row.outcome
    return {
        "": "",
        Outcome.ACCEPT.value: translate("DayList", "Taken in"),
        Outcome.GUIDE.value: translate("DayList", "Guided"),
        Outcome.TRANSFER.value: translate("DayList", "Sent on"),
        Outcome.REPORT_UP.value: translate("DayList", "Reported"),
        Outcome.EXPLAIN.value: translate("DayList", "Explained"),
        Outcome.REFUSE.value: translate("DayList", "Refused"),
    }[outcome]


def day_lines(drafts: Sequence[DayLine], rows: Sequence[RegisterRow]) -> list[DayLine]:
    """Return drafts, then visits newest first, then denunciations under their own heading."""
    lines = [visit_line(row) for row in rows]
    ordinary = [line for line in lines if line.kind is LineKind.VISIT]
    denunciations = [line for line in lines if line.kind is LineKind.DENUNCIATION]
    # Sorted by code: the order of time would show between which visits a denouncer was received.
    denunciations.sort(key=lambda line: line.title)
    heading = translate("DayList", "Denunciations of the day, no hour")
    headings = [DayLine(LineKind.HEADING, heading)] if denunciations else []
    return [*drafts, *ordinary, *headings, *denunciations]


class DayListModel(LineListModel[DayLine]):
    """Model of the list of today."""
