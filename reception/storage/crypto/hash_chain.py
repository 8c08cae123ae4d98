"""Hash chain of the log: digests of rows and entries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

from reception.domain.audit import LogEntry, RowDigest

DIGEST_BYTES = 32
_LONGEST_KEY = 64  # bytes, of BLAKE2b
START = bytes(DIGEST_BYTES)  # what the first entry has as the digest of the entry before

# Every table whose rows the log covers, with its key columns. Three kinds of rows are left out:
# drafts, which change often and are authenticated by their own keys; grants, whose digest is in the
# row of their request; and the search index, which is derived.
LOGGED_TABLES: dict[str, tuple[str, ...]] = {
    "office": ("key",),
    "member": ("user_id", "generation"),
    "vault": ("name", "generation"),
    "vault_grant": ("name", "generation", "holder"),
    "visit": ("visit_id",),
    "petition": ("visit_id", "position"),
    "deadline": ("visit_id", "position"),
    "paper": ("visit_id", "position"),
    "attachment": ("visit_id", "position"),
    "sealed_value": ("value_id",),
    "sealed_box": ("value_id", "vault", "generation"),
    "blind_tag": ("visit_id", "kind"),
    "receipt": ("series", "year", "number"),
    "return_code": ("code_id",),
    "keyed_return_code": ("code_id",),
    "print": ("label",),
    "announced_day": ("day", "mode", "body"),
    "import_file": ("digest",),
    "visit_event": ("visit_id", "position"),
    "old_text": ("visit_id", "event", "place"),
    "late_entry": ("visit_id",),
    "answer": ("visit_id",),
    "reveal_request": ("request_id",),
    "visit_reader": ("visit_id",),
    "roster": ("number",),
    "code_last": ("series", "year"),
    "visit_hour": ("visit_id",),
    "requested_paper": ("paper_id",),
}

# Rows of a visit are digested with the visit's salt: a digest that is older than a correction
# must not confirm guesses of the removed text or code.
SALTED_TABLES = (
    "visit",
    "petition",
    "deadline",
    "paper",
    "attachment",
    "blind_tag",
    "receipt",
    "return_code",
    "keyed_return_code",
    "visit_event",
    "old_text",
    "late_entry",
    "answer",
)


def row_digest(table: str, values: Sequence[Any], salt: bytes = b"") -> bytes:
    """Return the digest of a row: its table and every value with its type and length."""
    # A salt that is too long for a key was not drawn by the program; the digest then differs.
    hasher = blake2b(digest_size=DIGEST_BYTES, key=salt[:_LONGEST_KEY], person=b"reception-row")
    hasher.update(_encode(table))
    for value in values:
        hasher.update(_encode(value))
    return hasher.digest()


def key_text(values: Iterable[Any]) -> str:
    """Return a row's key as text, e.g. ``2026000623|1``."""
    return "|".join(v.hex() if isinstance(v, bytes) else str(v) for v in values)


def facts_text(facts: dict[str, Any]) -> str:
    """Return an entry's facts as canonical JSON."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def entry_digest(entry: LogEntry, rows: Iterable[RowDigest]) -> bytes:
    """Return the digest over an entry, the digests of its rows and that of the entry before."""
    hasher = blake2b(digest_size=DIGEST_BYTES, person=b"reception-log")
    parts = (
        entry.seq,
        entry.at.isoformat(),
        entry.actor,
        entry.actor_key,
        entry.act,
        entry.subject,
        entry.facts,
        entry.previous,
    )
    for part in parts:
        hasher.update(_encode(part))
    if entry.roster:  # entries of earlier versions have none, and keep their digest
        hasher.update(b"roster" + _encode(entry.roster))
    for row in sorted(rows, key=lambda item: (item.table, item.key)):
        hasher.update(_encode(row.table) + _encode(row.key) + _encode(row.digest))
    return hasher.digest()


def _encode(value: Any) -> bytes:
    if value is None:
        type_code, data = b"n", b""
    elif isinstance(value, bytes):
        type_code, data = b"b", value
    elif isinstance(value, int):
        type_code, data = b"i", str(value).encode()
    elif isinstance(value, float):
        type_code, data = b"f", repr(value).encode()
    else:
        type_code, data = b"t", str(value).encode()
    return type_code + len(data).to_bytes(8, "big") + data
