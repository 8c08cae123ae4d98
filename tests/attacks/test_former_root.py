"""Recovery has replaced the office root: the former one restores and signs nothing any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import NotAllowed
from reception.services.access.unlocking import unlock
from reception.services.backup.backup_inspection import RestoreActor
from reception.services.backup.restore import restore
from reception.storage.audit.local_state import RosterFile
from reception.storage.crypto import keyring as keyring_file
from reception.storage.database import DATABASE_FILE
from tests.attacks.old_office import OLD_PASSWORDS, OldOffice
from tests.attacks.test_old_sheets import NEW_PASSWORD, recover
from tests.fixtures.office import HEAD, OFFICER


@pytest.fixture
def backup(office: OldOffice, tmp_path: Path) -> Path:
    """A backup from before the recovery."""
    place = tmp_path / "usb"
    place.mkdir()
    head = create_services(office.open(HEAD))
    folder = head.backups.make(place).folder
    head.session.close()
    return folder


@pytest.mark.parametrize("damaged", [False, True])
def test_a_backup_of_the_former_root_does_not_take_the_place(
    office: OldOffice, backup: Path, damaged: bool
) -> None:
    head_id = recover(office)
    unlock(office.folder, head_id, NEW_PASSWORD, office.environment).close()
    office.open_and_close(OFFICER)
    state = RosterFile(
        office.environment.state_folder, keyring_file.load(office.folder).office, office.folder
    )
    before = state.read()
    if damaged:
        path = office.folder / DATABASE_FILE
        path.write_bytes(path.read_bytes()[:5000])
    former = RestoreActor(HEAD, OLD_PASSWORDS[HEAD])
    with pytest.raises(NotAllowed, match=r"backup\.former_root"):
        restore(backup, office.folder, former, office.environment, in_place=True)
    assert state.read() == before
    if not damaged:
        office.open_and_close(OFFICER)
