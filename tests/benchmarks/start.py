"""Start to the painted unlock screen, and its memory, against a bare PySide6 window.

The bare window is a QMainWindow with a QTableView on a small Python model: the least that a
program which shows rows of text begins with.
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

_ROUNDS = 9
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
from PySide6.QtCore import QAbstractTableModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
class Rows(QAbstractTableModel):
    def rowCount(self, parent=None):
        return 10_000
    def columnCount(self, parent=None):
        return 8
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return "Lượt tiếp" if role == Qt.ItemDataRole.DisplayRole else None
class Table(QTableView):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, told)
app = QApplication([])
window = QMainWindow()
table = Table(window)
table.setModel(Rows(window))
window.setCentralWidget(table)
window.resize(1366, 696)
window.show()
app.exec()
"""
_OURS = f"""
import os, sys, time
begun = float(sys.argv[1])
{_END}
from ui import app
from reception.walls.memory import harden_process
from reception.walls.network import raise_wall
from reception.walls.tripwires import set_tripwires
harden_process()
raise_wall()
set_tripwires(print)
from PySide6.QtWidgets import QApplication
from ui.options import parse
from ui.program import Program
from ui.settings_file import SettingsFile
qt = QApplication(["reception"])
program = Program(qt, parse(["--office", sys.argv[2], "--demonstration"]), SettingsFile())
assert program.start()
program.entrance.painted.disconnect()  # what comes after the first page
program.entrance.painted.connect(told)
qt.exec()
"""


def measure() -> list[tuple[str, float, float | None]]:
    """Return (name, median of ratios, limit)."""
    with tempfile.TemporaryDirectory() as folder:
        office = build_office(Path(folder))
        office.open().close()
        times, sizes = [], []
        for index in range(_ROUNDS + 2):
            ours = _run(_OURS, str(office.folder), folder)
            bare = _run(_BARE, "", folder)
            if index >= 2:
                times.append(ours[0] / bare[0])
                sizes.append(ours[1] / bare[1])
    return [
        ("start to unlock screen / bare window", statistics.median(times), _LIMIT),
        ("memory at unlock screen / bare window", statistics.median(sizes), _LIMIT),
    ]


def _run(script: str, folder: str, home: str) -> tuple[float, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": home}
    environment["XDG_STATE_HOME"] = environment["XDG_CONFIG_HOME"] = home
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    # An installed program starts from compiled modules, its packages as much as its own.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(Path(home) / "compiled")
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
