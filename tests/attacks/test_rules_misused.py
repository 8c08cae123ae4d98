"""Entries that look like acts of the head or the root, and old files that nobody refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlite

from reception.domain.audit import Act, RowDigest
from reception.domain.errors import StorageError
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.services.access.password_change import change_password
from reception.services.staff.roster_confirmation import RosterConfirmation
from reception.storage.crypto import hash_chain
from tests.attacks import old_office as names
from tests.attacks.attacker import Attacker
from tests.attacks.forged_visits import change_summary
from tests.attacks.kept_copies import KeptCopy
from tests.attacks.old_office import OLD_PASSWORDS, OldOffice
from tests.attacks.outcomes import findings, named, receive, signed_in
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER
from tests.services.staff.offboarding_stage import NEW_PASSWORD

_INDEX = "log_row_by_record"


def test_an_approval_in_capitals_is_not_used_twice(office: OldOffice) -> None:
    attacker = Attacker(office, HEAD)
    (old,) = attacker.rows("log", "act = 'bulk_opened'").rows
    facts = next(json.loads(str(value)) for value in old if str(value).startswith("{"))
    facts["approval"] = facts["approval"].upper()
    with attacker.write(Act.BULK_OPENED, "2026-11-01/2026-11-30", **facts):
        pass
    assert "act.approval" in named(office)


@pytest.mark.parametrize("act", [Act.CUSTODY_REVOKED, Act.RESTORED, Act.CUSTODY_GRANTED])
def test_a_row_of_a_member_named_as_it_is_permits_nothing(office: OldOffice, act: Act) -> None:
    """The entry names a member's unchanged row, as acts of the root do, and moves a box."""
    attacker = Attacker(office, COLLEAGUE)
    with attacker.database() as database:
        member = database.execute("SELECT * FROM member LIMIT 1").fetchone()
    key = hash_chain.key_text((member["user_id"], member["generation"]))
    digest = hash_chain.row_digest("member", tuple(member))
    attacker.claims = (RowDigest("member", key, digest),)
    with attacker.write(act, member["user_id"]) as database:
        move_box(database)
    assert "act.companion" in named(office)


def move_box(database: sqlite.Connection) -> None:
    """Put random bytes in the place of the box of a denouncer's identity."""
    box = database.execute(
        "SELECT * FROM sealed_box WHERE vault = 'protected' AND value_id = "
        "(SELECT value_id FROM sealed_value WHERE owner_row = ? LIMIT 1)",
        (str(names.DENUNCIATION),),
    ).fetchone()
    database.execute("DELETE FROM sealed_box WHERE value_id = ?", (box["value_id"],))
    row = (box["value_id"], "protected", box["generation"] + 1, bytes(80))
    database.execute("INSERT INTO sealed_box VALUES (?, ?, ?, ?)", row)


def test_a_reclassification_moves_no_box_of_the_protected_vault(office: OldOffice) -> None:
    attacker = Attacker(office, OFFICER)
    with attacker.write(
        Act.VISIT_RECLASSIFIED, f"visit {names.DENUNCIATION}", kind="x"
    ) as database:
        move_box(database)
    found = [item for item in findings(office) if item.table == "sealed_box"]
    assert "act.companion" in {item.code for item in found}


def test_a_lowered_protection_that_no_entry_names_is_named(office: OldOffice) -> None:
    """An officer who may read denunciations leaves out the fact for which custody is needed."""
    user_id = office.user_id(OFFICER)
    with signed_in(office, HEAD) as head:
        rights = head.session.people[user_id].rights
        head.staff.rights.change(user_id, rights | {Right.READ_DENUNCIATION}, rights)
    attacker = Attacker(office, OFFICER)
    visit = (names.DENUNCIATION,)
    subject = f"visit {names.DENUNCIATION}"
    with attacker.write(Act.VISIT_RECLASSIFIED, subject, kind="complaint") as database:
        (series,) = database.execute("SELECT series FROM visit WHERE number = 1").fetchone()
        database.execute("UPDATE petition SET kind = 'complaint' WHERE visit_id = ?", visit)
        database.execute(
            "UPDATE code_last SET number = number + 1, salt = randomblob(32) WHERE series = ?",
            (series,),
        )
        database.execute(
            "UPDATE visit SET kind = 'complaint', series = ?, code_number = "
            "(SELECT number FROM code_last WHERE series = ? AND year = 2026) WHERE visit_id = ?",
            (series, series, *visit),
        )
        database.execute(
            "INSERT INTO visit_event VALUES (?, 1, 'reclassified', '2026-11-09', ?, 'content', "
            "'x', '{}', 0)",
            (*visit, user_id),
        )
        change_summary(database, *visit, "Nội dung")
    assert "state.kind" in named(office)


def test_only_the_head_explains_a_shorter_log_by_a_restore(office: OldOffice) -> None:
    kept = KeptCopy(office)
    with signed_in(office, OFFICER) as officer:
        receive(officer, PetitionKind.COMPLAINT)
        end = officer.session.checkpoint_file.read()
    assert end is not None
    kept.put_back_register()
    attacker = Attacker(office, COLLEAGUE)
    (last,) = attacker.rows("log", "seq = (SELECT max(seq) FROM log)").rows
    facts = {"seen": [end.seq, end.digest.hex()], "made_at": "2026-11-09T08:00:00+07:00"}
    with attacker.write(Act.RESTORED, "backup", **facts) as database:
        value = str(int(last[0]) + 1)
        database.execute("INSERT OR REPLACE INTO office VALUES ('restored', ?)", (value,))
    with signed_in(office, COLLEAGUE) as colleague:
        assert "log.tail_cut" in colleague.session.warnings
    assert "act.right" in named(office)


def counter_deleted(attacker: Attacker) -> None:
    """Delete the counter without an entry."""
    with attacker.tamper() as database:
        database.execute("DELETE FROM office WHERE key = 'keyring_counter'")


def counter_lowered(attacker: Attacker) -> None:
    """Lower the counter under an entry of an act that may write it."""
    with attacker.write(Act.OPENED, attacker.user_id, keyring=1) as database:
        database.execute("UPDATE office SET value = '1' WHERE key = 'keyring_counter'")


@pytest.mark.parametrize("change", [counter_deleted, counter_lowered])
def test_an_old_keyring_stays_refused_without_its_counter(office: OldOffice, change: Any) -> None:
    kept = KeptCopy(office)
    with signed_in(office, COLLEAGUE) as colleague:
        change_password(colleague.session, OLD_PASSWORDS[COLLEAGUE], NEW_PASSWORD)
    attacker = Attacker(office, OFFICER)
    change(attacker)
    present = (office.folder / "keyring.json").read_bytes()
    kept.put_back_keyring()
    with pytest.raises(StorageError, match=r"keyring\.older"):
        office.open(COLLEAGUE)
    (office.folder / "keyring.json").write_bytes(present)
    found = {item.code for item in findings(office)}
    assert found == ({"state.value"} if change is counter_lowered else set())


def test_an_index_that_leaves_rows_out_is_named(office: OldOffice) -> None:
    with Attacker(office, COLLEAGUE).database() as database:
        where = (_INDEX,)
        (sql,) = database.execute("SELECT sql FROM sqlite_schema WHERE name = ?", where).fetchone()
        database.execute(f"DROP INDEX {_INDEX}")
        database.execute(f"{sql} WHERE seq <> 48")
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, *where))
    assert "state.file" in {item.code for item in findings(office)}


def test_the_head_is_told_of_a_cut_log_before_confirming(office: OldOffice) -> None:
    """The machine's state was put back too: only the head's own blob knows the end."""
    kept = KeptCopy(office)
    with signed_in(office, OFFICER) as officer:
        receive(officer, PetitionKind.COMPLAINT)
    office.open_and_close(OFFICER, HEAD)
    kept.put_back_register()
    kept.put_back_state()
    with Attacker(office, COLLEAGUE).tamper() as database:
        database.execute("INSERT INTO office VALUES ('renew:protected', '{}')")
    with signed_in(office, HEAD) as head:
        assert "log.tail_cut" in head.session.warnings
        confirmation = RosterConfirmation(head.session)
        confirmation.mismatch()
        confirmation.confirm()
        assert "log.tail_cut" in head.session.warnings
