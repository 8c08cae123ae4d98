"""Inputs about the reporter (section 1 of visit entry) and their layout."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.reporter import Capacity, Sex
from reception.law.administrative_units import communes
from reception.law.interpreter_languages import interpreter_languages
from ui.appearance.theme import theme
from ui.features.identity_fields.identity_input import mark_as_identity_field
from ui.features.visit_entry.field_row import STRETCH, field_row
from ui.features.visit_entry.masked_texts import MaskedTexts
from ui.features.visit_entry.qr_scan_field import QrScanField
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
from ui.widgets.tab_order import remove_from_tab_order
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class NoteLine(QWidget):
    """An icon and a sentence that may wrap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_line = IconLine("circle-check", "", self)
        self._icon_line.setFixedWidth(theme().px(17))
        self._text_label = QLabel(self)
        self._text_label.setWordWrap(True)
        self._text_label.setProperty("role", "hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        row.addWidget(self._icon_line, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text_label, 1)
        self.hide()

    def text(self) -> str:
        return self._text_label.text()

    def show_message(self, state: str, text: str) -> None:
        """Show a sentence in the colour of its state (valid, warning, error); "" hides the line."""
        icon, tone = _ICON_AND_TONE.get(state, ("info", ""))
        self._icon_line.set_line(icon, "", tone)
        self._text_label.setText(text)
        self._text_label.setProperty("tone", state)
        self._text_label.style().unpolish(self._text_label)
        self._text_label.style().polish(self._text_label)
        self.setVisible(bool(text))


_ICON_AND_TONE = {
    "valid": ("circle-check", "ok"),
    "warning": ("triangle-alert", "warn"),
    "error": ("circle-alert", "error"),
}


class PersonFields(QWidget):
    """Inputs about the reporter; ``mask_group`` masks them, ``masked_texts`` keeps their texts."""

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("dense", True)
        keys = actions.first_key_text
        self.mask_group, self.masked_texts = MaskGroup(self), MaskedTexts()
        self.seal_tape = SealTape("", self)
        self.qr_field = QrScanField(self)
        self.name = TextField(self)
        self.birth = YearOrDateField(today, self)
        self.sex = ChoiceBox(self)
        self.number = TextField(self)
        self.issued_on = DateField(today, self)
        self.commune = AutocompleteField(self)
        self.commune_choice = SegmentedControl(self)
        self.hamlet = TextField(self)
        self.capacity = SegmentedControl(self)
        self.people_count = NumberStepper(self, 1, 9999)
        self.representatives = ChoiceBox(self)
        self.language = ChoiceBox(self)
        # How many of the people came about the same content.
        self.same_content = NumberStepper(self, 1, 9999)
        # The paper by which all people of a large group appoint their representatives.
        self.appointment_check_box = QCheckBox(
            translate("Desk", "Signed appointment is there"), self
        )
        scan_text = translate("Desk", "Scan QR")
        self.scan_button = PushButton(
            f"{scan_text} {keys('entry.scan')}", self, "link", "scan-line"
        )
        self.details_button = PushButton("", self, "link")
        remove_from_tab_order(self.scan_button, self.details_button)
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
            self.representatives.add(
                translate("Desk", "{count} representatives").format(count=number), number
            )
        self.qr_field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.qr_field.setPlaceholderText(translate("Desk", "Waiting for the scanner"))
        self.qr_field.setAccessibleName(translate("Desk", "QR box"))
        for field in (self.qr_field, self.name, self.birth, self.number):
            mark_as_identity_field(field)
        for field in (self.issued_on, self.commune, self.hamlet):
            mark_as_identity_field(field)

    def _add_labels(self) -> None:
        self.name_field = self._masked_field(translate("Desk", "Full name"), self.name)
        self.birth_field = self._masked_field(translate("Desk", "Birth year"), self.birth)
        self.sex_field = self._masked_field(translate("Desk", "Sex"), self.sex)
        self.number_field = self._masked_field(
            translate("Desk", "ID / passport number"), self.number
        )
        self.issued_on_field = self._masked_field(translate("Desk", "Issued on"), self.issued_on)
        self.commune_field = self._masked_field(translate("Desk", "Commune, ward"), self.commune)
        self.hamlet_field = self._masked_field(
            translate("Desk", "Village, residential group"), self.hamlet
        )
        self.capacity_field = LabeledField(translate("Desk", "Capacity"), self.capacity, self)
        self.people_field = LabeledField(translate("Desk", "People"), self.people_count, self)
        self.representatives_field = LabeledField(
            translate("Desk", "Large group"), self.representatives, self
        )
        self.language_field = LabeledField(translate("Desk", "Interpreter"), self.language, self)
        self.same_content_field = LabeledField(
            translate("Desk", "Same content"), self.same_content, self
        )
        self.commune_choice_field = LabeledField(
            translate("Desk", "Which commune"), self.commune_choice, self
        )
        self.number_note_line = NoteLine(self)
        self.group_note_line = NoteLine(self)
        # A plain label is as high as a label with a button beside it.
        for field in (self.issued_on_field, self.commune_field):
            field.label.setMinimumHeight(theme().px(20))
        self.number_field.add_at_right(self.scan_button)
        self.hamlet_field.add_at_right(self.details_button)

    def _masked_field(self, label: str, field: QWidget) -> LabeledField:
        if isinstance(field, (TextField, ChoiceBox)):
            self.masked_texts.add(field)
        return LabeledField(label, self.mask_group.add(field, self), self)

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        self.column = column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(7))
        column.addWidget(self.seal_tape)
        column.addWidget(self.qr_field)
        self.qr_field.hide()
        column.addLayout(
            field_row((self.name_field, STRETCH), (self.birth_field, 98), (self.sex_field, 84))
        )
        column.addLayout(self._number_row())
        column.addLayout(field_row((self.commune_field, STRETCH), (self.hamlet_field, STRETCH)))
        column.addWidget(self.commune_choice_field)
        column.addWidget(self.capacity_field)
        column.addLayout(self._group_row())
        self.group_details = QWidget(self)
        row = QHBoxLayout(self.group_details)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.same_content_field)
        self.same_content_field.setFixedWidth(px(116))
        row.addWidget(self.appointment_check_box, 1, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(self.group_details)
        self.commune_choice_field.hide()
        self.group_details.hide()

    def _group_row(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme().px(2))
        column.addLayout(
            field_row(
                (self.people_field, 98),
                (self.representatives_field, STRETCH),
                (self.language_field, 121),
            )
        )
        column.addWidget(self.group_note_line)
        return column

    def _number_row(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme().px(2))
        column.addLayout(field_row((self.number_field, STRETCH), (self.issued_on_field, 118)))
        column.addWidget(self.number_note_line)
        return column
