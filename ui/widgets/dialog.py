"""Base class of the dialogs: a panel above the darkened window."""

from __future__ import annotations

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
from ui.widgets.saved_focus import SavedFocus, clear_focus_inside
from ui.widgets.scroll_pane import FittingPane
from ui.widgets.window_content import content_of_window

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_FOCUS_RING_MARGIN = 4  # at the left and right of the body


class Dialog(QWidget):
    """Covers the content of ``parent.window()``; the content is added to ``dialog.body``.

    ``open()`` shows it and takes the focus. Esc calls ``reject()``; Enter and Ctrl+Enter press
    the primary button when it is enabled. When the dialog is closed, the focus returns to the
    widget that had it before; then ``accepted`` or ``rejected`` is emitted, and ``closed``.
    """

    accepted = Signal()
    rejected = Signal()
    closed = Signal()

    def __init__(self, title: str, parent: QWidget, width: int = 680) -> None:
        super().__init__(content_of_window(parent))
        self._width = width
        self._saved_focus = SavedFocus()
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
        self._scroll_pane = FittingPane(self._panel)
        self.body = QVBoxLayout(self._scroll_pane.page)
        self.body.setContentsMargins(px(_FOCUS_RING_MARGIN), px(2), px(_FOCUS_RING_MARGIN), px(2))
        self.body.setSpacing(px(10))
        content_column = QVBoxLayout()
        content_column.setContentsMargins(
            px(20 - _FOCUS_RING_MARGIN), px(18), px(20 - _FOCUS_RING_MARGIN), px(14)
        )
        content_column.setSpacing(px(12))
        content_column.addLayout(self._header)
        content_column.addWidget(self._scroll_pane, 1)
        self._footer = QWidget(self._panel)
        self._footer.hide()
        self._footer_row = QHBoxLayout(self._footer)
        self._footer_row.setContentsMargins(px(20), px(11), px(20), px(11))
        self._footer_row.setSpacing(px(8))
        self._footer_row.addStretch(1)
        panel_column = QVBoxLayout(self._panel)
        panel_column.setContentsMargins(0, 0, 0, 0)
        panel_column.setSpacing(0)
        panel_column.addLayout(content_column, 1)
        panel_column.addWidget(self._footer)
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
        size = theme().px(28)
        self._icon.setPixmap(icons.pixmap(name, color, size, self.devicePixelRatioF()))
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

    def add_footer_left(self, *widgets: QWidget) -> None:
        """Add widgets at the left of the footer, e.g. the button of a dangerous choice."""
        for position, widget in enumerate(widgets):
            widget.setParent(self._footer)
            self._footer_row.insertWidget(position, widget)
        self._footer.show()

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
        self._saved_focus.save()
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
        clear_focus_inside(self)
        self.hide()

    def show_again(self) -> None:
        """Show the dialog, with the focus inside."""
        self._update_geometry()
        self.show()
        self.raise_()
        stops = tab_order.tab_stops(self)
        if stops and not any(stop.hasFocus() for stop in stops):
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, accepted: bool) -> None:
        """Close, restore the focus and emit the signals."""
        commit_composition()
        clear_focus_inside(self)
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.removeEventFilter(self)
        self._saved_focus.restore()
        (self.accepted if accepted else self.rejected).emit()
        self.closed.emit()

    def _update_geometry(self) -> None:
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
        self._update_geometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._update_geometry()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Adapt the panel when its content requires another size."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._update_geometry()
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
            primary = self._primary
            # A busy button is not pressed again: its act would run twice.
            if primary is not None and primary.isEnabled() and not primary.busy:
                primary.click()
        # No key event is passed on to the screen under the dialog.
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        tab_order.move_focus(self, next)
        return True


def _in_text_area() -> bool:
    return isinstance(QApplication.focusWidget(), QPlainTextEdit)
