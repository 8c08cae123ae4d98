"""State outside the encrypted file: the checkpoint of the log and failed unlock attempts."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from reception.domain.errors import StorageError
from reception.domain.log_checkpoint import LogCheckpoint
from reception.hardening.regular_files import KIB, MIB, read_regular
from reception.storage.atomic_files import open_new, temporary_path, write_atomically
from reception.storage.json_shapes import (
    ShapeError,
    day_of,
    hex_of,
    member_of,
    number_of,
    object_of,
    parsed_json,
    signed_roster_of,
    text_of,
)

_DELAYS_S = (1, 2, 4, 8, 16, 32, 60)
_LONG_DELAY_S = 15 * 60
_LONG_DELAY_AFTER = 10  # failed attempts
_MOST_ATTEMPTS = 1_000_000
_CONFLICT = ".conflict.json"
_LARGEST = 64 * KIB  # of a checkpoint and of tries.json
_LARGEST_ROSTER = 16 * MIB
_LONGEST_TEXT = 1000  # characters
_DIGEST_BYTES = 32


def default_state_folder() -> Path:
    """Return this machine's folder for state that must stay outside an office's folder."""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        base = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(base) / "reception"


class CheckpointFile:
    """The checkpoint of the log in this machine's state folder.

    Each office folder has its own, so that opening a backup does not change the checkpoint of the
    present office.
    """

    def __init__(self, state_folder: Path, office_id: str, folder: Path) -> None:
        self._office = office_id
        self._path = state_path(state_folder, office_id, folder).with_suffix(".json")

    def read(self) -> LogCheckpoint | None:
        """Return the checkpoint of this folder, or else the latest one of the same office.

        Return None when no checkpoint can be read. The latest one of the office is needed for a
        folder that was moved or restored elsewhere: its log is compared with the last state that
        this machine has seen.
        """
        return self._load(self._path) or self._latest_of_office()

    def _latest_of_office(self) -> LogCheckpoint | None:
        checkpoints = (
            self._load(path)
            for path in self._path.parent.glob(f"{self._office}*.json")
            if not path.name.endswith(_CONFLICT)
        )
        return max((item for item in checkpoints if item), key=lambda item: item.seq, default=None)

    def conflicting_checkpoint(self) -> LogCheckpoint | None:
        """Return the checkpoint saved by :meth:`save_conflict`; None if none was saved.

        The log was shorter than this checkpoint, or had another hash at this entry.
        """
        return self._load(self._conflict_path)

    def save_conflict(self) -> None:
        """Copy the checkpoint, as evidence, to a separate file that is never overwritten."""
        if self._conflict_path.exists():
            return
        checkpoint = self.read()
        if checkpoint is not None:
            with suppress(OSError):  # the entry of this unlock names the conflict too
                write_atomically(self._conflict_path, _encode(checkpoint))

    @property
    def _conflict_path(self) -> Path:
        return self._path.with_suffix(_CONFLICT)

    @staticmethod
    def _load(path: Path) -> LogCheckpoint | None:
        try:
            stored = object_of(parsed_json(read_regular(path, _LARGEST)))
            return LogCheckpoint(
                number_of(member_of(stored, "seq")),
                hex_of(member_of(stored, "digest"), _DIGEST_BYTES),
                day_of(member_of(stored, "at")),
                text_of(member_of(stored, "name"), _LONGEST_TEXT),
            )
        except (OSError, ShapeError):
            return None

    def write(self, checkpoint: LogCheckpoint) -> bool:
        """Store a new checkpoint without flushing: after a power cut an older one is harmless.

        Return False if the state folder cannot be written; what was done is committed by then.
        """
        try:
            self._write(checkpoint)
        except OSError:
            return False
        return True

    def _write(self, checkpoint: LogCheckpoint) -> None:
        temporary = temporary_path(self._path)
        try:
            stream = open_new(temporary)
        except FileNotFoundError:
            temporary.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            stream = open_new(temporary)
        with stream:
            stream.write(_encode(checkpoint))
        temporary.replace(self._path)


class RosterFile:
    """The newest signed roster that this machine has seen of an office, beside its checkpoint.

    Each office folder has its own, as it has its own checkpoint: a backup that was restored
    elsewhere and has its own later rosters does not shut the present office out.
    A file that cannot be read counts for nothing; the caller checks the signature.
    """

    def __init__(self, state_folder: Path, office_id: str, folder: Path) -> None:
        self._office = office_id
        self._path = state_path(state_folder, office_id, folder).with_suffix(".roster")
        self._read_version: tuple[int, int, int] | None = None
        self._read: dict[str, str] | None = None

    def read(self) -> dict[str, str] | None:
        """Return statement and signature (hex) as text; None if there is none.

        It is that of this folder, or else the one of the same office with the highest number.
        """
        return self.read_own() or self._highest_of_office()

    def read_own(self) -> dict[str, str] | None:
        """Return that of this folder, as :meth:`read` does; None if there is none.

        Every use of a right asks for it, so the file is read again only when it is another one: a
        new version is always a new file.
        """
        try:
            found = self._path.stat()
        except OSError:
            return None
        version = (found.st_ino, found.st_mtime_ns, found.st_size)
        if version != self._read_version:
            self._read, self._read_version = self._load(self._path), version
        return self._read

    def _highest_of_office(self) -> dict[str, str] | None:
        stored = (self._load(path) for path in self._path.parent.glob(f"{self._office}*.roster"))
        return max((item for item in stored if item), key=_number, default=None)

    @staticmethod
    def _load(path: Path) -> dict[str, str] | None:
        try:
            return signed_roster_of(parsed_json(read_regular(path, _LARGEST_ROSTER)))
        except (OSError, ShapeError):
            return None

    def write(self, signed: dict[str, str]) -> bool:
        """Replace the stored roster; return False if the state folder cannot be written."""
        try:
            write_atomically(self._path, json.dumps(signed).encode())
        except OSError:
            return False
        return True


def state_path(state_folder: Path, office_id: str, folder: Path) -> Path:
    """Return the path, without suffix, of this machine's files about an office in a folder."""
    folder_digest = blake2b(os.fsencode(os.path.realpath(folder)), digest_size=6).hexdigest()
    return state_folder / "anchors" / f"{office_id}-{folder_digest}"


def _number(signed: dict[str, str]) -> int:
    try:
        statement = object_of(parsed_json(signed["statement"].encode()))
        return number_of(member_of(statement, "number"))
    except ShapeError:
        return 0


def _encode(checkpoint: LogCheckpoint) -> bytes:
    values = {
        "seq": checkpoint.seq,
        "digest": checkpoint.digest.hex(),
        "at": checkpoint.day.isoformat(),
        "name": checkpoint.name,
    }
    return json.dumps(values, ensure_ascii=False).encode()


class FailedAttempts(NamedTuple):
    """The number of failed unlock attempts of one account, and the delay before the next one."""

    number: int = 0

    @property
    def delay(self) -> int:
        """Return the delay in seconds: 1, 2, 4 … 60, and 900 from the tenth failed attempt on."""
        if self.number == 0:
            return 0
        if self.number >= _LONG_DELAY_AFTER:
            return _LONG_DELAY_S
        return _DELAYS_S[min(self.number, len(_DELAYS_S)) - 1]


class FailedAttemptsFile:
    """``tries.json``, the failed attempts by user id.

    It slows down guessing a password in this program; it does not protect copied files.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "tries.json"

    def read(self, user_id: str) -> FailedAttempts:
        """Return the failed attempts of an account since its last successful unlock."""
        return FailedAttempts(self._read_counts().get(user_id, 0))

    def add(self, user_id: str) -> FailedAttempts:
        """Count a failed attempt and return the new number, which is on the disk by then."""
        counts = self._read_counts()
        counts[user_id] = counts.get(user_id, 0) + 1
        self._write(counts)
        return FailedAttempts(counts[user_id])

    def clear(self, user_id: str) -> int:
        """Reset the failed attempts of an account and return how many there were."""
        counts = self._read_counts()
        failed = counts.pop(user_id, 0)
        if failed:
            self._write(counts)
        return failed

    def _read_counts(self) -> dict[str, int]:
        try:
            counts = object_of(parsed_json(read_regular(self._path, _LARGEST)))
            return {key: number_of(value, most=_MOST_ATTEMPTS) for key, value in counts.items()}
        except (OSError, ShapeError):
            return {}

    def _write(self, counts: dict[str, int]) -> None:
        try:
            write_atomically(self._path, json.dumps(counts).encode())
        except OSError as error:
            reason = error.strerror or str(error)
            raise StorageError("tries.unwritable", file=str(self._path), reason=reason) from error
