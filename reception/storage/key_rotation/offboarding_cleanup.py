"""Drafts, queued blind indexes and requests of somebody whose keys become invalid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reception.domain.reveal_request import RequestState
from reception.storage.crypto.sealed_key_files import SealedKeyFiles
from reception.storage.database import Database
from reception.storage.office_values import OFFBOARDING_PREFIX, read_office_value
from reception.storage.staff.signed_members import DESK
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits.reveal_request_rows import (
    end_request,
    read_open_requests,
    vault_of_request,
)

_DRAFTS = "SELECT draft_id FROM draft WHERE owner = ? ORDER BY draft_id"
_BATCHES = "SELECT DISTINCT batch_id FROM tag_queue WHERE owner = ? ORDER BY batch_id"


@dataclass(frozen=True, slots=True)
class OwnedItems:
    """Ids of one person's drafts, queued blind indexes and open requests."""

    drafts: tuple[str, ...]
    batches: tuple[str, ...]  # of queued blind indexes
    requests: tuple[str, ...]


def is_offboarding(database: Database, user_id: str) -> bool:
    """Tell whether the offboarding of somebody is in progress."""
    return read_office_value(database, OFFBOARDING_PREFIX + user_id) is not None


def find_owned_items(database: Database, user_id: str) -> OwnedItems:
    """Return the rows that nobody can open once somebody's keys are invalid."""
    drafts = tuple(row["draft_id"] for row in database.query(_DRAFTS, (user_id,)))
    batches = tuple(row["batch_id"] for row in database.query(_BATCHES, (user_id,)))
    requests = [
        row["request_id"] for row in read_open_requests(database) if row["asker"] == user_id
    ]
    return OwnedItems(drafts, batches, tuple(requests))


def delete_owned_items(work: UnitOfWork, user_id: str) -> OwnedItems:
    """Delete somebody's drafts and queued blind indexes, and end their requests.

    :func:`delete_key_files` deletes the key files once this is committed.
    """
    items = find_owned_items(work.database, user_id)
    work.database.execute("DELETE FROM draft WHERE owner = ?", (user_id,))
    work.database.execute("DELETE FROM tag_queue WHERE owner = ?", (user_id,))
    for request_id in items.requests:
        end_request(work, request_id, RequestState.EXPIRED)
    return items


def delete_key_files(keys: Iterable[tuple[SealedKeyFiles, tuple[str, ...]]]) -> None:
    """Destroy key files that are no longer used; ``keys`` are pairs (key files, ids of keys)."""
    for key_files, key_ids in keys:
        for key_id in key_ids:
            key_files.remove(key_id)


def end_unreadable_requests(work: UnitOfWork, generation: int) -> tuple[str, ...]:
    """End open requests whose explanation is sealed to an older generation of ``desk``.

    One to a custodian, which ends with its day, stays: it can be refused, and asked again.
    """
    waiting = [
        row["request_id"]
        for row in read_open_requests(work.database)
        if row["state"] == RequestState.WAITING
        and row["generation"] < generation
        and vault_of_request(row) == DESK
    ]
    for request_id in waiting:
        end_request(work, request_id, RequestState.EXPIRED)
    return tuple(waiting)
