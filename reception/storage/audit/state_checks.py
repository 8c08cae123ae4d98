"""Checks of the present rows against what the entries of the log say was done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reception.domain.audit import Act, Finding
from reception.domain.petition import PetitionKind
from reception.domain.visit import Outcome
from reception.domain.visit_progress import progress_of
from reception.storage.audit.event_checks import (
    check_events,
    check_hand_overs,
    check_prints,
    check_requested_papers,
    check_requests,
)
from reception.storage.audit.hour_checks import check_hours
from reception.storage.audit.number_checks import check_numbers
from reception.storage.audit.office_value_checks import check_office_values
from reception.storage.audit.queue_checks import check_queue
from reception.storage.audit.visit_history import (
    FirstWriter,
    VisitHistory,
    read_first_writers,
    read_visit_histories,
)
from reception.storage.crypto.hash_chain import row_digest
from reception.storage.database import Database
from reception.storage.visits.return_code_ids import keyed_code_id

_VISITS = (
    "SELECT v.*, p.kind AS petition_kind, p.outcome, p.document_number, "
    "a.answered_on, a.way, e.visit_id AS entered_late, d.due AS open_due "
    "FROM visit v LEFT JOIN petition p ON p.visit_id = v.visit_id AND p.position = 1 "
    "LEFT JOIN answer a ON a.visit_id = v.visit_id "
    "LEFT JOIN late_entry e ON e.visit_id = v.visit_id "
    "LEFT JOIN (SELECT visit_id, min(due_on) AS due FROM deadline WHERE closed_on IS NULL "
    "GROUP BY visit_id) d ON d.visit_id = v.visit_id ORDER BY v.visit_id"
)
_CODE_TABLES = ("return_code", "keyed_return_code")
_CODES = (
    "SELECT c.code_id, c.visit_id, c.cancelled, v.voided FROM {} c JOIN visit v USING (visit_id)"
)
_KEYED_CODES = "SELECT * FROM keyed_return_code"
_KINDS = {kind.value: kind for kind in PetitionKind}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


def check_state(database: Database) -> Iterator[Finding]:
    """Yield every present row that does not follow from the entries of the log."""
    yield from check_visits(database)
    yield from check_events(database)
    yield from check_requests(database)
    yield from check_hand_overs(database)
    yield from check_requested_papers(database)
    yield from check_prints(database)
    yield from check_numbers(database)
    yield from check_office_values(database)
    yield from check_queue(database)
    yield from check_hours(database)


def check_visits(database: Database) -> Iterator[Finding]:
    """Yield every visit whose state does not follow from its first entry and its changes."""
    histories = read_visit_histories(database)
    first_writers = read_first_writers(database, "visit")
    codes = _visits_with_wrong_codes(database)
    for row in database.iterate(_VISITS):
        visit_id = int(row["visit_id"])
        first = first_writers.get(str(visit_id))
        if first is None:
            continue  # record.unknown
        history = histories.get(visit_id, VisitHistory())
        for code, is_right in _CHECKS.items():
            if not is_right(row, history, first):
                yield Finding(code, None, "visit", str(visit_id), digest=_digest(code, row))
        if visit_id in codes:
            yield Finding("state.code", None, "visit", str(visit_id))


def _is_voided_right(row: Any, history: VisitHistory, first: FirstWriter) -> bool:
    del first
    return bool(row["voided"]) is history.voided


def _is_kind_right(row: Any, history: VisitHistory, first: FirstWriter) -> bool:
    """Compare kind and protection with the last reclassification, else with the sealing.

    Protection is lowered only by an entry that says so: such an entry needs custody.
    """
    kind = _KINDS.get(row["kind"])
    if kind is None or kind.series != row["series"] or row["petition_kind"] != row["kind"]:
        return False
    is_protected = kind.protected or bool(row["protection"])
    if history.kind is not None:
        return bool(row["kind"] == history.kind) and (is_protected or not history.protected)
    return first.act != Act.VISIT_SEALED or is_protected is history.protected


def _is_officer_right(row: Any, history: VisitHistory, first: FirstWriter) -> bool:
    del history
    return bool(row["officer"] == first.actor)


def _is_day_right(row: Any, history: VisitHistory, first: FirstWriter) -> bool:
    if bool(row["entered_late"]) is not (history.received_on is not None):
        return False
    if first.act != Act.VISIT_SEALED:
        return True
    if history.received_on is not None:
        return bool(row["received_on"] == history.received_on)
    return first.is_day(row["received_on"])


def _is_progress_right(row: Any, history: VisitHistory, first: FirstWriter) -> bool:
    outcome = _OUTCOMES.get(row["outcome"])
    if outcome is None:
        return False
    possible = {progress_of(outcome, has_document=False), progress_of(outcome, has_document=True)}
    if history.answered is not None:
        possible.add("answered")
    if first.act == Act.IMPORTED:
        possible.add("guided")
    return row["progress"] in possible


def _is_answer_right(row: Any, history: VisitHistory, first: FirstWriter) -> bool:
    del first
    present = None if row["answered_on"] is None else (row["answered_on"], row["way"])
    return present == history.answered


def _is_due_day_right(row: Any, history: VisitHistory, first: FirstWriter) -> bool:
    del history, first
    return bool(row["due_on"] == (None if row["voided"] else row["open_due"]))


_CHECKS: dict[str, Callable[[Any, VisitHistory, FirstWriter], bool]] = {
    "state.voided": _is_voided_right,
    "state.kind": _is_kind_right,
    "state.officer": _is_officer_right,
    "state.day": _is_day_right,
    "state.progress": _is_progress_right,
    "state.answer": _is_answer_right,
    "state.due": _is_due_day_right,
}


# What each check looks at: another value there is another finding.
_LOOKED_AT: dict[str, tuple[str, ...]] = {
    "state.voided": ("voided",),
    "state.kind": ("kind", "series", "petition_kind", "protection"),
    "state.officer": ("officer",),
    "state.day": ("received_on", "entered_late"),
    "state.progress": ("progress", "outcome"),
    "state.answer": ("answered_on", "way"),
    "state.due": ("due_on", "open_due", "voided"),
}


def _digest(code: str, row: Any) -> str:
    return row_digest(code, [row[name] for name in _LOOKED_AT[code]]).hex()


def _visits_with_wrong_codes(database: Database) -> set[int]:
    """Return the visits whose newest return code is not the only valid one; none of a voided one.

    A code becomes invalid with a newer one of its visit, or when the visit is voided. Also return
    those with a code that was replaced in its row.
    """
    newest: dict[int, tuple[int, str]] = {}
    rows, first_entries = [], {}
    for table in _CODE_TABLES:
        first_writers = read_first_writers(database, table)
        first_entries.update({code_id: writer.seq for code_id, writer in first_writers.items()})
        found = database.query(_CODES.format(table))
        rows += [row for row in found if row["code_id"] in first_writers]
    for row in rows:
        code = (first_entries[row["code_id"]], row["code_id"])
        newest[row["visit_id"]] = max(newest.get(row["visit_id"], code), code)
    return {
        row["visit_id"]
        for row in rows
        if bool(row["cancelled"])
        is not bool(row["voided"] or row["code_id"] != newest[row["visit_id"]][1])
    } | {
        row["visit_id"]
        for row in database.iterate(_KEYED_CODES)
        if row["code_id"]
        != keyed_code_id(row["visit_id"], bytes(row["lookup_key"]), bytes(row["check_hash"]))
    }
