"""Messages of Windows about a locked session and about suspending."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QGuiApplication

_WM_WTSSESSION_CHANGE = 0x02B1
_WTS_SESSION_LOCK = 7
_WM_POWERBROADCAST = 0x0218
_PBT_APMSUSPEND = 4


class _Message(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("w", ctypes.c_size_t),
        ("l", ctypes.c_ssize_t),
    )


def reason_of(message: int, parameter: int) -> str:
    """Return "screen" (session locked), "sleep" (suspending), or "" for any other message."""
    if message == _WM_WTSSESSION_CHANGE and parameter == _WTS_SESSION_LOCK:
        return "screen"
    if message == _WM_POWERBROADCAST and parameter == _PBT_APMSUSPEND:
        return "sleep"
    return ""


class WindowsSession(QAbstractNativeEventFilter):
    """Event filter on the messages of the program's windows; emits ``signal(reason)``."""

    def __init__(self, signal: Any) -> None:
        super().__init__()
        self._signal = signal

    def install(self) -> bool:
        """Register for the messages; False on another platform."""
        app = QCoreApplication.instance()
        if sys.platform != "win32" or app is None:
            return False
        app.installNativeEventFilter(self)
        register = ctypes.windll.wtsapi32.WTSRegisterSessionNotification
        return all(register(int(window.winId()), 0) for window in QGuiApplication.topLevelWindows())

    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Read one message; it is passed on."""
        native = _Message.from_address(int(message))
        reason = reason_of(native.message, native.w)
        if reason:
            self._signal.emit(reason)
        return False, 0
