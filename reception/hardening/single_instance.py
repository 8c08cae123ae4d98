"""Instance lock: at most one window for an office, or one process at a certain work.

The operating system releases the lock when the process ends.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

from reception.hardening.regular_files import LARGEST, open_regular, remove_unless_own

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Windows prevents reading of locked bytes, so the locked byte is behind the text.
_LOCKED_BYTE = 4096
_TEXT_BYTES = 32
_INTERVAL_SECONDS = 0.01  # between two attempts


class InstanceLock:
    """A lock on ``<folder>/<name>.lock``; the file is not removed, only the lock matters."""

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / f"{name}.lock"
        self._file: int | None = None

    def acquire(self) -> bool:
        """Take the lock without waiting; False when another process holds it.

        Also False when the folder was just replaced by another of the same name.
        What somebody has put there instead of a file, such as a link, is removed: the file is
        emptied here, and a link would have another one emptied.
        Raises OSError when the folder cannot be written, or holds a folder of this name.
        """
        if self._file is not None:
            return True
        remove_unless_own(self._path)
        # Descriptors of Python are close-on-exec: no child keeps the lock alive.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(self._path, flags, 0o600)
        if not (_lock(descriptor) and _is_at(self._path, descriptor)):
            os.close(descriptor)
            return False
        with suppress(OSError):  # on a full disk the lock holds without the number
            os.ftruncate(descriptor, 0)
            os.write(descriptor, str(os.getpid()).encode("ascii"))
        self._file = descriptor
        return True

    def acquire_within(self, seconds: float) -> bool:
        """Take the lock, waiting at most so long for its holder; False after that.

        Raises OSError as :meth:`acquire`.
        """
        deadline = time.monotonic() + seconds
        while not self.acquire():
            if time.monotonic() > deadline:
                return False
            time.sleep(_INTERVAL_SECONDS)
        return True

    def release(self) -> None:
        """Release the lock; does nothing when it is not held."""
        if self._file is not None:
            os.ftruncate(self._file, 0)
            os.close(self._file)
            self._file = None

    def holder_process_number(self) -> str:
        """Return the number of the process that holds the lock, as text; "" when unknown."""
        try:
            with open_regular(self._path, LARGEST) as file:
                text = file.read(_TEXT_BYTES).decode("ascii", "replace").strip()
        except OSError:
            return ""
        return text if text.isdecimal() else ""

    def __enter__(self) -> Self:
        """Return this object without acquiring the lock, since that can fail."""
        return self

    def __exit__(self, *_: object) -> None:
        """Release the lock."""
        self.release()


def _is_at(path: Path, descriptor: int) -> bool:
    """Tell whether ``path`` still is the opened file; a restore renames the folder."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
