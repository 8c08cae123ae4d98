"""An office of an earlier version is copied, then brought up to date, or left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from reception.domain.errors import StorageError
from reception.services.calendars import Calendars
from reception.services.drafts import Drafts
from reception.services.intake import Intake
from reception.services.upkeep import Upkeep
from reception.storage import database
from tests.fixtures.forms import form
from tests.fixtures.office import ThrowAwayOffice, build_office

NEXT = (
    "-- A note about each visit, for this test.",
    "CREATE TABLE visit_mark (visit_id INTEGER PRIMARY KEY, mark TEXT NOT NULL) STRICT",
)


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """An office with one visit, as the present version leaves it."""
    made = build_office(tmp_path)
    session = made.open()
    Intake(session, Calendars(session), Drafts(session)).seal_visit(form())
    session.close()
    return made


def later(monkeypatch: pytest.MonkeyPatch, *statements: str) -> int:
    """Let the program know one more migration; return its number."""
    known = database.migrations()
    number = len(known) + 1
    monkeypatch.setattr(database, "migrations", lambda: [*known, (number, list(statements))])
    return number


def copies(office: ThrowAwayOffice) -> list[Path]:
    """Return the copies made before migrations."""
    return sorted(office.folder.glob("register.before-*.db"))


def test_an_older_file_is_copied_then_migrated(
    office: ThrowAwayOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(database.migrations())
    number = later(monkeypatch, NEXT[1])
    session = office.open()
    assert session.database.version == number
    assert session.database.one("SELECT count(*) FROM visit_mark")[0] == 0
    assert session.database.one("SELECT count(*) FROM visit")[0] == 1
    assert Upkeep(session).verify().intact
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
        later(broken, NEXT[1], "INSERT INTO no_such_table VALUES (1)")
        with pytest.raises((StorageError, sqlite.Error)):
            office.open()
    session = office.open()
    assert session.database.version == len(database.migrations())
    names = session.database.query("SELECT name FROM sqlite_master WHERE name = 'visit_mark'")
    assert names == []
    assert Upkeep(session).verify().intact
    session.close()


def test_a_file_of_a_newer_version_is_refused(
    office: ThrowAwayOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        later(newer, NEXT[1])
        office.open().close()
    with pytest.raises(StorageError, match="database.newer"):
        office.open()
