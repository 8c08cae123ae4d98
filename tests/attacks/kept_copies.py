"""Copies of an office's files that an attacker kept, and puts back."""

from __future__ import annotations

import shutil
from pathlib import Path

from reception.storage.crypto.keyring import KEYRING_FILE
from reception.storage.database import DATABASE_FILE
from tests.attacks.old_office import OldOffice
from tests.fixtures.office import ThrowAwayOffice


class KeptCopy:
    """Register, keyring and the machine's state of an office at one moment."""

    def __init__(self, office: ThrowAwayOffice, name: str = "kept") -> None:
        """Copy everything beside the office; nobody may be writing."""
        self._office = office
        self._state = office.environment.state_folder
        self.folder = office.folder.parent / name / "office"
        self._kept_state = office.folder.parent / name / "state"
        shutil.copytree(office.folder, self.folder)
        shutil.copytree(self._state, self._kept_state)

    def put_back_register(self) -> None:
        """Put the register back, without what its WAL holds now."""
        for suffix in ("-wal", "-shm"):
            (self._office.folder / (DATABASE_FILE + suffix)).unlink(missing_ok=True)
        shutil.copyfile(self.folder / DATABASE_FILE, self._office.folder / DATABASE_FILE)

    def put_back_keyring(self) -> None:
        """Put the keyring back."""
        shutil.copyfile(self.folder / KEYRING_FILE, self._office.folder / KEYRING_FILE)

    def put_back_state(self) -> None:
        """Put the machine's state folder back, with the checkpoint of the log."""
        shutil.rmtree(self._state)
        shutil.copytree(self._kept_state, self._state)


def copy_of_earlier_office(office: OldOffice) -> Path:
    """Copy what a member may have kept on 04/11 beside the office, and return that folder."""
    target = office.folder.parent / "kept_since_04_11"
    if not target.exists():
        target.mkdir()
        for name in (DATABASE_FILE, KEYRING_FILE):
            shutil.copyfile(office.earlier / name, target / name)
    return target
