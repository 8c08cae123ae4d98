"""The section in which a person changes their own password."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.access.password_change import change_password
from ui.features.settings.settings_section import CardColumns, SettingsContext, SettingsSection
from ui.widgets.labeled_field import LabeledField
from ui.widgets.password_field import PasswordField
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class PasswordSection(SettingsSection):
    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        card = self.new_card(translate("Settings", "My password"))
        self.old_password, self.new_password, self.repeated_password = (
            PasswordField(self) for _ in range(3)
        )
        self.old_field = LabeledField(
            translate("Settings", "Present password"), self.old_password, self
        )
        hint = translate("Settings", "At least 12 characters hard to guess, or five drawn words.")
        self.new_field = LabeledField(
            translate("Settings", "New password"), self.new_password, self, hint
        )
        self.repeated_field = LabeledField(
            translate("Settings", "Once more"), self.repeated_password, self
        )
        for field in (self.old_field, self.new_field, self.repeated_field):
            card.body.addWidget(field)
        self.password_button = PushButton(translate("Settings", "Change my password"), self)
        self.password_button.setObjectName("password_button")
        self.password_button.clicked.connect(self.change_password)
        card.body.addWidget(self.password_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(CardColumns(((card,), ()), self))
        self.column.addStretch(1)

    def subtitle(self) -> str:
        return self.context.reception.session.member.name

    def on_entered(self) -> None:
        self.old_password.setFocus(Qt.FocusReason.OtherFocusReason)

    def about_to_lock(self) -> None:
        """Empty the password fields."""
        for field in (self.old_password, self.new_password, self.repeated_password):
            field.clear()

    @Slot()
    def change_password(self) -> None:
        """Change the password; the fields are emptied in any case."""
        if self.password_button.busy:
            return
        for field in (self.old_field, self.new_field, self.repeated_field):
            field.clear_state()
        old, new, repeated = (
            field.read_and_clear()
            for field in (self.old_password, self.new_password, self.repeated_password)
        )
        if new != repeated:
            self.repeated_field.set_error(translate("Settings", "Type the same twice."))
            self.new_password.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.password_button.set_busy(translate("Settings", "Changing…"))
        job = partial(change_password, self.context.reception.session, old, new)
        self.context.runner.run(job, then=self._confirm_change, owner=self, failed=self._show_error)

    def _confirm_change(self, _result: object) -> None:
        self.password_button.set_busy("")
        self.toast_wanted.emit(translate("Settings", "Password changed"))

    def _show_error(self, error: ReceptionError) -> None:
        self.password_button.set_busy("")
        is_old_wrong = isinstance(error, InvalidInput) and error.field == "old"
        field, target = (
            (self.old_field, self.old_password)
            if is_old_wrong
            else (self.new_field, self.new_password)
        )
        field.set_error(error_sentence(error))
        target.setFocus(Qt.FocusReason.OtherFocusReason)
