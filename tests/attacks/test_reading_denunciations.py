"""A curious officer, a receiver after the time, and forged hand-overs: nobody reads more."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception
from reception.domain.audit import Act
from reception.domain.calendar_overrides import CalendarOverride, DayKind
from reception.domain.clock import VIETNAM
from reception.domain.errors import NotAllowed
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.domain.visit_lifecycle import Answer, AnswerChannel, LateEntry
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.audit.log_reader import LogFilter
from reception.storage.visits.filter_count_query import FilterCountRequest
from reception.storage.visits.register_reader import RegisterFilter
from tests.attacks.attacker import Attacker
from tests.attacks.outcomes import named
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, ThrowAwayOffice, build_office
from tests.fixtures.visit_forms import visit_form
from tests.services.visit_reading.reading_stage import (
    WORD,
    WORDS,
    ReadingStage,
    build_stage,
    denunciation_form,
    reads,
)

NEXT_WEEK = datetime(2026, 11, 26, 9, 0, tzinfo=VIETNAM)
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
REASON = ChangeReason("other", "Lý do ghi cho bài kiểm này")


@pytest.fixture
def stage(tmp_path_factory: pytest.TempPathFactory) -> ReadingStage:
    return build_stage(build_office(tmp_path_factory.mktemp("reading")))


@pytest.fixture(params=["entered", "late", "reclassified"])
def old_denunciation(request: pytest.FixtureRequest, stage: ReadingStage) -> ReadingStage:
    """A denunciation a week ago, that came into the register in one of three ways."""
    if request.param == "late":
        with stage.as_(COLLEAGUE) as colleague:
            late = replace(denunciation_form(), late_entry=_late_entry(colleague.session.today()))
            stage.denunciation = colleague.intake.seal_visit(late).visit.visit_id
    elif request.param == "reclassified":
        with stage.as_(COLLEAGUE) as colleague:
            texts = denunciation_form().handled_petitions[0]
            petition = replace(texts.petition, kind=PetitionKind.COMPLAINT)
            form = replace(
                denunciation_form(), handled_petitions=(replace(texts, petition=petition),)
            )
            stage.denunciation = colleague.intake.seal_visit(form).visit.visit_id
            why = ChangeReason("content", "Nội dung là tố cáo hành vi vi phạm")
            colleague.lifecycle.reclassify(
                stage.denunciation, Reclassification(why, PetitionKind.DENUNCIATION, 0)
            )
    stage.office.clock.at = NEXT_WEEK
    return stage


def _late_entry(today: date) -> LateEntry:
    return LateEntry(today - timedelta(days=1), "Phiếu ghi tay", "Mất điện cả buổi chiều hôm qua")


def everything_shown(reception: Reception, visit_id: int) -> Iterator[str]:
    """Yield what every service that reads visits shows of a period with a denunciation."""
    register = reception.register
    for text in ("", *WORDS, "TC-0001", "tc 1/2026", "0001", f"TC-0001 {WORD}"):
        yield repr(register.page(RegisterFilter(text=text)))
    yield repr(register.rows([visit_id]))
    yield repr(register.day(date(2026, 11, 19)))
    yield repr(register.story(visit_id))
    yield repr(register.figures(date(2026, 11, 19)))
    yield repr(reception.lifecycle.change_context(visit_id))
    yield repr(reception.todo_list.read())
    yield repr(reception.audit_log.page(LogFilter(subject=f"visit {visit_id}")))
    yield repr(reception.hand_overs.state(visit_id))
    yield repr(reception.month_overviews.read())
    for job in (
        reception.register_books.register_book(NOVEMBER),
        reception.register_books.monthly_report(),
    ):
        yield "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(job.pdf)).pages)


def test_a_curious_officer_sees_no_word_of_it_next_week(old_denunciation: ReadingStage) -> None:
    stage = old_denunciation
    for name in (COLLEAGUE, CUSTODIAN):
        with stage.as_(name) as officer:
            assert not reads(officer, stage.denunciation)
            shown = "\n".join(everything_shown(officer, stage.denunciation)).casefold()
            assert [word for word in WORDS if word.casefold() in shown] == []
    with stage.as_(OFFICER) as reader:  # the same look finds every word where it is permitted
        shown = "\n".join(everything_shown(reader, stage.denunciation)).casefold()
        assert [word for word in WORDS if word.casefold() not in shown] == []


def test_a_search_tells_nothing_by_its_numbers(old_denunciation: ReadingStage) -> None:
    stage = old_denunciation
    with stage.as_(COLLEAGUE) as officer:
        spans = ((None, None), NOVEMBER)
        for text in (*WORDS, "khong", "giang", "+khống"):
            assert officer.register.page_starts(RegisterFilter(text=text)) == (0, [])
            counted = FilterCountRequest(spans, NEXT_WEEK.date(), NEXT_WEEK.date(), text)
            counts = officer.register.filter_counts(counted)
            assert [counts.visit_count(span) for span in range(len(spans))] == [0, 0]


def test_what_may_not_be_read_is_not_changed_but_by_an_answer(
    old_denunciation: ReadingStage,
) -> None:
    stage = old_denunciation
    with stage.as_(COLLEAGUE) as officer:
        lifecycle, key = officer.lifecycle, stage.denunciation
        count = lifecycle.event_count(key)
        for act in (
            lambda: lifecycle.void(key, REASON, count),
            lambda: lifecycle.correct(key, Correction(REASON, {"summary.1": "khác"}, count)),
            lambda: lifecycle.reclassify(
                key, Reclassification(REASON, PetitionKind.COMPLAINT, count)
            ),
        ):
            with pytest.raises(NotAllowed, match=r"life\.unknown_visit"):
                act()
        answer = Answer(NEXT_WEEK.date(), AnswerChannel.LETTER, "45/TB-BTCD")
        lifecycle.answer(key, answer, count)
    assert named(stage.office) == set()


def test_who_was_handed_one_visit_reads_no_other(stage: ReadingStage) -> None:
    stage.office.clock.at = NEXT_WEEK
    stage.hand_on(OFFICER, CUSTODIAN)
    with stage.as_(CUSTODIAN) as officer:
        assert reads(officer, stage.denunciation)
        assert not reads(officer, stage.other)
        assert {row.visit_id for row in officer.register.page(RegisterFilter(text=WORD))} == {
            stage.denunciation
        }
        with pytest.raises(NotAllowed, match=r"life\.unknown_visit"):
            officer.lifecycle.void(stage.other, REASON, 0)
        with pytest.raises(NotAllowed, match=r"rights\.missing"):
            officer.hand_overs.hand_on(stage.other, stage.user_id(CUSTODIAN))


def test_a_forged_hand_over_is_found_and_gives_nothing(stage: ReadingStage) -> None:
    """The officer writes the row with own tools, in the own name and in that of a reader."""
    stage.office.clock.at = NEXT_WEEK
    attacker = Attacker(stage.office, COLLEAGUE)
    for visit, giver in ((stage.denunciation, COLLEAGUE), (stage.other, OFFICER)):
        row = (visit, attacker.user_id, stage.user_id(giver), "2026-11-26")
        with attacker.write(Act.VISIT_HANDED_ON, f"visit {visit}", to=attacker.user_id) as database:
            database.execute("INSERT INTO visit_reader VALUES (?, ?, ?, ?)", row)
    with stage.as_(COLLEAGUE) as officer:
        assert not reads(officer, stage.denunciation)
        assert not reads(officer, stage.other)
        assert officer.register.page(RegisterFilter(text=WORD)) == []
    assert named(stage.office) == {"act.right", "state.reader"}


def test_a_hand_over_without_an_entry_or_put_back_gives_nothing(stage: ReadingStage) -> None:
    stage.office.clock.at = NEXT_WEEK
    stage.hand_on(OFFICER, COLLEAGUE)
    attacker = Attacker(stage.office, COLLEAGUE)
    kept = attacker.rows("visit_reader")
    with stage.as_(OFFICER) as reader:
        reader.hand_overs.take_back(stage.denunciation)
    with attacker.tamper() as database:
        kept.put_back(database)
    with stage.as_(COLLEAGUE) as officer:
        assert not reads(officer, stage.denunciation)
    assert named(stage.office) == {"record.changed", "state.reader"}


def test_a_change_signed_after_the_time_is_found(stage: ReadingStage) -> None:
    """The receiving officer corrects with own tools a week later, with the time of the first day.

    The entry before has a later day than the one that the officer writes.
    """
    stage.office.clock.at = NEXT_WEEK
    with stage.as_(HEAD):
        pass
    void_with_own_tools(stage, "2026-11-19T16:00:00+07:00")
    assert "act.right" in named(stage.office)


def test_the_same_change_in_time_is_none(stage: ReadingStage) -> None:
    void_with_own_tools(stage, "")
    assert "act.right" not in named(stage.office)


def void_with_own_tools(stage: ReadingStage, at: str) -> None:
    attacker = Attacker(stage.office, COLLEAGUE)
    attacker.entry_time = at
    subject = f"visit {stage.denunciation}"
    with attacker.write(Act.VISIT_VOIDED, subject, ground="twice") as database:
        key = (stage.denunciation,)
        database.execute("UPDATE visit SET voided = 1, due_on = NULL WHERE visit_id = ?", key)
        database.execute(
            "INSERT INTO visit_event VALUES (?, 1, 'voided', ?, ?, 'twice', 'x', '{}', 1)",
            (*key, "2026-11-19", attacker.user_id),
        )


@pytest.mark.parametrize(
    ("entered", "last"),
    [
        (datetime(2026, 12, 31, 9, 0), date(2027, 1, 4)),  # the new year, then a weekend
        (datetime(2027, 4, 29, 9, 0), date(2027, 5, 4)),  # two holidays, a weekend, make-up days
        (datetime(2026, 11, 21, 9, 0), date(2026, 11, 23)),  # entered on a Saturday
    ],
)
def test_the_time_runs_over_holidays_and_ends_there(
    tmp_path_factory: pytest.TempPathFactory, entered: datetime, last: date
) -> None:
    office: ThrowAwayOffice = build_office(tmp_path_factory.mktemp("holidays"))
    office.clock.at = entered.replace(tzinfo=VIETNAM)
    stage = build_stage(office)
    expected = _last_day(stage)
    assert expected == last
    office.clock.at = datetime.combine(last, datetime.max.time(), VIETNAM)
    with stage.as_(COLLEAGUE) as officer:
        assert reads(officer, stage.denunciation)
        officer.lifecycle.void(stage.denunciation, REASON, 0)  # in the last second
    office.clock.move(seconds=1)
    with stage.as_(COLLEAGUE) as officer:
        assert not reads(officer, stage.other)
    assert named(office) == set()


def _last_day(stage: ReadingStage) -> date | None:
    with stage.as_(HEAD) as head:
        people = head.hand_overs.state(stage.denunciation).people
        return next(item.until for item in people if item.until is not None)


def test_a_calendar_changed_later_makes_no_honest_change_a_finding(stage: ReadingStage) -> None:
    """The head had set the next two days as days off; later they are working days again."""
    days = [date(2026, 11, 20), date(2026, 11, 23)]
    with stage.as_(HEAD) as head:
        for day in days:
            override = CalendarOverride(day, DayKind.HOLIDAY, "QĐ 215", name="Nghỉ bão")
            effect = head.calendar_changes.preview(day, override)
            head.calendar_changes.save(day, override, effect)
    stage.office.clock.at = datetime(2026, 11, 24, 9, 0, tzinfo=VIETNAM)
    with stage.as_(COLLEAGUE) as officer:
        officer.lifecycle.void(stage.denunciation, REASON, 0)
    with stage.as_(HEAD) as head:
        for day in days:
            effect = head.calendar_changes.preview(day, None)
            head.calendar_changes.save(day, None, effect)
    assert named(stage.office) == set()


def test_a_custodian_who_reads_nothing_still_checks_texts(stage: ReadingStage) -> None:
    with stage.as_(OFFICER) as reader:
        change = Correction(REASON, {"summary.1": "Lập chứng từ, ghi lại theo đơn"}, 0)
        reader.lifecycle.correct(stage.denunciation, change)
    with stage.as_(CUSTODIAN) as custodian:
        assert not reads(custodian, stage.denunciation)
        result = custodian.late_text_checks.run()
        assert (result.checked, result.unopened) == (1, ())


def test_a_right_taken_away_counts_in_a_session_that_is_open(stage: ReadingStage) -> None:
    stage.office.clock.at = NEXT_WEEK
    with stage.as_(OFFICER) as reader:
        assert reads(reader, stage.denunciation)
        stage.change_right(OFFICER, Right.READ_DENUNCIATION, given=False)
        assert not reads(reader, stage.denunciation)
        assert reader.register.page(RegisterFilter(text=WORD)) == []
        assert reads(reader, reader.intake.seal_visit(visit_form()).visit.visit_id)
