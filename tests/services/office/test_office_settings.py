"""Settings of the office: right to change them, log entries, effect on papers."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date

import pytest
from pypdf import PdfReader

from reception.domain.errors import NotAllowed
from reception.domain.petition import Competence, Petition, PetitionKind
from reception.domain.visit import HandledPetition, Handling, Outcome
from reception.services.access.session import Session
from reception.services.office.office_settings import read_settings
from reception.services.papers.register_book import RegisterBooks
from reception.services.papers.visit_papers import VisitPapers
from reception.services.reports.statutory_tables import StatutoryTables
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.working_days.office_calendar import OfficeCalendar
from tests.fixtures.office import HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form

NOTICE = HandledPetition(
    Petition(PetitionKind.COMPLAINT, summary="Đất đai"),
    Handling(
        Outcome.REFUSE,
        Competence.OURS,
        refusal_ground="9.3",
        explanation="Đã giải quyết, thông báo 12/TB",
    ),
)


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Session]:
    """The head's session."""
    session = office.open(HEAD)
    yield session
    session.database.close()


def text_of(pdf: bytes) -> str:
    """Return the words of a paper on one line."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return " ".join(" ".join(pages).split())


def test_an_officer_changes_nothing(office: ThrowAwayOffice) -> None:
    session = office.open(OFFICER)
    with pytest.raises(NotAllowed):
        session.change_settings(session.settings().changed(month_starts_on=1))
    assert read_settings(session.database).month_starts_on == 15
    session.database.close()


def test_the_log_names_exactly_the_changed_settings(head: Session) -> None:
    head.change_settings(head.settings().changed(month_starts_on=1, signer_name="Lò Văn H"))
    row = head.database.one("SELECT act, facts FROM log ORDER BY seq DESC LIMIT 1")
    assert row is not None
    assert row["act"] == "settings_changed"
    assert json.loads(row["facts"]) == {"changed": ["month_starts_on", "signer_name"]}


@pytest.mark.parametrize(
    ("starts_on", "window", "month"),
    [(15, "15/11/2026 đến", "tháng 12"), (1, "01/11/2026 đến", "tháng 11")],
)
def test_the_months_report_follows_the_window(
    head: Session, starts_on: int, window: str, month: str
) -> None:
    head.change_settings(head.settings().changed(month_starts_on=starts_on))
    text = text_of(
        RegisterBooks(head, StatutoryTables(head)).monthly_report(date(2026, 11, 19)).pdf
    )
    assert window in text.replace("ngày ", "")
    assert f"{month} năm 2026" in text


def test_the_signatory_is_on_report_and_table(head: Session) -> None:
    books = RegisterBooks(head, StatutoryTables(head))
    usual = text_of(books.monthly_report(date(2026, 11, 19)).pdf)
    assert head.head().name in usual
    head.change_settings(
        head.settings().changed(signer_post="Phó Trưởng ban", signer_name="Lò Văn H")
    )
    text = text_of(books.monthly_report(date(2026, 11, 19)).pdf)
    assert "PHÓ TRƯỞNG BAN Lò Văn H" in text
    assert head.signatory() == ("Phó Trưởng ban", "Lò Văn H")
    reports = StatutoryTables(head)
    table = reports.count("01/TCD", (date(2026, 11, 15), date(2026, 12, 14)))
    assert table.sheet.chosen_posts == ("", "PHÓ TRƯỞNG BAN")
    assert "PHÓ TRƯỞNG BAN" in text_of(reports.export(table, "pdf"))


def test_the_signatory_is_on_a_notice(head: Session) -> None:
    head.change_settings(
        head.settings().changed(signer_post="Phó Trưởng ban", signer_name="Lò Văn H")
    )
    calendars = OfficeCalendar(head)
    intake = Intake(head, calendars, Drafts(head))
    sealed = intake.seal_visit(visit_form(identity=PERSON, handled_petitions=(NOTICE,)))
    jobs = VisitPapers(head, calendars).refusal_notice(sealed, PERSON)
    assert len(jobs) == 2
    for job in jobs:
        assert "PHÓ TRƯỞNG BAN" in text_of(job.pdf)
        assert "Lò Văn H" in text_of(job.pdf)


def test_counting_refused_visitors_moves_the_table(head: Session) -> None:
    intake = Intake(head, OfficeCalendar(head), Drafts(head))
    intake.seal_visit(visit_form(PetitionKind.FEEDBACK))
    intake.seal_visit(visit_form(identity=PERSON, handled_petitions=(NOTICE,)))
    period = (date(2026, 11, 15), date(2026, 12, 14))
    assert StatutoryTables(head).count("01/TCD", period).column_totals[1] == 1
    head.change_settings(head.settings().changed(count_refused=True))
    table = StatutoryTables(head).count("01/TCD", period)
    assert table.column_totals[1] == 2
    assert "từ chối" in table.sheet.note
