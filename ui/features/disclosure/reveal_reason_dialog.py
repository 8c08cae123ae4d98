"""Dialog for the reason of a reveal or request, the parts needed, and a custodian's password."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.reveal import RevealReason, RevealSelection
from reception.messages.catalogue import error_sentence
from ui.features.disclosure.own_password_box import OwnPasswordBox
from ui.features.disclosure.reveal_purpose import RevealPurpose, words_of
from ui.features.disclosure.reveal_reason_fields import RevealReasonFields
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton
from ui.widgets.seal_chip import SealChip

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class VisitToOpen:
    """What the dialog shows of a visit: its title, pseudonym and kind of petition."""

    title: str
    pseudonym: str
    kind: str


@dataclass(frozen=True, slots=True)
class RevealQuestion:
    """What is asked for in the dialog.

    ``month_and_count`` are the number of the month and how often custodians have opened in it.
    """

    purpose: RevealPurpose
    reasons: tuple[RevealReason, ...]
    month_and_count: tuple[int, int] = (0, 0)


class RevealReasonDialog(Dialog):
    """Emits ``selection_submitted(RevealSelection, password)``; the password is mostly "".

    The dialog stays open after that, so that the input can be corrected if the reveal fails; the
    receiver of the signal closes it with ``finish``.
    """

    selection_submitted = Signal(object, str)

    def __init__(
        self, visit: VisitToOpen, question: RevealQuestion, member_name: str, parent: QWidget
    ) -> None:
        self._purpose = question.purpose
        self._words = words_of(question.purpose, visit.kind, member_name)
        super().__init__(self._words.title, parent, 720)
        self.set_icon("seal")
        self.set_subtitle(" · ".join(filter(None, (visit.title, self._words.subtitle))))
        self.add_header_right(SealChip(visit.pseudonym, self))
        self.fields = RevealReasonFields(
            self._words.reasons_label,
            question.reasons,
            self,
            part_columns=1 if question.purpose.needs_password else 2,
        )
        self.explanation = self.fields.explanation
        self.part_boxes = self.fields.part_boxes
        self.body.addWidget(self.fields)
        self.password_box: OwnPasswordBox | None = None
        if question.purpose.needs_password:
            self.password_box = OwnPasswordBox(member_name, *question.month_and_count, self)
            self.password_box.changed.connect(self._validate)
            self.body.addWidget(self.password_box)
        self.banner = Banner("info", self, self._words.explanation, "", "user-check")
        self.banner.setVisible(bool(self._words.explanation))
        self.body.addWidget(self.banner)
        self._add_buttons()
        self.fields.reason_chosen.connect(self._show_button_of)
        self.fields.changed.connect(self._validate)
        self._validate()

    def _add_buttons(self) -> None:
        self.add_note("history", self._words.log_note)
        cancel_button = PushButton(translate("Reveal", "Cancel"), self, "secondary", "", "Esc")
        self.set_leave_button(cancel_button)
        self.open_button = PushButton(self._words.button, self, "seal", "", "Ctrl+Enter")
        self.open_button.set_icon(self._words.button_icon)
        self.open_button.setObjectName("open_button")
        self.set_primary(self.open_button)

    @Slot(object)
    def _show_button_of(self, reason: RevealReason) -> None:
        """Show on the button what the reason leads to: a paper, the identity, or a request."""
        makes_paper = bool(reason.paper) and not self._purpose.asks
        make_text = translate("Reveal", "Make the paper")
        self.open_button.set_text(make_text if makes_paper else self._words.button)
        self.open_button.set_icon("printer" if makes_paper else self._words.button_icon)

    def selection(self) -> RevealSelection:
        """Return what is chosen and typed."""
        return self.fields.selection()

    @Slot()
    def _validate(self) -> None:
        has_password = self.password_box is None or bool(self.password_box.password.value())
        self.set_valid(self.fields.is_complete() and has_password)

    @Slot()
    def accept(self) -> None:
        """Emit the selection and show that it is being processed."""
        sending, opening = translate("Reveal", "Sending…"), translate("Reveal", "Opening…")
        self.open_button.set_busy(sending if self._purpose.asks else opening)
        password = "" if self.password_box is None else self.password_box.password.read_and_clear()
        self.selection_submitted.emit(self.selection(), password)

    def show_again(self) -> None:
        """Show the dialog again after the dialog of the next step was cancelled."""
        self.open_button.set_busy("")
        super().show_again()

    def show_failure(self, error: ReceptionError) -> None:
        """Show why nothing was opened; the input is kept, except the password."""
        self.open_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self.banner.show()
        self._validate()
        self.refit()
        about_password = isinstance(error, InvalidInput) and error.field == "password"
        if about_password and self.password_box is not None:
            self.password_box.password.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.explanation.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_password(self) -> None:
        """Empty the password field, if there is one."""
        if self.password_box is not None:
            self.password_box.password.read_and_clear()

    def finish(self, accepted: bool) -> None:
        """Empty the password field before the dialog closes."""
        self.forget_password()
        super().finish(accepted)
