"""Findings that the head has looked at and accepted: read from the log, told apart from new ones.

An acceptance is an entry of the head together with a roster that the root has signed. The roster
names the end of the log before it, so that the entry belongs to this log and to no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from reception.domain.audit import (
    AcceptedFinding,
    Act,
    Finding,
    LogCheckpoint,
    Verification,
    entry_time,
)
from reception.domain.clock import local_day
from reception.domain.roster import LogEnd, Roster
from reception.domain.staff import Role
from reception.storage.audit.entry_facts import fact_list, parsed_facts
from reception.storage.audit.log_verification import Place, Progress, Verifier, verifier_of
from reception.storage.database import Database
from reception.storage.staff.roster_check import statements_of_chain
from reception.storage.staff.roster_rows import latest_statement
from reception.storage.staff.signed_members import Office, read_members

_ACCEPTING = (Act.ROSTER_STARTED.value, Act.ROSTER_CONFIRMED.value)
_ENTRIES = (
    "SELECT e.seq, e.at, e.actor, e.facts, e.roster, b.seq AS before, b.digest AS before_digest "
    "FROM log e JOIN log b ON b.seq = e.seq - 1 WHERE e.act IN (?, ?) ORDER BY e.seq"
)
_PLACE_LENGTH = 5  # code, entry, table, key, digest: as in ``Finding.place``


def verify_register(
    database: Database,
    office: Office,
    checkpoint: LogCheckpoint | None = None,
    progress: Progress | None = None,
) -> Verification:
    """Verify a register as :meth:`Verifier.run` does, and set apart what the head has accepted."""
    verifier = verifier_of(database, office)
    result = verifier.run(checkpoint, progress)
    if result.intact:
        return result
    return _separated(result, accepted_places(database, office, verifier))


def accepted_facts(findings: Iterable[Finding]) -> list[list[object]]:
    """Return the findings as the facts of an acceptance name them."""
    return [list(finding.place) for finding in findings]


def _separated(result: Verification, accepted: dict[Place, date]) -> Verification:
    found = result.findings
    return replace(
        result,
        findings=tuple(item for item in found if item.place not in accepted),
        accepted=tuple(
            AcceptedFinding(item, accepted[item.place]) for item in found if item.place in accepted
        ),
    )


def accepted_places(database: Database, office: Office, verifier: Verifier) -> dict[Place, date]:
    """Return every place that an acceptance names, with the day of the first one."""
    accepted: dict[Place, date] = {}
    for row in _acceptances(database, office, verifier):
        day = local_day(entry_time(row["at"]))
        for item in fact_list(parsed_facts(row["facts"]) or {}, "findings"):
            place = _place(item)
            if place is not None:
                accepted.setdefault(place, day)
    return accepted


def _acceptances(database: Database, office: Office, verifier: Verifier) -> Iterator[Any]:
    """Yield the entries of the head that confirmed the log before them together with a roster."""
    rosters = _confirmed_rosters(database, office)
    people = read_members(database, office, skip_forged=True)
    heads = {user_id for user_id, person in people.items() if person.role is Role.HEAD}
    for row in database.query(_ENTRIES, _ACCEPTING):
        roster = rosters.get(int(row["roster"]))
        if roster is None or row["actor"] not in heads:
            continue
        before = LogEnd(int(row["before"]), bytes(row["before_digest"]))
        if roster.log_end == before and verifier.is_trusted(int(row["seq"])):
            yield row


def _confirmed_rosters(database: Database, office: Office) -> dict[int, Roster]:
    """Return the confirmed rosters that the latest one, signed by the root, leads back to."""
    latest = latest_statement(database)
    if latest is None or not latest.is_signed_by(office.root):
        return {}
    chain = statements_of_chain(database, latest)
    return {roster.number: roster for roster in chain if roster.is_confirmed}


def _place(item: object) -> Place | None:
    """Return a place as stored in facts; None for anything else."""
    if not isinstance(item, list) or len(item) != _PLACE_LENGTH:
        return None
    place = tuple(item)
    code, seq, *texts = place
    is_place = all(isinstance(text, str) for text in (code, *texts))
    return place if is_place and (seq is None or isinstance(seq, int)) else None
