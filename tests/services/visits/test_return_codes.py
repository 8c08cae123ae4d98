"""Return codes: found by the code alone, of older papers by number and code; no unlucky draw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Act, visit_subject
from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.return_code import make_code
from reception.domain.visit import CopyState, PaperReceived
from reception.services.papers.citizen_copies import CitizenCopies
from reception.services.visits.visit_form import SealedVisit
from tests.fixtures.chosen_randomness import ChosenRandomness, with_randomness
from tests.fixtures.earlier_visits import visit_of_code
from tests.fixtures.office import HEAD, ThrowAwayOffice
from tests.fixtures.old_return_codes import write_old_code
from tests.fixtures.visit_forms import PERSON, visit_form

PAPERS = (PaperReceived("Đơn viết tay", 2, CopyState.ORIGINAL),)
WRONG = make_code(bytes(16))


@pytest.fixture
def desk(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The officer's services."""
    reception = create_services(office.open())
    yield reception
    reception.session.database.close()


def seal(desk: Reception, kind: PetitionKind = PetitionKind.COMPLAINT) -> SealedVisit:
    """Seal a visit with papers."""
    return desk.intake.seal_visit(visit_form(kind, papers=PAPERS))


@pytest.mark.parametrize("kind", [PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION])
def test_the_code_alone_finds_the_visit_and_the_number_finds_nothing(
    desk: Reception, kind: PetitionKind
) -> None:
    sealed = seal(desk, kind)
    visit = sealed.visit.visit_id
    for typed in (
        sealed.return_code,
        sealed.return_code.lower().replace("-", " "),
        f"{sealed.copy_number} {sealed.return_code}",  # the whole line of the paper
    ):
        assert visit_of_code(desk, typed) == visit
    for typed in (sealed.copy_number, "BN-0001", f"BN-0001 {WRONG}"):
        assert desk.intake.find_earlier_visit(typed) is None


def test_an_older_paper_answers_with_its_number_and_never_without(desk: Reception) -> None:
    visit = seal(desk).visit.visit_id
    code = write_old_code(desk.session, visit, 294)
    assert visit_of_code(desk, f"0294 {code}") == visit
    assert visit_of_code(desk, f"BN-0294/2026 {code}") == visit
    assert desk.status_lookup.find(code, "BN-0294") is not None
    assert desk.status_lookup.find(code) is None
    assert desk.status_lookup.find(code, "BN-0295") is None


def test_making_a_copy_again_ends_an_older_code_too(office: ThrowAwayOffice) -> None:
    head = create_services(office.open(HEAD))
    visit = seal(head).visit.visit_id
    old = write_old_code(head.session, visit, 7)
    copies = CitizenCopies(head.session)
    with head.session.act() as work:
        copies.renew(work, visit, copies.prepare())
        work.log(Act.REVEALED, visit_subject(visit), reason="reprint")
    assert head.intake.find_earlier_visit(f"0007 {old}") is None
    assert head.log_verification.verify().findings == ()
    head.session.database.close()


def test_a_number_of_two_visits_in_two_series_is_told_apart_by_the_code(desk: Reception) -> None:
    first, second = seal(desk).visit.visit_id, seal(desk).visit.visit_id
    codes = {visit: write_old_code(desk.session, visit, 3) for visit in (first, second)}
    for visit, code in codes.items():
        assert visit_of_code(desk, f"0003 {code}") == visit


def test_a_row_that_somebody_copied_to_another_visit_is_left_out(desk: Reception) -> None:
    first, second = seal(desk), seal(desk)
    desk.session.database.execute(
        "INSERT INTO keyed_return_code SELECT 'x', ?, lookup_key, check_hash, 0 "
        "FROM keyed_return_code WHERE visit_id = ?",
        (second.visit.visit_id, first.visit.visit_id),
    )
    assert visit_of_code(desk, first.return_code) == first.visit.visit_id
    assert visit_of_code(desk, second.return_code) == second.visit.visit_id


@pytest.mark.parametrize("code", ["TC23TC45TC", "TC67HANH89", "MWMWMWMWMW", "HANHHANH00"])
def test_a_code_may_spell_anything(office: ThrowAwayOffice, code: str) -> None:
    made = with_randomness(office, ChosenRandomness(return_code=code))
    desk = create_services(made.open())
    form = visit_form(
        PetitionKind.DENUNCIATION, papers=PAPERS, identity=replace(PERSON, name="Hạnh")
    )
    sealed = desk.intake.seal_visit(form)
    assert desk.papers.receipt(sealed, form.identity)
    assert sealed.return_code.replace("-", "").startswith(code)
    assert visit_of_code(desk, sealed.return_code) == sealed.visit.visit_id
    desk.session.database.close()


def test_a_source_that_repeats_codes_gets_a_sentence_and_nothing_is_saved(
    office: ThrowAwayOffice,
) -> None:
    made = with_randomness(office, ChosenRandomness(return_code="MWMWMWMWMW"))
    desk = create_services(made.open())
    seal(desk)
    with pytest.raises(ReceptionError, match=r"papers\.code_repeated"):
        seal(desk)
    assert len(desk.session.database.query("SELECT visit_id FROM visit")) == 1
    desk.session.database.close()


@pytest.mark.parametrize("largest", [False, True])
def test_any_draw_is_a_number_of_ten_digits(office: ThrowAwayOffice, largest: bool) -> None:
    source = ChosenRandomness((lambda limit: limit - 1) if largest else (lambda limit: 0))
    desk = create_services(with_randomness(office, source).open())
    for kind in (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION):
        expected = "999-999-9999" if largest else "000-000-0000"
        assert seal(desk, kind).copy_number == expected
    desk.session.database.close()


def test_numbers_that_earlier_versions_drew_are_skipped_by_the_series(desk: Reception) -> None:
    session = desk.session
    session.database.execute_many(
        "INSERT INTO print VALUES (?, 2026, NULL, 'x', '', '2026-11-19', 'x', 1)",
        [(f"2026-{number:04d}",) for number in range(1, 9)],
    )
    form = visit_form(PetitionKind.DENUNCIATION, papers=PAPERS)
    assert desk.papers.receipt(desk.intake.seal_visit(form), form.identity)
    rows = session.database.query("SELECT label FROM print WHERE number IS NOT NULL")
    assert [row["label"] for row in rows] == ["2026-0009", "2026-0010"]


@pytest.mark.parametrize("number", [3, 2**63 - 1, -5])
def test_a_forged_number_of_a_receipt_does_not_stop_the_next_ones(
    desk: Reception, number: int
) -> None:
    first = seal(desk)
    desk.session.database.execute(
        "INSERT INTO receipt VALUES ('BN', 2026, ?, ?)", (number, first.visit.visit_id)
    )
    given = [sealed.numbers.number for sealed in (seal(desk), seal(desk)) if sealed.numbers]
    assert given == ([2, 4] if number == 3 else [2, 3])


@pytest.mark.parametrize(("deleted", "expected"), [(1, [4, 5]), (2, [2, 4])])
def test_a_deleted_receipt_does_not_stop_the_next_ones(
    desk: Reception, deleted: int, expected: list[int]
) -> None:
    for _ in range(3):
        seal(desk)
    desk.session.database.execute(
        "DELETE FROM receipt WHERE series = 'BN' AND number = ?", (deleted,)
    )
    given = [sealed.numbers.number for sealed in (seal(desk), seal(desk)) if sealed.numbers]
    assert given == expected


@pytest.mark.parametrize("number", [10**6, 2**63 - 1, -5])
def test_a_forged_print_number_does_not_stop_the_papers(desk: Reception, number: int) -> None:
    desk.session.database.execute(
        "INSERT INTO print VALUES (?, 2026, ?, 'x', '', '2026-11-19', 'x', 1)",
        (f"2026-{number}", number),
    )
    form = visit_form(PetitionKind.DENUNCIATION, papers=PAPERS)
    assert desk.papers.receipt(desk.intake.seal_visit(form), form.identity)
    rows = desk.session.database.query("SELECT label FROM print WHERE number BETWEEN 1 AND 9")
    assert [row["label"] for row in rows] == ["2026-0001", "2026-0002"]
