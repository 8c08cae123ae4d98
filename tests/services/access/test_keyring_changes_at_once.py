"""Several sessions change the keyring at once: no account is lost, and everybody can unlock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from multiprocessing.synchronize import Barrier

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import StorageError
from reception.domain.staff import Role
from reception.services.access.password_change import change_password
from reception.services.access.session import Session
from reception.services.access.unlocking import unlock
from reception.services.key_rotation.database_key_rotation import rotate_database_key
from reception.services.office.office_setup import NewMember
from reception.storage.crypto import keyring as keyring_file
from reception.storage.office_values import read_keyring_counter
from reception.storage.unit_of_work import UnitOfWork
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, PASSWORDS, ThrowAwayOffice
from tests.fixtures.polling import poll
from tests.fixtures.processes import run_together

OWN, SET_BY_HEAD = "thuyền nan 7 mái chèo 93 gốc sung", "ghềnh 5 thác 38 bè nứa trôi xuôi"
NEWCOMER = NewMember("Lò Văn H", Role.OFFICER, SET_BY_HEAD)
ROUNDS = 6


@pytest.fixture
def officer(office: ThrowAwayOffice) -> Session:
    return office.open(OFFICER)


@pytest.fixture
def head(office: ThrowAwayOffice) -> Reception:
    return create_services(office.open(HEAD))


def _unlocks(office: ThrowAwayOffice, name: str, password: str) -> bool:
    try:
        unlock(office.folder, office.user_id(name), password, office.environment).close()
    except StorageError as error:
        if error.code not in ("unlock.shut_out", "unlock.wrong_password"):
            raise
        return False
    return True


def _rotate(session: Session) -> None:
    rotate_database_key(session, "nobody", lambda _work: None)


def _during_hashing(monkeypatch: pytest.MonkeyPatch, name: str, act: Callable[[], object]) -> None:
    """Let ``act`` happen once, in the middle of the next call of a slow function of the keyring."""
    slow = getattr(keyring_file, name)

    def call(*given: object) -> object:
        monkeypatch.setattr(keyring_file, name, slow)
        result = slow(*given)
        act()
        return result

    monkeypatch.setattr(keyring_file, name, call)


def _before_the_transaction(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Let ``act`` happen once, after the next act saved the keyring and before it begins."""
    begin = Session.act

    def begin_later(session: Session, root_seed: bytes = b"") -> AbstractContextManager[UnitOfWork]:
        monkeypatch.setattr(Session, "act", begin)
        act()
        return begin(session, root_seed)

    monkeypatch.setattr(Session, "act", begin_later)


def test_a_suspension_during_a_password_change_stays(
    office: ThrowAwayOffice, officer: Session, head: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    user_id = officer.member.user_id
    _during_hashing(monkeypatch, "create_account", lambda: head.staff.accounts.suspend(user_id))
    with pytest.raises(StorageError, match="unlock.shut_out"):
        change_password(officer, PASSWORDS[OFFICER], OWN)
    officer.database.close()
    assert keyring_file.load(office.folder).account(user_id).database_key == b""
    head.staff.accounts.reinstate(user_id)
    assert _unlocks(office, OFFICER, OWN)


def test_the_heads_new_password_during_a_password_change_stays(
    office: ThrowAwayOffice, officer: Session, head: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    user_id = officer.member.user_id
    _during_hashing(
        monkeypatch,
        "create_account",
        lambda: head.staff.accounts.set_new_password(user_id, SET_BY_HEAD),
    )
    with pytest.raises(StorageError, match="keyring.account_changed"):
        change_password(officer, PASSWORDS[OFFICER], OWN)
    officer.database.close()
    assert not _unlocks(office, OFFICER, OWN)
    assert _unlocks(office, OFFICER, SET_BY_HEAD)


def test_an_unlock_is_not_refused_when_the_keyring_changes_during_it(
    office: ThrowAwayOffice, head: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    _during_hashing(monkeypatch, "open_account_and_key", lambda: head.staff.accounts.add(NEWCOMER))
    office.open(OFFICER).close()
    assert _unlocks(office, NEWCOMER.name, SET_BY_HEAD)


def test_an_unlock_opens_the_database_under_a_key_rotated_during_it(
    office: ThrowAwayOffice, head: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    _during_hashing(monkeypatch, "open_account_and_key", lambda: _rotate(head.session))
    office.open(OFFICER).close()


def test_a_rotation_during_a_password_change_is_refused_and_succeeds_after_it(
    office: ThrowAwayOffice, officer: Session, head: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rotation_is_refused() -> None:
        with pytest.raises(StorageError, match="database.busy"):
            _rotate(head.session)

    _during_hashing(monkeypatch, "create_account", rotation_is_refused)
    change_password(officer, PASSWORDS[OFFICER], OWN)
    officer.close()
    _rotate(head.session)
    assert _unlocks(office, OFFICER, OWN)


def test_of_two_new_passwords_set_at_once_the_one_logged_is_valid(
    office: ThrowAwayOffice, head: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    user_id, second = office.user_id(OFFICER), create_services(office.open(HEAD))
    _before_the_transaction(
        monkeypatch, lambda: second.staff.accounts.set_new_password(user_id, SET_BY_HEAD)
    )
    with pytest.raises(StorageError, match="keyring.account_changed"):
        head.staff.accounts.set_new_password(user_id, OWN)
    assert _unlocks(office, OFFICER, SET_BY_HEAD)
    assert head.log_verification.verify().intact


def test_a_new_account_keeps_one_that_another_session_is_adding(
    office: ThrowAwayOffice, head: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    second, other = create_services(office.open(HEAD)), NewMember("Lường Thị K", Role.OFFICER, OWN)
    _before_the_transaction(monkeypatch, lambda: second.staff.accounts.add(other))
    head.staff.accounts.add(NEWCOMER)
    assert _unlocks(office, NEWCOMER.name, SET_BY_HEAD)
    assert _unlocks(office, other.name, OWN)
    # The second session saved the later keyring and committed first.
    counter = keyring_file.load(office.folder).counter
    assert read_keyring_counter(head.session.database) == counter


def _password(name: str, changes: int) -> str:
    """Return somebody's password after a number of changes."""
    return (OWN, SET_BY_HEAD)[changes % 2] if changes else PASSWORDS[name]


def change_often(barrier: Barrier, office: ThrowAwayOffice, name: str) -> None:
    """Change a password in every round."""
    session = office.open(name)
    for number in range(ROUNDS):
        barrier.wait()
        change_password(session, _password(name, number), _password(name, number + 1))
    session.close()


def add_often(barrier: Barrier, office: ThrowAwayOffice) -> None:
    """Add an account in every round."""
    head = create_services(office.open(HEAD))
    for number in range(ROUNDS):
        barrier.wait()
        head.staff.accounts.add(NewMember(f"Lò Văn {number}", Role.OFFICER, SET_BY_HEAD))
    head.session.close()


def test_processes_that_change_passwords_and_add_accounts_lose_nothing(
    office: ThrowAwayOffice,
) -> None:
    before = keyring_file.load(office.folder).counter
    run_together(
        (change_often, (office, OFFICER)),
        (change_often, (office, COLLEAGUE)),
        (add_often, (office,)),
    )
    for name in (OFFICER, COLLEAGUE):
        assert _unlocks(office, name, _password(name, ROUNDS))
    for number in range(ROUNDS):
        assert _unlocks(office, f"Lò Văn {number}", SET_BY_HEAD)
    head = create_services(office.open(HEAD))
    assert read_keyring_counter(head.session.database) == before + 3 * ROUNDS
    assert head.log_verification.verify().intact
    head.session.close()


def rotate_often(barrier: Barrier, office: ThrowAwayOffice) -> None:
    """Rotate the database key in every round, once nobody else has the register open."""
    head = office.open(HEAD)
    for _ in range(ROUNDS):
        barrier.wait()
        poll(lambda: _succeeds(lambda: _rotate(head)))
    head.close()


def change_in_short_sessions(barrier: Barrier, office: ThrowAwayOffice) -> None:
    """Unlock, change the password and close in every round, when no rotation is going on."""
    for number in range(ROUNDS):
        old, new = _password(OFFICER, number), _password(OFFICER, number + 1)

        def change(old: str = old, new: str = new) -> None:
            user_id = office.user_id(OFFICER)
            session = unlock(office.folder, user_id, old, office.environment)
            change_password(session, old, new)
            session.close()

        barrier.wait()
        poll(lambda change=change: _succeeds(change))


def _succeeds(act: Callable[[], None]) -> bool:
    try:
        act()
    except StorageError as error:
        if error.code != "database.busy":
            raise
        return False
    return True


def test_a_process_that_rotates_and_one_that_changes_its_password_lose_nothing(
    office: ThrowAwayOffice,
) -> None:
    run_together((rotate_often, (office,)), (change_in_short_sessions, (office,)))
    assert _unlocks(office, OFFICER, _password(OFFICER, ROUNDS))
    assert not _unlocks(office, OFFICER, _password(OFFICER, ROUNDS - 1))
    for name in (COLLEAGUE, HEAD):
        assert _unlocks(office, name, PASSWORDS[name])
