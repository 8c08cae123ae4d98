"""Reading the register: pages by key, search with and without accents, any words typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception.domain.visit_reading import EVERYTHING, VisitReader
from reception.services.access.session import Session
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.visits.register_reader import (
    RegisterFilter,
    RegisterReader,
)
from tests.fixtures.visit_forms import visit_form, with_summary
from tests.scenarios.planted_identities import form_of, planted

KINDS = ("complaint", "feedback", "denunciation")
NO_DENUNCIATION = VisitReader("x", ordinary=True, denunciations=False)
QUIET = [HealthCheck.function_scoped_fixture]


@pytest.fixture
def reader(session: Session) -> RegisterReader:
    """A register of thirty visits."""
    intake = Intake(session, OfficeCalendar(session), Drafts(session))
    for index, person in enumerate(planted(30)):
        intake.seal_visit(form_of(person, index))
    return RegisterReader(session.database)


@settings(max_examples=40, suppress_health_check=QUIET)
@given(
    kinds=st.sets(st.sampled_from(KINDS)),
    visit_reader=st.sampled_from([EVERYTHING, NO_DENUNCIATION]),
    size=st.integers(1, 9),
    text=st.sampled_from(["", "viec", "duong", "so 7", "TC-0002", "9"]),
)
def test_pages_by_key_are_all_rows_once(
    reader: RegisterReader, kinds: set[str], visit_reader: VisitReader, size: int, text: str
) -> None:
    chosen = RegisterFilter(kinds=tuple(kinds), reader=visit_reader, text=text)
    everything = [row["visit_id"] for row in reader.page(chosen, None, 1000)]
    assert everything == sorted(everything, reverse=True)
    pages: list[int] = []
    before: int | None = None
    while page := reader.page(chosen, before, size):
        pages += [row["visit_id"] for row in page]
        before = page[-1]["visit_id"]
    assert pages == everything
    total, page_starts = reader.page_starts(chosen, size)
    assert (total, page_starts) == (len(everything), everything[::size])


@settings(max_examples=80, suppress_health_check=QUIET)
@given(text=st.text(max_size=60) | st.from_regex(r'[\w"*+\-():^. ]{0,40}', fullmatch=True))
def test_nothing_typed_breaks_the_search(reader: RegisterReader, text: str) -> None:
    reader.page(RegisterFilter(text=text), None, 5)


def test_accents_count_only_after_a_plus(session: Session) -> None:
    intake = Intake(session, OfficeCalendar(session), Drafts(session))
    for summary in ("Đào mương qua ruộng", "Dao động giá bồi thường", "Đạo đức công vụ"):
        base = visit_form()
        other = replace(base.identity, name=f"Sùng {summary.split()[0]}x Q")
        intake.seal_visit(with_summary(replace(base, identity=other), summary))
    reader = RegisterReader(session.database)

    def found(text: str) -> set[int]:
        return {row["number"] for row in reader.page(RegisterFilter(text=text), None, 9)}

    assert found("dao") == {1, 2, 3}
    assert found("+đào") == {1}
    assert found("+dao") == {2}
    assert found("ĐÀO muong") == {1}


@pytest.mark.parametrize("text", ['"', "*", "+", "-", "()", "'", " % "])
def test_signs_without_a_word_are_found_nowhere(reader: RegisterReader, text: str) -> None:
    chosen = RegisterFilter(text=text)
    assert reader.page(RegisterFilter(), None, 5)
    assert reader.page(chosen, None, 5) == []
    assert reader.page_starts(chosen, 5) == (0, [])


@pytest.mark.parametrize("text", ["", "   "])
def test_blanks_alone_filter_nothing(reader: RegisterReader, text: str) -> None:
    found = reader.page(RegisterFilter(text=text), None, 5)
    assert [row["visit_id"] for row in found] == [
        row["visit_id"] for row in reader.page(RegisterFilter(), None, 5)
    ]
