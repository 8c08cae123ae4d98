"""A visit that was begun is left: kept as a draft, or dropped."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class LeaveDraftDialog(Dialog):
    """Keep the draft, drop it or go on typing; ``accepted`` to keep it, ``thrown`` to drop it."""

    thrown = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("LeaveDraft", "Begin a new visit"), parent, 560)
        self.set_subtitle(
            translate("LeaveDraft", "What was typed stays as an encrypted draft in today's list.")
        )
        throw = PushButton(translate("LeaveDraft", "Throw away"), self, "danger")
        throw.clicked.connect(self._throw)
        self.add_button(throw)
        self.set_safe(
            PushButton(translate("LeaveDraft", "Go on typing"), self, "secondary", "", "Esc")
        )
        self.keep = keep = PushButton(
            translate("LeaveDraft", "Keep the draft"), self, "primary", "save", "Enter"
        )
        self.set_primary(keep)

    def open(self) -> None:
        """Put the focus on the button that loses nothing: Enter never drops a draft."""
        super().open()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _throw(self) -> None:
        self.finish(False)
        self.thrown.emit()
