"""Papers that were not printed: no colleague ends a denouncer's code, no state is written alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Act
from reception.domain.errors import NotAllowed
from reception.domain.petition import PetitionKind
from reception.domain.requested_paper import DropGround
from reception.services.papers.visit_saving import RequestedPapers, SavedVisit
from reception.storage.audit.log_reader import LogFilter
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
from ui.features.register.story_texts import event_icon_and_text


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


@pytest.mark.parametrize("fact", ["printed", "dropped_papers"])
def test_the_end_of_a_session_tells_nothing_of_sheets_of_others(
    present_office: ThrowAwayOffice, fact: str
) -> None:
    """Neither with the honest facts of such an entry, nor with an event that a drop would have."""
    saved = saved_denunciation(present_office)
    ((_, paper_id),) = saved.sealed.paper_ids
    attacker = Attacker(present_office, COLLEAGUE)
    facts = {"reason": "closed", fact: [paper_id]}
    state = "printed" if fact == "printed" else "dropped"
    with attacker.write(Act.LOCKED, attacker.user_id, **facts) as database:
        database.execute("UPDATE requested_paper SET state = ?", (state,))
        if state == "dropped":
            database.execute(
                "INSERT INTO visit_event (visit_id, position, act, happened_on, officer, ground, "
                "reason, facts, checked) SELECT visit_id, 1, 'paper_dropped', asked_on, ?, "
                "'mistake', '', json_object('paper', paper_id), 1 FROM requested_paper",
                (attacker.user_id,),
            )
    assert findings(present_office) == {"act.owner"}


def test_a_drop_without_its_event_is_found(present_office: ThrowAwayOffice) -> None:
    saved = saved_denunciation(present_office)
    ((_, paper_id),) = saved.sealed.paper_ids
    attacker = Attacker(present_office, OFFICER)
    facts = {"reason": "closed", "dropped_papers": [paper_id]}
    with attacker.write(Act.LOCKED, attacker.user_id, **facts) as database:
        database.execute("UPDATE requested_paper SET state = 'dropped'")
    assert findings(present_office) == {"act.companion"}


@pytest.mark.parametrize("settle", ["print", "drop"])
def test_no_entry_between_two_visits_tells_what_became_of_an_own_copy(
    present_office: ThrowAwayOffice, settle: str
) -> None:
    """The log has the same entries, facts and tables for a denunciation as for any other visit."""
    written = []
    for kind in (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION):
        officer = create_services(present_office.open())
        first = officer.session.database.one("SELECT max(seq) FROM log")[0]
        saved = officer.visit_saving.save(visit_form(kind), RequestedPapers(citizen_papers=True))
        ((_, paper_id),) = saved.sealed.paper_ids
        if settle == "print":
            officer.waiting_papers.remember_printed([paper_id])
        else:
            officer.waiting_papers.drop(paper_id, DropGround.NOT_TAKEN)
        officer.visit_saving.save(visit_form(), RequestedPapers())
        officer.session.close()
        head = create_services(present_office.open(HEAD))
        written.append(log_shape(head, first))
        head.session.close()
    assert written[0] == written[1]
    assert not findings(present_office)


def log_shape(reception: Reception, first: int) -> list[tuple[object, ...]]:
    """Return the entries after one: act, names of facts, tables written, and what staff read."""
    entries = reception.session.database.query(
        "SELECT l.seq, l.act, l.facts FROM log l WHERE l.seq > ? ORDER BY l.seq", (first,)
    )
    shown = {row.seq: row.details for row in reception.audit_log.page(LogFilter(), None, 1000)}
    tables = "SELECT record FROM log_row WHERE seq = ? AND record LIKE '%paper%'"
    return [
        (
            entry["act"],
            sorted(json.loads(entry["facts"])),
            [row["record"] for row in reception.session.database.query(tables, (entry["seq"],))],
            [detail for detail in shown[entry["seq"]] if detail[0] != "protected"],
        )
        for entry in entries
    ]


def test_a_story_that_may_not_be_read_opens_and_tells_of_no_paper(
    present_office: ThrowAwayOffice,
) -> None:
    officer = create_services(present_office.open())
    saved = officer.visit_saving.save(
        visit_form(PetitionKind.DENUNCIATION), RequestedPapers(citizen_papers=True)
    )
    officer.waiting_papers.drop(saved.sealed.paper_ids[0][1], DropGround.NOT_TAKEN)
    officer.session.close()
    colleague = create_services(present_office.open(COLLEAGUE))
    story = colleague.register.story(saved.sealed.visit.visit_id)
    assert story is not None
    assert story.row.masked
    texts = [event_icon_and_text(event)[1] for event in story.events]
    assert texts
    assert not [event.code for event in story.events if "paper" in event.code]
    colleague.session.close()


def test_a_row_without_an_entry_is_found(present_office: ThrowAwayOffice) -> None:
    saved_denunciation(present_office)
    head = create_services(present_office.open(HEAD))
    head.session.database.execute("DELETE FROM requested_paper")
    head.session.database.close()
    assert findings(present_office)


def test_an_event_of_a_dropped_paper_that_no_program_wrote_is_shown(
    present_office: ThrowAwayOffice,
) -> None:
    visit_id = saved_denunciation(present_office).sealed.visit.visit_id
    attacker = Attacker(present_office, COLLEAGUE)
    with attacker.write(Act.PAPER_DROPPED, f"visit {visit_id}") as database:
        database.execute(
            "INSERT INTO visit_event (visit_id, position, act, happened_on, officer, ground, "
            "reason, facts, checked) SELECT visit_id, 1, 'paper_dropped', asked_on, ?, 'none', '', "
            '\'{"form": "none"}\', 1 FROM requested_paper',
            (attacker.user_id,),
        )
    officer = create_services(present_office.open())
    story = officer.register.story(visit_id)
    assert story is not None
    assert all(event_icon_and_text(event)[1] for event in story.events)
    officer.session.database.close()
    assert findings(present_office)
