"""A folder in memory for libraries that need temporary files."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reception.domain.errors import ReceptionError

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - memory, and the folder made in it is private


@contextmanager
def memory_folder() -> Iterator[None]:
    """Point ``TMPDIR`` at a private folder in memory, and remove it with its content.

    Qt writes a whole print job to a temporary file on Linux. Raises
    ``printer.unreachable`` when this machine has no such memory: better no paper than a
    document on the disk. Windows needs none of it.
    """
    if sys.platform == "win32":
        yield
        return
    try:
        folder = tempfile.mkdtemp(dir=SHARED_MEMORY)
    except OSError as error:
        raise ReceptionError("printer.unreachable") from error
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = folder
    try:
        yield
    finally:
        if before is None:
            os.environ.pop("TMPDIR", None)
        else:
            os.environ["TMPDIR"] = before
        shutil.rmtree(folder, ignore_errors=True)
