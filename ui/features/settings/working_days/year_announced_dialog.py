"""The dialog that confirms the announced days off of a year: they are no longer an estimate."""

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
    """``wanted(document)``; it stays open until ``finish``."""

    wanted = Signal(str)

    def __init__(self, year: int, parent: QWidget) -> None:
        title = translate("Settings", "Days off of {year}").format(year=year)
        super().__init__(title, parent, 560)
        self.set_icon("calendar-days", "accent")
        self.set_subtitle(
            translate("Settings", "Set the days that differ first, then say that the year is sure.")
        )
        self.document = TextField(self)
        self.document.setObjectName("document")
        text = translate("Settings", "Number of the announcement")
        self.field = LabeledField(text, self.document, self)
        self.body.addWidget(self.field)
        self.document.textChanged.connect(self._typed)
        self.add_note("history", translate("Settings", "Logged"))
        back = PushButton(translate("Settings", "Leave"), self, "secondary", "", "Esc")
        self.set_leave_button(back)
        button_text = translate("Settings", "The year is announced")
        self.sure_button = PushButton(button_text, self, "primary", "check", "Enter")
        self.sure_button.setObjectName("sure_button")
        self.set_primary(self.sure_button)
        self.set_valid(False)

    @Slot()
    def _typed(self) -> None:
        self.field.clear_state()
        self.set_valid(bool(clean(self.document.text())))

    @Slot()
    def accept(self) -> None:
        self.sure_button.set_busy(translate("Settings", "Saving…"))
        self.wanted.emit(clean(self.document.value()))

    def show_error(self, error: ReceptionError) -> None:
        self.sure_button.set_busy("")
        self.field.set_error(error_sentence(error))
        self.refit()
