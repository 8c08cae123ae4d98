"""Checks of events of visits, reveal requests and prints against the entries that wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from reception.domain.audit import Act, Finding
from reception.domain.requested_paper import PaperState
from reception.domain.reveal_request import EXPIRES_AFTER_DAYS, RequestState
from reception.domain.visit_lifecycle import LifecycleAct
from reception.storage.audit.entry_facts import fact_list, parsed_facts
from reception.storage.audit.visit_history import FirstWriter, entry_day, read_first_writers
from reception.storage.database import Database

_EVENTS_OF_ACT: dict[str, tuple[LifecycleAct, ...]] = {
    Act.VISIT_SEALED: (LifecycleAct.ENTERED_LATE,),
    Act.VISIT_CORRECTED: (LifecycleAct.CORRECTED, LifecycleAct.IDENTITY_CORRECTED),
    Act.VISIT_VOIDED: (LifecycleAct.VOIDED, LifecycleAct.VOID_CONFIRMED),
    Act.VOID_CONFIRMED: (LifecycleAct.VOID_CONFIRMED,),
    Act.VISIT_ANSWERED: (LifecycleAct.ANSWERED,),
    Act.VISIT_RECLASSIFIED: (LifecycleAct.RECLASSIFIED,),
    Act.PAPER_DROPPED: (LifecycleAct.PAPER_DROPPED,),
    Act.LOCKED: (LifecycleAct.PAPER_DROPPED,),
}
# Every other act that writes a request ends it.
_STATE_AFTER_ACT: dict[str, RequestState] = {
    Act.REVEAL_ASKED: RequestState.WAITING,
    Act.REVEAL_GRANTED: RequestState.GRANTED,
    Act.REVEAL_REFUSED: RequestState.REFUSED,
    Act.REVEAL_WITHDRAWN: RequestState.WITHDRAWN,
    Act.REVEALED: RequestState.OPENED,
    Act.PROTECTED_REVEAL_ASKED: RequestState.WAITING,
    Act.PROTECTED_REVEAL_GRANTED: RequestState.GRANTED,
    Act.PROTECTED_REVEAL_REFUSED: RequestState.REFUSED,
    Act.PROTECTED_REVEALED: RequestState.OPENED,
}
# The least number of days after the entry before, when a request ends as expired.
_DAYS_OPEN: dict[str, int] = {
    Act.REVEAL_GRANTED: 1,
    Act.PROTECTED_REVEAL_ASKED: 0,
    Act.PROTECTED_REVEAL_GRANTED: 0,
}
# An act that began before midnight is logged after it.
_LONGEST_ACT = timedelta(minutes=5)
# After an act that is not named, the sheet waits, or another one has taken its place.
_ASKED_OR_REMADE = (PaperState.ASKED, PaperState.DROPPED)
_STATES_AFTER_ACT: dict[str, tuple[PaperState, ...]] = {
    Act.VISIT_SEALED: (PaperState.ASKED,),
    Act.PAPERS_PRINTED: (PaperState.PRINTED,),
    Act.PAPER_DROPPED: (PaperState.DROPPED,),
    Act.VISIT_RECLASSIFIED: (PaperState.DROPPED,),
}
_NUMBER = re.compile("[0-9]{1,18}")
_LEAST_DIGITS = 4
_EVENTS = "SELECT visit_id, position, act, officer, happened_on FROM visit_event"
_REQUESTS = (
    "SELECT q.request_id, q.asker, q.state, q.ends_on, l.act "
    "FROM reveal_request q JOIN log l ON l.seq = "
    "(SELECT max(seq) FROM log_row WHERE record = 'reveal_request' AND key = q.request_id)"
)
_LAST_TWO_ENTRIES = (
    "SELECT l.act, l.at FROM log_row r JOIN log l USING (seq) "
    "WHERE r.record = 'reveal_request' AND r.key = ? ORDER BY r.seq DESC LIMIT 2"
)
_HAND_OVERS = (
    "SELECT h.*, l.seq, l.actor, l.act, l.at, l.facts FROM visit_reader h JOIN log l ON l.seq = "
    "(SELECT max(seq) FROM log_row WHERE record = 'visit_reader' AND key = h.visit_id)"
)
_REQUESTED_PAPERS = (
    "SELECT q.paper_id, q.asked_by, q.asked_on, q.state, l.act, l.facts "
    "FROM requested_paper q JOIN log l ON l.seq = "
    "(SELECT max(seq) FROM log_row WHERE record = 'requested_paper' AND key = q.paper_id)"
)
_PRINTS = (
    "SELECT p.*, l.seq, l.actor, l.act, l.at, l.subject AS entry_subject "
    "FROM print p JOIN log_row r ON r.record = 'print' AND r.key = p.label JOIN log l USING (seq)"
)


def check_events(database: Database) -> Iterator[Finding]:
    """Yield every event of a visit that is not that of the entry which wrote it."""
    first_writers = read_first_writers(database, "visit_event")
    for row in database.iterate(_EVENTS):
        key = f"{row['visit_id']}|{row['position']}"
        first = first_writers.get(key)
        if first is None:
            continue  # record.unknown
        if (
            row["act"] not in _EVENTS_OF_ACT.get(first.act, ())
            or row["officer"] != first.actor
            or not first.is_day(row["happened_on"])
        ):
            yield Finding("state.event", first.seq, "visit_event", key, first.act, first.actor)


def check_requested_papers(database: Database) -> Iterator[Finding]:
    """Yield every sheet whose asker, day or state is not that of the entries about it."""
    first_writers = read_first_writers(database, "requested_paper")
    for row in database.iterate(_REQUESTED_PAPERS):
        first = first_writers.get(row["paper_id"])
        if first is None:
            continue  # record.unknown
        is_first = (row["asked_by"] == first.actor) and first.is_day(row["asked_on"])
        if not is_first or row["state"] not in _possible_states(row):
            yield Finding("state.paper", first.seq, "requested_paper", row["paper_id"])


def _possible_states(row: Any) -> tuple[PaperState, ...]:
    """Return the states of a sheet that its last entry can have written."""
    if row["act"] != Act.LOCKED:
        return _STATES_AFTER_ACT.get(row["act"], _ASKED_OR_REMADE)
    facts = parsed_facts(row["facts"]) or {}
    if row["paper_id"] in fact_list(facts, "printed"):
        return (PaperState.PRINTED,)
    if row["paper_id"] in fact_list(facts, "dropped_papers"):
        return (PaperState.DROPPED,)
    return (PaperState.ASKED,)  # with the obstacle


def check_requests(database: Database) -> Iterator[Finding]:
    """Yield every reveal request whose asker or state is not that of its entries.

    Also yield one that an entry has ended as expired before its time.
    """
    first_writers = read_first_writers(database, "reveal_request")
    for row in database.iterate(_REQUESTS):
        first = first_writers[row["request_id"]]
        state = _STATE_AFTER_ACT.get(row["act"], RequestState.EXPIRED)
        is_early = row["act"] == Act.REVEAL_EXPIRED and not _is_expired(
            database, row["request_id"], row["ends_on"]
        )
        if row["asker"] != first.actor or row["state"] != state or is_early:
            yield Finding("state.request", first.seq, "reveal_request", row["request_id"])


def _is_expired(database: Database, request_id: str, ends_on: str) -> bool:
    """Tell whether the last day of a request was over when its last entry was written.

    The entry before tells the earliest last day: whoever ends a request can also write its row.
    """
    entries = database.query(_LAST_TWO_ENTRIES, (request_id,))
    ended, before = entries[0], entries[-1]
    day, day_before = entry_day(ended["at"]), entry_day(before["at"], _LONGEST_ACT)
    if day is None or day_before is None:
        return False
    days = _DAYS_OPEN.get(before["act"], EXPIRES_AFTER_DAYS)
    return day > day_before + timedelta(days=days) and day.isoformat() > ends_on


def check_hand_overs(database: Database) -> Iterator[Finding]:
    """Yield every visit handed on by or to somebody else than its entry says."""
    for row in database.iterate(_HAND_OVERS):
        facts = parsed_facts(row["facts"]) or {}
        entry = FirstWriter(row["seq"], row["actor"], row["act"], row["at"])
        if (
            row["act"] != Act.VISIT_HANDED_ON
            or (row["given_by"], row["user_id"]) != (row["actor"], facts.get("to"))
            or not entry.is_day(row["given_on"])
        ):
            yield Finding("state.reader", row["seq"], "visit_reader", str(row["visit_id"]))


def check_prints(database: Database) -> Iterator[Finding]:
    """Yield every print number whose person, subject, day or form is not that of its entry."""
    for row in database.iterate(_PRINTS):
        entry = FirstWriter(row["seq"], row["actor"], row["act"], row["at"])
        is_of_entry = (row["printed_by"], row["subject"]) == (row["actor"], row["entry_subject"])
        is_of_year = row["printed_on"][:4] == str(row["year"])
        if not (
            is_of_entry and is_of_year and entry.is_day(row["printed_on"]) and _is_print_label(row)
        ):
            yield Finding("state.print", row["seq"], "print", row["label"])


def _is_print_label(row: Any) -> bool:
    """Tell whether a label is year and number; the number of a drawn label is stored nowhere else.

    Numbers have four digits or more, as many as they need.
    """
    year, _, number = row["label"].partition("-")
    if not _NUMBER.fullmatch(number) or len(number) < _LEAST_DIGITS or year != str(row["year"]):
        return False
    return row["number"] is None or row["number"] == int(number)
