"""Somebody replaces the scan of an ordinary visit in the file; then the visit is protected."""

from __future__ import annotations

import json

import pytest

from reception.domain.petition import PetitionKind
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.services.visits.visit_form import InspectedScan
from tests.fixtures.lifecycle import desk
from tests.fixtures.office import ThrowAwayOffice, build_office, session
from tests.fixtures.visit_forms import visit_form

__all__ = ["desk", "session"]
REASON = ChangeReason("new_content", "Nội dung là tố cáo hành vi vi phạm")


@pytest.fixture
def office(tmp_path):
    """A new office."""
    return build_office(tmp_path)


@pytest.mark.parametrize("is_changed", [False, True])
def test_a_changed_scan_is_named_in_the_entry_that_seals_it(
    desk, office: ThrowAwayOffice, is_changed: bool
) -> None:
    scan = InspectedScan(b"%PDF-1.4 giay to", "pdf", 1, shows_person=False)
    visit = desk.intake.seal_visit(visit_form(scans=(scan, scan))).visit.visit_id
    database = desk.session.database
    if is_changed:
        database.execute(
            "UPDATE attachment SET content = ? WHERE visit_id = ? AND position = 2",
            (b"%PDF-1.4 another", visit),
        )
    desk.lifecycle.reclassify(visit, Reclassification(REASON, PetitionKind.DENUNCIATION, 0))
    row = database.one("SELECT facts FROM log WHERE act = 'visit_reclassified'")
    assert json.loads(row["facts"]).get("changed_scans") == ([2] if is_changed else None)
    assert not database.query("SELECT 1 FROM attachment WHERE content IS NOT NULL")
