"""The number of the identity paper: the check only informs, it never blocks saving."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Slot

from reception.domain.identity_number import plain_number
from reception.domain.reporter import Sex
from ui.appearance import display_format
from ui.features.visit_entry.entry_context import EntryContext
from ui.features.visit_entry.person_fields import PersonFields
from ui.models.id_number_hint import number_hint
from ui.models.identity_builder import PersonForm, build_identity, paper_kind

translate = QCoreApplication.translate


class NumberCheck(QObject):
    """Checks the number when the cursor leaves it or the birth year.

    ``collect`` returns the form of the whole section.
    """

    def __init__(
        self,
        fields: PersonFields,
        collect: Callable[[], PersonForm],
        context: EntryContext,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._fields, self._collect, self._context = fields, collect, context
        fields.number.focus_lost.connect(self.check)
        fields.birth.focus_lost.connect(self.check)

    @Slot()
    def check(self) -> None:
        """Show place, sex and birth year read from the number; fill in the sex if it is empty."""
        fields, person, today = self._fields, self._collect(), self._context.today()
        number = plain_number(person.number)
        if not number:
            self._show("", "")
            return
        identity = build_identity(person, today, is_denunciation=False)
        kind = paper_kind(number, person.details.paper_kind)
        typed_facts = (identity.sex, identity.birth_year)
        hint = number_hint(number, kind, typed_facts, today, self._context.language)
        if hint.level == "valid" and hint.sex is not Sex.UNKNOWN and identity.sex is Sex.UNKNOWN:
            fields.masked_texts.set_text(fields.sex, hint.sex.value)
        self._show(hint.level, hint.sentence)
        if fields.number.text() and len(number) == len(
            plain_number(display_format.card_number(number))
        ):
            fields.masked_texts.set_text(fields.number, display_format.card_number(number))

    def _show(self, state: str, sentence: str) -> None:
        fields = self._fields
        if state == "valid" and fields.mask_group.is_masked:
            sentence = translate("Desk", "Well formed, fits the birth year. No look-up.")
        fields.number.set_state(state)
        fields.number.setAccessibleDescription(sentence)
        fields.number_note_line.show_message(state, sentence)
