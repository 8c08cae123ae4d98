"""One thing to look at and one act: facts in two columns, the act, the safe way out."""

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
    """``ConfirmDialog(title, facts, act, parent)``: ``wanted`` on Ctrl+Enter or the act's button.

    ``facts`` are (label, words); it stays open until ``finish``, so that ``refuse(error)`` can say
    why nothing was done.
    """

    wanted = Signal()

    def __init__(
        self, title: str, facts: Sequence[tuple[str, str]], act: str, parent: QWidget
    ) -> None:
        """Show the facts."""
        super().__init__(title, parent, 620)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(20))
        grid.setVerticalSpacing(theme().px(8))
        grid.setColumnStretch(1, 1)
        for row, (label, words) in enumerate(facts):
            name, value = QLabel(label, self), QLabel(words, self)
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
        self.set_safe(self.safe_button)
        self.act_button = PushButton(act, self, "primary", "", "Ctrl+Enter")
        self.act_button.setObjectName("act_button")
        self.set_primary(self.act_button)

    def explain(self, words: str, kind: str = "info") -> None:
        """Say what follows, under the facts."""
        self.banner.say("", words, kind)
        self.banner.show()

    @Slot()
    def accept(self) -> None:
        """Ask for the act and wait for its answer."""
        self.act_button.set_busy(translate("Confirm", "Working…"))
        self.wanted.emit()

    def show_again(self) -> None:
        """Stand there again after the step that followed was left."""
        self.act_button.set_busy("")
        super().show_again()

    def refuse(self, error: ReceptionError) -> None:
        """Say why nothing was done."""
        self.act_button.set_busy("")
        self.explain(error_sentence(error), "error")
        self.refit()
