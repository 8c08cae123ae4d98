"""Start to the painted unlock screen, and its memory, against a bare PySide6 page.

The bare page has as many widgets as the unlock screen, of the same plain kinds, with the same texts
and as many of them hidden, one below the other in a QVBoxLayout, aligned to the left. So it names
the namespace Qt as nearly every PySide6 program does, which makes 94 enumerations (15 to 25 ms).
A round takes the quickest of three starts of each: what else the machine does comes in bursts.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.fixtures.office import build_office

_ROUNDS, _TRIES = 11, 3
_TIME_LIMIT, _MEMORY_LIMIT = 1.6, 1.5
_END = """
def finish(page):
    rss = [l for l in open("/proc/self/status") if l.startswith("VmRSS")][0].split()[1]
    print(time.monotonic() - begun, rss)
    print(json.dumps(widgets(page)))
    sys.stdout.flush()
    os._exit(0)
def widgets(page):
    from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
    found = []
    for part in page.findChildren(QWidget):
        kinds = {QLabel: "QLabel", QAbstractButton: "QPushButton", QLineEdit: "QLineEdit"}
        kind = next((name for base, name in kinds.items() if isinstance(part, base)), "QWidget")
        text = part.text() if kind != "QWidget" else ""
        found.append((kind, text, part.isVisible()))
    return sorted(found)
"""
_BARE = f"""
import os, sys, time
begun = float(sys.argv[1])
import json
{_END}
from PySide6 import QtWidgets
from PySide6.QtCore import Qt, QTimer
class Page(QtWidgets.QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: finish(self))
app = QtWidgets.QApplication([])
page = Page()
column = QtWidgets.QVBoxLayout(page)
for kind, text, visible in json.load(open(sys.argv[2])):
    part = getattr(QtWidgets, kind)(page)
    if text:
        part.setText(text)
    part.setVisible(visible)
    column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
page.resize(1366, 696)
page.show()
app.exec()
"""
_OURS = f"""
import os, sys, time
begun = float(sys.argv[1])
import json
{_END}
from ui import app
app.prepare()
from PySide6.QtCore import QTimer
from ui.startup import application_flow as program
from ui.application_run import run
from ui.application.command_line import parse
class Watched(program.StartWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: finish(self))
program.StartWindow = Watched
run(parse(["--office", sys.argv[2], "--demonstration"]))
"""


def measure() -> list[tuple[str, float, float | None]]:
    """Return (name, median of ratios, limit)."""
    with tempfile.TemporaryDirectory() as folder:
        office = build_office(Path(folder))
        office.open().close()
        page = Path(folder, "widgets.json")
        sides = (_OURS, str(office.folder)), (_BARE, str(page))
        # These runs are not counted: they compile everything and tell the widgets of both sides.
        page.write_text(_run(*sides[0], folder).widgets, encoding="utf-8")
        bare = _run(*sides[1], folder).widgets
        if json.loads(bare) != json.loads(page.read_text(encoding="utf-8")):
            raise AssertionError("the bare page has other widgets than the unlock screen")
        rounds = [_round(sides, folder) for _ in range(_ROUNDS)]
    ratios = [
        (ours.seconds / bare.seconds, ours.kilobytes / bare.kilobytes) for ours, bare in rounds
    ]
    time_ratio, memory_ratio = (statistics.median(column) for column in zip(*ratios, strict=True))
    return [
        ("start to unlock screen / page with as many widgets", time_ratio, _TIME_LIMIT),
        ("memory at unlock screen / page with as many widgets", memory_ratio, _MEMORY_LIMIT),
    ]


@dataclass(frozen=True, order=True, slots=True)
class _Start:
    seconds: float
    kilobytes: float
    widgets: str  # JSON


def _round(sides: Sequence[tuple[str, str]], home: str) -> list[_Start]:
    """Return the quickest of a few starts of each side, started in turn."""
    tries = [[_run(*side, home) for side in sides] for _ in range(_TRIES)]
    return [min(starts) for starts in zip(*tries, strict=True)]


def _run(script: str, argument: str, home: str) -> _Start:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": home}
    environment["XDG_STATE_HOME"] = environment["XDG_CONFIG_HOME"] = home
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    # An installed program lies there compiled, as PySide does: the rounds that are not counted
    # compile everything once, for both sides, beside the office and not into the sources.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = f"{home}/compiled"
    done = subprocess.run(  # noqa: S603 - our own scripts
        [sys.executable, "-c", script, str(time.monotonic()), argument],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
        timeout=30,
    )
    figures, widgets = done.stdout.splitlines()[-2:]
    seconds, kilobytes = figures.split()
    return _Start(float(seconds), float(kilobytes), widgets)
