"""The widget that a dialog inside the window gets as its parent."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QWidget


def content_of_window(widget: QWidget) -> QWidget:
    """Return the central widget of the window that contains ``widget``, else the window itself."""
    window = widget.window()
    content = window.centralWidget() if isinstance(window, QMainWindow) else None
    return content or window
