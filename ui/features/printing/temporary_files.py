"""Temporary files of libraries are kept in memory."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reception.domain.errors import ReceptionError

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - memory; the folder created in it is private


@contextmanager
def temporary_files_in_memory() -> Iterator[None]:
    """Context manager: sets ``TMPDIR`` to a private folder in memory, and removes it afterwards.

    It is needed because Qt on Linux writes a whole print job to a temporary file, which must not
    be on a disk. Raises ``printer.unreachable`` if this machine has no shared memory. Does nothing
    on Windows.
    """
    if sys.platform == "win32":
        yield
        return
    try:
        folder = tempfile.mkdtemp(dir=SHARED_MEMORY)
    except OSError as error:
        raise ReceptionError("printer.unreachable") from error
    previous = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = folder
    try:
        yield
    finally:
        if previous is None:
            os.environ.pop("TMPDIR", None)
        else:
            os.environ["TMPDIR"] = previous
        shutil.rmtree(folder, ignore_errors=True)
