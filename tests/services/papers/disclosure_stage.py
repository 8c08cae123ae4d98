"""Nine visits and a request to print their names, for tests of the book and identity pages."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from pypdf import PdfReader

from reception.bootstrap import Reception, create_services
from reception.services.access.session import Session
from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
from reception.storage.audit.approvals import is_signed_approval
from reception.storage.staff.signed_members import signing_keys
from tests.fixtures.office import HEAD, PASSWORDS, ThrowAwayOffice
from tests.scenarios.planted_identities import form_of, planted

PERIOD = (date(2026, 11, 1), date(2026, 11, 30))
BOOK_REQUEST = BulkDisclosureRequest(
    PERIOD, "paper_book", "Lập sổ giấy tháng mười một để lưu tại trụ sở"
)
PEOPLE = planted(9)  # in turn a complaint, feedback, a denunciation
LAST_NAMES = [person.name.split()[-1] for person in PEOPLE]
HEAD_PASSWORD = PASSWORDS[HEAD]


def enter_visits(reception: Reception) -> None:
    """Enter nine visits; one of the complaints asks for protection."""
    for index, person in enumerate(PEOPLE):
        form = form_of(person, index)
        reception.intake.seal_visit(replace(form, protection_asked=index == 6))


def open_as(office: ThrowAwayOffice, name: str) -> Reception:
    return create_services(office.open(name))


def is_approved_by_head(session: Session, asker: str, facts: Mapping[str, Any]) -> bool:
    """Tell whether the head's key signed the approval in the facts of a log entry."""
    keys = signing_keys(session.database, session.office)
    return is_signed_approval(session.office.office_id, asker, facts, keys)


def everybody_chosen(custodian: Reception, request: BulkDisclosureRequest) -> BulkDisclosureRequest:
    """Return a request for the identity pages of everybody in its period."""
    candidates = custodian.denouncer_identity_pages.candidates(request.period)
    return replace(request, chosen=frozenset(item.visit_id for item in candidates))


def text_of(pdf: bytes) -> str:
    """Return the text of a paper without blanks: cells break long words."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def log_entries(reception: Reception) -> list[tuple[str, str, dict]]:
    """Return act, actor and facts of every log entry, the oldest first."""
    rows = reception.session.database.query("SELECT act, actor, facts FROM log ORDER BY seq")
    return [(row["act"], row["actor"], json.loads(row["facts"])) for row in rows]


def log_text(reception: Reception) -> str:
    rows = reception.session.database.query("SELECT subject || facts AS text FROM log")
    return "\n".join(row["text"] for row in rows)
