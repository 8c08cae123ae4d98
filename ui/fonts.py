"""The bundled faces: Be Vietnam Pro for the window, Tinos for pages shown in it."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase

import resources
from reception.domain.errors import ReceptionError

UI_FAMILY = "Be Vietnam Pro"
PAPER_FAMILY = "Tinos"

_FILES = (
    "fonts/BeVietnamPro_400Regular.ttf",
    "fonts/BeVietnamPro_500Medium.ttf",
    "fonts/BeVietnamPro_600SemiBold.ttf",
    "fonts/Tinos_400Regular.ttf",
    "fonts/Tinos_700Bold.ttf",
)


@cache
def load() -> None:
    """Register the faces with Qt once; raise ``ReceptionError("ui.font_missing")`` if one fails."""
    for name in _FILES:
        if QFontDatabase.addApplicationFontFromData(resources.data(name)) < 0:
            raise ReceptionError("ui.font_missing", file=name)
