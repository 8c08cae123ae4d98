"""Somebody who lost a vault deletes its newest generation, so that theirs is the newest again."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from reception.domain.errors import StorageError
from reception.domain.petition import PetitionKind
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import copy_of_earlier_office
from tests.attacks.old_office import (
    ACTIVE,
    FORMER_CUSTODIAN,
    FORMER_REVEALER,
    OldOffice,
)
from tests.attacks.outcomes import (
    ROSTER_ERROR,
    read_with_kept_half,
    receive,
    receive_as_officer,
    signed_in,
)
from tests.fixtures.office import HEAD, OFFICER


@dataclass
class Loss:
    """Somebody lost a vault and kept the half of the generation before."""

    office: OldOffice
    attacker: Attacker
    vault: str
    kind: PetitionKind  # of visits that are sealed to the vault
    grant: tuple[object, ...]

    def delete_newest_generation(self) -> None:
        """Delete it with its grants, under a self-signed entry that the session ended."""
        with self.attacker.write() as database:
            for table in ("vault_grant", "vault"):
                database.execute(
                    f"DELETE FROM {table} WHERE name = ? AND generation = 2",  # noqa: S608 - names above
                    (self.vault,),
                )

    def read(self, visit_id: int) -> str:
        """Return the name that the attacker reads, or ""."""
        return read_with_kept_half(self.attacker, self.grant, visit_id)


LOSSES = {
    "protected": (FORMER_CUSTODIAN, PetitionKind.DENUNCIATION),
    "desk": (FORMER_REVEALER, PetitionKind.COMPLAINT),
}


@pytest.fixture(params=LOSSES)
def loss(request: pytest.FixtureRequest, office: OldOffice) -> Loss:
    """A vault that an officer has lost."""
    vault = request.param
    name, kind = LOSSES[vault]
    attacker = Attacker(office, name)
    earlier = copy_of_earlier_office(office)
    where = f"name = '{vault}' AND holder = '{attacker.user_id}'"
    (grant,) = attacker.rows("vault_grant", where, earlier).rows
    return Loss(office, attacker, vault, kind, grant)


def test_who_lost_a_vault_reads_no_new_visit(loss: Loss) -> None:
    assert loss.read(receive_as_officer(loss.office, loss.kind)) == ""


def test_nothing_is_sealed_to_a_deleted_generations_predecessor(loss: Loss) -> None:
    loss.delete_newest_generation()
    with pytest.raises(StorageError, match=ROSTER_ERROR):
        pytest.fail("read: " + loss.read(receive_as_officer(loss.office, loss.kind)))


def test_a_running_session_seals_nothing_to_it(loss: Loss) -> None:
    with signed_in(loss.office, OFFICER) as officer:
        loss.delete_newest_generation()
        with pytest.raises(StorageError, match=ROSTER_ERROR):
            pytest.fail("read: " + loss.read(receive(officer, loss.kind)))


def test_a_running_session_is_refused_at_its_next_refresh(loss: Loss) -> None:
    with signed_in(loss.office, OFFICER) as officer:
        officer.session.refresh()
        loss.delete_newest_generation()
        with pytest.raises(StorageError, match=ROSTER_ERROR):
            officer.session.refresh()


def test_nobody_but_the_head_opens_the_office_then(loss: Loss) -> None:
    loss.delete_newest_generation()
    for name in set(ACTIVE) - {HEAD}:
        with pytest.raises(StorageError, match=ROSTER_ERROR):
            loss.office.open(name).close()


def test_without_an_entry_it_is_refused_as_well(loss: Loss) -> None:
    with loss.attacker.tamper() as database:
        for table in ("vault_grant", "vault"):
            database.execute(
                f"DELETE FROM {table} WHERE name = ? AND generation = 2",  # noqa: S608 - names above
                (loss.vault,),
            )
    with pytest.raises(StorageError, match=ROSTER_ERROR):
        pytest.fail("read: " + loss.read(receive_as_officer(loss.office, loss.kind)))


def test_a_generation_is_not_replaced_by_a_kept_one(loss: Loss) -> None:
    """The kept rows of generation 1 come back beside nothing: generation 2 is gone."""
    earlier = copy_of_earlier_office(loss.office)
    kept = [
        loss.attacker.rows(table, f"name = '{loss.vault}'", earlier)
        for table in ("vault", "vault_grant")
    ]
    loss.delete_newest_generation()
    with loss.attacker.write() as database:
        for rows in kept:
            rows.put_back(database)
    with pytest.raises(StorageError, match=ROSTER_ERROR):
        pytest.fail("read: " + loss.read(receive_as_officer(loss.office, loss.kind)))
