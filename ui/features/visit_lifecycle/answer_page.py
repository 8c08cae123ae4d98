"""The answer to the person: day, channel, document; deadlines that end with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.visit_lifecycle import Answer, AnswerChannel
from ui.appearance import display_format
from ui.features.visit_lifecycle import lifecycle_texts
from ui.features.visit_lifecycle.consequence_list import ConsequenceList, Line
from ui.features.visit_lifecycle.lifecycle_page import LifecyclePage, PageContext, Subject
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class AnswerPage(LifecyclePage):
    """Page for the answer to the person (Luật Tiếp công dân Điều 28)."""

    def __init__(self, subject: Subject, parent: QWidget) -> None:
        super().__init__(subject, parent)
        self.day = DateField(self._today, self)
        self.day.set_day(subject.state.today)
        self.channel = ChoiceBox(self)
        for value, text in lifecycle_texts.answer_channels():
            self.channel.add(text, value)
        self.document = TextField(self)
        self.add_row(
            (self.labeled("answered_on", translate("Life", "Day of the answer"), self.day), 3),
            (self.labeled("way", translate("Life", "Way"), self.channel), 4),
            (
                self.labeled(
                    "document_number", translate("Life", "Document number"), self.document
                ),
                5,
            ),
        )
        self.consequences = ConsequenceList(translate("Life", "After the answer"), self)
        self.column.addWidget(self.consequences)
        self.day.textChanged.connect(self._update)
        self.channel.chosen.connect(self._update)
        self.document.textChanged.connect(self.emit_changed)
        self._update()

    def _today(self) -> date:
        return self.subject.state.today

    @Slot()
    def _update(self) -> None:
        self.consequences.show_lines(self._lines())
        self.emit_changed()

    def _lines(self) -> list[Line]:
        day, lines = self.day.day(), list[Line]()
        for article, due in self.subject.state.open_deadlines:
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

    def context(self) -> PageContext:
        return PageContext(
            translate("Life", "Record the answer"),
            "circle-check",
            translate("Life", "Shown in the register and in column 12 of the book"),
            translate("Life", "Save the answer"),
        )

    def valid(self) -> bool:
        """Require a permitted day, and the number of a written answer."""
        state, day = self.subject.state, self.day.day()
        if day is None or not state.received_on <= day <= state.today:
            return False
        return not self._selected_channel().written or bool(self.document.text().strip())

    def _selected_channel(self) -> AnswerChannel:
        return AnswerChannel(str(self.channel.value()))

    def job(self) -> Callable[[], object]:
        state = self.subject.state
        day = self.day.day() or state.today
        answer = Answer(day, self._selected_channel(), self.document.value())
        return partial(
            self.subject.reception.lifecycle.answer, state.visit_id, answer, state.event_count
        )

    def first_field(self) -> QWidget:
        return self.day
