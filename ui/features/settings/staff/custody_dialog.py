"""The dialog that gives or takes custody of denouncers' identities, signed by the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.text import clean
from reception.messages.catalogue import error_sentence
from reception.services.access.office_signing_key import SHORTEST_CUSTODY_REASON
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.password_field import PasswordField
from ui.widgets.push_button import PushButton
from ui.widgets.text_area import TextArea

translate = QCoreApplication.translate


class CustodyAct(StrEnum):
    """What the head signs.

    COMPLETE_PENDING carries out the pending tasks (``CustodyTasks``): a rotation of the key after
    somebody lost custody, or the key for people who have the right but no key yet.
    """

    GIVE = "give"
    TAKE = "take"
    COMPLETE_PENDING = "settle"


@dataclass(frozen=True, slots=True)
class CustodyRequest:
    """The input of the dialog; ``repr`` leaves the password out."""

    act: CustodyAct
    user_id: str
    password: str
    reason: str = ""

    def __repr__(self) -> str:
        return f"CustodyRequest({self.act})"


class CustodyDialog(Dialog):
    """Emits ``custody_wanted(CustodyRequest)`` and stays open until ``finish`` is called."""

    custody_wanted = Signal(object)

    def __init__(
        self,
        act: CustodyAct,
        people: Sequence[tuple[str, str]],
        head_and_explanation: tuple[str, str],
        parent: QWidget,
    ) -> None:
        """``people`` are (user id, name) of those to choose from.

        ``head_and_explanation`` are the head's name and a text about the act.
        """
        super().__init__(_title(act), parent, 620)
        self._act = act
        head, explanation = head_and_explanation
        self.set_icon("seal")
        self.person = ChoiceBox(self)
        self.person.setObjectName("person")
        for user_id, name in people:
            self.person.add(name, user_id)
        if people:
            self.person.choose(people[0][0])
        self.reason = TextArea(self, 300)
        self.reason.setObjectName("sentence")
        self.reason.setFixedHeight(theme().px(72))
        self.password = PasswordField(self)
        self.password.setObjectName("password")
        self._add_inputs(head, explanation)
        self.reason.textChanged.connect(self._validate)
        self.password.textChanged.connect(self._validate)
        self._validate()

    def _add_inputs(self, head: str, explanation: str) -> None:
        label = QLabel(explanation, self)
        label.setWordWrap(True)
        label.setProperty("role", "secondary")
        self.body.addWidget(label)
        needs_person = self._act is not CustodyAct.COMPLETE_PENDING
        self.person_field = LabeledField(translate("Accounts", "Person"), self.person, self)
        self.reason_field = LabeledField(
            translate("Accounts", "Why, in a sentence for the log"), self.reason, self
        )
        template = translate("Accounts", "at least {least} characters")
        self.reason_field.set_right_text(template.format(least=SHORTEST_CUSTODY_REASON))
        for field in (self.person_field, self.reason_field):
            field.setVisible(needs_person)
            self.body.addWidget(field)
        template = translate("Accounts", "Password of the board head, {name}")
        hint = translate("Accounts", "The head types it here; it signs this one act.")
        self.password_field = LabeledField(template.format(name=head), self.password, self, hint)
        self.body.addWidget(self.password_field)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self.add_note("history", translate("Accounts", "Signed and logged."))
        cancel_button = PushButton(translate("Accounts", "Cancel"), self, "secondary", "", "Esc")
        self.set_leave_button(cancel_button)
        self.primary_button = PushButton(_button_text(self._act), self, "seal", "", "Ctrl+Enter")
        self.primary_button.setObjectName("primary_button")
        self.set_primary(self.primary_button)

    @Slot()
    def _validate(self) -> None:
        needs_person = self._act is not CustodyAct.COMPLETE_PENDING
        is_long_enough = len(clean(self.reason.toPlainText())) >= SHORTEST_CUSTODY_REASON
        has_person = self.person.value() is not None
        self.set_valid(
            bool(self.password.text()) and (not needs_person or (is_long_enough and has_person))
        )

    @Slot()
    def accept(self) -> None:
        """Emit the request; the dialog stays open until ``finish`` or ``show_error`` is called."""
        if self.primary_button.busy:
            return
        for field in (self.reason_field, self.password_field):
            field.clear_state()
        user_id = str(self.person.value() or "")
        request = CustodyRequest(
            self._act, user_id, self.password.read_and_clear(), self.reason.value()
        )
        self.primary_button.set_busy(translate("Accounts", "Signing…"))
        self.custody_wanted.emit(request)

    def show_error(self, error: ReceptionError) -> None:
        """Show why nothing was changed; the reason typed is kept."""
        self.primary_button.set_busy("")
        field = error.field if isinstance(error, InvalidInput) else ""
        if field == "password":
            self.password_field.set_error(error_sentence(error))
        elif field == "sentence":
            self.reason_field.set_error(error_sentence(error))
        else:
            self.banner.show_message("", error_sentence(error), "error")
        self.refit()
        target = self.reason if field == "sentence" else self.password
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def reject(self) -> None:
        """Close and empty the password field, unless the change is being saved."""
        if not self.primary_button.busy:
            self.password.clear()
            super().reject()


def _title(act: CustodyAct) -> str:
    return {
        CustodyAct.GIVE: translate("Accounts", "Give custody of denouncers' identities"),
        CustodyAct.TAKE: translate("Accounts", "Take custody of denouncers' identities back"),
        CustodyAct.COMPLETE_PENDING: translate("Accounts", "Renew the key of denouncers"),
    }[act]


def _button_text(act: CustodyAct) -> str:
    return {
        CustodyAct.GIVE: translate("Accounts", "Give custody"),
        CustodyAct.TAKE: translate("Accounts", "Take it back"),
        CustodyAct.COMPLETE_PENDING: translate("Accounts", "Do it now"),
    }[act]
