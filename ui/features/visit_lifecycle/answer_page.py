"""The answer given to the person: day, channel, document; deadlines that end with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.visit_lifecycle import Answer, AnswerChannel
from ui.appearance import display_format as shown
from ui.features.visit_lifecycle import lifecycle_words
from ui.features.visit_lifecycle.consequence_list import ConsequenceList, Line
from ui.features.visit_lifecycle.lifecycle_page import LifecyclePage, PageContext, Subject
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class AnswerPage(LifecyclePage):
    """Asks how the person was answered (Luật Tiếp công dân Điều 28)."""

    def __init__(self, subject: Subject, parent: QWidget) -> None:
        super().__init__(subject, parent)
        self.day = DateField(self._today, self)
        self.day.set_day(subject.state.today)
        self.way = ChoiceBox(self)
        for value, text in lifecycle_words.ways():
            self.way.add(text, value)
        self.document = TextField(self)
        self.row(
            (self.put("answered_on", translate("Life", "Day of the answer"), self.day), 3),
            (self.put("way", translate("Life", "Way"), self.way), 4),
            (
                self.put("document_number", translate("Life", "Document number"), self.document),
                5,
            ),
        )
        self.after = ConsequenceList(translate("Life", "After the answer"), self)
        self.column.addWidget(self.after)
        self.day.textChanged.connect(self._show)
        self.way.chosen.connect(self._show)
        self.document.textChanged.connect(self.emit_changed)
        self._show()

    def _today(self) -> date:
        return self.subject.state.today

    @Slot()
    def _show(self) -> None:
        self.after.show_lines(self._lines())
        self.emit_changed()

    def _lines(self) -> list[Line]:
        day, found = self.day.day(), list[Line]()
        for article, due in self.subject.state.open_deadlines:
            late = day is not None and day > due
            note = (
                translate("Life", "answered too late")
                if late
                else translate("Life", "in time")
                if day is not None
                else ""
            )
            text = translate("Life", "The deadline {due} ends · {article}")
            found.append(("calendar-clock", text.format(due=shown.day(due), article=article), note))
        if not found:
            text = translate("Life", "No deadline runs; the answer is kept in the story")
            found.append(("info", text, ""))
        return found

    def context(self) -> PageContext:
        return PageContext(
            translate("Life", "Record the answer"),
            "circle-check",
            translate("Life", "Shown in the register and in column 12 of the book"),
            translate("Life", "Save the answer"),
        )

    def valid(self) -> bool:
        """Require a lawful day, and a number when a document was given."""
        state, day = self.subject.state, self.day.day()
        if day is None or not state.received_on <= day <= state.today:
            return False
        return not self._answer_way().written or bool(self.document.text().strip())

    def _answer_way(self) -> AnswerChannel:
        return AnswerChannel(str(self.way.value()))

    def job(self) -> Callable[[], object]:
        state = self.subject.state
        day = self.day.day() or state.today
        given = Answer(day, self._answer_way(), self.document.value())
        return partial(
            self.subject.reception.lifecycle.answer, state.visit_id, given, state.event_count
        )

    def first_field(self) -> QWidget:
        return self.day
