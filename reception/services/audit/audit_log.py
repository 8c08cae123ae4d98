"""The audit log as shown to staff: actors, acts and reveals; no name of a reporter."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from reception.domain.audit import Act
from reception.domain.clock import VIETNAM
from reception.domain.staff import Right
from reception.domain.visit import split_visit_id
from reception.services.access.session import Session
from reception.storage.audit.log_reader import LogFilter, LogReader

STEP = 200
DISCLOSURE_ACTS = tuple(
    act.value
    for act in (
        *(Act.REVEALED, Act.REVEAL_STOPPED),
        *(Act.BULK_OPENED, Act.DENOUNCERS_OPENED, Act.BULK_STOPPED),
    )
)
_VISIT = "visit "
_TECHNICAL_FACTS = frozenset(
    {*("approval", "approved_key", "after"), *("request", "requests", "generation", "marks")}
)  # signatures and keys of rows


@dataclass(frozen=True, slots=True)
class AuditLogRow:
    """One entry; ``at`` is None where the time would tell when a denouncer came."""

    seq: int
    on: date
    at: time | None
    actor_name: str
    act: str
    subject: str  # "0623" of a visit, the name of a backup, …
    visit_id: int | None
    digest: str  # its first eight hex digits in two groups, as on papers
    details: tuple[tuple[str, str], ...]


class AuditLog:
    """Pages of the log, masked for the signed-in person."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._reader = LogReader(session.database)

    def page(
        self, log_filter: LogFilter, before: int | None = None, size: int = STEP
    ) -> list[AuditLogRow]:
        """Return up to ``size`` entries older than the number ``before``, newest first."""
        self._session.require(Right.VERIFY)
        rows = self._reader.page(log_filter, before, size)
        ids = [key for key in (_visit_of(row["subject"]) for row in rows) if key is not None]
        protected = self._reader.protected(sorted(set(ids))) if ids else set()
        return [self._row(row, protected) for row in rows]

    def page_starts(self, log_filter: LogFilter, step: int = STEP) -> tuple[int, list[int]]:
        """Return (number of entries, number of every ``step``-th one)."""
        self._session.require(Right.VERIFY)
        return self._reader.page_starts(log_filter, step)

    def people(self) -> list[tuple[str, str]]:
        """Return (user id, name) of everybody who can occur in the log."""
        return sorted(
            ((key, person.name) for key, person in self._session.people.items()),
            key=lambda item: item[1],
        )

    def _row(self, row: Any, protected: set[int]) -> AuditLogRow:
        moment = datetime.fromisoformat(row["at"]).astimezone(VIETNAM)
        visit = _visit_of(row["subject"])
        # The time of a denouncer's visit would tell who was at the office then.
        own_copy = row["act"] == Act.PRINTED and not row["subject"]  # a denouncer's, unpaired
        hidden = visit in protected or own_copy
        at = None if hidden else moment.time().replace(microsecond=0)
        actor = self._session.people.get(row["actor"])
        digest = bytes(row["digest"]).hex()
        return AuditLogRow(
            seq=row["seq"],
            on=moment.date(),
            at=at,
            actor_name=actor.name if actor else "",
            act=row["act"],
            subject=""
            if row["act"] == Act.OFFICE_CREATED
            else self._subject(row["subject"], visit),
            visit_id=visit,
            digest=f"{digest[:4]} {digest[4:8]}",
            details=self._details(row["facts"]),
        )

    def _details(self, text: str) -> tuple[tuple[str, str], ...]:
        facts: dict[str, Any] = json.loads(text) if text else {}
        if "approved" in facts:
            person = self._session.people.get(str(facts["approved"]))
            facts["approved"] = person.name if person else facts["approved"]
        shown = {key: value for key, value in facts.items() if key not in _TECHNICAL_FACTS}
        return tuple((key, _as_text(value)) for key, value in sorted(shown.items()))

    def _subject(self, subject: str, visit: int | None) -> str:
        if visit is not None:
            year, number = split_visit_id(visit)
            present = self._session.today().year
            return f"{number:04d}" if year == present else f"{number:04d}/{year}"
        person = self._session.people.get(subject)
        return person.name if person else subject


def _visit_of(subject: str) -> int | None:
    text = subject.removeprefix(_VISIT)
    return int(text) if subject.startswith(_VISIT) and text.isdigit() else None


def _as_text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_as_text(item) for item in value)
    return str(value)
