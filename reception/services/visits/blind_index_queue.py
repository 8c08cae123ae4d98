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

CHUNK = 100  # visits written and logged together; after a crash their hashes are computed again
_PREFIX = "tags"
_STEP = 4096  # padding, so that the length of a row reveals little
_PUT = "INSERT INTO tag_queue (batch_id, position, owner, visits, body) VALUES (?, ?, ?, ?, ?)"
_NEXT = (
    "SELECT batch_id, position, visits, body FROM tag_queue WHERE owner = ? "
    "ORDER BY batch_id, position LIMIT 1"
)
_PENDING = "SELECT coalesce(sum(visits), 0) FROM tag_queue WHERE owner = ?"
_REST = "SELECT 1 FROM tag_queue WHERE batch_id = ? LIMIT 1"
_DONE = "DELETE FROM tag_queue WHERE batch_id = ? AND position = ?"
_ORDINARY = (
    "SELECT 1 FROM visit WHERE visit_id = ? AND kind <> 'denunciation' AND protection = 0 "
    "AND voided = 0"
)
_Source = tuple[int, str, str]  # visit id, kind of hash, text to be hashed


@dataclass(slots=True)
class _Chunk:
    """A part of the queue in memory: sources still to be hashed, and hashes made."""

    batch_id: str
    position: int
    visits: int
    sources: list[_Source] = field(repr=False)
    hashes: list[tuple[int, str, bytes]] = field(default_factory=list)


class BlindIndexQueue:
    """Makes the hashes of imported ordinary visits, one slow hash a step.

    The sources are stored in the register under a key of their own. Only the person who
    imported can open that key; like a draft's, it is a file outside database and backups. The
    hashes of a chunk replace its sources in one logged transaction; after the last chunk the key
    is destroyed. Denunciations and protected visits never enter the queue; a visit that has
    become one meanwhile gets no hash.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._keys = DraftKeys(session.folder)
        self._indexer = BlindIndexer(session.database, session.environment.policy.blind_index)
        self._chunk: _Chunk | None = None
        self._idle = False

    def put(self, work: UnitOfWork, ordinary: Sequence[tuple[int, Identity]]) -> str:
        """Queue (visit id, identity) pairs in the import's own transaction; return the batch.

        The key is made inside the transaction too, so that :meth:`_remove_orphaned_keys` never
        finds a key whose rows are not written yet. After a failed commit the caller calls
        :meth:`discard`.
        """
        with_sources = [(visit_id, sources(identity)) for visit_id, identity in ordinary]
        queued = [(visit_id, parts) for visit_id, parts in with_sources if parts]
        if not queued:
            return ""
        batch_id = f"{_PREFIX}{secrets.token_hex(8)}"
        key = self._keys.create(batch_id, self._session.keys.box_public)
        owner = self._session.member.user_id
        for position, first in enumerate(range(0, len(queued), CHUNK)):
            chunk = queued[first : first + CHUNK]
            flat = [(visit_id, *part) for visit_id, parts in chunk for part in parts]
            plain = sealing.pad(json.dumps(flat, ensure_ascii=False).encode(), _STEP)
            body = sealing.lock_blob(key, plain, self._associated_data(batch_id, position))
            work.database.execute(_PUT, (batch_id, position, owner, len(chunk), body))
        self._idle = False
        return batch_id

    def discard(self, batch_id: str) -> None:
        """Destroy the key of a batch that did not commit ("" is none)."""
        if batch_id:
            self._keys.remove(batch_id)

    def pending_visits(self) -> int:
        """Return how many visits imported by this person still have no hashes."""
        row = self._session.database.one(_PENDING, (self._session.member.user_id,))
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
            self._chunk.hashes.append((visit_id, kind, self._indexer.tag(source)))
        else:
            chunk, self._chunk = self._chunk, None
            self._write(chunk)
        return True

    def drain(self) -> int:
        """Make every hash of the queue; return for how many visits."""
        count = self.pending_visits()
        while self.step():
            pass
        return count

    def _next(self) -> _Chunk | None:
        owner = self._session.member.user_id
        while (row := self._session.database.one(_NEXT, (owner,))) is not None:
            batch_id, position = str(row["batch_id"]), int(row["position"])
            with_sources = self._opened(batch_id, position, bytes(row["body"]))
            if with_sources is not None:
                return _Chunk(batch_id, position, int(row["visits"]), with_sources)
            # Restored from a backup, which holds no keys: these visits get no hashes.
            with self._session.act() as work:
                work.database.execute(_DONE, (batch_id, position))
                work.log(Act.BLIND_INDEX_MADE, batch_id, visits=0, lost=int(row["visits"]))
        self._remove_orphaned_keys()
        return None

    def _remove_orphaned_keys(self) -> None:
        """Destroy own keys without rows: a crash between commit and removal leaves such keys."""
        own_keys = [
            key_id
            for key_id in self._keys.ids()
            if key_id.startswith(_PREFIX)
            and self._keys.open(key_id, self._session.keys.box_private) is not None
        ]
        if not own_keys:
            return
        with self._session.database.transaction():
            for key_id in own_keys:
                if self._session.database.one(_REST, (key_id,)) is None:
                    self._keys.remove(key_id)

    def _opened(self, batch_id: str, position: int, body: bytes) -> list[_Source] | None:
        key = self._keys.open(batch_id, self._session.keys.box_private)
        if key is None:
            return None
        try:
            padded = sealing.open_blob(key, body, self._associated_data(batch_id, position))
        except StorageError:
            return None
        return [(item[0], item[1], item[2]) for item in json.loads(sealing.unpad(padded, _STEP))]

    def _write(self, chunk: _Chunk) -> None:
        with self._session.act() as work:
            for visit_id, kind, tag in chunk.hashes:
                if work.database.one(_ORDINARY, (visit_id,)) is not None:
                    work.upsert("blind_tag", {"visit_id": visit_id, "kind": kind, "tag": tag})
            work.database.execute(_DONE, (chunk.batch_id, chunk.position))
            work.log(Act.BLIND_INDEX_MADE, chunk.batch_id, visits=chunk.visits)
        if self._session.database.one(_REST, (chunk.batch_id,)) is None:
            self._keys.remove(chunk.batch_id)
        self._session.truncate_wal()

    def _associated_data(self, batch_id: str, position: int) -> bytes:
        office, owner = self._session.office.office_id, self._session.member.user_id
        return f"reception/tags/1\x00{office}\x00{owner}\x00{batch_id}\x00{position}".encode()
