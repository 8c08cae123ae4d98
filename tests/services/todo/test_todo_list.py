"""What waits for whom: only what they may do, the most pressing first, and no name in any line."""

from __future__ import annotations

from dataclasses import astuple
from datetime import timedelta

import pytest

from reception.bootstrap import Reception
from reception.domain.errors import NotAllowed
from reception.domain.petition import Competence, Petition, PetitionKind
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.reveal_request import RefusalNote
from reception.domain.todo_item import TodoGroup, TodoItem, TodoKind
from reception.domain.visit import HandledPetition, Handling, Outcome
from reception.domain.visit_lifecycle import Answer, AnswerChannel
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification import Reclassification
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import PERSON, form

WISH = RevealSelection(
    "answer", "Gửi thông báo kết quả, hạn còn hai ngày", frozenset({IdentityPart.NAME})
)
REFUSED = HandledPetition(
    Petition(PetitionKind.RECOMMENDATION, summary="Xin gặp trực tiếp về việc đã trả lời"),
    Handling(Outcome.REFUSE, Competence.OURS, refusal_ground="4.1.h"),
)


def kinds(reception: Reception) -> list[tuple[str, TodoKind]]:
    """Return (group, kind) of every line but the machine's backup, which no test made."""
    found = reception.todo_list.read()
    assert sum(found.counts.values()) == found.total == len(found.needs)
    return [(need.group.value, need.kind) for need in found.needs if need.kind is not _BACKUP]


def lines(reception: Reception, kind: TodoKind) -> list[TodoItem]:
    """Return the lines of a kind."""
    return [need for need in reception.todo_list.read().needs if need.kind is kind]


_BACKUP = TodoKind.BACKUP
_SHEETS = ("machine", TodoKind.RECOVERY)


def test_an_empty_office_waits_for_a_backup_and_its_sheets_alone(machine: SharedMachine) -> None:
    assert kinds(machine.sign_in(OFFICER)) == []
    assert [need.on for need in lines(machine.sign_in(OFFICER), _BACKUP)] == [None]
    assert kinds(machine.sign_in(HEAD)) == [_SHEETS]


def test_a_backup_ends_the_line_for_three_days(machine: SharedMachine, tmp_path) -> None:
    (tmp_path / "copies").mkdir()
    head = machine.sign_in(HEAD)
    head.backups.make(tmp_path / "copies")
    assert lines(head, _BACKUP) == []
    machine.office.clock.move(days=3)
    (line,) = lines(machine.sign_in(HEAD), _BACKUP)
    assert line.on == machine.office.clock.at.date() - timedelta(days=3)


def test_terms_come_soonest_first_and_turn_late(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    first = officer.intake.seal_visit(form()).visit.visit_id
    machine.office.clock.move(days=1)
    second = machine.sign_in(COLLEAGUE).intake.seal_visit(form()).visit.visit_id
    machine.office.clock.move(days=4)
    assert kinds(machine.sign_in(OFFICER)) == []  # complaints: seven working days to accept
    assert machine.now is not None
    assert machine.now.todo_list.read().next_due is not None
    machine.office.clock.move(days=6)
    officer = machine.sign_in(OFFICER)
    found = lines(officer, TodoKind.DUE)
    assert [(need.visit_id, need.group) for need in found] == [
        (first, TodoGroup.SOON),
        (second, TodoGroup.SOON),
    ]
    assert (found[0].who, found[1].who) == (OFFICER, COLLEAGUE)
    assert 0 <= (found[0].days_left or 0) < (found[1].days_left or 0) <= 2
    machine.office.clock.move(days=9)
    found = lines(machine.sign_in(OFFICER), TodoKind.DUE)
    assert [need.group for need in found] == [TodoGroup.LATE, TodoGroup.LATE]
    assert all((need.days_left or 0) < 0 for need in found)
    officer = machine.sign_in(OFFICER)
    given = Answer(machine.office.clock.at.date(), AnswerChannel.IN_PERSON)
    officer.lifecycle.answer(first, given, officer.lifecycle.seen(first))
    assert [need.visit_id for need in lines(officer, TodoKind.DUE)] == [second]


def test_a_denunciation_waits_only_for_who_may_read_it(machine: SharedMachine) -> None:
    machine.sign_in(OFFICER).intake.seal_visit(form(PetitionKind.DENUNCIATION))
    machine.office.clock.move(days=20)
    officer = machine.sign_in(OFFICER)
    assert [need.group for need in lines(officer, TodoKind.DUE)] == [TodoGroup.LATE]
    assert officer.todo_list.read().counts[TodoGroup.LATE] == 1
    officer.session.member = _without_reading(officer)
    assert officer.todo_list.read().counts[TodoGroup.LATE] == 0
    assert lines(officer, TodoKind.DUE) == []


def _without_reading(reception: Reception):
    from dataclasses import replace  # noqa: PLC0415  # this test alone

    member = reception.session.member
    return replace(member, rights=frozenset({"receive", "report"}))


def test_a_request_waits_for_the_head_and_its_answer_for_the_asker(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    visit = officer.intake.seal_visit(form()).visit.visit_id
    asked = officer.reveal_requests.ask(visit, WISH)
    assert kinds(officer) == [("mine", TodoKind.WAITING)]
    assert kinds(machine.sign_in(CUSTODIAN)) == []
    head = machine.sign_in(HEAD)
    assert kinds(head) == [("decide", TodoKind.REQUEST), _SHEETS]
    (line,) = lines(head, TodoKind.REQUEST)
    assert (line.key, line.who, line.about, line.code) == (
        asked.request_id,
        OFFICER,
        "answer",
        "KN-0001",
    )
    head.reveal_decisions.refuse(asked.request_id, RefusalNote.TALK)
    assert kinds(head) == [_SHEETS]
    officer = machine.sign_in(OFFICER)
    (line,) = lines(officer, TodoKind.DECLINED)
    assert (line.about, line.who) == ("talk", HEAD)
    again = officer.reveal_requests.ask(visit, WISH)
    head = machine.sign_in(HEAD)
    head.reveal_decisions.grant(again.request_id, WISH.parts)
    officer = machine.sign_in(OFFICER)
    assert ("mine", TodoKind.GRANTED) in kinds(officer)
    machine.office.clock.move(days=8)
    officer = machine.sign_in(OFFICER)
    assert lines(officer, TodoKind.GRANTED) == lines(officer, TodoKind.DECLINED) == []
    acts = officer.session.database.query("SELECT act FROM log ORDER BY seq DESC LIMIT 1")
    assert acts[0]["act"] == "reveal_expired"


def test_a_notice_of_refusal_waits_for_its_signature_once(machine: SharedMachine) -> None:
    visit = machine.sign_in(OFFICER).intake.seal_visit(form(entries=(REFUSED,))).visit.visit_id
    assert kinds(machine.sign_in(OFFICER)) == []
    machine.office.clock.move(days=1)  # two of the three working days are left
    assert kinds(machine.sign_in(OFFICER)) == [("soon", TodoKind.DUE)]
    head = machine.sign_in(HEAD)
    assert kinds(head) == [("decide", TodoKind.NOTICE), _SHEETS]
    (line,) = lines(head, TodoKind.NOTICE)
    assert (line.visit_id, line.about, line.who) == (visit, "4.1.h", OFFICER)
    machine.office.clock.move(days=7)
    head = machine.sign_in(HEAD)
    assert kinds(head)[0] == ("decide", TodoKind.NOTICE)
    assert head.todo_list.read().counts[TodoGroup.LATE] == 0
    assert (lines(head, TodoKind.NOTICE)[0].days_left or 0) < 0


def test_a_voided_visit_waits_for_the_heads_word(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    visit = officer.intake.seal_visit(form()).visit.visit_id
    officer.lifecycle.void(visit, ChangeReason("twice", "Ghi hai lần cùng một lượt tiếp"), 0)
    assert kinds(officer) == []
    head = machine.sign_in(HEAD)
    assert [need.visit_id for need in lines(head, TodoKind.VOID)] == [visit]
    head.lifecycle.confirm_void(visit)
    assert lines(head, TodoKind.VOID) == []


def test_the_report_waits_from_the_day_after_the_month_until_it_is_printed(
    machine: SharedMachine,
) -> None:
    machine.sign_in(OFFICER).intake.seal_visit(form())  # 19/11: in the window that ends on 14/12
    assert lines(machine.sign_in(HEAD), TodoKind.REPORT) == []
    machine.office.clock.move(days=26)  # 15/12
    head = machine.sign_in(HEAD)
    (line,) = lines(head, TodoKind.REPORT)
    assert line.key == "2026-11-15/2026-12-14"
    assert line.on is not None
    head.register_books.monthly_report(line.on)
    assert lines(head, TodoKind.REPORT) == []
    assert lines(machine.sign_in(OFFICER), TodoKind.REPORT) == []


def test_an_odd_clock_waits_until_the_head_has_seen_it(machine: SharedMachine) -> None:
    machine.sign_in(OFFICER).intake.seal_visit(form())
    machine.office.clock.move(hours=-2)
    machine.sign_in(OFFICER).intake.seal_visit(form())
    machine.office.clock.move(hours=3)
    assert lines(machine.sign_in(OFFICER), TodoKind.CLOCK) == []
    head = machine.sign_in(HEAD)
    (line,) = lines(head, TodoKind.CLOCK)
    assert line.about == "backwards"
    with pytest.raises(NotAllowed):
        machine.sign_in(OFFICER).todo_list.confirm_moment(line.key)
    head = machine.sign_in(HEAD)
    head.todo_list.confirm_moment(line.key)
    assert lines(head, TodoKind.CLOCK) == []


def test_a_reclassified_visit_asks_for_a_new_vault(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    visit = officer.intake.seal_visit(form()).visit.visit_id
    why = ChangeReason("content", "Người đến nói thêm nội dung tố cáo cán bộ")
    officer.lifecycle.reclassify(visit, Reclassification(why, PetitionKind.DENUNCIATION, 0))
    assert [need.about for need in lines(machine.sign_in(HEAD), TodoKind.ROTATE)] == ["1"]


def test_no_line_holds_a_name(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    visit = officer.intake.seal_visit(form(entries=(REFUSED,))).visit.visit_id
    officer.reveal_requests.ask(visit, WISH)
    machine.office.clock.move(days=6)
    for name in (OFFICER, HEAD):
        told = str([astuple(need) for need in machine.sign_in(name).todo_list.read().needs])
        assert PERSON.name not in told
        assert PERSON.paper.number not in told


def test_the_month_at_a_glance(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    for _ in range(3):
        officer.intake.seal_visit(form())
    machine.office.clock.move(days=30)
    officer = machine.sign_in(OFFICER)
    seal = officer.intake.seal_visit(form())
    head = machine.sign_in(HEAD)
    head.reveals.open(seal.visit.visit_id, WISH)
    head.log_verification.verify()
    glance = head.month_overviews.read()
    assert (glance.visits.value, glance.visits.change) == (1, -2)
    assert (glance.period.part, len(glance.bars)) == (1, 12)
    assert [count for _, count in glance.bars][-2:] == [3, 1]
    assert sum(count for _, count in glance.bars) == 4
    assert (glance.reveals, glance.custodians, glance.intact) == (1, 1, True)
    assert glance.entries == head.session.database.one("SELECT max(seq) FROM log")[0]
