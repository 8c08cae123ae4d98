"""``verify`` finds a changed, swapped, missing or added record, and a cut tail."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from reception.services.access.session import Session
from reception.services.audit.log_verification import LogVerification
from reception.services.visits.intake import Intake
from reception.storage.audit.log_verification import Verifier
from reception.storage.crypto import hash_chain
from reception.storage.database import Database
from reception.storage.staff.signed_members import signing_keys
from tests.fixtures.office import ThrowAwayOffice
from tests.fixtures.visit_forms import visit_form

# Tampering by somebody with the database key, and the finding it must give.
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


@contextmanager
def _without_triggers(database: Database) -> Iterator[None]:
    """Tampering with triggers and checks removed before and restored afterwards."""
    triggers = database.query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    database.execute("PRAGMA foreign_keys = OFF")
    for trigger in triggers:
        database.execute(f"DROP TRIGGER {trigger['name']}")
    yield
    for trigger in triggers:
        database.execute(trigger["sql"])
    database.execute("PRAGMA foreign_keys = ON")


def _verify(session: Session) -> list[str]:
    keys = signing_keys(session.database, session.office)
    found = Verifier(session.database, keys).run(session.checkpoint_file.read())
    return [finding.code for finding in found.findings]


def test_an_untouched_register_is_intact(session: Session) -> None:
    found = LogVerification(session).verify()
    assert found.intact
    assert found.entries == 2
    assert found.records > 5


@pytest.mark.parametrize("way", TAMPERING)
def test_tampering_is_named(session: Session, way: str) -> None:
    LogVerification(session).verify()
    statements, expected = TAMPERING[way]
    for statement in statements.split("; "):
        session.database.execute(statement)
    assert expected in _verify(session)


def test_a_cut_tail_is_noticed_by_the_checkpoint_only(session: Session) -> None:
    LogVerification(session).verify()
    with _without_triggers(session.database):
        session.database.execute("DELETE FROM log_row WHERE seq = 3")
        session.database.execute("DELETE FROM log WHERE seq = 3")
    assert _verify(session) == ["log.tail_cut"]


def test_a_forged_entry_is_found(session: Session) -> None:
    LogVerification(session).verify()
    session.database.execute(
        "INSERT INTO log SELECT seq + 1, at, actor, actor_key, act, subject, facts, digest, "
        "digest, signature, roster FROM log ORDER BY seq DESC LIMIT 1"
    )
    assert "log.entry_changed" in _verify(session)


def test_a_digest_after_the_last_entry_proves_no_record(session: Session, intake: Intake) -> None:
    intake.seal_visit(visit_form())
    database = session.database
    with _without_triggers(database):
        database.execute("UPDATE petition SET settled_by = 'ai đó đã giải quyết'")
        row = database.one("SELECT * FROM petition")
        key = hash_chain.key_text((row["visit_id"], row["position"]))
        forged = ("petition", key, 10**9, hash_chain.row_digest("petition", tuple(row)))
        database.execute("INSERT INTO log_row (record, key, seq, digest) VALUES (?,?,?,?)", forged)
    assert {"log.row_unbound", "record.changed"} <= set(_verify(session))


def test_a_removal_beyond_the_last_entry_hides_no_missing_record(session: Session) -> None:
    with _without_triggers(session.database):
        session.database.execute("DELETE FROM office WHERE key = 'pepper'")
        session.database.execute("INSERT INTO log_row VALUES ('office', 'pepper', 1000000000, x'')")
    assert {"log.row_unbound", "record.missing"} <= set(_verify(session))


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER log_no_update",
        "CREATE TRIGGER hand AFTER INSERT ON visit BEGIN DELETE FROM deadline; END",
        "CREATE TABLE copies (name TEXT)",
        "DROP INDEX visit_by_day",
    ],
)
def test_a_changed_structure_is_found(session: Session, statement: str) -> None:
    session.database.execute(statement)
    assert _verify(session) == ["schema.changed"]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM visit_search",
        "UPDATE visit_search SET folded = 'khac' WHERE rowid = 2026000001",
        "INSERT INTO visit_search (rowid, folded, exact) VALUES (7, 'la', 'lạ')",
        "DELETE FROM visit_search_data WHERE id > 10",
        "INSERT INTO visit_search (visit_search, rank) VALUES ('secure-delete', 0)",
    ],
)
def test_a_search_that_would_not_find_the_visit_is_found(
    session: Session, intake: Intake, statement: str
) -> None:
    intake.seal_visit(visit_form())
    assert _verify(session) == []
    session.database.execute(statement)
    assert set(_verify(session)) == {"search.differs"}


def test_a_deleted_log_is_reported_at_the_next_unlock(office: ThrowAwayOffice) -> None:
    session = office.open()
    with _without_triggers(session.database):
        session.database.execute("DELETE FROM log_row")
        session.database.execute("DELETE FROM log")
    session.database.close()
    again = office.open()
    assert "log.tail_cut" in again.warnings
    assert "log.tail_cut" in _codes(again)
    again.database.close()


def test_a_machine_without_a_checkpoint_reports_it(office: ThrowAwayOffice) -> None:
    first = office.open()
    assert "anchor.missing" not in first.warnings
    first.close()
    shutil.rmtree(office.environment.state_folder)
    again = office.open()
    assert "anchor.missing" in again.warnings
    again.database.close()


def _codes(session: Session) -> list[str]:
    return [finding.code for finding in LogVerification(session).verify().findings]
