"""``init --recovery -``: three sheets on a terminal, one holder after the other, then checked."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reception.domain.errors import InvalidInput
from reception.services.recovery.office_recovery import inspect_with_recovery_keys
from reception.services.recovery.recovery_shares import join_shares
from tests.fixtures.cups import (
    CABLE_PRINTER,
    NETWORK_PRINTER,
    PrivateCups,
    document_keeping_cups,
    private_cups,
)
from tests.fixtures.office import HEAD
from tests.fixtures.polling import PROCESS_PATIENCE

__all__ = ["document_keeping_cups", "private_cups"]

ROOT = Path(__file__).parents[2]
STRONG = "thuyền nan 7 mái chèo 93 gốc sung"
CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_PATIENCE = 60.0


class Terminal:
    """A terminal with the command on it: ``until`` reads, ``type`` answers."""

    def __init__(self, folder: Path) -> None:
        """Start setting up an office in ``folder``."""
        self._mine, theirs = pty.openpty()
        words = ["--office", str(folder), "--name", "Ban", "--head", HEAD, "--recovery", "-"]
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "reception.console.app", "init", *words, "--password-stdin"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=ROOT,
            env={**os.environ, "XDG_STATE_HOME": str(folder.parent / "machine")},
        )
        os.close(theirs)

    def until(self, last: str) -> str:
        """Return the output up to ``last``, or to the end of the command."""
        found, end = b"", time.monotonic() + _PATIENCE
        while last.encode() not in found and time.monotonic() < end:
            if not select.select([self._mine], [], [], 0.1)[0]:
                continue
            try:
                found += os.read(self._mine, 65536)
            except OSError:  # the other side has ended
                break
        return found.decode("utf-8", "replace")

    def type(self, line: str) -> None:
        """Type a line."""
        os.write(self._mine, line.encode())

    def end(self) -> int:
        """Wait for the end and return the exit status."""
        status = self.process.wait(_PATIENCE)
        os.close(self._mine)
        return status


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal at which the password has been given."""
    made = Terminal(tmp_path / "office")
    made.type(STRONG + "\n")
    yield made
    if made.process.poll() is None:
        made.process.kill()
        made.end()


def copied(terminal: Terminal) -> dict[int, str]:
    """Copy a sheet as its holder; it is on the screen until Enter."""
    terminal.until("rồi Enter:")
    terminal.type("\n")
    shown = terminal.until("màn hình. ").rpartition(CLEAR)[2]
    words = {int(n): word for n, word in re.findall(r"^\s*(\d+) ([a-z]+)\r?$", shown, re.M)}
    assert sorted(words) == list(range(1, 34))
    terminal.type("\n")
    return words


def asked(terminal: Terminal) -> int:
    """Return which word is asked for; the sheet has left the screen and its memory by then."""
    question = terminal.until("rồi Enter:")
    assert CLEAR in question
    found = re.search(r"từ số (\d+)", question)
    assert found is not None
    return int(found[1])


def test_three_sheets_are_copied_and_open_the_office(terminal: Terminal, tmp_path: Path) -> None:
    sheets = []
    for _ in range(3):
        words = copied(terminal)
        place = asked(terminal)
        terminal.type("sai\n")
        assert f"từ số {place}" in terminal.until("rồi Enter:")
        terminal.type(words[place] + "\n")
        terminal.type(words[asked(terminal)] + "\n")
        sheets.append(" ".join(words[n] for n in sorted(words)))
    assert "Đã lập sổ" in terminal.until("Đã lập sổ")
    assert terminal.end() == 0
    keys = join_shares(sheets[0], sheets[2])
    assert inspect_with_recovery_keys(tmp_path / "office", keys).head_name == HEAD
    with pytest.raises(InvalidInput):
        join_shares(sheets[0], sheets[0])


def test_a_terminal_that_ends_leaves_no_office(terminal: Terminal, tmp_path: Path) -> None:
    copied(terminal)
    asked(terminal)
    terminal.type("\x04")
    assert "chưa lập sổ" in terminal.until("chạy lại.")
    assert terminal.end() == 1
    assert not (tmp_path / "office").exists()


def printed(folder: Path, printer: str) -> subprocess.CompletedProcess[str]:
    """Set an office up with its sheets on a printer."""
    words = ["--office", str(folder), "--name", "Ban", "--head", HEAD, "--recovery", printer]
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "reception.console.app", "init", *words, "--password-stdin"],
        input=STRONG + "\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "XDG_STATE_HOME": str(folder.parent / "machine")},
        check=False,
        timeout=PROCESS_PATIENCE,
    )


def test_sheets_go_one_a_job_to_a_cable_printer(private_cups: PrivateCups, tmp_path: Path) -> None:
    done = printed(tmp_path / "office", CABLE_PRINTER)
    assert done.returncode == 0, done.stderr
    assert len(private_cups.wait_for_sheets(3)) == 3
    private_cups.wait_until_spool_is_empty()
    assert private_cups.spool_documents() == []


def test_no_sheet_is_written_where_documents_are_kept(
    document_keeping_cups: PrivateCups, tmp_path: Path
) -> None:
    done = printed(tmp_path / "office", CABLE_PRINTER)
    assert done.returncode == 1
    assert "PreserveJobFiles" in done.stderr
    assert document_keeping_cups.sheets() == []
    assert document_keeping_cups.spool_documents() == []
    assert not (tmp_path / "office").exists()


def test_no_sheet_is_sent_over_a_network(private_cups: PrivateCups, tmp_path: Path) -> None:
    done = printed(tmp_path / "office", NETWORK_PRINTER)
    assert done.returncode == 1
    assert "cáp" in done.stderr
    assert private_cups.sheets() == []
