"""Events after the entry of fictional visits: answers, corrections, voiding; late entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from reception.bootstrap import Reception
from reception.console.demo.demo_visits import DemoVisitTime, random_generator
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.visit_lifecycle import (
    Answer,
    AnswerChannel,
    CorrectionGround,
    LateEntry,
    VoidGround,
)
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visits.visit_form import SealedVisit, VisitForm

_SATURDAY = 5
_UNANSWERED_SHARE = 0.02  # share of the visits that are never answered, and so are late
_LATE_ANSWER_SHARE = 0.06
_CORRECTED_SHARE = 0.015
_VOIDED_SHARE = 0.008
_LATE_ENTRY_SHARE = 0.006
_CORRECTION_REASON = ChangeReason(
    CorrectionGround.INCOMPLETE.value, "Ghi thêm việc đã hẹn người đến"
)
_VOID_REASON = ChangeReason(VoidGround.ENTERED_TWICE.value, "Trùng lượt trước, hai cán bộ cùng ghi")
_REVEAL_SELECTION = RevealSelection(
    "invite",
    "Gửi giấy mời làm rõ nội dung, hẹn trong tuần này",
    frozenset({IdentityPart.NAME, IdentityPart.ADDRESS}),
)
_LATE_ENTRY_REASON = "Mất điện cả buổi, tiếp công dân bằng phiếu giấy"


class DemoEvents:
    """Answers, corrects and voids fictional visits; equal seeds give equal events."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception
        self._planned_answers: list[tuple[date, int]] = []
        self._answer_count = 0
        # Visit id of the newest visit whose name may be requested.
        self._newest_ordinary_visit: int | None = None

    def with_random_late_entry(self, form: VisitForm, visit_time: DemoVisitTime) -> VisitForm:
        """Return the form, sometimes as a late entry for an earlier working day."""
        if random_generator(visit_time.seed, "late").random() >= _LATE_ENTRY_SHARE:
            return form
        day = visit_time.at.date() - timedelta(days=1)
        while day.weekday() >= _SATURDAY:
            day -= timedelta(days=1)
        if day.year != visit_time.at.year:
            return form
        return replace(form, late_entry=LateEntry(day, "Phiếu ghi tay", _LATE_ENTRY_REASON))

    def change_or_plan_answer(self, sealed: SealedVisit, visit_time: DemoVisitTime) -> None:
        """Void or correct a visit that was just sealed, or plan its answer."""
        generator, visit_id = random_generator(visit_time.seed, "change"), sealed.visit.visit_id
        if not (
            sealed.visit.protection_asked or sealed.visit.main_petition.petition.kind.protected
        ):
            self._newest_ordinary_visit = visit_id
        if generator.random() < _VOIDED_SHARE:
            self._reception.lifecycle.void(visit_id, _VOID_REASON, self._event_count(visit_id))
        elif generator.random() < _CORRECTED_SHARE:
            summary = f"{sealed.visit.main_petition.petition.summary}. Hẹn bổ sung giấy tờ"
            change = Correction(
                _CORRECTION_REASON, {"summary.1": summary}, self._event_count(visit_id)
            )
            self._reception.lifecycle.correct(visit_id, change)
            self._plan_answer(sealed, visit_time)
        else:
            self._plan_answer(sealed, visit_time)

    def request_name(self) -> None:
        """Request a name from the head, so that the to-do list shows a request."""
        if self._newest_ordinary_visit is not None:
            self._reception.reveal_requests.ask(self._newest_ordinary_visit, _REVEAL_SELECTION)

    def answer_due_visits(self, today: date) -> None:
        """Answer the visits whose planned day is reached."""
        due = [item for item in self._planned_answers if item[0] <= today]
        self._planned_answers = [item for item in self._planned_answers if item[0] > today]
        for day, visit_id in due:
            self._answer_count += 1
            number = f"{self._answer_count}/TB-BTCD"
            answer = Answer(day, AnswerChannel.LETTER, number)
            self._reception.lifecycle.answer(visit_id, answer, self._event_count(visit_id))

    def _plan_answer(self, sealed: SealedVisit, visit_time: DemoVisitTime) -> None:
        generator = random_generator(visit_time.seed, "answer")
        if not sealed.deadlines or generator.random() < _UNANSWERED_SHARE:
            return
        days = 18 if generator.random() < _LATE_ANSWER_SHARE else generator.randrange(3, 9)
        day = sealed.deadlines[0].started_on + timedelta(days=days)
        self._planned_answers.append((day, sealed.visit.visit_id))

    def _event_count(self, visit_id: int) -> int:
        return self._reception.lifecycle.event_count(visit_id)
