"""Where the sentence of a refused save is shown: at the field to mend."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.domain.errors import InvalidInput
from ui.features.visit_entry.entry_page import EntryPage
from ui.widgets.labeled_field import LabeledField


def clear_marks(desk: EntryPage) -> None:
    """Take every error mark away."""
    for field in _fields(desk).values():
        if field.state() == "error":
            field.clear_state()
    for row in desk.papers.rows:
        row.name.set_state("")


def show_at_field(desk: EntryPage, error: InvalidInput, sentence: str) -> bool:
    """Show a sentence at its field and put the cursor there; False when it has no field."""
    name, _, number = error.field.partition(".")
    if name == "paper":
        rows = [r for r in desk.papers.rows if r.name.text().strip() or r.pages.value() > 1]
        place = int(number) - 1
        if place < len(rows):
            rows[place].name.set_state("error")
            rows[place].name.setFocus(Qt.FocusReason.OtherFocusReason)
        return False
    if number and desk.hand.form.active != int(number) - 1:
        desk.content.entry_wanted.emit(int(number) - 1)
    field = _fields(desk).get(name)
    if field is None:
        return False
    if name in _PERSON:
        desk.person.fields.covers.uncover()
    target: QWidget = field.inner()
    target.setFocus(Qt.FocusReason.OtherFocusReason)
    field.set_error(sentence)
    return True


_PERSON = ("name", "birth", "issued_on", "capacity", "people", "representatives")


def _fields(desk: EntryPage) -> dict[str, LabeledField]:
    fields = desk.person.fields
    return {
        "name": fields.name_field,
        "birth": fields.birth_field,
        "issued_on": fields.issued_field,
        "capacity": fields.capacity_field,
        "people": fields.people_field,
        "representatives": fields.group_field,
        **desk.content.labels(),
        "handled_by": desk.outcome.body_field,
        "explanation": desk.outcome.explain_field,
        "document_number": desk.outcome.document_field,
    }
