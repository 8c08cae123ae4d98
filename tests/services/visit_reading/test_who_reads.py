"""Who reads the content of which visits: by right, as the receiving officer, by a hand-over."""

from __future__ import annotations

from datetime import datetime

import pytest

from reception.domain.clock import VIETNAM
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.staff import DEFAULT_RIGHTS, Right, Role
from reception.domain.visit_lifecycle import Answer, AnswerChannel
from reception.services.office.office_setup import NewMember
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_reading.hand_overs import ReadingGround
from reception.storage.visits.register_reader import RegisterFilter
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER
from tests.services.visit_reading.reading_stage import WORD, ReadingStage, reads

NEXT_WEEK = datetime(2026, 11, 26, 9, 0, tzinfo=VIETNAM)
LETTER = "45/TB-BTCD"


def answer_of(day: datetime) -> Answer:
    return Answer(day.date(), AnswerChannel.LETTER, LETTER)


def test_nobody_reads_all_denunciations_by_default(stage: ReadingStage) -> None:
    assert all(Right.READ_DENUNCIATION not in rights for rights in DEFAULT_RIGHTS.values())
    with stage.as_(HEAD) as head:
        new = NewMember(
            "Lò Thị K", Role.OFFICER, "thuyền nan 7 mái chèo 93 gốc sung", reads_denunciations=True
        )
        user_id = head.staff.accounts.add(new)
        assert not head.session.people[user_id].may(Right.READ_DENUNCIATION)


@pytest.mark.parametrize(
    ("day", "hour", "is_read"),
    [(19, 17, True), (20, 23, True), (21, 0, False), (23, 8, False), (26, 9, False)],
)
def test_the_receiving_officer_reads_until_the_end_of_the_next_working_day(
    stage: ReadingStage, day: int, hour: int, is_read: bool
) -> None:
    stage.office.clock.at = datetime(2026, 11, day, hour, 30, tzinfo=VIETNAM)
    with stage.as_(COLLEAGUE) as colleague:
        assert reads(colleague, stage.denunciation) is is_read
    with stage.as_(CUSTODIAN) as custodian:  # an officer too, who did not receive it
        assert not reads(custodian, stage.denunciation)
        assert reads(custodian, stage.ordinary)


def test_without_the_right_to_receive_nobody_reads_what_they_received(stage: ReadingStage) -> None:
    stage.change_right(COLLEAGUE, Right.RECEIVE, given=False)
    with stage.as_(COLLEAGUE) as colleague:
        assert not reads(colleague, stage.denunciation)


def test_a_clock_that_was_set_back_opens_nothing_again(stage: ReadingStage) -> None:
    stage.office.clock.at = NEXT_WEEK
    with stage.as_(HEAD):
        pass
    for _ in range(2):  # the entry of the first opening already has the wrong day
        stage.office.clock.at = datetime(2026, 11, 19, 16, 0, tzinfo=VIETNAM)
        with stage.as_(COLLEAGUE) as colleague:
            assert not reads(colleague, stage.denunciation)


def test_a_visit_handed_on_is_read_until_it_is_answered(stage: ReadingStage) -> None:
    stage.office.clock.at = NEXT_WEEK
    stage.hand_on(OFFICER, CUSTODIAN)
    with stage.as_(CUSTODIAN) as custodian:
        assert reads(custodian, stage.denunciation)
        assert not reads(custodian, stage.other)
        count = custodian.lifecycle.event_count(stage.denunciation)
        custodian.lifecycle.answer(stage.denunciation, answer_of(NEXT_WEEK), count)
        assert not reads(custodian, stage.denunciation)
    assert is_log_intact(stage.office)


def test_only_a_reader_hands_on_and_only_to_somebody_who_needs_it(stage: ReadingStage) -> None:
    stage.hand_on(OFFICER, CUSTODIAN)
    with stage.as_(CUSTODIAN) as custodian, pytest.raises(NotAllowed, match=r"rights\.missing"):
        custodian.hand_overs.hand_on(stage.denunciation, stage.user_id(COLLEAGUE))
    with stage.as_(OFFICER) as reader:
        for receiver in (HEAD, OFFICER, "nobody"):
            user_id = stage.user_id(receiver) if receiver != "nobody" else receiver
            with pytest.raises(InvalidInput, match=r"reader\.nobody"):
                reader.hand_overs.hand_on(stage.denunciation, user_id)
        with pytest.raises(InvalidInput, match=r"reader\.ordinary"):
            reader.hand_overs.hand_on(stage.ordinary, stage.user_id(COLLEAGUE))
        with pytest.raises(NotAllowed, match=r"life\.unknown_visit"):
            reader.hand_overs.hand_on(2026009999, stage.user_id(COLLEAGUE))


def test_handing_on_again_ends_the_former_hand_over(stage: ReadingStage) -> None:
    stage.office.clock.at = NEXT_WEEK
    stage.hand_on(OFFICER, CUSTODIAN)
    stage.hand_on(OFFICER, COLLEAGUE)
    with stage.as_(CUSTODIAN) as custodian:
        assert not reads(custodian, stage.denunciation)
    with stage.as_(COLLEAGUE) as colleague:
        assert reads(colleague, stage.denunciation)
    assert is_log_intact(stage.office)


def test_a_hand_over_is_listed_and_taken_back(stage: ReadingStage) -> None:
    stage.hand_on(OFFICER, CUSTODIAN)
    with stage.as_(HEAD) as head:
        state = head.hand_overs.state(stage.denunciation)
        grounds = {item.user_id: item.ground for item in state.people}
        assert grounds == {
            stage.user_id(HEAD): ReadingGround.RIGHT,
            stage.user_id(OFFICER): ReadingGround.RIGHT,
            stage.user_id(COLLEAGUE): ReadingGround.RECEIVED,
            stage.user_id(CUSTODIAN): ReadingGround.HANDED_ON,
        }
        assert state.may_end
        head.hand_overs.take_back(stage.denunciation)
        with pytest.raises(InvalidInput, match=r"reader\.not_handed_on"):
            head.hand_overs.take_back(stage.denunciation)
    with stage.as_(CUSTODIAN) as custodian:
        assert not reads(custodian, stage.denunciation)
        with pytest.raises(NotAllowed, match=r"rights\.missing"):
            custodian.hand_overs.take_back(stage.denunciation)
    assert is_log_intact(stage.office)


@pytest.mark.parametrize(
    ("name", "right"), [(CUSTODIAN, Right.RECEIVE), (OFFICER, Right.READ_DENUNCIATION)]
)
def test_a_right_taken_away_ends_the_hand_over_for_good(
    stage: ReadingStage, name: str, right: Right
) -> None:
    stage.hand_on(OFFICER, CUSTODIAN)
    stage.change_right(name, right, given=False)
    stage.change_right(name, right, given=True)
    with stage.as_(CUSTODIAN) as custodian:
        assert not reads(custodian, stage.denunciation)
    assert is_log_intact(stage.office)


@pytest.mark.parametrize("name", [COLLEAGUE, OFFICER])
def test_a_suspension_ends_the_hand_over_for_good(stage: ReadingStage, name: str) -> None:
    stage.office.clock.at = NEXT_WEEK
    stage.hand_on(OFFICER, COLLEAGUE)
    user_id = stage.user_id(name)  # a suspended person is not offered at the unlock
    with stage.as_(HEAD) as head:
        head.staff.accounts.suspend(user_id)
        head.staff.accounts.reinstate(user_id)
    with stage.as_(COLLEAGUE) as colleague:
        assert not reads(colleague, stage.denunciation)
    assert is_log_intact(stage.office)


def test_offboarding_ends_the_hand_over(stage: ReadingStage) -> None:
    stage.hand_on(OFFICER, COLLEAGUE)
    with stage.as_(HEAD) as head:
        head.staff.offboarding.begin(stage.user_id(COLLEAGUE))
        assert all(
            item.ground is ReadingGround.RIGHT
            for item in head.hand_overs.state(stage.denunciation).people
        )
    assert is_log_intact(stage.office)


def test_an_answer_is_recorded_without_reading(stage: ReadingStage) -> None:
    stage.office.clock.at = NEXT_WEEK
    with stage.as_(COLLEAGUE) as colleague:
        (row,) = colleague.register.page(RegisterFilter(text="TC-0001"))
        assert (row.masked, row.visit_id) == (True, stage.denunciation)
        context = colleague.lifecycle.change_context(row.visit_id)
        assert (context.may_read, context.field_values, context.receipts) == (False, {}, ())
        assert context.open_deadlines
        colleague.lifecycle.answer(row.visit_id, answer_of(NEXT_WEEK), context.event_count)
        found = colleague.register.page(RegisterFilter(text=f"{row.number:04d}"))
        (row,) = (item for item in found if item.visit_id == stage.denunciation)
        assert (row.masked, row.progress) == (True, "answered")
    assert is_log_intact(stage.office)


def test_everything_else_needs_reading(stage: ReadingStage) -> None:
    stage.office.clock.at = NEXT_WEEK
    reason = ChangeReason("twice", "Ghi hai lần một việc")
    with stage.as_(COLLEAGUE) as colleague:
        with pytest.raises(NotAllowed, match=r"life\.unknown_visit"):
            colleague.lifecycle.void(stage.denunciation, reason, 0)
        stage_reader = colleague.register.page(RegisterFilter(text=WORD))
        assert stage_reader == []


def test_the_receiving_officer_may_void_in_time_and_verify_finds_nothing(
    stage: ReadingStage,
) -> None:
    stage.office.clock.at = datetime(2026, 11, 20, 16, 0, tzinfo=VIETNAM)
    reason = ChangeReason("twice", "Ghi hai lần một việc")
    with stage.as_(COLLEAGUE) as colleague:
        colleague.lifecycle.void(stage.denunciation, reason, 0)
    assert is_log_intact(stage.office)


def test_rights_without_reading_see_masked_rows_and_no_right_sees_nothing(
    stage: ReadingStage,
) -> None:
    for right in (Right.RECEIVE, Right.REPORT):
        stage.change_right(COLLEAGUE, right, given=False)
        stage.change_right(CUSTODIAN, right, given=False)
    with stage.as_(CUSTODIAN) as colleague:  # custody and verify are left
        rows = colleague.register.page(RegisterFilter())
        assert [row.masked for row in rows] == [True] * 3
        assert colleague.register.page(RegisterFilter(text="chậm")) == []
        with pytest.raises(NotAllowed, match=r"rights\.missing"):
            colleague.lifecycle.change_context(stage.ordinary)
    with stage.as_(COLLEAGUE) as colleague:  # verify is left
        for call in (
            lambda: colleague.register.page(RegisterFilter()),
            colleague.register.today,
            lambda: colleague.register.story(stage.ordinary),
            lambda: colleague.hand_overs.state(stage.denunciation),
        ):
            with pytest.raises(ReceptionError, match=r"rights\.missing"):
                call()
