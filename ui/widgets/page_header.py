"""The fixed header of a page: title, grey subtitle, buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.appearance.theme import theme

HEADER_HEIGHT = 56


class PageHeader(QWidget):
    """In a narrow window the subtitle is shortened; title and buttons keep their size."""

    def __init__(self, title: str, parent: QWidget | None = None, subtitle: str = "") -> None:
        super().__init__(parent)
        self._hidden_title: str | None = None
        self._title = QLabel(title, self)
        self._title.setProperty("role", "title")
        self._subtitle = _ShorteningLabel(subtitle, self)
        self._subtitle.setProperty("role", "hint")
        self._subtitle.setProperty("elides", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(20), 0, theme().px(20), 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self._title)
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._subtitle, 1)
        self._row = row
        self.setFixedHeight(theme().px(HEADER_HEIGHT))

    def set_title(self, text: str) -> None:
        self._title.setText(text)
        self._title.setVisible(text != self._hidden_title)

    def hide_title(self, text: str) -> None:
        """Do not show this title, because the widget before it shows the same text."""
        self._hidden_title = text
        self.set_title(self._title.text())

    def set_subtitle(self, text: str) -> None:
        """Set the grey text after the title."""
        self._subtitle.setText(text)

    def subtitle(self) -> str:
        return self._subtitle.text()

    def add_at_right(self, widget: QWidget) -> None:
        """Add a widget at the right end of the header."""
        self._row.addWidget(widget)

    def add_before_title(self, widget: QWidget) -> None:
        """Add a widget before the title, e.g. to go back."""
        self._row.insertWidget(0, widget)


class _ShorteningLabel(QLabel):
    """Grey text, shortened by "…" to the available width."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text that fits; a screen reader gets the whole text."""
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(self.palette().color(self.foregroundRole()))
            fitting = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, self.width()
            )
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, fitting)
