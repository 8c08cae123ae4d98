"""The encrypted database: opened with strict settings, read and written in transactions."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from reception.domain.errors import StorageError
from reception.hardening.regular_files import is_regular, is_there

DATABASE_FILE = "register.db"
_SUFFIXES = ("", "-wal", "-shm", "-journal")
# (name of the PRAGMA, value that is set, value that must be read back)
_SETTINGS = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
)
_BUSY_TIMEOUT_MS = 5000
_DISK_ERROR_CODES = {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR"}
_UNWRITABLE = ("SQLITE_READONLY", "SQLITE_CANTOPEN")  # its sentence names both causes
Row = sqlite.Row


class Database:
    """A connection to ``register.db``; made and used on one thread."""

    def __init__(self, path: Path, key: bytes, *, create: bool = False) -> None:
        """Open with the raw 32-byte key.

        Errors: ``database.missing``, ``database.empty``, ``database.not_a_file``,
        ``database.unreadable`` (wrong key or damaged file), ``database.read_only``,
        ``database.disk_full``, ``database.busy``, ``database.setting_refused``.
        """
        self.path = path
        self._require_files(create=create)
        self._open(key)

    def _require_files(self, *, create: bool) -> None:
        """Refuse folders, links and named pipes: SQLite would wait for the last for ever.

        An empty file is refused too: SQLite would take it for a new one and write into it.
        """
        for suffix in _SUFFIXES:
            path = self.path.with_name(self.path.name + suffix)
            if os.path.lexists(path) and not is_regular(path):
                raise StorageError("database.not_a_file", file=str(path))
        if create:
            return
        if not is_there(self.path):
            raise StorageError("database.missing", folder=str(self.path.parent))
        if not self.path.stat().st_size:
            raise StorageError("database.empty", file=str(self.path))

    def reopen(self, key: bytes) -> None:
        """Open the file at the same path again after :meth:`close`, with another raw 32-byte key.

        A rekeyed file may have replaced it. Every holder of this object keeps using the object.
        Errors: those of the constructor except ``database.missing``.
        """
        self._open(key)

    def _open(self, key: bytes) -> None:
        try:
            self._connection = sqlite.connect(
                str(self.path), isolation_level=None, timeout=_BUSY_TIMEOUT_MS / 1000
            )
        except sqlite.DatabaseError as error:
            raise self._opening_error(error) from error
        self._connection.row_factory = sqlite.Row
        # Bytes that are no text are replaced: a digest then differs, and everything else is read.
        self._connection.text_factory = partial(str, encoding="utf-8", errors="replace")
        self._closed = False
        try:
            self._configure(key)
        except (sqlite.DatabaseError, StorageError):
            self._connection.close()
            raise

    def _configure(self, key: bytes) -> None:
        self._connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        try:
            self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite.DatabaseError as error:
            raise self._opening_error(error) from error
        self._connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
        try:
            self._set_all()
        except sqlite.DatabaseError as error:
            raise self._opening_error(error) from error

    def _opening_error(self, error: sqlite.DatabaseError) -> StorageError:
        """Return the cause in words: only a wrong key and a damaged file are unreadable."""
        text = str(error)
        if "locked" in text:
            return StorageError("database.busy")
        if "readonly" in text or "unable to open" in text:
            return StorageError("database.read_only", folder=str(self.path.parent))
        if "full" in text or "disk I/O" in text:
            return StorageError("database.disk_full")
        return StorageError("database.unreadable")

    def _set_all(self) -> None:
        for name, value, expected in _SETTINGS:
            self._connection.execute(f"PRAGMA {name} = {value}")
            current = self._connection.execute(f"PRAGMA {name}").fetchone()[0]
            if current != expected:
                raise StorageError("database.setting_refused", name=name)

    def query(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[Any]:
        """Return all rows of a SELECT."""
        with storage_errors():
            return list(self._connection.execute(sql, parameters).fetchall())

    def iterate(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Iterator[Any]:
        """Yield the rows of a SELECT one by one, for reading whole tables."""
        with storage_errors():
            yield from self._connection.execute(sql, parameters)

    def one(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Any | None:
        """Return the first row, or None."""
        with storage_errors():
            return self._connection.execute(sql, parameters).fetchone()

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Run one statement and return the number of rows changed."""
        with storage_errors():
            return int(self._connection.execute(sql, parameters).rowcount)

    def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one statement for each row of parameters."""
        with storage_errors():
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything written in the block, or roll it back on an exception."""
        with storage_errors():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with storage_errors():
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def truncate_wal(self) -> bool:
        """Write the WAL into the file and truncate it.

        Return False when another process uses the WAL, so that it could not be truncated.
        """
        row = self.one("PRAGMA wal_checkpoint(TRUNCATE)")
        return row is not None and row[0] == 0

    def begin_wal(self) -> None:
        """Write the header of a truncated WAL and one page to it.

        The next transaction then flushes the disk once, not twice. What is written is the unchanged
        schema version, because its page holds no data of a visit. A failure is ignored: the next
        transaction writes the header itself, or reports the failing disk.
        """
        version = self.schema_version
        self._connection.execute("PRAGMA busy_timeout = 0")  # do not wait for other processes
        with suppress(sqlite.Error):
            self._connection.execute(f"PRAGMA user_version = {version}")
        self._connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")

    def data_version(self) -> int:
        """Return a number that changes when another connection has written to the file."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    @property
    def schema_version(self) -> int:
        """Return the schema version of the file."""
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    def run_migration(self, statements: Sequence[str], version: int) -> None:
        """Run a migration and set the schema version to ``version``, in one transaction."""
        with self.transaction():
            for statement in statements:
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {int(version)}")

    def copy_to(self, path: Path, key: bytes) -> None:
        """Copy the whole file, encrypted under ``key``, by SQLite's backup API.

        Errors: ``database.not_a_file`` if a folder or anything but a file has this path,
        ``database.read_only`` if no file can be made there.
        """
        if os.path.lexists(path) and not is_regular(path):
            raise StorageError("database.not_a_file", file=str(path))
        try:
            target = sqlite.connect(str(path))
        except sqlite.DatabaseError as error:
            raise StorageError("database.read_only", folder=str(path.parent)) from error
        try:
            target.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            with storage_errors():
                self._connection.backup(target)
        finally:
            target.close()

    def lock_exclusively(self) -> None:
        """Lock every other connection out until this one closes; this one can still read.

        Errors: ``database.busy`` when another process has the file open.
        """
        with storage_errors():
            self._connection.execute("PRAGMA journal_mode = DELETE")
            self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._connection.execute("BEGIN EXCLUSIVE")
            self._connection.execute("COMMIT")

    def close_without_truncating_wal(self) -> None:
        """Close a connection that has written nothing, or whose file has been replaced."""
        self._closed = True
        self._connection.close()

    def is_intact(self) -> bool:
        """Tell whether the file passes the integrity checks of SQLCipher and SQLite."""
        problems = self.query("PRAGMA cipher_integrity_check")
        row = self.one("PRAGMA integrity_check")
        return not problems and row is not None and row[0] == "ok"

    def close(self) -> None:
        """Write the WAL into the file and close; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        try:
            self.truncate_wal()
        finally:
            self._connection.close()


@contextmanager
def storage_errors() -> Iterator[None]:
    """Context manager: turns SQLite errors of disk and file into StorageError.

    The codes are ``database.disk_full`` (also when writing fails or is refused), ``database.busy``,
    ``database.damaged`` (also when a stored number leaves no room for the next one, or a row
    stands where a new one belongs), ``database.unreadable_value`` for a sum that is too large, and
    ``database.schema_changed`` (``name``) without a table, or when a trigger refuses. Other
    operational errors, other violated constraints and programming errors pass unchanged.
    """
    try:
        yield
    except OverflowError as error:
        raise StorageError("database.damaged") from error
    except sqlite.DatabaseError as error:
        found = _storage_error(error)
        if found is None:
            raise
        raise found from error


def _storage_error(error: sqlite.DatabaseError) -> StorageError | None:
    text = str(error)
    if isinstance(error, sqlite.OperationalError):
        return _operational_error(error, text)
    if isinstance(error, sqlite.ProgrammingError):
        return None
    if isinstance(error, sqlite.IntegrityError) and not text.startswith("UNIQUE constraint failed"):
        # The program's own triggers never refuse: somebody has added another one.
        is_refused = "constraint failed" not in text
        return StorageError("database.schema_changed", name=text) if is_refused else None
    return StorageError("database.damaged")


def _operational_error(error: sqlite.OperationalError, text: str) -> StorageError | None:
    name = getattr(error, "sqlite_errorname", "") or _guess_error_name(text)
    if name in _DISK_ERROR_CODES or name.startswith(_UNWRITABLE):
        return StorageError("database.disk_full")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StorageError("database.busy")
    if text == "integer overflow":  # the sum of numbers that no program wrote
        return StorageError("database.unreadable_value")
    is_missing = text.startswith("no such table")  # somebody has dropped it
    return StorageError("database.schema_changed", name=text) if is_missing else None


def _guess_error_name(message: str) -> str:
    if any(word in message for word in ("full", "disk I/O", "readonly", "unable to open")):
        return "SQLITE_FULL"
    return "SQLITE_BUSY" if "locked" in message else ""
