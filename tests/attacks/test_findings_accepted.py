"""A forged trifle stops denunciations, openings and rights until the head has accepted it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Act, Finding
from reception.domain.errors import ReceptionError, StorageError
from reception.domain.petition import PetitionKind
from reception.messages.catalogue import error_sentence
from reception.services.access.unlocking import unlock
from reception.services.backup.backup_inspection import RestoreActor, inspect_backup
from reception.services.backup.restore import restore
from reception.storage.audit.accepted_findings import accepted_facts
from reception.storage.crypto.keyring import sign
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.staff.roster_statement import SignedRoster
from tests.attacks import forged_visits
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import (
    ANSWERED,
    NAME_OF_ORDINARY,
    ORDINARY,
    OldOffice,
)
from tests.attacks.outcomes import (
    INNOCENT,
    SELECTION,
    receive,
    reveal,
    signed_in,
)
from tests.fixtures.backup_location import set_backup_locations
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, PASSWORDS
from tests.fixtures.visit_forms import visit_form

DENUNCIATION = PetitionKind.DENUNCIATION
FAILED = r"^log\.walk_failed"


def forge(office: OldOffice, text: str = "Rút đơn, không yêu cầu gì") -> None:
    """Change a colleague's visit under an entry that says that a session ended."""
    with Attacker(office, COLLEAGUE).write(reason="closed") as database:
        forged_visits.change_summary(database, ORDINARY, text)


def accept(office: OldOffice) -> tuple[Finding, ...]:
    """Let the head accept what is found; return it."""
    with signed_in(office, HEAD) as head:
        found = head.staff.finding_acceptance.verify().findings
        head.staff.finding_acceptance.accept(found)
    return found


def verified(office: OldOffice) -> tuple[set[str], set[str]]:
    """Return the codes of the new and of the accepted findings."""
    with signed_in(office, OFFICER) as officer:
        result = officer.log_verification.verify()
    return (
        {item.code for item in result.findings},
        {item.finding.code for item in result.accepted},
    )


def assert_blocked(reception: Reception) -> None:
    """Assert that no denunciation is sealed; an ordinary visit is."""
    with pytest.raises(ReceptionError, match=FAILED):
        reception.intake.seal_visit(visit_form(DENUNCIATION))
    receive(reception, PetitionKind.COMPLAINT)


def test_after_the_acceptance_everybody_goes_on(office: OldOffice) -> None:
    forge(office)
    for name in (OFFICER, HEAD):
        with signed_in(office, name) as reception:
            assert_blocked(reception)
    accept(office)
    for name in (OFFICER, COLLEAGUE):
        with signed_in(office, name) as reception:
            assert reception.session.log_walk.failure() is None
            receive(reception, DENUNCIATION)
    assert reveal(office, ANSWERED)
    new, accepted = verified(office)
    assert new == set()
    assert "act.table" in accepted


def test_sessions_that_are_open_meanwhile_go_on_too(office: OldOffice) -> None:
    with signed_in(office, OFFICER) as officer, signed_in(office, HEAD) as head:
        forge(office)
        assert_blocked(officer)
        with pytest.raises(ReceptionError, match=FAILED):
            head.reveals.open(ANSWERED, SELECTION)
        accept(office)
        receive(officer, DENUNCIATION)
        assert head.reveals.open(ANSWERED, SELECTION).revealed.identity.name


def test_the_session_of_the_head_goes_on_after_accepting(office: OldOffice) -> None:
    forge(office)
    with signed_in(office, HEAD) as head:
        acceptance = head.staff.finding_acceptance
        result = acceptance.verify()
        assert acceptance.is_due()
        acceptance.accept(result.findings)
        assert not acceptance.is_due()
        assert head.session.log_walk.is_through
        assert head.log_verification.verify().intact
        assert head.reveals.open(ANSWERED, SELECTION).revealed.identity.name


def test_an_entry_with_a_bad_signature_at_the_end_is_left_behind_too(office: OldOffice) -> None:
    forge(office)
    with Attacker(office, COLLEAGUE).tamper() as database:
        database.execute(
            "UPDATE log SET signature = zeroblob(64) WHERE seq = (SELECT max(seq) FROM log)"
        )
    accept(office)
    with signed_in(office, OFFICER) as officer:
        receive(officer, DENUNCIATION)
    assert verified(office)[0] == set()


def test_a_second_change_of_the_same_row_is_new_again(office: OldOffice) -> None:
    with Attacker(office, COLLEAGUE).tamper() as database:
        forged_visits.change_summary(database, ORDINARY, "Không yêu cầu gì")
    accept(office)
    assert verified(office) == (set(), {"record.changed"})
    with Attacker(office, COLLEAGUE).tamper() as database:
        forged_visits.change_summary(database, ORDINARY, "Xin rút đơn")
    assert verified(office) == ({"record.changed"}, set())
    accept(office)
    forge(office, "Xin rút đơn vì đã được giải thích")
    assert "act.table" in verified(office)[0]


def test_an_accepted_entry_that_is_changed_again_is_new(office: OldOffice) -> None:
    forge(office)
    attacker = Attacker(office, COLLEAGUE)
    last = "(SELECT max(seq) FROM log)"
    with attacker.tamper() as database:
        seq = database.execute(f"SELECT {last}").fetchone()[0]
        database.execute(f"UPDATE log SET facts = '{{}}' WHERE seq = {last}")  # noqa: S608 - a constant
    accept(office)
    assert verified(office)[0] == set()
    with attacker.tamper() as database:
        database.execute("UPDATE log SET facts = ? WHERE seq = ?", ('{"reason":"idle"}', seq))
    assert verified(office)[0] == {"log.entry_changed"}


def test_a_schema_that_is_changed_again_is_new(office: OldOffice) -> None:
    trigger = "CREATE TRIGGER helper AFTER INSERT ON visit BEGIN SELECT {}; END"
    attacker = Attacker(office, COLLEAGUE)
    with attacker.database() as database:
        database.execute(trigger.format(1))
    accept(office)
    assert verified(office) == (set(), {"schema.changed"})
    with attacker.database() as database:
        database.execute("DROP TRIGGER helper")
        database.execute(trigger.format(2))
    assert verified(office)[0] == {"schema.changed"}


def test_a_replaced_identity_stays_closed(office: OldOffice) -> None:
    attacker = Attacker(office, COLLEAGUE)
    with attacker.write(reason="closed") as database:
        forged_visits.replace_identity(database, attacker.office_id, ORDINARY, INNOCENT)
    accept(office)
    with pytest.raises(ReceptionError, match=r"^reveal\.seal_changed"):
        reveal(office, ORDINARY)
    assert reveal(office, ANSWERED)


def test_an_unchanged_identity_of_the_visit_can_be_opened_again(office: OldOffice) -> None:
    forge(office)
    accept(office)
    assert reveal(office, ORDINARY) == NAME_OF_ORDINARY


def test_what_was_written_between_the_look_and_the_signature_is_not_accepted(
    office: OldOffice,
) -> None:
    forge(office)
    with signed_in(office, HEAD) as head:
        acceptance = head.staff.finding_acceptance
        found = acceptance.verify().findings
        forge(office, "Xin rút đơn")
        with pytest.raises(StorageError, match=r"^findings\.changed_meanwhile"):
            acceptance.accept(found)
        again = acceptance.verify().findings
        with pytest.raises(StorageError, match=r"^findings\.changed_meanwhile"):
            acceptance.accept(found)  # not all that was found
        acceptance.accept(again)
    assert verified(office)[0] == set()


def test_a_forged_acceptance_accepts_nothing(office: OldOffice) -> None:
    forge(office)
    with signed_in(office, OFFICER) as officer:
        found = accepted_facts(officer.log_verification.verify().findings)
    attacker = Attacker(office, COLLEAGUE)
    with attacker.write(Act.ROSTER_CONFIRMED, "office", code="findings", findings=found):
        pass
    new, accepted = verified(office)
    assert {"act.table", "act.right"} <= new
    assert accepted == set()


def test_an_acceptance_with_a_forged_roster_accepts_nothing(office: OldOffice) -> None:
    """The attacker signs a confirmed roster with their own key and covers it by an entry."""
    forge(office)
    with signed_in(office, OFFICER) as officer:
        found = accepted_facts(officer.log_verification.verify().findings)
        in_force = officer.session.roster.in_force
        assert in_force is not None
    attacker = Attacker(office, COLLEAGUE)
    statement = in_force.signed.statement
    forged = SignedRoster(statement, sign(attacker.keys.sign_seed, statement.encode()))
    with attacker.write(Act.ROSTER_CONFIRMED, "office", findings=found) as database:
        database.execute(
            "UPDATE roster SET signature = ? WHERE number = ?",
            (forged.signature, in_force.content.number),
        )
    with signed_in(office, HEAD) as head:
        assert head.session.roster_mismatch is not None


def test_digests_under_numbers_to_come_stop_nobody(office: OldOffice) -> None:
    """Without an entry nobody has signed them; the next entry removes them and says so."""
    with Attacker(office, COLLEAGUE).tamper() as database:
        last = database.execute("SELECT max(seq) FROM log").fetchone()[0]
        for number in range(last + 1, last + 200):
            database.execute(
                "INSERT INTO log_row (record, key, seq, digest) VALUES (?, ?, ?, zeroblob(32))",
                ("petition", str(number), number),
            )
    with signed_in(office, OFFICER) as officer:
        row = officer.session.database.one("SELECT facts FROM log WHERE seq = ?", (last + 1,))
        assert row is not None
        assert '"removed_rows":199' in row["facts"]
        receive(officer, DENUNCIATION)
    assert verified(office) == (set(), set())


def test_only_the_head_accepts(office: OldOffice) -> None:
    forge(office)
    with signed_in(office, OFFICER) as officer:
        assert not officer.staff.finding_acceptance.is_head()
        with pytest.raises(ReceptionError, match=r"^(rights\.missing|accounts\.head_only)"):
            officer.staff.finding_acceptance.verify()


def backed_up(office: OldOffice, folder: Path) -> tuple[Path, int]:
    """Make a backup as the officer; return its folder and its findings."""
    folder.mkdir(exist_ok=True)
    set_backup_locations(office, folder)
    with signed_in(office, OFFICER) as officer:
        result = officer.backups.make(folder)
    return result.folder, result.findings


def test_a_backup_is_made_with_findings_and_restored_after_the_acceptance(
    office: OldOffice, tmp_path: Path
) -> None:
    forge(office)
    actor = RestoreActor(HEAD, PASSWORDS[HEAD])
    bad, findings = backed_up(office, tmp_path / "usb")
    assert findings > 0
    with signed_in(office, OFFICER) as officer:
        with pytest.raises(StorageError, match=r"^backup\.findings"):
            officer.backups.trial_opening(bad)
        row = officer.session.database.one(
            "SELECT facts FROM log WHERE act = 'backed_up' ORDER BY seq DESC"
        )
        assert row is not None
        assert f'"findings":{findings}' in row["facts"]
    with pytest.raises(StorageError, match=r"^backup\.findings") as caught:
        inspect_backup(bad, office.folder, actor, office.environment)
    assert f"{COLLEAGUE}) đã thêm, sửa" in error_sentence(caught.value, "vi")
    with pytest.raises(StorageError, match=r"^backup\.findings"):
        restore(bad, office.folder, actor, office.environment, in_place=True)
    accept(office)
    good, findings = backed_up(office, tmp_path / "usb")
    assert findings == 0
    restore(good, office.folder, actor, office.environment, in_place=True)
    assert verified(office)[0] == set()
    with signed_in(office, OFFICER) as officer:
        receive(officer, DENUNCIATION)


def test_a_backup_with_findings_is_accepted_as_an_office_of_its_own_and_then_restored(
    office: OldOffice, tmp_path: Path
) -> None:
    """The way on when the office itself is lost."""
    forge(office)
    bad, _ = backed_up(office, tmp_path / "usb")
    head, environment = office.user_id(HEAD), office.environment
    actor = RestoreActor(HEAD, PASSWORDS[HEAD])
    opened = create_services(unlock(bad, head, PASSWORDS[HEAD], environment))
    acceptance = opened.staff.finding_acceptance
    acceptance.accept(acceptance.verify().findings)
    location = tmp_path / "other"
    location.mkdir()
    good = opened.backups.make(location)
    opened.session.close()
    assert good.findings == 0
    restore(good.folder, office.folder, actor, environment, in_place=True)
    assert verified(office)[0] == set()


def test_a_copy_with_other_findings_than_its_source_is_no_backup(
    office: OldOffice, tmp_path: Path
) -> None:
    forge(office)
    copied, _ = backed_up(office, tmp_path / "usb")
    attacker = Attacker(office, COLLEAGUE)
    with attacker.database(copied) as database:
        database.execute("DROP TRIGGER visit_counted")
    with signed_in(office, OFFICER) as officer:
        copy = Database(copied / DATABASE_FILE, attacker.key)
        with pytest.raises(StorageError, match=r"^backup\.copy_bad"):
            officer.backups._verify_copy(officer.session.database, copy, copied)
        copy.close()


def test_old_backups_are_kept_while_there_are_findings(office: OldOffice, tmp_path: Path) -> None:
    first, _ = backed_up(office, tmp_path / "usb")
    forge(office)
    office.clock.move(minutes=5)
    backed_up(office, tmp_path / "usb")
    assert first.exists()
    accept(office)
    office.clock.move(minutes=5)
    backed_up(office, tmp_path / "usb")
    assert not first.exists()
