"""A visit saved and printed in one call: what is asked for is made, and no identity comes back."""

from __future__ import annotations

import gc
import types
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.petition import Competence, Petition, PetitionKind
from reception.domain.reporter import Identity
from reception.domain.visit import HandledPetition, Handling, Outcome, PaperReceived
from reception.printing.forms.registry import RETURN_SLIP, STATEMENT
from reception.services.access.session import Session
from reception.services.papers.visit_papers import VisitPapers
from reception.services.papers.visit_saving import RequestedPapers, SavedVisit, VisitSaving
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.visits.visit_form import VisitForm, Waiver
from reception.services.working_days.office_calendar import OfficeCalendar
from tests.fixtures.visit_forms import PERSON, visit_form, with_summary

ALL = RequestedPapers(citizen_papers=True, statement=True)
TAKEN = (PaperReceived("Đơn viết tay", 2),)


@pytest.fixture
def saving(session: Session) -> VisitSaving:
    """Saving in the officer's session."""
    calendar = OfficeCalendar(session)
    intake = Intake(session, calendar, Drafts(session))
    return VisitSaving(session, intake, VisitPapers(session, calendar))


def printed(session: Session) -> list[str]:
    """Return the forms in the register of prints."""
    return [row["form"] for row in session.database.query("SELECT form FROM print ORDER BY number")]


def refused() -> VisitForm:
    """Return a visit refused with a spoken explanation."""
    petition = Petition(PetitionKind.FEEDBACK, summary="bãi rác gần nguồn nước")
    spoken = Handling(
        Outcome.REFUSE, Competence.OURS, refusal_ground="4.1.b", explanation="Đã giải thích"
    )
    return visit_form(handled_petitions=(HandledPetition(petition, spoken),))


def test_nothing_is_printed_that_was_not_asked_for(session: Session, saving: VisitSaving) -> None:
    saved = saving.save(visit_form(), RequestedPapers())
    assert saved.papers == saved.failures == ()
    assert printed(session) == []
    assert saved.sealed.return_code


def test_papers_are_made_in_the_order_in_which_they_leave(
    session: Session, saving: VisitSaving
) -> None:
    saved = saving.save(visit_form(papers=TAKEN), ALL)
    assert [job.code for job in saved.papers] == ["BN", "BN-0001", "BG-0001"]
    assert saved.failures == ()
    only_record = saving.save(visit_form(), RequestedPapers(statement=True))
    assert [job.form for job in only_record.papers] == [STATEMENT]
    slip = saving.save(visit_form(), RequestedPapers(citizen_papers=True))
    assert [job.form for job in slip.papers] == [RETURN_SLIP]
    assert RETURN_SLIP.name not in printed(session)


def test_a_refused_visitor_gets_no_record(session: Session, saving: VisitSaving) -> None:
    saved = saving.save(refused(), ALL)
    assert (saved.papers, saved.failures) == ((), ())
    assert printed(session) == []


def test_a_visit_that_cannot_be_saved_is_not_printed(session: Session, saving: VisitSaving) -> None:
    with pytest.raises(InvalidInput):
        saving.save(with_summary(visit_form(), ""), ALL)
    assert printed(session) == []
    assert session.database.one("SELECT 1 FROM visit") is None


def unprintable() -> VisitForm:
    """Return a denunciation whose office papers would name the person: the heading does."""
    someone = replace(PERSON, name="Cộng Hòa Xã Hội")
    return visit_form(PetitionKind.DENUNCIATION, identity=someone, papers=TAKEN)


def test_a_visit_is_saved_although_its_papers_cannot_be_made(
    session: Session, saving: VisitSaving
) -> None:
    saved = saving.save(unprintable(), ALL)
    assert saved.papers == ()
    assert [str(error) for error in saved.failures] == ["printing.identity_found"] * 2
    assert all(isinstance(error, ReceptionError) for error in saved.failures)
    assert session.database.one("SELECT count(*) FROM visit")[0] == 1


def reachable(root: object) -> Iterator[object]:
    """Yield everything an object keeps alive, but for code and modules."""
    seen: set[int] = set()
    left: list[object] = [root]
    while left:
        item = left.pop()
        if id(item) in seen or isinstance(item, (type, types.ModuleType, types.FunctionType)):
            continue
        if isinstance(item, dict) and "__builtins__" in item:
            continue  # the names of a module
        seen.add(id(item))
        yield item
        left += gc.get_referents(item)


NAMESAKE = Waiver("summary.1", "Trưởng bản bị tố cáo trùng tên", other_person=True)
NAMED = with_summary(
    visit_form(PetitionKind.DENUNCIATION), "Ông Nguyễn Văn A, trưởng bản, thu tiền"
)


@pytest.mark.parametrize(
    "typed",
    [
        visit_form(papers=TAKEN),
        visit_form(PetitionKind.DENUNCIATION, papers=TAKEN),
        refused(),
        unprintable(),
    ],
    ids=["complaint", "denunciation", "refused", "papers failed"],
)
def test_the_result_holds_no_identity(saving: VisitSaving, typed: VisitForm) -> None:
    saved = saving.save(typed, ALL)
    assert isinstance(saved, SavedVisit)
    for item in reachable(saved):
        assert not isinstance(item, (Identity, VisitForm))
        assert not (isinstance(item, str) and typed.identity.name in item)
        assert not (isinstance(item, str) and typed.identity.paper.number in item)


def test_waived_words_are_stored_only_in_the_visit(saving: VisitSaving) -> None:
    saved = saving.save(replace(NAMED, waivers=(NAMESAKE,)), ALL)
    assert saved.failures == ()
    assert len(saved.papers) == 3
    assert saved.sealed.waived_texts == ()


@pytest.mark.parametrize("requested", [RequestedPapers(), ALL])
def test_a_form_without_a_petition_names_the_missing_field(
    session: Session, saving: VisitSaving, requested: RequestedPapers
) -> None:
    with pytest.raises(InvalidInput) as raised:
        saving.save(visit_form(handled_petitions=()), requested)
    assert (raised.value.code, raised.value.field) == ("desk.kind_missing", "kind")
    assert list(session.database.query("SELECT 1 FROM visit")) == []
    assert list(session.database.query("SELECT 1 FROM requested_paper")) == []
