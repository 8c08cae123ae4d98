"""Shows the error of a refused save at the field to correct."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.domain.errors import InvalidInput
from ui.features.visit_entry.entry_page import EntryPage
from ui.widgets.labeled_field import LabeledField


def clear_field_errors(page: EntryPage) -> None:
    """Remove the error state of every field."""
    for field in _fields(page).values():
        if field.state() == "error":
            field.clear_state()
    for row in page.papers_card.rows:
        row.name.set_state("")


def show_error_at_field(
    page: EntryPage, active_petition: int, error: InvalidInput, sentence: str
) -> bool:
    """Show a sentence at its field and move the cursor there; False if there is no such field.

    ``active_petition`` is the index of the petition that is shown.
    """
    name, _, number = error.field.partition(".")
    if name == "paper":
        rows = [r for r in page.papers_card.rows if r.name.text().strip() or r.pages.value() > 1]
        index = int(number) - 1
        if index < len(rows):
            rows[index].name.set_state("error")
            rows[index].name.setFocus(Qt.FocusReason.OtherFocusReason)
        return False
    if number and active_petition != int(number) - 1:
        page.content_card.petition_wanted.emit(int(number) - 1)
    field = _fields(page).get(name)
    if field is None:
        return False
    if name in _PERSON_FIELDS:
        page.person_card.fields.mask_group.unmask()
    target: QWidget = field.input_widget()
    target.setFocus(Qt.FocusReason.OtherFocusReason)
    field.set_error(sentence)
    return True


_PERSON_FIELDS = ("name", "birth", "issued_on", "capacity", "people", "representatives")


def _fields(page: EntryPage) -> dict[str, LabeledField]:
    fields = page.person_card.fields
    return {
        "name": fields.name_field,
        "birth": fields.birth_field,
        "issued_on": fields.issued_on_field,
        "capacity": fields.capacity_field,
        "people": fields.people_field,
        "representatives": fields.representatives_field,
        **page.content_card.labeled_fields(),
        "handled_by": page.outcome_card.body_field,
        "explanation": page.outcome_card.explanation_field,
        "document_number": page.outcome_card.document_field,
        "earlier_return_code": page.content_card.earlier_return_code_field,
    }
