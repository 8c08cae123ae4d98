"""What stands in the way of the first page: nothing that only the office needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.fixtures.office import build_office

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"nacl", "sqlcipher3", "zxcvbn", "reportlab", "openpyxl", "PIL", "holidays", "segno"}
_SCRIPT = """
import os, sys
from reception.walls.memory import harden_process
from reception.walls.network import raise_wall
harden_process()
raise_wall()
from PySide6.QtWidgets import QApplication
from ui.options import parse
from ui.program import Program
from ui.settings_file import SettingsFile
qt = QApplication(["reception"])
program = Program(qt, parse(["--office", sys.argv[1], "--demonstration"]), SettingsFile())
assert program.start()
def told():
    page = program.entrance.page
    ready = page.password.isVisible() and page.accounts.isVisible()
    print(ready, *sorted({name.partition(".")[0] for name in sys.modules}))
    sys.stdout.flush()
    os._exit(0)
program.entrance.painted.disconnect()
program.entrance.painted.connect(told)
qt.exec()
"""


def test_the_first_page_stands_before_anything_heavy_is_loaded(tmp_path):
    office = build_office(tmp_path / "office")
    office.open().close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    environment |= {"XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", _SCRIPT, str(office.folder)],
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
        timeout=60,
        check=True,
    )
    ready, *loaded = done.stdout.split()
    assert ready == "True"
    assert HEAVY & set(loaded) == set()
