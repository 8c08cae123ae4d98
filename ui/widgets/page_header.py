"""The fixed header of a page: title, grey words, buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.appearance.theme import theme

HEADER = 56


class PageHeader(QWidget):
    """``PageHeader(title, parent, subtitle="")``; ``set_title``, ``set_subtitle``, ``add_side``.

    ``add_lead(widget)`` puts a way back in front of the title.
    """

    def __init__(self, title: str, parent: QWidget | None = None, subtitle: str = "") -> None:
        """Make a header of fixed height."""
        super().__init__(parent)
        self._unsaid: str | None = None
        self._title = QLabel(title, self)
        self._title.setProperty("role", "title")
        self._subtitle = _Yielding(subtitle, self)
        self._subtitle.setProperty("role", "hint")
        self._subtitle.setProperty("elides", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(20), 0, theme().px(20), 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self._title)
        # The grey words take what is left and are the first to give way.
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._subtitle, 1)
        self._row = row
        self.setFixedHeight(theme().px(HEADER))

    def set_title(self, text: str) -> None:
        """Change the title."""
        self._title.setText(text)
        self._title.setVisible(text != self._unsaid)

    def leave_out(self, text: str) -> None:
        """Do not show a title that says no more than the words in front of it."""
        self._unsaid = text
        self.set_title(self._title.text())

    def set_subtitle(self, text: str) -> None:
        """Change the grey words after the title."""
        self._subtitle.setText(text)

    def subtitle(self) -> str:
        """Return the grey words."""
        return self._subtitle.text()

    def add_side(self, widget: QWidget) -> None:
        """Add a widget at the right end."""
        self._row.addWidget(widget)

    def add_lead(self, widget: QWidget) -> None:
        """Put a widget in front of the title."""
        self._row.insertWidget(0, widget)


class _Yielding(QLabel):
    """Grey words that end in "…" where there is no room for all of them."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits; a screen reader still gets the whole text."""
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(self.palette().color(self.foregroundRole()))
            shown = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, self.width()
            )
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
