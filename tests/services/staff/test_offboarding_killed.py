"""Offboarding killed before any write reaches the disk: nothing is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import StorageError
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.services.access.unlocking import unlock
from reception.services.office.environment import Environment
from reception.storage.backup.backup_reader import verified_manifest
from reception.storage.crypto.password_hashing import DEMO_POLICY
from reception.storage.staff.signed_members import DESK, PROTECTED, granted_private_keys
from reception.storage.visits.sealed_identities import open_part
from tests.fixtures.killed_program import KilledProgram, count_steps, words_of_act
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    FrozenClock,
    ThrowAwayOffice,
    build_office,
)
from tests.scenarios.planted_identities import form_of, planted
from tests.services.staff.offboarding_stage import REASON

PEOPLE = planted(4)


def leave_in_process() -> None:
    """Let somebody leave in this process, which counts its steps."""
    folder, state, head, leaver = words_of_act()
    environment = Environment(FrozenClock(), DEMO_POLICY, Path(state))
    session = unlock(Path(folder), head, PASSWORDS[HEAD], environment)
    offboarding = create_services(session).staff.offboarding
    count_steps()
    found = offboarding.begin(leaver)
    while set(found.remaining_steps) - set(found.blocked_steps):
        found = offboarding.do_next_step(leaver)


@pytest.fixture
def filled(tmp_path: Path) -> ThrowAwayOffice:
    """An office whose leaver holds both vaults, and so does the head."""
    office = build_office(tmp_path)
    custodian = create_services(office.open(CUSTODIAN))
    for name in (HEAD, OFFICER):
        custodian.staff.custody.grant(office.user_id(name), PASSWORDS[HEAD], REASON)
    custodian.session.close()
    head = create_services(office.open(HEAD))
    user = office.user_id(OFFICER)
    rights = head.session.people[user].rights
    head.staff.rights.change(user, rights | {Right.REVEAL}, rights)
    usb = tmp_path / "usb"
    usb.mkdir()
    head.backups.add_location(usb)
    head.session.close()
    officer = create_services(office.open(OFFICER))
    for index, person in enumerate(PEOPLE):
        officer.intake.seal_visit(form_of(person, index))
    officer.drafts.save(officer.drafts.create(), {"summary": "dở"})
    officer.session.close()
    return office


def opens_all(reception: Reception) -> bool:
    """Tell whether the head's vault keys open every identity."""
    session = reception.session
    private_keys = granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )
    rows = session.database.query("SELECT visit_id, kind FROM visit")
    for row in rows:
        vault = PROTECTED if row["kind"] == PetitionKind.DENUNCIATION else DESK
        mine = {key_id: key for key_id, key in private_keys.items() if key_id[0] == vault}
        if open_part(session.database, session.office.office_id, row["visit_id"], mine) is None:
            return False
    return len(rows) == len(PEOPLE)


def world_of(filled: ThrowAwayOffice, world: Path) -> ThrowAwayOffice:
    """Return a copy of the office and of the machine's state."""
    shutil.copytree(filled.folder, world / "office")
    shutil.copytree(filled.environment.state_folder, world / "state")
    environment = Environment(filled.clock, DEMO_POLICY, world / "state")
    return ThrowAwayOffice(world / "office", environment, filled.clock)


def empty(folder: Path) -> None:
    """Delete the folders in a folder."""
    for path in folder.iterdir():
        shutil.rmtree(path)


def test_killed_at_any_step_the_others_open_and_go_on(
    filled: ThrowAwayOffice, tmp_path: Path
) -> None:
    head, leaver = filled.user_id(HEAD), filled.user_id(OFFICER)
    program = KilledProgram(f"{__name__}:leave_in_process")
    world_of(filled, tmp_path / "whole")
    words = (tmp_path / "whole/office", tmp_path / "whole/state", head, leaver)
    steps, reached = program.steps(tmp_path, *words), set()
    empty(tmp_path / "usb")
    for step in steps:
        world = tmp_path / f"world{step}"
        office = world_of(filled, world)
        program.kill_at(step, office.folder, office.environment.state_folder, head, leaver)
        office.open(COLLEAGUE).close()  # the next unlock finishes the interrupted step
        reception = create_services(office.open(HEAD))
        assert not [code for code in reception.session.warnings if code.startswith("log.")]
        assert opens_all(reception)
        assert reception.log_verification.verify().intact
        begun = {row.name for row in reception.staff.accounts.summaries() if not row.active}
        states = reception.staff.offboarding.unfinished()
        reached.add(states[0].done_steps if states else bool(begun))
        if begun:
            with pytest.raises(StorageError, match=r"unlock\.(shut_out|wrong)|keyring\.unknown"):
                unlock(office.folder, leaver, PASSWORDS[OFFICER], office.environment)
        else:
            office.open(OFFICER).close()
            reception.staff.offboarding.begin(leaver)
        while states := reception.staff.offboarding.unfinished():
            reception.staff.offboarding.do_next_step(states[0].user_id)
        assert opens_all(reception)
        assert reception.log_verification.verify().intact
        assert not list((office.folder / "drafts").glob("*.key"))
        (newest, _), *_ = reception.backups.available_backups()
        verified_manifest(newest, None)
        reception.session.close()
        office.open(CUSTODIAN).close()
        with pytest.raises(StorageError, match=r"keyring\.unknown"):
            unlock(office.folder, leaver, PASSWORDS[OFFICER], office.environment)
        shutil.rmtree(world)
        empty(tmp_path / "usb")
    assert len(steps) > 60
    assert {False, True} <= reached
    assert len(reached) >= 6
