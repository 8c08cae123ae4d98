"""A replaced process keeps its number and nothing of its memory or descriptors."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from reception.hardening.process_restart import command_for
from tests.fixtures.polling import PROCESS_PATIENCE
from tests.hardening.fresh_interpreter import ROOT, run

READY = "import sys; print('fresh', flush=True); sys.stdin.read()"
# The secret is put together in the process, so that neither argv nor environment holds it.
PLANT = """
import os, sys, threading
secret = bytes(b ^ 0x5A for b in bytes.fromhex(sys.argv[1]))
kept = [secret * 3, secret.decode(), bytearray(secret * 100_000)]
print("planted", flush=True)
sys.stdin.readline()
from reception.hardening.process_restart import replace_process
def go():
    replace_process([sys.executable, "-c", sys.argv[2]])
worker = threading.Thread(target=go)  # the lock may come from any thread
worker.start()
worker.join()
"""


def memory_of(pid: int) -> bytes:
    """Return all readable memory of a process."""
    found = []
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            match = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
            if match is None or "[v" in line:  # vvar and vsyscall belong to the kernel
                continue
            start, end = (int(edge, 16) for edge in match.groups())
            memory.seek(start)
            found.append(memory.read(end - start))
    return b"".join(found)


def test_memory_is_really_replaced():
    # Drawn, so that it stands in no file that the process reads; the seed repeats it.
    secret = Random(1).randbytes(12).hex().encode()  # noqa: S311 - a mark, no secret
    hidden = bytes(byte ^ 0x5A for byte in secret).hex()
    with subprocess.Popen(  # noqa: S603  # our own snippet
        [sys.executable, "-c", PLANT, hidden, READY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == b"planted\n"
        assert memory_of(child.pid).count(secret) > 3  # the search works
        child.stdin.write(b"\n")
        child.stdin.flush()
        assert child.stdout.readline() == b"fresh\n"
        after = memory_of(child.pid)
        assert len(after) > 1_000_000
        assert secret not in after
        child.stdin.close()
        assert child.wait(PROCESS_PATIENCE) == 0


def test_descriptors_close_output_is_flushed_signals_are_open():
    code = """
import os, signal, sys
from reception.hardening.process_restart import replace_process
leak = os.open("/etc/hostname", os.O_RDONLY)
os.set_inheritable(leak, True)
os.dup2(leak, 77, inheritable=True)
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
sys.stdout.write("said before; ")
after = '''
import os, signal, sys
open_now = [n for n in os.listdir("/proc/self/fd") if int(n) > 2]
real = [n for n in open_now if os.path.exists(f"/proc/self/fd/{n}")]
print(os.getpid() == int(sys.argv[1]), real, signal.pthread_sigmask(signal.SIG_BLOCK, ()),
      os.environ.get("GIVEN"), "HOME" in os.environ)
'''
replace_process([sys.executable, "-c", after, str(os.getpid())], {"GIVEN": "yes"})
"""
    assert run(code) == "said before; True [] set() yes False"


def test_a_command_that_is_not_there_raises():
    code = """
from reception.hardening.process_restart import replace_process
try:
    replace_process(["/nonexistent/program"])
except OSError:
    print("still here")
"""
    assert run(code) == "still here"


@pytest.mark.parametrize("isolated", [False, True])
def test_the_command_runs_our_module_from_any_folder(tmp_path, isolated):
    (tmp_path / "reception").mkdir()
    (tmp_path / "reception" / "__init__.py").write_text("raise SystemExit('a stranger')")
    command = command_for("reception.hardening.single_instance", ["a", "b c"], isolated=isolated)
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603  # the command under test
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_packed_program_gets_the_module_as_argument(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command_for("ui.app", ["x"]) == [sys.executable, "--run-module", "ui.app", "x"]
