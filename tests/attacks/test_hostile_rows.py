# ruff: noqa: S608 - texts of this file
"""Rows with contents that no program writes: nobody meets a crash, and the head has a way on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reception.domain.errors import ReceptionError, StorageError
from reception.domain.petition import PetitionKind
from reception.domain.reveal import IdentityPart
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.staff.roster_confirmation import RosterConfirmation
from reception.storage.crypto.keyring import KEYRING_FILE
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OldOffice
from tests.attacks.outcomes import findings, receive_as_officer, signed_in
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER

_NO_TEXT = "CAST(x'41ff42' AS TEXT)"  # bytes that are no UTF-8
_LAST = "(SELECT max(seq) FROM log)"
_DEEP = "[" * 200_000  # JSON nested too deeply to be read


def office_is_worked_in(office: OldOffice) -> set[str]:
    """Let the officer receive a visit and the head verify; return the codes of the findings."""
    office.open(OFFICER).close()
    receive_as_officer(office, PetitionKind.COMPLAINT)
    return {item.code for item in findings(office)}


@pytest.mark.parametrize(
    "change",
    [
        f"UPDATE log SET subject = {_NO_TEXT} WHERE seq = {_LAST}",
        f"UPDATE log SET facts = {_NO_TEXT} WHERE seq = 30",
        f"UPDATE visit SET note = {_NO_TEXT} WHERE number = 1",
        f"UPDATE office SET value = {_NO_TEXT} WHERE key = 'settings'",
        f"INSERT INTO office VALUES ({_NO_TEXT}, 'x')",
        f"UPDATE log SET at = 'yesterday' WHERE seq = {_LAST}",
        f"UPDATE log SET at = '2026-11-09T08:00:00' WHERE seq = {_LAST}",
        "UPDATE log SET at = '' WHERE seq = 30",
        "UPDATE office SET value = 'abc' WHERE key = 'keyring_counter'",
        f"UPDATE office SET value = '{'9' * 5000}' WHERE key = 'keyring_counter'",
        "UPDATE office SET value = '[]' WHERE key = 'settings'",
        f"UPDATE office SET value = '{_DEEP}' WHERE key = 'settings'",
        "INSERT INTO office VALUES ('first_number/2026', 'x')",
        "UPDATE visit_salt SET salt = zeroblob(100)",
        "INSERT INTO print VALUES ('x', 2026, -9223372036854775808, 'f', 's', 'd', 'p', 1)",
    ],
)
def test_work_goes_on_and_the_verification_names_it(office: OldOffice, change: str) -> None:
    with Attacker(office, COLLEAGUE).tamper() as database:
        database.execute(change)
    assert office_is_worked_in(office) or "keyring_counter" in change  # written anew at once


def test_numbers_that_are_a_list_are_named(office: OldOffice) -> None:
    with Attacker(office, COLLEAGUE).write("number_set", "2026", number=[1]):
        pass
    assert "act.companion" in {item.code for item in findings(office)}


@pytest.mark.parametrize(
    "value",
    ["x", "[1]", _DEEP, '{"vouched": 5}', '{"vouched": {"root": "zz"}, "from": "1", "to": "2"}'],
)
def test_a_false_succession_of_the_root_is_taken_back_by_the_head(
    office: OldOffice, value: str
) -> None:
    attacker = Attacker(office, COLLEAGUE)
    key = "root_after:" + attacker.keys.office_root.hex()
    with attacker.tamper() as database:
        database.execute("INSERT INTO office VALUES (?, ?)", (key, value))
    with pytest.raises(StorageError, match=r"roster\.rows_differ"):
        office.open(OFFICER)
    with signed_in(office, HEAD) as head:
        confirmation = RosterConfirmation(head.session)
        assert confirmation.mismatch().rows
        confirmation.confirm()
    office.open(OFFICER).close()


@pytest.mark.parametrize("statement", [_NO_TEXT, f"'{_DEEP}'", "'\"\\ud800\"'"])
def test_a_roster_that_nobody_can_read_is_removed_by_the_head(
    office: OldOffice, statement: str
) -> None:
    with Attacker(office, COLLEAGUE).tamper() as database:
        database.execute(f"INSERT INTO roster VALUES (900, {statement}, x'00')")
    with pytest.raises(StorageError, match=r"roster\.forged"):
        office.open(OFFICER)
    with signed_in(office, HEAD) as head:
        confirmation = RosterConfirmation(head.session)
        confirmation.mismatch()
        confirmation.confirm()
    office.open(OFFICER).close()


@pytest.mark.parametrize(
    "change",
    [
        "PRAGMA user_version = 3",
        "PRAGMA user_version = -1",
        "CREATE TRIGGER t BEFORE INSERT ON log BEGIN SELECT raise(ABORT, 'x'); END",
        "CREATE VIEW people AS SELECT * FROM member",
        "DROP TABLE visit_count",
        "DROP TABLE office",
    ],
)
def test_a_changed_structure_is_refused_with_a_message(office: OldOffice, change: str) -> None:
    with Attacker(office, COLLEAGUE).database() as database:
        database.execute(change)
    for name in (OFFICER, HEAD):
        with pytest.raises(StorageError, match=r"database\.schema_changed"):
            office.open(name)


def test_a_structure_that_changes_during_a_session_ends_it(office: OldOffice) -> None:
    attacker = Attacker(office, COLLEAGUE)
    with signed_in(office, OFFICER) as officer:
        with attacker.database() as database:
            database.execute("CREATE VIEW people AS SELECT * FROM member")
        with pytest.raises(StorageError, match=r"database\.schema_changed"):
            officer.session.refresh()


@pytest.mark.parametrize(
    "change",
    [
        f"UPDATE log SET seq = 9223372036854775807 WHERE seq = {_LAST}",
        "UPDATE office SET value = 'zz' WHERE key = 'pepper'",
    ],
)
def test_what_leaves_no_room_is_damage(office: OldOffice, change: str) -> None:
    with Attacker(office, COLLEAGUE).tamper() as database:
        database.execute(change)
    with pytest.raises(StorageError, match=r"database\.damaged"):
        receive_as_officer(office, PetitionKind.COMPLAINT)


def test_a_number_of_a_paper_that_leaves_no_room_is_named_and_the_desk_goes_on(
    office: OldOffice,
) -> None:
    with Attacker(office, COLLEAGUE).tamper() as database:
        database.execute("UPDATE receipt SET number = 9223372036854775807 WHERE number = 1")
        assert database.total_changes
    assert receive_as_officer(office, PetitionKind.COMPLAINT)
    assert {"number.gap", "row.deleted"} & {finding.code for finding in findings(office)}


def _pre_unlock(office: OldOffice) -> object:
    return read_pre_unlock_state(office.folder, office.environment.state_folder)


@pytest.mark.parametrize("look", [_pre_unlock, OldOffice.open])
@pytest.mark.parametrize("text", [_DEEP, '{"office": "x", "accounts": [1]}'])
def test_a_keyring_that_nobody_can_read_is_named(
    office: OldOffice, text: str, look: Callable[[OldOffice], object]
) -> None:
    office.user_id(OFFICER)
    path = office.folder / KEYRING_FILE
    stored = path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StorageError, match=r"keyring\.unreadable"):
        look(office)
    path.write_text(stored, encoding="utf-8")
    office.open(OFFICER).close()


@pytest.mark.parametrize(
    "text", [_DEEP, "[]", '{"statement": {}, "signature": 5}', f'{{"statement": "{_DEEP}"}}']
)
def test_state_that_nobody_can_read_counts_for_nothing(office: OldOffice, text: str) -> None:
    for path in (office.environment.state_folder / "anchors").iterdir():
        path.write_text(text, encoding="utf-8")
    (office.folder / "tries.json").write_text(text, encoding="utf-8")
    _pre_unlock(office)
    office.open(OFFICER).close()


def test_a_request_whose_last_day_nobody_can_read_is_over(office: OldOffice) -> None:
    with Attacker(office, COLLEAGUE).tamper() as database:
        changed = database.execute(
            "UPDATE reveal_request SET asked_at = 'x', ends_on = '9999-99-99', state = 'waiting'"
        )
        assert changed.rowcount
        request_id, parts = database.execute(
            "SELECT request_id, parts FROM reveal_request"
        ).fetchone()
    with signed_in(office, HEAD) as head:
        assert head.reveal_decisions.requests_to_decide() == ()
        with pytest.raises(ReceptionError, match=r"request\.ended"):
            head.reveal_decisions.grant(request_id, frozenset(map(IdentityPart, parts.split())))
    with signed_in(office, OFFICER) as officer:
        assert officer.reveal_requests.own_requests() == ()
