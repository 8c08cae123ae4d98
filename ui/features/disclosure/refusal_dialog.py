"""Dialog in which a custodian chooses why a request is refused."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from reception.domain.reveal_request import RefusalNote, RevealRequest
from reception.messages.catalogue import error_sentence, sentence
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealChip

translate = QCoreApplication.translate


class RefusalDialog(Dialog):
    """Emits ``request_refused(RefusalNote)``; stays open until ``finish``."""

    request_refused = Signal(object)

    def __init__(self, request: RevealRequest, parent: QWidget) -> None:
        super().__init__(translate("Request", "Refuse the request"), parent, 560)
        self.set_icon("seal")
        self.add_header_right(SealChip(request.code, self))
        self.note_choice = ChoiceBox(self)
        self.note_choice.add(translate("Request", "Choose why, to refuse"), "")
        for note in RefusalNote.offered(is_protected=request.is_protected):
            self.note_choice.add(sentence(f"request.note.{note.value}"), note.value)
        self.note_choice.chosen.connect(self._validate)
        label = translate("Request", "{name} will read").format(name=request.asker)
        self.body.addWidget(LabeledField(label, self.note_choice, self))
        self.banner = Banner("error", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self.add_note("history", translate("Request", "Logged."))
        self.set_leave_button(
            PushButton(translate("Request", "Later"), self, "secondary", "", "Esc")
        )
        refuse_text = translate("Request", "Do not approve")
        self.refuse_button = PushButton(refuse_text, self, "danger", "", "Ctrl+Enter")
        self.refuse_button.setObjectName("refuse_button")
        self.set_primary(self.refuse_button)
        self._validate()

    @Slot()
    def _validate(self) -> None:
        self.set_valid(bool(self.note_choice.value()))

    @Slot()
    def accept(self) -> None:
        """Emit the note and show that it is being saved."""
        self.refuse_button.set_busy(translate("Request", "Saving…"))
        self.request_refused.emit(RefusalNote(str(self.note_choice.value())))

    def show_failure(self, error: ReceptionError) -> None:
        """Show why the answer was not saved."""
        self.refuse_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self.banner.show()
        self.refit()
