"""Memory protection: no dumps, no core files, private files, temporary files in RAM."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import stat
import sys
import tempfile
from pathlib import Path

if sys.platform == "linux":
    import ctypes
    import resource

_PR_SET_DUMPABLE = 4
_RAM_FOLDER = Path("/dev/shm")  # noqa: S108  # the system's RAM disk; only a private folder in it is used
_FOLDER_NAME = re.compile(r"reception-(?P<user>\d+)-(?P<pid>\d+)-\w+")
_own_folders: set[Path] = set()  # made by this process since its last exec


def harden_process() -> None:
    """Make this process unreadable to other processes of the same user; call it first after exec.

    On Linux the process is not dumpable (no ptrace, no core file, /proc/<pid>/mem only for root),
    the size of core files is 0, the umask is 077, and TMPDIR, also for child processes, is a
    private folder in RAM. On other systems only the umask is set.
    """
    os.umask(0o077)
    if sys.platform != "linux":
        return
    zero = ctypes.c_ulong(0)
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, zero, zero, zero, zero)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _use_memory_for_temporary_files()


def allow_debugger() -> None:
    """Let debuggers of the same user attach again; for demonstration offices only."""
    if sys.platform == "linux":
        zero = ctypes.c_ulong(0)
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, ctypes.c_ulong(1), zero, zero, zero)


def _use_memory_for_temporary_files() -> None:
    """Set TMPDIR to a private folder in RAM; a child process uses the folder of its parent."""
    if not _is_memory_disk():
        return
    folder = Path(os.environ.get("TMPDIR", "/"))
    if folder in _own_folders:
        return
    _remove_stale_folders()
    if not (
        folder.parent == _RAM_FOLDER and _FOLDER_NAME.fullmatch(folder.name) and _is_private(folder)
    ):
        prefix = f"reception-{os.getuid()}-{os.getpid()}-"
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=_RAM_FOLDER))
        _own_folders.add(folder)
        atexit.register(_remove_folder_of_process, folder, os.getpid())
        os.environ["TMPDIR"] = str(folder)
    tempfile.tempdir = None


def _is_memory_disk() -> bool:
    if not os.access(_RAM_FOLDER, os.W_OK | os.X_OK):
        return False
    mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    return any(line.split()[1:3] == [str(_RAM_FOLDER), "tmpfs"] for line in mounts)


def _is_private(folder: Path) -> bool:
    try:
        status = folder.lstat()
    except OSError:
        return False
    return (
        stat.S_ISDIR(status.st_mode)
        and status.st_uid == os.getuid()
        and stat.S_IMODE(status.st_mode) & 0o077 == 0
    )


def _remove_stale_folders() -> None:
    """Remove the folders of ended processes, and the one made before this process called exec."""
    for name in os.listdir(_RAM_FOLDER):
        match, folder = _FOLDER_NAME.fullmatch(name), _RAM_FOLDER / name
        if match is None or int(match["user"]) != os.getuid() or not _is_private(folder):
            continue
        process_number = int(match["pid"])
        if process_number == os.getpid() or not Path(f"/proc/{process_number}").exists():
            shutil.rmtree(folder, ignore_errors=True)


def _remove_folder_of_process(folder: Path, process_number: int) -> None:
    # A forked child runs the same exit handlers and must not remove its parent's folder.
    if os.getpid() == process_number:
        shutil.rmtree(folder, ignore_errors=True)
