"""The process cannot be dumped, and its temporary files never reach a disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.hardening.fresh_interpreter import ROOT, run

HARDEN = "from reception.hardening.memory_protection import harden_process; harden_process()\n"
SHARED = Path("/dev/shm")  # noqa: S108  # the folder under test


def test_no_dump_no_core_no_reading_by_others():
    code = """
import ctypes, os, resource, tempfile
assert ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0  # PR_GET_DUMPABLE
assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
with tempfile.NamedTemporaryFile() as file:
    print(oct(os.stat(file.name).st_mode & 0o777), oct(os.umask(0)))
"""
    assert run(HARDEN + code) == "0o600 0o77"
    before = "import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    assert run(before) == "1"


def test_a_crash_leaves_no_core(tmp_path):
    code = f"import os, resource; os.chdir({str(tmp_path)!r}); os.abort()"
    done = subprocess.run(  # noqa: S603  # our own snippet
        [sys.executable, "-c", HARDEN + code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == -6
    assert list(tmp_path.iterdir()) == []


def test_temporary_files_of_this_process_and_its_children_are_in_memory():
    code = """
import os, subprocess, sys, tempfile
harden_process()
child = "import os, tempfile; print(os.path.dirname(tempfile.mkstemp()[1]))"
where = subprocess.check_output([sys.executable, "-c", child], text=True).strip()
assert where == tempfile.gettempdir() == os.environ["TMPDIR"]
print(where, oct(os.stat(where).st_mode & 0o777))
"""
    where, mode = run(HARDEN + code).split()
    assert Path(where).parent == SHARED
    assert mode == "0o700"
    assert not Path(where).exists()  # gone with the process, with all that was in it


def test_a_hardened_child_uses_its_parents_folder_and_leaves_it():
    code = """
import os, subprocess, sys
child = "from reception.hardening.memory_protection import harden_process as h; h(); import os; "
child += "print(os.environ['TMPDIR'])"
where = subprocess.check_output([sys.executable, "-c", child], text=True).strip()
assert where == os.environ["TMPDIR"] and os.path.isdir(where)
print("shared")
"""
    assert run(HARDEN + code) == "shared"


def test_memory_of_a_process_image_is_gone_after_exec_and_after_a_crash():
    after = HARDEN + "import sys; print(os.listdir(os.environ['TMPDIR']), *sys.argv[1:])"
    code = """
import os, sys, tempfile
handle, name = tempfile.mkstemp()
os.execv(sys.executable, [sys.executable, "-c", sys.argv[1], name])
"""
    left, name = run(HARDEN + code, "import os\n" + after).split()
    assert left == "[]"
    assert not Path(name).exists()

    crash = HARDEN + "import os; print(os.environ['TMPDIR'], flush=True); os.kill(os.getpid(), 9)"
    done = subprocess.run(  # noqa: S603  # our own snippet
        [sys.executable, "-c", crash],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    orphan = Path(done.stdout.strip())
    assert orphan.is_dir()
    run(HARDEN)
    assert not orphan.exists()


def test_a_folder_others_could_read_is_not_used():
    code = """
import os, tempfile
bad = tempfile.mkdtemp(prefix=f"reception-{os.getuid()}-1-", dir="/dev/shm")
os.chmod(bad, 0o755)
os.environ["TMPDIR"] = bad
from reception.hardening.memory_protection import harden_process
harden_process()
assert os.environ["TMPDIR"] != bad
os.rmdir(bad)
print("own")
"""
    assert run(code) == "own"


def test_qt_opens_a_window_in_a_hardened_process_without_network():
    code = """
from reception.hardening.network_block import block_network as raise_wall
raise_wall()
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("Sổ")
label.show()
app.processEvents()
print(app.platformName())
"""
    assert run(HARDEN + code, QT_QPA_PLATFORM="offscreen") == "offscreen"
    on_screen = run(HARDEN + code, prefix=("xvfb-run", "-a"), QT_QPA_PLATFORM="xcb")
    assert on_screen.splitlines()[-1] == "xcb"
