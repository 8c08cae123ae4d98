"""The order in which each process runs its tests, written to files so that it can be repeated."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = "build/test-order"


class RunOrder:
    """Plugin that appends the id of every test that starts to one file for each process.

    To repeat a test that fails only after certain others, give pytest the file of its process,
    which the summary of a failed run names.
    """

    def __init__(self, config: pytest.Config) -> None:
        worker = getattr(config, "workerinput", {}).get("workerid", "main")
        self._distributes = worker == "main" and bool(config.getoption("numprocesses", None))
        self._path = Path(config.rootpath, FOLDER, f"{worker}.txt")
        if not self._distributes:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text("", encoding="utf-8")

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Append the id before the test begins, so that after a crash it is the last line."""
        if not self._distributes:
            with self._path.open("a", encoding="utf-8") as stream:
                stream.write(f"{nodeid}\n")

    def pytest_terminal_summary(
        self, terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
    ) -> None:
        """After a failure, print the commands that repeat the run, or one process of it."""
        if exitstatus != pytest.ExitCode.TESTS_FAILED:
            return
        terminalreporter.section("repeat this run")
        seed = config.getoption("randomly_seed", None)
        if seed is not None:
            terminalreporter.write_line(f"same order: make test SEED={seed}")
        name = "gw0" if self._distributes else "main"
        command = f"python -m pytest -p no:randomly @{FOLDER}/{name}.txt"
        terminalreporter.write_line(f"one process alone: {command}")
