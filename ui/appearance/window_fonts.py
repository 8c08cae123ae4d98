"""The bundled fonts: Be Vietnam Pro for the window, Tinos for papers shown in it."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase

import resources
from reception.domain.errors import ReceptionError

UI_FAMILY = "Be Vietnam Pro"

_UI_FILES = (
    "fonts/BeVietnamPro_400Regular.ttf",
    "fonts/BeVietnamPro_500Medium.ttf",
    "fonts/BeVietnamPro_600SemiBold.ttf",
)
_PAPER_FILES = ("fonts/Tinos_400Regular.ttf", "fonts/Tinos_700Bold.ttf")


def load() -> None:
    """Register the font of the window; ``ReceptionError("ui.font_missing")`` if it fails."""
    _register(_UI_FILES)


@cache
def paper_family() -> str:
    """Return the font family of papers, registered at the first call; errors as ``load``."""
    _register(_PAPER_FILES)
    return "Tinos"


def _register(names: tuple[str, ...]) -> None:
    for name in names:
        if QFontDatabase.addApplicationFont(str(resources.path(name))) < 0:
            raise ReceptionError("ui.font_missing", file=name)
