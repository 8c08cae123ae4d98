"""Keeps a window out of screenshots and screen sharing, where the platform can."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

_WDA_NONE = 0x00
_WDA_EXCLUDE = 0x11  # Windows 10 2004 and later
_WDA_MONITOR = 0x01  # before: the window is black in a picture


def exclude_from_capture(widget: QWidget, excluded: bool = True) -> bool:
    """Exclude the window of ``widget``, or show it again; False where the platform cannot.

    Linux has no such call (X11 lets every client read the screen; Wayland asks the person).
    """
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415  # Windows only

    handle = int(widget.window().winId())
    wanted = (_WDA_EXCLUDE, _WDA_MONITOR) if excluded else (_WDA_NONE,)
    call = ctypes.windll.user32.SetWindowDisplayAffinity
    return any(bool(call(handle, affinity)) for affinity in wanted)
