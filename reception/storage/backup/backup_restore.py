"""Replaces an office by a backup: it is copied beside the office, checked, then renamed twice.

``<office>.dang-ghi`` is an unfinished copy and may be deleted; ``<office>.khoi-phuc`` was opened
and checked. After a power cut between the two renames no folder has the name of the
office: :func:`finish_replacement` gives it to the checked copy.
"""

from __future__ import annotations

import errno
import os
import shutil
from datetime import datetime
from pathlib import Path

from reception.domain.errors import StorageError
from reception.hardening.regular_files import (
    UnreadableSourceError,
    copy_regular,
    is_folder,
    is_there,
)
from reception.storage.atomic_files import flush_folder
from reception.storage.json_shapes import LARGEST

_UNFINISHED, _CHECKED, _REPLACED = ".dang-ghi", ".khoi-phuc", "-giu-lai-"
_DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) if os.name != "nt" else (errno.ENOSPC,)


def copy_beside(backup: Path, names: tuple[str, ...], folder: Path) -> Path:
    """Copy the files ``names`` of a backup beside an office folder; return the new folder.

    Errors: ``backup.full``, ``backup.unwritable``, ``backup.damaged`` (a file of the backup cannot
    be read); the unfinished copy is removed then.
    """
    unfinished = folder.with_name(folder.name + _UNFINISHED)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        remove(unfinished)
        unfinished.mkdir(mode=0o700)
        require_space(sum((backup / name).lstat().st_size for name in names), unfinished)
        for name in names:
            copy_regular(backup / name, unfinished / name, LARGEST)
            (unfinished / name).chmod(0o600)
            flush(unfinished / name)
        flush_folder(unfinished)
    except UnreadableSourceError as error:
        remove(unfinished)
        raise StorageError("backup.damaged", file=Path(error.filename).name) from error
    except OSError as error:
        remove(unfinished)
        raise write_error(error, folder.parent) from error
    except BaseException:
        remove(unfinished)
        raise
    return unfinished


def replace_office(copy_folder: Path, folder: Path, at: datetime) -> Path | None:
    """Give a checked copy the name of the office; return the new folder of the replaced office.

    Errors: ``backup.unwritable``; then the office that was to be replaced has its own name again.
    """
    checked, target = folder.with_name(folder.name + _CHECKED), _replaced_name(folder, at)
    try:
        remove(checked)
        flush_folder(copy_folder)
        copy_folder.rename(checked)
        flush_folder(folder.parent)
        replaced = _move_away(folder, target)
        try:
            checked.rename(folder)
        except OSError:
            if replaced is not None:
                replaced.rename(folder)
            raise
        flush_folder(folder.parent)
    except OSError as error:
        remove(checked)
        raise write_error(error, folder.parent) from error
    return replaced


def finish_replacement(folder: Path) -> bool:
    """Finish a replacement that a power cut interrupted; return whether there was one."""
    checked = folder.with_name(folder.name + _CHECKED)
    if is_there(folder) or not is_folder(checked):
        return False
    checked.rename(folder)
    flush_folder(folder.parent)
    return True


def replaced_offices(folder: Path) -> tuple[Path, ...]:
    """Return the folders of former offices that restores have replaced."""
    return tuple(sorted(folder.parent.glob(f"{folder.name}{_REPLACED}*")))


def is_occupied(folder: Path) -> bool:
    """Tell whether a folder exists and is not empty, as far as can be seen."""
    try:
        return is_there(folder) and (not is_folder(folder) or any(folder.iterdir()))
    except OSError:
        return True


def _replaced_name(folder: Path, at: datetime) -> Path:
    name = f"{folder.name}{_REPLACED}{at:%Y%m%d-%H%M%S}"
    names = [name, *(f"{name}-{number}" for number in range(2, 100))]
    return folder.with_name(next(new for new in names if not folder.with_name(new).exists()))


def _move_away(folder: Path, target: Path) -> Path | None:
    if not is_there(folder):
        return None
    if not is_occupied(folder):
        folder.rmdir()
        return None
    folder.rename(target)
    flush_folder(folder.parent)
    return target


def flush(path: Path) -> None:
    """Flush a closed file to the disk."""
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def remove(folder: Path) -> None:
    """Remove a temporary folder of this program."""
    shutil.rmtree(folder, ignore_errors=True)


def require_space(size: int, folder: Path) -> None:
    """Refuse to copy ``size`` bytes into an existing folder with less space. Errors: StorageError.

    The code is ``backup.full``. Where the space is unknown, a full disk is reported while writing.
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return
    if free < size:
        raise StorageError("backup.full", place=str(folder))


def write_error(error: OSError, folder: Path) -> StorageError:
    """Return the StorageError for a failed write into a folder."""
    if error.errno in _DISK_FULL:
        return StorageError("backup.full", place=str(folder))
    reason = error.strerror or str(error)
    return StorageError("backup.unwritable", place=str(folder), reason=reason)


def disk_error(error: StorageError, folder: Path) -> StorageError:
    """Return the error of a database file in ``folder`` as that of a failed write into it."""
    if error.code == "database.disk_full":
        return StorageError("backup.full", place=str(folder))
    if error.code == "database.read_only":
        reason = os.strerror(errno.EROFS)
        return StorageError("backup.unwritable", place=str(folder), reason=reason)
    return error
