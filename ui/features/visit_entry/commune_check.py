"""Check of a typed commune: one of today's 38, one of another province, or an old name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.law.address_parsing import names_province
from reception.law.administrative_units import PlaceStatus, communes, find_commune
from reception.messages.catalogue import sentence
from ui.features.visit_entry.person_fields import PersonFields

translate = QCoreApplication.translate


class CommuneCheck(QObject):
    """Checks the commune when its field is left; emits ``changed`` when it writes another name."""

    changed = Signal()

    def __init__(self, fields: PersonFields, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._fields, self._language = fields, language
        self._accepted_name = ""
        fields.commune.focus_lost.connect(self.check)
        fields.commune.suggestion_chosen.connect(self._set_commune)
        fields.commune_choice.chosen.connect(self._set_commune)

    def accept_name(self, name: str) -> None:
        """Accept a name, for example from a draft, without checking it."""
        self._accepted_name = name
        self._fields.commune_choice_field.hide()

    def accept_card_name(self, name: str) -> None:
        """Accept the name on an identity card if it is one of today's communes, else check it."""
        self._accepted_name = name if name in communes() else ""
        self.check()

    @Slot()
    def check(self) -> None:
        """Replace an old name, ask about a commune that was split, warn of an unknown name."""
        fields = self._fields
        text = fields.masked_texts.text(fields.commune).strip()
        fields.commune_field.clear_state()
        fields.commune_choice_field.hide()
        if not text or text == self._accepted_name or fields.mask_group.is_masked:
            return
        if names_province(text):
            return
        match = find_commune(text)
        if match.status is PlaceStatus.FORMER:
            self._set_commune(match.name)
            facts = {"old": match.former_name, "name": match.name}
            fields.commune_field.set_hint(sentence("place.translated", self._language, **facts))
        elif match.status is PlaceStatus.AMBIGUOUS:
            self._ask_which_commune(match.choices)
        elif match.status is PlaceStatus.UNKNOWN:
            fields.commune_field.set_warning(sentence("place.unknown", self._language))
        else:
            self._set_commune(match.name)

    def _ask_which_commune(self, choices: tuple[str, ...]) -> None:
        fields = self._fields
        fields.commune_choice.clear()
        for name in choices:
            fields.commune_choice.add(name, name)
        fields.commune_choice_field.show()
        fields.commune_field.set_warning(translate("Desk", "Two communes: ask and choose."))

    @Slot(object)
    def _set_commune(self, name: object) -> None:
        self._accepted_name = str(name)
        self._fields.masked_texts.set_text(self._fields.commune, str(name))
        self._fields.commune_field.set_hint("")
        self.changed.emit()
