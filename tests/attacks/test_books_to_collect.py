"""A printed book still shows name or code of a visit that has become a denunciation.

The reclassification names every book that lists the visit, those with names first: what nobody is
told to collect stays on a shelf and joins the name to the number of the denunciation.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception
from reception.domain.petition import PetitionKind
from reception.domain.visit_lifecycle import LateEntry
from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import HEAD, OFFICER, PASSWORDS, build_office
from tests.fixtures.protected_visits import DENOUNCER
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import visit_form

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
THE_DAY = (date(2026, 11, 19), date(2026, 11, 19))
CONTENT = ChangeReason("content", "Nội dung là tố cáo cán bộ của xã")


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[SharedMachine]:
    """The machine of an office, with nobody signed in."""
    machine = SharedMachine(build_office(tmp_path))
    yield machine
    machine.sign_out()


def named_book(head: Reception, period: tuple[date, date]) -> tuple[str, bool]:
    """Print the book with names of a period; return its number, and whether it has the name."""
    request = BulkDisclosureRequest(period, "paper_book", "Lập sổ giấy để lưu tại trụ sở của ban")
    job = head.named_register_books.named_book(request, PASSWORDS[HEAD])
    pages = PdfReader(io.BytesIO(job.pdf)).pages
    return job.code, DENOUNCER.name in " ".join(page.extract_text() for page in pages)


def as_denunciation(reception: Reception, visit: int) -> Reclassification:
    return Reclassification(
        CONTENT, PetitionKind.DENUNCIATION, reception.lifecycle.event_count(visit)
    )


def test_every_book_that_lists_the_visit_is_named(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    officer.intake.seal_visit(visit_form())
    before = officer.register_books.register_book(NOVEMBER).code
    visit = officer.intake.seal_visit(visit_form(identity=DENOUNCER)).visit.visit_id
    machine.office.clock.move(days=1)

    head = machine.sign_in(HEAD)
    head.intake.seal_visit(
        visit_form(late_entry=LateEntry(date(2026, 10, 5), "paper", "Mất điện cả ngày hôm ấy"))
    )
    plain = [head.register_books.register_book(period).code for period in (NOVEMBER, THE_DAY)]
    with_name = [named_book(head, period) for period in (THE_DAY, NOVEMBER)]
    others = [head.register_books.register_book(OCTOBER).code, named_book(head, OCTOBER)]
    assert [shows for _, shows in with_name] == [True, True]
    assert others[1][1] is False

    copies = head.lifecycle.reclassify(visit, as_denunciation(head, visit))
    assert copies.named_books == tuple(label for label, _ in with_name)
    assert copies.books == tuple(plain)
    named = (*copies.named_books, *copies.books)
    assert not {before, others[0], others[1][0]} & set(named)
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_a_visit_entered_late_is_in_no_book_from_before(machine: SharedMachine) -> None:
    head = machine.sign_in(HEAD)
    head.intake.seal_visit(visit_form())
    machine.office.clock.move(days=1)
    head = machine.sign_in(HEAD)
    named_book(head, NOVEMBER)
    late = LateEntry(date(2026, 11, 18), "paper", "Mất điện cả ngày hôm ấy")
    visit = head.intake.seal_visit(visit_form(identity=DENOUNCER, late_entry=late)).visit.visit_id
    book, shows_name = named_book(head, NOVEMBER)
    assert shows_name
    copies = head.lifecycle.reclassify(visit, as_denunciation(head, visit))
    assert (copies.named_books, copies.books) == ((book,), ())
