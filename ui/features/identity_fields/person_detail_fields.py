"""Inputs for a person's details (phone, address, papers): the same at entry and at correction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity, PaperKind
from reception.law.administrative_units import provinces
from ui.appearance.theme import theme
from ui.features.identity_fields.identity_input import mark_as_identity_field
from ui.models.form_codec import as_json, from_json
from ui.models.identity_builder import PersonDetails
from ui.widgets.autocomplete_field import AutocompleteField
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.labeled_field import LabeledField
from ui.widgets.masked_field import MaskGroup
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class PersonContext:
    """Circumstances of the visit that decide which fields are asked for.

    A denouncer is not asked for an occupation. Only a representative is asked for a paper of
    authority. ``capacity`` None: it is sealed, so a paper of authority can be typed.
    """

    kind: PetitionKind | None
    capacity: Capacity | None
    today: Callable[[], date]


class PersonDetailFields(QWidget):
    """One input for each field of ``PersonDetails`` that is sealed with the identity.

    A new field is added in ``_add_inputs`` only. ``labeled_fields`` holds each input with its
    label, by the name of the field. ``mask_group`` masks the text inputs. Emits ``edited`` after
    each edit.
    """

    edited = Signal()

    def __init__(self, context: PersonContext, mask_group: MaskGroup, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._mask_group = mask_group
        self._shown_details = PersonDetails()
        self._text_inputs: dict[str, TextField] = {}
        self.labeled_fields: dict[str, LabeledField] = {}
        self.paper_kind = ChoiceBox(self)
        self.certified_box = QCheckBox(
            translate("PersonMore", "Paper of authority is certified"), self
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(8))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._add_inputs()
        self.show_details(self._shown_details)

    def _add_inputs(self) -> None:
        self._add_text_input("phone", translate("PersonMore", "Phone"))
        self._add_text_input("contact_wish", translate("PersonMore", "How to reach the person"))
        self._add_text_input("street", translate("PersonMore", "House, street"))
        province = AutocompleteField(self)
        province.set_suggestions(provinces())
        self._add_text_input("province", translate("PersonMore", "Province, if another"), province)
        self._add_paper_kind()
        self._add_text_input("issued_by", translate("PersonMore", "Issued by"))
        if self._context.kind is not PetitionKind.DENUNCIATION:
            self._add_text_input("occupation", translate("PersonMore", "Occupation"))
        self._add_text_input("workplace", translate("PersonMore", "Workplace"))
        self._add_text_input(
            "companions", translate("PersonMore", "Other representatives (names; split by ;)")
        )
        self.certified_box.setVisible(self._speaks_for_another())
        if self._speaks_for_another():
            self._add_paper_of_authority()

    def _speaks_for_another(self) -> bool:
        return self._context.capacity is not Capacity.SELF

    def _add_paper_of_authority(self) -> None:
        self._add_text_input("principal", translate("PersonMore", "Speaks for"))
        self._add_text_input("proxy_paper", translate("PersonMore", "Paper of authority"))
        day = DateField(self._context.today, self)
        self._add_text_input("proxy_date", translate("PersonMore", "Date of that paper"), day)
        self._add_text_input("card_number", translate("PersonMore", "Lawyer's or legal aid card"))
        self.certified_box.toggled.connect(self.edited)
        self._grid.addWidget(self.certified_box, self._grid.rowCount(), 0, 1, _COLUMNS)

    def _add_paper_kind(self) -> None:
        for text, value in (
            (translate("PersonMore", "As the number looks"), ""),
            (translate("PersonMore", "ID card"), PaperKind.NUMBER.value),
            (translate("PersonMore", "Identity certificate"), PaperKind.CERTIFICATE.value),
            (translate("PersonMore", "Passport"), PaperKind.PASSPORT.value),
            (translate("PersonMore", "Another paper"), PaperKind.OTHER.value),
            (translate("PersonMore", "No paper"), PaperKind.NONE.value),
        ):
            self.paper_kind.add(text, value)
        self.paper_kind.setObjectName("paper_kind")
        self.paper_kind.chosen.connect(self.edited)
        self._add_labeled("paper_kind", translate("PersonMore", "Identity paper"), self.paper_kind)

    def _add_text_input(self, name: str, label: str, field: TextField | None = None) -> None:
        text_input = field or TextField(self)
        text_input.setObjectName(name)
        mark_as_identity_field(text_input)
        text_input.textChanged.connect(self.edited)
        self._text_inputs[name] = text_input
        self._add_labeled(name, label, self._mask_group.add(text_input, self))

    def _add_labeled(self, name: str, label: str, field: QWidget) -> None:
        row, column = divmod(len(self.labeled_fields), _COLUMNS)
        self.labeled_fields[name] = LabeledField(label, field, self)
        self._grid.addWidget(self.labeled_fields[name], row, column)

    def text_input(self, name: str) -> TextField:
        return self._text_inputs[name]

    def has_acceptable_dates(self) -> bool:
        """Whether every date is empty or readable."""
        dates = (field for field in self._text_inputs.values() if isinstance(field, DateField))
        return all(field.is_acceptable() for field in dates)

    def show_details(self, details: PersonDetails) -> None:
        """Show details typed earlier; ``details`` returns those without an input unchanged."""
        self._shown_details = details
        values = as_json(details)
        for name, text_input in self._text_inputs.items():
            text_input.setText(str(values.get(name, "")))
        self.paper_kind.choose(values.get("paper_kind", ""))
        self.certified_box.setChecked(details.certified)

    def details(self) -> PersonDetails:
        typed: dict[str, object] = {
            name: text_input.value() for name, text_input in self._text_inputs.items()
        }
        typed["paper_kind"] = self.paper_kind.value()
        if self._speaks_for_another():
            typed["certified"] = self.certified_box.isChecked()
        return from_json(PersonDetails, as_json(self._shown_details) | typed)

    def clear(self) -> None:
        """Empty every input."""
        self.show_details(PersonDetails())
