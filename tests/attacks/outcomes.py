"""What honest people meet after an attack: refusals, findings, opened identities."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from pypdf import PdfReader

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Finding
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
from reception.storage.crypto import sealing
from reception.storage.visits.sealed_identities import open_part
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OLD_PASSWORDS
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form

ROSTER_ERROR = r"^roster\."
NAMED = ("act.", "state.", "roster.", "record.")
INNOCENT = Identity(name="Người Vô Can", birth_year=1970)
SELECTION = RevealSelection(
    "answer", "Gửi thông báo kết quả cho người khiếu nại", frozenset({IdentityPart.NAME})
)
_PAGES = BulkDisclosureRequest(
    (date(2026, 11, 1), date(2026, 11, 30)),
    "verification",
    "Giao người xác minh theo văn bản số 215",
)


@contextmanager
def signed_in(office: ThrowAwayOffice, name: str) -> Iterator[Reception]:
    """Give somebody's services; the session ends with the block, without an entry."""
    reception = create_services(office.open(name))
    try:
        yield reception
    finally:
        reception.session.database.close()


def findings(office: ThrowAwayOffice) -> tuple[Finding, ...]:
    """Return what the head's verification finds."""
    with signed_in(office, HEAD) as head:
        return head.log_verification.verify().findings


def named(office: ThrowAwayOffice) -> set[str]:
    """Return the codes of the findings that name a forbidden act, record, state or roster."""
    return {item.code for item in findings(office) if item.code.startswith(NAMED)}


def receive(reception: Reception, kind: PetitionKind) -> int:
    """Receive a visit of this kind; return its visit id."""
    return reception.intake.seal_visit(visit_form(kind)).visit.visit_id


def receive_as_officer(office: ThrowAwayOffice, kind: PetitionKind) -> int:
    """Receive a visit as the officer, who knows nothing of the attack."""
    with signed_in(office, OFFICER) as officer:
        return receive(officer, kind)


def read_with_kept_half(attacker: Attacker, grant: tuple[object, ...], visit_id: int) -> str:
    """Return the name that the attacker reads with a vault half they were once granted, or "".

    ``grant`` is the row of ``vault_grant`` that the attacker kept.
    """
    vault, generation, _, box, _ = grant
    assert isinstance(vault, str)
    assert isinstance(generation, int)
    assert isinstance(box, bytes)
    privates = {(vault, generation): sealing.unbox(attacker.keys.box_private, box)}
    with signed_in(attacker.office, HEAD) as head:  # any connection: the row is no secret
        part = open_part(head.session.database, attacker.office_id, visit_id, privates)
    assert part is None or part.identity.name == PERSON.name
    return part.identity.name if part else ""


def reveal(office: ThrowAwayOffice, visit_id: int) -> str:
    """Return the name of an ordinary reporter as the head sees it."""
    with signed_in(office, HEAD) as head:
        return head.reveals.open(visit_id, SELECTION).revealed.identity.name


def denouncers_on_paper(office: ThrowAwayOffice) -> str:
    """Return the names on the identity pages that the custodian prints."""
    with signed_in(office, CUSTODIAN) as custodian:
        pages_service = custodian.denouncer_identity_pages
        candidates = pages_service.candidates(_PAGES.period)
        request = replace(_PAGES, chosen=frozenset(item.visit_id for item in candidates))
        job = pages_service.identity_pages(request, OLD_PASSWORDS[HEAD])
    pages = PdfReader(io.BytesIO(job.pdf)).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    return ", ".join(re.findall(r"Họ và tên: (.+?) Năm sinh", text))
