"""Queue of the blind index hashes of imported visits, made while the database thread is idle."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from reception.domain.audit import Act
from reception.domain.errors import StorageError
from reception.domain.reporter import Identity
from reception.services.access.session import Session
from reception.services.visits.blind_index import BlindIndexer, sources
from reception.storage.audit.draft_keys import DraftKeys
from reception.storage.crypto import sealing
from reception.storage.unit_of_work import UnitOfWork

CHUNK = 100  # visits that are written, and logged, together; a crash does their hashes again
_PREFIX = "tags"
_STEP = 4096  # a length tells little
_PUT = "INSERT INTO tag_queue (batch_id, position, owner, visits, body) VALUES (?, ?, ?, ?, ?)"
_NEXT = (
    "SELECT batch_id, position, visits, body FROM tag_queue WHERE owner = ? "
    "ORDER BY batch_id, position LIMIT 1"
)
_WAITING = "SELECT coalesce(sum(visits), 0) FROM tag_queue WHERE owner = ?"
_REST = "SELECT 1 FROM tag_queue WHERE batch_id = ? LIMIT 1"
_DONE = "DELETE FROM tag_queue WHERE batch_id = ? AND position = ?"
_ORDINARY = (
    "SELECT 1 FROM visit WHERE visit_id = ? AND kind <> 'denunciation' AND protection = 0 "
    "AND voided = 0"
)
_Source = tuple[int, str, str]  # visit id, kind of tag, what it is made from


@dataclass(slots=True)
class _Chunk:
    """A part of the queue in memory: sources still to be hashed, and hashes made."""

    batch_id: str
    position: int
    visits: int
    sources: list[_Source] = field(repr=False)
    tags: list[tuple[int, str, bytes]] = field(default_factory=list)


class BlindIndexQueue:
    """Makes the hashes of imported ordinary visits, one slow hash a step.

    The sources lie in the register under a key of their own, which opens to the one who
    imported and to nobody else and stands outside database and backups, like a draft's.
    A chunk's tags replace its sources in one logged transaction; after the last one the key
    is destroyed. Denunciations and protected visits never enter; one that has become one
    meanwhile gets no tag.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._keys = DraftKeys(session.folder)
        self._maker = BlindIndexer(session.database, session.environment.policy.blind_index)
        self._chunk: _Chunk | None = None
        self._idle = False

    def put(self, work: UnitOfWork, ordinary: Sequence[tuple[int, Identity]]) -> str:
        """Queue (visit id, identity) pairs in the import's own transaction; return the batch.

        The key is made inside the transaction too, so that :meth:`_sweep` cannot meet a key
        whose rows are still to come. Whoever fails to commit must :meth:`give_up` the batch.
        """
        found = [(visit_id, sources(identity)) for visit_id, identity in ordinary]
        wanted = [(visit_id, parts) for visit_id, parts in found if parts]
        if not wanted:
            return ""
        batch_id = f"{_PREFIX}{secrets.token_hex(8)}"
        key = self._keys.create(batch_id, self._session.keys.box_public)
        owner = self._session.member.user_id
        for position, first in enumerate(range(0, len(wanted), CHUNK)):
            chunk = wanted[first : first + CHUNK]
            flat = [(visit_id, *part) for visit_id, parts in chunk for part in parts]
            plain = sealing.pad(json.dumps(flat, ensure_ascii=False).encode(), _STEP)
            body = sealing.lock_blob(key, plain, self._bound(batch_id, position))
            work.database.execute(_PUT, (batch_id, position, owner, len(chunk), body))
        self._idle = False
        return batch_id

    def give_up(self, batch_id: str) -> None:
        """Destroy the key of a batch that did not commit ("" is none)."""
        if batch_id:
            self._keys.remove(batch_id)

    def waiting(self) -> int:
        """Return how many visits imported by this person still have no hashes."""
        row = self._session.database.one(_WAITING, (self._session.member.user_id,))
        return int(row[0]) if row is not None else 0

    def step(self) -> bool:
        """Make one hash (about 50 ms), or write a finished chunk; True while there are more."""
        if self._idle:
            return False
        if self._chunk is None:
            self._chunk = self._next()
        if self._chunk is None:
            self._idle = True
            return False
        if self._chunk.sources:
            visit_id, kind, source = self._chunk.sources.pop()
            self._chunk.tags.append((visit_id, kind, self._maker.tag(source)))
        else:
            chunk, self._chunk = self._chunk, None
            self._write(chunk)
        return True

    def drain(self) -> int:
        """Make every hash of the queue; return for how many visits."""
        count = self.waiting()
        while self.step():
            pass
        return count

    def _next(self) -> _Chunk | None:
        owner = self._session.member.user_id
        while (row := self._session.database.one(_NEXT, (owner,))) is not None:
            batch_id, position = str(row["batch_id"]), int(row["position"])
            found = self._opened(batch_id, position, bytes(row["body"]))
            if found is not None:
                return _Chunk(batch_id, position, int(row["visits"]), found)
            # Put back from a backup, which holds no keys: these visits stay without tags.
            with self._session.act() as work:
                work.database.execute(_DONE, (batch_id, position))
                work.log(Act.TAGGED, batch_id, visits=0, lost=int(row["visits"]))
        self._sweep()
        return None

    def _sweep(self) -> None:
        """Destroy own keys without rows: a crash between commit and removal leaves such keys."""
        mine = [
            key_id
            for key_id in self._keys.ids()
            if key_id.startswith(_PREFIX)
            and self._keys.open(key_id, self._session.keys.box_private) is not None
        ]
        if not mine:
            return
        with self._session.database.transaction():
            for key_id in mine:
                if self._session.database.one(_REST, (key_id,)) is None:
                    self._keys.remove(key_id)

    def _opened(self, batch_id: str, position: int, body: bytes) -> list[_Source] | None:
        key = self._keys.open(batch_id, self._session.keys.box_private)
        if key is None:
            return None
        try:
            padded = sealing.open_blob(key, body, self._bound(batch_id, position))
        except StorageError:
            return None
        return [(item[0], item[1], item[2]) for item in json.loads(sealing.unpad(padded, _STEP))]

    def _write(self, chunk: _Chunk) -> None:
        with self._session.act() as work:
            for visit_id, kind, tag in chunk.tags:
                if work.database.one(_ORDINARY, (visit_id,)) is not None:
                    work.put("blind_tag", {"visit_id": visit_id, "kind": kind, "tag": tag})
            work.database.execute(_DONE, (chunk.batch_id, chunk.position))
            work.log(Act.TAGGED, chunk.batch_id, visits=chunk.visits)
        if self._session.database.one(_REST, (chunk.batch_id,)) is None:
            self._keys.remove(chunk.batch_id)
        self._session.truncate_wal()

    def _bound(self, batch_id: str, position: int) -> bytes:
        office, owner = self._session.office.office_id, self._session.member.user_id
        return f"reception/tags/1\x00{office}\x00{owner}\x00{batch_id}\x00{position}".encode()
