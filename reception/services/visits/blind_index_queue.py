"""Queue of the blind index hashes of imported visits, made while the database thread is idle."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import NotAllowed, StorageError
from reception.domain.reporter import Identity
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.visits.blind_index import BlindIndexer, hash_sources
from reception.storage.crypto import sealing
from reception.storage.crypto.sealed_key_files import SealedKeyFiles
from reception.storage.json_shapes import ShapeError, list_of, number_of, parsed_json, text_of
from reception.storage.unit_of_work import UnitOfWork

CHUNK_SIZE = 100  # visits written in one transaction; a crash loses the hashes of one chunk
_BATCH_PREFIX = "tags"
_PADDING_STEP = 4096  # bytes; padding to multiples, so that the length of a row reveals little
_INSERT_CHUNK = (
    "INSERT INTO tag_queue (batch_id, position, owner, visits, body) VALUES (?, ?, ?, ?, ?)"
)
_NEXT_CHUNK = (
    "SELECT batch_id, position, visits, body FROM tag_queue WHERE owner = ? "
    "ORDER BY batch_id, position LIMIT 1"
)
_PENDING_VISITS = "SELECT coalesce(sum(visits), 0) FROM tag_queue WHERE owner = ?"
_ANY_CHUNK_OF_BATCH = "SELECT 1 FROM tag_queue WHERE batch_id = ? LIMIT 1"
_CHUNKS_OF_BATCH = "SELECT count(*) FROM tag_queue WHERE batch_id = ?"
_DELETE_CHUNK = "DELETE FROM tag_queue WHERE batch_id = ? AND position = ?"
_ORDINARY_VISIT = (
    "SELECT 1 FROM visit WHERE visit_id = ? AND kind <> 'denunciation' AND protection = 0 "
    "AND voided = 0"
)
_LONGEST = 10_000  # characters of a text to be hashed
_Source = tuple[int, str, str]  # visit id, kind of hash, text to be hashed


def _source(item: Any) -> _Source:
    """Return what is hashed, from its JSON form. Errors: ShapeError."""
    values = list_of(item)
    if len(values) != 3:  # noqa: PLR2004 - as _Source
        raise ShapeError("no source")
    visit_id, kind, text = values
    return number_of(visit_id), text_of(kind, _LONGEST), text_of(text, _LONGEST)


@dataclass(slots=True)
class _Chunk:
    """The visits that are hashed now: texts still to be hashed, and finished hashes."""

    batch_id: str
    position: int
    visit_count: int
    sources: list[_Source] = field(repr=False)
    hashes: list[tuple[int, str, bytes]] = field(default_factory=list)


@rights_checked
class BlindIndexQueue:
    """Makes the hashes of imported ordinary visits, one slow hash in each step.

    The texts to be hashed are stored in the database, encrypted with a key of each batch. Only
    the person who imported the visits can open that key. Like the key of a draft, it is a file
    outside the database and outside backups. The hashes of a chunk replace its texts in one
    logged transaction; after the last chunk of a batch its key is destroyed. Denunciations and
    protected visits never enter the queue; a visit that was reclassified as one of these
    meanwhile gets no hash.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._key_files = SealedKeyFiles(session.folder)
        self._indexer = BlindIndexer(session.database, session.environment.policy.blind_index)
        self._chunk: _Chunk | None = None
        self._is_empty = False

    def add_visits(self, work: UnitOfWork, identities: Sequence[tuple[int, Identity]]) -> str:
        """Add (visit id, identity) of ordinary visits in the transaction of the import.

        Return the id of the new batch, "" if no identity can be hashed.

        The key is made inside the transaction too, so that :meth:`_remove_orphaned_keys` never
        finds a key whose rows are not written yet. After a failed commit the caller calls
        :meth:`discard`.
        """
        texts_of_visits = [(visit_id, hash_sources(identity)) for visit_id, identity in identities]
        hashable = [(visit_id, parts) for visit_id, parts in texts_of_visits if parts]
        if not hashable:
            return ""
        batch_id = f"{_BATCH_PREFIX}{secrets.token_hex(8)}"
        key = self._key_files.create(batch_id, self._session.keys.box_public)
        owner = self._session.member.user_id
        for position, first in enumerate(range(0, len(hashable), CHUNK_SIZE)):
            chunk = hashable[first : first + CHUNK_SIZE]
            sources = [(visit_id, *part) for visit_id, parts in chunk for part in parts]
            plain = sealing.pad(json.dumps(sources, ensure_ascii=False).encode(), _PADDING_STEP)
            body = sealing.encrypt_blob(key, plain, self._associated_data(batch_id, position))
            work.database.execute(_INSERT_CHUNK, (batch_id, position, owner, len(chunk), body))
        self._is_empty = False
        return batch_id

    def discard(self, batch_id: str) -> None:
        """Destroy the key of one's own batch whose transaction failed; "" means no batch.

        Errors: NotAllowed ``exchange.not_your_batch`` for the key of a draft, of another person's
        batch, or of one that is still in the queue.
        """
        if not batch_id:
            return
        key = self._key_files.open(batch_id, self._session.keys.box_private)
        is_waiting = self._session.database.one(_ANY_CHUNK_OF_BATCH, (batch_id,)) is not None
        if not batch_id.startswith(_BATCH_PREFIX) or key is None or is_waiting:
            raise NotAllowed("exchange.not_your_batch")
        self._key_files.remove(batch_id)

    def pending_visits(self) -> int:
        """Return how many visits imported by this person still wait for their hashes."""
        row = self._session.database.one(_PENDING_VISITS, (self._session.member.user_id,))
        return int(row[0]) if row is not None else 0

    def chunks_of(self, batch_id: str) -> int:
        """Return how many chunks of a batch are in the queue."""
        row = self._session.database.one(_CHUNKS_OF_BATCH, (batch_id,))
        return int(row[0]) if row is not None else 0

    def run_step(self) -> bool:
        """Make one hash (about 50 ms) or write a finished chunk; return False if none is left."""
        if self._is_empty:
            return False
        if self._chunk is None:
            self._chunk = self._next_chunk()
        if self._chunk is None:
            self._is_empty = True
            return False
        if self._chunk.sources:
            visit_id, kind, source = self._chunk.sources.pop()
            self._chunk.hashes.append((visit_id, kind, self._indexer.hash_source(source)))
        else:
            chunk, self._chunk = self._chunk, None
            self._write_hashes(chunk)
        return True

    def drain(self) -> int:
        """Make every hash of the queue; return the number of visits."""
        count = self.pending_visits()
        while self.run_step():
            pass
        return count

    def _next_chunk(self) -> _Chunk | None:
        owner = self._session.member.user_id
        while (row := self._session.database.one(_NEXT_CHUNK, (owner,))) is not None:
            batch_id, position = str(row["batch_id"]), int(row["position"])
            sources = self._decrypted_sources(batch_id, position, bytes(row["body"]))
            if sources is not None:
                return _Chunk(batch_id, position, int(row["visits"]), sources)
            # The database was restored from a backup. Backups have no keys of batches, so these
            # visits get no hashes.
            with self._session.act() as work:
                work.database.execute(_DELETE_CHUNK, (batch_id, position))
                work.log(Act.BLIND_INDEX_MADE, batch_id, visits=0, lost=int(row["visits"]))
        self._remove_orphaned_keys()
        return None

    def _remove_orphaned_keys(self) -> None:
        """Destroy this person's keys without a chunk in the database.

        A crash after the last commit and before the removal of the key leaves such a key.
        """
        own_keys = [
            key_id
            for key_id in self._key_files.ids()
            if key_id.startswith(_BATCH_PREFIX)
            and self._key_files.open(key_id, self._session.keys.box_private) is not None
        ]
        if not own_keys:
            return
        with self._session.database.transaction():
            for key_id in own_keys:
                if self._session.database.one(_ANY_CHUNK_OF_BATCH, (key_id,)) is None:
                    self._key_files.remove(key_id)

    def _decrypted_sources(self, batch_id: str, position: int, body: bytes) -> list[_Source] | None:
        key = self._key_files.open(batch_id, self._session.keys.box_private)
        if key is None:
            return None
        try:
            padded = sealing.decrypt_blob(key, body, self._associated_data(batch_id, position))
            items = list_of(parsed_json(sealing.unpad(padded, _PADDING_STEP)))
            return [_source(item) for item in items]
        except StorageError:  # also of what somebody else has sealed to this person
            return None

    def _write_hashes(self, chunk: _Chunk) -> None:
        with self._session.act() as work:
            for visit_id, kind, tag in chunk.hashes:
                if work.database.one(_ORDINARY_VISIT, (visit_id,)) is not None:
                    work.upsert("blind_tag", {"visit_id": visit_id, "kind": kind, "tag": tag})
            work.database.execute(_DELETE_CHUNK, (chunk.batch_id, chunk.position))
            work.log(Act.BLIND_INDEX_MADE, chunk.batch_id, visits=chunk.visit_count)
        if self._session.database.one(_ANY_CHUNK_OF_BATCH, (chunk.batch_id,)) is None:
            self._key_files.remove(chunk.batch_id)
        self._session.truncate_wal()

    def _associated_data(self, batch_id: str, position: int) -> bytes:
        office, owner = self._session.office.office_id, self._session.member.user_id
        return f"reception/tags/1\x00{office}\x00{owner}\x00{batch_id}\x00{position}".encode()
