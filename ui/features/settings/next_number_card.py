"""The card that sets the number of the next visit; a year with visits also needs a reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from reception.domain.errors import InvalidInput, ReceptionError
from reception.messages.catalogue import error_sentence
from ui.features.settings.settings_section import SettingsContext
from ui.widgets.card import Card
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate

_MOST_DIGITS = 9


class NextNumberCard(Card):
    """``number_set(text)`` with a sentence for the toast.

    ``failed(error)`` if no field of the card can show the error.
    """

    number_set = Signal(str)
    failed = Signal(object)

    def __init__(self, context: SettingsContext, parent: QWidget) -> None:
        super().__init__(translate("Settings", "Number of the next visit"), parent)
        self.set_follows_focus(False)
        self._context = context
        self._year = context.reception.session.today().year
        self.summary = QLabel("", self)
        self.summary.setProperty("role", "secondary")
        self.summary.setWordWrap(True)
        self.number, self.reason = TextField(self), TextField(self)
        self.number.setObjectName("next_number")
        self.reason.setObjectName("number_reason")
        self.number_field = LabeledField(translate("Settings", "Another number"), self.number, self)
        hint = translate("Settings", "Wanted once the year has visits; the log keeps it.")
        self.reason_field = LabeledField(translate("Settings", "Why"), self.reason, self, hint)
        self.set_button = PushButton(translate("Settings", "Set the number"), self)
        self.set_button.setObjectName("number_button")
        self.set_button.clicked.connect(self.set_number)
        self.body.addWidget(self.summary)
        for field in (self.number_field, self.reason_field):
            field.setVisible(context.may_manage())
            self.body.addWidget(field)
        self.set_button.setVisible(context.may_manage())
        self.body.addWidget(self.set_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.read_next_number()

    @Slot()
    def read_next_number(self) -> None:
        job = partial(self._context.reception.lifecycle.next_number, self._year)
        self._context.runner.run(
            job, then=self._show_next_number, owner=self, failed=self._show_error
        )

    def _show_next_number(self, result: tuple[int, bool]) -> None:
        number, has_visits = result
        template = translate("Settings", "{year}: the next visit gets number {number}.")
        if not has_visits:
            template = translate("Settings", "{year} has no visit yet; it begins with {number}.")
        self.summary.setText(template.format(year=self._year, number=f"{number:04d}"))

    @Slot()
    def set_number(self) -> None:
        self.number_field.clear_state()
        self.reason_field.clear_state()
        text = self.number.value().strip()
        if not text.isdecimal() or len(text) > _MOST_DIGITS:
            problem = translate("Settings", "Type a whole number.")
            self.number_field.set_error(problem)
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.set_button.set_busy(translate("Settings", "Saving…"))
        change = self._context.reception.lifecycle.set_next_number
        job = partial(change, self._year, int(text), self.reason.value())
        self._context.runner.run(
            job, then=self._confirm_number, owner=self, failed=self._show_error
        )

    def _confirm_number(self, _result: object) -> None:
        self.set_button.set_busy("")
        self.number.clear()
        self.reason.clear()
        self.read_next_number()
        self.number_set.emit(translate("Settings", "The number is set"))

    def _show_error(self, error: ReceptionError) -> None:
        self.set_button.set_busy("")
        fields = {"number": self.number_field, "reason": self.reason_field}
        field = fields.get(error.field) if isinstance(error, InvalidInput) else None
        if field is None:
            self.failed.emit(error)
            return
        field.set_error(error_sentence(error))
        field.input_widget().setFocus(Qt.FocusReason.OtherFocusReason)
