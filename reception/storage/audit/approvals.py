"""The head's signature under the approval of one act, as the facts of its log entry keep it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from reception.domain.audit import LogEntry
from reception.domain.staff import Role
from reception.storage.crypto.keyring import signed_by
from reception.storage.database import Database

_PREFIX = b"reception approval 1\x00"
_UNSIGNED_FACTS = frozenset({"approval", "prints", "clock"})  # added after the signature
_ROLE = "SELECT role FROM member WHERE user_id = ? AND generation = ?"
_SAME_APPROVAL = (
    "SELECT 1 FROM log WHERE seq < ? AND act IN ('bulk_opened', 'secret_opened', 'copy_traced') "
    "AND CASE WHEN json_valid(facts) THEN json_extract(facts, '$.approval') END = ? LIMIT 1"
)


def approval_message(office_id: str, asker: str, facts: Mapping[str, object]) -> bytes:
    """Return what the head signs: the facts, the office and the person who asks."""
    signed = {name: value for name, value in facts.items() if name not in _UNSIGNED_FACTS}
    signed |= {"office": office_id, "asker": asker}
    return _PREFIX + json.dumps(signed, ensure_ascii=False, sort_keys=True).encode()


def is_signed_approval(
    office_id: str, asker: str, facts: Mapping[str, Any], keys: Mapping[tuple[str, int], bytes]
) -> bool:
    """Tell whether a member's key signed the approval in the facts of a log entry."""
    try:
        public = keys.get((str(facts["approved"]), int(facts["approved_key"])))
        signature = bytes.fromhex(str(facts["approval"]))
        message = approval_message(office_id, asker, facts)
    except (KeyError, ValueError, TypeError, OverflowError):
        return False
    # In another spelling an approval that was used before would look like a new one.
    is_spelt_right = facts["approval"] == signature.hex()
    return is_spelt_right and public is not None and signed_by(public, message, signature)


def is_approved_entry(
    database: Database,
    office_id: str,
    entry_and_facts: tuple[LogEntry, Mapping[str, Any]],
    keys: Mapping[tuple[str, int], bytes],
) -> bool:
    """Tell whether the head approved an entry, before it was written and for this entry alone."""
    entry, facts = entry_and_facts
    if not is_signed_approval(office_id, entry.actor, facts, keys):
        return False
    after = facts.get("after")
    signer = database.one(_ROLE, (facts["approved"], facts["approved_key"]))
    return (
        isinstance(after, int)
        and after < entry.seq
        and signer is not None
        and signer["role"] == Role.HEAD.value
        and database.one(_SAME_APPROVAL, (entry.seq, facts["approval"])) is None
    )
