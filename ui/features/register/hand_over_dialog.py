"""Dialog: who may read a denunciation, and the officer to whom it is handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.visit_reading.hand_overs import ReadingGround, ReadingPerson, ReadingState
from ui.appearance import display_format
from ui.features.register.story_lines import StoryLines
from ui.models.register_rows import reporter_text
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealChip

if TYPE_CHECKING:
    from reception.services.register.register_row import RegisterRow

translate = QCoreApplication.translate
_WIDTH = 620


class HandOverDialog(Dialog):
    """Emits ``hand_over_wanted(user_id)`` or ``taking_back_wanted()``.

    It stays open until ``finish`` is called, or ``show_failure`` shows why nothing was done.
    """

    hand_over_wanted = Signal(str)
    taking_back_wanted = Signal()

    def __init__(self, row: RegisterRow, state: ReadingState, parent: QWidget) -> None:
        super().__init__(translate("Reading", "Who reads this denunciation"), parent, _WIDTH)
        self.set_icon("eye")
        visit = translate("Reading", "Visit {number}, {day}")
        self.set_subtitle(
            visit.format(number=f"{row.number:04d}", day=display_format.day(row.received_on))
        )
        self.add_header_right(SealChip(reporter_text(row), self))
        self.people = StoryLines(self, joined=False)
        for person in state.people:
            self.people.add_line(_icon(person), reading_text(person))
        self.body.addWidget(self.people)
        self.officer = ChoiceBox(self)
        self.officer.setObjectName("officer")
        for user_id, name in state.candidates:
            self.officer.add(name, user_id)
        self.officer.choose(None)  # nobody is proposed
        self._add_choice(state)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self._add_buttons(state)

    def _add_choice(self, state: ReadingState) -> None:
        hint = translate(
            "Reading",
            "Reads this visit only, until it is answered, settled or voided. Whoever had it "
            "before reads it no more.",
        )
        label = translate("Reading", "Hand to")
        self.officer_field = LabeledField(label, self.officer, self, hint)
        self.officer_field.setVisible(bool(state.candidates))
        self.body.addWidget(self.officer_field)
        if not state.candidates:
            text = translate(
                "Reading", "It can be handed on by a reader of denunciations, while it is open."
            )
            reason = QLabel(text, self)
            reason.setProperty("role", "secondary")
            reason.setWordWrap(True)
            self.body.addWidget(reason)

    def _add_buttons(self, state: ReadingState) -> None:
        self.add_note("history", translate("Reading", "Logged with your name"))
        leave = PushButton(translate("Reading", "Leave"), self, "secondary", "", "Esc")
        self.set_leave_button(leave)
        self.take_back_button = PushButton(
            translate("Reading", "Take back"), self, "secondary", "rotate-ccw"
        )
        self.take_back_button.setObjectName("take_back_button")
        self.take_back_button.setVisible(state.may_end)
        self.take_back_button.clicked.connect(self.taking_back_wanted)
        self.add_button(self.take_back_button)
        self.hand_over_button = PushButton(
            translate("Reading", "Hand on to read"), self, "primary", "", "Enter"
        )
        self.hand_over_button.setObjectName("hand_over_confirm")
        self.hand_over_button.setVisible(bool(state.candidates))
        self.set_primary(self.hand_over_button)
        self.set_valid(False)
        self.officer.chosen.connect(self._validate)

    @Slot(object)
    def _validate(self, user_id: object) -> None:
        self.set_valid(user_id is not None)

    @Slot()
    def accept(self) -> None:
        """Ask for the hand-over to the officer chosen."""
        if not self.hand_over_button.busy and self.officer.value() is not None:
            self.hand_over_button.set_busy(translate("Reading", "Saving…"))
            self.hand_over_wanted.emit(str(self.officer.value()))

    def show_failure(self, error: ReceptionError) -> None:
        """Show why nothing was done."""
        self.hand_over_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self.banner.show()
        self.refit()


def reading_text(person: ReadingPerson) -> str:
    """Return who reads a denunciation, why, and until when."""
    if person.ground is ReadingGround.RIGHT:
        text = translate("Reading", "{name}: reads every denunciation")
        return text.format(name=person.name)
    if person.ground is ReadingGround.RECEIVED:
        text = translate("Reading", "{name}: received it, reads until the end of {day}")
        day = display_format.day(person.until) if person.until is not None else ""
        return text.format(name=person.name, day=day)
    text = translate("Reading", "{name}: handed on by {giver}, reads until it is closed")
    return text.format(name=person.name, giver=person.given_by)


def _icon(person: ReadingPerson) -> str:
    return {
        ReadingGround.RIGHT: "eye",
        ReadingGround.RECEIVED: "pen-line",
        ReadingGround.HANDED_ON: "user-check",
    }[person.ground]
