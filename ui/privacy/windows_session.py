"""Messages of a Windows session about locking and suspending."""

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
    """Return "screen", "sleep", or "" for a message that does not matter."""
    if message == _WM_WTSSESSION_CHANGE and parameter == _WTS_SESSION_LOCK:
        return "screen"
    if message == _WM_POWERBROADCAST and parameter == _PBT_APMSUSPEND:
        return "sleep"
    return ""


class WindowsSession(QAbstractNativeEventFilter):
    """Listens to the messages of the program's windows."""

    def __init__(self, signal: Any) -> None:
        """Emit ``signal`` with the reason."""
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
        found = _Message.from_address(int(message))
        reason = reason_of(found.message, found.w)
        if reason:
            self._signal.emit(reason)
        return False, 0
