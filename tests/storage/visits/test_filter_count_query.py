"""Filter counts equal the number of rows that the filters show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception.bootstrap import Reception, create_services
from reception.domain.filter_counts import ANY, DUE_SOON, OVERDUE
from reception.domain.petition import PetitionKind
from reception.domain.visit_lifecycle import ReclassificationGround, VoidGround
from reception.domain.visit_reading import EVERYTHING, VisitReader
from reception.services.audit.log_verification import LogVerification
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.visits.filter_count_query import FilterCountRequest, count_filters
from reception.storage.visits.register_reader import RegisterFilter, RegisterReader
from tests.fixtures.office import ThrowAwayOffice, build_office
from tests.scenarios.planted_identities import form_of, planted

QUIET = [HealthCheck.function_scoped_fixture]
KINDS = ("", "complaint", "feedback", "denunciation", "recommendation")
PROGRESS = ("", "accepted", "guided", "refused")
NO_DENUNCIATION = VisitReader("x", ordinary=True, denunciations=False)
READERS = (
    EVERYTHING,
    NO_DENUNCIATION,
    replace(NO_DENUNCIATION, handed_on=frozenset({2026000003, 2026000006})),
    replace(NO_DENUNCIATION, ordinary=False),
)
SPANS = (
    (None, None),
    (date(2026, 12, 15), None),
    (date(2026, 11, 15), date(2026, 12, 14)),
    (date(2027, 1, 1), None),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Reception:
    """A register of thirty visits, two days apart; one of them voided, one reclassified."""
    office = build_office(tmp_path_factory.mktemp("office"))
    return filled(office)


def filled(office: ThrowAwayOffice) -> Reception:
    """Enter thirty visits, void one and reclassify one."""
    reception = create_services(office.open())
    for index, person in enumerate(planted(30)):
        office.clock.move(days=2)
        reception.intake.seal_visit(form_of(person, index))
    reception.lifecycle.void(
        2026000003, ChangeReason(VoidGround.ENTERED_TWICE.value, "Ghi hai lần một việc"), 0
    )
    return reception


def asked(reception: Reception, **more: object) -> FilterCountRequest:
    """Return the counted filters of the register screen on the last day."""
    today = reception.session.today()
    late, soon = date.fromordinal(today.toordinal() - 1), date.fromordinal(today.toordinal() + 4)
    return replace(FilterCountRequest(SPANS, late, soon), **more)  # type: ignore[arg-type]


def rows(reception: Reception, counted: FilterCountRequest, due: str, **chosen: object) -> int:
    """Return how many rows a filter shows."""
    today = reception.session.today()
    base = {
        ANY: RegisterFilter(),
        OVERDUE: RegisterFilter(due_before=counted.overdue_until),
        DUE_SOON: RegisterFilter(due_before=counted.due_soon_until, due_after=today),
    }[due]
    full = replace(base, text=counted.text, reader=counted.reader, **chosen)  # type: ignore[arg-type]
    return len(RegisterReader(reception.session.database).page(full, None, 1000))


@settings(max_examples=60, suppress_health_check=QUIET, deadline=None)
@given(
    span=st.integers(0, len(SPANS) - 1),
    chosen=st.tuples(st.sampled_from(KINDS), st.sampled_from(PROGRESS)),
    due=st.sampled_from([ANY, OVERDUE, DUE_SOON]),
    text=st.sampled_from(["", "viec", "so 7", "+đường", "khong co", "TC-0003", "tc 4/2026", "7"]),
    reader=st.sampled_from(READERS),
)
def test_every_number_is_the_number_of_rows_shown(
    desk: Reception,
    span: int,
    chosen: tuple[str, str],
    due: str,
    text: str,
    reader: VisitReader,
) -> None:
    counted = asked(desk, text=text, reader=reader)
    kinds, progress = (tuple(filter(None, [value])) for value in chosen)
    since, until = SPANS[span]
    shown = rows(desk, counted, due, since=since, until=until, kinds=kinds, progress=progress)
    assert count_filters(desk.session.database, counted).visit_count(span, *chosen, due) == shown


def test_there_is_something_late_and_something_near(desk: Reception) -> None:
    found = count_filters(desk.session.database, asked(desk))
    assert found.visit_count(0) == 30
    assert (found.visit_count(0, due=OVERDUE) or 0) > (found.visit_count(0, due=DUE_SOON) or 0) > 0


def test_a_search_that_finds_too_much_has_no_numbers(desk: Reception) -> None:
    counted = asked(desk, text="viec")
    assert count_filters(desk.session.database, counted, limit=30).visit_count(0) == 30
    many = count_filters(desk.session.database, counted, limit=29)
    assert many.visit_count(0) is None
    assert many.visit_count(0, "complaint", due=OVERDUE) is None
    assert count_filters(desk.session.database, asked(desk), limit=1).visit_count(0) == 30
    some = asked(desk, text="viec", reader=NO_DENUNCIATION)
    assert count_filters(desk.session.database, some, limit=20).visit_count(0) == 20
    assert count_filters(desk.session.database, some, limit=19).visit_count(0) is None


def test_a_new_kind_moves_the_number_and_leaves_none_behind(office: ThrowAwayOffice) -> None:
    desk = create_services(office.open())
    desk.intake.seal_visit(form_of(planted(1)[0], 0))
    kinds = "SELECT kind, visits FROM visit_count"
    assert [tuple(row) for row in desk.session.database.query(kinds)] == [("complaint", 1)]
    desk.lifecycle.reclassify(
        2026000001,
        Reclassification(
            ChangeReason(ReclassificationGround.CONTENT.value, "Nội dung là tố cáo"),
            PetitionKind.DENUNCIATION,
            0,
        ),
    )
    assert [tuple(row) for row in desk.session.database.query(kinds)] == [("denunciation", 1)]
    assert desk.log_verification.verify().intact
    desk.session.close()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM visit_count",
        "UPDATE visit_count SET visits = 2",
        "INSERT INTO visit_count VALUES ('2026-01-01', 'complaint', 'accepted', 1)",
    ],
)
def test_a_manipulated_number_is_detected(office: ThrowAwayOffice, statement: str) -> None:
    desk = create_services(office.open())
    desk.intake.seal_visit(form_of(planted(1)[0], 0))
    assert LogVerification(desk.session).verify().intact
    desk.session.database.execute(statement)
    findings = LogVerification(desk.session).verify().findings
    assert {finding.code for finding in findings} == {"counts.differ"}
    desk.session.close()
