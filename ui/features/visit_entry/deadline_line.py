"""The line below an outcome: an icon, the day of the deadline, and how it was counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.appearance.theme import theme
from ui.widgets.icon_line import IconLine


class DeadlineLine(QWidget):
    """An icon and a text that may wrap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        px = theme().px
        self.icon = IconLine("calendar-clock", "", self, "info")
        self.icon.setFixedWidth(px(17))
        self.label = QLabel(self)
        self.label.setProperty("role", "secondary")
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(7))
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def show_deadline(self, due_day: str, details: str) -> None:
        """Show the day (rich text) and the details; two empty texts hide the icon."""
        self.label.setText(f"{due_day} {details}".strip())
        self.icon.setVisible(bool(due_day or details))
