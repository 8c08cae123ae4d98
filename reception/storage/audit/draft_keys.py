"""Keys of drafts and of granted requests, outside the encrypted file and outside every backup."""

from __future__ import annotations

import os
from pathlib import Path

from reception.domain.errors import StorageError
from reception.storage.atomic_files import flush_folder, write_atomically
from reception.storage.crypto import sealing


class DraftKeys:
    """``drafts/<id>.key``: each draft's key, sealed to the officer who wrote it.

    ``grants/<id>.key`` holds in the same way the key of a granted reveal request.
    """

    def __init__(self, folder: Path, subfolder: str = "drafts") -> None:
        """``folder`` is the office's folder; backups do not contain the key files in it."""
        self._folder = folder / subfolder

    def create(self, draft_id: str, owner_public: bytes) -> bytes:
        """Create, store and return the key of a new draft."""
        key = sealing.new_key()
        write_atomically(self._file(draft_id), sealing.box_to(owner_public, key))
        return key

    def open(self, draft_id: str, owner_private: bytes) -> bytes | None:
        """Return a draft's key; None when the key is destroyed or belongs to somebody else."""
        try:
            return sealing.unbox(owner_private, self._file(draft_id).read_bytes())
        except (OSError, StorageError):
            return None

    def remove(self, draft_id: str) -> None:
        """Overwrite and delete a key: nobody can open the draft afterwards."""
        path = self._file(draft_id)
        try:
            size = path.stat().st_size
            with path.open("r+b") as stream:
                stream.write(bytes(size))
                stream.flush()
                os.fsync(stream.fileno())
        except OSError:
            pass
        path.unlink(missing_ok=True)
        if self._folder.is_dir():
            flush_folder(self._folder)  # a power cut must not bring the key back

    def ids(self) -> list[str]:
        """Return the ids of all drafts that still have a key."""
        if not self._folder.is_dir():
            return []
        return sorted(path.stem for path in self._folder.glob("*.key"))

    def _file(self, draft_id: str) -> Path:
        if not draft_id.isalnum():
            raise StorageError("draft.bad_id")
        return self._folder / f"{draft_id}.key"
