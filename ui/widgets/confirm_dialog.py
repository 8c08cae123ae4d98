"""Dialog that asks for the confirmation of one action and shows the facts about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class ConfirmDialog(Dialog):
    """``confirmed`` on Ctrl+Enter or a click on the confirm button, whose text is ``confirm_text``.

    ``facts`` are pairs (label, text), shown in two columns. The dialog stays open until ``finish``
    is called, so that ``show_failure(error)`` can show why nothing was done.
    """

    confirmed = Signal()

    def __init__(
        self, title: str, facts: Sequence[tuple[str, str]], confirm_text: str, parent: QWidget
    ) -> None:
        super().__init__(title, parent, 620)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(20))
        grid.setVerticalSpacing(theme().px(8))
        grid.setColumnStretch(1, 1)
        for row, (label, text) in enumerate(facts):
            name_label, value_label = QLabel(label, self), QLabel(text, self)
            name_label.setProperty("role", "secondary")
            value_label.setWordWrap(True)
            value_label.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(name_label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value_label, row, 1)
        self.body.addLayout(grid)
        self.banner = Banner("info", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self.leave_button = PushButton(translate("Confirm", "Leave"), self, "secondary", "", "Esc")
        self.set_leave_button(self.leave_button)
        self.confirm_button = PushButton(confirm_text, self, "primary", "", "Ctrl+Enter")
        self.confirm_button.setObjectName("confirm_button")
        self.set_primary(self.confirm_button)

    def explain(self, text: str, kind: str = "info") -> None:
        """Show the consequences in a banner of this kind, under the facts."""
        self.banner.show_message("", text, kind)
        self.banner.show()

    @Slot()
    def accept(self) -> None:
        """Emit ``confirmed`` and show that the action is running."""
        self.confirm_button.set_busy(translate("Confirm", "Working…"))
        self.confirmed.emit()

    def show_again(self) -> None:
        """Show the dialog again after the next step was cancelled."""
        self.confirm_button.set_busy("")
        super().show_again()

    def show_failure(self, error: ReceptionError) -> None:
        """Show why nothing was done."""
        self.confirm_button.set_busy("")
        self.explain(error_sentence(error), "error")
        self.refit()
