"""An officer changes settings, approvals, requests, counters and the log itself."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from sqlcipher3 import dbapi2 as sqlite

from reception.domain.audit import Act
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OldOffice
from tests.attacks.outcomes import named, signed_in
from tests.fixtures.office import COLLEAGUE, HEAD

Change = Callable[[sqlite.Connection], object]
_NETWORK_PRINTER = ["ban-tiep-dan-01\tvan-thu\tserial:/dev/van-thu", "yes"]


@pytest.fixture
def attacker(office: OldOffice) -> Attacker:
    """The colleague, who has no right of the head's."""
    return Attacker(office, COLLEAGUE)


def printer_marked(database: sqlite.Connection) -> None:
    """Let identities go to another printer."""
    (text,) = database.execute("SELECT value FROM office WHERE key = 'settings'").fetchone()
    settings = json.loads(text)
    settings["printer_marks"].append(_NETWORK_PRINTER)
    database.execute("UPDATE office SET value = ? WHERE key = 'settings'", (json.dumps(settings),))


def settings_deleted(database: sqlite.Connection) -> None:
    """Make every setting the one that the program has at first."""
    database.execute("DELETE FROM office WHERE key = 'settings'")


def first_number_set(database: sqlite.Connection) -> None:
    """Leave a gap in the numbers of the year."""
    database.execute("INSERT OR REPLACE INTO office VALUES ('first_number/2026', '500')")


def pepper_changed(database: sqlite.Connection) -> None:
    """No visitor is recognised any more, and no return code found."""
    database.execute("UPDATE office SET value = ? WHERE key = 'pepper'", ("00" * 16,))


def keyring_counter_lowered(database: sqlite.Connection) -> None:
    """Let an old keyring count as the present one."""
    database.execute("UPDATE office SET value = '1' WHERE key = 'keyring_counter'")


def print_deleted(database: sqlite.Connection) -> None:
    """Take a paper out of the register of prints."""
    database.execute("DELETE FROM print WHERE label = '2026-0001'")


def print_of_another(database: sqlite.Connection) -> None:
    """Say that somebody else printed a paper."""
    database.execute(
        "UPDATE print SET printed_by = (SELECT officer FROM visit WHERE number = 8) "
        "WHERE label = (SELECT max(label) FROM print)"
    )


def request_of_another_granted(database: sqlite.Connection) -> None:
    """Widen what the head has granted to somebody else."""
    database.execute(
        "UPDATE reveal_request SET granted = 'address name paper', ends_on = '2026-12-31'"
    )


def request_of_another_refused(database: sqlite.Connection) -> None:
    """End what the head has granted to somebody else."""
    database.execute("UPDATE reveal_request SET state = 'refused'")


def request_deleted(database: sqlite.Connection) -> None:
    """Hide that somebody asked."""
    database.execute("DELETE FROM reveal_request")


def import_forgotten(database: sqlite.Connection) -> None:
    """Let the same workbook be imported again."""
    database.execute("DELETE FROM import_file")


CHANGES: tuple[Change, ...] = (
    *(printer_marked, settings_deleted, first_number_set, pepper_changed, keyring_counter_lowered),
    *(print_deleted, print_of_another, import_forgotten),
    *(request_of_another_granted, request_of_another_refused, request_deleted),
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_under_a_trifle_is_named(attacker: Attacker, change: Change) -> None:
    with attacker.write() as database:
        before = database.total_changes
        change(database)
        assert database.total_changes > before
    assert named(attacker.office)


@pytest.mark.parametrize("change", [printer_marked, settings_deleted])
def test_the_right_act_without_the_right_is_named(attacker: Attacker, change: Change) -> None:
    with attacker.write(Act.SETTINGS_CHANGED, "printers", identities=True) as database:
        before = database.total_changes
        change(database)
        assert database.total_changes > before
    assert named(attacker.office)


def test_a_number_set_by_an_officer_is_named(attacker: Attacker) -> None:
    with attacker.write(Act.NUMBER_SET, "2026", number=500, reason="") as database:
        first_number_set(database)
    assert named(attacker.office)


@pytest.mark.parametrize("act", [Act.BULK_OPENED, Act.DENOUNCERS_OPENED, Act.COPY_TRACED])
def test_an_approval_of_zeros_is_named(attacker: Attacker, act: Act) -> None:
    """The entry says that the head approved; no key of the head's signed it."""
    facts: dict[str, object] = {
        "paper": "book",
        "days": "2026-11-01/2026-11-30",
        "reason": "paper_book",
        "names": 6,
        "approved": attacker.office.user_id(HEAD),
        "approved_key": 1,
        "after": 1,
        "approval": "00" * 64,
        "prints": [],
    }
    with attacker.write(act, "2026-11-01/2026-11-30", **facts):
        pass
    assert named(attacker.office)


def test_an_approval_is_not_used_twice(attacker: Attacker) -> None:
    """The head's approval of 05/11 is copied with its signature into an entry of today."""
    (old,) = attacker.rows("log", "act = 'bulk_opened'").rows
    facts = next(json.loads(str(value)) for value in old if str(value).startswith("{"))
    with attacker.write(Act.BULK_OPENED, "2026-11-01/2026-11-30", **facts):
        pass
    assert named(attacker.office)


def cut_log(database: sqlite.Connection, after: int) -> None:
    """Remove every entry after this one."""
    database.execute("DELETE FROM log_row WHERE seq > ?", (after,))
    database.execute("DELETE FROM log WHERE seq > ?", (after,))


def test_other_peoples_last_entries_replaced_by_one_are_named(attacker: Attacker) -> None:
    """The chain is whole again, and the machine's checkpoint has been removed."""
    (last,) = attacker.rows("log", "act = 'visit_corrected'").rows
    with attacker.write() as database:
        cut_log(database, int(last[0]) - 1)
    for path in (attacker.office.environment.state_folder / "anchors").iterdir():
        path.unlink()
    assert named(attacker.office)


def test_a_gap_in_the_log_is_named(attacker: Attacker) -> None:
    with attacker.tamper() as database:
        database.execute("DELETE FROM log_row WHERE seq = 42")
        database.execute("DELETE FROM log WHERE seq = 42")
    with signed_in(attacker.office, HEAD) as head:
        codes = {item.code for item in head.log_verification.verify().findings}
    assert "log.entry_missing" in codes
