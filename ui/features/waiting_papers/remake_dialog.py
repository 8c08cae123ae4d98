"""Asks why a citizen's copy is made again without opening the identity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from reception.domain.requested_paper import RemakeReason
from reception.messages.catalogue import error_sentence
from ui.features.identity_fields.typed_person_fields import TypedPersonFields
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.consequence_list import ConsequenceList
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class RemakeDialog(Dialog):
    """``remake_wanted(RemakeReason, Identity or None)``; stays open until ``finish`` is called.

    The person is asked for only where the office prints persons on everybody's copy. What is typed
    goes into the new paper and is cleared when the dialog closes.
    """

    remake_wanted = Signal(object, object)

    def __init__(self, parent: QWidget, today: Callable[[], date] | None = None) -> None:
        """``today`` is given if the person must be typed."""
        super().__init__(translate("Remake", "Make the citizen's copy again"), parent, 620)
        self.set_icon("rotate-ccw", "accent")
        consequences = ConsequenceList(translate("Remake", "When it is made again"), self)
        consequences.show_lines(_consequences(is_typed=today is not None))
        self.body.addWidget(consequences)
        self.reason_box = ChoiceBox(self)
        self.reason_box.setObjectName("remake_reason")
        self.reason_box.add(translate("Remake", "Choose a reason"), "")
        for reason, text in _reasons():
            self.reason_box.add(text, reason)
        self.body.addWidget(LabeledField(translate("Remake", "Reason"), self.reason_box, self))
        self.person: TypedPersonFields | None = None
        if today is not None:
            self._ask_for_person(today)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        cancel = PushButton(translate("Remake", "Cancel"), self, "secondary", "", "Esc")
        self.set_leave_button(cancel)
        make_text = translate("Remake", "Make it again")
        self.make_button = PushButton(make_text, self, "primary", "rotate-ccw", "Ctrl+Enter")
        self.make_button.setObjectName("make_button")
        self.set_primary(self.make_button)
        self.reason_box.chosen.connect(self._validate)
        self._validate()

    def _ask_for_person(self, today: Callable[[], date]) -> None:
        text = translate(
            "Remake",
            "The office prints the person on every copy. With the person at the desk, type what "
            "their papers say: for this sheet only, compared with nothing, stored nowhere.",
        )
        self.body.addWidget(Banner("info", self, "", text))
        self.person = TypedPersonFields(today, self)
        self.person.edited.connect(self._validate)
        self.body.addWidget(self.person)

    @Slot()
    def _validate(self) -> None:
        has_person = self.person is None or self.person.is_valid()
        self.set_valid(bool(self.reason_box.value()) and has_person)

    @Slot()
    def accept(self) -> None:
        """Ask for the paper, and stay open for the answer."""
        if self.make_button.isEnabled() and not self.make_button.busy:
            self.banner.hide()
            self.make_button.set_busy(translate("Remake", "Working…"))
            person = self.person.identity() if self.person is not None else None
            self.remake_wanted.emit(RemakeReason(str(self.reason_box.value())), person)

    def finish(self, accepted: bool) -> None:
        """Empty the fields of the person, then close."""
        if self.person is not None:
            self.person.clear()
        super().finish(accepted)

    def show_failure(self, error: ReceptionError) -> None:
        """Tell why no paper was made."""
        self.make_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self.refit()


def _consequences(*, is_typed: bool) -> list[tuple[str, str, str]]:
    by_pen = translate("Remake", "written by pen")
    typed = translate("Remake", "typed again for this sheet")
    return [
        (
            "key-round",
            translate("Remake", "The paper gets a new number and a new return code"),
            translate("Remake", "the old code ends"),
        ),
        (
            "seal",
            translate("Remake", "The identity stays sealed"),
            typed if is_typed else by_pen,
        ),
        ("history", translate("Remake", "The log tells who made it again, and why"), ""),
    ]


def _reasons() -> list[tuple[RemakeReason, str]]:
    return [
        (RemakeReason.NOT_PRINTED, translate("Remake", "It was never printed")),
        (RemakeReason.SPOILT, translate("Remake", "The print was spoilt")),
        (RemakeReason.LOST, translate("Remake", "The citizen lost it")),
    ]
