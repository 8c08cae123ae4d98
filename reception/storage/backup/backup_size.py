"""How large a backup may be: its sizes are compared before the register in it is read.

A manifest and a file can be forged together, for instance a sparse file that states 10 GB and
takes no room. The number of pages on the register's first page is forged by a holder of the key
only.
"""

from __future__ import annotations

from pathlib import Path

from reception.domain.backup import Manifest
from reception.domain.errors import StorageError
from reception.hardening.regular_files import open_regular
from reception.storage.database import DATABASE_FILE
from reception.storage.database_size import stated_size
from reception.storage.json_shapes import LARGEST


def require_stated_sizes(backup: Path, manifest: Manifest) -> None:
    """Compare the sizes of the files with the manifest; nothing is read. Errors: StorageError.

    The code is ``backup.damaged``, also for a file that is missing or no regular file.
    """
    for name, _, size in manifest.files:
        if _size(backup / name) != size:
            raise StorageError("backup.damaged", file=name)


def require_own_size(backup: Path, key: bytes) -> None:
    """Compare the register's size with the one on its first page, which ``key`` authenticates.

    Errors: ``backup.damaged``, also if the key does not open that page.
    """
    path = backup / DATABASE_FILE
    size = _size(path)
    if stated_size(path, key) != size:
        raise StorageError("backup.damaged", file=DATABASE_FILE)


def _size(path: Path) -> int:
    try:
        with open_regular(path, LARGEST) as stream:
            return stream.seek(0, 2)
    except OSError as error:
        raise StorageError("backup.damaged", file=path.name) from error
