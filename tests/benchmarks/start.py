"""Start to the painted unlock screen, and its memory, against a bare PySide6 window.

The bare window is a QMainWindow with nothing in it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fixtures.office import build_office

_ROUNDS = 15
_LIMIT = 1.6
_END = """
def told():
    rss = [l for l in open("/proc/self/status") if l.startswith("VmRSS")][0].split()[1]
    print(time.monotonic() - begun, rss)
    sys.stdout.flush()
    os._exit(0)
"""
_BARE = f"""
import os, sys, time
begun = float(sys.argv[1])
{_END}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, told)
app = QApplication([])
window = Window()
window.resize(1366, 696)
window.show()
app.exec()
"""
_OURS = f"""
import os, sys, time
begun = float(sys.argv[1])
{_END}
from ui import app
app.prepare()
from PySide6.QtCore import QTimer
from ui import program
from ui.launch import run
from ui.options import parse
class Watched(program.Entrance):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, told)
program.Entrance = Watched
run(parse(["--office", sys.argv[2], "--demonstration"]))
"""


def measure() -> list[tuple[str, float, float | None]]:
    """Return (name, median of ratios, limit)."""
    with tempfile.TemporaryDirectory() as folder:
        office = build_office(Path(folder))
        office.open().close()
        rounds = [
            (_run(_OURS, str(office.folder), folder), _run(_BARE, "", folder))
            for _ in range(_ROUNDS + 2)
        ][2:]
    return [
        (
            f"{what} / bare window",
            statistics.median(r[0][kind] / r[1][kind] for r in rounds),
            _LIMIT,
        )
        for kind, what in enumerate(("start to unlock screen", "memory at unlock screen"))
    ]


def _run(script: str, folder: str, home: str) -> tuple[float, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": home}
    environment["XDG_STATE_HOME"] = environment["XDG_CONFIG_HOME"] = home
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    # An installed program lies there compiled, as PySide does: the rounds that are not counted
    # compile everything once, for both sides, beside the office and not into the sources.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = f"{home}/compiled"
    done = subprocess.run(  # noqa: S603 - our own scripts
        [sys.executable, "-c", script, str(time.monotonic()), folder],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
        timeout=30,
    )
    seconds, size = done.stdout.split()[-2:]
    return float(seconds), float(size)
