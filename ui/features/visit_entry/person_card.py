"""Section 1: the person; the fields are covered as soon as the cursor leaves the section."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity, Sex
from ui.features.visit_entry.commune_check import CommuneCheck
from ui.features.visit_entry.entry_context import EntryContext
from ui.features.visit_entry.group_numbers import GroupNumbers
from ui.features.visit_entry.number_check import NumberCheck
from ui.features.visit_entry.person_fields import PersonFields
from ui.models.form_codec import count_filled_fields
from ui.models.identity_builder import PersonDetails, PersonForm
from ui.shell import actions
from ui.widgets.card import Card
from ui.widgets.shortcut_label import ShortcutLabel
from ui.widgets.tab_order import remove_from_tab_order
from ui.widgets.toggle_switch import ToggleSwitch

translate = QCoreApplication.translate
_PROXIES = (Capacity.AUTHORISED, Capacity.LAWYER)


class PersonCard(Card):
    """Section 1 of a visit.

    Emits ``changed`` after each edit, and ``details_wanted`` to ask for the dialog of details.
    """

    changed = Signal()
    details_wanted = Signal()

    def __init__(self, context: EntryContext, parent: QWidget) -> None:
        super().__init__(translate("Desk", "Reporter"), parent, 1)
        self._context = context
        self._details = PersonDetails()
        self._kind: PetitionKind | None = None
        self._repeat_text = ""
        self.fields = PersonFields(context.today, self)
        self.cover_toggle = ToggleSwitch(translate("Desk", "Cover on leaving"), self)
        self.cover_toggle.setChecked(True)
        remove_from_tab_order(self.cover_toggle)
        self.add_at_right(self.cover_toggle)
        self.add_at_right(ShortcutLabel(actions.first_key_text("entry.cover"), self))
        self.body.addWidget(self.fields)
        self.body.addStretch(1)
        self.group_numbers = GroupNumbers(self.fields, self.collect, context.language, self)
        self.number_check = NumberCheck(self.fields, self.collect, context, self)
        self.commune_check = CommuneCheck(self.fields, context.language, self)
        self._connect_signals()
        self.show_form(PersonForm())

    def _connect_signals(self) -> None:
        fields = self.fields
        self.cover_toggle.toggled.connect(fields.mask_group.set_active)
        self.focus_lost.connect(self.cover)
        self.focus_gained.connect(fields.mask_group.unmask)
        fields.mask_group.changed.connect(self._covers_changed)
        for line in (fields.name, fields.birth, fields.number, fields.issued_on):
            line.textChanged.connect(self._edited)
        for line in (fields.commune, fields.hamlet):
            line.textChanged.connect(self._edited)
        for box in (fields.sex, fields.language, fields.representatives):
            box.chosen.connect(self._edited)
        fields.capacity.chosen.connect(self._edited)
        for check in (self.group_numbers, self.commune_check):
            check.changed.connect(self.changed)
        fields.appointment_check_box.toggled.connect(self._edited)
        fields.details_button.clicked.connect(self.details_wanted)

    # -- values ---------------------------------------------------------------------------

    def collect(self) -> PersonForm:
        """Return everything typed here, covered or not."""
        fields, text = self.fields, self.fields.masked_texts.text
        return PersonForm(
            name=text(fields.name),
            birth=text(fields.birth),
            sex=Sex(text(fields.sex) or Sex.UNKNOWN),
            number=text(fields.number),
            issued_on=text(fields.issued_on),
            commune=text(fields.commune),
            hamlet=text(fields.hamlet),
            capacity=Capacity(str(fields.capacity.value() or Capacity.SELF)),
            people=fields.people_count.value(),
            same_content=self.group_numbers.same_content(),
            representatives=int(fields.representatives.currentData() or 0),
            appointment=fields.appointment_check_box.isChecked(),
            language=str(fields.language.value() or ""),
            details=self._details,
        )

    def show_form(self, person: PersonForm) -> None:
        """Show a form; nothing is emitted."""
        fields, set_text = self.fields, self.fields.masked_texts.set_text
        blocked = self.blockSignals(True)
        set_text(fields.name, person.name)
        set_text(fields.birth, person.birth)
        set_text(fields.sex, person.sex.value)
        set_text(fields.number, person.number)
        set_text(fields.issued_on, person.issued_on)
        set_text(fields.commune, person.commune)
        set_text(fields.hamlet, person.hamlet)
        self._details = person.details
        fields.capacity.choose(person.capacity.value)
        self.group_numbers.show_form(person)
        fields.language.choose(person.language)
        fields.appointment_check_box.setChecked(person.appointment)
        self.commune_check.accept_name(person.commune)
        self._repeat_text = ""
        inputs = (fields.name_field, fields.commune_field, fields.hamlet_field)
        for field in (*inputs, fields.issued_on_field):
            field.clear_state()
        self.group_numbers.show_rules()
        self.number_check.check()
        self._count_details()
        self.blockSignals(blocked)

    def details(self) -> PersonDetails:
        """Return the fields of the dialog "More"."""
        return self._details

    def set_details(self, details: PersonDetails) -> None:
        """Set the fields of the dialog "More"."""
        self._details = details
        self._count_details()
        self.number_check.check()
        self.changed.emit()

    def _count_details(self) -> None:
        count = count_filled_fields(self._details)
        label = translate("Desk", "More")
        key = actions.first_key_text("entry.more")
        self.fields.details_button.set_text(
            f"{label} ({count}) {key}" if count else f"{label} {key}"
        )

    def show_repeat(self, text: str) -> None:
        """Show a sentence about earlier visits of this person; "" shows nothing."""
        self._repeat_text = text
        is_denunciation = self._kind is PetitionKind.DENUNCIATION
        if not self.fields.name_field.state():
            self.fields.name_field.set_hint("" if is_denunciation else text)

    # -- covering -------------------------------------------------------------------------

    @Slot()
    def cover(self) -> None:
        """Cover the person's fields."""
        self.fields.mask_group.mask()

    @Slot(bool)
    def _covers_changed(self, covered: bool) -> None:
        if covered:
            self.fields.masked_texts.hide_texts()
            self.fields.qr_field.clear()
        else:
            self.fields.masked_texts.restore_texts()
        self.number_check.check()

    def event(self, event: QEvent) -> bool:
        """Cover when another window takes the focus."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.fields.mask_group.mask()
        return super().event(event)

    # -- kind and group -------------------------------------------------------------------

    def set_kind(self, kind: PetitionKind | None) -> None:
        """Adapt to the kind of the petition: no proxy may bring a denunciation."""
        self._kind = kind
        is_denunciation = kind is PetitionKind.DENUNCIATION
        self.show_repeat(self._repeat_text)
        reason = translate("Desk", "A denunciation cannot be authorised") if is_denunciation else ""
        for proxy in _PROXIES:
            self.fields.capacity.set_allowed(proxy.value, not is_denunciation, reason)
        if self.fields.capacity.value() is None:
            self.fields.capacity.choose(Capacity.SELF.value)

    @Slot()
    def _edited(self) -> None:
        self.group_numbers.show_warning()
        self.changed.emit()
