"""Dialog for one act: facts in two columns, a button for the act, a button to leave."""

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
    """``wanted`` on Ctrl+Enter or the button of the act.

    ``facts`` are (label, text). The dialog stays open until ``finish``, so that
    ``show_failure(error)`` can show why nothing was done.
    """

    wanted = Signal()

    def __init__(
        self, title: str, facts: Sequence[tuple[str, str]], act: str, parent: QWidget
    ) -> None:
        super().__init__(title, parent, 620)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(20))
        grid.setVerticalSpacing(theme().px(8))
        grid.setColumnStretch(1, 1)
        for row, (label, text) in enumerate(facts):
            name, value = QLabel(label, self), QLabel(text, self)
            name.setProperty("role", "secondary")
            value.setWordWrap(True)
            value.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        self.body.addLayout(grid)
        self.banner = Banner("info", self)
        self.banner.hide()
        self.body.addWidget(self.banner)
        self.safe_button = PushButton(translate("Confirm", "Leave"), self, "secondary", "", "Esc")
        self.set_leave_button(self.safe_button)
        self.act_button = PushButton(act, self, "primary", "", "Ctrl+Enter")
        self.act_button.setObjectName("act_button")
        self.set_primary(self.act_button)

    def explain(self, text: str, kind: str = "info") -> None:
        """Show the consequences, under the facts."""
        self.banner.show_message("", text, kind)
        self.banner.show()

    @Slot()
    def accept(self) -> None:
        """Emit ``wanted`` and show that the act is running."""
        self.act_button.set_busy(translate("Confirm", "Working…"))
        self.wanted.emit()

    def show_again(self) -> None:
        """Show the dialog again after the next step was cancelled."""
        self.act_button.set_busy("")
        super().show_again()

    def show_failure(self, error: ReceptionError) -> None:
        """Show why nothing was done."""
        self.act_button.set_busy("")
        self.explain(error_sentence(error), "error")
        self.refit()
