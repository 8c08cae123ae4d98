"""Sealed identities and scans: every session can write them, only a vault key opens them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from nacl.utils import random as random_bytes

from reception.domain.act_rule import COPY_NUMBER_GROUP, IDENTITY_GROUP, SCAN_GROUP, TEXTS_GROUP
from reception.domain.errors import StorageError
from reception.domain.reporter import SealedIdentity
from reception.storage.crypto import sealing
from reception.storage.crypto.sealing import Binding, VaultKey
from reception.storage.database import Database
from reception.storage.staff.signed_members import DESK, PROTECTED
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits.sealed_part import SealedPart, pack, unpack, unpack_texts

# Field groups: the kinds of sealed values of a visit.
IDENTITY = IDENTITY_GROUP
SCAN = SCAN_GROUP
TEXTS = TEXTS_GROUP
COPY_NUMBER = COPY_NUMBER_GROUP
_BOXES_OF_VISIT = (
    "SELECT v.*, b.vault, b.generation, b.box FROM sealed_value v JOIN sealed_box b "
    "USING (value_id) WHERE v.owner_table = 'visit' AND v.owner_row = ?"
)
_VALUES = f"{_BOXES_OF_VISIT} AND v.field_group = ? ORDER BY v.version DESC"
_BOXES = f"{_BOXES_OF_VISIT} AND b.vault = ?"
_COPY_NUMBERS = (
    "SELECT v.*, b.vault, b.generation, b.box FROM sealed_value v LEFT JOIN sealed_box b "
    "USING (value_id) WHERE v.owner_table = 'visit' AND v.field_group = ? "
    "AND v.owner_row IN (SELECT CAST(visit_id AS TEXT) FROM visit) "
    "ORDER BY v.owner_row DESC, v.version DESC"
)

_LOST_VALUES = (
    "SELECT DISTINCT v.key FROM log_row e JOIN log_row v ON v.seq = e.seq "
    "AND v.record = 'sealed_value' WHERE e.record = 'visit_event' AND e.key >= ? AND e.key < ? "
    "AND v.key NOT IN (SELECT value_id FROM sealed_value)"
)


class SealedIdentities:
    """Writes sealed values of one office to its vaults."""

    def __init__(
        self,
        office_id: str,
        vaults: Mapping[str, VaultKey],
        require_walked_log: Callable[[], object] | None = None,
    ) -> None:
        """``vaults``: the newest generation of each, already verified against the root.

        ``require_walked_log`` is called before anything is sealed to ``protected`` alone.
        """
        self._office_id = office_id
        self._vaults = vaults
        self._require_walked_log = require_walked_log

    def recipients(self, *, protected: bool) -> tuple[VaultKey, ...]:
        """Return the vaults to which a value is sealed: ``protected`` alone, or both."""
        names = (PROTECTED,) if protected else (DESK, PROTECTED)
        return tuple(self._vaults[name] for name in names)

    def seal_identity(
        self, work: UnitOfWork, visit_id: int, part: SealedPart, *, protected: bool
    ) -> SealedIdentity:
        """Append a sealed version of a visit's identity."""
        version = _next_version(work.database, str(visit_id), IDENTITY)
        return self._write(
            work, (str(visit_id), IDENTITY, version), pack(part), protected, sealing.TEXT_STEP
        )

    def seal_texts(
        self, work: UnitOfWork, visit_id: int, texts: Mapping[str, str], *, protected: bool
    ) -> SealedIdentity:
        """Append a sealed version of replaced texts; ``texts`` maps field paths to old texts."""
        version = _next_version(work.database, str(visit_id), TEXTS)
        plain = json.dumps(dict(texts), ensure_ascii=False).encode("utf-8")
        target = (str(visit_id), TEXTS, version)
        return self._write(work, target, plain, protected, sealing.TEXT_STEP)

    def seal_copy_number(
        self, work: UnitOfWork, visit_id: int, number: str, *, protected: bool
    ) -> SealedIdentity:
        """Append the number of a citizen's copy; it is stored nowhere else."""
        version = _next_version(work.database, str(visit_id), COPY_NUMBER)
        target = (str(visit_id), COPY_NUMBER, version)
        return self._write(work, target, number.encode("utf-8"), protected, sealing.TEXT_STEP)

    def add_desk_boxes(
        self, work: UnitOfWork, visit_id: int, privates: Mapping[tuple[str, int], bytes]
    ) -> int:
        """Add a box for the vault ``desk`` to every sealed value of a visit; return how many.

        ``privates`` are private keys of the vault ``protected``. Each value must open as one of
        this visit: otherwise a denouncer's value that somebody moved here in the file would become
        readable at the desk. Its content is not used. Errors: StorageError ``seal.broken``.
        """
        desk, count = self._vaults[DESK], 0
        for row in work.database.query(_BOXES, (str(visit_id), PROTECTED)):
            private = privates.get((PROTECTED, row["generation"]))
            if private is None:
                continue
            data_key = sealing.checked_data_key(
                bytes(row["body"]), bytes(row["box"]), private, binding_of(self._office_id, row)
            )
            box = sealing.box_to(desk.public, data_key)
            box_row = {"value_id": row["value_id"], "vault": DESK, "generation": desk.generation}
            work.upsert("sealed_box", {**box_row, "box": box})
            count += 1
        return count

    def seal_scan(
        self, work: UnitOfWork, owner: tuple[int, int], data: bytes, *, protected: bool
    ) -> SealedIdentity:
        """Append a sealed scan of a visit; ``owner`` is (visit id, position)."""
        visit_id, position = owner
        group = f"{SCAN}{position}"
        return self._write(work, (str(visit_id), group, 1), data, protected, sealing.SCAN_STEP)

    def _write(
        self,
        work: UnitOfWork,
        target: tuple[str, str, int],
        plain: bytes,
        protected: bool,
        step: int,
    ) -> SealedIdentity:
        if protected and self._require_walked_log is not None:
            self._require_walked_log()
        visit, group, version = target
        value_id = random_bytes(16).hex()
        row = {
            "value_id": value_id,
            "owner_table": "visit",
            "owner_row": visit,
            "version": version,
            "field_group": group,
        }
        binding = binding_of(self._office_id, row)
        sealed = sealing.seal(plain, binding, self.recipients(protected=protected), step)
        work.insert("sealed_value", {**row, "body": sealed.body})
        for (vault, generation), box in sealed.boxes.items():
            work.insert(
                "sealed_box",
                {"value_id": value_id, "vault": vault, "generation": generation, "box": box},
            )
        return SealedIdentity(value_id, version)


def binding_of(office_id: str, row: Mapping[str, Any]) -> Binding:
    """Return the binding of a row of the table ``sealed_value``."""
    return Binding(
        office_id,
        row["owner_table"],
        row["owner_row"],
        row["value_id"],
        row["version"],
        row["field_group"],
    )


def open_part(
    database: Database, office_id: str, visit_id: int, privates: Mapping[tuple[str, int], bytes]
) -> SealedPart | None:
    """Open the newest identity of a visit with the given private keys.

    Return None if none of the keys is of a vault that may open it. Errors: StorageError
    ``seal.broken``, also for the identity of another visit.
    """
    for row in database.query(_VALUES, (str(visit_id), IDENTITY)):
        private = privates.get((row["vault"], row["generation"]))
        if private is None:
            continue
        binding = binding_of(office_id, row)
        return unpack(sealing.unseal(bytes(row["body"]), bytes(row["box"]), private, binding))
    return None


def open_texts(
    database: Database, office_id: str, visit_id: int, privates: Mapping[tuple[str, int], bytes]
) -> list[dict[str, str]]:
    """Open the sealed old texts of a visit with the given private keys, newest first."""
    opened = _open_group(database, office_id, (visit_id, TEXTS), privates)
    return [unpack_texts(plain) for plain in opened]


def open_copy_numbers(
    database: Database, office_id: str, visit_id: int, privates: Mapping[tuple[str, int], bytes]
) -> list[str]:
    """Open the numbers of a visit's citizen's copies with the given private keys, newest first."""
    opened = _open_group(database, office_id, (visit_id, COPY_NUMBER), privates)
    return [plain.decode("utf-8") for plain in opened]


def find_copy_number(
    database: Database, office_id: str, number: str, privates: Mapping[tuple[str, int], bytes]
) -> tuple[list[tuple[int, str]], int]:
    """Open the numbers of all citizen's copies; return those that bear a number, newest first.

    Each is (visit id, id of the sealed value); also how many numbers could not be opened, because
    the seal is damaged or for another key.
    """
    found: list[tuple[int, str]] = []
    seen: set[str] = set()
    opened: set[str] = set()
    for row in database.query(_COPY_NUMBERS, (COPY_NUMBER,)):
        seen.add(row["value_id"])
        private = privates.get((row["vault"], row["generation"]))
        if private is None or row["value_id"] in opened:
            continue
        try:
            plain = sealing.unseal(
                bytes(row["body"]), bytes(row["box"]), private, binding_of(office_id, row)
            )
        except StorageError:
            continue
        opened.add(row["value_id"])
        if plain == number.encode("utf-8"):
            found.append((int(row["owner_row"]), row["value_id"]))
    return found, len(seen - opened)


def _open_group(
    database: Database,
    office_id: str,
    target: tuple[int, str],
    privates: Mapping[tuple[str, int], bytes],
) -> list[bytes]:
    """Open every version of one field group of a visit, newest first."""
    visit_id, group = target
    versions: dict[int, bytes] = {}
    for row in database.query(_VALUES, (str(visit_id), group)):
        private = privates.get((row["vault"], row["generation"]))
        if private is None or row["version"] in versions:
            continue
        binding = binding_of(office_id, row)
        versions[row["version"]] = sealing.unseal(
            bytes(row["body"]), bytes(row["box"]), private, binding
        )
    return list(versions.values())


def remove_desk_boxes(work: UnitOfWork, visit_id: int) -> int:
    """Delete the boxes for ``desk`` of all versions of all sealed values of a visit."""
    rows = work.database.query(_BOXES, (str(visit_id), DESK))
    for row in rows:
        box_row = {"value_id": row["value_id"], "vault": DESK, "generation": row["generation"]}
        work.delete("sealed_box", box_row)
    return len(rows)


def lost_values(database: Database, visit_id: int) -> list[str]:
    """Return the ids of sealed values that the log knows of a visit and that are gone.

    Sealed values are never deleted. Those that were written with an event of the visit, such as the
    later versions of an identity, are found through the event's digests.
    """
    bounds = (f"{visit_id}|", f"{visit_id}}}")  # every key that begins with "<visit id>|"
    return [row["key"] for row in database.query(_LOST_VALUES, bounds)]


def identity_row_keys(database: Database, visit_id: int) -> list[tuple[str, tuple[Any, ...]]]:
    """Return (table, key) of every row of the sealed identity of a visit."""
    return _row_keys(database.query(_VALUES, (str(visit_id), IDENTITY)))


def sealed_row_keys(database: Database, visit_id: int) -> list[tuple[str, tuple[Any, ...]]]:
    """Return (table, key) of every row of every sealed value of a visit."""
    return _row_keys(database.query(_BOXES_OF_VISIT, (str(visit_id),)))


def _row_keys(rows: list[Any]) -> list[tuple[str, tuple[Any, ...]]]:
    keys: list[tuple[str, tuple[Any, ...]]] = []
    for row in rows:
        keys.append(("sealed_value", (row["value_id"],)))
        keys.append(("sealed_box", (row["value_id"], row["vault"], row["generation"])))
    return keys


def _next_version(database: Database, row: str, group: str) -> int:
    newest = database.one(
        "SELECT max(version) FROM sealed_value WHERE owner_table = 'visit' "
        "AND owner_row = ? AND field_group = ?",
        (row, group),
    )
    return 1 if newest is None or newest[0] is None else int(newest[0]) + 1
