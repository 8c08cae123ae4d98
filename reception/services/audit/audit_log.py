"""The audit log as staff see it: actors, acts and reveals, without the name of a reporter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from reception.domain.audit import Act, entry_time, visit_of_subject
from reception.domain.shown_times import without_hours
from reception.domain.staff import Right
from reception.domain.visit import split_visit_id
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.visit_reading.present_reader import present_reader
from reception.storage.audit.entry_facts import fact_list, parsed_facts
from reception.storage.audit.log_reader import LogFilter, LogReader
from reception.storage.visits import visit_events
from reception.storage.visits.readable_visits import readable_among

PAGE_SIZE = 200
DISCLOSURE_ACTS = tuple(
    act.value
    for act in (
        *(Act.REVEALED, Act.PROTECTED_REVEALED, Act.REVEAL_STOPPED),
        *(Act.BULK_OPENED, Act.DENOUNCERS_OPENED, Act.BULK_STOPPED, Act.COPY_TRACED),
    )
)
# Signatures and database keys, which mean nothing to staff.
_TECHNICAL_FACTS = frozenset(
    {
        *("approval", "approved_key", "after"),
        *("request", "requests", "generation", "marks"),
        *("papers", "sheet"),  # which sheets, also of citizens' own copies
    }
)

# What is shown of an entry about a visit to somebody who may not read the visit. How a reporter
# was answered is not: "in person" tells that a denouncer was here on that day.
_PLAIN_FACTS = frozenset({"on", "ground", "kind", "clock", "to"})
# Papers with many names: of whom, why in free words, and on which sheets. Shown to the head, who
# has approved it, and to custodians.
_BULK_ACTS = frozenset(
    {
        Act.DENOUNCERS_OPENED.value,
        Act.BULK_OPENED.value,
        Act.BULK_MADE.value,
        Act.BULK_STOPPED.value,
    }
)
_BULK_FACTS = frozenset({"words", "chosen", "prints"})
# Only how many; sheets are told by number, because their names would differ by kind.
_COUNTED_FACTS = frozenset({"findings", "asked", "printed", "dropped_papers"})
_PEOPLE_FACTS = frozenset({"approved", "to"})  # user ids
_PEOPLE_LISTS = frozenset({"custodians", "readers"})  # lists of user ids


@dataclass(frozen=True, slots=True)
class AuditLogRow:
    """One log entry; ``time_of_day`` is None unless ``domain.shown_times`` lets this person see it.

    Names of backups and times in the details have a day only.
    """

    seq: int
    day: date
    time_of_day: time | None
    actor_name: str
    act: str
    subject: str  # the number of a visit such as "0623", the name of a backup, …
    visit_id: int | None
    digest: str  # of the entry: the first eight hex digits in two groups, as on papers
    details: tuple[tuple[str, str], ...]


@rights_checked
class AuditLog:
    """Pages of the log, masked for the signed-in person."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._reader = LogReader(session.database)

    def page(
        self, log_filter: LogFilter, before: int | None = None, size: int = PAGE_SIZE
    ) -> list[AuditLogRow]:
        """Return up to ``size`` entries before the sequence number ``before``, newest first."""
        rows = self._reader.page(log_filter, before, size)
        visit_ids = [
            key for key in (visit_of_subject(row["subject"]) for row in rows) if key is not None
        ]
        visit_days = self._reader.ordinary_visit_days(sorted(set(visit_ids)))
        raised = visit_events.raised_among(self._session.database, sorted(set(visit_ids)))
        readable = readable_among(
            self._session.database, present_reader(self._session), sorted(set(visit_ids))
        )
        shown = [self._row(row, visit_days, readable) for row in rows]
        return [_without_prints(row) if row.visit_id in raised else row for row in shown]

    def page_starts(self, log_filter: LogFilter, step: int = PAGE_SIZE) -> tuple[int, list[int]]:
        """Return (count of the entries, sequence numbers of every ``step``-th entry)."""
        return self._reader.page_starts(log_filter, step)

    def people_in_log(self) -> list[tuple[str, str]]:
        """Return (user id, name) of everybody who can occur in the log."""
        return sorted(
            ((user_id, person.name) for user_id, person in self._session.people.items()),
            key=lambda pair: pair[1],
        )

    def _row(self, row: Any, visit_days: Mapping[int, date], readable: set[int]) -> AuditLogRow:
        visit_id = visit_of_subject(row["subject"])
        visit_day = None if visit_id is None else visit_days.get(visit_id)
        shown = self._session.shown_time(row["act"], entry_time(row["at"]), visit_day)
        actor = self._session.people.get(row["actor"])
        digest = bytes(row["digest"]).hex()
        return AuditLogRow(
            seq=row["seq"],
            day=shown.day,
            time_of_day=shown.time_of_day,
            actor_name=actor.name if actor else "",
            act=row["act"],
            subject=""
            if row["act"] == Act.OFFICE_CREATED
            else self._subject(row["subject"], visit_id),
            visit_id=visit_id,
            digest=f"{digest[:4]} {digest[4:8]}",
            details=self._details(
                row["facts"],
                hidden=self._hidden_facts(row["act"], is_ordinary=visit_day is not None),
                shows_all=visit_id is None or visit_id in readable,
            ),
        )

    def _hidden_facts(self, act: str, *, is_ordinary: bool) -> frozenset[str]:
        """Return the facts of an entry that are not shown to this person."""
        hidden = _TECHNICAL_FACTS
        if not is_ordinary:
            hidden |= {"waived"}  # tells in which words the reporter was recognised
        is_witness = self._session.may(Right.MANAGE) or self._session.may(Right.CUSTODY)
        if act in _BULK_ACTS and not is_witness:
            hidden |= _BULK_FACTS
        return hidden

    def _details(
        self, facts_json: str, *, hidden: frozenset[str], shows_all: bool
    ) -> tuple[tuple[str, str], ...]:
        facts = parsed_facts(facts_json) or {}
        if not shows_all:
            facts = {key: value for key, value in facts.items() if key in _PLAIN_FACTS}
        for key in _PEOPLE_FACTS & facts.keys():
            facts[key] = self._name_of(str(facts[key]))
        for key in _PEOPLE_LISTS & facts.keys():
            facts[key] = [self._name_of(str(user_id)) for user_id in fact_list(facts, key)]
        for key in _COUNTED_FACTS & facts.keys():
            value = facts[key]
            facts[key] = len(value) if isinstance(value, list) else value
        displayed = {key: value for key, value in facts.items() if key not in hidden}
        return tuple((key, _as_text(value)) for key, value in sorted(displayed.items()))

    def _name_of(self, user_id: str) -> str:
        person = self._session.people.get(user_id)
        return person.name if person else user_id

    def _subject(self, subject: str, visit_id: int | None) -> str:
        if visit_id is not None:
            year, number = split_visit_id(visit_id)
            present_year = self._session.today().year
            return f"{number:04d}" if year == present_year else f"{number:04d}/{year}"
        person = self._session.people.get(subject)
        return person.name if person else without_hours(subject)


def _without_prints(row: AuditLogRow) -> AuditLogRow:
    """Return the row without print numbers, which also stand on papers with the name."""
    return replace(row, details=tuple(pair for pair in row.details if pair[0] != "prints"))


def _as_text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_as_text(item) for item in value)
    return without_hours(str(value))
