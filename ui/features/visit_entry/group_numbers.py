"""Numbers of a group: people, those with the same content, representatives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.group_rules import group_warnings, max_representatives
from reception.domain.visit import LARGE_GROUP
from reception.messages.catalogue import sentence
from ui.features.visit_entry.form_builder import build_group
from ui.features.visit_entry.person_fields import PersonFields
from ui.models.identity_builder import PersonForm

translate = QCoreApplication.translate


class GroupNumbers(QObject):
    """Checks the numbers of the group; emits ``changed`` after each change.

    Until the user sets the number of people with the same content, it equals the number of people.
    """

    changed = Signal()

    def __init__(
        self,
        fields: PersonFields,
        collect: Callable[[], PersonForm],
        language: str,
        parent: QObject,
    ) -> None:
        """``collect`` returns the form of the whole section."""
        super().__init__(parent)
        self._fields, self._collect, self._language = fields, collect, language
        self._is_same_content_set = False
        fields.people_count.changed.connect(self._people_changed)
        fields.same_content.changed.connect(self._same_content_changed)

    def same_content(self) -> int | None:
        """Return the number of people with the same content; None until the user sets it."""
        return self._fields.same_content.value() if self._is_same_content_set else None

    def show_form(self, person: PersonForm) -> None:
        """Show the numbers of a form."""
        fields = self._fields
        fields.people_count.set_value(person.people)
        self._is_same_content_set = person.same_content is not None
        fields.same_content.set_value(person.same_content or person.people)
        fields.representatives.choose(person.representatives)

    @Slot(object)
    def _people_changed(self, people: int) -> None:
        if not self._is_same_content_set:
            blocked = self._fields.same_content.blockSignals(True)
            self._fields.same_content.set_value(people)
            self._fields.same_content.blockSignals(blocked)
        self.show_rules()
        self.changed.emit()

    @Slot(object)
    def _same_content_changed(self, _value: object) -> None:
        self._is_same_content_set = (
            self._fields.same_content.value() != self._fields.people_count.value()
        )
        self.show_warning()
        self.changed.emit()

    def show_rules(self) -> None:
        """Show the inputs that a group of this size needs (Luật Tiếp công dân Điều 29)."""
        fields = self._fields
        people = fields.people_count.value()
        maximum = max_representatives(people)
        is_large = people >= LARGE_GROUP
        fields.group_details.setVisible(people > 1)
        fields.appointment_check_box.setVisible(is_large)
        fields.representatives.setEnabled(is_large)
        fields.representatives.setItemText(
            0,
            translate("Desk", "None named yet") if is_large else translate("Desk", "No, under 5"),
        )
        if not is_large or int(fields.representatives.currentData() or 0) > maximum:
            fields.representatives.choose(0)
        self.show_warning()

    def show_warning(self) -> None:
        """Warn below the numbers if a representative or an appointment is missing."""
        codes = group_warnings(build_group(self._collect()))
        fields = self._fields
        fields.people_field.clear_state()
        text = ""
        if codes:
            maximum = max_representatives(fields.people_count.value())
            text = sentence(codes[0], self._language, most=maximum)
        fields.group_note_line.show_message("", text)
        fields.people_count.setAccessibleDescription(text)
