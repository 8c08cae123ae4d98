"""Folders that cannot be written, and a full disk: the true cause, and nothing half-written.

Each act runs as an ordinary user in a child process, since nothing is read-only for root.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.backup.backup_inspection import RestoreActor
from reception.services.backup.restore import restore
from tests.fixtures.office import HEAD, PASSWORDS, ThrowAwayOffice, build_office
from tests.fixtures.ordinary_user import (
    give_away,
    limit_file_size,
    make_read_only,
    make_writable,
    open_folder,
    outcome,
)
from tests.fixtures.visit_forms import visit_form

_NO_DAMAGE = ("damaged", "unreadable", "copy_bad", "not_one", "other_key")
_ACTOR = RestoreActor(HEAD, PASSWORDS[HEAD])
_UNFINISHED = ("*.dang-ghi", "*.khoi-phuc", "mo-thu-*", "*.new")
Break = Callable[[], None]


@dataclass
class Stage:
    """An office with one visit and one backup, in a folder that an ordinary user reaches."""

    office: ThrowAwayOffice
    folder: Path

    def path(self, name: str) -> Path:
        """Return a folder by its name: office, state, drafts, place of backups, restore target."""
        if name == "drafts":
            return self.office.folder / name
        own = {"office": self.office.folder, "state": self.office.environment.state_folder}
        return own.get(name, self.folder / name)

    def opened(self) -> Reception:
        return create_services(self.office.open(HEAD))

    def backup(self) -> Path:
        return next(self.path("place").glob("sao-luu-*"))


@pytest.fixture
def stage() -> Iterator[Stage]:
    """A new stage."""
    with open_folder() as folder:
        stage = Stage(build_office(folder), folder)
        for name in ("place", "target", "other", "drafts"):
            stage.path(name).mkdir(exist_ok=True)
        reception = stage.opened()
        reception.intake.seal_visit(visit_form())
        reception.backups.add_location(stage.path("place"))
        reception.backups.make(stage.path("place"))
        reception.session.close()
        give_away(folder)
        yield stage


def unlock(stage: Stage, spoil: Break) -> None:
    """Open the office and use it."""
    spoil()
    stage.opened().todo_list.read()


def save(stage: Stage, spoil: Break) -> None:
    """Seal a visit in an office that is open already."""
    reception = stage.opened()
    spoil()
    reception.intake.seal_visit(visit_form())


def draft(stage: Stage, spoil: Break) -> None:
    """Begin a draft and store it."""
    reception = stage.opened()
    spoil()
    reception.drafts.save(reception.drafts.create(), {"summary": "x" * 4000})


def back_up(stage: Stage, spoil: Break) -> None:
    """Make a backup."""
    reception = stage.opened()
    spoil()
    reception.backups.make(stage.path("place"))


def open_on_trial(stage: Stage, spoil: Break) -> None:
    """Open a backup on trial."""
    reception = stage.opened()
    spoil()
    reception.backups.run_trial(stage.backup())


def add_location(stage: Stage, spoil: Break) -> None:
    """Choose another place for backups."""
    reception = stage.opened()
    spoil()
    reception.backups.add_location(stage.path("other"))


def restore_elsewhere(stage: Stage, spoil: Break) -> None:
    """Restore the backup as another office."""
    spoil()
    restore(stage.backup(), stage.path("target") / "office", _ACTOR, stage.office.environment)


def restore_in_place(stage: Stage, spoil: Break) -> None:
    """Restore the backup in the place of the office."""
    spoil()
    world = stage.office.environment
    restore(stage.backup(), stage.office.folder, _ACTOR, world, in_place=True)


def lock(stage: Stage, spoil: Break) -> None:
    """Save a visit, then lock."""
    reception = stage.opened()
    reception.intake.seal_visit(visit_form())
    spoil()
    reception.session.close()


def files_of(folder: Path) -> dict[str, str]:
    """Return the digest of each file in a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


def require_cause(answer: ReceptionError | str | None, expected: str | None) -> None:
    """Compare an outcome with the expected code; its sentence is never about damage."""
    assert not isinstance(answer, str), answer
    assert (answer.code if answer is not None else None) == expected
    if answer is not None:
        assert not any(word in answer.code for word in _NO_DAMAGE)
        assert error_sentence(answer)


def require_sound(stage: Stage, visits: int) -> None:
    """Require that nothing unfinished is left, and that the office is whole."""
    make_writable(stage.folder)
    assert [path for name in _UNFINISHED for path in stage.folder.rglob(name)] == []

    def use() -> None:
        reception = stage.opened()
        assert len(reception.register.today()) == visits
        assert reception.log_verification.verify().findings == ()
        reception.session.close()

    assert outcome(use) is None


@pytest.mark.parametrize(
    ("name", "act", "expected"),
    [
        ("office", unlock, "database.read_only"),
        ("office", draft, "draft.key_folder"),
        ("office", back_up, "database.read_only"),
        ("office", restore_in_place, "backup.unwritable"),
        ("state", unlock, None),
        ("state", save, None),
        ("state", back_up, None),
        ("state", open_on_trial, "backup.unwritable"),
        ("state", add_location, "backup.unwritable"),
        ("drafts", draft, "draft.key_folder"),
        ("drafts", save, None),
        ("place", back_up, "backup.unwritable"),
        ("place", open_on_trial, None),
        ("place", restore_elsewhere, None),
        ("target", restore_elsewhere, "backup.unwritable"),
    ],
)
def test_a_read_only_folder(
    stage: Stage, name: str, act: Callable[[Stage, Break], None], expected: str | None
) -> None:
    folder = stage.path(name)
    before = files_of(folder)
    answer = outcome(lambda: act(stage, lambda: make_read_only(folder)))
    require_cause(answer, expected)
    if answer is not None:
        assert str(folder) in error_sentence(answer)
    if name != "office":  # the lock of the session that is open stands there
        assert files_of(folder).keys() == before.keys()
    require_sound(stage, visits=2 if act is save else 1)


@pytest.mark.parametrize("room", [0, 8192])
@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (unlock, "database.disk_full"),
        (save, "database.disk_full"),
        (draft, "database.disk_full"),
        (lock, "database.disk_full"),
        (back_up, "backup.full"),
        (open_on_trial, "backup.full"),
        (restore_elsewhere, "backup.full"),
        (restore_in_place, "backup.full"),
    ],
)
def test_a_full_disk(
    stage: Stage, act: Callable[[Stage, Break], None], expected: str, room: int
) -> None:
    """``room``: bytes that each file can have; with none, a key is not stored either."""
    answer = outcome(lambda: act(stage, lambda: limit_file_size(room)))
    require_cause(answer, "draft.key_folder" if act is draft and not room else expected)
    require_sound(stage, visits=2 if act is lock else 1)


def test_a_file_that_refuses_to_be_written_meanwhile(stage: Stage) -> None:
    def act() -> None:
        reception = stage.opened()
        reception.session.database.execute("PRAGMA query_only = ON")
        reception.intake.seal_visit(visit_form())

    require_cause(outcome(act), "database.disk_full")
    require_sound(stage, visits=1)
