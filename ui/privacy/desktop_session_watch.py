"""Requests locking of the office when the desktop locks its screen or the machine suspends."""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIN_INTERFACE = "org.freedesktop.login1"


class DesktopSessionWatch(QObject):
    """Emits ``lock_wanted(reason)`` at events of the desktop, from ``start`` on.

    The reason is "screen" when the desktop locks its screen or starts its screen saver, "sleep"
    when the machine is about to suspend.
    """

    lock_wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._windows_session: object | None = None

    def start(self) -> int:
        """Subscribe to the events of the desktop; return the number of subscriptions.

        On Linux they are signals on D-Bus: 0 without a bus. On Windows it is 1, 0 on failure.
        """
        if sys.platform == "win32":
            return self._subscribe_on_windows()
        return self._subscribe_on_dbus()

    def _subscribe_on_dbus(self) -> int:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  # not on Windows

        subscription_count = 0
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            manager = f"{_LOGIN_INTERFACE}.Manager"
            subscription_count += self._subscribe(
                system, manager, "PrepareForSleep", "_on_sleep_signal(bool)"
            )
            subscription_count += self._subscribe(
                system, f"{_LOGIN_INTERFACE}.Session", "Lock", "_on_lock_signal()"
            )
        if session.isConnected():
            for screen_saver in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
                subscription_count += self._subscribe(
                    session, screen_saver, "ActiveChanged", "_on_screen_saver_signal(bool)"
                )
        return subscription_count

    def _subscribe(self, bus: object, interface: str, signal_name: str, slot: str) -> int:
        """Return 1, or 0 after a failure."""
        # The signal may come from any sender and path: desktops differ in both, and another program
        # that forges it can only lock our window.
        connect = bus.connect  # type: ignore[attr-defined]  # QDBusConnection, imported lazily
        return int(connect("", "", interface, signal_name, self, SLOT(slot)))

    def _subscribe_on_windows(self) -> int:
        from ui.privacy.windows_session import WindowsSession  # noqa: PLC0415  # Windows only

        session = WindowsSession(self.lock_wanted)
        self._windows_session = session  # Qt holds no reference to the filter
        return int(session.install())

    @Slot(bool)
    def _on_sleep_signal(self, is_starting: bool) -> None:
        if is_starting:
            self.lock_wanted.emit("sleep")

    @Slot()
    def _on_lock_signal(self) -> None:
        self.lock_wanted.emit("screen")

    @Slot(bool)
    def _on_screen_saver_signal(self, is_active: bool) -> None:
        if is_active:
            self.lock_wanted.emit("screen")
