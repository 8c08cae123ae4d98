"""The audit log for readers: pages by number, reveals, no time beside a denouncer's visit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Act
from reception.domain.errors import NotAllowed
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.visit import PaperReceived
from reception.messages.catalogue import sentences
from reception.services.audit.audit_log import DISCLOSURE_ACTS
from reception.storage.audit.log_reader import LogFilter
from tests.fixtures.office import HEAD, ThrowAwayOffice
from tests.scenarios.planted_identities import form_of, planted
from tests.scenarios.trace_search import identifying_words, words_found_in

PEOPLE = planted(12)
PAPERS = (PaperReceived("Đơn viết tay", 2),)
SELECTION = RevealSelection(
    "answer", "Gửi thông báo kết quả cho người đến", frozenset(IdentityPart)
)


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The head's session over twelve visits, one of them opened."""
    reception = create_services(office.open(HEAD))
    for index, person in enumerate(PEOPLE):
        reception.intake.seal_visit(form_of(person, index))
        office.clock.move(minutes=7)
    reception.reveals.open(2026000001, SELECTION)
    yield reception
    reception.session.database.close()


def test_every_entry_is_listed_once_newest_first(head: Reception) -> None:
    total, page_starts = head.audit_log.page_starts(LogFilter(), 5)
    seen: list[int] = []
    for checkpoint in page_starts:
        seen += [row.seq for row in head.audit_log.page(LogFilter(), checkpoint + 1, 5)]
    assert seen == list(range(total, 0, -1))


def test_one_filter_lists_all_disclosures(head: Reception) -> None:
    (row,) = head.audit_log.page(LogFilter(acts=DISCLOSURE_ACTS))
    assert (row.actor_name, row.subject, row.visit_id) == (HEAD, "0001", 2026000001)
    details = dict(row.details)
    assert details["words"] == SELECTION.explanation
    assert details["parts"] == "address, contact, name, number"


def test_filters_by_person_act_day_and_visit(head: Reception) -> None:
    user = next(key for key, name in head.audit_log.people_in_log() if name == HEAD)
    mine = head.audit_log.page(LogFilter(actor=user))
    assert {row.actor_name for row in mine} == {HEAD}
    assert not head.audit_log.page(LogFilter(actor="nobody"))
    sealed = head.audit_log.page(LogFilter(acts=(Act.VISIT_SEALED.value,)))
    assert len(sealed) == 12
    about = head.audit_log.page(LogFilter(subject="visit 2026000001"))
    assert [row.act for row in about] == ["revealed", "visit_sealed"]
    today = head.session.today()
    assert head.audit_log.page(LogFilter(since=today))
    head.session.environment.clock.move(days=1)
    assert not head.audit_log.page(LogFilter(since=head.session.today()))


def test_a_denouncers_visit_is_listed_without_its_hour(head: Reception) -> None:
    kinds = {row.visit_id: row.kind for row in head.register.today()}
    rows = head.audit_log.page(LogFilter(acts=(Act.VISIT_SEALED.value,)))
    for row in rows:
        assert (row.time_of_day is None) is (kinds[row.visit_id] == "denunciation")


def test_a_denouncers_own_copy_has_no_entry_and_other_copies_no_hour(
    head: Reception,
) -> None:
    sealed = head.intake.seal_visit(replace(form_of(PEOPLE[2], 2), papers=PAPERS))
    head.papers.receipt(sealed, PEOPLE[2])
    printed = head.audit_log.page(LogFilter(acts=(Act.PRINTED.value,)))
    assert len(printed) == 1
    assert all(row.time_of_day is None for row in printed)


def test_nothing_of_it_names_a_reporter(head: Reception) -> None:
    text = repr(head.audit_log.page(LogFilter(), None, 1000)).encode()
    assert words_found_in(text, identifying_words(PEOPLE)) == set()


def test_without_the_right_nothing_is_read(head: Reception) -> None:
    head.session.member = replace(head.session.member, rights=frozenset())
    with pytest.raises(NotAllowed):
        head.audit_log.page(LogFilter())


def test_every_act_has_words_in_both_languages() -> None:
    for act in Act:
        vietnamese, english = sentences()[f"act.{act.value}"]
        assert vietnamese
        assert english.isascii()


def test_numbers_and_subjects_are_found_and_facts_are_not(head: Reception) -> None:
    found = head.audit_log.page(LogFilter(text="0001"))
    assert {row.act for row in found} == {"office_created", "visit_sealed", "revealed"}
    assert head.audit_log.page_starts(LogFilter(text="0001"))[0] == len(found)
    assert not head.audit_log.page(LogFilter(text="thông báo kết quả"))  # words of a reveal
    for wild in ("%", "_", "\\", "'"):
        assert not head.audit_log.page(LogFilter(text=wild))


def test_days_are_vietnams_and_counted_alike(office: ThrowAwayOffice, head: Reception) -> None:
    office.clock.move(days=1)
    office.clock.at = office.clock.at.replace(hour=0, minute=30)  # still the day before in UTC
    head.log_verification.verify()
    today = LogFilter(since=head.session.today())
    (row,) = head.audit_log.page(today)
    assert (row.act, head.audit_log.page_starts(today)[0]) == ("verified", 1)
