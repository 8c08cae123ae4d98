"""The dialog of the look-up by return code, which works without any name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.paper_code import split_paper_code
from reception.domain.status_lookup import LookupStage, LookupStatus
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
    """``lookup_wanted(code, number)`` is answered by ``show_answer`` or ``show_error``.

    ``may_trace`` offers to search for the number of a found paper instead.

    Both fields are emptied when the dialog closes.
    """

    lookup_wanted = Signal(str, str)
    trace_wanted = Signal()  # of a paper that was found; by custodians only

    def __init__(self, parent: QWidget, *, may_trace: bool = False) -> None:
        super().__init__(translate("FollowUp", "Look up by code"), parent, 640)
        self.set_icon("search", "accent")
        self.set_subtitle(
            translate("FollowUp", "The paper is shown, no name is needed. Its QR can be scanned.")
        )
        self._add_fields()
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
        if may_trace:
            self._add_trace_button()
        self.set_valid(False)

    def _add_fields(self) -> None:
        self.code, self.number = TextField(self), TextField(self)
        self.number.setPlaceholderText(translate("FollowUp", "Only with up to four digits"))
        for field in (self.code, self.number):
            field.setInputMethodHints(_INPUT_HINTS)
            field.textEdited.connect(self._handle_input)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        code_field = LabeledField(
            translate("FollowUp", "Return code, 12 characters"), self.code, self
        )
        number_field = LabeledField(
            translate("FollowUp", "Number on an old paper"), self.number, self
        )
        row.addWidget(code_field, 3)
        row.addWidget(number_field, 2)
        self.body.addLayout(row)

    def _add_trace_button(self) -> None:
        text = translate("FollowUp", "A paper was found…")
        self.trace_button = PushButton(text, self, "secondary", "file-text")
        self.trace_button.setObjectName("open_trace_button")
        self.trace_button.clicked.connect(self.trace_wanted)
        self.add_footer_left(self.trace_button)

    @Slot()
    def _handle_input(self) -> None:
        number, code = split_paper_code(self.code.text())
        if number and not self.number.text():  # the QR code of an old paper has both
            self.number.setText(number)
            self.code.setText(code)
        self.answer_banner.hide()
        self.refit()
        self.set_valid(bool(self.code.text().strip()))

    @Slot()
    def accept(self) -> None:
        """Emit ``lookup_wanted``; the dialog stays open for the answer and for the next look-up."""
        self.look_up_button.set_busy(translate("FollowUp", "Looking up…"))
        self.lookup_wanted.emit(self.code.value(), self.number.value())

    def show_answer(self, status: LookupStatus | None) -> None:
        """Show the status; None gives the same sentence for every code that answers nothing."""
        self.look_up_button.set_busy("")
        if status is None:
            text = translate("FollowUp", "Not found, check the code on the paper.")
            self.answer_banner.show_message("", text, "warn")
        else:
            self.answer_banner.show_message(_stage_text(status), _dates_text(status), "info")
        self.refit()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.selectAll()

    def show_error(self, error: ReceptionError) -> None:
        self.look_up_button.set_busy("")
        self.answer_banner.show_message("", error_sentence(error), "error")
        self.refit()

    def finish(self, accepted: bool) -> None:
        """Empty both fields before the dialog closes."""
        self.code.clear()
        self.number.clear()
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
