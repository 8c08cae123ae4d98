"""Qt's settings of a widget by their names, for the screen that must be there at once.

Naming one of Qt's own flags in Python makes all of its ninety-four enumerations, a tenth of the
time to the unlock screen (decision 0006); given as words, Qt reads them itself.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def set_qt_property(widget: QWidget, **settings: str) -> None:
    """Set properties of Qt, ``put(area, focusPolicy="NoFocus")``; flags are joined by ``|``.

    ValueError for a property or a word Qt does not know.
    """
    for name, word in settings.items():
        if not widget.setProperty(name, word):
            raise ValueError(f"{type(widget).__name__}.{name} = {word}")
