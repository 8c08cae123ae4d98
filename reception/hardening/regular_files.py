"""Reads files that anybody may have put there: regular files only, and up to a size.

Opening a named pipe would wait for ever, a device never ends, a link leads anywhere. The module
imports little, since the program needs it before unlocking and has to start quickly.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

KIB, MIB = 1 << 10, 1 << 20
LARGEST = (1 << 63) - 1  # for files of any size
_BLOCK = 1 << 20
_NO_PATH = (errno.ENAMETOOLONG, errno.ELOOP)
# Not on every system: without a name for them, the check of the opened file remains.
_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def open_regular(
    path: Path, most: int, *, for_writing: bool = False, through_links: bool = False
) -> BinaryIO:
    """Open a regular file of at most ``most`` bytes; ``through_links`` for a file a person chose.

    Errors: OSError, FileNotFoundError among them; EINVAL for anything but a regular file, and for a
    path that no system has, EFBIG for a larger file, ELOOP for a link.
    """
    flags = os.O_RDWR if for_writing else os.O_RDONLY
    flags |= _NO_WAITING | _BINARY | (0 if through_links else _NO_LINK)
    try:
        descriptor = os.open(path, flags)
    except ValueError as error:  # a character that no path can have
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL)) from error
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        if found.st_size > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        return os.fdopen(descriptor, "r+b" if for_writing else "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_regular(path: Path, most: int, *, through_links: bool = False) -> bytes:
    """Return the bytes of a regular file of at most ``most`` bytes.

    Errors: those of :func:`open_regular`; EFBIG also for a file that grows meanwhile.
    """
    with open_regular(path, most, through_links=through_links) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


class UnreadableSourceError(OSError):
    """The file that was to be copied cannot be read; errors of writing are other OSErrors."""


def copy_regular(source: Path, target: Path, most: int) -> None:
    """Copy a regular file of at most ``most`` bytes to a new file.

    Errors: UnreadableSourceError, as of reading the source; other OSErrors, as of writing.
    """
    copied = 0
    with _reading(source, most) as stream, target.open("xb") as copy:
        while block := _read_block(stream):
            copied += len(block)
            if copied > most:
                raise UnreadableSourceError(errno.EFBIG, os.strerror(errno.EFBIG), str(source))
            copy.write(block)


def _reading(source: Path, most: int) -> BinaryIO:
    try:
        return open_regular(source, most)
    except OSError as error:
        raise UnreadableSourceError(error.errno, error.strerror, str(source)) from error


def _read_block(stream: BinaryIO) -> bytes:
    try:
        return stream.read(_BLOCK)
    except OSError as error:
        raise UnreadableSourceError(error.errno, error.strerror, stream.name) from error


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder or leads to one; False for a path that no system has."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_there(path: Path) -> bool:
    """Tell whether anything has a path; True where that cannot be seen."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError as error:
        return error.errno not in _NO_PATH
    return True


def is_regular(path: Path) -> bool:
    """Tell whether a path is a regular file itself, and no link to one."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def remove_unless_own(path: Path) -> None:
    """Remove what has a path but is no regular file of one name; a folder stays.

    For files that the program writes over: nothing that a link leads to may be changed.
    Errors: OSError.
    """
    try:
        found = path.lstat()
    except FileNotFoundError:
        return
    is_own = stat.S_ISREG(found.st_mode) and found.st_nlink == 1
    if not is_own and not stat.S_ISDIR(found.st_mode):
        path.unlink(missing_ok=True)
