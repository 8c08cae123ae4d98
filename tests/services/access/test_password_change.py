"""Changing one's own password: the old one ends, nothing else changes."""

from __future__ import annotations

import pytest

from reception.domain.errors import InvalidInput, StorageError
from reception.services.access.password_change import change_password
from reception.services.access.unlocking import unlock
from reception.services.audit.log_verification import LogVerification
from reception.storage.crypto import keyring as keyring_file
from reception.storage.staff import signed_members
from tests.fixtures.office import HEAD, OFFICER, PASSWORDS, ThrowAwayOffice

NEW = "thuyền nan 7 mái chèo 93 gốc sung"


def test_the_new_one_opens_and_the_old_one_does_not(office: ThrowAwayOffice) -> None:
    session = office.open(OFFICER)
    change_password(session, PASSWORDS[OFFICER], NEW)
    assert LogVerification(session).verify().intact
    session.close()
    user = office.user_id(OFFICER)
    with pytest.raises(StorageError, match="unlock.wrong_password"):
        unlock(office.folder, user, PASSWORDS[OFFICER], office.environment)
    again = unlock(office.folder, user, NEW, office.environment)
    row = again.database.one("SELECT actor FROM log WHERE act = 'password_changed'")
    assert row["actor"] == user
    again.close()
    office.open(HEAD).close()


def test_the_heads_vaults_open_as_before(office: ThrowAwayOffice) -> None:
    head = office.open(HEAD)
    user = head.member.user_id
    before = signed_members.granted_private_keys(head.database, head.office, user, head.keys)
    change_password(head, PASSWORDS[HEAD], NEW)
    head.close()
    again = unlock(office.folder, user, NEW, office.environment)
    assert (
        signed_members.granted_private_keys(again.database, again.office, user, again.keys)
        == before
    )
    again.close()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("sai", NEW, "password.old_wrong"),
        (PASSWORDS[OFFICER], PASSWORDS[OFFICER], "password.same"),
        (PASSWORDS[OFFICER], "laichau123", "password."),
        (PASSWORDS[OFFICER], "", "password."),
    ],
)
def test_an_invalid_password_changes_nothing(
    office: ThrowAwayOffice, old: str, new: str, code: str
) -> None:
    session = office.open(OFFICER)
    before = (office.folder / "keyring.json").read_bytes()
    with pytest.raises(InvalidInput, match=code):
        change_password(session, old, new)
    assert (office.folder / "keyring.json").read_bytes() == before
    session.close()
    office.open(OFFICER).close()


def test_a_power_cut_between_keyring_and_log_leaves_the_new_one(
    office: ThrowAwayOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = office.open(OFFICER)
    save = keyring_file.save

    def cut(*given: object) -> None:
        save(*given)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(keyring_file, "save", cut)
    with pytest.raises(KeyboardInterrupt):
        change_password(session, PASSWORDS[OFFICER], NEW)
    monkeypatch.undo()
    session.database.close()
    again = unlock(office.folder, office.user_id(OFFICER), NEW, office.environment)
    assert LogVerification(again).verify().intact
    again.close()
