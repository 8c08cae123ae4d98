"""To-do lists: only what a person may do, the most pressing first, and no name in any item."""

from __future__ import annotations

from dataclasses import astuple, replace
from datetime import date, timedelta
from typing import TypeVar

import pytest

from reception.bootstrap import Reception
from reception.domain.errors import NotAllowed
from reception.domain.petition import Competence, Petition, PetitionKind
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.reveal_request import RefusalNote
from reception.domain.todo_item import (
    AnswerDue,
    BackupOverdue,
    ClockJump,
    ClockJumpToConfirm,
    MonthlyReportMissing,
    RecoverySheetsMissing,
    RefusalNoticeToSign,
    RequestDeclined,
    RequestGranted,
    RequestPending,
    RequestToDecide,
    TodoGroup,
    TodoItem,
    VaultRotationDue,
    VoidToConfirm,
    group_of,
)
from reception.domain.visit import HandledPetition, Handling, Outcome
from reception.domain.visit_lifecycle import Answer, AnswerChannel
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import PERSON, visit_form

Item = TypeVar("Item", bound=TodoItem)
SELECTION = RevealSelection(
    "answer", "Gửi thông báo kết quả, hạn còn hai ngày", frozenset({IdentityPart.NAME})
)
REFUSED = HandledPetition(
    Petition(PetitionKind.RECOMMENDATION, summary="Xin gặp trực tiếp về việc đã trả lời"),
    Handling(Outcome.REFUSE, Competence.OURS, refusal_ground="4.1.h"),
)


def kinds(reception: Reception) -> list[tuple[str, type[TodoItem]]]:
    """Return (group, kind) of every line but the machine's backup, which no test made."""
    found = reception.todo_list.read()
    assert sum(found.counts.values()) == found.total == len(found.items)
    return [
        (group_of(item).value, type(item))
        for item in found.items
        if not isinstance(item, BackupOverdue)
    ]


def lines(reception: Reception, kind: type[Item]) -> list[Item]:
    """Return the items of a kind."""
    return [item for item in reception.todo_list.read().items if isinstance(item, kind)]


_SHEETS = ("machine", RecoverySheetsMissing)


def test_an_empty_office_lists_only_backup_and_recovery_sheets(machine: SharedMachine) -> None:
    assert kinds(machine.sign_in(OFFICER)) == []
    assert [item.last_on for item in lines(machine.sign_in(OFFICER), BackupOverdue)] == [None]
    assert kinds(machine.sign_in(HEAD)) == [_SHEETS]


def test_a_backup_ends_the_line_for_three_days(machine: SharedMachine, tmp_path) -> None:
    (tmp_path / "copies").mkdir()
    head = machine.sign_in(HEAD)
    head.backups.make(tmp_path / "copies")
    assert lines(head, BackupOverdue) == []
    machine.office.clock.move(days=3)
    (line,) = lines(machine.sign_in(HEAD), BackupOverdue)
    assert line.last_on == machine.office.clock.at.date() - timedelta(days=3)


def test_deadlines_are_listed_soonest_first_and_become_overdue(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    first = officer.intake.seal_visit(visit_form()).visit.visit_id
    machine.office.clock.move(days=1)
    second = machine.sign_in(COLLEAGUE).intake.seal_visit(visit_form()).visit.visit_id
    machine.office.clock.move(days=4)
    assert kinds(machine.sign_in(OFFICER)) == []  # complaints: seven working days to accept
    assert machine.reception is not None
    assert machine.reception.todo_list.read().next_due_day is not None
    machine.office.clock.move(days=6)
    officer = machine.sign_in(OFFICER)
    found = lines(officer, AnswerDue)
    assert [(item.visit.visit_id, group_of(item)) for item in found] == [
        (first, TodoGroup.DUE_SOON),
        (second, TodoGroup.DUE_SOON),
    ]
    assert (found[0].visit.officer, found[1].visit.officer) == (OFFICER, COLLEAGUE)
    assert 0 <= (found[0].days_left or 0) < (found[1].days_left or 0) <= 2
    machine.office.clock.move(days=9)
    found = lines(machine.sign_in(OFFICER), AnswerDue)
    assert [group_of(item) for item in found] == [TodoGroup.OVERDUE, TodoGroup.OVERDUE]
    assert all((item.days_left or 0) < 0 for item in found)
    officer = machine.sign_in(OFFICER)
    given = Answer(machine.office.clock.at.date(), AnswerChannel.IN_PERSON)
    officer.lifecycle.answer(first, given, officer.lifecycle.event_count(first))
    assert [item.visit.visit_id for item in lines(officer, AnswerDue)] == [second]


def test_a_denunciation_is_listed_without_its_content_for_who_may_not_read_it(
    machine: SharedMachine,
) -> None:
    """It is answered by its number."""
    machine.sign_in(OFFICER).intake.seal_visit(visit_form(PetitionKind.DENUNCIATION))
    machine.office.clock.move(days=20)
    officer = machine.sign_in(OFFICER)
    assert [group_of(item) for item in lines(officer, AnswerDue)] == [TodoGroup.OVERDUE]
    assert officer.todo_list.read().counts[TodoGroup.OVERDUE] == 1
    colleague = machine.sign_in(COLLEAGUE)
    assert colleague.todo_list.read().counts[TodoGroup.OVERDUE] == 1
    assert [(item.summary, item.visit.code) for item in lines(colleague, AnswerDue)] == [
        ("", "TC-0001")
    ]


def test_a_request_is_listed_for_the_head_and_its_answer_for_the_requester(
    machine: SharedMachine,
) -> None:
    officer = machine.sign_in(OFFICER)
    visit = officer.intake.seal_visit(visit_form()).visit.visit_id
    asked = officer.reveal_requests.ask(visit, SELECTION)
    assert kinds(officer) == [("mine", RequestPending)]
    assert kinds(machine.sign_in(CUSTODIAN)) == []
    head = machine.sign_in(HEAD)
    assert kinds(head) == [("decide", RequestToDecide), _SHEETS]
    (line,) = lines(head, RequestToDecide)
    assert (asked.asked_at.time_of_day, asked.asked_at.day) == (None, officer.session.today())
    assert line.request == replace(asked, asked_at=line.request.asked_at)
    assert line.request.asked_at.time_of_day is not None
    assert (asked.asker, asked.reason, asked.code) == (OFFICER, "answer", "KN-0001")
    head.reveal_decisions.refuse(asked.request_id, RefusalNote.DISCUSS)
    assert kinds(head) == [_SHEETS]
    officer = machine.sign_in(OFFICER)
    (declined,) = lines(officer, RequestDeclined)
    assert (declined.request.note, declined.request.decided_by) == (RefusalNote.DISCUSS, HEAD)
    again = officer.reveal_requests.ask(visit, SELECTION)
    head = machine.sign_in(HEAD)
    head.reveal_decisions.grant(again.request_id, SELECTION.parts)
    officer = machine.sign_in(OFFICER)
    assert ("mine", RequestGranted) in kinds(officer)
    machine.office.clock.move(days=8)
    officer = machine.sign_in(OFFICER)
    assert not lines(officer, RequestGranted)
    assert not lines(officer, RequestDeclined)
    acts = officer.session.database.query("SELECT act FROM log ORDER BY seq DESC LIMIT 1")
    assert acts[0]["act"] == "reveal_expired"


def test_a_notice_of_refusal_to_be_signed_is_listed_once(machine: SharedMachine) -> None:
    visit = (
        machine.sign_in(OFFICER)
        .intake.seal_visit(visit_form(handled_petitions=(REFUSED,)))
        .visit.visit_id
    )
    assert kinds(machine.sign_in(OFFICER)) == []
    machine.office.clock.move(days=1)  # two of the three working days are left
    assert kinds(machine.sign_in(OFFICER)) == [("soon", AnswerDue)]
    head = machine.sign_in(HEAD)
    assert kinds(head) == [("decide", RefusalNoticeToSign), _SHEETS]
    (line,) = lines(head, RefusalNoticeToSign)
    assert (line.visit.visit_id, line.visit.officer) == (visit, OFFICER)
    assert line.refusal_ground == "4.1.h"
    machine.office.clock.move(days=7)
    head = machine.sign_in(HEAD)
    assert kinds(head)[0] == ("decide", RefusalNoticeToSign)
    assert head.todo_list.read().counts[TodoGroup.OVERDUE] == 0
    assert (lines(head, RefusalNoticeToSign)[0].days_left or 0) < 0


def test_a_voided_visit_is_listed_until_the_head_confirms(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    visit = officer.intake.seal_visit(visit_form()).visit.visit_id
    officer.lifecycle.void(visit, ChangeReason("twice", "Ghi hai lần cùng một lượt tiếp"), 0)
    assert kinds(officer) == []
    head = machine.sign_in(HEAD)
    assert [item.visit.visit_id for item in lines(head, VoidToConfirm)] == [visit]
    head.lifecycle.confirm_void(visit)
    assert lines(head, VoidToConfirm) == []


def test_the_report_is_listed_from_the_day_after_the_month_until_printed(
    machine: SharedMachine,
) -> None:
    machine.sign_in(OFFICER).intake.seal_visit(
        visit_form()
    )  # 19/11: in the window that ends on 14/12
    assert lines(machine.sign_in(HEAD), MonthlyReportMissing) == []
    machine.office.clock.move(days=26)  # 15/12
    head = machine.sign_in(HEAD)
    (line,) = lines(head, MonthlyReportMissing)
    assert (line.since, line.until) == (date(2026, 11, 15), date(2026, 12, 14))
    report = head.register_books.monthly_report(line.until)
    assert lines(head, MonthlyReportMissing) == [line]  # it has a number and no printer had it
    head.register_books.report_printed(report.code)
    assert lines(head, MonthlyReportMissing) == []
    assert lines(machine.sign_in(OFFICER), MonthlyReportMissing) == []


def test_a_clock_anomaly_is_listed_until_the_head_has_seen_it(machine: SharedMachine) -> None:
    machine.sign_in(OFFICER).intake.seal_visit(visit_form())
    machine.office.clock.move(hours=-2)
    machine.sign_in(OFFICER).intake.seal_visit(visit_form())
    machine.office.clock.move(hours=3)
    assert lines(machine.sign_in(OFFICER), ClockJumpToConfirm) == []
    head = machine.sign_in(HEAD)
    (line,) = lines(head, ClockJumpToConfirm)
    assert line.jump is ClockJump.BACKWARDS
    with pytest.raises(NotAllowed):
        machine.sign_in(OFFICER).todo_list.confirm_clock_jump(line.entry)
    head = machine.sign_in(HEAD)
    head.todo_list.confirm_clock_jump(line.entry)
    assert lines(head, ClockJumpToConfirm) == []


def test_a_reclassified_visit_adds_a_key_rotation_to_the_list(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    visit = officer.intake.seal_visit(visit_form()).visit.visit_id
    why = ChangeReason("content", "Người đến nói thêm nội dung tố cáo cán bộ")
    officer.lifecycle.reclassify(visit, Reclassification(why, PetitionKind.DENUNCIATION, 0))
    assert [item.visits for item in lines(machine.sign_in(HEAD), VaultRotationDue)] == [1]


def test_no_line_holds_a_name(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    visit = officer.intake.seal_visit(visit_form(handled_petitions=(REFUSED,))).visit.visit_id
    officer.reveal_requests.ask(visit, SELECTION)
    machine.office.clock.move(days=6)
    for name in (OFFICER, HEAD):
        told = str([astuple(item) for item in machine.sign_in(name).todo_list.read().items])
        assert PERSON.name not in told
        assert PERSON.paper.number not in told


def test_the_month_at_a_glance(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    for _ in range(3):
        officer.intake.seal_visit(visit_form())
    machine.office.clock.move(days=30)
    officer = machine.sign_in(OFFICER)
    seal = officer.intake.seal_visit(visit_form())
    head = machine.sign_in(HEAD)
    head.reveals.open(seal.visit.visit_id, SELECTION)
    head.log_verification.verify()
    overview = head.month_overviews.read()
    assert (overview.visits.count, overview.visits.change) == (1, -2)
    assert (overview.period.part, len(overview.monthly_visits)) == (1, 12)
    assert [count for _, count in overview.monthly_visits][-2:] == [3, 1]
    assert sum(count for _, count in overview.monthly_visits) == 4
    assert (overview.reveals, overview.custodians, overview.log_is_intact) == (1, 1, True)
    assert overview.log_entries == head.session.database.one("SELECT max(seq) FROM log")[0]
