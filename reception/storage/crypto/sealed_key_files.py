"""Keys in files of their own, outside the encrypted file and outside every backup.

They open drafts, batches of queued blind indexes, and granted reveal requests.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from reception.domain.errors import StorageError
from reception.hardening.regular_files import KIB, is_regular, open_regular, read_regular
from reception.storage.atomic_files import flush_folder, write_atomically
from reception.storage.crypto import sealing

_LARGEST = 4 * KIB


class SealedKeyFiles:
    """Files ``<subfolder>/<key id>.key``, each a key sealed to the one person who may open it.

    ``drafts`` holds the keys of drafts and of batches of queued blind indexes (sealed to the
    officer who entered or imported them), ``grants`` those of reveal requests (sealed to the
    person who asked). A key id consists of letters and digits; for any other ``create`` and
    ``remove`` raise StorageError ``draft.bad_id``.
    """

    def __init__(self, folder: Path, subfolder: str = "drafts") -> None:
        """``folder`` is the office's folder; backups do not contain the key files in it."""
        self._folder = folder / subfolder

    def create(self, key_id: str, owner_public: bytes) -> bytes:
        """Create a key, store it sealed to the owner of ``owner_public``, and return it.

        Errors: ``draft.key_folder`` if the subfolder is a link or no folder, or cannot be written.
        """
        key, path = sealing.new_key(), self._file(key_id)
        try:
            if self._folder.is_symlink():  # the key would leave the office's folder
                raise NotADirectoryError(str(self._folder))
            write_atomically(path, sealing.box_to(owner_public, key))
        except OSError as error:
            raise StorageError("draft.key_folder", folder=str(self._folder)) from error
        return key

    def open(self, key_id: str, owner_private: bytes) -> bytes | None:
        """Return a key; None if its file is missing, unreadable or sealed to somebody else."""
        try:
            return sealing.unbox(owner_private, read_regular(self._file(key_id), _LARGEST))
        except (OSError, StorageError):
            return None

    def remove(self, key_id: str) -> None:
        """Overwrite and delete a key file: nobody can open afterwards what the key encrypted.

        Nothing that another name or a link leads to is overwritten. A folder of that name stays.
        """
        path = self._file(key_id)
        with suppress(OSError), open_regular(path, _LARGEST, for_writing=True) as stream:
            found = os.fstat(stream.fileno())
            if found.st_nlink == 1:
                stream.write(bytes(found.st_size))
                stream.flush()
                os.fsync(stream.fileno())
        if path.is_symlink() or not path.is_dir():
            with suppress(NotADirectoryError):  # the subfolder itself is a file
                path.unlink(missing_ok=True)
        if self._folder.is_dir():
            flush_folder(self._folder)  # a power cut must not bring the key back

    def ids(self) -> list[str]:
        """Return the ids of all keys in the subfolder, sorted."""
        if not self._folder.is_dir():
            return []
        names = (path for path in self._folder.glob("*.key") if is_regular(path))
        return sorted(path.stem for path in names if path.stem.isalnum())

    def _file(self, key_id: str) -> Path:
        if not (key_id.isascii() and key_id.isalnum()):
            raise StorageError("draft.bad_id")
        return self._folder / f"{key_id}.key"
