"""The last log entry that this machine knows; its author can recognise it as true."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.log_checkpoint import LogCheckpoint
from reception.domain.shown_times import OwnLogEntry
from ui.appearance import display_format, icons
from ui.appearance.theme import theme


def lock_reason_text(lock_reason: str) -> str:
    """Return why the last session ended; "" for an unknown reason."""
    return {
        "idle": QCoreApplication.translate("Unlock", "locked by itself"),
        "key": QCoreApplication.translate("Unlock", "locked by key"),
        "screen": QCoreApplication.translate("Unlock", "locked with the screen"),
        "restore": QCoreApplication.translate("Unlock", "locked to restore a backup"),
        "sleep": QCoreApplication.translate("Unlock", "locked before sleep"),
        "shut_out": QCoreApplication.translate("Unlock", "locked: account suspended"),
        "roster": QCoreApplication.translate("Unlock", "locked: does not match the roster"),
    }.get(lock_reason, "")


def lock_explanation(lock_reason: str) -> str:
    """Return what to do after the program has locked because of a refusal; "" otherwise."""
    return {
        "shut_out": QCoreApplication.translate(
            "Unlock",
            "The program has locked: this account was suspended or has a new password. Ask the "
            "board head.",
        ),
        "roster": QCoreApplication.translate(
            "Unlock",
            "The program has locked: people, rights or keys no longer match the roster that the "
            "board head signed. Nothing more was written. Tell the board head; receive people on "
            "paper meanwhile.",
        ),
    }.get(lock_reason, "")


def relative_day(day: date, now: datetime) -> str:
    """Return ``hôm nay``, ``hôm qua`` or ``12/11/2026``."""
    today = now.astimezone(display_format.VIETNAM).date()
    if day == today:
        return QCoreApplication.translate("Unlock", "today")
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("Unlock", "yesterday")
    return display_format.day(day)


def checkpoint_text(checkpoint: LogCheckpoint, now: datetime, lock_reason: str) -> str:
    """Return number, day, reason of the lock, and person; no line break inside the name."""
    name = checkpoint.name.replace(" ", "\u00a0")
    day = relative_day(checkpoint.day, now)
    parts = [display_format.number(checkpoint.seq), day, lock_reason_text(lock_reason), name]
    return ", ".join(part for part in parts if part)


def own_entry_text(entry: OwnLogEntry, now: datetime) -> str:
    """Return number and day of a person's own last entry; the head's also has the hour."""
    parts = [display_format.number(entry.seq), relative_day(entry.at.day, now)]
    if entry.at.time_of_day is not None:
        parts[1] = f"{parts[1]} {entry.at.time_of_day:%H:%M}"
    return ", ".join(parts)


class LastLogEntry(QFrame):
    """One line about the entry; at a program start also advice and the short hash of the entry.

    ``checkpoint`` is None on a machine that has not opened the office before; ``lock_reason`` is ""
    at a program start.
    """

    def __init__(
        self,
        checkpoint: LogCheckpoint | None,
        now: datetime,
        lock_reason: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        px = theme().px
        row = QHBoxLayout(self)
        with_advice = checkpoint is not None and not lock_reason
        margin = px(11 if with_advice else 7)
        row.setContentsMargins(px(14), margin, px(14), margin)
        row.setSpacing(px(9))
        icon = QLabel(self)
        icon.setPixmap(icons.pixmap("history", "accent", px(16), self.devicePixelRatioF()))
        icon.setContentsMargins(0, px(2), 0, 0)
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(icon)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        row.addLayout(column, 1)
        self.facts_label = QLabel(self)
        self.facts_label.setTextFormat(Qt.TextFormat.PlainText)
        self.facts_label.setWordWrap(True)
        self.facts_label.setProperty("role", "strong")
        column.addWidget(self.facts_label)
        if checkpoint is None:
            self.facts_label.setText(
                QCoreApplication.translate("Unlock", "This machine has not opened it before.")
            )
            return
        text = QCoreApplication.translate("Unlock", "Last time: {facts}")
        self.facts_label.setText(text.format(facts=checkpoint_text(checkpoint, now, lock_reason)))
        if with_advice:
            column.addWidget(self._advice_label(checkpoint))

    def _advice_label(self, checkpoint: LogCheckpoint) -> QLabel:
        text = QCoreApplication.translate(
            "Unlock",
            "If that is not as you remember, do not open; tell the board head.\n"
            "Last mark {mark}, as kept on this machine.",
        )
        advice = QLabel(text.format(mark=checkpoint.short_digest), self)
        advice.setProperty("role", "secondary")
        advice.setWordWrap(True)
        return advice
