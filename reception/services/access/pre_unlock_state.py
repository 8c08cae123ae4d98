"""State shown before unlocking; read without cryptography, so that it appears at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from reception.domain.errors import StorageError
from reception.domain.log_checkpoint import LogCheckpoint
from reception.storage.audit.local_state import (
    CheckpointFile,
    FailedAttemptsFile,
    default_state_folder,
)
from reception.storage.backup.backup_restore import finish_replacement

_KEYRING = "keyring.json"
# Of JSON that anybody may have written.
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)
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
    """Tell whether a folder holds an office."""
    return (folder / _KEYRING).exists()


def is_demonstration_office(folder: Path) -> bool:
    """Tell whether every password of an office is as weakly protected as in a demonstration."""
    try:
        document = json.loads((folder / _KEYRING).read_text(encoding="utf-8"))
        costs = [int(account["memory_mib"]) for account in document["accounts"]]
    except (OSError, *_UNREADABLE):
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
        document = json.loads((folder / _KEYRING).read_text(encoding="utf-8"))
        office = str(document["office"])
        # A suspended account has no key of the register: its name is not offered.
        accounts = tuple(
            (str(account["id"]), str(account["name"]))
            for account in document["accounts"]
            if account.get("key") != ""
        )
        has_recovery = bool(document.get("recovery"))
    except FileNotFoundError as error:
        raise StorageError("keyring.missing", folder=str(folder)) from error
    except (OSError, *_UNREADABLE) as error:
        raise StorageError("keyring.unreadable") from error
    attempts = FailedAttemptsFile(folder)
    delays = {user_id: attempts.read(user_id).delay for user_id, _ in accounts}
    checkpoint = CheckpointFile(state_folder, office, folder).read() if office.isalnum() else None
    return PreUnlockState(accounts, checkpoint, delays, has_recovery)
