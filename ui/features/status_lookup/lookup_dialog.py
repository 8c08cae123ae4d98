"""The dialog of the look-up by return code, which works without any name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.status_lookup import LookupStage, LookupStatus, split_scan
from reception.messages.catalogue import error_sentence
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate
_INPUT_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class StatusLookupDialog(Dialog):
    """``lookup_wanted(number, code)`` is answered by ``show_answer`` or ``show_error``.

    Both fields are emptied when the dialog closes.
    """

    lookup_wanted = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("FollowUp", "Look up by code"), parent, 640)
        self.set_icon("search", "accent")
        self.set_subtitle(
            translate("FollowUp", "The paper is shown, no name is needed. Its QR can be scanned.")
        )
        self.number, self.code = TextField(self), TextField(self)
        for field in (self.number, self.code):
            field.setInputMethodHints(_INPUT_HINTS)
            field.textEdited.connect(self._handle_input)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        number_field = LabeledField(translate("FollowUp", "Number on the paper"), self.number, self)
        code_field = LabeledField(
            translate("FollowUp", "Return code, 12 characters"), self.code, self
        )
        row.addWidget(number_field, 1)
        row.addWidget(code_field, 2)
        self.body.addLayout(row)
        self.answer_banner = Banner("info", self)
        self.answer_banner.hide()
        self.body.addWidget(self.answer_banner)
        self.add_note("history", translate("FollowUp", "Every look-up is logged"))
        self.set_leave_button(
            PushButton(translate("FollowUp", "Close"), self, "secondary", "", "Esc")
        )
        self.look_up_button = PushButton(
            translate("FollowUp", "Look up"), self, "primary", "search", "Enter"
        )
        self.look_up_button.setObjectName("look_up_button")
        self.set_primary(self.look_up_button)
        self.set_valid(False)

    @Slot()
    def _handle_input(self) -> None:
        scan = split_scan(self.number.text())
        if scan is not None:
            self.number.setText(scan[0])
            self.code.setText(scan[1])
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answer_banner.hide()
        self.refit()
        self.set_valid(bool(self.number.text().strip() and self.code.text().strip()))

    @Slot()
    def accept(self) -> None:
        """Emit ``lookup_wanted``; the dialog stays open for the answer and for the next look-up."""
        self.look_up_button.set_busy(translate("FollowUp", "Looking up…"))
        self.lookup_wanted.emit(self.number.value(), self.code.value())

    def show_answer(self, status: LookupStatus | None) -> None:
        """Show the status; None gives the same sentence for a wrong number and a wrong code."""
        self.look_up_button.set_busy("")
        if status is None:
            text = translate("FollowUp", "Not found, check number and code on the paper.")
            self.answer_banner.show_message("", text, "warn")
        else:
            self.answer_banner.show_message(_stage_text(status), _dates_text(status), "info")
        self.refit()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    def show_error(self, error: ReceptionError) -> None:
        self.look_up_button.set_busy("")
        self.answer_banner.show_message("", error_sentence(error), "error")
        self.refit()

    def finish(self, accepted: bool) -> None:
        """Empty both fields before the dialog closes."""
        self.number.clear()
        self.code.clear()
        super().finish(accepted)


def _stage_text(status: LookupStatus) -> str:
    return {
        LookupStage.IN_PROGRESS: translate("FollowUp", "Being handled"),
        LookupStage.ANSWERED: translate("FollowUp", "Answered"),
        LookupStage.ANSWERED_AT_VISIT: translate("FollowUp", "Answered at the visit"),
    }[status.stage]


def _dates_text(status: LookupStatus) -> str:
    text = translate("FollowUp", "Received on {day}.").format(
        day=display_format.day(status.received_on)
    )
    if status.due_on is not None:
        due_text = translate("FollowUp", "Answer by {day} at the latest.")
        text += " " + due_text.format(day=display_format.day(status.due_on))
    if status.answered_on is not None:
        answered_text = translate("FollowUp", "Answered on {day}.")
        text += " " + answered_text.format(day=display_format.day(status.answered_on))
    return text
