"""The last entry of the log as this machine remembers it: whoever opens can compare."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.log_checkpoint import LogCheckpoint
from ui.appearance import display_format as shown
from ui.appearance import icons
from ui.appearance.theme import theme


def how_locked(reason: str) -> str:
    """Return the words for why the last session ended; "" when nothing was said."""
    return {
        "idle": QCoreApplication.translate("Unlock", "locked by itself"),
        "key": QCoreApplication.translate("Unlock", "locked by key"),
        "screen": QCoreApplication.translate("Unlock", "locked with the screen"),
        "restore": QCoreApplication.translate("Unlock", "locked to restore a backup"),
        "sleep": QCoreApplication.translate("Unlock", "locked before sleep"),
    }.get(reason, "")


def when(at: datetime, now: datetime) -> str:
    """Return "hôm nay 11:30", "hôm qua 16:40" or "12/11/2026 16:40"."""
    local, here = at.astimezone(shown.VIETNAM).date(), now.astimezone(shown.VIETNAM).date()
    if local == here:
        day = QCoreApplication.translate("Unlock", "today")
    elif local == here - timedelta(days=1):
        day = QCoreApplication.translate("Unlock", "yesterday")
    else:
        day = shown.day(local)
    return f"{day} {shown.hour(at)}"


def facts_of(checkpoint: LogCheckpoint, now: datetime, reason: str) -> str:
    """Return number, time, why it was locked, and the person, whose name stays on one line."""
    name = checkpoint.name.replace(" ", "\u00a0")
    parts = [shown.number(checkpoint.seq), when(checkpoint.at, now), how_locked(reason), name]
    return ", ".join(part for part in parts if part)


class LastLogEntry(QFrame):
    """``LastLogEntry(checkpoint, now, reason, parent)``: short after a lock, else with its mark."""

    def __init__(
        self,
        checkpoint: LogCheckpoint | None,
        now: datetime,
        reason: str,
        parent: QWidget | None = None,
    ) -> None:
        """Say the last entry, or that this machine knows none."""
        super().__init__(parent)
        self.setProperty("pane", True)
        px = theme().px
        row = QHBoxLayout(self)
        tall = checkpoint is not None and not reason
        row.setContentsMargins(px(14), px(11 if tall else 7), px(14), px(11 if tall else 7))
        row.setSpacing(px(9))
        sign = QLabel(self)
        sign.setPixmap(icons.pixmap("history", "accent", px(16), self.devicePixelRatioF()))
        sign.setContentsMargins(0, px(2), 0, 0)
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(sign)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        row.addLayout(column, 1)
        self.line = QLabel(self)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setWordWrap(True)
        self.line.setProperty("role", "strong")
        column.addWidget(self.line)
        if checkpoint is None:
            self.line.setText(
                QCoreApplication.translate("Unlock", "This machine has not opened it before.")
            )
            return
        text = QCoreApplication.translate("Unlock", "Last time: {facts}")
        self.line.setText(text.format(facts=facts_of(checkpoint, now, reason)))
        if tall:
            column.addWidget(self._advice(checkpoint))

    def _advice(self, checkpoint: LogCheckpoint) -> QLabel:
        text = QCoreApplication.translate(
            "Unlock",
            "If that is not as you remember, do not open; tell the board head.\n"
            "Last mark {mark}, as kept on this machine.",
        )
        advice = QLabel(text.format(mark=checkpoint.mark), self)
        advice.setProperty("role", "secondary")
        advice.setWordWrap(True)
        return advice
