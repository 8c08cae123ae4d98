"""Accounts: added, suspended, reinstated, new password; rights take effect at once."""

from __future__ import annotations

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import InvalidInput, NotAllowed, StorageError
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.staff import Right, Role
from reception.services.access.password_change import change_password
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.access.unlocking import unlock
from reception.services.office.office_setup import NewMember
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import load
from reception.storage.staff import signed_members
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, PASSWORDS
from tests.fixtures.visit_forms import visit_form
from tests.services.staff.offboarding_stage import NEW_PASSWORD

SELECTION = RevealSelection(
    "contact", "Gọi lại để hỏi thêm giấy tờ còn thiếu", frozenset({IdentityPart.NAME})
)
NEWCOMER = NewMember("Lò Văn H", Role.OFFICER, NEW_PASSWORD)


def row_of(reception, name):
    """Return the row of a person in the head's table of accounts."""
    return next(one for one in reception.staff.accounts.summaries() if one.name == name)


def test_a_newcomer_opens_with_the_password_they_typed(office, head):
    user = head.staff.accounts.add(NEWCOMER)
    assert row_of(head, "Lò Văn H").active
    assert head.log_verification.verify().intact
    session = unlock(office.folder, user, NEW_PASSWORD, office.environment)
    assert session.member.rights == head.session.people[user].rights
    reception = create_services(session)
    reception.intake.seal_visit(visit_form())
    assert head.log_verification.verify().intact
    session.close()
    assert row_of(head, "Lò Văn H").visits == 1


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewMember("lò văn b ", Role.HEAD, NEW_PASSWORD), "accounts.one_head"),
        (NewMember(" ", Role.OFFICER, NEW_PASSWORD), "setup.name_missing"),
        (NewMember("trần thị b", Role.OFFICER, NEW_PASSWORD), "setup.same_name"),
        (NewMember("Lò Văn H", Role.OFFICER, "laichau123"), "setup.password_weak"),
        (NewMember("Lò Văn H", Role.OFFICER, "lovanhlovanh"), "setup.password_weak"),
    ],
)
def test_invalid_input_adds_no_account(office, head, new, code):
    before = (office.folder / keyring_file.KEYRING_FILE).read_bytes()
    with pytest.raises(InvalidInput, match=code):
        head.staff.accounts.add(new)
    assert (office.folder / keyring_file.KEYRING_FILE).read_bytes() == before


def test_suspended_and_reinstated(office, head):
    user = office.user_id(OFFICER)
    colleague = create_services(office.open(OFFICER))  # a second session, open throughout
    colleague.intake.seal_visit(visit_form())
    head.staff.accounts.suspend(user)
    assert OFFICER not in [account for _, account in _door(office)]
    with pytest.raises(StorageError, match="unlock.shut_out"):
        colleague.intake.seal_visit(visit_form())
    colleague.session.close()
    with pytest.raises(StorageError, match="unlock.shut_out"):
        unlock(office.folder, user, PASSWORDS[OFFICER], office.environment)
    head.staff.accounts.reinstate(user)
    assert head.log_verification.verify().intact
    again = office.open(OFFICER)
    assert again.may(Right.RECEIVE)
    again.close()


def _door(office):
    return read_pre_unlock_state(office.folder, office.environment.state_folder).accounts


def test_a_new_password_makes_new_keys_and_ends_the_old_ones(office, head):
    user = office.user_id(OFFICER)
    head.staff.rights.change(user, _rights(head, OFFICER) | {Right.REVEAL}, _rights(head, OFFICER))
    officer = create_services(office.open(OFFICER))
    visit = officer.intake.seal_visit(visit_form()).visit.visit_id
    draft = officer.drafts.create()
    officer.drafts.save(draft, {"summary": "dở"})
    old = load(office.folder).account(user)
    head.staff.accounts.set_new_password(user, NEW_PASSWORD)
    with pytest.raises(StorageError, match="unlock.shut_out"):
        officer.reveals.open(visit, SELECTION)
    officer.session.database.close()
    assert not list((office.folder / "drafts").glob("*.key"))
    with pytest.raises(StorageError, match="unlock.wrong_password"):
        unlock(office.folder, user, PASSWORDS[OFFICER], office.environment)
    fresh = create_services(unlock(office.folder, user, NEW_PASSWORD, office.environment))
    assert fresh.reveals.open(visit, SELECTION).revealed
    assert fresh.drafts.own_drafts() == []
    assert load(office.folder).account(user).blob != old.blob
    assert fresh.log_verification.verify().intact
    fresh.session.close()
    assert not row_of(head, OFFICER).changed_own_password


def test_a_custodians_new_password_needs_another_custodian(office, head):
    user = office.user_id(CUSTODIAN)
    with pytest.raises(InvalidInput, match="accounts.head_stays"):
        head.staff.accounts.set_new_password(office.user_id(HEAD), NEW_PASSWORD)
    # The key kept for the recovery sheets remains.
    head.staff.accounts.set_new_password(user, NEW_PASSWORD)
    tasks = head.staff.custody.tasks()
    assert (tasks.names_without_key, tasks.holders) == ((CUSTODIAN,), ())
    assert [one.code for one in head.staff.rights.warnings()] == ["custody.nobody"]
    session = unlock(office.folder, user, NEW_PASSWORD, office.environment)
    opened = signed_members.granted_private_keys(
        session.database, session.office, user, session.keys
    )
    assert not [vault for vault, _ in opened if vault == signed_members.PROTECTED]
    session.close()


def test_only_the_head_may_change_accounts(office):
    officer = create_services(office.open(COLLEAGUE))
    accounts, user = officer.staff.accounts, office.user_id(OFFICER)
    for act in (
        lambda: accounts.add(NEWCOMER),
        lambda: accounts.suspend(user),
        lambda: accounts.reinstate(user),
        lambda: accounts.set_new_password(user, NEW_PASSWORD),
        accounts.summaries,
        lambda: officer.staff.rights.change(user, frozenset(), frozenset()),
        lambda: officer.staff.offboarding.begin(user),
        lambda: officer.staff.offboarding.read_impact(user),
    ):
        with pytest.raises(NotAllowed, match="rights.missing"):
            act()
    assert officer.staff.offboarding.unfinished() == ()
    officer.session.close()


def test_a_manager_without_the_root_key_signs_nothing(office, head):
    user = office.user_id(COLLEAGUE)
    rights = _rights(head, COLLEAGUE)
    head.staff.rights.change(user, rights | {Right.MANAGE}, rights)
    deputy = create_services(office.open(COLLEAGUE))
    assert deputy.staff.accounts.summaries()
    with pytest.raises(NotAllowed, match="accounts.head_only"):
        deputy.staff.accounts.add(NEWCOMER)
    with pytest.raises(NotAllowed, match="accounts.head_only"):
        deputy.staff.rights.change(user, rights, rights)
    deputy.session.close()


def test_rights_count_at_once_in_a_session_that_is_open(office, head):
    user, rights = office.user_id(OFFICER), _rights(head, OFFICER)
    officer = create_services(office.open(OFFICER))
    visit = officer.intake.seal_visit(visit_form()).visit.visit_id
    head.staff.rights.change(user, rights - {Right.RECEIVE} | {Right.REVEAL}, rights)
    with pytest.raises(NotAllowed, match="rights.missing"):
        officer.intake.seal_visit(visit_form())
    assert officer.reveals.open(visit, SELECTION).revealed
    with pytest.raises(InvalidInput, match="accounts.changed_meanwhile"):
        head.staff.rights.change(user, rights, rights)
    now = _rights(head, OFFICER)
    generation = _desk(head)
    head.staff.rights.change(user, now - {Right.REVEAL}, now)
    assert _desk(head) == generation + 1
    officer.session.refresh()
    assert not officer.session.may(Right.REVEAL)
    opened = signed_members.granted_private_keys(
        officer.session.database, officer.session.office, user, officer.session.keys
    )
    assert opened == {}
    assert head.reveals.open(visit, SELECTION).revealed
    assert head.log_verification.verify().intact
    officer.session.close()


def test_a_visit_sealed_by_an_older_session_moves_to_the_new_generation(office, head):
    officer = create_services(office.open(OFFICER))
    rights = _rights(head, COLLEAGUE)
    user = office.user_id(COLLEAGUE)
    head.staff.rights.change(user, rights | {Right.REVEAL}, rights)
    head.staff.rights.change(user, rights, rights | {Right.REVEAL})
    visit = officer.intake.seal_visit(visit_form()).visit.visit_id
    rows = officer.session.database.query(
        "SELECT DISTINCT generation FROM sealed_box WHERE vault = 'desk'"
    )
    assert [row[0] for row in rows] == [2]
    assert head.reveals.open(visit, SELECTION).revealed
    officer.session.close()


def test_the_heads_exclusive_rights_cannot_be_removed(office, head):
    user, rights = office.user_id(HEAD), _rights(head, HEAD)
    for right in (Right.MANAGE, Right.REVEAL):
        with pytest.raises(InvalidInput, match="accounts.head_keeps"):
            head.staff.rights.change(user, rights - {right}, rights)
    for act in (head.staff.accounts.suspend, head.staff.offboarding.begin):
        with pytest.raises(InvalidInput, match="accounts.head_stays"):
            act(user)


def test_custody_is_not_given_with_other_rights(office, head):
    user, rights = office.user_id(OFFICER), _rights(head, OFFICER)
    head.staff.rights.change(user, rights | {Right.CUSTODY, Right.IMPORT}, rights)
    assert head.session.people[user].rights == rights | {Right.IMPORT}


def test_a_concurrent_password_change_keeps_an_added_account(office, head, monkeypatch):
    officer, create = office.open(OFFICER), keyring_file.create_account

    def slow(*given):
        monkeypatch.setattr(keyring_file, "create_account", create)
        head.staff.accounts.add(NEWCOMER)
        return create(*given)

    monkeypatch.setattr(keyring_file, "create_account", slow)
    change_password(officer, PASSWORDS[OFFICER], "ghềnh 5 thác 38 bè nứa trôi xuôi")
    officer.close()
    assert "Lò Văn H" in [name for _, name in _door(office)]
    unlock(office.folder, office.user_id("Lò Văn H"), NEW_PASSWORD, office.environment).close()


def test_a_power_cut_after_the_keyring_leaves_a_name_that_adding_it_again_replaces(
    office, head, monkeypatch
):
    save = keyring_file.save

    def cut(*given):
        save(*given)
        raise KeyboardInterrupt

    monkeypatch.setattr(keyring_file, "save", cut)
    with pytest.raises(KeyboardInterrupt):
        head.staff.accounts.add(NEWCOMER)
    monkeypatch.undo()
    ghost = office.user_id("Lò Văn H")
    with pytest.raises(StorageError, match="unlock.shut_out"):
        unlock(office.folder, ghost, NEW_PASSWORD, office.environment)
    user = head.staff.accounts.add(NEWCOMER)
    assert [one for one, name in _door(office) if name == "Lò Văn H"] == [user]
    unlock(office.folder, user, NEW_PASSWORD, office.environment).close()
    assert head.log_verification.verify().intact


def _rights(head, name):
    return row_of(head, name).rights


def _desk(head):
    return signed_members.read_vaults(head.session.database, head.session.office)["desk"].generation
