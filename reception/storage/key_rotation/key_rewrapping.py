"""Rewraps data keys to a vault's new generation; the encrypted bodies stay unchanged."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reception.domain.errors import StorageError
from reception.storage.crypto import hash_chain, sealing
from reception.storage.crypto.sealing import VaultKey
from reception.storage.unit_of_work import UnitOfWork

_TABLE = "sealed_box"
_OLDER = "SELECT value_id, generation, box FROM sealed_box WHERE vault = ? AND generation < ?"
_GRANTS = "SELECT generation, holder FROM vault_grant WHERE name = ? AND generation < ?"


@dataclass(frozen=True, slots=True)
class RewrapCounts:
    """Numbers of boxes that were rewrapped, and of boxes that had to stay unchanged."""

    rewrapped: int = 0
    unchanged: int = 0


def rewrap(
    work: UnitOfWork,
    key: VaultKey,
    privates: dict[tuple[str, int], bytes],
    uncovered: AbstractSet[tuple[str, str]] = frozenset(),
) -> RewrapCounts:
    """Rewrap every box of the vault's older generations to ``key``.

    ``privates`` are the private keys of those generations, by (vault, generation).
    ``uncovered`` are (table, key) of rows that no log entry covers: they stay unchanged, so that
    the verification still reports them. A box that does not open stays unchanged as well.
    """
    rewrapped = unchanged = 0
    for row in work.database.query(_OLDER, (key.vault, key.generation)):
        box_key = {"value_id": row["value_id"], "vault": key.vault, "generation": row["generation"]}
        if (_TABLE, hash_chain.key_text(box_key.values())) in uncovered:
            unchanged += 1
            continue
        try:
            data_key = sealing.unbox(privates[(key.vault, row["generation"])], bytes(row["box"]))
        except (StorageError, KeyError):
            unchanged += 1
            continue
        work.delete(_TABLE, box_key)
        box = sealing.box_to(key.public, data_key)
        work.insert(_TABLE, {**box_key, "generation": key.generation, "box": box})
        rewrapped += 1
    return RewrapCounts(rewrapped, unchanged)


def drop_grants(work: UnitOfWork, key: VaultKey, holders: AbstractSet[str] | None = None) -> None:
    """Delete the grants of generations older than ``key``; ``holders`` None means all holders."""
    for row in work.database.query(_GRANTS, (key.vault, key.generation)):
        if holders is None or row["holder"] in holders:
            grant_key = {
                "name": key.vault,
                "generation": row["generation"],
                "holder": row["holder"],
            }
            work.delete("vault_grant", grant_key)
