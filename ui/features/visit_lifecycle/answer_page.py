"""Page for recording the answer: its day, channel and document, and the deadlines that it ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.visit_lifecycle import Answer, AnswerChannel
from ui.appearance import display_format
from ui.features.visit_lifecycle import lifecycle_texts
from ui.features.visit_lifecycle.lifecycle_page import LifecyclePage, PageLabels, VisitToChange
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.consequence_list import ConsequenceLine, ConsequenceList
from ui.widgets.date_field import DateField
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class AnswerPage(LifecyclePage):
    """Records how and when the person was answered (Luật Tiếp công dân Điều 28)."""

    def __init__(self, visit: VisitToChange, parent: QWidget) -> None:
        super().__init__(visit, parent)
        self.day = DateField(self._today, self)
        self.day.set_day(visit.present.today)
        self.channel = ChoiceBox(self)
        for value, text in lifecycle_texts.answer_channels():
            self.channel.add(text, value)
        self.document_number = TextField(self)
        self.add_row(
            (
                self.labeled_field("answered_on", translate("Life", "Day of the answer"), self.day),
                3,
            ),
            (self.labeled_field("way", translate("Life", "Way"), self.channel), 4),
            (
                self.labeled_field(
                    "document_number", translate("Life", "Document number"), self.document_number
                ),
                5,
            ),
        )
        self.consequence_list = ConsequenceList(translate("Life", "After the answer"), self)
        self.column.addWidget(self.consequence_list)
        self.day.textChanged.connect(self._show_consequences)
        self.channel.chosen.connect(self._show_consequences)
        self.document_number.textChanged.connect(self.emit_changed)
        self._show_consequences()

    def _today(self) -> date:
        return self.visit.present.today

    @Slot()
    def _show_consequences(self) -> None:
        self.consequence_list.show_lines(self._consequence_lines())
        self.emit_changed()

    def _consequence_lines(self) -> list[ConsequenceLine]:
        day, lines = self.day.day(), list[ConsequenceLine]()
        for article, due in self.visit.present.open_deadlines:
            is_late = day is not None and day > due
            note = (
                translate("Life", "answered too late")
                if is_late
                else translate("Life", "in time")
                if day is not None
                else ""
            )
            text = translate("Life", "The deadline {due} ends · {article}")
            lines.append(
                ("calendar-clock", text.format(due=display_format.day(due), article=article), note)
            )
        if not lines:
            text = translate("Life", "No deadline runs; the answer is kept in the story")
            lines.append(("info", text, ""))
        return lines

    def page_labels(self) -> PageLabels:
        return PageLabels(
            translate("Life", "Record the answer"),
            "circle-check",
            translate("Life", "Shown in the register and in column 12 of the book"),
            translate("Life", "Save the answer"),
        )

    def valid(self) -> bool:
        """Require a day from the visit to today, and for a written answer its document number."""
        present, day = self.visit.present, self.day.day()
        if day is None or not present.received_on <= day <= present.today:
            return False
        return not self._selected_channel().written or bool(self.document_number.text().strip())

    def _selected_channel(self) -> AnswerChannel:
        return AnswerChannel(str(self.channel.value()))

    def job(self) -> Callable[[], object]:
        present = self.visit.present
        day = self.day.day() or present.today
        answer = Answer(day, self._selected_channel(), self.document_number.value())
        return partial(
            self.visit.reception.lifecycle.answer, present.visit_id, answer, present.event_count
        )

    def first_field(self) -> QWidget:
        return self.day
