"""One widget that takes the whole area of another, as a page does on its screen."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


def fill_with(holder: QWidget, content: QWidget) -> None:
    """Give ``content`` the whole area of ``holder``, which has no layout yet."""
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(content)
