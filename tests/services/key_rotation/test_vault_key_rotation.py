"""Key rotation of a vault: all boxes are rewrapped, except those no log entry covers."""

from __future__ import annotations

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import NotAllowed, ReceptionError, StorageError
from reception.services.key_rotation.vault_key_rotation import rotate_desk_vault
from reception.storage.crypto import hash_chain
from reception.storage.crypto.hash_chain import row_digest
from reception.storage.database import Database
from reception.storage.key_rotation import database_rekeying
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER
from tests.fixtures.visit_forms import visit_form

_BOX = "SELECT * FROM sealed_box WHERE vault = 'desk' ORDER BY value_id"


@pytest.fixture
def head(office):
    """The head's open office with two visits."""
    reception = create_services(office.open(HEAD))
    for _ in range(2):
        reception.intake.seal_visit(visit_form())
    yield reception
    reception.session.database.close()


def older(database: Database) -> int:
    """Return the number of boxes and grants of the first generation of ``desk``."""
    boxes = database.one("SELECT count(*) FROM sealed_box WHERE vault = 'desk' AND generation = 1")
    held = database.one("SELECT count(*) FROM vault_grant WHERE name = 'desk' AND generation = 1")
    return int(boxes[0]) + int(held[0])


def test_nothing_of_the_older_generation_is_left(head):
    database = head.session.database
    assert older(database) > 0
    turned = rotate_desk_vault(head.session)
    assert older(database) == 0
    assert turned.facts() == {"generation": 2, "moved": turned.rewrapped}


def test_a_box_that_was_swapped_is_not_taken_along(head):
    database = head.session.database
    first, second = database.query(_BOX)[:2]
    database.execute(
        "UPDATE sealed_box SET box = ? WHERE value_id = ? AND vault = 'desk'",
        (bytes(second["box"]), first["value_id"]),
    )
    turned = rotate_desk_vault(head.session)
    assert turned.not_rewrapped == 1
    (stays,) = database.query("SELECT * FROM sealed_box WHERE generation = 1 AND vault = 'desk'")
    assert stays["value_id"] == first["value_id"]
    found = {(one.code, one.key) for one in head.log_verification.verify().findings}
    assert ("record.changed", f"{first['value_id']}|desk|1") in found
    # Present holders keep the old grants, so that remaining boxes can be examined.
    held = database.query("SELECT holder FROM vault_grant WHERE name = 'desk' AND generation = 1")
    assert [row["holder"] for row in held] == [head.session.member.user_id]


def test_no_vault_is_rotated_after_an_unsigned_log_entry_about_a_box(head):
    """An attacker with the database key can write rows and entries, but not sign them."""
    database = head.session.database
    first, second = database.query(_BOX)[:2]
    forged = {name: first[name] for name in first.keys()}  # noqa: SIM118 - a Row
    forged["box"] = bytes(second["box"])
    database.execute(
        "UPDATE sealed_box SET box = ? WHERE value_id = ? AND vault = 'desk'",
        (forged["box"], forged["value_id"]),
    )
    last = database.one("SELECT * FROM log ORDER BY seq DESC LIMIT 1")
    database.execute(
        "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (last["seq"] + 1, *tuple(last)[1:8], bytes(32), bytes(64), last["roster"]),
    )
    key = hash_chain.key_text((forged["value_id"], "desk", 1))
    database.execute(
        "INSERT INTO log_row (record, key, seq, digest) VALUES ('sealed_box', ?, ?, ?)",
        (key, last["seq"] + 1, row_digest("sealed_box", list(forged.values()))),
    )
    before = older(database)
    with pytest.raises(ReceptionError, match=r"log\.walk_failed"):
        rotate_desk_vault(head.session)
    assert older(database) == before


def test_only_the_head_renews_the_vault(office):
    officer = create_services(office.open(OFFICER))
    with pytest.raises(NotAllowed, match="rights.missing"):
        rotate_desk_vault(officer.session)
    officer.session.close()


def test_an_act_of_an_account_suspended_meanwhile_is_not_stored(office, head):
    officer = office.open(OFFICER)
    officer.require(next(iter(officer.member.rights)))
    head.staff.accounts.suspend(officer.member.user_id)
    with pytest.raises(StorageError, match="unlock.shut_out"), officer.act() as work:
        work.log("looked_up")
    row = head.session.database.one("SELECT act FROM log ORDER BY seq DESC LIMIT 1")
    assert row["act"] == "account_shut_out"
    officer.database.close()


def test_a_disk_error_after_the_keyring_is_written_is_recovered(office, head, monkeypatch):
    user = office.user_id(COLLEAGUE)
    head.staff.offboarding.begin(user)
    replace_file = database_rekeying._replace_file

    def fails(folder):
        monkeypatch.setattr(database_rekeying, "_replace_file", replace_file)
        raise OSError("disk")

    monkeypatch.setattr(database_rekeying, "_replace_file", fails)
    with pytest.raises(OSError, match="disk"):
        head.staff.offboarding.do_next_step(user)
    (state,) = head.staff.offboarding.unfinished()
    assert "key" in state.done_steps
    head.intake.seal_visit(visit_form())
    assert head.log_verification.verify().intact
    head.session.close()
    office.open(OFFICER).close()
