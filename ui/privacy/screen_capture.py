"""Excludes a window from screenshots and screen sharing, where the platform supports it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

_WDA_NONE = 0x00
_WDA_EXCLUDE = 0x11  # Windows 10 2004 and later
_WDA_MONITOR = 0x01  # older versions: the window is black in a screenshot


def exclude_from_capture(widget: QWidget, excluded: bool = True) -> bool:
    """Exclude the window of ``widget``, or include it again; False where that is not possible.

    Linux has no such call (X11 lets every client read the screen; Wayland asks the user).
    """
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415  # Windows only

    handle = int(widget.window().winId())
    affinities = (_WDA_EXCLUDE, _WDA_MONITOR) if excluded else (_WDA_NONE,)
    set_affinity = ctypes.windll.user32.SetWindowDisplayAffinity
    return any(bool(set_affinity(handle, affinity)) for affinity in affinities)
