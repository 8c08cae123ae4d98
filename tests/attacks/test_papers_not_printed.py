"""Papers that were not printed: no colleague ends a denouncer's code, no state is written alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from reception.bootstrap import create_services
from reception.domain.audit import Act
from reception.domain.errors import NotAllowed
from reception.domain.petition import PetitionKind
from reception.services.papers.visit_saving import RequestedPapers, SavedVisit
from tests.attacks.attacker import Attacker
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    ThrowAwayOffice,
    build_office,
)
from tests.fixtures.visit_forms import visit_form


@pytest.fixture
def present_office(tmp_path: Path) -> ThrowAwayOffice:
    """An office of the present version, to whose people the attacker belongs."""
    return build_office(tmp_path)


def saved_denunciation(office: ThrowAwayOffice) -> SavedVisit:
    """Let the officer save a denunciation whose slip is never printed."""
    reception = create_services(office.open())
    saved = reception.visit_saving.save(
        visit_form(PetitionKind.DENUNCIATION), RequestedPapers(citizen_papers=True)
    )
    reception.session.close()
    return saved


def findings(office: ThrowAwayOffice) -> set[str]:
    """Return the codes that the head's verification finds."""
    head = create_services(office.open(HEAD))
    found = {finding.code for finding in head.log_verification.verify().findings}
    head.session.database.close()
    return found


def test_a_colleague_neither_ends_nor_gets_a_denouncers_code(
    present_office: ThrowAwayOffice,
) -> None:
    saved = saved_denunciation(present_office)
    colleague = create_services(present_office.open(COLLEAGUE))
    with pytest.raises(NotAllowed):
        colleague.copy_renewal.make_again(saved.sealed.visit.visit_id, "lost")
    assert colleague.status_lookup.find(saved.sealed.return_code) is not None
    colleague.session.close()
    assert not findings(present_office)


@pytest.mark.parametrize("name", [COLLEAGUE, OFFICER])
def test_a_self_signed_entry_about_a_new_copy_is_found(
    present_office: ThrowAwayOffice, name: str
) -> None:
    """A colleague on the same day, the receiving officer on the next one."""
    visit_id = saved_denunciation(present_office).sealed.visit.visit_id
    if name == OFFICER:
        present_office.clock.move(days=1)
        create_services(present_office.open(HEAD)).session.close()  # an entry of the next day
    attacker = Attacker(present_office, name)
    with attacker.write(Act.COPY_MADE_AGAIN, f"visit {visit_id}", reason="lost") as database:
        database.execute("UPDATE keyed_return_code SET cancelled = 1")
        database.execute(
            "INSERT INTO keyed_return_code SELECT 'f0' || substr(code_id, 3), visit_id, "
            "randomblob(16), randomblob(16), 0 FROM keyed_return_code"
        )
    assert "act.right" in findings(present_office)


def test_a_custodian_makes_it_again_and_nothing_is_found(present_office: ThrowAwayOffice) -> None:
    visit_id = saved_denunciation(present_office).sealed.visit.visit_id
    present_office.clock.move(days=1)
    custodian = create_services(present_office.open(CUSTODIAN))
    custodian.copy_renewal.make_again(visit_id, "lost")
    custodian.session.close()
    assert not findings(present_office)


@pytest.mark.parametrize(
    ("act", "change"),
    [
        (Act.PAPERS_PRINTED, "state = 'dropped'"),
        (Act.LOCKED, "state = 'dropped'"),
        (Act.PAPERS_PRINTED, "asked_by = 'somebody', state = 'printed'"),
        (Act.PAPERS_PRINTED, "asked_on = '2020-01-01', state = 'printed'"),
    ],
)
def test_a_state_that_no_act_of_its_kind_writes_is_found(
    present_office: ThrowAwayOffice, act: Act, change: str
) -> None:
    saved_denunciation(present_office)
    attacker = Attacker(present_office, COLLEAGUE)
    subject = attacker.user_id if act is Act.LOCKED else ""
    with attacker.write(act, subject) as database:
        database.execute(f"UPDATE requested_paper SET {change}")  # noqa: S608 - written above
    assert "state.paper" in findings(present_office)


def test_a_row_without_an_entry_is_found(present_office: ThrowAwayOffice) -> None:
    saved_denunciation(present_office)
    head = create_services(present_office.open(HEAD))
    head.session.database.execute("DELETE FROM requested_paper")
    head.session.database.close()
    assert findings(present_office)
