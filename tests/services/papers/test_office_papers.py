"""Papers about the office itself: numbered, logged, without an identity."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception, create_services
from reception.domain.calendar_overrides import CalendarOverride, DayKind
from reception.services.papers.office_papers import calendar_sheet, printer_test_page
from tests.fixtures.office import HEAD, ThrowAwayOffice

MONDAY = date(2026, 11, 23)
SWAP = CalendarOverride(MONDAY, DayKind.SWAP, "12/TB-VP", date(2026, 11, 28))


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The head's services."""
    reception = create_services(office.open(HEAD))
    yield reception
    reception.session.database.close()


def text_of(pdf: bytes) -> str:
    """Return the words of a paper on one line."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return " ".join(" ".join(pages).split())


def test_a_printer_test_page_is_numbered_and_logged(head: Reception) -> None:
    job = printer_test_page(head.session, "TCD-01")
    text = text_of(job.pdf)
    assert not job.holds_identity
    assert "TRANG IN THỬ" in text
    assert "Máy TCD-01" in text
    assert "ế ề ể ễ ệ" in text
    assert len(PdfReader(io.BytesIO(job.pdf)).pages) == 1
    row = head.session.database.one("SELECT form, subject FROM print WHERE label = ?", (job.code,))
    assert row is not None
    assert tuple(row) == ("Trang in thử", "TCD-01")


def test_the_years_calendar_lists_decided_days_and_no_proposals(head: Reception) -> None:
    before = text_of(calendar_sheet(head.session, head.office_calendar, 2026).pdf)
    assert "249 ngày làm việc" in before
    assert "24/11/2026" in before.replace(" ", "") or "24/11" in before
    assert "28/11" not in before  # a proposal is no decision
    edits = head.calendar_changes
    edits.save(MONDAY, SWAP, edits.preview(MONDAY, SWAP))
    after = text_of(calendar_sheet(head.session, head.office_calendar, 2026).pdf)
    assert "12/TB-VP" in after
    assert "Làm bù ngày 23/11" in after
    ahead = text_of(calendar_sheet(head.session, head.office_calendar, 2027).pdf)
    assert "ước tính" in ahead
