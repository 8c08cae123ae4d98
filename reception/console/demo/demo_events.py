"""What happens to the demonstration's visits afterwards: answered, corrected, voided, late."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

from reception.bootstrap import Reception
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

_SEED = 31
_FORGOTTEN = 0.02  # of the answers never come: these visits are late
_LATE_ANSWERS = 0.06
_CORRECTED = 0.015
_VOIDED = 0.008
_LATE_ENTRIES = 0.006
_CLERICAL = ChangeReason(CorrectionGround.INCOMPLETE.value, "Ghi thêm việc đã hẹn người đến")
_TWICE = ChangeReason(VoidGround.TWICE.value, "Trùng lượt trước, hai cán bộ cùng ghi")
_WISH = RevealSelection(
    "invite",
    "Gửi giấy mời làm rõ nội dung, hẹn trong tuần này",
    frozenset({IdentityPart.NAME, IdentityPart.ADDRESS}),
)
_POWER_CUT = "Mất điện cả buổi, tiếp công dân bằng phiếu giấy"


class DemoEvents:
    """Gives visits a life on the days that follow; the same seed gives the same lives."""

    def __init__(self, reception: Reception) -> None:
        """Draw apart from the visits, so that these stay what they were."""
        self._reception = reception
        self._draw = random.Random(_SEED)  # noqa: S311 - the same fictional lives each time
        self._waiting: list[tuple[date, int]] = []
        self._answers = 0
        self._ordinary: int | None = None  # the newest visit whose name may be asked for

    def maybe_late(self, form: VisitForm, at: datetime) -> VisitForm:
        """Return the form, now and then as one of an earlier working day."""
        if self._draw.random() >= _LATE_ENTRIES:
            return form
        day = at.date() - timedelta(days=3 if at.weekday() == 0 else 1)
        if day.year != at.year:
            return form
        return replace(form, late=LateEntry(day, "Phiếu ghi tay", _POWER_CUT))

    def begin(self, sealed: SealedVisit) -> None:
        """Decide what a visit that was just sealed is going to meet."""
        draw, key = self._draw, sealed.visit.visit_id
        if not (sealed.visit.protection_asked or sealed.visit.main.petition.kind.protected):
            self._ordinary = key
        if draw.random() < _VOIDED:
            self._reception.lifecycle.void(key, _TWICE, self._seen(key))
        elif draw.random() < _CORRECTED:
            summary = f"{sealed.visit.main.petition.summary}. Hẹn bổ sung giấy tờ"
            change = Correction(_CLERICAL, {"summary.1": summary}, self._seen(key))
            self._reception.lifecycle.correct(key, change)
            self._await(sealed)
        else:
            self._await(sealed)

    def ask(self) -> None:
        """Ask the head for a name, so that something waits for an answer."""
        if self._ordinary is not None:
            self._reception.reveal_requests.ask(self._ordinary, _WISH)

    def go_on(self, today: date) -> None:
        """Answer everybody whose day has come."""
        due = [item for item in self._waiting if item[0] <= today]
        self._waiting = [item for item in self._waiting if item[0] > today]
        for day, key in due:
            self._answers += 1
            number = f"{self._answers}/TB-BTCD"
            given = Answer(day, AnswerChannel.LETTER, number)
            self._reception.lifecycle.answer(key, given, self._seen(key))

    def _await(self, sealed: SealedVisit) -> None:
        if not sealed.dues or self._draw.random() < _FORGOTTEN:
            return
        days = 18 if self._draw.random() < _LATE_ANSWERS else self._draw.randrange(3, 9)
        day = sealed.dues[0].started_on + timedelta(days=days)
        self._waiting.append((day, sealed.visit.visit_id))

    def _seen(self, key: int) -> int:
        return self._reception.lifecycle.seen(key)
