"""The two registers in question, side by side: this machine's and the backup's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.clock import VIETNAM
from ui.appearance import display_format as shown
from ui.appearance import icons
from ui.appearance.display_format import TagKind
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.tag import Tag

if TYPE_CHECKING:
    from reception.domain.log_checkpoint import LogCheckpoint
    from reception.services.backup.known_backups import KnownBackup

translate = QCoreApplication.translate
_MIB = 1 << 20
_NAME = 24


class _Side(QWidget):
    def __init__(self, icon: str, color: str, parent: QWidget) -> None:
        super().__init__(parent)
        px = theme().px
        self._edge = "border"
        sign = QLabel(self)
        sign.setPixmap(icons.pixmap(icon, color, px(20), self.devicePixelRatioF()))
        self.title = QLabel(self)
        self.title.setProperty("role", "subheading")
        self.words = QLabel(self)
        self.words.setProperty("role", "hint")
        self.words.setWordWrap(True)
        self.tag = Tag("", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(10), px(16), px(10))
        row.setSpacing(px(14))
        row.addWidget(sign)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(self.title)
        column.addWidget(self.words)
        row.addLayout(column, 1)
        row.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_edge(self, edge: str) -> None:
        self._edge = edge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.box(painter, self.rect(), "surface", self._edge, 6)


class RegisterSummaries(QWidget):
    """``Sides(machine, anchor, parent)``; ``show_backup(backup)``, ``show_tried(bool)``."""

    def __init__(self, machine: str, anchor: LogCheckpoint | None, parent: QWidget) -> None:
        """Show this machine's side; the backup's is empty."""
        super().__init__(parent)
        px = theme().px
        self.present = _Side("monitor", "text2", self)
        self.backup = _Side("hard-drive", "accent", self)
        self.backup.set_edge("accent")
        arrow = QLabel(self)
        arrow.setPixmap(icons.pixmap("chevron-left", "text2", px(20), self.devicePixelRatioF()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self.present, 1)
        row.addWidget(arrow)
        row.addWidget(self.backup, 1)
        self.present.title.setText(translate("Restore", "The register on this machine"))
        self.present.tag.set_tag(translate("Restore", "Kept beside"), TagKind.NEUTRAL)
        self._say_present(machine, anchor)

    def _say_present(self, machine: str, anchor: LogCheckpoint | None) -> None:
        parts = [translate("Restore", "Machine {name}").format(name=machine)] if machine else []
        if anchor is None:
            parts.append(translate("Restore", "no entry remembered"))
        else:
            words = translate("Restore", "last entry {seq}, {moment}")
            parts.append(words.format(seq=shown.number(anchor.seq), moment=shown.moment(anchor.at)))
        self.present.words.setText(", ".join(parts))

    def show_backup(self, backup: KnownBackup | None) -> None:
        """Show which backup is meant."""
        self.backup.tag.setVisible(backup is not None)
        if backup is None:
            self.backup.title.setText(translate("Restore", "No backup found"))
            self.backup.words.setText(
                translate("Restore", "Plug the stick in and come back, or choose its folder.")
            )
            return
        self.backup.title.setText(translate("Restore", "Backup {moment}").format(moment=of(backup)))
        words = translate("Restore", "{place}, last entry {seq}, {size} MB")
        self.backup.words.setText(
            words.format(
                place=where(backup),
                seq=shown.number(backup.manifest.seq),
                size=shown.decimal(backup.size / _MIB),
            )
        )
        self.show_tried(False)

    def show_tried(self, good: bool) -> None:
        """Say whether the backup was opened."""
        if good:
            self.backup.tag.set_tag(translate("Restore", "Opened and checked"), TagKind.VERIFIED)
        else:
            self.backup.tag.set_tag(translate("Restore", "Not opened yet"), TagKind.NEUTRAL)


def of(backup: KnownBackup) -> str:
    """Return day and hour of a backup: ``19/11/2026 07:30``."""
    at = backup.manifest.made_at.astimezone(VIETNAM)
    return f"{shown.day(at.date())} {shown.hour(at)}"


def where(backup: KnownBackup) -> str:
    """Return where a backup lies, short enough for a line: ``USB LUU-A`` or the folder's name."""
    name = backup.place if backup.place.startswith("USB ") else Path(backup.place).name
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
