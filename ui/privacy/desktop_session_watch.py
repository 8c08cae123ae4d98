"""Locks the office when the desktop locks its screen or suspends."""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIN = "org.freedesktop.login1"


class DesktopSessionWatch(QObject):
    """``lock_wanted(reason)``: "screen" or "sleep"; listens from ``start()`` on."""

    lock_wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: object | None = None

    def start(self) -> int:
        """Begin to listen; return to how many signals (0 where there is no bus)."""
        if sys.platform == "win32":
            return self._listen_to_windows()
        return self._listen_to_buses()

    def _listen_to_buses(self) -> int:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  # only where buses are

        heard = 0
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            manager = f"{_LOGIN}.Manager"
            heard += self._hear(system, manager, "PrepareForSleep", "_sleep(bool)")
            heard += self._hear(system, f"{_LOGIN}.Session", "Lock", "_locked()")
        if session.isConnected():
            for saver in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
                heard += self._hear(session, saver, "ActiveChanged", "_saver(bool)")
        return heard

    def _hear(self, bus: object, interface: str, name: str, slot: str) -> int:
        # From any sender and path: desktops differ in both, and the worst another program on the
        # bus can do with these signals is to lock our window.
        connect = bus.connect  # type: ignore[attr-defined]  # QDBusConnection, imported lazily
        return int(connect("", "", interface, name, self, SLOT(slot)))

    def _listen_to_windows(self) -> int:
        from ui.privacy.windows_session import WindowsSession  # noqa: PLC0415  # Windows only

        found = WindowsSession(self.lock_wanted)
        self._filter = found
        return int(found.install())

    @Slot(bool)
    def _sleep(self, starts: bool) -> None:
        if starts:
            self.lock_wanted.emit("sleep")

    @Slot()
    def _locked(self) -> None:
        self.lock_wanted.emit("screen")

    @Slot(bool)
    def _saver(self, active: bool) -> None:
        if active:
            self.lock_wanted.emit("screen")
