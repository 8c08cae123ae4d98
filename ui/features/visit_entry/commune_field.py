"""Check of the commune: one of today's 38, of another province, or a name before the merger."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.law.address_parsing import names_province
from reception.law.administrative_units import PlaceStatus, communes, find_commune
from reception.messages.catalogue import sentence
from ui.features.visit_entry.person_fields import PersonFields

translate = QCoreApplication.translate


class PersonCommune(QObject):
    """Checks the commune when its field is left; ``changed`` when it put in another name."""

    changed = Signal()

    def __init__(self, fields: PersonFields, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._fields, self._language = fields, language
        self._accepted = ""
        fields.commune.left.connect(self.check)
        fields.commune.taken.connect(self._accept)
        fields.which.chosen.connect(self._accept)

    def accept(self, name: str) -> None:
        """Take a name, of a draft for one, that is not checked again."""
        self._accepted = name
        self._fields.which_field.hide()

    def accept_card(self, name: str) -> None:
        """Take the name on an identity card if it is one of today's communes, else check it."""
        self._accepted = name if name in communes() else ""
        self.check()

    @Slot()
    def check(self) -> None:
        """Replace an old name, ask about a commune that was split, warn of an unknown name."""
        fields = self._fields
        text = fields.texts.text(fields.commune).strip()
        fields.commune_field.clear_state()
        fields.which_field.hide()
        if not text or text == self._accepted or fields.covers.covered:
            return
        if names_province(text):
            return
        found = find_commune(text)
        if found.status is PlaceStatus.TRANSLATED:
            self._accept(found.name)
            facts = {"old": found.old_name, "name": found.name}
            fields.commune_field.set_hint(sentence("place.translated", self._language, **facts))
        elif found.status is PlaceStatus.AMBIGUOUS:
            self._ask(found.choices)
        elif found.status is PlaceStatus.UNKNOWN:
            fields.commune_field.set_warning(sentence("place.unknown", self._language))
        else:
            self._accept(found.name)

    def _ask(self, choices: tuple[str, ...]) -> None:
        fields = self._fields
        fields.which.clear()
        for name in choices:
            fields.which.add(name, name)
        fields.which_field.show()
        fields.commune_field.set_warning(translate("Desk", "Two communes: ask and choose."))

    @Slot(object)
    def _accept(self, name: object) -> None:
        self._accepted = str(name)
        self._fields.texts.set_text(self._fields.commune, str(name))
        self._fields.commune_field.set_hint("")
        self.changed.emit()
