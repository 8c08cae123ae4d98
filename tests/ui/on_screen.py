"""Tests that need a display server: each one runs in a child pytest under Xvfb."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

MARKER = "on_screen"
_CHILD = "RECEPTION_TEST_ON_SCREEN"  # set in the child, so that it runs the test itself
_TIMEOUT = 600  # seconds


@contextmanager
def virtual_display() -> Iterator[str]:
    """Run Xvfb and yield the name of its display, for example ``:99``.

    Xvfb chooses a free number itself, so that two test runs never share a display.
    """
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1920x1080x24"]
    server = subprocess.Popen(  # noqa: S603 - fixed arguments
        [*command, "-nolisten", "tcp"], pass_fds=(writer,), stderr=subprocess.DEVNULL
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        assert number.isdecimal(), "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


class OnScreenItem(pytest.Item):
    """A test function that a child process runs with the xcb platform."""

    def runtest(self) -> None:
        """Run the test in the child; its whole report is the message of a failure."""
        options = ["-p", "no:randomly", "-p", "no:xdist", "--color=no"]
        command = [sys.executable, "-m", "pytest", *options, self.nodeid]
        with virtual_display() as display:
            screen = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", _CHILD: "1"}
            done = subprocess.run(  # noqa: S603 - our own arguments
                command,
                cwd=self.config.rootpath,
                env=os.environ | screen,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=_TIMEOUT,
                check=False,
            )
        if done.returncode:
            pytest.fail(done.stdout, pytrace=False)

    def reportinfo(self) -> tuple[os.PathLike[str], None, str]:
        return self.path, None, self.name


def on_screen_item(collector: pytest.Collector, name: str, function: object) -> OnScreenItem | None:
    """Return the item of a test marked ``on_screen``; None in the child and for every other."""
    marks = getattr(function, "pytestmark", ())
    if _CHILD in os.environ or not any(mark.name == MARKER for mark in marks):
        return None
    item: OnScreenItem = OnScreenItem.from_parent(collector, name=name)
    return item
