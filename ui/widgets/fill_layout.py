"""Layout in which one widget takes the whole area of another."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


def fill_with(container: QWidget, content: QWidget) -> None:
    """Give ``content`` the whole area of ``container``, which must not have a layout."""
    layout = QVBoxLayout(container)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(content)
