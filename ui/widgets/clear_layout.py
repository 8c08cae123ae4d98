"""Removal of the widgets that a layout contains."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def clear_layout(layout: QLayout, *, keep_first: int = 0, keep_last: int = 0) -> None:
    """Remove the items of a layout and delete their widgets.

    ``keep_first`` items at the beginning and ``keep_last`` items at the end stay in the layout. The
    caller moves the focus off these widgets before: Qt crashes when a widget with the focus is
    deleted.
    """
    while layout.count() > keep_first + keep_last:
        # Qt hands the item over to Python, which deletes it at the end of each turn.
        item = layout.takeAt(keep_first)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
