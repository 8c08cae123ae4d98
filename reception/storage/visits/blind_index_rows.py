"""Rows of the blind index: the hashes by which the reporter of an ordinary visit is recognised."""

from __future__ import annotations

from collections.abc import Iterable

from reception.storage.database import Database
from reception.storage.unit_of_work import UnitOfWork

_HASH = "SELECT tag FROM blind_tag WHERE visit_id = ? AND kind = ?"
_ENTERED_BY = (
    "SELECT 1 FROM blind_tag JOIN visit USING (visit_id) WHERE tag = ? AND officer = ? LIMIT 1"
)
_KINDS = "SELECT kind FROM blind_tag WHERE visit_id = ?"


def read_hash(database: Database, visit_id: int, kind: str) -> bytes | None:
    """Return the hash of one kind of a visit; None if there is none."""
    row = database.one(_HASH, (visit_id, kind))
    return None if row is None else bytes(row["tag"])


def write_hashes(work: UnitOfWork, visit_id: int, hashes: Iterable[tuple[str, bytes]]) -> None:
    """Store the hashes of a visit, each as (kind, hash); the visit has none yet."""
    for kind, tag in hashes:
        work.insert("blind_tag", {"visit_id": visit_id, "kind": kind, "tag": tag})


def delete_hashes(work: UnitOfWork, visit_id: int) -> None:
    """Delete the hashes of a visit, so that its reporter is no longer recognised by it."""
    for row in work.database.query(_KINDS, (visit_id,)):
        work.delete("blind_tag", {"visit_id": visit_id, "kind": row["kind"]})


def has_visit_entered_by(database: Database, tag: bytes, user_id: str) -> bool:
    """Tell whether an officer has entered a visit of the person with this hash."""
    return database.one(_ENTERED_BY, (tag, user_id)) is not None
