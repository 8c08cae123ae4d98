"""The head decides about each person of a backup that is older than the known roster."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from reception.messages.catalogue import sentence
from ui.appearance.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton
from ui.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from reception.services.backup.restored_people import PersonToConfirm

translate = QCoreApplication.translate
_WIDTH = 760


class ConfirmPeopleDialog(Dialog):
    """Lists people with their rights; ``accepted`` once the head has decided about everybody."""

    def __init__(self, people: Sequence[PersonToConfirm], parent: QWidget) -> None:
        super().__init__(translate("Restore", "Who still works with the register?"), parent, _WIDTH)
        self.set_icon("triangle-alert", "warn")
        self.set_subtitle(
            translate(
                "Restore",
                "The backup is older than the last list of people that is known. Whoever is "
                "suspended can be reinstated later.",
            )
        )
        self.choices = {person.user_id: self._choice(person) for person in people}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(12))
        grid.setColumnStretch(0, 1)
        for row, person in enumerate(people):
            description = QVBoxLayout()
            description.setSpacing(theme().px(2))
            description.addWidget(self._name(person))
            description.addWidget(self._rights(person))
            grid.addLayout(description, row, 0)
            choice = self.choices[person.user_id]
            grid.addWidget(choice, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(grid)
        self._add_buttons()
        self._update()

    def _choice(self, person: PersonToConfirm) -> SegmentedControl:
        choice = SegmentedControl(self)
        choice.add(True, translate("Restore", "Still works here"))
        choice.add(False, translate("Restore", "Suspend"))
        choice.setAccessibleName(person.name)
        choice.chosen.connect(self._update)
        return choice

    def _name(self, person: PersonToConfirm) -> QLabel:
        label = QLabel(person.name, self)
        label.setProperty("role", "strong")
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _rights(self, person: PersonToConfirm) -> QLabel:
        names = ", ".join(sentence(f"right.{right}") for right in person.rights)
        label = QLabel(names or translate("Restore", "No rights"), self)
        label.setProperty("role", "secondary")
        label.setWordWrap(True)
        return label

    def _add_buttons(self) -> None:
        self._note = self.add_note("info", "")
        leave_button = PushButton(
            translate("Restore", "Do not restore"), self, "secondary", key="Esc"
        )
        leave_button.setObjectName("leave_people_button")
        self.set_leave_button(leave_button)
        text = translate("Restore", "Restore")
        self.confirm_button = PushButton(text, self, "danger", "rotate-ccw", "Enter")
        self.confirm_button.setObjectName("confirm_people_button")
        self.set_primary(self.confirm_button)

    @Slot()
    def _update(self) -> None:
        undecided = sum(choice.value() is None for choice in self.choices.values())
        self.set_valid(undecided == 0)
        if undecided:
            template = translate("Restore", "Still to decide: {count}")
            self._note.set_line("info", template.format(count=undecided))
        else:
            self._note.set_line("circle-check", translate("Restore", "Everybody is decided"), "ok")

    def confirmed(self) -> frozenset[str]:
        """Return the user ids of those who still work with the register."""
        return frozenset(user_id for user_id, choice in self.choices.items() if choice.value())
