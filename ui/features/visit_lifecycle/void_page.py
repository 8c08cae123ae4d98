"""Voiding a visit: the reason and the consequences (screen 20b)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.appearance import display_format
from ui.features.visit_lifecycle import lifecycle_texts
from ui.features.visit_lifecycle.consequence_list import ConsequenceList, Line
from ui.features.visit_lifecycle.lifecycle_page import (
    LifecyclePage,
    PageContext,
    ReasonRow,
    Subject,
)
from ui.widgets.banner import Banner

translate = QCoreApplication.translate


class VoidPage(LifecyclePage):
    """The number of a voided visit stays, struck through; no table counts the visit."""

    def __init__(self, subject: Subject, parent: QWidget) -> None:
        super().__init__(subject, parent)
        self.reason_row = ReasonRow(self, lifecycle_texts.void_grounds())
        self.consequences = ConsequenceList(translate("Life", "After voiding"), self)
        self.consequences.show_lines(self._lines())
        self.column.addWidget(self.consequences)
        title = translate("Life", "The sealed identity is not erased.")
        body = translate("Life", "Papers handed out and older backups cannot be taken back.")
        self.column.addWidget(Banner("warn", self, title, body))

    def _lines(self) -> list[Line]:
        state = self.subject.state
        since, until = (display_format.short_day(day) for day in state.period)
        number = f"{state.number:04d}"
        lines = [
            (
                "book-open",
                translate("Life", 'Number {number} stays in the book, struck, marked "void"'),
                translate("Life", "not given again"),
            ),
            (
                "chart-column",
                translate("Life", "Not counted in form 01/TCD"),
                translate("Life", "period {since} – {until}"),
            ),
        ]
        if state.due_on is not None:
            text = translate("Life", "The deadline {due} stops")
            lines.append(("calendar-clock", text, translate("Life", "told in the story")))
        if state.receipts:
            text = translate("Life", "Paper {papers} and its return code are cancelled")
            lines.append(("printer", text, translate("Life", "tell the reporter")))
        facts = {
            "number": number,
            "since": since,
            "until": until,
            "due": display_format.short_day(state.due_on) if state.due_on else "",
            "papers": ", ".join(state.receipts),
        }
        return [(icon, text.format(**facts), note.format(**facts)) for icon, text, note in lines]

    def context(self) -> PageContext:
        act = translate("Life", "Void visit {number}")
        return PageContext(
            translate("Life", "Void the visit"),
            "x",
            translate("Life", "The head confirms afterwards"),
            act.format(number=f"{self.subject.state.number:04d}"),
            "danger",
            "x",
        )

    def valid(self) -> bool:
        return self.reason_row.valid()

    def job(self) -> Callable[[], object]:
        state = self.subject.state
        void = self.subject.reception.lifecycle.void
        return partial(void, state.visit_id, self.reason_row.change_reason(), state.event_count)

    def first_field(self) -> QWidget:
        return self.reason_row.reason
