"""Locks the office when the desktop locks its screen or suspends."""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIN_INTERFACE = "org.freedesktop.login1"


class DesktopSessionWatch(QObject):
    """``lock_wanted(reason)``, reason "screen" or "sleep", after ``start()`` was called."""

    lock_wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._windows_session: object | None = None

    def start(self) -> int:
        """Subscribe; return the number of subscribed signals (0 where there is no bus)."""
        if sys.platform == "win32":
            return self._listen_to_windows()
        return self._listen_to_buses()

    def _listen_to_buses(self) -> int:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  # not on Windows

        subscribed = 0
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            manager = f"{_LOGIN_INTERFACE}.Manager"
            subscribed += self._subscribe(system, manager, "PrepareForSleep", "_sleep(bool)")
            subscribed += self._subscribe(
                system, f"{_LOGIN_INTERFACE}.Session", "Lock", "_locked()"
            )
        if session.isConnected():
            for screen_saver in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
                subscribed += self._subscribe(
                    session, screen_saver, "ActiveChanged", "_screen_saver(bool)"
                )
        return subscribed

    def _subscribe(self, bus: object, interface: str, name: str, slot: str) -> int:
        # From any sender and path: desktops differ in both, and another program that forges these
        # signals can only lock our window.
        connect = bus.connect  # type: ignore[attr-defined]  # QDBusConnection, imported lazily
        return int(connect("", "", interface, name, self, SLOT(slot)))

    def _listen_to_windows(self) -> int:
        from ui.privacy.windows_session import WindowsSession  # noqa: PLC0415  # Windows only

        session = WindowsSession(self.lock_wanted)
        self._windows_session = session  # Qt does not keep the filter alive
        return int(session.install())

    @Slot(bool)
    def _sleep(self, starts: bool) -> None:
        if starts:
            self.lock_wanted.emit("sleep")

    @Slot()
    def _locked(self) -> None:
        self.lock_wanted.emit("screen")

    @Slot(bool)
    def _screen_saver(self, active: bool) -> None:
        if active:
            self.lock_wanted.emit("screen")
