"""One line of text, with a state shown by its outline and an icon."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets.input_method_commit import commit_composition

_SIGNS = {
    "error": ("circle-alert", "danger"),
    "warning": ("triangle-alert", "warn"),
    "valid": ("circle-check", "ok"),
}
ICON = 16


class TextField(QLineEdit):
    """``TextField(parent)``: never changes what is being typed.

    ``value()`` commits the word being composed and returns the text;
    ``set_state("error" | "warning" | "valid" | "")``; ``left`` fires when the focus leaves.
    ``set_icon("search")`` puts an icon at the left.
    """

    left = Signal()
    _composing, _state, _icon = "", "", ""
    _margin_right = 0
    _behind = 0  # letters behind the cursor when the field was left

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)

    def value(self) -> str:
        """Return the text with the last composed word in it."""
        if self._composing:
            commit_composition()
        return self.text()

    def composing(self) -> str:
        """Return the word under composition."""
        return self._composing

    def state(self) -> str:
        """Return "error", "warning", "valid" or ""."""
        return self._state

    def set_state(self, state: str) -> None:
        """Show a state by outline and icon."""
        self._state = state
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)
        self._lay_margins()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Put an icon at the left end."""
        self._icon = icon
        self._lay_margins()

    def reserve_right(self, width: int) -> None:
        """Keep room at the right end for something a subclass puts there."""
        self._margin_right = width
        self._lay_margins()

    def _lay_margins(self) -> None:
        side = theme().px(ICON + 6)
        left = side + 2 if self._icon else 0
        right = self._margin_right or (side if self._state else 0)
        self.setTextMargins(left, 0, right, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then its icons."""
        super().paintEvent(event)
        if not self._icon and self._state not in _SIGNS:
            return
        side, pad = theme().px(ICON), theme().px(10)
        with QPainter(self) as painter:
            if self._icon:
                icons.paint(painter, QRect(pad, 0, side, self.height()), self._icon, "text2")
            if self._state in _SIGNS and not self._margin_right:
                name, color = _SIGNS[self._state]
                place = QRect(self.width() - pad - side, 0, side, self.height())
                icons.paint(painter, place, name, color)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember the word under composition."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit the word before the field is left."""
        if self._composing:
            self._keep_word()
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._behind = len(self.text()) - self.cursorPosition()
            self.setCursorPosition(0)  # a long text is read from its beginning
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go on typing where it was left, after a dialog or another window."""
        super().focusInEvent(event)
        back = (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() in back:
            self.setCursorPosition(len(self.text()) - self._behind)

    def _keep_word(self) -> None:
        word = QInputMethodEvent("", [])
        word.setCommitString(self._composing)
        self.inputMethodEvent(word)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the margins in step with the scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lay_margins()
