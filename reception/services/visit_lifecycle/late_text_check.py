"""Check of texts written after sealing against the identity, by a person who may open it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import NotAllowed
from reception.domain.staff import Right
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visit_lifecycle.late_texts import IdentityComparison, texts_of_visit
from reception.storage.audit.entry_facts import fact_list, parsed_facts
from reception.storage.audit.log_verification import verifier_of
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_events

_UNCHECKED = (
    "SELECT e.visit_id, v.kind, v.protection, max(e.position) AS last_event FROM visit_event e "
    "JOIN visit v USING (visit_id) WHERE e.checked = 0 GROUP BY e.visit_id ORDER BY e.visit_id"
)
_RUNS = "SELECT seq, actor, facts FROM log WHERE act = ? ORDER BY seq"


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

    Of a protected visit nothing that others see, and no row, depends on whether somebody was
    recognised: otherwise a guessed name could be tried. Its events stay unchecked; the log says
    that they were compared. An ordinary visit without a hit becomes checked. No part of an
    identity and no text is shown or stored: a custodian who may not read the visit can run it too.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def unchecked_visits(self) -> tuple[int, ...]:
        """Return the visits with words that nobody has compared, and this person can.

        () without a key. A protected visit is left out once a custodian's run has compared it.
        """
        rows = list(self._visits_with_late_words())
        if not any(lifecycle_rules.is_protected(row) for row in rows):
            return tuple(row["visit_id"] for row in rows)
        compared = self._compared_protected_visits()
        return tuple(
            row["visit_id"]
            for row in rows
            if not lifecycle_rules.is_protected(row)
            or row["last_event"] > compared.get(row["visit_id"], 0)
        )

    def run(self) -> LateTextResult:
        """Compare every visit that has unchecked words with its identity.

        Protected visits that an earlier run has compared are among them: what it found is stored
        nowhere. Errors: NotAllowed ``rights.missing``; ReceptionError ``reveal.no_key``.
        """
        session = self._session
        if not session.may(Right.CUSTODY) and not session.may(Right.REVEAL):
            raise NotAllowed("rights.missing", right=Right.REVEAL.value)
        comparison, clean = IdentityComparison(session), 0
        marks: list[list[object]] = []
        hits: list[tuple[int, tuple[str, ...]]] = []
        unopened: list[int] = []
        with session.act() as work:
            for row in self._visits_with_late_words():
                visit_id, is_protected = row["visit_id"], lifecycle_rules.is_protected(row)
                paths = comparison.fields_with_hits(visit_id)
                if paths is None:
                    unopened.append(visit_id)
                    continue
                if paths:
                    hits.append((visit_id, paths))
                if is_protected:
                    marks.append([visit_id, row["last_event"]])
                elif not paths:
                    marks.append([visit_id, self._mark_checked(work, visit_id)])
                clean += not paths
            work.log(Act.TEXTS_CHECKED, "texts", visits=len(marks), marks=marks)
        return LateTextResult(clean, tuple(hits), tuple(unopened))

    def _visits_with_late_words(self) -> Iterator[Any]:
        """Yield the visits with unchecked words whose identity this person may open."""
        custodian = self._session.may(Right.CUSTODY)
        if not custodian and not self._session.may(Right.REVEAL):
            return
        for row in self._session.database.query(_UNCHECKED):
            if custodian or not lifecycle_rules.is_protected(row):
                yield row

    def _compared_protected_visits(self) -> dict[int, int]:
        """Return for each protected visit the last event that a custodian's run has compared."""
        session, compared = self._session, dict[int, int]()
        verifier = verifier_of(session.database, session.office)
        for run in session.database.query(_RUNS, (Act.TEXTS_CHECKED.value,)):
            marks = fact_list(parsed_facts(run["facts"]) or {}, "marks")
            protected = [mark for mark in marks if _is_protected_mark(mark)]
            author = session.people.get(run["actor"])
            # Whoever may only reveal ordinary reporters can sign such an entry with own tools.
            is_custodian = author is not None and author.may(Right.CUSTODY)
            if protected and is_custodian and verifier.is_trusted(run["seq"]):
                compared |= dict(protected)
        return compared

    def _mark_checked(self, work: UnitOfWork, visit_id: int) -> str:
        """Mark the events of a visit as checked; return the digest of the checked texts.

        It is made with the salt of the visit: what a later act removes cannot be tried out by it.
        """
        for event in visit_events.read_events(work.database, visit_id):
            if not event["checked"]:
                key = {"visit_id": visit_id, "position": event["position"]}
                work.update("visit_event", key, {"checked": 1})
        texts = texts_of_visit(work.database, visit_id)
        plain = json.dumps(texts, ensure_ascii=False, sort_keys=True)
        return work.salted_digest(visit_id, plain).hex()


def _is_protected_mark(mark: object) -> bool:
    """Tell whether a mark is (visit, last event); the mark of an ordinary visit has a digest."""
    return isinstance(mark, list) and [type(item) for item in mark] == [int, int]
