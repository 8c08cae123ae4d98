"""Drafts of visits: saved while somebody types, encrypted for that person alone."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from reception.domain.audit import entry_time
from reception.domain.errors import NotAllowed, StorageError
from reception.domain.shown_times import ShownTime, own_work_time
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.storage.crypto import sealing
from reception.storage.crypto.sealed_key_files import SealedKeyFiles
from reception.storage.json_shapes import object_of, parsed_json

_OWN_DRAFTS = (
    "SELECT draft_id, updated_at, body FROM draft WHERE owner = ? ORDER BY updated_at DESC"
)
_OWNER_OF_DRAFT = "SELECT owner FROM draft WHERE draft_id = ?"
DELETE_DRAFT = "DELETE FROM draft WHERE draft_id = ? AND owner = ?"
_DRAFT_EXISTS = "SELECT 1 FROM draft WHERE draft_id = ?"
_DRAFT_ID = re.compile(r"[0-9a-f]{16}")  # the folder has other keys as well
_UPSERT_DRAFT = (
    "INSERT INTO draft (draft_id, owner, updated_at, body) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (draft_id) DO UPDATE SET updated_at = excluded.updated_at, body = excluded.body "
    "WHERE owner = excluded.owner"
)
_PADDING_STEP = 4096  # bytes; padding to multiples, so that the length reveals little


@dataclass(frozen=True, slots=True)
class Draft:
    """A decrypted draft; ``form`` is the JSON object that the window saved."""

    draft_id: str
    saved_at: ShownTime  # with its hour on the day itself only
    form: Mapping[str, object]

    def __repr__(self) -> str:
        """Never print what was typed."""
        return f"Draft({self.draft_id})"


@rights_checked
class Drafts:
    """Saves and decrypts the drafts of the signed-in person.

    The keys of drafts are files outside the database and outside backups.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._key_files = SealedKeyFiles(session.folder)
        self._open_keys: dict[str, bytes] = {}

    def create(self) -> str:
        """Create the key of a new draft, which only this person can open; return the draft's id."""
        draft_id = secrets.token_hex(8)
        self._open_keys[draft_id] = self._key_files.create(draft_id, self._session.keys.box_public)
        return draft_id

    def save(self, draft_id: str, form: Mapping[str, object]) -> ShownTime:
        """Write the form, and return the time of saving.

        A draft is not found by search, and saving it is not logged.
        Errors: StorageError ``draft.key_missing``.
        """
        key = self._key(draft_id)
        if key is None:
            raise StorageError("draft.key_missing")
        now = self._session.environment.clock.now()
        plain = sealing.pad(json.dumps(dict(form)).encode(), _PADDING_STEP)
        body = sealing.encrypt_blob(key, plain, self._associated_data(draft_id))
        parameters = (draft_id, self._session.member.user_id, now.isoformat(), body)
        with self._session.database.transaction():
            self._session.database.execute(_UPSERT_DRAFT, parameters)
        return own_work_time(now, self._session.today())

    def own_drafts(self) -> list[Draft]:
        """Return this person's drafts, newest first, without those that cannot be decrypted."""
        self._remove_orphaned_keys()
        drafts = []
        for row in self._session.database.query(_OWN_DRAFTS, (self._session.member.user_id,)):
            key = self._key(row["draft_id"])
            if key is None:
                continue
            try:
                padded = sealing.decrypt_blob(
                    key, bytes(row["body"]), self._associated_data(row["draft_id"])
                )
                form = object_of(parsed_json(sealing.unpad(padded, _PADDING_STEP)))
            except StorageError:  # also of what somebody else has sealed to this person
                continue
            saved_at = own_work_time(entry_time(row["updated_at"]), self._session.today())
            drafts.append(Draft(row["draft_id"], saved_at, form))
        return drafts

    def delete(self, draft_id: str) -> None:
        """Destroy one's own draft: its key first, then its row.

        Errors: NotAllowed ``draft.not_yours``.
        """
        self.forget_key(draft_id)
        with self._session.database.transaction():
            self._session.database.execute(DELETE_DRAFT, (draft_id, self._session.member.user_id))
        self._session.database.truncate_wal()

    def forget_key(self, draft_id: str) -> None:
        """Remove the key of one's own draft: nobody can open it any more.

        Errors: NotAllowed ``draft.not_yours``.
        """
        self.require_own(draft_id)
        self._open_keys.pop(draft_id, None)
        self._key_files.remove(draft_id)

    def require_own(self, draft_id: str) -> None:
        """Raise NotAllowed ``draft.not_yours`` if the draft or its key is somebody else's.

        A draft that no longer exists belongs to nobody: removing it again is no error.
        """
        row = self._session.database.one(_OWNER_OF_DRAFT, (draft_id,))
        if row is not None:
            is_own = row["owner"] == self._session.member.user_id
        else:
            is_own = draft_id not in self._key_files.ids() or self._key(draft_id) is not None
        if not _DRAFT_ID.fullmatch(draft_id) or not is_own:
            raise NotAllowed("draft.not_yours")

    def _remove_orphaned_keys(self) -> None:
        """Destroy this person's keys of drafts that are not in the database.

        A crash between the commit and the removal of the key leaves such a key.
        """
        private_key = self._session.keys.box_private
        for key_id in self._key_files.ids():
            is_in_use = key_id in self._open_keys or not _DRAFT_ID.fullmatch(key_id)
            if is_in_use or self._key_files.open(key_id, private_key) is None:
                continue
            if self._session.database.one(_DRAFT_EXISTS, (key_id,)) is None:
                self._key_files.remove(key_id)

    def _key(self, draft_id: str) -> bytes | None:
        if draft_id not in self._open_keys:
            key = self._key_files.open(draft_id, self._session.keys.box_private)
            if key is None:
                return None
            self._open_keys[draft_id] = key
        return self._open_keys[draft_id]

    def _associated_data(self, draft_id: str) -> bytes:
        office, owner = self._session.office.office_id, self._session.member.user_id
        return f"reception/draft/1\x00{office}\x00{owner}\x00{draft_id}".encode()
