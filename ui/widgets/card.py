"""A section of a page with a title; its outline is coloured while the focus is inside."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting


class NumberSquare(painting.PaintedWidget):
    """The number in front of a section's title."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._active = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(str(number))

    def set_active(self, active: bool) -> None:
        """Fill with the accent colour while the focus is in the section."""
        self._active = active
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(20), theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            fill, edge = ("accent", "accent") if self._active else ("sunken", "borderStrong")
            painting.draw_box(painter, self.rect(), fill, edge)
            color = "onAccent" if self._active else "text2"
            center = Qt.AlignmentFlag.AlignHCenter
            painting.draw_text(
                painter, self.rect(), str(self._number), theme().font("strong"), color, center
            )


class Card(QWidget):
    """The content is added to ``card.body`` (QVBoxLayout).

    ``focus_gained`` and ``focus_lost`` when the focus enters or leaves the card (also to another
    window); the outline changes with them, unless ``set_follows_focus(False)`` was called.
    """

    focus_gained = Signal()
    focus_lost = Signal()

    def __init__(
        self, title: str, parent: QWidget | None = None, number: int | None = None
    ) -> None:
        """Without a title the card has no header; ``number`` is shown before the title."""
        super().__init__(parent)
        self._active = False
        self._follows_focus = True
        self._title = QLabel(title, self)
        self._title.setProperty("role", "subheading")
        self._subtitle = QLabel("", self)
        self._subtitle.setProperty("role", "hint")
        self._number = NumberSquare(number, self) if number is not None else None
        self._build(title)
        self.setAccessibleName(title)
        QApplication.instance().focusChanged.connect(self._update_active)  # type: ignore[union-attr]  # no widget without an application

    def _build(self, title: str) -> None:
        column = QVBoxLayout(self)
        px = theme().px
        column.setContentsMargins(px(15), px(5), px(15), px(12))
        column.setSpacing(px(8))
        self._header = QHBoxLayout()
        self._header.setSpacing(px(10))
        self._header.addStrut(px(28))
        if self._number is not None:
            self._header.addWidget(self._number)
        self._header.addWidget(self._title)
        self._header.addWidget(self._subtitle)
        self._header.addStretch(1)
        self._title.setVisible(bool(title))
        self._subtitle.hide()
        column.addLayout(self._header)
        self.body = QVBoxLayout()
        self.body.setSpacing(px(8))
        column.addLayout(self.body, 1)

    def set_title(self, text: str) -> None:
        self._title.setText(text)
        self._title.setVisible(bool(text))
        self.setAccessibleName(text)

    def set_subtitle(self, text: str) -> None:
        """Set the grey text after the title, e.g. "7 trang"."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def add_before_title(self, widget: QWidget) -> None:
        """Add a widget to the header before the title."""
        self._header.insertWidget(self._header.indexOf(self._title), widget)

    def add_at_right(self, widget: QWidget) -> None:
        """Add a widget at the right end of the header."""
        self._header.addWidget(widget)

    def set_follows_focus(self, follows: bool) -> None:
        """Set whether outline and signals follow the focus."""
        self._follows_focus = follows

    @property
    def active(self) -> bool:
        """True while the focus is inside."""
        return self._active

    def set_active(self, active: bool) -> None:
        """Show or hide the outline of the section with the focus."""
        if active == self._active:
            return
        self._active = active
        if self._number is not None:
            self._number.set_active(active)
        self.update()
        (self.focus_gained if active else self.focus_lost).emit()

    @Slot("QWidget*", "QWidget*")
    def _update_active(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._follows_focus:
            self.set_active(new is not None and _is_inside(new, self))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            edge = "accent" if self._active else "border"
            painting.draw_box(painter, self.rect(), "surface", edge, 6)


def _is_inside(widget: QWidget, container: QWidget) -> bool:
    # Not by isAncestorOf, which stops at windows: an opened list is a window.
    ancestor: QWidget | None = widget
    while ancestor is not None and ancestor is not container:
        ancestor = ancestor.parentWidget()
    return ancestor is container
