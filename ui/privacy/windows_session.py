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
    """The beginning of the structure MSG of Windows."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("first_parameter", ctypes.c_size_t),
        ("second_parameter", ctypes.c_ssize_t),
    )


def lock_reason(message: int, parameter: int) -> str:
    """Return "screen" (session locked), "sleep" (suspending), or "" for any other message."""
    if message == _WM_WTSSESSION_CHANGE and parameter == _WTS_SESSION_LOCK:
        return "screen"
    if message == _WM_POWERBROADCAST and parameter == _PBT_APMSUSPEND:
        return "sleep"
    return ""


class WindowsSession(QAbstractNativeEventFilter):
    """Event filter on the messages of the program's windows.

    Emits ``lock_signal(reason)`` for a message after which the office must be locked.
    """

    def __init__(self, lock_signal: Any) -> None:
        super().__init__()
        self._lock_signal = lock_signal

    def install(self) -> bool:
        """Register for the messages; False on another platform, or if a registration fails."""
        app = QCoreApplication.instance()
        if sys.platform != "win32" or app is None:
            return False
        app.installNativeEventFilter(self)
        register = ctypes.windll.wtsapi32.WTSRegisterSessionNotification
        return all(register(int(window.winId()), 0) for window in QGuiApplication.topLevelWindows())

    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Look at one message; Qt handles it afterwards."""
        native = _Message.from_address(int(message))
        reason = lock_reason(native.message, native.first_parameter)
        if reason:
            self._lock_signal.emit(reason)
        return False, 0
