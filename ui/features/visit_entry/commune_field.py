"""The commune: of today's 38, of another province, or an old name translated or asked about."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.law.administrative_units import PlaceStatus, communes, find_commune, find_province
from reception.messages.catalogue import sentence
from ui.features.visit_entry.person_fields import PersonFields

translate = QCoreApplication.translate


class PersonCommune(QObject):
    """Looks at the commune when its field is left; ``changed`` when a name was put in its place."""

    changed = Signal()

    def __init__(self, fields: PersonFields, language: str, parent: QObject) -> None:
        """Watch the field and the choice under it."""
        super().__init__(parent)
        self._fields, self._language = fields, language
        self._picked = ""
        fields.commune.left.connect(self.check)
        fields.commune.taken.connect(self._pick)
        fields.which.chosen.connect(self._pick)

    def believe(self, name: str) -> None:
        """Take a name as settled: of a draft, or read from a card when it is one of today's."""
        self._picked = name
        self._fields.which_field.hide()

    def believe_card(self, name: str) -> None:
        """Settle a card's name when it is one of today's communes, else look at it."""
        self._picked = name if name in communes() else ""
        self.check()

    @Slot()
    def check(self) -> None:
        """Translate an old name, ask about one that was split, warn of an unknown one."""
        fields = self._fields
        text = fields.kept.text(fields.commune).strip()
        fields.commune_field.clear_state()
        fields.which_field.hide()
        if not text or text == self._picked or fields.covers.covered:
            return
        if "," in text and find_province(text.rpartition(",")[2]).status is not PlaceStatus.UNKNOWN:
            return
        found = find_commune(text)
        if found.status is PlaceStatus.TRANSLATED:
            self._pick(found.name)
            facts = {"old": found.old_name, "name": found.name}
            fields.commune_field.set_hint(sentence("place.translated", self._language, **facts))
        elif found.status is PlaceStatus.AMBIGUOUS:
            self._ask(found.choices)
        elif found.status is PlaceStatus.UNKNOWN:
            fields.commune_field.set_warning(sentence("place.unknown", self._language))
        else:
            self._pick(found.name)

    def _ask(self, choices: tuple[str, ...]) -> None:
        fields = self._fields
        fields.which.clear()
        for name in choices:
            fields.which.add(name, name)
        fields.which_field.show()
        fields.commune_field.set_warning(translate("Desk", "Two communes: ask and choose."))

    @Slot(object)
    def _pick(self, name: object) -> None:
        self._picked = str(name)
        self._fields.kept.put(self._fields.commune, str(name))
        self._fields.commune_field.set_hint("")
        self.changed.emit()
