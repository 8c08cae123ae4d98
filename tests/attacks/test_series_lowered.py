"""A series of codes begins again before a code that a denouncer has borne."""

from __future__ import annotations

from pathlib import Path

import pytest

from reception.domain.audit import Act
from reception.domain.petition import PetitionKind
from reception.services.access.unlocking import unlock
from reception.services.audit.log_verification import LogVerification
from reception.services.backup.backup_inspection import RestoreActor
from reception.services.backup.restore import restore
from reception.services.recovery.office_recovery import RecoveryPlan, replace_keys_after_recovery
from reception.services.recovery.recovery_shares import join_shares, make_shares
from reception.services.staff.roster_confirmation import RosterConfirmation
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.crypto import keyring as keyring_file
from reception.storage.database import DATABASE_FILE
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import KeptCopy
from tests.attacks.old_office import CORRECTED, LATER_COMPLAINT, OldOffice
from tests.attacks.outcomes import findings, named, receive_as_officer, signed_in
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice


@pytest.fixture
def attacker(office: OldOffice) -> Attacker:
    """The colleague, who has no right of the head's."""
    return Attacker(office, COLLEAGUE)


def lose_last_code(office: ThrowAwayOffice) -> None:
    """Make the newest complaint a denunciation: its code KN-0005 is nobody's from now on."""
    why = ChangeReason("content", "Nội dung là tố cáo hành vi vi phạm")
    kind = PetitionKind.DENUNCIATION
    with signed_in(office, OFFICER) as officer:
        seen = officer.lifecycle.event_count(LATER_COMPLAINT)
        officer.lifecycle.reclassify(LATER_COMPLAINT, Reclassification(why, kind, seen))


def start_roster(office: OldOffice) -> None:
    """Let the head sign the first roster."""
    with signed_in(office, HEAD) as head:
        head.staff.roster_start.sign(())


def lower_series(attacker: Attacker, *, with_entry: bool) -> None:
    """Let the series KN begin again before the code that was lost."""
    with attacker.write() if with_entry else attacker.tamper() as database:
        changed = database.execute(
            "UPDATE code_last SET number = 4 WHERE series = 'KN' AND year = 2026"
        ).rowcount
    assert changed == 1


CHANGES = {
    "put back": "INSERT OR REPLACE INTO code_last VALUES ('KN', 2026, 4, x'{salt}')",
    "without salt": "UPDATE code_last SET number = 4, salt = x'' WHERE series = 'KN'",
    "deleted": "DELETE FROM code_last WHERE series = 'KN'",
}


@pytest.mark.parametrize("with_entry", [True, False])
def test_a_lowered_series_is_named(attacker: Attacker, with_entry: bool) -> None:
    """The next complaint would get the code under which a denouncer came."""
    lose_last_code(attacker.office)
    lower_series(attacker, with_entry=with_entry)
    assert named(attacker.office)


@pytest.mark.parametrize("with_entry", [True, False])
def test_it_is_still_named_after_the_next_complaint(attacker: Attacker, with_entry: bool) -> None:
    lose_last_code(attacker.office)
    lower_series(attacker, with_entry=with_entry)
    for _ in range(2):
        receive_as_officer(attacker.office, PetitionKind.COMPLAINT)
    assert named(attacker.office)


@pytest.mark.parametrize("with_entry", [True, False])
@pytest.mark.parametrize("change", CHANGES)
def test_a_row_put_back_or_removed_is_named(
    attacker: Attacker, change: str, with_entry: bool
) -> None:
    (kept,) = attacker.rows("code_last", "series = 'KN' AND year = 2026").rows
    lose_last_code(attacker.office)
    with attacker.write() if with_entry else attacker.tamper() as database:
        database.execute(CHANGES[change].format(salt=kept[3].hex()))
    assert named(attacker.office)
    receive_as_officer(attacker.office, PetitionKind.COMPLAINT)
    assert named(attacker.office)


def test_a_correction_lowers_no_series(attacker: Attacker) -> None:
    lose_last_code(attacker.office)
    with attacker.write(Act.VISIT_CORRECTED, f"visit {CORRECTED}") as database:
        database.execute("UPDATE code_last SET number = 4 WHERE series = 'KN'")
    assert "act.table" in named(attacker.office)


def test_the_series_of_an_older_program_are_no_finding_and_covered_by_the_first_roster(
    old_office: OldOffice,
) -> None:
    assert named(old_office) == set()
    lose_last_code(old_office)
    receive_as_officer(old_office, PetitionKind.COMPLAINT)
    assert named(old_office) == set()
    start_roster(old_office)
    assert named(old_office) == set()
    with Attacker(old_office, COLLEAGUE).tamper() as database:
        database.execute("UPDATE code_last SET number = 1 WHERE series = 'TC'")
    assert "record.changed" in named(old_office)


def test_the_first_roster_does_not_cover_a_row_that_was_changed_before(
    old_office: OldOffice,
) -> None:
    lose_last_code(old_office)
    attacker = Attacker(old_office, COLLEAGUE)
    lower_series(attacker, with_entry=False)
    start_roster(old_office)
    assert "record.changed" in named(old_office)


def test_a_series_that_no_entry_covers_is_named_once_there_is_a_roster(
    attacker: Attacker,
) -> None:
    with attacker.tamper() as database:
        database.execute("INSERT INTO code_last VALUES ('KN', 2027, -5, x'')")
    assert "record.unknown" in named(attacker.office)


def test_the_head_who_confirms_an_old_register_covers_its_series(old_office: OldOffice) -> None:
    old_office.open_and_close(HEAD)
    copy = KeptCopy(old_office)
    start_roster(old_office)
    copy.put_back_register()
    head = old_office.open(HEAD)
    confirmation = RosterConfirmation(head)
    confirmation.mismatch()
    confirmation.confirm()
    head.close()
    assert "code_last" not in {item.table for item in findings(old_office)}


def restore_from_before_the_roster(office: OldOffice, folder: Path, *, damaged: bool) -> None:
    """Restore a backup from before the first roster, over the office that has one now."""
    folder.mkdir()
    with signed_in(office, HEAD) as head:
        backup = head.backups.make(folder).folder
    start_roster(office)
    if damaged:
        (office.folder / DATABASE_FILE).write_bytes(bytes(5000))
    everybody = frozenset(account.user_id for account in keyring_file.load(office.folder).accounts)
    actor = RestoreActor(HEAD, PASSWORDS[HEAD], confirmed_people=everybody if damaged else None)
    restore(backup, office.folder, actor, office.environment, in_place=True)


@pytest.mark.parametrize("damaged", [True, False])
def test_a_restore_of_an_old_backup_covers_its_series(
    old_office: OldOffice, tmp_path: Path, damaged: bool
) -> None:
    restore_from_before_the_roster(old_office, tmp_path / "usb", damaged=damaged)
    with signed_in(old_office, HEAD) as head:
        assert head.session.roster.number > 1
    assert findings(old_office) == ()


def test_a_recovery_of_an_old_office_covers_its_series(old_office: OldOffice) -> None:
    password = "mận rừng thác đồng hoa"
    sheets = join_shares(old_office.sheets[0], old_office.sheets[2])
    plan = RecoveryPlan(password, make_shares().keys)
    head_id = replace_keys_after_recovery(old_office.folder, sheets, plan, old_office.environment)
    session = unlock(old_office.folder, head_id, password, old_office.environment)
    assert session.roster.number == 1
    assert LogVerification(session).verify().findings == ()
    session.close()
