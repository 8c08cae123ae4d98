"""Section 1: the person who comes; covered as soon as the cursor leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from reception.domain.errors import InvalidInput
from reception.domain.identity_number import plain_number
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Capacity, Sex
from reception.messages.catalogue import error_sentence, sentence
from ui.appearance import display_format as shown
from ui.features.visit_entry.commune_field import PersonCommune
from ui.features.visit_entry.group_fields import PersonGroup
from ui.features.visit_entry.id_card_fill import filled_from
from ui.features.visit_entry.no_autocomplete import no_tab
from ui.features.visit_entry.person_fields import PersonFields
from ui.models.id_number_hint import number_sentence
from ui.models.identity_builder import State, build_identity, paper_kind
from ui.shell import actions
from ui.widgets.card import Card
from ui.widgets.shortcut_label import ShortcutLabel
from ui.widgets.toggle_switch import ToggleSwitch

translate = QCoreApplication.translate
_PROXIES = (Capacity.AUTHORISED, Capacity.LAWYER)


@dataclass(frozen=True, slots=True)
class Setting:
    """What every section needs to know: the day, and the language ("" is the window's)."""

    today: Callable[[], date]
    language: str = ""


class PersonCard(Card):
    """``state()``, ``set_state(state)``, ``set_kind(kind)``; ``changed``, ``more_wanted``."""

    changed = Signal()
    more_wanted = Signal()

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        """Make the section, shown and empty."""
        super().__init__(translate("Desk", "Reporter"), parent, 1)
        self._setting = setting
        self._more: dict[str, Any] = {}
        self._kind: PetitionKind | None = None
        self._repeat = ""
        self.fields = PersonFields(setting.today, self)
        self.toggle = ToggleSwitch(translate("Desk", "Cover on leaving"), self)
        self.toggle.setChecked(True)
        no_tab(self.toggle)
        self.add_side(self.toggle)
        self.add_side(ShortcutLabel(actions.keys_text("desk.cover"), self))
        self.body.addWidget(self.fields)
        self.body.addStretch(1)
        self._inputs: dict[str, QLineEdit | QComboBox] = {
            "name": self.fields.name,
            "birth": self.fields.birth,
            "sex": self.fields.sex,
            "number": self.fields.number,
            "issued_on": self.fields.issued,
            "commune": self.fields.commune,
            "hamlet": self.fields.hamlet,
        }
        self.group = PersonGroup(self.fields, self.state, setting.language, self)
        self.commune = PersonCommune(self.fields, setting.language, self)
        self._wire()
        self.set_state({})

    def _wire(self) -> None:
        fields = self.fields
        self.toggle.toggled.connect(fields.covers.set_active)
        self.left.connect(self.cover)
        self.entered.connect(fields.covers.uncover)
        fields.covers.changed.connect(self._turned)
        for line in (fields.name, fields.birth, fields.number, fields.issued):
            line.textChanged.connect(self._edited)
        for line in (fields.commune, fields.hamlet):
            line.textChanged.connect(self._edited)
        for box in (fields.sex, fields.language, fields.group):
            box.chosen.connect(self._edited)
        fields.capacity.chosen.connect(self._edited)
        for part in (self.group, self.commune):
            part.changed.connect(self.changed)
        fields.appointment.toggled.connect(self._edited)
        fields.number.left.connect(self._check_number)
        fields.birth.left.connect(self._check_number)
        fields.scan.clicked.connect(self.open_qr)
        fields.more.clicked.connect(self.more_wanted)
        fields.qr.scanned.connect(self._read_qr)
        fields.qr.left.connect(self._read_qr)

    # -- values ---------------------------------------------------------------------------

    def state(self) -> State:
        """Return everything typed here, covered or not."""
        fields = self.fields
        found: State = {key: fields.kept.text(line) for key, line in self._inputs.items()}
        found |= {
            "capacity": fields.capacity.value(),
            "people": fields.people.value(),
            "representatives": fields.group.value(),
            "language": fields.language.value(),
            "appointment": fields.appointment.isChecked(),
            "more": dict(self._more),
        }
        return found | self.group.value()

    def set_state(self, state: State) -> None:
        """Show what was typed before."""
        fields = self.fields
        blocked = self.blockSignals(True)
        for key, line in self._inputs.items():
            fields.kept.put(line, state.get(key) or (Sex.UNKNOWN.value if key == "sex" else ""))
        self._more = dict(state.get("more", {}))
        fields.capacity.choose(state.get("capacity") or Capacity.SELF.value)
        self.group.set_value(state)
        fields.language.choose(state.get("language") or "")
        fields.appointment.setChecked(bool(state.get("appointment")))
        self.commune.believe(state.get("commune", ""))
        self._repeat = ""
        for field in (fields.name_field, fields.commune_field, fields.issued_field):
            field.clear_state()
        self.group.show_rules()
        self._check_number()
        self._name_more()
        self.blockSignals(blocked)

    def more(self) -> dict[str, Any]:
        """Return what stands behind "More"."""
        return dict(self._more)

    def set_more(self, more: dict[str, Any]) -> None:
        """Take what was typed behind "More"."""
        self._more = dict(more)
        self._name_more()
        self._check_number()
        self.changed.emit()

    def _name_more(self) -> None:
        count = sum(1 for value in self._more.values() if value)
        words = translate("Desk", "More")
        key = actions.keys_text("desk.more")
        self.fields.more.set_text(f"{words} ({count}) {key}" if count else f"{words} {key}")

    def show_repeat(self, text: str) -> None:
        """Say that this person came before; "" says nothing."""
        self._repeat = text
        denounced = self._kind is PetitionKind.DENUNCIATION
        if not self.fields.name_field.state():
            self.fields.name_field.set_hint("" if denounced else text)

    # -- covering -------------------------------------------------------------------------

    @Slot()
    def cover(self) -> None:
        """Cover the person's fields, as leaving the section does."""
        if not self._typed_any() and self.active:
            return
        self.fields.covers.cover()

    def _typed_any(self) -> bool:
        return any(self.fields.kept.text(line) for line in self._inputs.values())

    @Slot(bool)
    def _turned(self, covered: bool) -> None:
        if covered:
            self.fields.kept.take()
            self.fields.qr.clear()
        else:
            self.fields.kept.give_back()
        self._check_number()

    def event(self, event: QEvent) -> bool:
        """Cover when another window takes the focus."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.fields.covers.cover()
        return super().event(event)

    # -- the card's QR --------------------------------------------------------------------

    @Slot()
    def open_qr(self) -> None:
        """Show the box the scanner types into."""
        self.fields.covers.uncover()
        self.fields.tape.hide()
        self.fields.qr.show()
        self.fields.qr.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def close_qr(self) -> None:
        """Put the box away unread."""
        self.fields.qr.clear()
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _read_qr(self) -> None:
        fields = self.fields
        if fields.qr.isHidden():
            return
        text = fields.qr.text()
        fields.qr.clear()
        fields.qr.hide()
        fields.tape.show()
        if text.strip():
            self._fill(text)

    def _fill(self, text: str) -> None:
        language = self._setting.language
        try:
            card, found = filled_from(text)
        except InvalidInput as error:
            self.fields.note.say("error", error_sentence(error, language))
            self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        street = found.pop("street")
        self.set_state(self.state() | found)
        if street:
            self._more["street"] = street
            self._name_more()
        self.commune.believe_card(found["commune"])
        if card.name_lost_accents:
            self.fields.name_field.set_warning(sentence("card.name_lost_accents", language))
            self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.fields.name.selectAll()
        elif not self.fields.which_field.isHidden():
            self.fields.which.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fields.capacity.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    # -- checks ---------------------------------------------------------------------------

    @Slot()
    def _check_number(self) -> None:
        fields, today = self.fields, self._setting.today()
        number = plain_number(fields.kept.text(fields.number))
        identity = build_identity(self._identity_state(), today, denounced=False)
        kind = paper_kind(number, self._more.get("paper_kind", ""))
        typed = (Sex(identity.sex), identity.birth_year)
        state, sentence, sex = number_sentence(number, kind, typed, today, self._setting.language)
        if not number:
            self._say_number("", "")
            return
        if sex is not Sex.UNKNOWN and identity.sex is Sex.UNKNOWN and state == "valid":
            fields.kept.put(fields.sex, sex.value)
        self._say_number(state, sentence)
        if fields.number.text() and len(number) == len(plain_number(shown.card_number(number))):
            fields.kept.put(fields.number, shown.card_number(number))

    def _say_number(self, state: str, sentence: str) -> None:
        if state == "valid" and self.fields.covers.covered:
            sentence = translate("Desk", "Well formed, fits the birth year. No look-up.")
        self.fields.number.set_state(state)
        self.fields.number.setAccessibleDescription(sentence)
        self.fields.note.say(state, sentence)

    def _identity_state(self) -> State:
        return {key: self.fields.kept.text(line) for key, line in self._inputs.items()}

    # -- kind and group -------------------------------------------------------------------

    def set_kind(self, kind: PetitionKind | None) -> None:
        """Follow the kind of the petition: no proxy for a denunciation."""
        self._kind = kind
        denounced = kind is PetitionKind.DENUNCIATION
        self.show_repeat(self._repeat)
        reason = translate("Desk", "A denunciation cannot be authorised") if denounced else ""
        for proxy in _PROXIES:
            self.fields.capacity.set_allowed(proxy.value, not denounced, reason)
        if self.fields.capacity.value() is None:
            self.fields.capacity.choose(Capacity.SELF.value)

    @Slot()
    def _edited(self) -> None:
        self.group.warn()
        self.changed.emit()
