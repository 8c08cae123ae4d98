"""Backups through the services: whole or absent, checked, rotated, looked at, put back."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reception.bootstrap import Reception, wire
from reception.domain.errors import StorageError
from reception.services import backup as backups
from reception.services.environment import Environment
from reception.services.session import unlock
from reception.storage import backup as store
from reception.storage.database import NAME
from reception.storage.kdf import SMALL
from tests.fixtures.office import HEAD, OFFICER, PASSWORDS, FrozenClock, ThrowAwayOffice
from tests.scenarios.people import form_of, planted
from tests.scenarios.traces import found_in, needles

PEOPLE = planted(12)


@pytest.fixture
def officer(office: ThrowAwayOffice) -> Iterator[Reception]:
    """An open office with twelve visits and a draft."""
    reception = wire(office.open(OFFICER))
    for index, person in enumerate(PEOPLE):
        reception.intake.seal_visit(form_of(person, index))
    draft = reception.drafts.begin()
    reception.drafts.keep(draft, {"person": {"name": PEOPLE[0].name}})
    yield reception
    reception.session.database.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder for backups."""
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def bytes_of(folder: Path) -> bytes:
    """Return every byte under a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return b"\0".join(path.read_bytes() for path in files)


def test_a_backup_is_whole_says_what_it_holds_and_shows_no_name(
    officer: Reception, place: Path
) -> None:
    made = officer.backups.make(place)
    manifest = backups.look(made.folder)
    assert (
        manifest.counts
        == made.counts
        == replace(officer.backups.counts(), entries=made.counts.entries)
    )
    assert manifest.counts.visits == 12
    assert {path.name for path in made.folder.iterdir()} == {
        "register.db",
        "keyring.json",
        "manifest.json",
    }
    assert found_in(bytes_of(place), needles(PEOPLE)) == set()
    row = officer.session.database.one("SELECT act, facts FROM log ORDER BY seq DESC LIMIT 1")
    assert row["act"] == "backed_up"
    assert json.loads(row["facts"])["entries"] == manifest.seq
    mark = backups.last_good(officer.session.environment.state, officer.session.office.office_id)
    assert mark == backups.Mark(made.at, str(place))
    assert officer.upkeep.verify().intact


def test_it_comes_back_on_another_machine_without_drafts(
    officer: Reception, office: ThrowAwayOffice, place: Path, tmp_path: Path
) -> None:
    made = officer.backups.make(place)
    elsewhere = Environment(office.clock, SMALL, tmp_path / "machine")
    folder = tmp_path / "moved" / "office"
    backups.restore(made.folder, folder, (HEAD, PASSWORDS[HEAD]), elsewhere)
    head = wire(unlock(folder, office.user_id(HEAD), PASSWORDS[HEAD], elsewhere))
    assert head.backups.counts().visits == 12
    assert head.upkeep.verify().intact
    assert head.session.warnings == ("recovery.missing",)
    assert head.session.database.one("SELECT count(*) FROM draft")[0] == 0
    row = head.session.database.one("SELECT facts FROM log WHERE act = 'restored'")
    assert json.loads(row["facts"])["beyond"] == 0
    head.session.close()
    assert officer.backups.counts().visits == 12


def test_on_the_same_machine_it_says_that_an_older_state_was_put_back(
    officer: Reception, office: ThrowAwayOffice, place: Path, tmp_path: Path
) -> None:
    made = officer.backups.make(place)
    for index, person in enumerate(PEOPLE[:3]):
        officer.intake.seal_visit(form_of(person, index))
    folder = tmp_path / "older"
    backups.restore(made.folder, folder, (HEAD, PASSWORDS[HEAD]), office.environment)
    again = unlock(folder, office.user_id(HEAD), PASSWORDS[HEAD], office.environment)
    row = again.database.one("SELECT facts FROM log WHERE act = 'restored'")
    assert json.loads(row["facts"])["beyond"] >= 4
    again.database.close()


@pytest.mark.parametrize("name", ["register.db", "keyring.json"])
def test_a_damaged_backup_is_refused_and_nothing_is_made(
    officer: Reception, office: ThrowAwayOffice, place: Path, tmp_path: Path, name: str
) -> None:
    made = officer.backups.make(place)
    path = made.folder / name
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 0x40
    path.write_bytes(data)
    folder = tmp_path / "new"
    with pytest.raises(StorageError, match="backup.damaged"):
        backups.restore(made.folder, folder, (HEAD, PASSWORDS[HEAD]), office.environment)
    assert not folder.exists()


@pytest.mark.parametrize(
    ("who", "code"),
    [((HEAD, "sai"), "backup.wrong_password"), (("Ai Đó", "sai"), "backup.no_account")],
)
def test_who_may_not_open_it_gets_nothing(
    officer: Reception, office: ThrowAwayOffice, place: Path, tmp_path: Path, who, code
) -> None:
    made = officer.backups.make(place)
    with pytest.raises(StorageError, match=code):
        backups.restore(made.folder, tmp_path / "new", who, office.environment)
    assert not (tmp_path / "new").exists()


def test_a_folder_that_holds_something_is_not_written_over(
    officer: Reception, office: ThrowAwayOffice, place: Path
) -> None:
    made = officer.backups.make(place)
    before = bytes_of(office.folder)
    with pytest.raises(StorageError, match="backup.target_taken"):
        backups.restore(made.folder, office.folder, (HEAD, PASSWORDS[HEAD]), office.environment)
    assert bytes_of(office.folder) == before


@pytest.mark.parametrize("text", ["", "{}", '{"format": 1}', '{"format": "x"}', "[]", "\0"])
def test_what_is_no_backup_is_a_sentence(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "sao-luu-20261119-141200"
    folder.mkdir()
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(StorageError, match="backup.not_one"):
        backups.look(folder)
    (folder / "manifest.json").write_text('{"format": 9}', encoding="utf-8")
    with pytest.raises(StorageError, match="backup.newer"):
        backups.look(folder)


def test_a_place_that_is_gone_or_locked_leaves_everything_as_it_was(
    officer: Reception, place: Path
) -> None:
    first = officer.backups.make(place)
    entries = officer.backups.counts().entries
    with pytest.raises(StorageError, match="backup.place_missing"):
        officer.backups.make(place / "nowhere")
    blocked = place / "file"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(StorageError, match="backup.place_missing"):
        officer.backups.make(blocked)
    assert officer.backups.counts().entries == entries
    assert backups.look(first.folder).counts == first.counts


def test_a_full_medium_leaves_no_half_backup(officer: Reception, monkeypatch, place: Path) -> None:
    first = officer.backups.make(place)
    officer.session.environment.clock.move(minutes=5)

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "write_atomically", full)
    with pytest.raises(StorageError, match="backup.unwritable"):
        officer.backups.make(place)
    assert [path.name for path in place.iterdir()] == [first.folder.name]


def test_old_ones_go_and_others_stay(officer: Reception, place: Path) -> None:
    other = place / "sao-luu-20200101-000000"
    other.mkdir()
    (place / "ảnh.png").write_bytes(b"x")
    clock = officer.session.environment.clock
    made = []
    for _ in range(10):
        made.append(officer.backups.make(place))
        clock.move(days=1)
    left = {path.name for path in place.iterdir()}
    assert {other.name, "ảnh.png", made[-1].folder.name} <= left
    assert made[0].folder.name not in left or made[0].at.month != made[-1].at.month
    assert len([name for name in left if name.startswith("sao-luu-2026")]) <= 7 + 4 + 12
    assert sum(item.dropped for item in made) >= 1


def test_it_is_due_once_a_day_in_each_place_that_is_there(officer: Reception, place: Path) -> None:
    assert officer.backups.due((place,))
    officer.backups.make(place)
    assert not officer.backups.due((place,))
    assert not officer.backups.due((place / "gone",))
    officer.session.environment.clock.move(days=1)
    assert officer.backups.due((place,))


def test_it_is_stale_after_three_days(officer: Reception, place: Path) -> None:
    state, office = officer.session.environment.state, officer.session.office.office_id
    assert backups.stale(backups.last_good(state, office), officer.session.today())
    officer.backups.make(place)
    clock = officer.session.environment.clock
    clock.move(days=2)
    assert not backups.stale(backups.last_good(state, office), officer.session.today())
    clock.move(days=1)
    assert backups.stale(backups.last_good(state, office), officer.session.today())


_WORKER = """
import sys
from pathlib import Path
from tests.services.test_backup import make_forever
make_forever(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
"""


def make_forever(folder: Path, place: Path, user_id: str) -> None:
    """Make one backup after the other, in a process of its own, until it is killed."""
    clock = FrozenClock()
    clock.move(days=30)
    session = unlock(
        folder, user_id, PASSWORDS[OFFICER], Environment(clock, SMALL, place.parent / "s2")
    )
    reception = wire(session)
    while True:
        clock.move(seconds=7)
        reception.backups.make(place)
        sys.stdout.write("made\n")
        sys.stdout.flush()


def test_killed_at_any_moment_what_has_its_name_is_whole(
    officer: Reception, office: ThrowAwayOffice, place: Path
) -> None:
    user = office.user_id(OFFICER)
    officer.session.database.close()
    draw = random.Random(7)  # noqa: S311 - the same moments each time
    for _ in range(5):
        command = [sys.executable, "-c", _WORKER, str(office.folder), str(place), user]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])  # noqa: S603
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(draw.random() * 0.25)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        named = [p for p in place.iterdir() if not p.name.endswith((".dang-ghi", ".dang-xoa"))]
        assert named
        for folder in named:
            assert backups.look(folder).counts.visits == 12
    session = office.open(OFFICER)
    reception = wire(session)
    reception.backups.make(place)
    assert not list(place.glob("*.dang-*"))
    assert reception.upkeep.verify().intact
    session.database.close()
    shutil.rmtree(place)
    assert (office.folder / NAME).exists()
