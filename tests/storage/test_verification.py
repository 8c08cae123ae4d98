"""``verify`` finds a changed, swapped, missing or added record, and a cut tail."""

from __future__ import annotations

import pytest

from reception.services.session import Session
from reception.services.upkeep import Upkeep
from reception.storage.members import signing_keys
from reception.storage.verification import Verifier

# What somebody with the database key and tools can do, and what the walk must say about it.
TAMPERING = {
    "changed": ("UPDATE office SET value = '{}' WHERE key = 'settings'", "record.changed"),
    "added": ("INSERT INTO office VALUES ('x', 'y')", "record.unknown"),
    "removed": ("DELETE FROM office WHERE key = 'pepper'", "record.missing"),
    "swapped": (
        "UPDATE vault_grant SET sealed_private = (SELECT g.sealed_private FROM vault_grant g "
        "WHERE g.name = 'protected' LIMIT 1) WHERE name = 'desk'",
        "record.changed",
    ),
    "entry changed": (
        "DROP TRIGGER log_no_update; UPDATE log SET facts = '{}' WHERE seq = 1",
        "log.entry_changed",
    ),
    "digest changed": (
        "DROP TRIGGER log_row_no_update; UPDATE log_row SET digest = x'00' WHERE seq = 1",
        "log.entry_changed",
    ),
    "entry removed": (
        "DROP TRIGGER log_no_delete; DROP TRIGGER log_row_no_delete; PRAGMA foreign_keys = OFF; "
        "DELETE FROM log WHERE seq = 2",
        "log.entry_missing",
    ),
    "signature of another": (
        "DROP TRIGGER log_no_update; UPDATE log SET actor = 'ai khác' WHERE seq = 2",
        "log.entry_changed",
    ),
}


def _verify(session: Session) -> list[str]:
    keys = signing_keys(session.database, session.office)
    found = Verifier(session.database, keys).run(session.anchors.read())
    return [finding.code for finding in found.findings]


def test_an_untouched_register_is_intact(session: Session) -> None:
    found = Upkeep(session).verify()
    assert found.intact
    assert found.entries == 2
    assert found.records > 5


@pytest.mark.parametrize("way", TAMPERING)
def test_tampering_is_named(session: Session, way: str) -> None:
    Upkeep(session).verify()
    statements, expected = TAMPERING[way]
    for statement in statements.split("; "):
        session.database.execute(statement)
    assert expected in _verify(session)


def test_a_cut_tail_shows_only_against_the_anchor(session: Session) -> None:
    Upkeep(session).verify()
    for statement in (
        "DROP TRIGGER log_no_delete",
        "DROP TRIGGER log_row_no_delete",
        "DELETE FROM log_row WHERE seq = 3",
        "DELETE FROM log WHERE seq = 3",
    ):
        session.database.execute(statement)
    assert _verify(session) == ["log.tail_cut"]


def test_a_forged_entry_is_found(session: Session) -> None:
    Upkeep(session).verify()
    session.database.execute(
        "INSERT INTO log SELECT seq + 1, at, actor, actor_key, act, subject, facts, digest, "
        "digest, signature FROM log ORDER BY seq DESC LIMIT 1"
    )
    assert "log.entry_changed" in _verify(session)
