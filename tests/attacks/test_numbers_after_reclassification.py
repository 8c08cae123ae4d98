"""Papers printed while a visit was ordinary bear a name and numbers; later it is a denunciation.

Whoever finds such a paper looks for its numbers: no service may show them with the visit.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception
from reception.domain.petition import PetitionKind
from reception.domain.visit import CopyState, PaperReceived
from reception.services.papers.print_log import PaperJob
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.audit.log_reader import LogFilter
from reception.storage.visits.register_reader import RegisterFilter
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, build_office
from tests.fixtures.protected_visits import DENOUNCER
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import visit_form

CONTENT = ChangeReason("content", "Nội dung là tố cáo cán bộ của xã")
PAPERS = (PaperReceived("Đơn", 2, CopyState.ORIGINAL),)


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[SharedMachine]:
    """The machine of an office that prints persons on its own copies; nobody is signed in."""
    machine = SharedMachine(build_office(tmp_path, file_copy_with_identity=True))
    yield machine
    machine.sign_out()


def text_of(job: PaperJob) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(job.pdf)).pages)


def shown(reception: Reception, visit: int) -> str:
    """Return everything that the services show of a visit, its entries in the log included."""
    log = [row for row in reception.audit_log.page(LogFilter()) if row.visit_id == visit]
    assert "printed" in {row.act for row in log}
    return repr(
        (
            log,
            reception.register.story(visit),
            reception.register.page(RegisterFilter()),
            reception.lifecycle.change_context(visit),
        )
    )


def numbers_on_papers(officer: Reception) -> tuple[int, set[str]]:
    """Seal a complaint with its papers; return it and the numbers printed beside the name."""
    sealed = officer.intake.seal_visit(visit_form(identity=DENOUNCER, papers=PAPERS))
    visit = sealed.visit.visit_id
    jobs = [
        *officer.papers.receipt(sealed, DENOUNCER),
        *officer.papers.statement(sealed, DENOUNCER),
    ]
    named = " ".join(text for text in map(text_of, jobs) if DENOUNCER.name in text)
    database = officer.session.database
    labels = {row["label"] for row in database.query("SELECT label FROM print")}
    receipts = {
        f"{row['series']}-{row['number']:04d}"
        for row in database.query("SELECT series, number FROM receipt")
    }
    return visit, {number for number in labels | receipts if number in named}


def test_the_end_of_the_log_on_a_paper_with_the_name_leads_to_no_visit(
    machine: SharedMachine,
) -> None:
    machine.sign_in(OFFICER)
    machine.office.clock.move(days=1)
    officer, ends = machine.sign_in(OFFICER), set()
    first_of_day = officer.session.day_checkpoint()
    assert first_of_day is not None
    for _ in range(2):
        sealed = officer.intake.seal_visit(visit_form(identity=DENOUNCER, papers=PAPERS))
        jobs = (
            *officer.papers.receipt(sealed, DENOUNCER),
            *officer.papers.statement(sealed, DENOUNCER),
        )
        named = [text for text in map(text_of, jobs) if DENOUNCER.name in text]
        assert len(named) == 2  # the file's receipt and the record of the statement
        ends |= {end for text in named for end in re.findall(r"Neo ([\d.]+)", text)}
    assert ends == {str(first_of_day.seq)}


def test_no_number_beside_the_name_is_shown_with_the_denunciation(
    machine: SharedMachine,
) -> None:
    officer = machine.sign_in(OFFICER)
    visit, numbers = numbers_on_papers(officer)
    assert {"BN-0001"} < numbers  # the receipt's number, and a print number
    assert all(number in shown(officer, visit) for number in numbers)  # while it is ordinary
    change = Reclassification(
        CONTENT, PetitionKind.DENUNCIATION, officer.lifecycle.event_count(visit)
    )
    copies = officer.lifecycle.reclassify(visit, change)
    assert numbers <= {*copies.receipts, *copies.prints}  # told once, to collect them
    machine.office.clock.move(days=1)
    for name in (OFFICER, HEAD, COLLEAGUE, CUSTODIAN):
        text = shown(machine.sign_in(name), visit)
        assert "TC-0001" in text
        assert not {number for number in numbers if number in text}
    machine.sign_out()
    assert is_log_intact(machine.office)
