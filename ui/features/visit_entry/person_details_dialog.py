"""The dialog "More": phone, papers, and on whose behalf the person speaks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity, PaperKind
from reception.law.administrative_units import provinces
from ui.models.form_codec import as_json, from_json
from ui.models.identity_builder import PersonDetails
from ui.widgets.autocomplete_field import AutocompleteField
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.masked_field import MaskGroup
from ui.widgets.push_button import PushButton
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate
_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class PersonDetailsDialog(Dialog):
    """``taken(PersonDetails)`` when the dialog is closed by Done.

    ``context`` is (kind of petition, capacity): the occupation is not asked for in a denunciation,
    the paper of authority only when a representative comes.
    """

    taken = Signal(object)

    def __init__(
        self,
        details: PersonDetails,
        context: tuple[PetitionKind | None, Capacity],
        today: Callable[[], date],
        parent: QWidget,
    ) -> None:
        super().__init__(translate("PersonMore", "More about the reporter"), parent, 760)
        self.set_subtitle(translate("PersonMore", "Sealed with the name when the visit is saved."))
        self.setProperty("dense", True)
        self._kept = details
        self._values = as_json(details)
        self._kind, self._capacity = context
        self._today = today
        self._lines: dict[str, TextField] = {}
        self._covers = MaskGroup(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._place = 0
        self.body.addLayout(self._grid)
        self._fill()
        self.set_safe(PushButton(translate("PersonMore", "Back"), self, "secondary", "", "Esc"))
        self.set_primary(
            PushButton(translate("PersonMore", "Done"), self, "primary", "check", "Ctrl+Enter")
        )

    def _fill(self) -> None:
        self._line("phone", translate("PersonMore", "Phone"))
        self._line("contact_wish", translate("PersonMore", "How to reach the person"))
        self._line("street", translate("PersonMore", "House, street"))
        self._line("province", translate("PersonMore", "Province, if another"), self._provinces())
        self._paper_box()
        self._line("issued_by", translate("PersonMore", "Issued by"))
        if self._kind is not PetitionKind.DENUNCIATION:
            self._line("occupation", translate("PersonMore", "Occupation"))
        self._line("workplace", translate("PersonMore", "Workplace"))
        self._line(
            "companions", translate("PersonMore", "Other representatives (names; split by ;)")
        )
        if self._capacity is not Capacity.SELF:
            self._proxy()
        self.protection = QCheckBox(
            translate("PersonMore", "Asks to keep the identity secret"), self
        )
        self.protection.setChecked(self._kept.protection)
        self.body.addWidget(self.protection)

    def _proxy(self) -> None:
        self._line("principal", translate("PersonMore", "Speaks for"))
        self._line("proxy_paper", translate("PersonMore", "Paper of authority"))
        self._line(
            "proxy_date",
            translate("PersonMore", "Date of that paper"),
            DateField(self._today, self),
        )
        self._line("card_number", translate("PersonMore", "Lawyer's or legal aid card"))
        self.certified = QCheckBox(translate("PersonMore", "Paper of authority is certified"), self)
        self.certified.setChecked(self._kept.certified)
        self.body.addWidget(self.certified)

    def _provinces(self) -> AutocompleteField:
        field = AutocompleteField(self)
        field.set_suggestions(provinces())
        return field

    def _line(self, key: str, label: str, field: TextField | None = None) -> None:
        line = field or TextField(self)
        line.setObjectName(key)
        line.setInputMethodHints(_HINTS)
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        line.setText(str(self._values.get(key, "")))
        self._lines[key] = line
        self._put(LabeledField(label, self._covers.add(line, self), self))

    def _paper_box(self) -> None:
        self.kind = ChoiceBox(self)
        for text, value in (
            (translate("PersonMore", "As the number looks"), ""),
            (translate("PersonMore", "ID card"), PaperKind.NUMBER.value),
            (translate("PersonMore", "Identity certificate"), PaperKind.CERTIFICATE.value),
            (translate("PersonMore", "Passport"), PaperKind.PASSPORT.value),
            (translate("PersonMore", "Another paper"), PaperKind.OTHER.value),
            (translate("PersonMore", "No paper"), PaperKind.NONE.value),
        ):
            self.kind.add(text, value)
        self.kind.choose(self._values.get("paper_kind", ""))
        self._put(LabeledField(translate("PersonMore", "Identity paper"), self.kind, self))

    def _put(self, field: LabeledField) -> None:
        self._grid.addWidget(field, self._place // 2, self._place % 2)
        self._place += 1

    def line(self, key: str) -> TextField:
        return self._lines[key]

    def event(self, event: QEvent) -> bool:
        """Cover when another window takes the focus, uncover when the focus comes back.

        Widgets inside a window get these two events only, not ActivationChange.
        """
        if event.type() == QEvent.Type.WindowDeactivate:
            self._covers.cover()
        elif event.type() == QEvent.Type.WindowActivate:
            self._covers.uncover()
        return super().event(event)

    @Slot()
    def accept(self) -> None:
        typed: dict[str, object] = {key: line.value() for key, line in self._lines.items()}
        typed["paper_kind"] = self.kind.value()
        typed["protection"] = self.protection.isChecked()
        if self._capacity is not Capacity.SELF:
            typed["certified"] = self.certified.isChecked()
        for line in self._lines.values():
            line.clear()
        self.finish(True)
        self.taken.emit(from_json(PersonDetails, self._values | typed))
