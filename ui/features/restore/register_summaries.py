"""Summaries of the present register and of the backup, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.clock import local_day
from ui.appearance import display_format, icons
from ui.appearance.display_format import TagKind
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.tag import Tag

if TYPE_CHECKING:
    from reception.domain.log_checkpoint import LogCheckpoint
    from reception.services.backup.known_backups import KnownBackup

translate = QCoreApplication.translate
_MIB = 1 << 20
_MAX_LOCATION_LENGTH = 24


class _Summary(QWidget):
    """A frame with icon, title, details and a tag."""

    def __init__(self, icon: str, color: str, parent: QWidget) -> None:
        super().__init__(parent)
        px = theme().px
        self._border_color = "border"
        icon_label = QLabel(self)
        icon_label.setPixmap(icons.pixmap(icon, color, px(20), self.devicePixelRatioF()))
        self.title = QLabel(self)
        self.title.setProperty("role", "subheading")
        self.details = QLabel(self)
        self.details.setProperty("role", "hint")
        self.details.setWordWrap(True)
        self.tag = Tag("", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(10), px(16), px(10))
        row.setSpacing(px(14))
        row.addWidget(icon_label)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(self.title)
        column.addWidget(self.details)
        row.addLayout(column, 1)
        row.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_border_color(self, color: str) -> None:
        self._border_color = color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.draw_box(painter, self.rect(), "surface", self._border_color, 6)


class RegisterSummaries(QWidget):
    def __init__(self, machine: str, checkpoint: LogCheckpoint | None, parent: QWidget) -> None:
        """``checkpoint`` is the last log entry that this machine recorded, None without one."""
        super().__init__(parent)
        px = theme().px
        self.present = _Summary("monitor", "text2", self)
        self.backup = _Summary("hard-drive", "accent", self)
        self.backup.set_border_color("accent")
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
        self._show_present(machine, checkpoint)

    def _show_present(self, machine: str, checkpoint: LogCheckpoint | None) -> None:
        parts = [translate("Restore", "Machine {name}").format(name=machine)] if machine else []
        if checkpoint is None:
            parts.append(translate("Restore", "no entry recorded"))
        else:
            template = translate("Restore", "last entry {seq}, {moment}")
            moment = display_format.day(checkpoint.day)
            parts.append(template.format(seq=display_format.number(checkpoint.seq), moment=moment))
        self.present.details.setText(", ".join(parts))

    def show_backup(self, backup: KnownBackup | None) -> None:
        """Show the chosen backup as not opened; None if there is none."""
        self.backup.tag.setVisible(backup is not None)
        if backup is None:
            self.backup.title.setText(translate("Restore", "No backup found"))
            self.backup.details.setText(
                translate("Restore", "Plug the stick in and come back, or choose its folder.")
            )
            return
        title = translate("Restore", "Backup {moment}")
        self.backup.title.setText(title.format(moment=backup_moment(backup)))
        template = translate("Restore", "{place}, last entry {seq}, {size} MB")
        self.backup.details.setText(
            template.format(
                place=short_location(backup),
                seq=display_format.number(backup.manifest.seq),
                size=display_format.decimal(backup.size / _MIB),
            )
        )
        self.show_opened(False)

    def show_opened(self, is_open: bool) -> None:
        """Show whether the backup was opened and checked."""
        if is_open:
            self.backup.tag.set_tag(translate("Restore", "Opened and checked"), TagKind.VERIFIED)
        else:
            self.backup.tag.set_tag(translate("Restore", "Not opened yet"), TagKind.NEUTRAL)


def backup_moment(backup: KnownBackup) -> str:
    """Return the day in Vietnam, e.g. ``19/11/2026``; the number of the last entry tells more."""
    return display_format.day(local_day(backup.manifest.made_at))


def short_location(backup: KnownBackup) -> str:
    """Return the stick, like ``USB LUU-A``, or the name of the folder; at most 24 characters."""
    name = (
        backup.location_name
        if backup.location_name.startswith("USB ")
        else Path(backup.location_name).name
    )
    return name if len(name) <= _MAX_LOCATION_LENGTH else f"{name[: _MAX_LOCATION_LENGTH - 1]}…"
