"""Asks before a new visit whether the present one is kept as a draft or discarded."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class LeaveDraftDialog(Dialog):
    """Emits ``accepted`` to keep the draft, ``discarded`` to delete it, neither to return to it."""

    discarded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("LeaveDraft", "Begin a new visit"), parent, 560)
        self.set_subtitle(
            translate("LeaveDraft", "What was typed stays as an encrypted draft in today's list.")
        )
        discard_button = PushButton(translate("LeaveDraft", "Throw away"), self, "danger")
        discard_button.clicked.connect(self._discard)
        self.add_button(discard_button)
        self.set_leave_button(
            PushButton(translate("LeaveDraft", "Go on typing"), self, "secondary", "", "Esc")
        )
        self.keep_button = keep_button = PushButton(
            translate("LeaveDraft", "Keep the draft"), self, "primary", "save", "Enter"
        )
        self.set_primary(keep_button)

    def open(self) -> None:
        """Put the focus on the button that loses nothing: Enter never deletes a draft."""
        super().open()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _discard(self) -> None:
        self.finish(False)
        self.discarded.emit()
