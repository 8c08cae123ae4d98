"""The look-up by return code shows the progress, never who, what kind or against whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.petition import Competence, PetitionKind
from reception.domain.status_lookup import LookupStage, LookupStatus, parse_paper_number, split_scan
from reception.domain.visit import Handling, Outcome
from reception.services.visits import return_codes
from reception.services.visits.visit_form import SealedVisit
from tests.fixtures.office import OFFICER, ThrowAwayOffice
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


def paper(sealed: SealedVisit) -> tuple[str, str]:
    """Return number and code as the citizen holds them."""
    assert sealed.numbers is not None
    return f"{sealed.numbers.series}-{sealed.numbers.lookup_number:04d}", sealed.return_code


@pytest.mark.parametrize("kind", [PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION])
def test_the_paper_answers_alike_for_every_kind(desk: Reception, kind: PetitionKind) -> None:
    sealed = seal(desk, kind)
    found = desk.status_lookup.find(*paper(sealed))
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
    found = desk.status_lookup.find(*paper(sealed))
    assert found == LookupStatus(sealed.visit.received_on, LookupStage.ANSWERED_AT_VISIT)


def test_unknown_wrong_cancelled_and_voided_are_one_answer_at_one_cost(
    desk: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, cancelled, voided = seal(desk), seal(desk), seal(desk)
    database = desk.session.database
    database.execute(
        "UPDATE return_code SET cancelled = 1 WHERE visit_id = ?", (cancelled.visit.visit_id,)
    )
    database.execute("UPDATE visit SET voided = 1 WHERE visit_id = ?", (voided.visit.visit_id,))
    hashes: list[int] = []
    derive = return_codes.derive
    monkeypatch.setattr(return_codes, "derive", lambda *given: hashes.append(1) or derive(*given))
    costs = []
    for number, code in (
        (paper(live)[0], WRONG),
        ("BN-9999", paper(live)[1]),
        paper(cancelled),
        paper(voided),
        ("PT-0001", "không phải mã"),
    ):
        hashes.clear()
        desk.status_lookup._ready_at = 0.0  # the pause is looked at elsewhere
        assert desk.status_lookup.find(number, code) is None
        costs.append(len(hashes))
    assert len(set(costs)) == 1
    rows = database.query("SELECT facts, subject FROM log WHERE act = 'looked_up'")
    assert {(row["facts"], row["subject"]) for row in rows} == {('{"found":false}', "return code")}


def test_wrong_codes_increase_the_delay_and_a_correct_code_resets_it(desk: Reception) -> None:
    sealed = seal(desk)
    number, code = paper(sealed)
    for _ in range(3):
        desk.status_lookup.find(number, WRONG)
    assert desk.status_lookup.retry_delay() >= 1
    with pytest.raises(ReceptionError, match="follow_up.wait"):
        desk.status_lookup.find(number, code)
    desk.status_lookup._ready_at = 0.0
    desk.status_lookup.find(number, WRONG)
    assert desk.status_lookup.retry_delay() >= 2
    desk.status_lookup._ready_at = 0.0
    assert desk.status_lookup.find(number, code) is not None
    assert desk.status_lookup.retry_delay() == 0


@given(st.integers(1, 9999), st.integers(2000, 2100), st.sampled_from(["BN-", "pt ", "", "NP-"]))
def test_a_number_is_read_as_it_is_written(number: int, year: int, series: str) -> None:
    assert parse_paper_number(f"{series}{number:04d}/{year}", 2026) == (year, number)
    assert parse_paper_number(f" {series}{number}", 2026) == (2026, number)


@given(st.text(max_size=20))
def test_an_invalid_number_gives_a_sentence(text: str) -> None:
    try:
        year, number = parse_paper_number(text, 2026)
    except InvalidInput:
        return
    assert number >= 0
    assert year >= 0


def test_a_scanned_paper_gives_both(desk: Reception) -> None:
    number, code = paper(seal(desk))
    assert split_scan(f"{number}/2026 {code}") == (f"{number}/2026", code)
    assert split_scan(number) is None
    assert desk.status_lookup.find(f"{number}/2026", code) is not None
