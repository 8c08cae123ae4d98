"""What is shown of a visit that may not be read leads neither to its reporter nor to its answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Act
from reception.domain.petition import PetitionKind
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.visit_lifecycle import Answer, AnswerChannel
from reception.storage.audit.log_reader import LogFilter
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    ThrowAwayOffice,
    build_office,
)
from tests.fixtures.visit_forms import visit_form
from tests.services.papers.disclosure_stage import BOOK_REQUEST, everybody_chosen

ANSWERED = date(2026, 11, 20)


@pytest.fixture
def office(tmp_path: Path) -> ThrowAwayOffice:
    """A new office, in which the colleague reads no denunciation of others."""
    return build_office(tmp_path)


@pytest.fixture
def denunciation(office: ThrowAwayOffice) -> int:
    """A denunciation by the officer, answered in person on the next day."""
    officer = create_services(office.open(OFFICER))
    sealed = officer.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION))
    office.clock.move(days=1)
    answer = Answer(ANSWERED, AnswerChannel.IN_PERSON)
    officer.lifecycle.answer(sealed.visit.visit_id, answer, 0)
    officer.session.close()
    return sealed.visit.visit_id


@pytest.fixture
def colleague(office: ThrowAwayOffice, denunciation: int) -> Iterator[Reception]:
    """Somebody who may not read the denunciation, on a later day."""
    office.clock.move(days=4)
    reception = create_services(office.open(COLLEAGUE))
    yield reception
    reception.session.close()


def details_of(reception: Reception, *acts: Act) -> dict[str, str]:
    """Return all facts that the log shows of these acts."""
    rows = reception.audit_log.page(LogFilter(acts=tuple(act.value for act in acts)))
    assert rows
    return {name: text for row in rows for name, text in row.details}


def test_nobody_else_sees_how_a_denouncer_was_answered(
    office: ThrowAwayOffice, colleague: Reception
) -> None:
    assert "way" not in details_of(colleague, Act.VISIT_ANSWERED)
    reader = create_services(office.open(OFFICER))
    assert details_of(reader, Act.VISIT_ANSWERED)["way"] == AnswerChannel.IN_PERSON.value
    reader.session.close()


def test_the_answer_of_a_look_up_fits_no_masked_row(
    colleague: Reception, denunciation: int
) -> None:
    (row,) = colleague.register.rows([denunciation])
    assert row.masked
    assert row.answered_on is None


def test_the_log_names_nobody_whose_identity_page_was_printed(
    office: ThrowAwayOffice, denunciation: int
) -> None:
    custodian = create_services(office.open(CUSTODIAN))
    request = everybody_chosen(custodian, replace(BOOK_REQUEST, reason="verification"))
    custodian.denouncer_identity_pages.identity_pages(request, PASSWORDS[HEAD])
    acts = Act.DENOUNCERS_OPENED, Act.BULK_MADE
    known = details_of(custodian, *acts)
    assert {"words", "chosen", "prints"} <= known.keys()
    custodian.session.close()
    others = create_services(office.open(COLLEAGUE))
    seen = details_of(others, *acts)
    assert not {"words", "chosen", "prints"} & seen.keys()
    assert seen["names"] == known["names"]
    others.session.close()


def test_the_machine_keeps_nothing_of_what_an_entry_is_about(
    office: ThrowAwayOffice, denunciation: int
) -> None:
    custodian = create_services(office.open(CUSTODIAN))
    (reason, *_) = custodian.reveals.reasons(denunciation)
    words = "Kiểm tra điều kiện thụ lý theo đề nghị"
    selection = RevealSelection(reason.code, words, frozenset({IdentityPart.NAME}))
    custodian.custodian_reveals.open(denunciation, selection, PASSWORDS[CUSTODIAN])
    files = [path for path in office.environment.state_folder.rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert not acts_in(path)
    custodian.session.close()


def acts_in(path: Path) -> list[str]:
    """Return the words for acts of the log that a file of the machine's state has."""
    text = path.read_bytes().decode("utf-8", "replace")
    return [act.value for act in Act if f'"{act.value}"' in text]
