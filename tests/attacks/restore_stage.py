"""An office with a backup from before somebody lost custody and somebody left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reception.bootstrap import create_services
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.services.access.session import Session
from reception.services.access.unlocking import unlock
from reception.services.backup.backup_inspection import RestoreActor
from reception.services.backup.restore import RestoreResult, restore
from reception.storage.audit.local_state import RosterFile
from reception.storage.crypto import keyring as keyring_file
from reception.storage.staff import signed_members
from reception.storage.staff.roster_statement import SignedRoster, signed_roster_from_json
from reception.storage.visits.sealed_identities import open_part
from tests.fixtures.backup_location import set_backup_locations
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
    build_office,
)
from tests.fixtures.visit_forms import visit_form
from tests.services.staff.offboarding_stage import REASON, offboard

HEADS = RestoreActor(HEAD, PASSWORDS[HEAD])


@dataclass
class Stage:
    """An office with a backup from before the colleague lost custody and the officer left."""

    office: ThrowAwayOffice
    backup: Path
    complaint: int  # both visits are older than the backup
    denunciation: int
    old_key: bytes  # of the backup's database; the officer kept it
    user_ids: dict[str, str]

    def restore(self, confirmed: frozenset[str] | None = None) -> RestoreResult:
        """Restore the backup in place as the head."""
        actor = replace(HEADS, confirmed_people=confirmed)
        return restore(
            self.backup, self.office.folder, actor, self.office.environment, in_place=True
        )

    def open(self, name: str, password: str = "") -> Session:
        """Unlock the office as somebody who has an account."""
        return unlock(
            self.office.folder,
            self.user_ids[name],
            password or PASSWORDS[name],
            self.office.environment,
        )

    def verified(self) -> bool:
        """Tell whether the head's verification finds nothing."""
        head = create_services(self.open(HEAD))
        findings = head.log_verification.verify().findings
        head.session.close()
        assert findings == ()
        return True

    def number(self) -> int:
        """Return the number of the roster in force."""
        session = self.open(HEAD)
        number = session.roster.number
        session.close()
        return number


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """The office with two custodians when the backup was made."""
    office = build_office(tmp_path)
    place = tmp_path / "usb"
    place.mkdir()
    set_backup_locations(office, place)
    custodian = create_services(office.open(CUSTODIAN))
    custodian.staff.custody.grant(office.user_id(COLLEAGUE), PASSWORDS[HEAD], REASON)
    custodian.session.close()
    officer = create_services(office.open(OFFICER))
    complaint = officer.intake.seal_visit(visit_form()).visit.visit_id
    denunciation = officer.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION)).visit.visit_id
    backup = officer.backups.make(place).folder
    account = keyring_file.load(office.folder).account(office.user_id(OFFICER))
    old_key = keyring_file.database_key(account, officer.session.keys)
    officer.session.close()
    names = (HEAD, OFFICER, COLLEAGUE, CUSTODIAN)
    user_ids = {name: office.user_id(name) for name in names}
    return Stage(office, backup, complaint, denunciation, old_key, user_ids)


def colleague_loses_custody(stage: Stage) -> None:
    custodian = create_services(stage.open(CUSTODIAN))
    colleague = stage.user_ids[COLLEAGUE]
    custodian.staff.custody.revoke(colleague, PASSWORDS[HEAD], REASON)
    custodian.session.close()


def officer_leaves(stage: Stage) -> None:
    head = create_services(stage.open(HEAD))
    offboard(head, stage.user_ids[OFFICER])
    head.session.close()


@pytest.fixture
def changed(stage: Stage) -> Stage:
    """The stage after both have happened."""
    stage.office.clock.move(days=1)
    colleague_loses_custody(stage)
    officer_leaves(stage)
    return stage


def opened(session: Session, visit: int, holder: str = "") -> Identity | None:
    """Return the identity that a session's own keys open."""
    keys = signed_members.granted_private_keys(
        session.database, session.office, holder or session.member.user_id, session.keys
    )
    part = open_part(session.database, session.office.office_id, visit, keys)
    return part.identity if part else None


def machine_roster(stage: Stage, folder: Path | None = None) -> SignedRoster | None:
    """Return this machine's copy of the roster."""
    office_id = keyring_file.load(stage.office.folder).office
    state = stage.office.environment.state_folder
    return signed_roster_from_json(
        RosterFile(state, office_id, folder or stage.office.folder).read()
    )
