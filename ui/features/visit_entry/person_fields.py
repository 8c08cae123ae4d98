"""Inputs of section 1 and their layout."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.reporter import Capacity, Sex
from reception.law.administrative_units import communes
from reception.law.interpreter_languages import interpreter_languages
from ui.appearance.theme import theme
from ui.features.visit_entry.no_autocomplete import (
    MaskedTexts,
    QrBox,
    mark_as_identity_field,
    no_tab,
)
from ui.shell import actions
from ui.widgets.autocomplete_field import AutocompleteField
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField, YearOrDateField
from ui.widgets.icon_line import IconLine
from ui.widgets.labeled_field import LabeledField
from ui.widgets.masked_field import MaskGroup
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.push_button import PushButton
from ui.widgets.seal_tape import SealTape
from ui.widgets.segmented_control import SegmentedControl
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class NoteLine(QWidget):
    """An icon and a sentence that may wrap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = IconLine("circle-check", "", self)
        self._sign.setFixedWidth(theme().px(17))
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def text(self) -> str:
        return self._words.text()

    def show_message(self, state: str, text: str) -> None:
        """Show a sentence in the colour of its state; "" hides the line."""
        icon, tone = _NOTES.get(state, ("info", ""))
        self._sign.set_line(icon, "", tone)
        self._words.setText(text)
        self._words.setProperty("tone", state)
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        self.setVisible(bool(text))


_NOTES = {
    "valid": ("circle-check", "ok"),
    "warning": ("triangle-alert", "warn"),
    "error": ("circle-alert", "error"),
}


class PersonFields(QWidget):
    """All inputs of section 1; ``covers`` hides them, ``texts`` holds their texts meanwhile."""

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("dense", True)
        keys = actions.first_key_text
        self.covers, self.texts = MaskGroup(self), MaskedTexts()
        self.tape = SealTape("", self)
        self.qr = QrBox(self)
        self.name = TextField(self)
        self.birth = YearOrDateField(today, self)
        self.sex = ChoiceBox(self)
        self.number = TextField(self)
        self.issued = DateField(today, self)
        self.commune = AutocompleteField(self)
        self.commune_choice = SegmentedControl(self)
        self.hamlet = TextField(self)
        self.capacity = SegmentedControl(self)
        self.people = NumberStepper(self, 1, 9999)
        self.group = ChoiceBox(self)
        self.language = ChoiceBox(self)
        self.same_content = NumberStepper(self, 1, 9999)
        self.appointment = QCheckBox(translate("Desk", "Signed appointment is there"), self)
        scan = translate("Desk", "Scan QR")
        self.scan = PushButton(f"{scan} {keys('entry.scan')}", self, "link", "scan-line")
        self.more = PushButton("", self, "link")
        no_tab(self.scan, self.more)
        self._fill_choices()
        self._add_labels()
        self._lay_out()

    def _fill_choices(self) -> None:
        for text, sex in (
            ("—", Sex.UNKNOWN),
            (translate("Desk", "Male"), Sex.MALE),
            (translate("Desk", "Female"), Sex.FEMALE),
        ):
            self.sex.add(text, sex.value)
        self.commune.set_suggestions(communes())
        self.capacity.add(Capacity.SELF.value, translate("Desk", "In person"))
        self.capacity.add(Capacity.GROUP_REPRESENTATIVE.value, translate("Desk", "For a group"))
        self.capacity.add(Capacity.AUTHORISED.value, translate("Desk", "Authorised"))
        self.capacity.add(Capacity.LAWYER.value, translate("Desk", "Lawyer, legal aid"))
        self.language.add(translate("Desk", "Not needed"), "")
        for language in interpreter_languages():
            self.language.add(language, language)
        for number in range(6):
            self.group.add(
                translate("Desk", "{count} representatives").format(count=number), number
            )
        self.qr.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.qr.setPlaceholderText(translate("Desk", "Waiting for the scanner"))
        self.qr.setAccessibleName(translate("Desk", "QR box"))
        for field in (self.qr, self.name, self.birth, self.number):
            mark_as_identity_field(field)
        for field in (self.issued, self.commune, self.hamlet):
            mark_as_identity_field(field)

    def _add_labels(self) -> None:
        self.name_field = self._masked_field(translate("Desk", "Full name"), self.name)
        self.birth_field = self._masked_field(translate("Desk", "Birth year"), self.birth)
        self.sex_field = self._masked_field(translate("Desk", "Sex"), self.sex)
        self.number_field = self._masked_field(
            translate("Desk", "ID / passport number"), self.number
        )
        self.issued_field = self._masked_field(translate("Desk", "Issued on"), self.issued)
        self.commune_field = self._masked_field(translate("Desk", "Commune, ward"), self.commune)
        self.hamlet_field = self._masked_field(
            translate("Desk", "Village, residential group"), self.hamlet
        )
        self.capacity_field = LabeledField(translate("Desk", "Capacity"), self.capacity, self)
        self.people_field = LabeledField(translate("Desk", "People"), self.people, self)
        self.group_field = LabeledField(translate("Desk", "Large group"), self.group, self)
        self.language_field = LabeledField(translate("Desk", "Interpreter"), self.language, self)
        self.same_field = LabeledField(translate("Desk", "Same content"), self.same_content, self)
        self.commune_choice_field = LabeledField(
            translate("Desk", "Which commune"), self.commune_choice, self
        )
        self.note = NoteLine(self)
        self.group_note = NoteLine(self)
        # A plain label is as high as a label with a button beside it.
        for field in (self.issued_field, self.commune_field):
            field.label.setMinimumHeight(theme().px(20))
        self.number_field.add_right(self.scan)
        self.hamlet_field.add_right(self.more)

    def _masked_field(self, label: str, field: QWidget) -> LabeledField:
        if isinstance(field, (TextField, ChoiceBox)):
            self.texts.add(field)
        return LabeledField(label, self.covers.add(field, self), self)

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        self.column = column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(7))
        column.addWidget(self.tape)
        column.addWidget(self.qr)
        self.qr.hide()
        column.addLayout(_row((self.name_field, 1), (self.birth_field, 98), (self.sex_field, 84)))
        column.addLayout(self._number_row())
        column.addLayout(_row((self.commune_field, 1), (self.hamlet_field, 1)))
        column.addWidget(self.commune_choice_field)
        column.addWidget(self.capacity_field)
        column.addLayout(self._group_row())
        self.group_details = QWidget(self)
        row = QHBoxLayout(self.group_details)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.same_field)
        self.same_field.setFixedWidth(px(116))
        row.addWidget(self.appointment, 1, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(self.group_details)
        self.commune_choice_field.hide()
        self.group_details.hide()

    def _group_row(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme().px(2))
        column.addLayout(
            _row((self.people_field, 98), (self.group_field, 1), (self.language_field, 121))
        )
        column.addWidget(self.group_note)
        return column

    def _number_row(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme().px(2))
        column.addLayout(_row((self.number_field, 1), (self.issued_field, 118)))
        column.addWidget(self.note)
        return column


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme().px(10))
    for widget, width in parts:
        if width > 1:
            widget.setFixedWidth(theme().px(width))
            row.addWidget(widget)
        else:
            row.addWidget(widget, 1)
    return row
