"""Drafts of visits: kept while somebody types, encrypted for that person alone."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reception.domain.errors import StorageError
from reception.services.access.session import Session
from reception.storage.audit.draft_keys import DraftKeys
from reception.storage.crypto import sealing

_OWN_DRAFTS = (
    "SELECT draft_id, updated_at, body FROM draft WHERE owner = ? ORDER BY updated_at DESC"
)
_EXISTS = "SELECT 1 FROM draft WHERE draft_id = ?"
_ID = re.compile(r"[0-9a-f]{16}")  # of a draft; the folder holds other keys too
_PUT = (
    "INSERT INTO draft (draft_id, owner, updated_at, body) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (draft_id) DO UPDATE SET updated_at = excluded.updated_at, body = excluded.body "
    "WHERE owner = excluded.owner"
)
_STEP = 4096  # padding, so that the length of a draft reveals little


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that was opened; ``form`` is the JSON object that the window kept."""

    draft_id: str
    updated_at: datetime
    form: Mapping[str, object]

    def __repr__(self) -> str:
        """Never print what was typed."""
        return f"Draft({self.draft_id})"


class Drafts:
    """Keeps and opens the drafts of the person who is signed in.

    The keys of drafts lie outside the database and outside backups.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._files = DraftKeys(session.folder)
        self._open: dict[str, bytes] = {}

    def create(self) -> str:
        """Return the id of a new draft; its key is kept for this person alone."""
        draft_id = secrets.token_hex(8)
        self._open[draft_id] = self._files.create(draft_id, self._session.keys.box_public)
        return draft_id

    def save(self, draft_id: str, form: Mapping[str, object]) -> datetime:
        """Write the form and return the time; it is neither indexed nor logged."""
        self._session.refresh()  # no draft of somebody whose account was locked meanwhile
        key = self._key(draft_id)
        if key is None:
            raise StorageError("draft.key_missing")
        now = self._session.environment.clock.now()
        plain = sealing.pad(json.dumps(dict(form)).encode(), _STEP)
        body = sealing.lock_blob(key, plain, self._associated_data(draft_id))
        parameters = (draft_id, self._session.member.user_id, now.isoformat(), body)
        with self._session.database.transaction():
            self._session.database.execute(_PUT, parameters)
        return now

    def own_drafts(self) -> list[Draft]:
        """Return this person's drafts, newest first; another's do not open."""
        self._remove_orphaned_keys()
        drafts = []
        for row in self._session.database.query(_OWN_DRAFTS, (self._session.member.user_id,)):
            key = self._key(row["draft_id"])
            if key is None:
                continue
            try:
                padded = sealing.open_blob(
                    key, bytes(row["body"]), self._associated_data(row["draft_id"])
                )
            except StorageError:
                continue
            form = json.loads(sealing.unpad(padded, _STEP))
            at = datetime.fromisoformat(row["updated_at"])
            drafts.append(Draft(row["draft_id"], at, form))
        return drafts

    def delete(self, draft_id: str) -> None:
        """Destroy a draft: its key first, then its row."""
        self.forget_key(draft_id)
        with self._session.database.transaction():
            self._session.database.execute("DELETE FROM draft WHERE draft_id = ?", (draft_id,))
        self._session.database.checkpoint()

    def forget_key(self, draft_id: str) -> None:
        """Remove the key of a draft: nobody can open it any more."""
        self._open.pop(draft_id, None)
        self._files.remove(draft_id)

    def _remove_orphaned_keys(self) -> None:
        """Destroy own keys without rows: a crash between commit and removal leaves such keys."""
        own = self._session.keys.box_private
        for key_id in self._files.ids():
            begun = key_id in self._open or not _ID.fullmatch(key_id)
            if begun or self._files.open(key_id, own) is None:
                continue
            if self._session.database.one(_EXISTS, (key_id,)) is None:
                self._files.remove(key_id)

    def _key(self, draft_id: str) -> bytes | None:
        if draft_id not in self._open:
            key = self._files.open(draft_id, self._session.keys.box_private)
            if key is None:
                return None
            self._open[draft_id] = key
        return self._open[draft_id]

    def _associated_data(self, draft_id: str) -> bytes:
        office, owner = self._session.office.office_id, self._session.member.user_id
        return f"reception/draft/1\x00{office}\x00{owner}\x00{draft_id}".encode()
