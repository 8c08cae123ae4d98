"""The log covers the last number of each series of pseudonyms, and tells nobody's pseudonym."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception.bootstrap import Reception
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity, Pseudonym
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.crypto import hash_chain
from reception.storage.database import Database
from reception.storage.visits import code_series
from tests.fixtures.lifecycle import desk, is_log_intact
from tests.fixtures.office import FrozenClock, ThrowAwayOffice
from tests.fixtures.visit_forms import visit_form

__all__ = ["desk"]
REASON = ChangeReason("content", "Nội dung là tố cáo hành vi vi phạm")
SERIES = ("KN", 2026)


def receive(desk: Reception, name: str, kind: PetitionKind = PetitionKind.COMPLAINT) -> int:
    """Receive somebody without a paper, who has never come before."""
    return desk.intake.seal_visit(visit_form(kind, identity=Identity(name=name))).visit.visit_id


def row_of(database: Database, series: str, year: int) -> tuple[object, ...]:
    """Return the row of a series: series, year, number, salt."""
    row = database.one("SELECT * FROM code_last WHERE series = ? AND year = ?", (series, year))
    assert row is not None
    return tuple(row)


def logged(database: Database) -> list[bytes]:
    """Return the digests that the log has of the series, the oldest first."""
    rows = database.query("SELECT digest FROM log_row WHERE record = 'code_last' ORDER BY seq")
    return [bytes(row["digest"]) for row in rows]


def confirmed(database: Database, digest: bytes) -> list[int]:
    """Return the numbers that a digest confirms to who knows all salts of the register."""
    salts = [b"", *(bytes(row["salt"]) for row in database.query("SELECT salt FROM code_last"))]
    salts += [bytes(row["salt"]) for row in database.query("SELECT salt FROM visit_salt")]
    return [
        number
        for number in range(10)
        for salt in salts
        if hash_chain.row_digest("code_last", (*SERIES, number, salt)) == digest
    ]


def test_only_the_newest_digest_confirms_a_number(desk: Reception) -> None:
    database = desk.session.database
    receive(desk, "Người một")
    assert confirmed(database, logged(database)[0]) == [1]
    receive(desk, "Người hai")
    older, newest = logged(database)
    assert confirmed(database, older) == []
    assert confirmed(database, newest) == [2]


def test_no_entry_before_a_reclassification_confirms_the_pseudonym_that_was_lost(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    database = desk.session.database
    visit_id = receive(desk, "Người một")
    (sealed,) = logged(database)
    desk.lifecycle.reclassify(visit_id, Reclassification(REASON, PetitionKind.DENUNCIATION, 0))
    assert row_of(database, *SERIES)[2] == 1
    assert confirmed(database, sealed) == []
    receive(desk, "Người hai")
    assert row_of(database, *SERIES)[2] == 2
    assert is_log_intact(office)


def test_a_person_who_comes_again_in_another_year_leaves_no_trace_of_the_first_year(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    clock = desk.session.environment.clock
    assert isinstance(clock, FrozenClock)
    desk.intake.seal_visit(visit_form())
    before = row_of(desk.session.database, *SERIES)
    clock.at += timedelta(days=60)
    again = desk.intake.seal_visit(visit_form()).visit
    assert again.pseudonym == Pseudonym("KN", 2026, 1)
    assert row_of(desk.session.database, *SERIES) == before
    assert row_of(desk.session.database, "KN", 2027)[:3] == ("KN", 2027, 0)
    receive(desk, "Người hai")
    assert row_of(desk.session.database, "KN", 2027)[:3] == ("KN", 2027, 1)
    assert is_log_intact(office)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_the_number_never_falls(desk: Reception, number: int) -> None:
    receive(desk, "Người một")
    receive(desk, "Người hai")
    with desk.session.act() as work:
        code_series.record_pseudonym(work, Pseudonym("KN", 2026, number), 2026)
        work.log("visit_sealed", "visit 2026000001")
    assert row_of(desk.session.database, *SERIES)[2] == max(2, number)
