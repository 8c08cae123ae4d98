"""Saves the focus before a dialog opens and restores it after the dialog has closed."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class SavedFocus:
    """Remembers the widget that has the focus when ``save`` is called."""

    def __init__(self) -> None:
        self._widget: QWidget | None = None

    def save(self) -> None:
        self._widget = QApplication.focusWidget()

    def restore(self) -> None:
        """Set the focus to the saved widget.

        If it is hidden, set the focus to the first visible widget that Tab reaches in its nearest
        visible ancestor, or to that ancestor.
        """
        target = self._widget
        if target is None or not shiboken6.isValid(target):
            return
        while target is not None and not target.isVisible():
            parent = target.parentWidget()
            target = (_first_tab_stop(parent) or parent) if parent is not None else None
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)


def clear_focus_inside(container: QWidget) -> None:
    """Clear the focus of ``container`` and its children before they are deleted.

    A widget that is deleted while it has the focus still calls its event filters, although they
    are being deleted too; this crashes PySide.
    """
    for widget in (QApplication.focusWidget(), container.focusWidget()):
        if widget is not None and (widget is container or container.isAncestorOf(widget)):
            widget.clearFocus()


def _first_tab_stop(container: QWidget) -> QWidget | None:
    tab_focus = Qt.FocusPolicy.TabFocus
    for child in container.findChildren(QWidget):
        if child.isVisible() and child.focusPolicy() & tab_focus:
            return child
    return None
