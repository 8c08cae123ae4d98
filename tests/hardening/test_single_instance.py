"""One holder of an office's lock, until its process ends in whatever way."""

from __future__ import annotations

import os
import subprocess
import sys

from reception.hardening import single_instance
from reception.hardening.single_instance import InstanceLock
from tests.hardening.fresh_interpreter import ROOT, run

TRY = """
import sys
from pathlib import Path
from reception.hardening.single_instance import InstanceLock
lock = InstanceLock(Path(sys.argv[1]), sys.argv[2])
print(lock.acquire(), lock.holder_process_number(), flush=True)
"""


def test_a_second_process_learns_the_holder(tmp_path):
    lock = InstanceLock(tmp_path, "window")
    assert lock.holder_process_number() == ""
    assert lock.acquire()
    assert lock.acquire()  # ours already
    assert run(TRY, str(tmp_path), "window") == f"False {os.getpid()}"
    assert run(TRY, str(tmp_path), "console").startswith("True ")
    lock.release()
    lock.release()
    assert lock.holder_process_number() == ""
    assert run(TRY, str(tmp_path), "window").startswith("True ")


def test_two_locks_in_one_process_exclude_each_other(tmp_path):
    with InstanceLock(tmp_path, "window") as first, InstanceLock(tmp_path, "window") as second:
        assert first.acquire()
        assert not second.acquire()
        first.release()
        assert second.acquire()


def test_a_lock_file_moved_away_with_its_folder_does_not_count(tmp_path, monkeypatch):
    folder, lock = tmp_path / "office", single_instance._lock
    folder.mkdir()

    def lock_late(descriptor):  # a restore renames the folder between opening and locking
        folder.rename(tmp_path / "replaced")
        folder.mkdir()
        return lock(descriptor)

    with InstanceLock(folder, "window") as window, monkeypatch.context() as patches:
        patches.setattr(single_instance, "_lock", lock_late)
        assert not window.acquire()
        patches.undo()
        assert window.acquire()
        assert run(TRY, str(folder), "window") == f"False {os.getpid()}"
        assert run(TRY, str(tmp_path / "replaced"), "window").startswith("True ")


def test_a_killed_holder_releases_the_lock_while_its_child_runs(tmp_path):
    child = "import subprocess, sys; kid = subprocess.Popen(['sleep', '30'], close_fds=False)\n"
    code = TRY + child + "print(kid.pid, flush=True); sys.stdin.read()"
    with subprocess.Popen(  # noqa: S603  # our own snippet
        [sys.executable, "-c", code, str(tmp_path), "window"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == f"True {holder.pid}\n"
        kid = int(holder.stdout.readline())
        lock = InstanceLock(tmp_path, "window")
        assert not lock.acquire()
        holder.kill()
        holder.wait()
        assert lock.acquire()
        os.kill(kid, 9)
        lock.release()
