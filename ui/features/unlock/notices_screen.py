"""Warnings after unlocking: a truncated log, a clock that was set back, missing sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.push_button import PushButton

WIDTH = 720
CLOCK = "clock."  # notices with this prefix are confirmed by checking date and time
SHEETS = "recovery.missing"


@dataclass(frozen=True, slots=True)
class Notice:
    code: str
    sentence: str


class NoticesScreen(QWidget):
    """``confirmed`` when everything is confirmed; ``sheets_wanted`` to make recovery sheets now."""

    confirmed = Signal()
    lock_wanted = Signal()
    sheets_wanted = Signal()

    def __init__(
        self, notices: Sequence[Notice], now: datetime, parent: QWidget | None = None
    ) -> None:
        """Notices about the clock and about the log must be confirmed by a check box."""
        super().__init__(parent)
        self.ticks: list[QCheckBox] = []
        self.continue_button = PushButton(
            QCoreApplication.translate("Notices", "Go on"), self, "primary", "arrow-right", "Enter"
        )
        self.lock_button = PushButton(
            QCoreApplication.translate("Notices", "Lock again"), self, "secondary", "lock"
        )
        self.sheets_button = PushButton(
            QCoreApplication.translate("Notices", "Make the sheets now"), self, "secondary"
        )
        self.sheets_button.setObjectName("sheets_button")
        self.sheets_button.setVisible(any(notice.code == SHEETS for notice in notices))
        self.sheets_button.clicked.connect(self.sheets_wanted)
        self.continue_button.setObjectName("continue_button")
        self.lock_button.setObjectName("lock_button")
        self._build(notices, now)
        self.continue_button.clicked.connect(self.confirmed)
        self.lock_button.clicked.connect(self.lock_wanted)
        self._enable_buttons()

    def _build(self, notices: Sequence[Notice], now: datetime) -> None:
        px = theme().px
        holder = QWidget(self)
        holder.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(holder)
        column.setSpacing(px(12))
        title = QLabel(QCoreApplication.translate("Notices", "Before you go on"), holder)
        title.setProperty("role", "title")
        column.addStretch(1)
        column.addWidget(title)
        for notice in notices:
            about_log = notice.code.startswith("log.")
            kind = "error" if about_log else "warn"
            column.addWidget(Banner(kind, holder, "", notice.sentence))
            text = self._confirmation(notice.code, now)
            if text:
                tick = QCheckBox(text, holder)
                tick.setObjectName(f"tick_{notice.code}")
                tick.toggled.connect(self._enable_buttons)
                self.ticks.append(tick)
                column.addWidget(tick)
        buttons = QHBoxLayout()
        for button in (self.lock_button, self.sheets_button, self.continue_button):
            button.set_height(40)
        buttons.addWidget(self.lock_button)
        buttons.addStretch(1)
        buttons.addWidget(self.sheets_button)
        buttons.addWidget(self.continue_button)
        column.addSpacing(px(8))
        column.addLayout(buttons)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(holder)
        row.addStretch(1)

    def _confirmation(self, code: str, now: datetime) -> str:
        if code.startswith(CLOCK):
            text = QCoreApplication.translate(
                "Notices", "It is now {moment}: date and time are right"
            )
            return text.format(
                moment=f"{display_format.hour(now)}, {display_format.long_day(now.date())}"
            )
        if code.startswith("log."):
            return QCoreApplication.translate("Notices", "I have told the board head")
        return ""

    @Slot()
    def _enable_buttons(self) -> None:
        is_confirmed = all(tick.isChecked() for tick in self.ticks)
        self.continue_button.setEnabled(is_confirmed)
        self.sheets_button.setEnabled(is_confirmed)

    def entered(self) -> None:
        first = self.ticks[0] if self.ticks else self.continue_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)
