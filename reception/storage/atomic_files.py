"""Atomic writing of small files: a new file is flushed and renamed, then its folder flushed."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def temporary_path(path: Path) -> Path:
    """Return the temporary path of a new version.

    It contains the process id, because two processes may write the same file.
    """
    return path.with_name(f"{path.name}.{os.getpid()}.new")


def write_atomically(path: Path, data: bytes) -> None:
    """Replace ``path`` with ``data``: a power cut leaves either the old file or the new one.

    After an error, as on a full disk, no part of the new file is left. Errors: OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = temporary_path(path)
    try:
        with open_new(temporary) as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def open_new(path: Path) -> BinaryIO:
    """Open a new file for writing, in the place of one that a power cut has left.

    Neither a link nor a named pipe that somebody has put there is written through.
    Errors: OSError.
    """
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    return os.fdopen(descriptor, "wb")


def flush_folder(folder: Path) -> None:
    """Flush a folder's directory entries to the disk; Windows does not need it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
