"""Codes of errors after which an office cannot be opened with any password."""

from __future__ import annotations

DAMAGE_CODES = frozenset(
    {
        *("keyring.missing", "keyring.unreadable", "keyring.newer", "keyring.older"),
        *("database.missing", "database.unreadable", "database.damaged", "database.newer"),
        *("database.setting_refused", "members.forged", "seal.broken"),
        *("roster.rows_differ", "roster.lower", "roster.fork", "roster.forged"),
    }
)
