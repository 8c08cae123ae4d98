"""Warnings after unlocking: a truncated log, a clock that was set back, missing sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.shell.screen import Screen
from ui.widgets.banner import Banner
from ui.widgets.push_button import PushButton

WIDTH = 720
CLOCK_PREFIX = "clock."  # notices with this prefix are confirmed by checking date and time
MISSING_SHEETS = "recovery.missing"


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning: its message code and the sentence shown."""

    code: str
    sentence: str


class NoticesScreen(Screen):
    """Emits ``confirmed`` when every check box is ticked and the user continues.

    ``lock_wanted`` to lock again; ``sheets_wanted`` to create recovery sheets now.
    """

    confirmed = Signal()
    lock_wanted = Signal()
    sheets_wanted = Signal()

    def __init__(
        self, notices: Sequence[Notice], now: datetime, parent: QWidget | None = None
    ) -> None:
        """Each notice about the clock or the log has a check box that must be ticked."""
        super().__init__(parent)
        self.check_boxes: list[QCheckBox] = []
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
        self.sheets_button.setVisible(any(notice.code == MISSING_SHEETS for notice in notices))
        self.sheets_button.clicked.connect(self.sheets_wanted)
        self.continue_button.setObjectName("continue_button")
        self.lock_button.setObjectName("lock_button")
        self._build(notices, now)
        self.continue_button.clicked.connect(self.confirmed)
        self.lock_button.clicked.connect(self.lock_wanted)
        self._enable_buttons()

    def _build(self, notices: Sequence[Notice], now: datetime) -> None:
        px = theme().px
        content = QWidget(self)
        content.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(content)
        column.setSpacing(px(12))
        title = QLabel(QCoreApplication.translate("Notices", "Before you go on"), content)
        title.setProperty("role", "title")
        column.addStretch(1)
        column.addWidget(title)
        for notice in notices:
            is_about_log = notice.code.startswith("log.")
            banner_kind = "error" if is_about_log else "warn"
            column.addWidget(Banner(banner_kind, content, "", notice.sentence))
            text = self._confirmation_text(notice.code, now)
            if text:
                check_box = QCheckBox(text, content)
                check_box.setObjectName(f"confirm_{notice.code}")
                check_box.toggled.connect(self._enable_buttons)
                self.check_boxes.append(check_box)
                column.addWidget(check_box)
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
        row.addWidget(content)
        row.addStretch(1)

    def _confirmation_text(self, code: str, now: datetime) -> str:
        if code.startswith(CLOCK_PREFIX):
            text = QCoreApplication.translate(
                "Notices", "It is now {moment}: date and time are right"
            )
            return text.format(
                moment=f"{display_format.time_of_day(now)}, {display_format.long_day(now.date())}"
            )
        if code.startswith("log."):
            return QCoreApplication.translate("Notices", "I have told the board head")
        return ""

    @Slot()
    def _enable_buttons(self) -> None:
        is_confirmed = all(box.isChecked() for box in self.check_boxes)
        self.continue_button.setEnabled(is_confirmed)
        self.sheets_button.setEnabled(is_confirmed)

    def on_entered(self) -> None:
        first_widget = self.check_boxes[0] if self.check_boxes else self.continue_button
        first_widget.setFocus(Qt.FocusReason.OtherFocusReason)
