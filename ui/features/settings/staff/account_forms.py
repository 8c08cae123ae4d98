"""The dialogs for a new account and a new password; the person concerned types the password."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.staff import Role
from reception.domain.text import clean
from reception.messages.catalogue import error_sentence
from reception.services.office.office_setup import NewMember
from reception.services.staff.account_list import AccountSummary
from ui.appearance.theme import theme
from ui.features.settings.staff.password_pair import PasswordPair
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class _PasswordDialog(Dialog):
    """The base class of both dialogs: two password fields, a banner, one primary button.

    ``known_names``: names of the office and its people, which no password may contain.
    """

    def __init__(self, title: str, known_names: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(title, parent, 640)
        self._known_names, self._typed_name = known_names, ""
        self.banner = Banner("info", self)

    def _add_passwords_and_buttons(self, button_text: str, note: str) -> None:
        # Created after the other fields, for the tab order.
        self.password_pair = PasswordPair(self._forbidden_names, self)
        self.body.addWidget(self.password_pair)
        self.body.addWidget(self.banner)
        self.add_note("history", note)
        cancel_button = PushButton(translate("Accounts", "Cancel"), self, "secondary", "", "Esc")
        self.set_leave_button(cancel_button)
        self.primary_button = PushButton(button_text, self, "primary", "", "Ctrl+Enter")
        self.primary_button.setObjectName("primary_button")
        self.set_primary(self.primary_button)
        self.password_pair.changed.connect(self.validate)
        self.validate()

    def _forbidden_names(self) -> tuple[str, ...]:
        return (*self._known_names, self._typed_name)

    def is_complete(self) -> bool:
        """Tell whether the form is complete."""
        return self.password_pair.is_valid()

    @Slot()
    def validate(self) -> None:
        """Enable the primary button if the form is complete."""
        self.set_valid(self.is_complete())

    def show_error(self, error: ReceptionError) -> None:
        """Show why nothing was changed; the passwords must be typed again."""
        self.primary_button.set_busy("")
        self.banner.show_message("", error_sentence(error), "error")
        self.refit()
        field = self.field_of(error.field if isinstance(error, InvalidInput) else "")
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_of(self, field: str) -> QWidget:
        """Return the widget of the field that an error names ("" for none)."""
        del field
        return self.password_pair.password_field

    @Slot()
    def reject(self) -> None:
        """Close and empty the password fields, unless the change is being saved."""
        if not self.primary_button.busy:
            self.password_pair.clear_fields()
            super().reject()


class AddAccountDialog(_PasswordDialog):
    """Emits ``account_wanted(NewMember)`` and stays open until ``finish`` is called."""

    account_wanted = Signal(object)

    def __init__(self, known_names: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(translate("Accounts", "Add an account"), known_names, parent)
        self.set_icon("users", "accent")
        self.name, self.role, self.post = TextField(self), ChoiceBox(self), TextField(self)
        self.name.setObjectName("name")
        self.post.setObjectName("post")
        self.role.setObjectName("role")
        self.role.add(translate("Accounts", "Reception officer"), Role.OFFICER)
        self.role.add(translate("Accounts", "Clerk"), Role.CLERK)
        self.role.choose(Role.OFFICER)
        self.name_field = LabeledField(translate("Accounts", "Full name"), self.name, self)
        text = translate("Accounts", "Post, if another is to be shown")
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(LabeledField(translate("Accounts", "Role"), self.role, self), 1)
        row.addWidget(LabeledField(text, self.post, self), 1)
        self.body.addWidget(self.name_field)
        self.body.addLayout(row)
        self.banner.show_message(
            translate("Accounts", "The newcomer types the password here."),
            translate(
                "Accounts",
                "The role proposes rights; change them in the table. Custody of denouncers' "
                "identities is a step of its own.",
            ),
        )
        self._add_passwords_and_buttons(
            translate("Accounts", "Add the account"), translate("Accounts", "Signed and logged.")
        )
        self.name.textChanged.connect(self._name_changed)
        self.name.textChanged.connect(self.validate)

    @Slot(str)
    def _name_changed(self, name: str) -> None:
        """Evaluate the password again: it must not contain the new person's name."""
        self._typed_name = name
        self.password_pair.strength.evaluate_later()

    def is_complete(self) -> bool:
        return bool(clean(self.name.text())) and super().is_complete()

    def field_of(self, field: str) -> QWidget:
        return self.name if field == "name" else self.password_pair.password_field

    @Slot()
    def accept(self) -> None:
        """Emit the new account and stay open for the answer."""
        if self.primary_button.busy:
            return
        self.name_field.clear_state()
        name, post = self.name.value(), self.post.value()
        role = self.role.value()
        new_member = NewMember(
            name,
            role if isinstance(role, Role) else Role.OFFICER,
            self.password_pair.read_and_clear(),
            post,
        )
        self.primary_button.set_busy(translate("Accounts", "Adding…"))
        self.account_wanted.emit(new_member)


class NewPasswordDialog(_PasswordDialog):
    """Emits ``password_wanted(password)`` and stays open until ``finish`` is called."""

    password_wanted = Signal(str)

    def __init__(
        self, person: AccountSummary, known_names: tuple[str, ...], parent: QWidget
    ) -> None:
        title = translate("Accounts", "New password for {name}").format(name=person.name)
        super().__init__(title, known_names, parent)
        self.set_icon("lock", "accent")
        text = translate(
            "Accounts",
            "The old keys are lost: {drafts} drafts and {waiting} requests of theirs end. Old "
            "copies of the key file still open by the old password.",
        ).format(drafts=person.drafts, waiting=person.open_requests)
        if person.holds_protected:
            text += " " + translate(
                "Accounts", "Another custodian must hand over the key of denouncers again."
            )
        self.banner.show_message(
            translate("Accounts", "{name} types it here.").format(name=person.name), text
        )
        self._add_passwords_and_buttons(
            translate("Accounts", "Set the new password"),
            translate("Accounts", "Signed and logged."),
        )

    @Slot()
    def accept(self) -> None:
        """Emit the password and stay open for the answer."""
        if self.primary_button.busy:
            return
        password = self.password_pair.read_and_clear()
        self.primary_button.set_busy(translate("Accounts", "Setting…"))
        self.password_wanted.emit(password)
