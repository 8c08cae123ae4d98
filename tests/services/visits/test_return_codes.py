"""Look-up numbers and return codes: no draw, however unlucky, makes a visit or its paper fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from reception.domain.petition import PetitionKind
from reception.domain.visit import CopyState, PaperReceived
from reception.services.access.session import Session
from reception.services.papers.visit_papers import VisitPapers
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.visits.visit_form import SealedVisit
from reception.services.working_days.office_calendar import OfficeCalendar
from tests.fixtures.chosen_randomness import ChosenRandomness, with_randomness
from tests.fixtures.office import ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form

PAPERS = (PaperReceived("Đơn viết tay", 2, CopyState.ORIGINAL),)
LARGEST = 9999


class CodeStage:
    """One officer's session with a chosen random source."""

    def __init__(self, office: ThrowAwayOffice, source: ChosenRandomness) -> None:
        self.session: Session = with_randomness(office, source).open()
        calendars = OfficeCalendar(self.session)
        self.intake = Intake(self.session, calendars, Drafts(self.session))
        self.papers = VisitPapers(self.session, calendars)

    def denunciation(self, **changes: object) -> SealedVisit:
        """Seal a denunciation with papers and print its receipt."""
        chosen = visit_form(PetitionKind.DENUNCIATION, **{"papers": PAPERS} | changes)
        sealed = self.intake.seal_visit(chosen)
        assert self.papers.receipt(sealed, chosen.identity)
        return sealed

    def use_up(self, numbers: Iterable[int], visit_id: int) -> None:
        """Insert cancelled return codes of one visit under look-up numbers of the year.

        No entry covers them: no act of the program writes so many.
        """
        self.session.database.execute_many(
            "INSERT INTO return_code (code_id, series, year, number, visit_id, salt, hash, "
            "cancelled) VALUES (?, 'BN', 2026, ?, ?, x'', x'', 1)",
            [(f"{number:032x}", number, visit_id) for number in numbers],
        )


@pytest.fixture
def desk(office: ThrowAwayOffice) -> Iterator[CodeStage]:
    """A desk whose every draw is the smallest number there is."""
    made = CodeStage(office, ChosenRandomness())
    yield made
    made.session.database.close()


def test_the_smallest_draw_is_never_a_number_of_the_visits_own_papers(desk: CodeStage) -> None:
    shown = []
    for _ in range(3):
        numbers = desk.denunciation().numbers
        assert numbers is not None
        assert numbers.lookup_number not in (numbers.number, numbers.envelope)
        shown.append(numbers.lookup_number)
    assert shown == [2, 1, 4]  # 1, 2 and 3 in turn are the numbers of the series


def test_the_largest_draw_is_within_four_digits(office: ThrowAwayOffice) -> None:
    desk = CodeStage(office, ChosenRandomness(lambda limit: limit - 1))
    numbers = desk.denunciation().numbers
    assert numbers is not None
    assert numbers.lookup_number == 500
    desk.session.database.close()


def test_the_last_free_number_is_found_and_after_it_a_number_is_shared(desk: CodeStage) -> None:
    first = desk.denunciation()
    free = 8765
    desk.use_up((n for n in range(1, LARGEST + 1) if n != free), first.visit.visit_id)
    last, beyond = desk.denunciation(), desk.denunciation()
    assert last.numbers is not None
    assert beyond.numbers is not None
    assert last.numbers.lookup_number == free
    assert beyond.numbers.lookup_number not in (beyond.numbers.number, beyond.numbers.envelope)
    for sealed in (last, beyond):  # both papers still lead to their visit
        assert sealed.numbers is not None
        found = desk.intake.find_earlier_visit(
            (2026, sealed.numbers.lookup_number), sealed.return_code
        )
        assert found == sealed.visit.visit_id


def test_a_print_number_is_found_when_all_of_four_digits_are_used(desk: CodeStage) -> None:
    desk.session.database.execute_many(
        "INSERT INTO print (label, year, number, form, subject, printed_on, printed_by, pages) "
        "VALUES (?, 2026, NULL, 'x', '', '2026-11-19', 'x', 1)",
        [(f"2026-{number:04d}",) for number in range(1, LARGEST + 1)],
    )
    desk.denunciation()
    labels = desk.session.database.query("SELECT label FROM print WHERE length(label) > 9")
    assert sorted(row["label"] for row in labels) == ["2026-10000", "2026-10001", "2026-10002"]


@pytest.mark.parametrize("code", ["TC23TC45TC", "TC67HANH89", "MWMWMWMWMW", "HANHHANH00"])
def test_a_code_may_spell_anything(office: ThrowAwayOffice, code: str) -> None:
    desk = CodeStage(office, ChosenRandomness(return_code=code))
    sealed = desk.denunciation(identity=replace(PERSON, name="Hạnh"))
    assert sealed.return_code.replace("-", "").startswith(code)
    slip = desk.denunciation(identity=replace(PERSON, name="Hạnh"), papers=PAPERS)
    assert slip.return_code == sealed.return_code  # two papers with one code: numbers tell
    for one in (sealed, slip):
        assert one.numbers is not None
        found = desk.intake.find_earlier_visit((2026, one.numbers.lookup_number), one.return_code)
        assert found == one.visit.visit_id
    desk.session.database.close()
