"""The schema of the encrypted database: its migrations, and the schema that they produce."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from reception.domain.errors import StorageError
from reception.storage.database import Database, storage_errors

_MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_SEARCH_INDEX = "visit_search"
_SCHEMA = "SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"


def migrations() -> list[tuple[int, list[str]]]:
    """Return (version, statements) of every migration, oldest first."""
    scripts = []
    for path in sorted(_MIGRATIONS.glob("[0-9][0-9][0-9][0-9]_*.sql")):
        scripts.append((int(path.name[:4]), split_statements(path.read_text(encoding="utf-8"))))
    return scripts


def latest_version() -> int:
    """Return the schema version this program writes."""
    return migrations()[-1][0]


def migrate(database: Database, copy_before: Path | None, key: bytes) -> list[int]:
    """Migrate an older file and return the versions of the migrations that were run.

    ``copy_before`` is the path of a copy made before the first migration, encrypted under ``key``.
    Errors: ``database.newer`` when a newer program has written the file;
    ``database.schema_changed`` when a migration does not fit what is there.
    """
    if database.schema_version > latest_version():
        raise StorageError("database.newer", found=database.schema_version, known=latest_version())
    pending = [migration for migration in migrations() if migration[0] > database.schema_version]
    if pending and copy_before is not None:
        database.copy_to(copy_before, key)
    for version, statements in pending:
        try:
            with storage_errors():
                database.run_migration(statements, version)
        except sqlite.Error as error:  # somebody has changed the tables, or their version
            raise StorageError("database.schema_changed", name=str(version)) from error
    return [version for version, _ in pending]


def split_statements(script: str) -> list[str]:
    """Split a migration at its semicolons; a trigger's body is not split."""
    statements: list[str] = []
    pending = ""
    for part in re.sub(r"--[^\n]*", "", script).split(";"):
        pending += part + ";"
        if sqlite.complete_statement(pending):
            if pending.strip(" \n;"):
                statements.append(pending.strip())
            pending = ""
    return statements


def schema_text(database: Database) -> str:
    """Return the schema as one text in a fixed order, for its digest in the log."""
    return "\n".join(
        f"{kind} {name} {sql}" for (kind, name), sql in present_schema(database).items()
    )


def present_schema(database: Database) -> dict[tuple[str, str], str]:
    """Return the SQL of everything in the schema, by (type, name) in a fixed order."""
    return _sql_by_name(database.query(_SCHEMA))


def expected_schema() -> dict[tuple[str, str], str]:
    """Return the schema that the migrations of this program produce, by (type, name)."""
    statements = (statement for _, script in migrations() for statement in script)
    return dict(_schema_after(tuple(statements)))


@lru_cache(maxsize=1)  # compared several times in each session, and always the same
def _schema_after(statements: tuple[str, ...]) -> dict[tuple[str, str], str]:
    connection = sqlite.connect(":memory:")
    try:
        for statement in statements:
            connection.execute(statement)
        return _sql_by_name(connection.execute(_SCHEMA).fetchall())
    finally:
        connection.close()


def require_expected_tables(database: Database) -> None:
    """Raise StorageError ``database.schema_changed`` (``name``) for another table, or any view.

    A view in the place of a table could show one row to a check and another one to its user.
    Triggers and indexes are left to the verification, so that the head can look and decide. The
    tables of the search index are made by SQLite itself, and nothing is decided by them.
    """
    expected, present = expected_schema(), present_schema(database)
    for kind, name in sorted(expected.keys() | present.keys()):
        is_source_of_rows = kind in ("table", "view") and not name.startswith(_SEARCH_INDEX)
        if is_source_of_rows and expected.get((kind, name)) != present.get((kind, name)):
            raise StorageError("database.schema_changed", name=name)


def _sql_by_name(rows: Sequence[Any]) -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in rows}
