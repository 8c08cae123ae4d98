"""One line of the to-do list, for painting and screen readers, and texts that lines share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from reception.domain.clock import VIETNAM
from reception.domain.shown_times import ShownTime
from reception.domain.todo_item import TodoItem
from reception.domain.visit import split_visit_id
from reception.law.reveal_reasons import reveal_reason
from reception.messages.language import VIETNAMESE, current_language
from ui.appearance import display_format
from ui.models import due_column

translate = QCoreApplication.translate
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


@dataclass(frozen=True, slots=True)
class TodoLine:
    """A heading (``item`` None) or an item.

    ``tag`` is the text of the tag at the right and ``tag_kind`` its colours. ``icon`` is a name of
    ``ui.appearance.icons``. ``tone`` is "", "danger", "warn" or "seal": it determines the colours
    of the icon or of the heading; "seal" also those of the button.
    """

    title: str
    detail: str = ""
    waiting_time: str = ""  # e.g. "waiting 7 min"
    tag: str = ""
    tag_kind: display_format.TagKind | None = None
    button_text: str = ""
    icon: str = ""
    tone: str = ""
    count: int = 0  # number of items of the group, for a heading
    item: TodoItem | None = None

    @property
    def is_heading(self) -> bool:
        """True for the heading of a group, which cannot be selected."""
        return self.item is None

    def accessible_text(self) -> str:
        """Return the text for a screen reader."""
        count = str(self.count) if self.is_heading else ""
        parts = (self.title, count, self.detail, self.tag, self.waiting_time, self.button_text)
        return ", ".join(part for part in parts if part)


def waiting_time_text(since: ShownTime, now: datetime) -> str:
    """Return how long something has waited, in minutes, hours or days, e.g. "waiting 7 min".

    In days for a reader who may not see the hour; "" if it has waited since today.
    """
    local_now = now.astimezone(VIETNAM)
    if since.time_of_day is None:
        days = (local_now.date() - since.day).days
        return translate("Needs", "waiting {count} days").format(count=days) if days > 0 else ""
    began = datetime.combine(since.day, since.time_of_day, VIETNAM)
    seconds = max(0, int((local_now - began).total_seconds()))
    if seconds < _HOUR:
        text, count = translate("Needs", "waiting {count} min"), seconds // _MINUTE
    elif seconds < _DAY:
        text, count = translate("Needs", "waiting {count} h"), seconds // _HOUR
    else:
        text, count = translate("Needs", "waiting {count} days"), seconds // _DAY
    return text.format(count=count)


def reason_text(code: str) -> str:
    """Return a reason for a reveal in the language of the window."""
    reason = reveal_reason(code)
    return reason.vietnamese if current_language() == VIETNAMESE else reason.english


def visit_title(visit_id: int) -> str:
    """Return a title with the number of the visit within its year, e.g. "Visit 0013"."""
    number = f"{split_visit_id(visit_id)[1]:04d}"
    return translate("Needs", "Visit {number}").format(number=number)


def time_left_tag(due_on: date | None, days_left: int | None) -> tuple[str, display_format.TagKind]:
    """Return (text, kind) of the tag that shows the working days left until a deadline."""
    time = due_column.time_left(due_on, days_left)
    return time.text, time.tag or display_format.TagKind.NEUTRAL
