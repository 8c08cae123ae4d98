"""Check of texts written after sealing against the identity, by a person who may open it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import NotAllowed, ReceptionError
from reception.domain.leak_guard import LeakGuard
from reception.domain.staff import Right
from reception.domain.visit_lifecycle import is_text, respondents_in
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.unsealing import Unsealing
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visit_lifecycle.corrections import stored_values
from reception.services.visit_lifecycle.lifecycle_rules import existing_visit
from reception.storage.staff.signed_members import DESK, PROTECTED
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_events

REASON = "reason"  # of an event: a text beside the fields of the visit
_UNCHECKED = (
    "SELECT DISTINCT e.visit_id, v.kind, v.protection FROM visit_event e "
    "JOIN visit v USING (visit_id) WHERE e.checked = 0 ORDER BY e.visit_id"
)
_ANSWER_NUMBER = "SELECT document_number FROM answer WHERE visit_id = ?"


@dataclass(frozen=True, slots=True)
class LateTextResult:
    """Result of a run: the number of visits now checked, and the texts that may name somebody.

    ``hits`` are (visit id, field paths); only the person who ran the check sees them, and they
    are not stored. ``unopened`` are visits that did not open or that the log does not confirm.
    """

    checked: int
    hits: tuple[tuple[int, tuple[str, ...]], ...]
    unopened: tuple[int, ...]


@rights_checked
class LateTextChecks:
    """Runs the leak guard over texts whose authors could not open the identity.

    Officers see "checked" or "not checked", never a hit. No part of an identity and no text is
    shown or stored: a custodian who may not read the visit can run it too.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def unchecked_visits(self) -> tuple[int, ...]:
        """Return the visits whose words this person can check; () without a key."""
        custodian = self._session.may(Right.CUSTODY)
        if not custodian and not self._session.may(Right.REVEAL):
            return ()
        rows = self._session.database.query(_UNCHECKED)
        return tuple(
            row["visit_id"] for row in rows if custodian or not lifecycle_rules.is_protected(row)
        )

    def run(self) -> LateTextResult:
        """Compare every unchecked visit with its identity; one without a hit becomes checked.

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
            for visit_id in self.unchecked_visits():
                paths = self._fields_with_hits(visit_id, unsealing)
                if paths is None:
                    unopened.append(visit_id)
                elif paths:
                    hits.append((visit_id, paths))
                else:
                    marks.append([visit_id, self._mark_checked(work, visit_id)])
            work.log(Act.TEXTS_CHECKED, "texts", visits=len(marks), marks=marks)
        return LateTextResult(len(marks), tuple(hits), tuple(unopened))

    def _fields_with_hits(self, visit_id: int, unsealing: Unsealing) -> tuple[str, ...] | None:
        """Return the fields in which somebody may be recognised; None if the seal does not open."""
        try:
            if not unsealing.check_seal(visit_id):
                return None
            identity, texts = unsealing.open(visit_id), self._texts(visit_id)
        except (ReceptionError, NotAllowed):
            return None  # its texts stay unchecked
        guard = LeakGuard(identity, respondents_in(texts))
        return tuple(path for path, text in texts.items() if guard.find(text))

    def _texts(self, visit_id: int) -> dict[str, str]:
        database = self._session.database
        texts = {
            path: text
            for path, text in stored_values(database, existing_visit(database, visit_id)).items()
            if is_text(path) and text
        }
        for event in visit_events.read_events(database, visit_id):
            if event["reason"]:
                texts[f"{REASON}.{event['position']}"] = event["reason"]
        answer = database.one(_ANSWER_NUMBER, (visit_id,))
        if answer is not None and answer["document_number"]:
            texts["answer"] = answer["document_number"]
        return texts

    def _mark_checked(self, work: UnitOfWork, visit_id: int) -> str:
        """Mark the events of a visit as checked; return the digest of the checked texts."""
        for event in visit_events.read_events(work.database, visit_id):
            if not event["checked"]:
                key = {"visit_id": visit_id, "position": event["position"]}
                work.update("visit_event", key, {"checked": 1})
        return _digest(self._texts(visit_id))


def _digest(texts: dict[str, Any]) -> str:
    plain = json.dumps(texts, ensure_ascii=False, sort_keys=True).encode()
    return blake2b(plain, digest_size=16, person=b"reception-words").hexdigest()
