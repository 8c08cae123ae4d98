"""Start to the painted unlock screen, and its memory, against a bare PySide6 window.

The bare window is a QMainWindow with nothing in it. A round takes the quickest of three starts of
each: what else the machine does comes in bursts.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.fixtures.office import build_office

_ROUNDS, _TRIES = 11, 3
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
from ui.application import application_flow as program
from ui.application_run import run
from ui.application.command_line import parse
class Watched(program.StartWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, told)
program.StartWindow = Watched
run(parse(["--office", sys.argv[2], "--demonstration"]))
"""


def measure() -> list[tuple[str, float, float | None]]:
    """Return (name, median of ratios, limit)."""
    with tempfile.TemporaryDirectory() as folder:
        office = build_office(Path(folder))
        office.open().close()
        sides = (_OURS, str(office.folder)), (_BARE, "")
        for side in sides:
            _run(*side, folder)  # compiles
        rounds = [_round(sides, folder) for _ in range(_ROUNDS)]
    return [
        (
            f"{what} / bare window",
            statistics.median(r[0][kind] / r[1][kind] for r in rounds),
            _LIMIT,
        )
        for kind, what in enumerate(("start to unlock screen", "memory at unlock screen"))
    ]


def _round(sides: Sequence[tuple[str, str]], home: str) -> list[tuple[float, float]]:
    """Return seconds and memory of the quickest of a few runs of each side, run in turn."""
    tries = [[_run(*side, home) for side in sides] for _ in range(_TRIES)]
    return [min(runs) for runs in zip(*tries, strict=True)]


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
