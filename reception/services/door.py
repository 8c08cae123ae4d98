"""What may be shown before unlocking, read without any cryptography so that it shows at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from reception.domain.anchor import Anchor
from reception.domain.errors import StorageError
from reception.storage.outside import AnchorFile, TriesFile, state_folder
from reception.storage.put_back import finish

_KEYRING = "keyring.json"


class Door(NamedTuple):
    """Account names (user id, name), the end of the log as this machine remembers it, waits."""

    accounts: tuple[tuple[str, str], ...]
    anchor: Anchor | None
    waits: dict[str, int]  # user id -> seconds the next try must wait
    sheets: bool = False  # whether recovery sheets were made, as the keyring says


def finish_restore(folder: Path) -> None:
    """Finish putting a backup back where a power cut fell between its two renames."""
    finish(folder)


def holds_office(folder: Path) -> bool:
    """Tell whether a folder holds an office."""
    return (folder / _KEYRING).exists()


def state_of(folder: Path, *, demonstration: bool) -> Path:
    """Return where the machine keeps what must stay outside an office's folder."""
    return folder.resolve().parent / "state" if demonstration else state_folder()


def look_at_door(folder: Path, state: Path) -> Door:
    """Return names, last anchor and waits; nothing here is believed later.

    Errors: StorageError ``keyring.missing``, ``keyring.unreadable``.
    """
    try:
        document = json.loads((folder / _KEYRING).read_text(encoding="utf-8"))
        office = str(document["office"])
        # Who has no key of the register is shut out for now: the name is of no use at the door.
        accounts = tuple(
            (str(item["id"]), str(item["name"]))
            for item in document["accounts"]
            if item.get("key") != ""
        )
        sheets = bool(document.get("recovery"))
    except FileNotFoundError as error:
        raise StorageError("keyring.missing", folder=str(folder)) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StorageError("keyring.unreadable") from error
    tries = TriesFile(folder)
    waits = {user_id: tries.read(user_id).delay for user_id, _ in accounts}
    anchor = AnchorFile(state, office, folder).read() if office.isalnum() else None
    return Door(accounts, anchor, waits, sheets)
