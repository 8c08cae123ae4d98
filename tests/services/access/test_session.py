"""Unlocking: passwords, retry delays, and the detection of restored old files."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import astuple
from pathlib import Path

import pytest

from reception.domain.audit import Act
from reception.domain.errors import StorageError
from reception.domain.staff import Right
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.access.unlocking import unlock
from reception.services.audit.log_verification import LogVerification
from reception.storage.database import DATABASE_FILE
from reception.storage.schema import latest_version
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice


def _wait(office: ThrowAwayOffice, user: str) -> int:
    return read_pre_unlock_state(office.folder, office.environment.state_folder).delays[user]


def test_each_person_opens_with_their_own_password(office: ThrowAwayOffice) -> None:
    for name in PASSWORDS:
        session = office.open(name)
        assert session.member.name == name
        assert session.may(Right.CUSTODY) is (name == CUSTODIAN)
        assert session.may(Right.REVEAL) is (name == HEAD)
        session.close()


def test_the_delay_after_wrong_passwords_grows_and_survives_a_restart(
    office: ThrowAwayOffice,
) -> None:
    user = office.user_id(OFFICER)
    waits = []
    for _ in range(11):
        with pytest.raises(StorageError, match="unlock.wrong_password") as caught:
            unlock(office.folder, user, "sai rồi", office.environment)
        waits.append(caught.value.facts["wait"])
        assert _wait(office, user) == waits[-1]
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60, 900, 900]
    session = office.open()
    facts = session.database.one("SELECT facts FROM log ORDER BY seq DESC LIMIT 1")
    assert '"failed_tries":11' in facts["facts"]
    assert _wait(office, user) == 0
    session.close()


def test_the_file_is_not_readable_without_the_key(office: ThrowAwayOffice) -> None:
    office.open().close()
    data = (office.folder / DATABASE_FILE).read_bytes()
    assert not data.startswith(b"SQLite format 3")
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(office.folder / DATABASE_FILE).execute("SELECT count(*) FROM visit")


def test_a_damaged_file_is_a_sentence(office: ThrowAwayOffice) -> None:
    path = office.folder / DATABASE_FILE
    data = bytearray(path.read_bytes())
    data[100:2000] = bytes(1900)
    path.write_bytes(bytes(data))
    with pytest.raises(StorageError, match="database.unreadable"):
        office.open()


def test_a_newer_database_is_refused_and_not_touched(office: ThrowAwayOffice) -> None:
    session = office.open()
    session.database.execute("PRAGMA user_version = 999")
    session.database.close()
    before = (office.folder / DATABASE_FILE).read_bytes()
    with pytest.raises(StorageError, match="database.newer") as caught:
        office.open()
    assert caught.value.facts == {"found": 999, "known": latest_version()}
    assert (office.folder / DATABASE_FILE).read_bytes() == before


def test_a_restored_old_folder_is_noticed_by_the_checkpoint(
    office: ThrowAwayOffice, tmp_path: Path
) -> None:
    office.open().close()
    shutil.copytree(office.folder, tmp_path / "old")
    office.open().close()
    shutil.rmtree(office.folder)
    shutil.copytree(tmp_path / "old", office.folder)
    session = office.open()
    assert "log.tail_cut" in session.warnings
    session.close()
    session = office.open()  # later work does not overwrite the evidence
    found = LogVerification(session).verify()
    assert not found.intact
    session.close()


def test_a_member_row_changed_from_outside_is_refused(office: ThrowAwayOffice) -> None:
    session = office.open()
    session.database.execute(
        "UPDATE member SET rights = 'custody reveal' WHERE name = ?", (OFFICER,)
    )
    session.database.close()
    with pytest.raises(StorageError, match="roster.rows_differ"):
        office.open()


def test_names_and_checkpoint_are_known_before_unlocking(office: ThrowAwayOffice) -> None:
    office.open().close()
    door = read_pre_unlock_state(office.folder, office.environment.state_folder)
    assert [name for _, name in door.accounts] == list(PASSWORDS)
    assert door.checkpoint is not None
    assert door.checkpoint.name == OFFICER


def test_a_clock_that_runs_backwards_or_leaps_is_reported_at_unlock(
    office: ThrowAwayOffice,
) -> None:
    office.open().close()
    for days, told in ((2.9, None), (3.1, "clock.leap"), (-9.0, "clock.backwards")):
        office.clock.move(days=days)
        session = office.open()
        found = [code for code in session.warnings if code.startswith("clock.")]
        assert found == ([told] if told else [])
        session.close()


def test_after_tidying_the_log_is_begun_and_keeps_no_page_of_the_act(
    office: ThrowAwayOffice,
) -> None:
    session = office.open()
    waiting = office.folder / f"{DATABASE_FILE}-wal"
    with session.act() as work:
        work.log(Act.LOOKED_UP, "log")
    one_frame = 32 + 24 + 4096
    assert waiting.stat().st_size > one_frame
    session.truncate_wal()
    assert waiting.stat().st_size == one_frame
    session.close()


def test_a_log_that_cannot_be_begun_is_left_to_the_next_act(office: ThrowAwayOffice) -> None:
    session, other = office.open(), office.open(OFFICER)
    session.truncate_wal()
    with other.database.transaction():
        session.database.begin_wal()
    with session.act() as work:
        work.log(Act.LOOKED_UP, "log")
    other.close()
    session.close()


def test_a_session_knows_the_persons_own_last_entry_before_this_unlock(
    office: ThrowAwayOffice,
) -> None:
    first = office.open(OFFICER)
    assert first.own_last_entry is None
    office.clock.move(hours=2)
    first.close()
    ended = office.clock.now()
    office.clock.move(days=1)
    office.open(HEAD).close()
    again = office.open(OFFICER)
    assert again.own_last_entry is not None
    seq, at, act = astuple(again.own_last_entry)
    row = again.database.one("SELECT actor, act FROM log WHERE seq = ?", (seq,))
    assert (row["actor"], row["act"]) == (again.member.user_id, act)
    assert (at, act) == ((ended.date(), None), Act.LOCKED)
    assert again.opening_checkpoint is not None
    assert again.opening_checkpoint.seq > seq
    again.close()
