"""A numbered section of a page; its outline tells where the work is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting


class NumberSquare(painting.Painted):
    """The number in front of a section's title."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        """Show a number, grey."""
        super().__init__(parent)
        self._number = number
        self._active = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(str(number))

    def set_active(self, active: bool) -> None:
        """Fill with the accent while the work is here."""
        self._active = active
        self.update()

    def sizeHint(self) -> QSize:
        """Return 20 x 20."""
        return QSize(theme().px(20), theme().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the square."""
        with QPainter(self) as painter:
            fill, edge = ("accent", "accent") if self._active else ("sunken", "borderStrong")
            painting.box(painter, self.rect(), fill, edge)
            color = "onAccent" if self._active else "text2"
            center = Qt.AlignmentFlag.AlignHCenter
            painting.line(
                painter, self.rect(), str(self._number), theme().font("strong"), color, center
            )


class Card(QWidget):
    """``Card(title, parent, number=None)``; put content into ``card.body`` (QVBoxLayout).

    ``add_side(widget)`` at the right of the header, ``set_subtitle(text)``, ``set_title(text)``;
    ``entered`` and ``left`` fire as the focus comes and goes (also to another window), and the
    outline follows; ``set_follow(False)`` keeps it plain.
    """

    entered = Signal()
    left = Signal()

    def __init__(
        self, title: str, parent: QWidget | None = None, number: int | None = None
    ) -> None:
        """Make an empty card; no header without a title."""
        super().__init__(parent)
        self._active = False
        self._follow = True
        self._title = QLabel(title, self)
        self._title.setProperty("role", "subheading")
        self._subtitle = QLabel("", self)
        self._subtitle.setProperty("role", "hint")
        self._number = NumberSquare(number, self) if number is not None else None
        self._build(title)
        self.setAccessibleName(title)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]  # no widget without an application

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
        """Change the title."""
        self._title.setText(text)
        self._title.setVisible(bool(text))
        self.setAccessibleName(text)

    def set_subtitle(self, text: str) -> None:
        """Write grey after the title, e.g. "7 trang"."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def add_lead(self, widget: QWidget) -> None:
        """Add a widget to the header in the title's place, after those added before."""
        self._header.insertWidget(self._header.indexOf(self._title), widget)

    def add_side(self, widget: QWidget) -> None:
        """Add a widget at the right end of the header."""
        self._header.addWidget(widget)

    def set_follow(self, follow: bool) -> None:
        """Say whether outline and signals follow the focus."""
        self._follow = follow

    @property
    def active(self) -> bool:
        """Say whether the focus is inside."""
        return self._active

    def set_active(self, active: bool) -> None:
        """Show the outline of the section in work."""
        if active == self._active:
            return
        self._active = active
        if self._number is not None:
            self._number.set_active(active)
        self.update()
        (self.entered if active else self.left).emit()

    @Slot("QWidget*", "QWidget*")
    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._follow:
            self.set_active(new is not None and _inside(new, self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface and outline."""
        with QPainter(self) as painter:
            edge = "accent" if self._active else "border"
            painting.box(painter, self.rect(), "surface", edge, 6)


def _inside(widget: QWidget, holder: QWidget) -> bool:
    # By hand, because isAncestorOf stops at windows and an opened list is one.
    step: QWidget | None = widget
    while step is not None and step is not holder:
        step = step.parentWidget()
    return step is holder
