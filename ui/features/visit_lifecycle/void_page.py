"""Page for voiding a visit: the reason and the consequences."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.appearance import display_format
from ui.features.visit_lifecycle import lifecycle_texts
from ui.features.visit_lifecycle.lifecycle_page import (
    LifecyclePage,
    PageLabels,
    ReasonRow,
    VisitToChange,
)
from ui.widgets.banner import Banner
from ui.widgets.consequence_list import ConsequenceLine, ConsequenceList

translate = QCoreApplication.translate


class VoidPage(LifecyclePage):
    """Voids a visit: its number stays, struck through, and no table counts it."""

    def __init__(self, visit: VisitToChange, parent: QWidget) -> None:
        super().__init__(visit, parent)
        self.reason_row = ReasonRow(self, lifecycle_texts.void_grounds())
        self.consequence_list = ConsequenceList(translate("Life", "After voiding"), self)
        self.consequence_list.show_lines(self._consequence_lines())
        self.column.addWidget(self.consequence_list)
        title = translate("Life", "The sealed identity is not erased.")
        body = translate("Life", "Papers handed out and older backups cannot be taken back.")
        self.column.addWidget(Banner("warn", self, title, body))

    def _consequence_lines(self) -> list[ConsequenceLine]:
        present = self.visit.present
        since, until = (display_format.short_day(day) for day in present.period)
        number = f"{present.number:04d}"
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
        if present.due_on is not None:
            text = translate("Life", "The deadline {due} stops")
            lines.append(("calendar-clock", text, translate("Life", "told in the story")))
        if present.receipts:
            text = translate("Life", "Paper {papers} and its return code are cancelled")
            lines.append(("printer", text, translate("Life", "tell the reporter")))
        values = {
            "number": number,
            "since": since,
            "until": until,
            "due": display_format.short_day(present.due_on) if present.due_on else "",
            "papers": ", ".join(present.receipts),
        }
        return [(icon, text.format(**values), note.format(**values)) for icon, text, note in lines]

    def page_labels(self) -> PageLabels:
        button_text = translate("Life", "Void visit {number}")
        return PageLabels(
            translate("Life", "Void the visit"),
            "x",
            translate("Life", "The head confirms afterwards"),
            button_text.format(number=f"{self.visit.present.number:04d}"),
            "danger",
            "x",
        )

    def valid(self) -> bool:
        return self.reason_row.valid()

    def job(self) -> Callable[[], object]:
        present = self.visit.present
        void_visit = self.visit.reception.lifecycle.void
        return partial(
            void_visit, present.visit_id, self.reason_row.change_reason(), present.event_count
        )

    def first_field(self) -> QWidget:
        return self.reason_row.reason
