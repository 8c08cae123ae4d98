"""Page for a new version of the identity; the old version is not opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity, Sex
from reception.law.administrative_units import communes
from reception.messages.language import current_language
from reception.services.visit_lifecycle.corrections import Correction
from ui.features.identity_fields.identity_input import mark_as_identity_field
from ui.features.identity_fields.person_detail_fields import PersonContext, PersonDetailFields
from ui.features.visit_lifecycle import lifecycle_texts
from ui.features.visit_lifecycle.lifecycle_page import (
    LifecyclePage,
    PageLabels,
    ReasonRow,
    VisitToChange,
)
from ui.models.id_number_hint import number_hint
from ui.models.identity_builder import PersonForm, build_identity
from ui.widgets.autocomplete_field import AutocompleteField
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField, YearOrDateField
from ui.widgets.masked_field import MaskGroup
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class IdentityPage(LifecyclePage):
    """The whole identity is typed again: no field of the old version is copied.

    The details are asked for as in visit entry; the capacity of the reporter does not change.
    """

    def __init__(self, visit: VisitToChange, parent: QWidget) -> None:
        super().__init__(visit, parent)
        today = visit.reception.session.today
        self._mask_group = MaskGroup(self)
        self.name, self.number = TextField(self), TextField(self)
        self.birth, self.issued_on = YearOrDateField(today, self), DateField(today, self)
        self.commune, self.sex = AutocompleteField(self), ChoiceBox(self)
        self.commune.set_suggestions(communes())
        self.hamlet = TextField(self)
        person_context = PersonContext(self._petition_kind(), visit.present.capacity, today)
        self.detail_fields = PersonDetailFields(person_context, self._mask_group, self)
        self.fields |= self.detail_fields.labeled_fields
        self._fill_sex()
        self._add_fields()
        self.number.editingFinished.connect(self._warn_of_number)
        self.detail_fields.paper_kind.chosen.connect(self._warn_of_number)
        self.detail_fields.edited.connect(self.emit_changed)

    def _fill_sex(self) -> None:
        self.sex.add("–", Sex.UNKNOWN.value)
        self.sex.add(translate("Life", "Male"), Sex.MALE.value)
        self.sex.add(translate("Life", "Female"), Sex.FEMALE.value)
        self.sex.chosen.connect(self.emit_changed)

    def _add_fields(self) -> None:
        text = translate(
            "Life",
            "The whole identity is typed anew and sealed as a further version; what is left empty "
            "is not known any more. The earlier version stays under its seal.",
        )
        self.column.addWidget(Banner("info", self, "", text))
        self.add_row(
            (self._masked_field("name", translate("Life", "Full name"), self.name), 3),
            (self._masked_field("birth", translate("Life", "Born"), self.birth), 2),
            (self.labeled_field("sex", translate("Life", "Sex"), self.sex), 1),
        )
        self.add_row(
            (self._masked_field("number", translate("Life", "Identity paper"), self.number), 2),
            (self._masked_field("issued_on", translate("Life", "Issued on"), self.issued_on), 1),
        )
        self.add_row(
            (self._masked_field("commune", translate("Life", "Commune"), self.commune), 1),
            (self._masked_field("hamlet", translate("Life", "Hamlet"), self.hamlet), 1),
        )
        self.add_row((self.detail_fields, 1))
        self.reason_row = ReasonRow(self, lifecycle_texts.correction_grounds()[:2])

    def _masked_field(self, name: str, label: str, field: TextField) -> QWidget:
        """Return a labelled field that is masked while another window has the focus."""
        mark_as_identity_field(field)
        field.textChanged.connect(self.emit_changed)
        maskable = self._mask_group.add(field, self)
        labeled = self.labeled_field(name, label, maskable)
        maskable.setObjectName("")
        field.setObjectName(name)
        return labeled

    def event(self, event: QEvent) -> bool:
        """Mask the fields while another window has the focus."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self._mask_group.mask()
        elif event.type() == QEvent.Type.WindowActivate:
            self._mask_group.unmask()
        return super().event(event)

    @Slot()
    def _warn_of_number(self) -> None:
        """Warn of an implausible number; nothing is shown for a plausible one."""
        number_field, identity = self.fields["number"], self.identity()
        number_field.clear_state()
        hint = number_hint(
            identity.paper.number,
            identity.paper.kind,
            (identity.sex, identity.birth_year),
            self.visit.reception.session.today(),
            current_language(),
        )
        if hint.level == "warning" and not self._mask_group.is_masked:
            number_field.set_warning(hint.sentence)

    @Slot()
    def clear(self) -> None:
        """Empty the fields; called when the dialog closes."""
        for field in (self.name, self.birth, self.number, self.issued_on):
            field.clear()
        self.commune.clear()
        self.hamlet.clear()
        self.detail_fields.clear()

    def _typed_person(self) -> PersonForm:
        return PersonForm(
            name=self.name.value(),
            birth=self.birth.value(),
            sex=Sex(str(self.sex.value() or Sex.UNKNOWN)),
            number=self.number.value(),
            issued_on=self.issued_on.value(),
            commune=self.commune.value(),
            hamlet=self.hamlet.value(),
            details=self.detail_fields.details(),
        )

    def _petition_kind(self) -> PetitionKind:
        return PetitionKind(self.visit.present.kinds[0])

    def identity(self) -> Identity:
        is_denunciation = self._petition_kind() is PetitionKind.DENUNCIATION
        today = self.visit.reception.session.today()
        return build_identity(self._typed_person(), today, is_denunciation=is_denunciation)

    def page_labels(self) -> PageLabels:
        act = translate("Life", "Seal the new version")
        note = translate("Life", "Logged without the name.")
        return PageLabels(
            translate("Life", "Correct the identity"), "seal", note, act, "seal", "seal"
        )

    def valid(self) -> bool:
        """Require a name and a reason; dates must be readable."""
        dates_readable = (
            self.birth.is_acceptable(),
            self.issued_on.is_acceptable(),
            self.detail_fields.has_acceptable_dates(),
        )
        return bool(self.name.value().strip()) and all(dates_readable) and self.reason_row.valid()

    def job(self) -> Callable[[], object]:
        present = self.visit.present
        correction = Correction(
            self.reason_row.change_reason(), {}, present.event_count, self.identity()
        )
        return partial(self.visit.reception.lifecycle.correct, present.visit_id, correction)

    def first_field(self) -> QWidget:
        return self.name
