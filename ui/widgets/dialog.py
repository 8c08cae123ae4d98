"""A question or an act over the window: flat scrim, panel, one safe way out."""

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

_RING = 4  # room at either side of the body for the ring of what has the focus
_BY_TAB = Qt.FocusPolicy.TabFocus


class Dialog(QWidget):
    """``Dialog(title, parent, width=680)``: stands over ``parent.window()``'s whole content.

    Fill ``dialog.body`` (QVBoxLayout); ``set_subtitle(text)``, ``set_icon(name)``,
    ``add_header_side(widget)``, ``add_note(icon, text)`` at the left of the footer,
    ``add_button(PushButton)``, ``set_primary(PushButton)``, ``set_safe(PushButton)``,
    ``set_valid(bool)``. ``open()`` shows it and takes the focus; Esc = ``reject()``;
    Enter and Ctrl+Enter press the primary button when it is enabled.
    ``accepted``, ``rejected``, ``closed`` (after either). The focus goes back to the caller.
    """

    accepted = Signal()
    rejected = Signal()
    closed = Signal()

    def __init__(self, title: str, parent: QWidget, width: int = 680) -> None:
        """Make a hidden dialog over the window of ``parent``."""
        super().__init__(_layer(parent))
        self._width = width
        self._caller: QWidget | None = None
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
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        self._header.addWidget(self._icon)
        self._header.addLayout(names)
        self._header.addStretch(1)
        self._header.setContentsMargins(px(_RING), 0, px(_RING), 0)
        self._pane = FittingPane(self._panel)
        self.body = QVBoxLayout(self._pane.page)
        self.body.setContentsMargins(px(_RING), px(2), px(_RING), px(2))
        self.body.setSpacing(px(10))
        inner = QVBoxLayout()
        inner.setContentsMargins(px(20 - _RING), px(18), px(20 - _RING), px(14))
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
        """Change the title."""
        self._title.setText(text)
        self.setAccessibleName(text)

    def set_subtitle(self, text: str) -> None:
        """Write grey under the title."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def set_icon(self, name: str, color: str = "seal") -> None:
        """Put an icon before the title."""
        side = theme().px(28)
        self._icon.setPixmap(icons.pixmap(name, color, side, self.devicePixelRatioF()))
        self._icon.show()

    def add_header_side(self, widget: QWidget) -> None:
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
        """Add the button Enter presses; its click is ``accept``."""
        self._primary = button
        button.clicked.connect(self.accept)
        self.add_button(button)

    def set_safe(self, button: PushButton) -> None:
        """Add the safe way out; its click is ``reject``, as Esc is."""
        button.clicked.connect(self.reject)
        self.add_button(button)

    def set_valid(self, valid: bool) -> None:
        """Enable the primary button only when the form can be taken."""
        if self._primary is not None:
            self._primary.setEnabled(valid)

    def open(self) -> None:
        """Show the dialog and put the focus into its first field."""
        self._caller = QApplication.focusWidget()
        parent = self.parentWidget()
        if parent is not None:
            parent.installEventFilter(self)
        self.show_again()

    @Slot()
    def accept(self) -> None:
        """Take the form; a subclass overrides it to check first and then calls ``finish``."""
        self.finish(True)

    @Slot()
    def reject(self) -> None:
        """Leave without doing anything."""
        self.finish(False)

    def hide_for_now(self) -> None:
        """Go out of sight for another dialog, without an end; ``come_back`` follows."""
        self._let_go_of_focus()
        self.hide()

    def show_again(self) -> None:
        """Be seen, with the focus in the dialog."""
        self._fit()
        self.show()
        self.raise_()
        stops = tab_order.stops_of(self)
        if stops and not any(stop.hasFocus() for stop in stops):
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, taken: bool) -> None:
        """Close, give the focus back and tell."""
        commit_composition()
        self._let_go_of_focus()
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.removeEventFilter(self)
        self._give_focus_back()
        (self.accepted if taken else self.rejected).emit()
        self.closed.emit()

    def _give_focus_back(self) -> None:
        """Put the focus where it was; a field covered meanwhile is behind its cover."""
        place = self._caller
        if place is None or not shiboken6.isValid(place):
            return
        while place is not None and not place.isVisible():
            holder = place.parentWidget()
            shown = holder.findChildren(QWidget) if holder is not None else []
            ready = [w for w in shown if w.isVisible() and w.focusPolicy() & _BY_TAB]
            place = ready[0] if ready else holder
        if place is not None:
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_go_of_focus(self) -> None:
        """Take the focus off before the dialog dies.

        A widget deleted with the focus tells its event filters while they are half gone, and
        PySide ends the process over it.
        """
        for widget in (QApplication.focusWidget(), self.focusWidget()):
            if widget is not None and (widget is self or self.isAncestorOf(widget)):
                widget.clearFocus()

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        edge = theme().px(24)
        width = min(theme().px(self._width), self.width() - 2 * edge)
        self._panel.footer_height = (
            0 if self._footer.isHidden() else (self._footer.sizeHint().height())
        )
        self._panel.setFixedWidth(width)
        layout = self._panel.layout()
        wanted = self._panel.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            wanted = layout.totalHeightForWidth(width)
        height = min(wanted, self.height() - 2 * edge)
        self._panel.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width, height
        )

    def refit(self) -> None:
        """Measure the panel again after its content changed."""
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Fit again when the content asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scrim."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.tint("scrim"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Enter does the act when it may."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif event.key() in _ENTER and (control or not _writing()):
            commit_composition()
            if self._primary is not None and self._primary.isEnabled():
                self._primary.click()
        # Nothing goes on to the screen behind the scrim.
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab inside."""
        tab_order.step(self, next)
        return True


def _layer(parent: QWidget) -> QWidget:
    window = parent.window()
    central = getattr(window, "centralWidget", None)
    content = central() if callable(central) else None
    return content if isinstance(content, QWidget) else window


def _writing() -> bool:
    return isinstance(QApplication.focusWidget(), QPlainTextEdit)
