"""Somebody finds a citizen's paper and asks the services what its return code belongs to.

The paper has the name by pen and a return code. Whoever receives people may look a code up, but no
answer may lead from it to the visit, its kind or its pseudonym.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reception.domain.errors import InvalidInput
from reception.domain.petition import PetitionKind
from reception.storage.audit.log_reader import LogFilter
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import COLLEAGUE, OFFICER, build_office
from tests.fixtures.protected_visits import dump
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import visit_form

KINDS = (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION, PetitionKind.FEEDBACK)


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[SharedMachine]:
    """The machine of an office, with nobody signed in."""
    machine = SharedMachine(build_office(tmp_path))
    yield machine
    machine.sign_out()


def test_a_code_answers_every_kind_alike(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    sealed = [officer.intake.seal_visit(visit_form(kind)) for kind in KINDS]
    machine.office.clock.move(days=5)
    colleague = machine.sign_in(COLLEAGUE)
    references = [colleague.intake.find_earlier_visit(one.return_code) for one in sealed]
    again = [colleague.intake.find_earlier_visit(one.return_code) for one in sealed]
    assert len({*references, *again}) == 2 * len(KINDS)  # random: two of one visit do not meet
    stored = dump(colleague)
    for reference in (*references, *again):
        assert isinstance(reference, str)
        assert re.fullmatch(r"[0-9a-f]{16}", reference)
        assert reference not in stored
    statuses = {repr(colleague.status_lookup.find(one.return_code)) for one in sealed}
    assert len(statuses) == 1
    entries = [row for row in colleague.audit_log.page(LogFilter()) if row.act == "looked_up"]
    assert {(row.subject, row.visit_id, row.details) for row in entries} == {
        ("return code", None, (("found", "True"),))
    }


def test_a_reference_is_worth_nothing_to_anybody_else(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    first = officer.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION))
    reference = officer.intake.find_earlier_visit(first.return_code)
    assert reference is not None
    form = visit_form(PetitionKind.DENUNCIATION, earlier_visit=reference)
    for name in (OFFICER, COLLEAGUE):
        reception = machine.sign_in(name)
        for guess in (reference, str(first.visit.visit_id), first.return_code):
            with pytest.raises(InvalidInput, match=r"desk\.earlier_visit"):
                reception.intake.seal_visit(replace(form, earlier_visit=guess))
    officer = machine.sign_in(OFFICER)
    known = officer.intake.find_earlier_visit(first.return_code)
    assert known is not None
    joined = officer.intake.seal_visit(replace(form, earlier_visit=known))
    assert joined.visit.pseudonym == first.visit.pseudonym
    machine.sign_out()
    assert is_log_intact(machine.office)
