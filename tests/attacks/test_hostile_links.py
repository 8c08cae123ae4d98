"""Links, named pipes and folders where the program writes: nothing else is written over."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from reception.bootstrap import create_services
from reception.domain.errors import StorageError
from reception.hardening.regular_files import LARGEST, open_regular, read_regular
from reception.services.access.password_change import change_password
from reception.storage.audit.local_state import FailedAttemptsFile
from reception.storage.crypto.sealed_key_files import SealedKeyFiles
from tests.fixtures.hostile_files import CONTENTS, NO_FILES, put
from tests.fixtures.office import HEAD, PASSWORDS, ThrowAwayOffice, build_office
from ui.appearance.window_settings import AppearanceSettings, WindowSettings
from ui.startup.office_reservation import OfficeReservation

USER = "ab12cd34"


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """A new office."""
    return build_office(tmp_path)


def test_deleting_a_key_overwrites_nothing_that_a_link_leads_to(tmp_path: Path) -> None:
    keys = SealedKeyFiles(tmp_path)
    keys.create("ab", bytes(range(32)))
    for number, make_link in enumerate((Path.symlink_to, Path.hardlink_to)):
        precious, path = tmp_path / f"precious{number}", tmp_path / "drafts" / f"k{number}.key"
        precious.write_bytes(b"must stay")
        make_link(path, precious)
        keys.remove(f"k{number}")
        assert precious.read_bytes() == b"must stay"
        assert not os.path.lexists(path)


def test_a_new_version_of_a_file_is_not_written_through_a_link(office: ThrowAwayOffice) -> None:
    precious = office.folder.parent / "precious"
    precious.write_bytes(b"must stay")
    temporary = office.folder / f"tries.json.{os.getpid()}.new"
    temporary.symlink_to(precious)
    FailedAttemptsFile(office.folder).add(USER)
    assert precious.read_bytes() == b"must stay"
    os.mkfifo(temporary)
    assert FailedAttemptsFile(office.folder).add(USER).number == 2


LOCKS = ("keyring.lock", "backup.lock", "exchange.lock", "window.lock")


@pytest.mark.parametrize("make_link", [Path.symlink_to, Path.hardlink_to])
@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_empties_no_other_file(
    office: ThrowAwayOffice, tmp_path: Path, name: str, make_link: Callable[[Path, Path], None]
) -> None:
    precious, place = tmp_path / "precious", tmp_path / "place"
    precious.write_bytes(b"must stay")
    place.mkdir()
    (office.folder / name).unlink(missing_ok=True)
    make_link(office.folder / name, precious)
    use_every_lock(office, place)
    assert precious.read_bytes() == b"must stay"


@pytest.mark.parametrize("kind", list(NO_FILES))
@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_that_is_no_file(
    office: ThrowAwayOffice, tmp_path: Path, name: str, kind: str
) -> None:
    (tmp_path / "place").mkdir()
    put(office.folder / name, kind)
    if kind != "folder" or name == "window.lock":
        use_every_lock(office, tmp_path / "place")
        return
    with pytest.raises(StorageError, match=r"database\.read_only"):
        use_every_lock(office, tmp_path / "place")


def use_every_lock(office: ThrowAwayOffice, place: Path) -> None:
    """Reserve and open the office, change its keyring and back it up."""
    owner = QObject()
    reservation = OfficeReservation(owner)
    assert reservation.reserve(office.folder)
    session = office.open(HEAD)
    reception = create_services(session)
    change_password(session, PASSWORDS[HEAD], "thuyền nan 7 mái chèo 93 gốc sung")
    reception.backups.make(place)
    session.close()
    reservation.release()


@pytest.mark.parametrize("kind", list(NO_FILES))
def test_the_copy_before_a_migration(office: ThrowAwayOffice, tmp_path: Path, kind: str) -> None:
    """A link in its place would have the whole register written over another file."""
    session = office.open()
    put(tmp_path / "copy.db", kind)
    with pytest.raises(StorageError, match=r"database\.not_a_file"):
        session.database.copy_to(tmp_path / "copy.db", bytes(32))
    session.close()


@pytest.mark.parametrize("kind", [*NO_FILES, *CONTENTS])
def test_the_settings_of_the_window(tmp_path: Path, kind: str) -> None:
    put(tmp_path / "window.ini", kind)
    settings_file = WindowSettings(tmp_path / "window.ini")
    assert settings_file.appearance() == AppearanceSettings()
    settings_file.store_last_user("ab12")
    assert WindowSettings(tmp_path / "window.ini").last_user() == "ab12"


@pytest.mark.parametrize("kind", list(NO_FILES))
def test_a_file_that_a_person_chooses(office: ThrowAwayOffice, tmp_path: Path, kind: str) -> None:
    """A link to a file is what the person chose; anything else is no file."""
    put(tmp_path / "chosen", kind)
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on what is there
        open_regular(tmp_path / "chosen", LARGEST, through_links=True).close()
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    (tmp_path / "link").symlink_to(tmp_path / "scan.pdf")
    assert read_regular(tmp_path / "link", 100, through_links=True) == b"%PDF"
