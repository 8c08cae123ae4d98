"""Removal of the widgets that a layout contains."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def clear_layout(layout: QLayout, *, keep_first: int = 0, keep_last: int = 0) -> None:
    """Remove the items of a layout and delete their widgets.

    ``keep_first`` items at the beginning and ``keep_last`` items at the end stay in the layout. The
    caller first moves the focus to another widget: Qt crashes when a widget with the focus is
    deleted.
    """
    while layout.count() > keep_first + keep_last:
        # Qt gives the item to Python, which deletes it when ``item`` gets its next value.
        item = layout.takeAt(keep_first)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
