"""Asks why a citizen's copy is made again without opening the identity."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from reception.domain.requested_paper import RemakeReason
from reception.messages.catalogue import error_sentence
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.consequence_list import ConsequenceList
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class RemakeDialog(Dialog):
    """``remake_wanted(RemakeReason)``; the dialog stays open until ``finish`` is called."""

    remake_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("Remake", "Make the citizen's copy again"), parent, 620)
        self.set_icon("rotate-ccw", "accent")
        consequences = ConsequenceList(translate("Remake", "When it is made again"), self)
        consequences.show_lines(
            [
                (
                    "key-round",
                    translate("Remake", "The paper gets a new number and a new return code"),
                    translate("Remake", "the old code ends"),
                ),
                (
                    "seal",
                    translate("Remake", "The identity stays sealed"),
                    translate("Remake", "written by pen"),
                ),
                (
                    "history",
                    translate("Remake", "The log tells who made it again, and why"),
                    "",
                ),
            ]
        )
        self.body.addWidget(consequences)
        self.reason_box = ChoiceBox(self)
        self.reason_box.setObjectName("remake_reason")
        self.reason_box.add(translate("Remake", "Choose a reason"), "")
        for reason, text in _reasons():
            self.reason_box.add(text, reason)
        self.body.addWidget(LabeledField(translate("Remake", "Reason"), self.reason_box, self))
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

    @Slot()
    def _validate(self) -> None:
        self.set_valid(bool(self.reason_box.value()))

    @Slot()
    def accept(self) -> None:
        """Ask for the paper, and stay open for the answer."""
        if self.reason_box.value() and not self.make_button.busy:
            self.banner.hide()
            self.make_button.set_busy(translate("Remake", "Working…"))
            self.remake_wanted.emit(RemakeReason(str(self.reason_box.value())))

    def show_failure(self, error: ReceptionError) -> None:
        """Tell why no paper was made."""
        self.make_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self.refit()


def _reasons() -> list[tuple[RemakeReason, str]]:
    return [
        (RemakeReason.NOT_PRINTED, translate("Remake", "It was never printed")),
        (RemakeReason.SPOILT, translate("Remake", "The print was spoilt")),
        (RemakeReason.LOST, translate("Remake", "The citizen lost it")),
    ]
