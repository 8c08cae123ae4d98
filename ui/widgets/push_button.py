"""Button with text, an icon before it and its shortcut inside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting, shortcut_label
from ui.widgets.button_colours import ButtonColours, button_colours
from ui.widgets.focus_ring import FocusRing

SHORTCUTS_MIN_WIDTH = 1180  # in a narrower window the buttons do not show their shortcuts
ICON_SIZE = 16
GAP = 8  # between icon, text and shortcut
_SPINNER_STEP = 30  # degrees


class PushButton(QPushButton):
    """Kinds: primary, secondary, flat, plain, danger, seal, link. Enter presses it.

    ``set_busy("Saving…")`` shows a spinner and disables clicks until ``set_busy("")``.
    """

    # On the class, because Qt may call methods of a button whose Python attributes are deleted.
    _kind, _icon, _key, _busy = "secondary", "", "", ""
    _height, _angle = 32, 0
    _is_justified = False
    _ring: FocusRing | None = None

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        kind: str = "secondary",
        icon: str = "",
        key: str = "",
    ) -> None:
        """``icon`` is a name in resources/icons, ``key`` the text of the shortcut."""
        super().__init__(text, parent)
        self._kind, self._icon, self._key = kind, icon, key
        self._spinner_timer = QTimer(self)
        self._spinner_timer.setInterval(80)
        self._spinner_timer.timeout.connect(self._rotate)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)

    def set_height(self, height: int) -> None:
        """Set the height at scale 1.0: 32, 30 in dense forms, 28 small, 40 large."""
        self._height = height
        self.updateGeometry()

    def set_justified(self, is_justified: bool) -> None:
        """Place the text at the left end and the shortcut at the right end of a wide button."""
        self._is_justified = is_justified
        self.update()

    def set_kind(self, kind: str) -> None:
        self._kind = kind
        self.setProperty("kind", kind)
        self.update()

    def set_icon(self, icon: str) -> None:
        """Change the icon ("" for none)."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Change the shortcut that is shown ("" for none)."""
        self._key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def set_text(self, text: str) -> None:
        """Change the text and the accessible name."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_busy(self, text: str) -> None:
        """Show a spinner with ``text`` and ignore clicks; "" makes the button usable again."""
        self._busy = text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, bool(text))
        self.setAccessibleName(text or self.text())
        if text:
            self._spinner_timer.start()
        else:
            self._spinner_timer.stop()
        self.updateGeometry()
        self.update()

    @property
    def busy(self) -> bool:
        """True while the spinner is shown."""
        return bool(self._busy)

    @Slot()
    def _rotate(self) -> None:
        self._angle = (self._angle + _SPINNER_STEP) % 360
        self.update()

    def _visible_text(self) -> str:
        return self._busy or self.text()

    def _visible_key(self) -> str:
        is_narrow = 0 < self.window().width() < theme().px(SHORTCUTS_MIN_WIDTH)
        return "" if is_narrow and self.window() is not self else self._key

    def _font(self) -> QFont:
        is_strong = self._kind in ("primary", "seal", "flat", "link")
        return theme().font("strong" if is_strong else "label")

    def _padding(self) -> int:
        return 0 if self._kind == "link" else theme().px(12)

    def sizeHint(self) -> QSize:
        width = self._content_width() + 2 * self._padding()
        height = 28 if self._kind == "link" else self._height
        return QSize(max(width, theme().px(28)), theme().px(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _content_width(self) -> int:
        gap = theme().px(GAP)
        text = self._visible_text()
        font_role = "strong" if self._font().weight() >= QFont.Weight.DemiBold else "label"
        width = painting.text_width(text, font_role) if text else 0
        if self._icon or self._busy:
            width += theme().px(ICON_SIZE) + (gap if text else 0)
        if self._visible_key():
            width += shortcut_label.key_cap_width(self._visible_key()) + gap
        return width

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = button_colours(self._kind, self.isEnabled())
        fill = colours.fill
        if self.isEnabled() and not self._busy:
            fill = (
                colours.pressed if self.isDown() else colours.hover if self.underMouse() else fill
            )
        with QPainter(self) as painter:
            edge = colours.border
            if self._kind == "seal" and self.underMouse() and self.isEnabled():
                edge = "accent"
            if fill or edge:
                painting.draw_box(painter, self.rect(), fill, edge, 6)
            self._paint_content(painter, colours)

    def _paint_content(self, painter: QPainter, colours: ButtonColours) -> None:
        gap, icon_size, padding = theme().px(GAP), theme().px(ICON_SIZE), self._padding()
        free_width = self.width() - 2 * padding - self._content_width()
        x = padding if self._is_justified else padding + max(0, free_width // 2)
        if self._icon or self._busy:
            rect = QRect(x, (self.height() - icon_size) // 2, icon_size, icon_size)
            self._paint_icon(painter, rect, colours.text)
            x += icon_size + (gap if self._visible_text() else 0)
        key = self._visible_key()
        key_width = shortcut_label.key_cap_width(key) + gap if key else 0
        text_width = self.width() - x - padding - key_width
        font = self._font()
        if self._kind == "link":
            font.setWeight(QFont.Weight.DemiBold if self.underMouse() else QFont.Weight.Medium)
            font.setUnderline(self.hasFocus())
        text_rect = QRect(x, 0, text_width + 1, self.height())
        painting.draw_text(painter, text_rect, self._visible_text(), font, colours.text)
        if key:
            # Without justification half of the free width is at the right of the content.
            is_centred = not self._is_justified and free_width > 0
            right_margin = free_width - free_width // 2 if is_centred else 0
            self._paint_key(painter, key, self.width() - padding - right_margin, colours)

    def _paint_key(self, painter: QPainter, key: str, right: int, colours: ButtonColours) -> None:
        """Draw the shortcut so that it ends at the x coordinate ``right``."""
        width, height = shortcut_label.key_cap_width(key), theme().px(shortcut_label.HEIGHT)
        is_filled = self._kind in ("primary", "seal") and self.isEnabled()
        color = colours.text if is_filled else ""
        rect = QRect(right - width, (self.height() - height) // 2, width, height)
        shortcut_label.paint_key_cap(painter, rect, key, color, color)

    def _paint_icon(self, painter: QPainter, rect: QRect, color: str) -> None:
        if not self._busy:
            icons.paint(painter, rect, self._icon, color)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(painting.theme_color(color), 2))
        painter.drawArc(QRectF(rect).adjusted(2, 2, -2, -2), -self._angle * 16, 270 * 16)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if not self._busy:
                self.click()
            return
        if self._busy:
            event.ignore()  # Esc still closes the dialog
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Create the focus ring, which follows the button."""
        super().focusInEvent(event)
        if self._ring is None and self._kind != "link" and self.parentWidget() is not None:
            self._ring = FocusRing(self)
            self._ring.follow(self)

    def changeEvent(self, event: QEvent) -> None:
        """Update the size after a change of theme or scale."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)
