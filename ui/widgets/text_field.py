"""Input field for one line of text; its outline and an icon show the result of a check."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets.input_method_commit import commit_composition

_STATE_ICONS = {
    "error": ("circle-alert", "danger"),
    "warning": ("triangle-alert", "warn"),
    "valid": ("circle-check", "ok"),
}
_ICON_SIZE = 16


class TextField(QLineEdit):
    """A field that never changes its text while the user types.

    ``focus_lost`` when it loses the focus.
    """

    focus_lost = Signal()
    _composing, _state, _icon = "", "", ""
    _margin_right = 0
    _characters_after_cursor = 0  # when the field lost the focus

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def value(self) -> str:
        """Return the text, with the composed word committed."""
        if self._composing:
            commit_composition()
        return self.text()

    def composed_text(self) -> str:
        return self._composing

    def state(self) -> str:
        """Return "error", "warning", "valid" or ""."""
        return self._state

    def set_state(self, state: str) -> None:
        """Show "error", "warning", "valid" or "" by outline and icon."""
        self._state = state
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)
        self._set_margins()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Put an icon at the left end."""
        self._icon = icon
        self._set_margins()

    def reserve_right(self, width: int) -> None:
        """Reserve pixels at the right end for a widget of a subclass."""
        self._margin_right = width
        self._set_margins()

    def _set_margins(self) -> None:
        icon_width = theme().px(_ICON_SIZE + 6)
        left = icon_width + 2 if self._icon else 0
        right = self._margin_right or (icon_width if self._state else 0)
        self.setTextMargins(left, 0, right, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._icon and self._state not in _STATE_ICONS:
            return
        icon_size, padding = theme().px(_ICON_SIZE), theme().px(10)
        with QPainter(self) as painter:
            if self._icon:
                icons.paint(
                    painter, QRect(padding, 0, icon_size, self.height()), self._icon, "text2"
                )
            if self._state in _STATE_ICONS and not self._margin_right:
                name, color = _STATE_ICONS[self._state]
                rect = QRect(self.width() - padding - icon_size, 0, icon_size, self.height())
                icons.paint(painter, rect, name, color)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit the composed word before the field loses the focus."""
        if self._composing:
            self._commit_word()
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._characters_after_cursor = len(self.text()) - self.cursorPosition()
            self.setCursorPosition(0)  # to show the beginning of a long text
        self.focus_lost.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Restore the cursor after a dialog or another window."""
        super().focusInEvent(event)
        restoring_reasons = (
            Qt.FocusReason.OtherFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        )
        if event.reason() in restoring_reasons:
            self.setCursorPosition(len(self.text()) - self._characters_after_cursor)

    def _commit_word(self) -> None:
        word = QInputMethodEvent("", [])
        word.setCommitString(self._composing)
        self.inputMethodEvent(word)

    def changeEvent(self, event: QEvent) -> None:
        """Update the margins after a change of scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_margins()
