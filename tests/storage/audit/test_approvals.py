"""Approvals of the head in log entries: forged, changed and reused ones are found."""

from __future__ import annotations

import json

import pytest

from reception.bootstrap import create_services
from reception.domain.audit import Act
from reception.law.bulk_reasons import bulk_reasons
from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
from tests.fixtures.office import CUSTODIAN, HEAD, PASSWORDS
from tests.storage.audit.attacked_register import SUBJECT, Register, nothing, register

__all__ = ["register"]


def test_a_reveal_names_no_approval_that_nobody_gave(register: Register) -> None:
    register.attack(
        HEAD, Act.REVEALED, nothing, SUBJECT, approved=register.office.user_id(CUSTODIAN)
    )
    assert register.codes() == {"act.approval"}


def _bulk_facts(register: Register) -> dict[str, object]:
    """Let the head make the book with names; return the facts of the entry with the approval."""
    head = create_services(register.office.open(HEAD))
    today = head.session.today()
    reason = bulk_reasons(protected=False)[0].code
    request = BulkDisclosureRequest((today, today), reason, "Đoàn thanh tra cần đối chiếu")
    head.named_register_books.named_book(request, PASSWORDS[HEAD])
    row = head.session.database.one("SELECT facts FROM log WHERE act = 'bulk_opened'")
    head.session.close()
    assert row is not None
    facts: dict[str, object] = json.loads(row["facts"])
    return facts


FORGED_APPROVALS: dict[str, dict[str, object]] = {
    "zeros": {"approval": "00" * 64},
    "other words": {"names": 900},
    "no signature": {"approval": ""},
    "no hex": {"approval": "zz"},
    "nothing": {"approval": None, "approved": None},
    "reused": {},
    "later": {"after": 10**9},
    "no number": {"approved_key": "x"},
}


@pytest.mark.parametrize("changes", FORGED_APPROVALS.values(), ids=FORGED_APPROVALS)
def test_a_forged_or_reused_approval_is_found(
    register: Register, changes: dict[str, object]
) -> None:
    facts = _bulk_facts(register)
    assert register.codes() == set()
    register.attack(HEAD, Act.BULK_OPENED, nothing, "days", **{**facts, **changes})
    assert register.codes() == {"act.approval"}
