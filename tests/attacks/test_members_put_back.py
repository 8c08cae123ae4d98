"""Old rows of members, still signed by the root, are put back: rights and access return."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from reception.bootstrap import Reception
from reception.domain.errors import StorageError
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto import sealing
from tests.attacks.attacker import Attacker, KeptRows
from tests.attacks.kept_copies import copy_of_earlier_office
from tests.attacks.old_office import (
    ACTIVE,
    FORMER_CUSTODIAN,
    FORMER_REVEALER,
    SUSPENDED,
    OldOffice,
)
from tests.attacks.outcomes import ROSTER_ERROR, denouncers_on_paper, signed_in
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER


@dataclass
class OldRow:
    """An old member row, and who puts it back."""

    office: OldOffice
    earlier: Path
    user_id: str
    row: KeptRows
    attacker: Attacker

    def put_back(self) -> None:
        """Put the row back under a self-signed entry."""
        with self.attacker.write() as database:
            self.row.put_back(database)

    def put_back_key(self) -> None:
        """Put the account's sealed key of the register back into the keyring."""
        account = keyring_file.load(self.earlier).account(self.user_id)
        self.attacker.put_account(self.user_id, database_key=account.database_key)


def old_row(office: OldOffice, name: str, by: str = "") -> OldRow:
    """Return the row of 04/11 of a member, put back by themselves or by another."""
    earlier = copy_of_earlier_office(office)
    attacker = Attacker(office, by or name, None if by else earlier)
    user_id = office.user_id(name)
    row = attacker.rows("member", f"user_id = '{user_id}'", earlier)
    return OldRow(office, earlier, user_id, row, attacker)


def names_to_hand_the_key_to(reception: Reception) -> tuple[str, ...]:
    """Return to whom the to-do list asks to hand the key of ``protected``."""
    reception.session.refresh()
    return reception.staff.custody.tasks().names_without_key


def test_an_old_row_makes_nobody_custodian_again(office: OldOffice) -> None:
    old_row(office, FORMER_CUSTODIAN).put_back()
    with pytest.raises(StorageError, match=ROSTER_ERROR), signed_in(office, CUSTODIAN) as one:
        pytest.fail(f"asked to hand the key to {one.staff.custody.tasks().names_without_key}")
    with pytest.raises(StorageError, match=ROSTER_ERROR):
        office.open(FORMER_CUSTODIAN).close()


def test_a_running_session_of_a_custodian_hands_nobody_the_key(office: OldOffice) -> None:
    row = old_row(office, FORMER_CUSTODIAN)
    with signed_in(office, CUSTODIAN) as custodian:
        row.put_back()
        with pytest.raises(StorageError, match=ROSTER_ERROR):
            pytest.fail(f"asked to hand the key to {names_to_hand_the_key_to(custodian)}")


def test_the_heads_list_does_not_ask_to_hand_over_the_key(office: OldOffice) -> None:
    row = old_row(office, FORMER_CUSTODIAN)
    with signed_in(office, HEAD) as head:
        row.put_back()
        with pytest.raises(StorageError, match=ROSTER_ERROR):
            pytest.fail(f"asked to hand the key to {names_to_hand_the_key_to(head)}")


def test_an_old_row_with_old_grants_opens_no_denouncer(office: OldOffice) -> None:
    row = old_row(office, FORMER_CUSTODIAN)
    grants = row.attacker.rows("vault_grant", f"holder = '{row.user_id}'", row.earlier)
    with row.attacker.write() as database:
        row.row.put_back(database)
        grants.put_back(database)
    with pytest.raises(StorageError, match=ROSTER_ERROR):
        pytest.fail("printed: " + denouncers_on_paper(office))


def test_an_old_row_lets_nobody_reveal_again(office: OldOffice) -> None:
    old_row(office, FORMER_REVEALER).put_back()
    with pytest.raises(StorageError, match=ROSTER_ERROR):
        office.open(FORMER_REVEALER).close()


@pytest.mark.parametrize("by", ["", OFFICER], ids=["themselves", "a friend"])
def test_a_suspended_person_does_not_sign_in_with_old_row_and_old_key(
    office: OldOffice, by: str
) -> None:
    row = old_row(office, SUSPENDED, by)
    row.put_back()
    row.put_back_key()
    with pytest.raises(StorageError, match=r"^(roster\.|unlock\.shut_out)"):
        office.open(SUSPENDED).close()


def test_nor_with_a_key_that_a_friend_sealed(office: OldOffice) -> None:
    """As after a change of the database key, where the old sealed key opens nothing."""
    row = old_row(office, SUSPENDED, by=OFFICER)
    row.put_back()
    box_key = row.row.rows[0][6]
    assert isinstance(box_key, bytes)
    sealed = sealing.box_to(box_key, row.attacker.key)
    row.attacker.put_account(row.user_id, database_key=sealed)
    with pytest.raises(StorageError, match=r"^(roster\.|unlock\.shut_out)"):
        office.open(SUSPENDED).close()


def test_the_honest_others_are_told_too(office: OldOffice) -> None:
    row = old_row(office, SUSPENDED)
    row.put_back()
    row.put_back_key()
    for name in set(ACTIVE) - {HEAD}:
        with pytest.raises(StorageError, match=ROSTER_ERROR):
            office.open(name).close()


def test_without_an_entry_it_is_refused_as_well(office: OldOffice) -> None:
    row = old_row(office, SUSPENDED)
    with row.attacker.tamper() as database:
        row.row.put_back(database)
    row.put_back_key()
    with pytest.raises(StorageError, match=r"^(roster\.|unlock\.shut_out)"):
        office.open(SUSPENDED).close()


def test_a_member_who_is_removed_altogether_is_missed(office: OldOffice) -> None:
    """Without the row the person's entries would have no key; a forged account would be free."""
    attacker = Attacker(office, OFFICER)
    user_id = office.user_id(SUSPENDED)
    with attacker.write() as database:
        database.execute("DELETE FROM member WHERE user_id = ?", (user_id,))
    with pytest.raises(StorageError, match=ROSTER_ERROR):
        office.open(CUSTODIAN).close()
