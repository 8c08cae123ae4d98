"""A small register that members attack beside the program, and what the verification finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Finding
from reception.domain.petition import PetitionKind
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.storage.audit.log_verification import verifier_of
from tests.attacks.attacker import Attacker
from tests.fixtures.office import (
    HEAD,
    OFFICER,
    ThrowAwayOffice,
    build_office,
)
from tests.fixtures.visit_forms import visit_form

ORDINARY, SECOND, DENUNCIATION, VOIDED = 2026000001, 2026000002, 2026000003, 2026000004
REASON = ChangeReason("other", "Lý do ghi cho bài kiểm này")
SELECTION = RevealSelection(
    "answer", "Gửi thông báo kết quả cho người đến", frozenset({IdentityPart.NAME})
)
SUBJECT = f"visit {ORDINARY}"
Change = Callable[[sqlite.Connection], object]


@dataclass
class Register:
    """A copy of a small office in which the officer received four visits."""

    office: ThrowAwayOffice

    def attack(
        self, name: str, act: str, change: Change, subject: str = "", **facts: object
    ) -> None:
        """Change the register as a member, under one entry signed by that member."""
        with Attacker(self.office, name).write(act, subject, **facts) as database:
            change(database)

    def findings(self) -> list[Finding]:
        """Verify as the head."""
        session = self.office.open(HEAD)
        found = verifier_of(session.database, session.office).run().findings
        session.database.close()
        return list(found)

    def codes(self) -> set[str]:
        """Return the codes of the findings."""
        return {finding.code for finding in self.findings()}


def _seal_and_change(desk: Reception, office: ThrowAwayOffice) -> None:
    for kind in (PetitionKind.COMPLAINT,) * 2 + (PetitionKind.DENUNCIATION, PetitionKind.FEEDBACK):
        desk.intake.seal_visit(visit_form(kind))
        office.clock.move(minutes=20)
    desk.lifecycle.void(VOIDED, REASON, 0)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """A register with four visits."""
    office = build_office(tmp_path)
    desk = create_services(office.open(OFFICER))
    _seal_and_change(desk, office)
    desk.session.close()
    return Register(office)


def sql(statement: str, *parameters: object) -> Change:
    """Return a change by one statement."""
    return lambda database: database.execute(statement, parameters)


def nothing(database: sqlite.Connection) -> None:
    """Change no row."""
