"""The dialog "More": phone, papers, and on whose behalf the person speaks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.features.identity_fields.person_detail_fields import PersonContext, PersonDetailFields
from ui.models.identity_builder import PersonDetails
from ui.widgets.dialog import Dialog
from ui.widgets.masked_field import MaskGroup
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class PersonDetailsDialog(Dialog):
    """Asks for the details of the person; emits ``details_accepted(PersonDetails)`` on Done."""

    details_accepted = Signal(object)

    def __init__(self, details: PersonDetails, context: PersonContext, parent: QWidget) -> None:
        super().__init__(translate("PersonMore", "More about the reporter"), parent, 760)
        self.set_subtitle(translate("PersonMore", "Sealed with the name when the visit is saved."))
        self.setProperty("dense", True)
        self._mask_group = MaskGroup(self)
        self.fields = PersonDetailFields(context, self._mask_group, self)
        self.fields.show_details(details)
        self.body.addWidget(self.fields)
        self.protection = QCheckBox(
            translate("PersonMore", "Asks to keep the identity secret"), self
        )
        self.protection.setChecked(details.protection)
        self.body.addWidget(self.protection)
        self.set_leave_button(
            PushButton(translate("PersonMore", "Back"), self, "secondary", "", "Esc")
        )
        self.set_primary(
            PushButton(translate("PersonMore", "Done"), self, "primary", "check", "Ctrl+Enter")
        )

    def event(self, event: QEvent) -> bool:
        """Mask the fields when another window becomes active, unmask them when this one does.

        Widgets inside a window get these two events only, not ActivationChange.
        """
        if event.type() == QEvent.Type.WindowDeactivate:
            self._mask_group.mask()
        elif event.type() == QEvent.Type.WindowActivate:
            self._mask_group.unmask()
        return super().event(event)

    @Slot()
    def accept(self) -> None:
        typed = replace(self.fields.details(), protection=self.protection.isChecked())
        self.fields.clear()
        self.finish(True)
        self.details_accepted.emit(typed)
