"""The to-do list as lines: a heading for each group, text and a button for each item."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication

from reception.domain.todo_item import (
    AdministrationItem,
    AnswerDue,
    DecisionItem,
    OwnRequestItem,
    TodoGroup,
    TodoItem,
    group_of,
    key_of,
)
from ui.models.line_list_model import LineListModel
from ui.models.todo_administration_lines import administration_line
from ui.models.todo_line import TodoLine
from ui.models.todo_visit_lines import decision_line, due_line, own_request_line

if TYPE_CHECKING:
    from reception.services.todo.todo_list import TodoSnapshot

translate = QCoreApplication.translate
_GROUP_TONES = {TodoGroup.OVERDUE: "danger", TodoGroup.DUE_SOON: "warn"}


def group_title(group: TodoGroup) -> str:
    """Return the heading of a group."""
    return {
        TodoGroup.DECISIONS: translate("Needs", "To approve, to sign"),
        TodoGroup.OWN_REQUESTS: translate("Needs", "My requests"),
        TodoGroup.OVERDUE: translate("Needs", "Answers overdue"),
        TodoGroup.CUSTODY: translate("Needs", "Custodians of identities"),
        TodoGroup.DUE_SOON: translate("Needs", "Due soon"),
        TodoGroup.ADMINISTRATION: translate("Needs", "Machine and log"),
    }[group]


def todo_lines(snapshot: TodoSnapshot, now: datetime) -> list[TodoLine]:
    """Return the heading and the items of each group that has items, in the order of the groups.

    The number beside a heading is the count of the snapshot; it may be larger than the number of
    items listed.
    """
    lines: list[TodoLine] = []
    for group in TodoGroup:
        items = [item for item in snapshot.items if group_of(item) is group]
        if not items:
            continue
        heading = TodoLine(group_title(group), tone=_GROUP_TONES.get(group, ""))
        lines.append(replace(heading, count=snapshot.counts[group]))
        lines += [replace(_line(item, now), item=item) for item in items]
    return lines


def _line(item: TodoItem, now: datetime) -> TodoLine:
    match item:
        case DecisionItem():
            return decision_line(item, now)
        case OwnRequestItem():
            return own_request_line(item, now)
        case AnswerDue():
            return due_line(item)
        case AdministrationItem():
            return administration_line(item)
        case _:
            assert_never(item)


class TodoModel(LineListModel[TodoLine]):
    """Model of the to-do list."""

    def first_item_row(self) -> int:
        """Return the first row that can be selected, -1 for none."""
        return next((row for row, line in enumerate(self._lines) if not line.is_heading), -1)

    def row_of(self, item: TodoItem | None) -> int:
        """Return the row of an item of the previous list, else the first row of an item."""
        wanted = None if item is None else key_of(item)
        for row, line in enumerate(self._lines):
            if wanted is not None and line.item is not None and key_of(line.item) == wanted:
                return row
        return self.first_item_row()
