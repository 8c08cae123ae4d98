"""Inputs for a person who is typed again for one paper: what that paper prints, and no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from reception.domain.reporter import Identity
from reception.law.administrative_units import communes
from ui.appearance.theme import theme
from ui.features.identity_fields.identity_input import mark_as_identity_field
from ui.models.identity_builder import PersonDetails, PersonForm, build_identity
from ui.widgets.autocomplete_field import AutocompleteField
from ui.widgets.date_field import DateField
from ui.widgets.labeled_field import LabeledField
from ui.widgets.masked_field import MaskGroup
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate
_COLUMNS = 2


class TypedPersonFields(QWidget):
    """Masked while another window has the focus; ``edited`` after each edit."""

    edited = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today
        self._mask_group = MaskGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(8))
        self.issued_on = DateField(today, self)
        commune = AutocompleteField(self)
        commune.set_suggestions(communes())
        self._inputs: dict[str, TextField] = {}
        self._add("name", translate("TypedPerson", "Full name"), TextField(self))
        self._add("number", translate("TypedPerson", "Identity paper"), TextField(self))
        self._add("issued_on", translate("TypedPerson", "Issued on"), self.issued_on)
        self._add("issued_by", translate("TypedPerson", "Issued by"), TextField(self))
        self._add("commune", translate("TypedPerson", "Commune"), commune)
        self._add("hamlet", translate("TypedPerson", "Hamlet, house, street"), TextField(self))

    def _add(self, name: str, label: str, field: TextField) -> None:
        field.setObjectName(f"typed_{name}")
        mark_as_identity_field(field)
        field.textChanged.connect(self.edited)
        row, column = divmod(len(self._inputs), _COLUMNS)
        self._inputs[name] = field
        labeled = LabeledField(label, self._mask_group.add(field, self), self)
        self._grid.addWidget(labeled, row, column)
        self._grid.setColumnStretch(column, 1)

    def event(self, event: QEvent) -> bool:
        """Mask the fields while another window has the focus."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self._mask_group.mask()
        elif event.type() == QEvent.Type.WindowActivate:
            self._mask_group.unmask()
        return super().event(event)

    def is_valid(self) -> bool:
        """Whether there is a name, and the day is empty or readable."""
        return bool(self._inputs["name"].value().strip()) and self.issued_on.is_acceptable()

    def identity(self) -> Identity:
        """Return the person as typed."""
        typed = {name: field.value() for name, field in self._inputs.items()}
        person = PersonForm(
            name=typed["name"],
            number=typed["number"],
            issued_on=typed["issued_on"],
            commune=typed["commune"],
            hamlet=typed["hamlet"],
            details=PersonDetails(issued_by=typed["issued_by"]),
        )
        return build_identity(person, self._today(), is_denunciation=True)

    def clear(self) -> None:
        """Empty every input."""
        for field in self._inputs.values():
            field.clear()
