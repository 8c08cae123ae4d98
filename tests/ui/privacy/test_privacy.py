"""Idle time, privacy cover, lock and sleep of the desktop, remote viewing, and the lock itself."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from reception.services.office.remote_viewing import remote_viewing_kind
from tests.fixtures.polling import PATIENCE, PROCESS_PATIENCE
from tests.ui.waiting import run_event_loop
from ui.privacy.desktop_session_watch import DesktopSessionWatch
from ui.privacy.idle_timer import IdleTimer
from ui.privacy.privacy_cover import PrivacyCover
from ui.privacy.screen_capture import exclude_from_capture
from ui.privacy.session_lock import SessionLock
from ui.privacy.windows_session import lock_reason

ROOT = Path(__file__).resolve().parents[3]


class FieldWindow(QMainWindow):
    """A window with one field."""

    def __init__(self) -> None:
        """Make it."""
        super().__init__()
        self.field = QLineEdit()
        holder = QWidget()
        QVBoxLayout(holder).addWidget(self.field)
        self.setCentralWidget(holder)


@pytest.fixture
def window(themed: QApplication, qtbot) -> Iterator[FieldWindow]:
    """Return a shown window with the focus in its field."""
    window = FieldWindow()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.field.setFocus()
    qtbot.waitUntil(window.field.hasFocus)
    yield window
    window.close()


class Idle:
    """An idle guard with a clock moved by the test, and its signals."""

    def __init__(self, seconds: float, parent: QObject) -> None:
        """Begin to watch."""
        self.now = 0.0
        self.said: list[object] = []
        self.guard = IdleTimer(seconds, parent, lambda: self.now)
        self.guard.warning.connect(self.said.append)
        self.guard.input_resumed.connect(lambda: self.said.append("back"))
        self.guard.expired.connect(lambda: self.said.append("end"))
        self.guard.start()

    def after(self, seconds: float) -> list[object]:
        """Advance the clock and check."""
        self.now += seconds
        self.guard.check()
        said = list(self.said)
        self.said.clear()
        return said


def test_idle_warns_thirty_seconds_before_and_ends_once(window: FieldWindow):
    idle = Idle(300, window)
    assert idle.after(269) == []
    assert idle.after(1) == [30]
    assert idle.after(0) == []
    assert idle.after(10) == [20]
    assert idle.after(19) == [1]
    assert idle.after(1) == ["end"]
    assert not idle.guard._timer.isActive()


@pytest.mark.parametrize("sign", ["key", "mouse", "composed"])
def test_every_kind_of_input_resets_the_idle_time(window: FieldWindow, type_text, sign: str):
    idle = Idle(300, window)
    idle.guard.watch(window.windowHandle())
    assert idle.after(280) == [20]
    if sign == "key":
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    elif sign == "mouse":
        QTest.mouseMove(window.windowHandle(), window.rect().center())
    else:
        type_text(window.field, "Nguyễn")
    QApplication.processEvents()
    assert idle.said == ["back"]
    idle.said.clear()
    assert idle.after(269) == []
    assert idle.after(1) == [30]


def test_the_cover_takes_the_key_and_gives_the_focus_back(window: FieldWindow):
    cover = PrivacyCover(window)
    inputs: list[int] = []
    cover.input_received.connect(lambda: inputs.append(1))
    cover.cover(30)
    assert cover.isVisible()
    assert cover.geometry() == window.rect()
    assert cover.hasFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_X)
    assert inputs
    assert window.field.text() == ""
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert cover.hasFocus()
    window.resize(700, 500)
    QApplication.processEvents()
    assert cover.geometry() == window.rect()
    cover.uncover()
    assert window.field.hasFocus()


def test_the_lock_saves_ends_and_closes_in_this_order(themed: QApplication, qtbot):
    done: list[str] = []

    def step(name: str) -> Callable[[], None]:
        return lambda: done.append(name)

    lock = SessionLock(step("replaced"))

    def close(then: Callable[[], object]) -> None:
        done.append("closed")
        then()

    lock.lock([step("draft")], [step("children")], close)
    lock.lock([step("again")], [], close)
    qtbot.waitUntil(lambda: "replaced" in done)
    run_event_loop()
    assert done == ["draft", "children", "closed", "replaced"]


def test_a_screen_that_fails_or_a_worker_that_hangs_does_not_stop_the_lock(
    themed: QApplication, monkeypatch
):
    faults: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: faults.append(kind))
    replaced = threading.Event()
    lock = SessionLock(replaced.set)

    def broken() -> None:
        raise ValueError("no draft")

    lock.lock([broken], [], lambda _then: None)
    # The window itself hangs here: no event loop runs.
    assert replaced.wait(PATIENCE)
    assert faults == [ValueError]


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({"DISPLAY": ":0"}, ""),
        ({"DISPLAY": "unix:1"}, ""),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ""),
        ({"DISPLAY": "localhost:10.0"}, "display"),
        ({"DISPLAY": "10.0.0.5:0"}, "display"),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "a b"}, "desktop"),
        ({"DISPLAY": ":10", "XRDP_SESSION": "1"}, "desktop"),
    ],
)
def test_remote_viewing_on_linux(environment: dict[str, str], reason: str):
    assert remote_viewing_kind(environment, "linux") == reason


def test_remote_viewing_on_windows():
    assert remote_viewing_kind({"SESSIONNAME": "RDP-Tcp#3"}, "win32") == "desktop"
    assert remote_viewing_kind({"SESSIONNAME": "Console"}, "win32") == ""


def test_messages_of_windows():
    assert lock_reason(0x02B1, 7) == "screen"
    assert lock_reason(0x02B1, 8) == ""
    assert lock_reason(0x0218, 4) == "sleep"
    assert lock_reason(0x0218, 7) == ""
    assert lock_reason(0x0100, 7) == ""


def test_capture_exclusion_reports_when_unsupported(window: FieldWindow):
    assert exclude_from_capture(window.field) is (sys.platform == "win32")


VOICES = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
import ui
from ui.privacy.desktop_session_watch import DesktopSessionWatch
app = QCoreApplication([])
watch = DesktopSessionWatch(app)
watch.lock_wanted.connect(lambda reason: print(reason, flush=True))
print(watch.start(), flush=True)
QTimer.singleShot(300_000, app.quit)
app.exec()
"""


@pytest.fixture
def bus() -> Iterator[str]:
    """Start a private bus and return its address."""
    daemon = subprocess.Popen(  # the system's own bus
        ["/usr/bin/dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
    finally:
        daemon.kill()
        daemon.wait(PROCESS_PATIENCE)
        if daemon.stdout is not None:
            daemon.stdout.close()


def signal(address: str, path: str, name: str, *values: str) -> None:
    """Let the desktop say something on the bus."""
    subprocess.run(  # noqa: S603  # the system's own tool
        ["/usr/bin/dbus-send", f"--bus={address}", "--type=signal", path, name, *values],
        check=True,
        timeout=PROCESS_PATIENCE,
    )


@pytest.mark.parametrize(
    ("path", "name", "values", "reason"),
    [
        ("/a", "org.freedesktop.login1.Manager.PrepareForSleep", ["boolean:true"], "sleep"),
        ("/b", "org.freedesktop.login1.Session.Lock", [], "screen"),
        ("/c", "org.freedesktop.ScreenSaver.ActiveChanged", ["boolean:true"], "screen"),
        ("/d", "org.gnome.ScreenSaver.ActiveChanged", ["boolean:true"], "screen"),
    ],
)
def test_the_desktop_is_heard(bus: str, path: str, name: str, values: list[str], reason: str):
    environment = {
        **os.environ,
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "DBUS_SYSTEM_BUS_ADDRESS": bus,
        "PYTHONPATH": str(ROOT),
    }
    child = subprocess.Popen(  # noqa: S603  # our own snippet
        [sys.executable, "-c", VOICES], stdout=subprocess.PIPE, text=True, env=environment
    )
    try:
        assert child.stdout is not None
        assert int(child.stdout.readline()) == 4
        if values:
            signal(bus, path, name, "boolean:false")  # waking up locks nothing
        signal(bus, path, name, *values)
        assert child.stdout.readline().strip() == reason
    finally:
        child.kill()
        child.wait(PROCESS_PATIENCE)
        if child.stdout is not None:
            child.stdout.close()


def test_no_bus_is_no_fault(themed: QApplication):
    assert DesktopSessionWatch().start() in range(5)
