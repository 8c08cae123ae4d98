"""The look-up by return code shows the progress, never who, what kind or against whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.petition import Competence, PetitionKind
from reception.domain.status_lookup import LookupStage, LookupStatus
from reception.domain.visit import Handling, Outcome
from reception.services.access.lookup_brake import LookupBrake
from reception.services.visits import return_codes
from reception.services.visits.visit_form import SealedVisit
from tests.fixtures.office import OFFICER, ThrowAwayOffice
from tests.fixtures.old_return_codes import write_old_code
from tests.fixtures.visit_forms import visit_form

WRONG = "0000-0000-0000"


@pytest.fixture
def desk(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The officer's session."""
    reception = create_services(office.open(OFFICER))
    yield reception
    reception.session.database.close()


def seal(desk: Reception, kind: PetitionKind = PetitionKind.COMPLAINT) -> SealedVisit:
    """Seal a visit."""
    return desk.intake.seal_visit(visit_form(kind))


def session_brake(desk: Reception) -> LookupBrake:
    """Return the delay of the desk's session."""
    return desk.session.lookup_brake


@pytest.mark.parametrize("kind", [PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION])
def test_the_paper_answers_alike_for_every_kind(desk: Reception, kind: PetitionKind) -> None:
    sealed = seal(desk, kind)
    found = desk.status_lookup.find(sealed.return_code)
    assert found is not None
    assert (found.received_on, found.stage) == (sealed.visit.received_on, LookupStage.IN_PROGRESS)
    assert found.due_on is not None
    assert {field.name for field in fields(LookupStatus)} == {
        *("received_on", "stage", "due_on", "answered_on"),
    }


def test_a_guided_visit_counts_as_answered_on_its_day(desk: Reception) -> None:
    base = visit_form()
    guided = Handling(Outcome.GUIDE, Competence.OTHER, "UBND xã Nậm A")
    entry = base.handled_petitions[0].__class__(base.handled_petitions[0].petition, guided)
    sealed = desk.intake.seal_visit(
        base.__class__(identity=base.identity, handled_petitions=(entry,))
    )
    found = desk.status_lookup.find(sealed.return_code)
    assert found == LookupStatus(sealed.visit.received_on, LookupStage.ANSWERED_AT_VISIT)


def test_unknown_wrong_cancelled_and_voided_are_one_answer_at_one_cost(
    desk: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, cancelled, voided = seal(desk), seal(desk), seal(desk)
    database = desk.session.database
    database.execute(
        "UPDATE keyed_return_code SET cancelled = 1 WHERE visit_id = ?", (cancelled.visit.visit_id,)
    )
    database.execute("UPDATE visit SET voided = 1 WHERE visit_id = ?", (voided.visit.visit_id,))
    hashes: list[int] = []
    derive = return_codes.derive
    monkeypatch.setattr(return_codes, "derive", lambda *given: hashes.append(1) or derive(*given))
    costs = []
    old_code = write_old_code(desk.session, seal(desk).visit.visit_id, 294)
    for code, number in (
        (WRONG, ""),
        (cancelled.return_code, ""),
        (voided.return_code, ""),
        (live.copy_number, ""),
        ("không phải mã", ""),
        (WRONG, "BN-0294"),
        (old_code, "BN-9999"),
        (old_code, ""),
    ):
        hashes.clear()
        session_brake(desk).count(failed=False)  # the pause is looked at elsewhere
        assert desk.status_lookup.find(code, number) is None
        costs.append(len(hashes))
    hashes.clear()
    assert desk.status_lookup.find(live.return_code) is not None
    costs.append(len(hashes))
    assert len(set(costs)) == 1
    rows = database.query("SELECT facts, subject FROM log WHERE act = 'looked_up'")
    assert {(row["facts"], row["subject"]) for row in rows[:-1]} == {
        ('{"found":false}', "return code")
    }


def test_wrong_codes_increase_the_delay_and_a_correct_code_resets_it(
    desk: Reception, office: ThrowAwayOffice
) -> None:
    code = seal(desk).return_code
    for _ in range(3):
        desk.status_lookup.find(WRONG)
    assert desk.status_lookup.retry_delay() >= 1
    with pytest.raises(ReceptionError, match="follow_up.wait"):
        desk.status_lookup.find(code)
    office.clock.move(seconds=2)
    desk.status_lookup.find(WRONG)
    assert desk.status_lookup.retry_delay() >= 2
    office.clock.move(seconds=3)
    assert desk.status_lookup.find(code) is not None
    assert desk.status_lookup.retry_delay() == 0


def test_every_door_to_the_codes_has_the_same_delay(
    desk: Reception, office: ThrowAwayOffice
) -> None:
    code = seal(desk).return_code
    desk.status_lookup.find(WRONG)
    desk.intake.find_earlier_visit(WRONG)
    desk.status_lookup.find(WRONG)
    for look_up in (desk.intake.find_earlier_visit, desk.status_lookup.find):
        with pytest.raises(ReceptionError, match="follow_up.wait"):
            look_up(code)
    office.clock.move(seconds=2)
    desk.intake.find_earlier_visit(WRONG)  # a longer delay: nothing was reset on the way
    assert desk.status_lookup.retry_delay() >= 2


def test_an_invalid_number_of_an_old_paper_gets_a_sentence(desk: Reception) -> None:
    code = seal(desk).return_code
    with pytest.raises(InvalidInput, match="follow_up.number"):
        desk.status_lookup.find(code, "không rõ")
