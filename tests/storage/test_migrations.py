"""An office of an earlier version is copied, then migrated, or left unchanged."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from reception.bootstrap import Reception, create_services
from reception.domain.errors import StorageError
from reception.services.audit.log_verification import LogVerification
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage import schema
from reception.storage.crypto import hash_chain
from reception.storage.visits import code_series, visit_events
from tests.fixtures.office import ThrowAwayOffice, build_office
from tests.fixtures.visit_forms import visit_form

CREATE_TABLE = "CREATE TABLE visit_mark (visit_id INTEGER PRIMARY KEY, mark TEXT NOT NULL) STRICT"

_NUMBERS = "people same_content"
_NONE = "representatives appointment counted_once protection read_back thumb_print settled_round"
_EMPTY = (
    "interpreter field_note respondent place request settled_by handled_by document_number "
    "refusal_ground explanation"
)
_BASE = {
    **dict.fromkeys(_NUMBERS.split(), 1),
    **dict.fromkeys(_NONE.split(), 0),
    **dict.fromkeys(_EMPTY.split(), ""),
    **{"visit_id": 2025000007, "year": 2025, "number": 7, "received_on": "2025-03-04"},
    **{"mode": "regular", "body": "Ban Tiếp công dân tỉnh", "kind": "complaint", "position": 1},
    **{"series": "KN", "code_year": 2025, "code_number": 1, "capacity": "self", "officer": "x"},
    **{"progress": "guided", "field": "other", "summary": "Việc cũ", "form": "spoken"},
    **{"outcome": "guide", "competence": "other"},
}
_VISIT = (
    "visit_id year number received_on mode body kind series code_year code_number capacity people "
    "same_content representatives appointment interpreter counted_once protection read_back "
    "thumb_print officer progress"
)
_PETITION = (
    "visit_id position kind field field_note respondent place summary request settled_by "
    "settled_round form outcome competence handled_by document_number refusal_ground explanation"
)
OLD_VISIT = {name: _BASE[name] for name in _VISIT.split()}
OLD_PETITION = {name: _BASE[name] for name in _PETITION.split()}


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """An office with one visit, as the present version leaves it."""
    made = build_office(tmp_path)
    session = made.open()
    Intake(session, OfficeCalendar(session), Drafts(session)).seal_visit(visit_form())
    session.close()
    return made


def add_migration(monkeypatch: pytest.MonkeyPatch, *statements: str) -> int:
    """Add a migration to the program; return its number."""
    known = schema.migrations()
    number = len(known) + 1
    monkeypatch.setattr(schema, "migrations", lambda: [*known, (number, list(statements))])
    return number


def unconfirmed_records(desk: Reception) -> list[str]:
    """Return the records that differ from the log; the old visit here is not a whole one."""
    findings = desk.log_verification.verify().findings
    return [f"{item.table} {item.key}" for item in findings if item.code.startswith("record.")]


def copies(office: ThrowAwayOffice) -> list[Path]:
    """Return the copies made before migrations."""
    return sorted(office.folder.glob("register.before-*.db"))


def test_an_older_file_is_copied_then_migrated(
    office: ThrowAwayOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(schema.migrations())
    number = add_migration(monkeypatch, CREATE_TABLE)
    session = office.open()
    assert session.database.schema_version == number
    assert session.database.one("SELECT count(*) FROM visit_mark")[0] == 0
    assert session.database.one("SELECT count(*) FROM visit")[0] == 1
    assert LogVerification(session).verify().intact
    session.close()
    (copy,) = copies(office)
    assert b"SQLite format" not in copy.read_bytes()[:100]  # as encrypted as what it was made of
    assert b"petition" not in copy.read_bytes()
    assert before < number
    office.open().close()
    assert copies(office) == [copy]  # once


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    office: ThrowAwayOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        add_migration(broken, CREATE_TABLE, "INSERT INTO no_such_table VALUES (1)")
        with pytest.raises((StorageError, sqlite.Error)):
            office.open()
    session = office.open()
    assert session.database.schema_version == len(schema.migrations())
    names = session.database.query("SELECT name FROM sqlite_master WHERE name = 'visit_mark'")
    assert names == []
    assert LogVerification(session).verify().intact
    session.close()


def test_a_visit_from_before_salts_verifies_and_gets_one_when_it_is_corrected(
    tmp_path: Path,
) -> None:
    key = 2025000007
    made = build_office(tmp_path)
    session = made.open()
    with session.act() as work:
        for table, values in (("visit", OLD_VISIT), ("petition", OLD_PETITION)):
            marks = ", ".join("?" for _ in values)
            sql = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks}) RETURNING *"  # noqa: S608 - our own names
            row = work.database.one(sql, tuple(values.values()))
            assert row is not None
            work._record_digest(
                table, values, hash_chain.row_digest(table, tuple(row))
            )  # as it was then
        code_series.renew_series(work, "KN", 2025, 1)
        visit_events.reindex(work.database, key)
        work.log("visit_sealed", f"visit {key}")
    session.close()
    desk = create_services(made.open())
    assert unconfirmed_records(desk) == []
    assert desk.session.database.one("SELECT count(*) FROM visit_salt")[0] == 0
    why = ChangeReason("mistyped", "Ghi nhầm một chữ")
    desk.lifecycle.correct(key, Correction(why, {"summary.1": "Việc mới"}, 0))
    assert desk.session.database.one("SELECT visit_id FROM visit_salt")[0] == key
    assert unconfirmed_records(desk) == []
    desk.session.close()


def test_a_file_of_a_newer_version_is_refused(
    office: ThrowAwayOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        add_migration(newer, CREATE_TABLE)
        office.open().close()
    with pytest.raises(StorageError, match="database.newer"):
        office.open()
