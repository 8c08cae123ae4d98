"""Later events of the demonstration's visits: answered, corrected, voided, entered late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from reception.bootstrap import Reception
from reception.console.demo.demo_visits import DemoVisitTime, draw_for
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
_UNANSWERED = 0.02  # share of the visits that are never answered, and so are late
_LATE_ANSWERS = 0.06
_CORRECTED = 0.015
_VOIDED = 0.008
_LATE_ENTRIES = 0.006
_CLERICAL = ChangeReason(CorrectionGround.INCOMPLETE.value, "Ghi thêm việc đã hẹn người đến")
_TWICE = ChangeReason(VoidGround.ENTERED_TWICE.value, "Trùng lượt trước, hai cán bộ cùng ghi")
_REQUEST = RevealSelection(
    "invite",
    "Gửi giấy mời làm rõ nội dung, hẹn trong tuần này",
    frozenset({IdentityPart.NAME, IdentityPart.ADDRESS}),
)
_POWER_CUT = "Mất điện cả buổi, tiếp công dân bằng phiếu giấy"


class DemoEvents:
    """Answers, corrects and voids fictional visits; equal keys give equal events."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception
        self._planned: list[tuple[date, int]] = []
        self._answers = 0
        self._ordinary: int | None = None  # the newest visit whose name may be requested

    def possibly_late_entry(self, form: VisitForm, moment: DemoVisitTime) -> VisitForm:
        """Return the form, sometimes as a late entry for an earlier working day."""
        if draw_for(moment.key, "late").random() >= _LATE_ENTRIES:
            return form
        day = moment.at.date() - timedelta(days=1)
        while day.weekday() >= _SATURDAY:
            day -= timedelta(days=1)
        if day.year != moment.at.year:
            return form
        return replace(form, late=LateEntry(day, "Phiếu ghi tay", _POWER_CUT))

    def change_or_plan_answer(self, sealed: SealedVisit, moment: DemoVisitTime) -> None:
        """Void or correct a visit that was just sealed, or plan its answer."""
        draw, key = draw_for(moment.key, "change"), sealed.visit.visit_id
        if not (
            sealed.visit.protection_asked or sealed.visit.main_petition.petition.kind.protected
        ):
            self._ordinary = key
        if draw.random() < _VOIDED:
            self._reception.lifecycle.void(key, _TWICE, self._event_count(key))
        elif draw.random() < _CORRECTED:
            summary = f"{sealed.visit.main_petition.petition.summary}. Hẹn bổ sung giấy tờ"
            change = Correction(_CLERICAL, {"summary.1": summary}, self._event_count(key))
            self._reception.lifecycle.correct(key, change)
            self._plan_answer(sealed, moment)
        else:
            self._plan_answer(sealed, moment)

    def ask_for_name(self) -> None:
        """Request a name from the head, so that the to-do list shows a request."""
        if self._ordinary is not None:
            self._reception.reveal_requests.ask(self._ordinary, _REQUEST)

    def answer_due_visits(self, today: date) -> None:
        """Answer the visits whose planned day is reached."""
        due = [item for item in self._planned if item[0] <= today]
        self._planned = [item for item in self._planned if item[0] > today]
        for day, key in due:
            self._answers += 1
            number = f"{self._answers}/TB-BTCD"
            answer = Answer(day, AnswerChannel.LETTER, number)
            self._reception.lifecycle.answer(key, answer, self._event_count(key))

    def _plan_answer(self, sealed: SealedVisit, moment: DemoVisitTime) -> None:
        draw = draw_for(moment.key, "answer")
        if not sealed.dues or draw.random() < _UNANSWERED:
            return
        days = 18 if draw.random() < _LATE_ANSWERS else draw.randrange(3, 9)
        day = sealed.dues[0].started_on + timedelta(days=days)
        self._planned.append((day, sealed.visit.visit_id))

    def _event_count(self, key: int) -> int:
        return self._reception.lifecycle.event_count(key)
