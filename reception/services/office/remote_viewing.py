"""Detects that the screen may be viewed from another machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

_SM_REMOTESESSION = 0x1000
REMOTE_VARIABLES = ("SSH_CONNECTION", "SSH_TTY", "XRDP_SESSION", "VNCDESKTOP", "NXSESSIONID")


def remote_viewing_kind(environment: Mapping[str, str] | None = None, platform: str = "") -> str:
    """Return "display" (X over TCP), "desktop" (remote session), or "" when neither is seen."""
    env = os.environ if environment is None else environment
    platform = platform or sys.platform
    if platform == "win32":
        return "desktop" if _windows_remote(env) else ""
    host = env.get("DISPLAY", "").rpartition(":")[0]
    # ":0" and "unix:0" are local sockets; "localhost:10.0" is how ssh forwards a display.
    if host not in ("", "unix"):
        return "display"
    return "desktop" if any(env.get(name) for name in REMOTE_VARIABLES) else ""


def is_viewed_remotely() -> bool:
    """Tell whether somebody may see this screen from another machine."""
    return bool(remote_viewing_kind())


def _windows_remote(env: Mapping[str, str]) -> bool:
    if env.get("SESSIONNAME", "").upper().startswith("RDP-"):
        return True
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415  # Windows only

    return bool(ctypes.windll.user32.GetSystemMetrics(_SM_REMOTESESSION))
