"""Card with the consequences of a change: lines with icon, text, and a note at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets.clear_layout import clear_layout

ConsequenceLine = tuple[str, str, str]  # icon, text, note


class ConsequenceList(QFrame):
    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lines: list[ConsequenceLine] = []
        self._column = QVBoxLayout(self)
        px = theme().px
        self._column.setContentsMargins(px(14), px(10), px(14), px(6))
        self._column.setSpacing(0)
        heading = QLabel(title, self)
        heading.setProperty("role", "strong")
        heading.setContentsMargins(0, 0, 0, px(6))
        self._column.addWidget(heading)

    def texts(self) -> list[str]:
        """Return the text of every line, with its note."""
        return [" ".join(part for part in line[1:] if part) for line in self._lines]

    def show_lines(self, lines: Sequence[ConsequenceLine]) -> None:
        if list(lines) == self._lines:
            return
        self._lines = list(lines)
        clear_layout(self._column, keep_first=1)
        for line in self._lines:
            separator = QFrame(self)
            separator.setProperty("line", True)
            line_widget = self._line_widget(*line)
            for widget in (separator, line_widget):
                self._column.addWidget(widget)
                widget.setVisible(True)

    def _line_widget(self, icon: str, text: str, note: str) -> QWidget:
        px = theme().px
        widget = QWidget(self)
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(8))
        icon_label = QLabel(widget)
        icon_label.setPixmap(icons.pixmap(icon, "text2", px(15), self.devicePixelRatioF()))
        row.addWidget(icon_label, 0, Qt.AlignmentFlag.AlignTop)
        for label_text, role, stretch in ((text, "", 1), (note, "hint", 0)):
            label = QLabel(label_text, widget)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(not role)
            if role:
                label.setProperty("role", role)
            row.addWidget(label, stretch, Qt.AlignmentFlag.AlignTop)
        return widget
