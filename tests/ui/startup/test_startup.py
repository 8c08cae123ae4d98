"""The start: what the first paint shows, and which modules are not imported before it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.office import build_office
from tests.fixtures.polling import PROCESS_PATIENCE

ROOT = Path(__file__).resolve().parents[3]

# Cryptography, database, papers, tables, calendars: none of them is needed to ask for a password.
HEAVY = {
    *("nacl", "cffi", "sqlcipher3", "zxcvbn", "shamir_mnemonic", "openpyxl", "reportlab"),
    *("holidays", "segno", "PIL", "PySide6.QtPdf", "PySide6.QtPrintSupport"),
    *(
        "reception.bootstrap",
        "reception.printing.layout.paper_canvas",
        "ui.application.office_window",
        "ui.shell.main_window",
    ),
}
NEEDED_AFTER_UNLOCKING = {
    "nacl",
    "sqlcipher3",
    "reception.bootstrap",
    "ui.application.office_window",
}

# Runs the program as the entry point does. "first" is reported after the window's first paint,
# "later" when the modules of the open office have been imported in the background.
WATCH = """
import json, sys
from ui import app
app.prepare()
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.startup import application_flow as program
from ui.application_run import run
from ui.application.command_line import parse
report = {}
class Watched(program.StartWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        if not report:
            report["first"] = None
            QTimer.singleShot(0, self.report_first_paint)
    def report_first_paint(self):
        report["first"] = {
            "modules": list(sys.modules),
            "page": type(self.page).__name__,
            "names": [row.text() for row in self.page.accounts.rows if row.isVisible()],
            "focus": self.page.password.hasFocus(),
        }
        QApplication.setCursorFlashTime(0)
        self.picture = self.grab().toImage()
        self.wait()
    def wait(self):
        if "ui.application.office_window" not in sys.modules:
            QTimer.singleShot(20, self.wait)
            return
        report["same"] = self.grab().toImage() == self.picture
        QTest.keyClicks(QApplication.focusWidget(), "abc")
        report["typed"] = self.page.password.value()
        report["later"] = list(sys.modules)
        print(json.dumps(report))
        sys.stdout.flush()
        QApplication.quit()
program.StartWindow = Watched
sys.exit(run(parse(["--office", sys.argv[1], "--demonstration"])))
"""


@pytest.fixture
def report(tmp_path: Path) -> dict[str, Any]:
    """Return the report of the program about its own start."""
    office = build_office(tmp_path / "desk")
    done = subprocess.run(  # noqa: S603  # our own snippet
        [sys.executable, "-c", WATCH, str(office.folder)],
        capture_output=True,
        text=True,
        timeout=PROCESS_PATIENCE,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)},
        check=True,
    )
    facts: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return facts


def test_the_first_paint_is_the_whole_unlock_screen_and_nothing_heavy_came_before(
    report: dict[str, Any],
):
    first = report["first"]
    assert HEAVY.isdisjoint(first["modules"])
    assert first["page"] == "UnlockScreen"
    assert first["names"]
    assert first["focus"]
    assert report["same"]
    assert report["typed"] == "abc"
    assert set(report["later"]) >= NEEDED_AFTER_UNLOCKING


def test_the_program_starts_in_its_own_style_on_any_desktop():
    code = (
        "from PySide6.QtWidgets import QApplication\n"
        "from ui.application_run import QT_ARGUMENTS\n"
        "print(QApplication(QT_ARGUMENTS).style().name())\n"
    )
    done = subprocess.run(  # noqa: S603  # our own snippet
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_STYLE_OVERRIDE": "Windows"},
        check=True,
    )
    assert done.stdout.strip() == "fusion"
