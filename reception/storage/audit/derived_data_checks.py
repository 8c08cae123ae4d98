"""Checks of what the log does not cover: the schema, the search index, the visit counts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from reception.domain.audit import Finding
from reception.domain.errors import StorageError
from reception.domain.reporter import Pseudonym
from reception.domain.text import fold
from reception.storage.crypto.hash_chain import row_digest
from reception.storage.database import Database
from reception.storage.schema import expected_schema, present_schema
from reception.storage.visits.visit_writer import (
    former_search_columns,
    joined_text,
    search_columns,
)

_INDEX = "visit_search"
_TEXTS = (
    "SELECT v.visit_id, v.series, v.code_year, v.code_number, v.number, v.body, v.note, "
    "p.summary, p.request, p.respondent, p.place, p.settled_by, p.field_note, p.handled_by, "
    "p.document_number, s.folded, s.exact "
    "FROM visit v JOIN petition p USING (visit_id) "
    "LEFT JOIN visit_search s ON s.rowid = v.visit_id "
    "ORDER BY v.visit_id, p.position"
)
_PETITION_TEXTS = (
    "summary",
    "request",
    "respondent",
    "place",
    "settled_by",
    "field_note",
    "handled_by",
    "document_number",
)
_ORPHANED = "SELECT rowid FROM visit_search WHERE rowid NOT IN (SELECT visit_id FROM visit)"
_MISCOUNTED = (
    "WITH counted AS (SELECT received_on AS day, kind, progress, count(*) AS visits FROM visit "
    "GROUP BY 1, 2, 3), "
    "differing AS (SELECT * FROM (SELECT * FROM counted EXCEPT SELECT * FROM visit_count) "
    "UNION SELECT * FROM (SELECT * FROM visit_count EXCEPT SELECT * FROM counted)) "
    "SELECT DISTINCT day, kind, progress FROM differing"
)
_SECURE_DELETE = "SELECT 1 FROM visit_search_config WHERE k = 'secure-delete' AND v = 1"
_INDEX_SELF_CHECK = "INSERT INTO visit_search (visit_search, rank) VALUES ('integrity-check', 1)"


def check_schema(database: Database) -> Iterator[Finding]:
    """Yield every table, index and trigger that differs from this program's schema.

    An added trigger could change data for an attacker; a removed one would allow the log to be
    overwritten.
    """
    expected, present = expected_schema(), present_schema(database)
    for name in sorted(expected.keys() | present.keys()):
        if expected.get(name) != present.get(name):
            digest = row_digest("schema", [present.get(name)]).hex()
            yield Finding("schema.changed", None, *name, digest=digest)


def check_indexes(database: Database) -> Iterator[Finding]:
    """Yield a finding unless every index holds what its table holds.

    The checks of the log read its rows through an index; one that leaves rows out would hide them.
    """
    problems = {str(row[0]) for row in database.query("PRAGMA integrity_check")} - {"ok"}
    if any(_INDEX not in problem for problem in problems):  # the search index has its own check
        yield Finding("state.file", None, "register", "register.db")


def check_search_index(database: Database) -> Iterator[Finding]:
    """Yield every visit whose search index does not match its texts."""
    for visit_id, rows in groupby(database.iterate(_TEXTS), key=lambda row: int(row["visit_id"])):
        if not _index_matches(list(rows)):
            yield Finding("search.differs", None, _INDEX, str(visit_id))
    for row in database.iterate(_ORPHANED):
        yield Finding("search.differs", None, _INDEX, str(row[0]))
    if database.one(_SECURE_DELETE) is None:
        yield Finding("search.differs", None, _INDEX, "secure-delete")
    try:
        database.execute(_INDEX_SELF_CHECK)
    except StorageError as error:
        if error.code != "database.damaged":
            raise
        yield Finding("search.differs", None, _INDEX, "*")


def check_visit_counts(database: Database) -> Iterator[Finding]:
    """Yield every stored filter count that differs from the number of visits."""
    for row in database.iterate(_MISCOUNTED):
        yield Finding("counts.differ", None, "visit_count", " ".join(map(str, row)))


def _index_matches(rows: list[Any]) -> bool:
    first = rows[0]
    code = Pseudonym(first["series"], first["code_year"], first["code_number"])
    parts = [code.code(), f"{first['number']:04d}", first["body"], first["note"]]
    for row in rows:
        parts += [row[name] for name in _PETITION_TEXTS]
    text, columns = joined_text(parts), (first["folded"], first["exact"])
    if columns in (search_columns(text), former_search_columns(text)):
        return True
    # A row of an earlier version that was folded anew, see fold_index_anew.
    return (fold(str(first["folded"])), first["exact"]) == search_columns(text)
