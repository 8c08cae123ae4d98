"""Dialog in which the head confirms that the days off of a year have been announced."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from reception.domain.text import clean
from reception.messages.catalogue import error_sentence
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class YearAnnouncedDialog(Dialog):
    """Emits ``announcement_confirmed(number of the announcing document)``.

    The days off of the year are then no longer an estimate. The dialog stays open until ``finish``
    is called, so that it can show an error.
    """

    announcement_confirmed = Signal(str)

    def __init__(self, year: int, parent: QWidget) -> None:
        title = translate("Settings", "Days off of {year}").format(year=year)
        super().__init__(title, parent, 560)
        self.set_icon("calendar-days", "accent")
        self.set_subtitle(
            translate("Settings", "Set the days that differ first, then say that the year is sure.")
        )
        self.announcement_number = TextField(self)
        self.announcement_number.setObjectName("announcement_number")
        text = translate("Settings", "Number of the announcement")
        self.labeled_number = LabeledField(text, self.announcement_number, self)
        self.body.addWidget(self.labeled_number)
        self.announcement_number.textChanged.connect(self._validate)
        self.add_note("history", translate("Settings", "Logged"))
        cancel_button = PushButton(translate("Settings", "Leave"), self, "secondary", "", "Esc")
        self.set_leave_button(cancel_button)
        button_text = translate("Settings", "The year is announced")
        self.confirm_button = PushButton(button_text, self, "primary", "check", "Enter")
        self.confirm_button.setObjectName("confirm_button")
        self.set_primary(self.confirm_button)
        self.set_valid(False)

    @Slot()
    def _validate(self) -> None:
        self.labeled_number.clear_state()
        self.set_valid(bool(clean(self.announcement_number.text())))

    @Slot()
    def accept(self) -> None:
        self.confirm_button.set_busy(translate("Settings", "Saving…"))
        self.announcement_confirmed.emit(clean(self.announcement_number.value()))

    def show_error(self, error: ReceptionError) -> None:
        self.confirm_button.set_busy("")
        self.labeled_number.set_error(error_sentence(error))
        self.refit()
