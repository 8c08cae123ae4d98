"""State shown before unlocking; read without cryptography, so that it appears at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reception.domain.errors import StorageError
from reception.domain.log_checkpoint import LogCheckpoint
from reception.domain.text import visible_text
from reception.hardening.regular_files import MIB, read_regular
from reception.storage import json_shapes as shapes
from reception.storage.audit.local_state import (
    CheckpointFile,
    FailedAttemptsFile,
    default_state_folder,
)
from reception.storage.backup.backup_restore import finish_replacement

_KEYRING = "keyring.json"
_LARGEST = 4 * MIB
_LONGEST_NAME = 200  # characters
_WEAK_MIB = 64  # password hashes of a demonstration use less memory, of a real office far more


class PreUnlockState(NamedTuple):
    """Account names, this machine's checkpoint of the log, and retry delays."""

    accounts: tuple[tuple[str, str], ...]
    checkpoint: LogCheckpoint | None
    delays: dict[str, int]  # user id -> retry delay in seconds
    has_recovery: bool = False  # whether the keyring has a recovery key


def finish_restore(folder: Path) -> None:
    """Finish a restore interrupted by a power cut between its two renames."""
    finish_replacement(folder)


def holds_office(folder: Path) -> bool:
    """Tell whether a folder holds an office, be it one that cannot be read.

    No new office is set up where anything has the name of a keyring.
    """
    try:
        (folder / _KEYRING).lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def is_demonstration_office(folder: Path) -> bool:
    """Tell whether every password of an office is as weakly protected as in a demonstration."""
    try:
        costs = [
            shapes.number_of(shapes.member_of(item, "memory_mib"))
            for item in _accounts(_document(folder))
        ]
    except (OSError, shapes.ShapeError):
        return False
    return bool(costs) and max(costs) < _WEAK_MIB


def machine_state_folder(folder: Path, *, demonstration: bool) -> Path:
    """Return this machine's folder for state outside an office's folder."""
    return folder.resolve().parent / "state" if demonstration else default_state_folder()


def read_pre_unlock_state(folder: Path, state_folder: Path) -> PreUnlockState:
    """Return names, checkpoint and delays; for display only, because none of them is verified.

    Errors: StorageError ``keyring.missing``, ``keyring.unreadable``.
    """
    try:
        document = _document(folder)
        office = shapes.id_of(shapes.member_of(document, "office"))
        # A suspended account has no key of the register: its name is not offered.
        accounts = tuple(
            (
                shapes.id_of(shapes.member_of(item, "id")),
                visible_text(shapes.text_of(shapes.member_of(item, "name"), _LONGEST_NAME)),
            )
            for item in _accounts(document)
            if item.get("key") != ""
        )
        has_recovery = bool(document.get("recovery"))
    except FileNotFoundError as error:
        raise StorageError("keyring.missing", folder=str(folder)) from error
    except (OSError, shapes.ShapeError) as error:
        raise StorageError("keyring.unreadable") from error
    attempts = FailedAttemptsFile(folder)
    delays = {user_id: attempts.read(user_id).delay for user_id, _ in accounts}
    checkpoint = CheckpointFile(state_folder, office, folder).read()
    return PreUnlockState(accounts, checkpoint, delays, has_recovery)


def _document(folder: Path) -> Mapping[str, Any]:
    return shapes.object_of(shapes.parsed_json(read_regular(folder / _KEYRING, _LARGEST)))


def _accounts(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [
        shapes.object_of(item) for item in shapes.list_of(shapes.member_of(document, "accounts"))
    ]
