"""Cycles that hold Qt objects are destroyed on the thread of the window, and they are destroyed."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import time
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.fixtures.polling import PROCESS_PATIENCE
from tests.ui.waiting import PATIENCE, wait_until
from ui.database_thread.garbage_collection import WindowThreadCollector
from ui.database_thread.task_runner import TaskRunner

ROOT = Path(__file__).resolve().parents[3]


class Cycle:
    """Refers to itself and to a QObject; records the thread on which it is destroyed."""

    def __init__(self, threads: list[int]) -> None:
        self.itself = self
        self.qt_object = QObject()
        weakref.finalize(self, lambda: threads.append(threading.get_ident()))


def allocate(count: int) -> int:
    """Allocate as many containers as make automatic collection run hundreds of times."""
    return len([[number] for number in range(count)])


@pytest.fixture
def collector(qapp: QApplication) -> WindowThreadCollector:
    """A new collector, in a process where automatic collection was on."""
    gc.enable()
    return WindowThreadCollector(qapp)


def test_no_cycle_is_destroyed_on_the_database_thread(
    qtbot: QtBot, collector: WindowThreadCollector
) -> None:
    runner = TaskRunner()
    threads: list[int] = []
    for _ in range(30):
        for _ in range(20):
            Cycle(threads)
        runner.run(allocate, 100_000)
    wait_until(lambda: not runner.busy and len(threads) == 600)
    runner.stop()
    assert set(threads) == {threading.get_ident()}


def test_cycles_are_destroyed_while_a_modal_dialog_is_open(
    qtbot: QtBot, collector: WindowThreadCollector
) -> None:
    threads: list[int] = []
    dialog = QDialog()
    qtbot.addWidget(dialog)
    limit = time.monotonic() + PATIENCE

    def work() -> None:
        for _ in range(1000):
            Cycle(threads)
        if len(threads) > 10_000:
            dialog.accept()
        elif time.monotonic() > limit:
            dialog.reject()

    timer = QTimer(dialog)
    timer.timeout.connect(work)
    timer.start(10)
    assert dialog.exec() == QDialog.DialogCode.Accepted


# Ends the program where it starts its first thread. Without an office it begins with the set-up
# wizard, which needs the database thread at once.
FIRST_THREAD = """
import gc, os, sys
from ui import app
app.prepare()
from ui.application.command_line import parse
from ui.application_run import run
from ui.database_thread import task_runner
class Thread(task_runner.QThread):
    def start(self):
        print("automatic collection:", gc.isenabled(), flush=True)
        os._exit(0)
task_runner.QThread = Thread
run(parse(["--office", sys.argv[1]]))
"""


def test_automatic_collection_is_off_before_the_first_thread(
    tmp_path: Path,
) -> None:
    done = subprocess.run(  # noqa: S603  # our own snippet
        [sys.executable, "-c", FIRST_THREAD, str(tmp_path / "office")],
        capture_output=True,
        text=True,
        timeout=PROCESS_PATIENCE,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)},
        check=True,
    )
    assert done.stdout.strip() == "automatic collection: False"
