"""Base class of all dialogs: a panel above the darkened window, with a button to cancel."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting, tab_order
from ui.widgets.dialog_panel import DialogPanel
from ui.widgets.icon_line import IconLine
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import FittingPane

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_FOCUS_RING_MARGIN = 4  # at the left and right of the body
_TAB_FOCUS = Qt.FocusPolicy.TabFocus


class Dialog(QWidget):
    """Covers the content of ``parent.window()``; the content is added to ``dialog.body``.

    ``open()`` shows it and takes the focus. Esc calls ``reject()``; Enter and Ctrl+Enter press
    the primary button when it is enabled. ``accepted`` or ``rejected``, then ``closed``; the
    focus returns to the widget that had it before.
    """

    accepted = Signal()
    rejected = Signal()
    closed = Signal()

    def __init__(self, title: str, parent: QWidget, width: int = 680) -> None:
        super().__init__(_content_of(parent))
        self._width = width
        self._previous_focus: QWidget | None = None
        self._primary: PushButton | None = None
        self._panel = DialogPanel(self)
        self._icon = QLabel(self._panel)
        self._icon.hide()
        self._title = QLabel(title, self._panel)
        self._title.setProperty("role", "heading")
        self._subtitle = QLabel("", self._panel)
        self._subtitle.setProperty("role", "hint")
        self._subtitle.hide()
        self.setAccessibleName(title)
        self._build()
        self.hide()

    def _build(self) -> None:
        px = theme().px
        self._header = QHBoxLayout()
        self._header.setSpacing(px(10))
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._title)
        titles.addWidget(self._subtitle)
        self._header.addWidget(self._icon)
        self._header.addLayout(titles)
        self._header.addStretch(1)
        self._header.setContentsMargins(px(_FOCUS_RING_MARGIN), 0, px(_FOCUS_RING_MARGIN), 0)
        self._pane = FittingPane(self._panel)
        self.body = QVBoxLayout(self._pane.page)
        self.body.setContentsMargins(px(_FOCUS_RING_MARGIN), px(2), px(_FOCUS_RING_MARGIN), px(2))
        self.body.setSpacing(px(10))
        inner = QVBoxLayout()
        inner.setContentsMargins(
            px(20 - _FOCUS_RING_MARGIN), px(18), px(20 - _FOCUS_RING_MARGIN), px(14)
        )
        inner.setSpacing(px(12))
        inner.addLayout(self._header)
        inner.addWidget(self._pane, 1)
        self._footer = QWidget(self._panel)
        self._footer.hide()
        self._footer_row = QHBoxLayout(self._footer)
        self._footer_row.setContentsMargins(px(20), px(11), px(20), px(11))
        self._footer_row.setSpacing(px(8))
        self._footer_row.addStretch(1)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(self._footer)
        self._panel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)

    def set_title(self, text: str) -> None:
        self._title.setText(text)
        self.setAccessibleName(text)

    def set_subtitle(self, text: str) -> None:
        """Set the grey text under the title."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def set_icon(self, name: str, color: str = "seal") -> None:
        """Put an icon before the title."""
        side = theme().px(28)
        self._icon.setPixmap(icons.pixmap(name, color, side, self.devicePixelRatioF()))
        self._icon.show()

    def add_header_right(self, widget: QWidget) -> None:
        """Add a widget at the right of the title, e.g. a SealChip."""
        self._header.addWidget(widget)

    def add_note(self, icon: str, text: str) -> IconLine:
        """Add a line at the left of the footer."""
        note = IconLine(icon, text, self._footer)
        self._footer_row.insertWidget(0, note)
        self._footer.show()
        return note

    def add_button(self, button: PushButton) -> None:
        """Add a button at the right of the footer."""
        button.setParent(self._footer)
        self._footer_row.addWidget(button)
        self._footer.show()

    def set_primary(self, button: PushButton) -> None:
        """Add the button that Enter presses; a click calls ``accept``."""
        self._primary = button
        button.clicked.connect(self.accept)
        self.add_button(button)

    def set_leave_button(self, button: PushButton) -> None:
        """Add the button that cancels the dialog; a click calls ``reject``, as Esc does."""
        button.clicked.connect(self.reject)
        self.add_button(button)

    def set_valid(self, valid: bool) -> None:
        """Enable the primary button only when the input is valid."""
        if self._primary is not None:
            self._primary.setEnabled(valid)

    def open(self) -> None:
        """Show the dialog and put the focus into its first field."""
        self._previous_focus = QApplication.focusWidget()
        parent = self.parentWidget()
        if parent is not None:
            parent.installEventFilter(self)
        self.show_again()

    @Slot()
    def accept(self) -> None:
        """Close with ``accepted``; subclasses override it to do their work first."""
        self.finish(True)

    @Slot()
    def reject(self) -> None:
        """Close with ``rejected``."""
        self.finish(False)

    def hide_temporarily(self) -> None:
        """Hide while another dialog is shown; ``show_again`` must be called afterwards."""
        self._clear_focus()
        self.hide()

    def show_again(self) -> None:
        """Show the dialog, with the focus inside."""
        self._fit()
        self.show()
        self.raise_()
        stops = tab_order.tab_stops(self)
        if stops and not any(stop.hasFocus() for stop in stops):
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, accepted: bool) -> None:
        """Close, restore the focus and emit the signals."""
        commit_composition()
        self._clear_focus()
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.removeEventFilter(self)
        self._restore_focus()
        (self.accepted if accepted else self.rejected).emit()
        self.closed.emit()

    def _restore_focus(self) -> None:
        """Set the focus where it was before, or on a sibling if that widget is now hidden."""
        target = self._previous_focus
        if target is None or not shiboken6.isValid(target):
            return
        while target is not None and not target.isVisible():
            parent = target.parentWidget()
            children = parent.findChildren(QWidget) if parent is not None else []
            stops = [
                child
                for child in children
                if child.isVisible() and child.focusPolicy() & _TAB_FOCUS
            ]
            target = stops[0] if stops else parent
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_focus(self) -> None:
        """Clear the focus before the dialog is deleted.

        A widget deleted with the focus still calls its event filters while they are being
        deleted, which crashes PySide.
        """
        for widget in (QApplication.focusWidget(), self.focusWidget()):
            if widget is not None and (widget is self or self.isAncestorOf(widget)):
                widget.clearFocus()

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        margin = theme().px(24)
        width = min(theme().px(self._width), self.width() - 2 * margin)
        self._panel.footer_height = (
            0 if self._footer.isHidden() else (self._footer.sizeHint().height())
        )
        self._panel.setFixedWidth(width)
        layout = self._panel.layout()
        full_height = self._panel.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            full_height = layout.totalHeightForWidth(width)
        height = min(full_height, self.height() - 2 * margin)
        self._panel.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width, height
        )

    def refit(self) -> None:
        """Adapt the panel after its content has changed."""
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Adapt the panel when its content requires another size."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.theme_color("scrim"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc rejects; Enter presses the primary button, in a text area only with Ctrl."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif event.key() in _ENTER and (control or not _in_text_area()):
            commit_composition()
            if self._primary is not None and self._primary.isEnabled():
                self._primary.click()
        # No key event is passed on to the screen under the dialog.
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        tab_order.move_focus(self, next)
        return True


def _content_of(parent: QWidget) -> QWidget:
    window = parent.window()
    central = getattr(window, "centralWidget", None)
    content = central() if callable(central) else None
    return content if isinstance(content, QWidget) else window


def _in_text_area() -> bool:
    return isinstance(QApplication.focusWidget(), QPlainTextEdit)
