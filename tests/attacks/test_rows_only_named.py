"""Rows that accepted entries only name, or that are again as before, are not closed for good."""

from __future__ import annotations

import pytest

from reception.domain.audit import RowDigest
from reception.domain.errors import ReceptionError
from reception.services.key_rotation.vault_key_rotation import rotate_desk_vault
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from tests.attacks import forged_visits
from tests.attacks.attacker import Attacker, present_digests
from tests.attacks.old_office import (
    ANSWERED,
    NAME_OF_DENOUNCER,
    NAME_OF_ORDINARY,
    ORDINARY,
    OldOffice,
)
from tests.attacks.outcomes import INNOCENT, denouncers_on_paper, reveal, signed_in
from tests.attacks.test_findings_accepted import FAILED, accept, verified
from tests.fixtures.office import COLLEAGUE, HEAD

_REASON = ChangeReason("mistyped", "Ghi nhầm khi nhập, đã hỏi lại người đến")


def name_sealed_rows(attacker: Attacker, reason: str = "closed") -> None:
    """Sign an entry that names every visit, sealed value and box as it is."""
    with attacker.database() as database:
        digests = present_digests(database)
    attacker.claims = tuple(
        RowDigest(table, key, digest)
        for (table, key), digest in digests.items()
        if table in ("visit", "sealed_value", "sealed_box")
    )
    with attacker.write(reason=reason):
        pass
    attacker.claims = ()


def test_identities_that_an_entry_only_names_open_after_the_acceptance(office: OldOffice) -> None:
    name_sealed_rows(Attacker(office, COLLEAGUE))
    with pytest.raises(ReceptionError, match=FAILED):
        reveal(office, ORDINARY)
    accept(office)
    assert reveal(office, ORDINARY) == NAME_OF_ORDINARY
    assert NAME_OF_DENOUNCER in denouncers_on_paper(office)
    assert verified(office)[0] == set()


def test_a_second_entry_that_names_them_is_not_accepted_with_the_first(office: OldOffice) -> None:
    attacker = Attacker(office, COLLEAGUE)
    name_sealed_rows(attacker)
    accept(office)
    name_sealed_rows(attacker, "idle")
    with pytest.raises(ReceptionError, match=FAILED):
        reveal(office, ORDINARY)
    accept(office)
    assert reveal(office, ORDINARY) == NAME_OF_ORDINARY


def test_a_replaced_identity_that_is_named_again_stays_closed(office: OldOffice) -> None:
    attacker = Attacker(office, COLLEAGUE)
    with attacker.write(reason="closed") as database:
        forged_visits.replace_identity(database, attacker.office_id, ORDINARY, INNOCENT)
    name_sealed_rows(attacker)
    accept(office)
    with pytest.raises(ReceptionError, match=r"^reveal\.seal_changed"):
        reveal(office, ORDINARY)
    assert reveal(office, ANSWERED)


def test_a_row_put_back_as_it_was_opens_and_a_good_act_on_a_changed_one_does_not(
    office: OldOffice,
) -> None:
    attacker = Attacker(office, COLLEAGUE)
    for visit_id in (ORDINARY, ANSWERED):
        with attacker.write(reason="closed") as database:
            statement = "UPDATE visit SET note = note || 'x' WHERE visit_id = ?"
            database.execute(statement, (visit_id,))
    with attacker.write(reason="idle") as database:
        database.execute("UPDATE visit SET note = rtrim(note, 'x') WHERE visit_id = ?", (ORDINARY,))
    accept(office)
    with signed_in(office, HEAD) as head:
        context = head.lifecycle.change_context(ANSWERED)
        change = Correction(_REASON, {"note": "Đã hỏi lại"}, context.event_count)
        head.lifecycle.correct(ANSWERED, change)
    assert reveal(office, ORDINARY) == NAME_OF_ORDINARY
    with pytest.raises(ReceptionError, match=r"^reveal\.seal_changed"):
        reveal(office, ANSWERED)


def test_a_rotation_moves_the_boxes_that_an_entry_only_names(office: OldOffice) -> None:
    name_sealed_rows(Attacker(office, COLLEAGUE))
    accept(office)
    with signed_in(office, HEAD) as head:
        rotate_desk_vault(head.session)
    assert reveal(office, ORDINARY) == NAME_OF_ORDINARY
    assert (
        not Attacker(office, COLLEAGUE)
        .rows(
            "sealed_box",
            "vault = 'desk' AND generation < (SELECT max(generation) FROM vault "
            "WHERE name = 'desk')",
        )
        .rows
    )
