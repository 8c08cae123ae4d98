"""Ids of return codes: each is a digest of its row, so that no later entry can replace the code."""

from __future__ import annotations

from hashlib import blake2b

_ID_BYTES = 16


def keyed_code_id(visit_id: int, lookup_key: bytes, check_hash: bytes) -> str:
    """Return the id of a row of the table ``keyed_return_code``, as hex digits."""
    hasher = blake2b(digest_size=_ID_BYTES, person=b"return-code-id")
    for part in (str(visit_id).encode(), lookup_key, check_hash):
        hasher.update(len(part).to_bytes(2, "big") + part)
    return hasher.hexdigest()
