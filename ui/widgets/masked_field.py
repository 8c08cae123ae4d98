"""Fields that turn into hatching when the reporter's section is left."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStackedLayout,
    QWidget,
)

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting


class MaskedField(painting.Painted):
    """The hatch itself; ``wanted`` fires when it is clicked or gets the focus."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the cover."""
        super().__init__(parent)
        self._filled = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_filled(self, filled: bool) -> None:
        """Say whether something stands under the cover."""
        self._filled = filled
        self.update()

    def _words(self, room: int) -> str:
        if not self._filled:
            return QCoreApplication.translate("CoveredField", "Empty")
        long = QCoreApplication.translate("CoveredField", "Entered, covered")
        short = QCoreApplication.translate("CoveredField", "Covered")
        # A word cut short says less than the seal alone, which stands there in any case.
        fitting = (words for words in (long, short) if painting.width_of(words) <= room)
        return next(fitting, "")

    def sizeHint(self) -> QSize:
        """As high as the field under it is drawn."""
        return QSize(theme().px(80), theme().px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint hatching, glyph and words, the same for every name."""
        with QPainter(self) as painter:
            path = painting.box(painter, self.rect(), "sealSoft", "sealBorder")
            painting.hatch(painter, self.rect(), path)
            focus = self.hasFocus()
            painting.box(
                painter, self.rect(), "", "accent" if focus else "sealBorder", 4, 1 + focus
            )
            left, side = theme().px(9), theme().px(15)
            icons.paint(painter, QRect(left, 0, side, self.height()), "seal", "seal")
            left += side + theme().px(8)
            room = QRect(left, 0, self.width() - left - theme().px(4), self.height())
            painting.line(
                painter, room, self._words(room.width()), theme().font("label"), "sealText"
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask to see."""
        self.wanted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask to see when reached by key."""
        super().focusInEvent(event)
        if event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        ):
            self.wanted.emit()


class MaskableField(QWidget):
    """``MaskableField(field, parent)`` holds a field; ``cover()``, ``uncover()``, ``covered``.

    ``wanted`` fires when the person clicks or tabs into the covered field.
    """

    wanted = Signal(object)

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        """Put the field under a cover that is off."""
        super().__init__(parent)
        self.field = field
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._cover = MaskedField(self)
        self._stack.addWidget(field)
        self._stack.addWidget(self._cover)
        self._cover.wanted.connect(self._want)
        self.setFocusProxy(field)
        self.setSizePolicy(field.sizePolicy())

    @property
    def covered(self) -> bool:
        """Say whether the cover is on."""
        return self._stack.currentWidget() is self._cover

    def cover(self) -> None:
        """Put the cover on."""
        self._cover.set_filled(_filled(self.field))
        self._cover.setAccessibleName(self.field.accessibleName())
        self._cover.setAccessibleDescription(
            QCoreApplication.translate("CoveredField", "Entered, covered")
        )
        self.setFocusProxy(self._cover)
        self._stack.setCurrentWidget(self._cover)

    def uncover(self) -> None:
        """Take the cover off."""
        self.setFocusProxy(self.field)
        self._stack.setCurrentWidget(self.field)

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self)


class MaskGroup(QObject):
    """The fields of one section, covered and shown together.

    ``add(field) -> MaskableField``, ``cover()``, ``uncover()``, ``covered``;
    ``set_active(False)`` (F8 off) shows all and never covers; ``changed`` after each turn.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with no fields, shown."""
        super().__init__(parent)
        self._fields: list[MaskableField] = []
        self._covered = False
        self._active = True
        self._turning = False

    @property
    def covered(self) -> bool:
        """Say whether the section is covered."""
        return self._covered

    @property
    def active(self) -> bool:
        """Say whether leaving the section covers it."""
        return self._active

    def add(self, field: QWidget, parent: QWidget | None = None) -> MaskableField:
        """Wrap a field; put the returned widget into the layout."""
        holder = MaskableField(field, parent or field.parentWidget())
        holder.wanted.connect(self._show_and_enter)
        self._fields.append(holder)
        return holder

    def set_active(self, active: bool) -> None:
        """Turn covering on leaving on or off."""
        self._active = active
        if not active:
            self.uncover()

    @Slot()
    def cover(self) -> None:
        """Cover every field at once."""
        if self._active:
            self._turn(True)

    @Slot()
    def uncover(self) -> None:
        """Show every field again."""
        self._turn(False)

    def _turn(self, covered: bool) -> None:
        # Turning a field moves the focus, and the focus asks for a turn: a second turn inside the
        # first would tell the listeners in the wrong order, and they hold the texts meanwhile.
        if self._turning or covered == self._covered:
            return
        self._turning = True
        self._covered = covered
        for field in self._fields:
            if covered:
                field.cover()
            else:
                field.uncover()
        self.changed.emit(covered)
        self._turning = False

    @Slot(object)
    def _show_and_enter(self, holder: MaskableField) -> None:
        self.uncover()
        holder.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _filled(field: QWidget) -> bool:
    if isinstance(field, QLineEdit):
        return bool(field.text())
    if isinstance(field, QPlainTextEdit):
        return not field.document().isEmpty()
    if isinstance(field, QComboBox):
        return bool(field.currentText())
    return True
