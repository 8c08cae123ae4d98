"""Inputs for the further fields of a person: the same at entry and at correction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity, PaperKind
from reception.law.administrative_units import provinces
from ui.appearance.theme import theme
from ui.models.form_codec import as_json, from_json
from ui.models.identity_builder import PersonDetails
from ui.widgets.autocomplete_field import AutocompleteField
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.labeled_field import LabeledField
from ui.widgets.masked_field import MaskGroup
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate
_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class PersonContext:
    """Circumstances of the visit that decide which fields are asked for.

    Of a denouncer the occupation is not asked for; a paper of authority only of a representative.
    """

    kind: PetitionKind | None
    capacity: Capacity
    today: Callable[[], date]


class PersonDetailFields(QWidget):
    """One input for each field of ``PersonDetails`` that is sealed with the identity.

    A new field is added to ``_fill`` only. ``labeled`` has each input with its label, by the name
    of the field; the text inputs are masked with ``masks``. ``edited`` when an input changed.
    """

    edited = Signal()

    def __init__(self, context: PersonContext, masks: MaskGroup, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._masks = masks
        self._shown = PersonDetails()
        self._lines: dict[str, TextField] = {}
        self.labeled: dict[str, LabeledField] = {}
        self.kind = ChoiceBox(self)
        self.certified = QCheckBox(translate("PersonMore", "Paper of authority is certified"), self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(8))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._fill()
        self.show_details(self._shown)

    def _fill(self) -> None:
        self._line("phone", translate("PersonMore", "Phone"))
        self._line("contact_wish", translate("PersonMore", "How to reach the person"))
        self._line("street", translate("PersonMore", "House, street"))
        province = AutocompleteField(self)
        province.set_suggestions(provinces())
        self._line("province", translate("PersonMore", "Province, if another"), province)
        self._paper_kind()
        self._line("issued_by", translate("PersonMore", "Issued by"))
        if self._context.kind is not PetitionKind.DENUNCIATION:
            self._line("occupation", translate("PersonMore", "Occupation"))
        self._line("workplace", translate("PersonMore", "Workplace"))
        self._line(
            "companions", translate("PersonMore", "Other representatives (names; split by ;)")
        )
        self.certified.setVisible(self._represents())
        if self._represents():
            self._paper_of_authority()

    def _represents(self) -> bool:
        return self._context.capacity is not Capacity.SELF

    def _paper_of_authority(self) -> None:
        self._line("principal", translate("PersonMore", "Speaks for"))
        self._line("proxy_paper", translate("PersonMore", "Paper of authority"))
        day = DateField(self._context.today, self)
        self._line("proxy_date", translate("PersonMore", "Date of that paper"), day)
        self._line("card_number", translate("PersonMore", "Lawyer's or legal aid card"))
        self.certified.toggled.connect(self.edited)
        self._grid.addWidget(self.certified, self._grid.rowCount(), 0, 1, _COLUMNS)

    def _paper_kind(self) -> None:
        for text, value in (
            (translate("PersonMore", "As the number looks"), ""),
            (translate("PersonMore", "ID card"), PaperKind.NUMBER.value),
            (translate("PersonMore", "Identity certificate"), PaperKind.CERTIFICATE.value),
            (translate("PersonMore", "Passport"), PaperKind.PASSPORT.value),
            (translate("PersonMore", "Another paper"), PaperKind.OTHER.value),
            (translate("PersonMore", "No paper"), PaperKind.NONE.value),
        ):
            self.kind.add(text, value)
        self.kind.setObjectName("paper_kind")
        self.kind.chosen.connect(self.edited)
        self._put("paper_kind", translate("PersonMore", "Identity paper"), self.kind)

    def _line(self, name: str, label: str, field: TextField | None = None) -> None:
        line = field or TextField(self)
        line.setObjectName(name)
        line.setInputMethodHints(_HINTS)
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        line.textChanged.connect(self.edited)
        self._lines[name] = line
        self._put(name, label, self._masks.add(line, self))

    def _put(self, name: str, label: str, field: QWidget) -> None:
        row, column = divmod(len(self.labeled), _COLUMNS)
        self.labeled[name] = LabeledField(label, field, self)
        self._grid.addWidget(self.labeled[name], row, column)

    def line(self, name: str) -> TextField:
        return self._lines[name]

    def acceptable(self) -> bool:
        """Whether every date is empty or readable."""
        dates = (line for line in self._lines.values() if isinstance(line, DateField))
        return all(line.acceptable() for line in dates)

    def show_details(self, details: PersonDetails) -> None:
        """Show fields typed earlier; those without an input are given back unchanged."""
        self._shown = details
        values = as_json(details)
        for name, line in self._lines.items():
            line.setText(str(values.get(name, "")))
        self.kind.choose(values.get("paper_kind", ""))
        self.certified.setChecked(details.certified)

    def details(self) -> PersonDetails:
        typed: dict[str, object] = {name: line.value() for name, line in self._lines.items()}
        typed["paper_kind"] = self.kind.value()
        if self._represents():
            typed["certified"] = self.certified.isChecked()
        return from_json(PersonDetails, as_json(self._shown) | typed)

    def clear(self) -> None:
        """Empty every input."""
        self.show_details(PersonDetails())
