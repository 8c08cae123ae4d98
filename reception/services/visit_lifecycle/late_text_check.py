"""Words written after the sealing, compared with the identity by one who may open it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import NotAllowed, ReceptionError
from reception.domain.leak_guard import LeakGuard
from reception.domain.staff import Right
from reception.domain.visit_lifecycle import is_text
from reception.services.access.session import Session
from reception.services.disclosure.unsealing import Unsealing
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visit_lifecycle.corrections import Corrections
from reception.storage.staff.signed_members import DESK, PROTECTED
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_events

REASON = "reason"  # of an event: words of its own, beside the places of a visit
_WAITING = (
    "SELECT DISTINCT e.visit_id, v.kind, v.protection FROM visit_event e "
    "JOIN visit v USING (visit_id) WHERE e.checked = 0 ORDER BY e.visit_id"
)
_ANSWERS = "SELECT document_number FROM answer WHERE visit_id = ?"


@dataclass(frozen=True, slots=True)
class LateTextResult:
    """What a run found: how many are checked now, and where somebody may be recognised.

    ``hits`` are (visit id, places); they are for who ran it alone and lie nowhere.
    ``unopened`` could not be opened or were not vouched for by the log.
    """

    checked: int
    hits: tuple[tuple[int, tuple[str, ...]], ...]
    unopened: tuple[int, ...]


class LateTextChecks:
    """Runs the leak guard over words that nobody could compare when they were written.

    Officers see "checked" or "not checked", never a hit. Nothing of an identity is shown or kept.
    """

    def __init__(self, session: Session) -> None:
        """Work in one session."""
        self._session = session
        self._corrections = Corrections(session)

    def waiting(self) -> tuple[int, ...]:
        """Return the visits whose words this person can check; () without a key."""
        custodian = self._session.may(Right.CUSTODY)
        if not custodian and not self._session.may(Right.REVEAL):
            return ()
        rows = self._session.database.query(_WAITING)
        return tuple(
            row["visit_id"] for row in rows if custodian or not lifecycle_rules.protected(row)
        )

    def run(self) -> LateTextResult:
        """Compare every waiting visit with its identity; what shows nobody counts as checked.

        Errors: NotAllowed ``rights.missing``; ReceptionError ``reveal.no_key``.
        """
        session = self._session
        custodian = session.may(Right.CUSTODY)
        if not custodian and not session.may(Right.REVEAL):
            raise NotAllowed("rights.missing", right=Right.REVEAL.value)
        unsealing = Unsealing(session, PROTECTED if custodian else DESK)
        marks: list[list[object]] = []
        hits: list[tuple[int, tuple[str, ...]]] = []
        unopened: list[int] = []
        with session.act() as work:
            for visit_id in self.waiting():
                places = self._shown_in(visit_id, unsealing)
                if places is None:
                    unopened.append(visit_id)
                elif places:
                    hits.append((visit_id, places))
                else:
                    marks.append([visit_id, self._mark(work, visit_id)])
            work.log(Act.TEXTS_CHECKED, "texts", visits=len(marks), marks=marks)
        return LateTextResult(len(marks), tuple(hits), tuple(unopened))

    def _shown_in(self, visit_id: int, unsealing: Unsealing) -> tuple[str, ...] | None:
        """Return the places in which somebody may be recognised; None when nothing opens."""
        try:
            if not unsealing.check_seal(visit_id):
                return None
            identity, texts = unsealing.open(visit_id), self._texts(visit_id)
        except (ReceptionError, NotAllowed):
            return None  # nothing is known of it, and nothing is marked
        guard = LeakGuard(identity)
        return tuple(place for place, text in texts.items() if guard.find(text))

    def _texts(self, visit_id: int) -> dict[str, str]:
        database = self._session.database
        found = {
            place: text
            for place, text in self._corrections.places(visit_id).items()
            if is_text(place) and text
        }
        for event in visit_events.events(database, visit_id):
            if event["reason"]:
                found[f"{REASON}.{event['position']}"] = event["reason"]
        answer = database.one(_ANSWERS, (visit_id,))
        if answer is not None and answer["document_number"]:
            found["answer"] = answer["document_number"]
        return found

    def _mark(self, work: UnitOfWork, visit_id: int) -> str:
        """Mark the events of a visit as checked; return the digest of the words as they stood."""
        for event in visit_events.events(work.database, visit_id):
            if not event["checked"]:
                key = {"visit_id": visit_id, "position": event["position"]}
                work.update("visit_event", key, {"checked": 1})
        return _digest(self._texts(visit_id))


def _digest(texts: dict[str, Any]) -> str:
    plain = json.dumps(texts, ensure_ascii=False, sort_keys=True).encode()
    return blake2b(plain, digest_size=16, person=b"reception-words").hexdigest()
