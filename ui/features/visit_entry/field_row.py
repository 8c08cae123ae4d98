"""A row of input fields in a card, some of them with a fixed width."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.appearance.theme import theme

STRETCH = 0  # in place of a width: the field grows with the window


def field_row(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    """Return a row of fields, each with its width in unscaled pixels or ``STRETCH``."""
    row = QHBoxLayout()
    row.setSpacing(theme().px(10))
    for field, width in fields:
        if width != STRETCH:
            field.setFixedWidth(theme().px(width))
        row.addWidget(field, 1 if width == STRETCH else 0)
    return row
