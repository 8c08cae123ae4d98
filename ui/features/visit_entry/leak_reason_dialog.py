"""Asks why a word that looks like the identity is kept; the reason is logged."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.written_reason import SHORTEST_WRITTEN_REASON
from ui.widgets.dialog import Dialog
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class LeakReasonDialog(Dialog):
    """Asks for a reason of at least ten characters; ``reason_given(reason)``."""

    reason_given = Signal(str)

    def __init__(self, other_person: bool, parent: QWidget) -> None:
        title = (
            translate("GuardReason", "Another person of that name: why")
            if other_person
            else translate("GuardReason", "Keep these words: why")
        )
        super().__init__(title, parent, 560)
        self.set_subtitle(
            translate("GuardReason", "Recorded in the log. Do not name the person here.")
        )
        self.reason = TextField(self)
        hint = translate("GuardReason", "At least {count} characters").format(
            count=SHORTEST_WRITTEN_REASON
        )
        self.body.addWidget(
            LabeledField(translate("GuardReason", "Reason"), self.reason, self, hint)
        )
        self.set_leave_button(
            PushButton(translate("GuardReason", "Back"), self, "secondary", "", "Esc")
        )
        self.set_primary(
            PushButton(
                translate("GuardReason", "Record the reason"), self, "primary", "check", "Enter"
            )
        )
        self.set_valid(False)
        self.reason.textChanged.connect(self._typed)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.set_valid(len(text.strip()) >= SHORTEST_WRITTEN_REASON)

    @Slot()
    def accept(self) -> None:
        reason = self.reason.value().strip()
        if len(reason) >= SHORTEST_WRITTEN_REASON:
            self.finish(True)
            self.reason_given.emit(reason)
