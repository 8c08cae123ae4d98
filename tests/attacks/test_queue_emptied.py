"""The queue of blind indexes is emptied, so that imported visitors are never recognised."""

from __future__ import annotations

import pytest

from reception.domain.audit import Act
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OldOffice
from tests.attacks.outcomes import named, signed_in
from tests.fixtures.office import COLLEAGUE, HEAD
from tests.fixtures.workbooks import register_row, register_workbook


@pytest.fixture
def batch(office: OldOffice) -> str:
    """The batch of visits that the head imported, which wait for their blind indexes."""
    with signed_in(office, HEAD) as head:
        rows = [register_row(number, paper=f"0121900000{number:02d}") for number in (41, 42)]
        preview = head.register_import.preview(register_workbook(rows))
        assert head.register_import.import_rows(preview).pending_visits == 2
        (row,) = head.session.database.query("SELECT batch_id FROM tag_queue")
        return str(row["batch_id"])


def test_waiting_visits_are_no_finding_and_neither_are_finished_ones(
    office: OldOffice, batch: str
) -> None:
    assert batch
    assert not named(office)
    with signed_in(office, HEAD) as head:
        assert head.blind_index_queue.drain() == 2
    assert not named(office)


@pytest.mark.parametrize("act", ["", Act.LOCKED, Act.BLIND_INDEX_MADE])
def test_an_emptied_queue_is_named(office: OldOffice, batch: str, act: str) -> None:
    """Whether or not an entry of somebody else says that the indexes were made."""
    attacker = Attacker(office, COLLEAGUE)
    change = attacker.write(act, batch, visits=2) if act else attacker.tamper()
    with change as database:
        database.execute("DELETE FROM tag_queue")
    assert "record.missing" in named(office)
