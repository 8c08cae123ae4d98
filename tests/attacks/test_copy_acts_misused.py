"""Somebody signs an act about a citizen's copy by own tools, to get what the act does not give."""

from __future__ import annotations

import pytest

from reception.bootstrap import Reception
from reception.domain.audit import Act
from reception.domain.errors import NotAllowed
from reception.domain.petition import PetitionKind
from reception.services.visits.return_codes import ReturnCodes
from reception.services.visits.visit_form import VisitForm
from reception.storage.staff.signed_members import granted_private_keys
from reception.storage.visits.return_code_ids import keyed_code_id
from reception.storage.visits.sealed_identities import COPY_NUMBER, open_copy_numbers
from tests.attacks import old_office as names
from tests.attacks.attacker import Attacker
from tests.attacks.forged_visits import add_identity_version
from tests.attacks.old_office import OldOffice
from tests.attacks.outcomes import INNOCENT, named, signed_in
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER
from tests.fixtures.visit_forms import visit_form

DENUNCIATION = names.DENUNCIATION
SUBJECT = f"visit {DENUNCIATION}"


@pytest.mark.parametrize(
    ("name", "act"), [(HEAD, Act.REVEALED), (OFFICER, Act.COPY_MADE_AGAIN)], ids=str
)
def test_an_act_about_a_copy_that_seals_an_identity_is_named(
    office: OldOffice, name: str, act: Act
) -> None:
    """Such acts seal a number: an identity would be opened in the place of the true one."""
    attacker = Attacker(office, name)
    visit = names.ORDINARY
    with attacker.write(act, f"visit {visit}", reason="reprint", words="", parts=[]) as database:
        add_identity_version(database, attacker.office_id, visit, INNOCENT)
    assert "act.table" in named(office)


def test_a_correction_that_seals_a_number_of_a_copy_is_named(office: OldOffice) -> None:
    attacker = Attacker(office, OFFICER)
    with attacker.write(Act.VISIT_CORRECTED, SUBJECT) as database:
        add_identity_version(database, attacker.office_id, DENUNCIATION, INNOCENT)
        database.execute(
            "UPDATE sealed_value SET field_group = ?, version = 9 WHERE value_id IN (SELECT "
            "value_id FROM sealed_value WHERE owner_row = ? ORDER BY version DESC LIMIT 1)",
            (COPY_NUMBER, str(DENUNCIATION)),
        )
    assert "act.table" in named(office)


def own_code(office: OldOffice, visit: int) -> tuple[str, tuple[object, ...]]:
    """Return a code that the attacker knows, and its row."""
    with signed_in(office, OFFICER) as reception:
        prepared = ReturnCodes(reception.session).prepare()
    code_id = keyed_code_id(visit, prepared.lookup_key, prepared.check_hash)
    return prepared.text, (code_id, visit, prepared.lookup_key, prepared.check_hash, 0)


@pytest.mark.parametrize("name", [COLLEAGUE, OFFICER])
def test_a_code_made_for_a_denunciation_by_a_colleague_or_later_is_named(
    office: OldOffice, name: str
) -> None:
    """The officer received it days ago; whoever holds a live code gets the pseudonym with it."""
    attacker = Attacker(office, name)
    _, row = own_code(office, DENUNCIATION)
    with attacker.write(Act.COPY_MADE_AGAIN, SUBJECT, reason="lost") as database:
        database.execute("UPDATE return_code SET cancelled = 1 WHERE visit_id = ?", (DENUNCIATION,))
        database.execute(
            "UPDATE keyed_return_code SET cancelled = 1 WHERE visit_id = ?", (DENUNCIATION,)
        )
        database.execute("INSERT INTO keyed_return_code VALUES (?, ?, ?, ?, ?)", row)
    assert "act.right" in named(office)


def test_a_correction_that_replaces_a_code_is_named_and_the_code_finds_nothing(
    office: OldOffice,
) -> None:
    """A correction writes every row of its visit anew, also the one of the return code."""
    with signed_in(office, OFFICER) as officer:
        visit = officer.intake.seal_visit(denunciation()).visit.visit_id
    code, (_, _, lookup_key, check_hash, _) = own_code(office, visit)
    attacker = Attacker(office, COLLEAGUE)
    with attacker.write(Act.VISIT_CORRECTED, f"visit {visit}") as database:
        database.execute(
            "UPDATE keyed_return_code SET lookup_key = ?, check_hash = ? WHERE visit_id = ?",
            (lookup_key, check_hash, visit),
        )
    assert "state.code" in named(office)
    with signed_in(office, OFFICER) as officer:
        assert officer.intake.find_earlier_visit(code) is None


def denunciation() -> VisitForm:
    """Return a denunciation."""
    return visit_form(PetitionKind.DENUNCIATION)


def test_the_services_make_a_copy_again_for_the_receiving_officer_and_custodians_only(
    office: OldOffice,
) -> None:
    with signed_in(office, OFFICER) as officer:
        visit = officer.intake.seal_visit(denunciation()).visit.visit_id
        assert not officer.copy_renewal.make_again(visit, "lost").holds_identity
    for name in (COLLEAGUE, HEAD):
        with signed_in(office, name) as other, pytest.raises(NotAllowed, match="copy_of_another"):
            other.copy_renewal.make_again(visit, "lost")
    office.clock.move(days=1)
    with signed_in(office, OFFICER) as officer, pytest.raises(NotAllowed, match="copy_of_another"):
        officer.copy_renewal.make_again(visit, "lost")
    with signed_in(office, CUSTODIAN) as custodian:
        assert custodian.copy_renewal.make_again(visit, "lost").code == "PT"
        assert numbers_of(custodian, visit) == 3
    assert not named(office)


def numbers_of(custodian: Reception, visit: int) -> int:
    """Return how many numbers of copies the custodian opens."""
    session = custodian.session
    keys = granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )
    return len(open_copy_numbers(session.database, session.office.office_id, visit, keys))
