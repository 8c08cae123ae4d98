"""Changes of visits in the raw register that leave search index and counts in order."""

from __future__ import annotations

from sqlcipher3 import dbapi2 as sqlite

from reception.domain.reporter import Identity, Pseudonym
from reception.storage.crypto import hash_chain, sealing
from reception.storage.crypto.sealing import Binding, VaultKey
from reception.storage.visits.sealed_identities import IDENTITY, binding_of
from reception.storage.visits.sealed_part import SealedPart, pack
from reception.storage.visits.visit_writer import joined_text, search_columns

_INDEXED = (
    *("summary", "request", "respondent", "place"),
    *("settled_by", "field_note", "handled_by", "document_number"),
)
_NEWEST_VALUE = (
    "SELECT * FROM sealed_value WHERE owner_row = ? AND field_group = ? "
    "ORDER BY version DESC LIMIT 1"
)
_NEWEST_VAULT = "SELECT * FROM vault WHERE name = ? ORDER BY generation DESC LIMIT 1"


def change_summary(database: sqlite.Connection, visit_id: int, text: str) -> None:
    """Change the summary of a visit's first petition."""
    database.execute(
        "UPDATE petition SET summary = ? WHERE visit_id = ? AND position = "
        "(SELECT min(position) FROM petition WHERE visit_id = ?)",
        (text, visit_id, visit_id),
    )
    _index_again(database, visit_id)


def delete_visit(database: sqlite.Connection, visit_id: int) -> None:
    """Delete everything that belongs to a visit, and take it out of the counts."""
    row = database.execute("SELECT * FROM visit WHERE visit_id = ?", (visit_id,)).fetchone()
    counted = (row["received_on"], row["kind"], row["progress"])
    database.execute(
        "DELETE FROM sealed_box WHERE value_id IN "
        "(SELECT value_id FROM sealed_value WHERE owner_row = ?)",
        (str(visit_id),),
    )
    database.execute("DELETE FROM sealed_value WHERE owner_row = ?", (str(visit_id),))
    database.execute("DELETE FROM reveal_request WHERE visit_id = ?", (visit_id,))
    for table in (*hash_chain.SALTED_TABLES, "visit_salt"):
        database.execute(f"DELETE FROM {table} WHERE visit_id = ?", (visit_id,))  # noqa: S608 - a table of the schema
    database.execute("DELETE FROM visit_search WHERE rowid = ?", (visit_id,))
    database.execute(
        "UPDATE visit_count SET visits = visits - 1 WHERE (day, kind, progress) = (?, ?, ?)",
        counted,
    )
    database.execute("DELETE FROM visit_count WHERE visits = 0")


def replace_identity(
    database: sqlite.Connection, office_id: str, visit_id: int, identity: Identity
) -> None:
    """Put a forged identity in the place of the newest version, sealed to the same vaults."""
    value = database.execute(_NEWEST_VALUE, (str(visit_id), IDENTITY)).fetchone()
    boxes = database.execute(
        "SELECT * FROM sealed_box WHERE value_id = ?", (value["value_id"],)
    ).fetchall()
    vaults = tuple(_vault_key(database, box["vault"]) for box in boxes)
    binding = binding_of(office_id, value)
    sealed = sealing.seal(pack(SealedPart(identity)), binding, vaults)
    database.execute(
        "UPDATE sealed_value SET body = ? WHERE value_id = ?", (sealed.body, value["value_id"])
    )
    database.execute("DELETE FROM sealed_box WHERE value_id = ?", (value["value_id"],))
    for (vault, generation), data_key_box in sealed.boxes.items():
        row = (value["value_id"], vault, generation, data_key_box)
        database.execute("INSERT INTO sealed_box VALUES (?, ?, ?, ?)", row)


def add_identity_version(
    database: sqlite.Connection, office_id: str, visit_id: int, identity: Identity
) -> None:
    """Append a forged identity as a later version, sealed to the vaults of the newest one."""
    newest = database.execute(_NEWEST_VALUE, (str(visit_id), IDENTITY)).fetchone()
    boxes = database.execute(
        "SELECT * FROM sealed_box WHERE value_id = ?", (newest["value_id"],)
    ).fetchall()
    value_id, version = bytes(16).hex(), newest["version"] + 1
    binding = Binding(office_id, "visit", str(visit_id), value_id, version, IDENTITY)
    vaults = tuple(_vault_key(database, box["vault"]) for box in boxes)
    sealed = sealing.seal(pack(SealedPart(identity)), binding, vaults)
    database.execute(
        "INSERT INTO sealed_value VALUES (?, 'visit', ?, ?, ?, ?)",
        (value_id, str(visit_id), version, IDENTITY, sealed.body),
    )
    for (vault, generation), data_key_box in sealed.boxes.items():
        row = (value_id, vault, generation, data_key_box)
        database.execute("INSERT INTO sealed_box VALUES (?, ?, ?, ?)", row)


def swap_identities(database: sqlite.Connection, first: int, second: int) -> None:
    """Give each of two visits the sealed identity of the other."""
    for old, new in ((first, -1), (second, first), (-1, second)):
        database.execute(
            "UPDATE sealed_value SET owner_row = ? WHERE owner_row = ? AND field_group = ?",
            (str(new), str(old), IDENTITY),
        )


def _vault_key(database: sqlite.Connection, name: str) -> VaultKey:
    row = database.execute(_NEWEST_VAULT, (name,)).fetchone()
    return VaultKey(name, row["generation"], bytes(row["public_key"]))


def _index_again(database: sqlite.Connection, visit_id: int) -> None:
    visit = database.execute("SELECT * FROM visit WHERE visit_id = ?", (visit_id,)).fetchone()
    code = Pseudonym(visit["series"], visit["code_year"], visit["code_number"])
    parts = [code.code(), f"{visit['number']:04d}", visit["body"], visit["note"]]
    petitions = database.execute(
        "SELECT * FROM petition WHERE visit_id = ? ORDER BY position", (visit_id,)
    )
    parts += [petition[name] for petition in petitions for name in _INDEXED]
    database.execute("DELETE FROM visit_search WHERE rowid = ?", (visit_id,))
    database.execute(
        "INSERT INTO visit_search (rowid, folded, exact) VALUES (?, ?, ?)",
        (visit_id, *search_columns(joined_text(parts))),
    )
