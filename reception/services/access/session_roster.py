"""The roster as one session knows it: compared with the register, raised after each commit."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any, cast

from nacl.signing import SigningKey

from reception.domain.errors import StorageError
from reception.domain.roster import (
    MISMATCH_CODES,
    NO_ROSTER,
    LogEnd,
    RosterDifference,
    RosterMismatch,
)
from reception.services.access.own_blob import OwnBlob
from reception.storage.audit.local_state import RosterFile
from reception.storage.crypto.keyring import UserKeys
from reception.storage.database import Database
from reception.storage.staff.roster_check import (
    RosterInForce,
    is_trusted_by,
    newest_confirmed,
    read_roster,
    require_descent,
    require_same_digests,
)
from reception.storage.staff.roster_rows import (
    append_next,
    changes_covered_rows,
    digests_of_rows,
    read_covered_rows,
)
from reception.storage.staff.roster_statement import SignedRoster, signed_roster_from_json
from reception.storage.staff.signed_members import Office
from reception.storage.unit_of_work import UnitOfWork


class SessionRoster:
    """The roster in force, and the highest one that blob, machine and session have seen."""

    def __init__(
        self, database: Database, office: Office, file: RosterFile, keys: UserKeys, blob: OwnBlob
    ) -> None:
        """``file`` is this machine's copy; ``blob`` is the account of the person with ``keys``."""
        self._database = database
        self._office = office
        self._file = file
        self._blob = blob
        self._trusted_offices = (office, Office(office.office_id, keys.office_root))
        self.seen_by_machine = _trusted(file.read(), self._trusted_offices)
        seen_mark = self.seen_by_machine.mark() if self.seen_by_machine else NO_ROSTER
        self.known = max(keys.roster, seen_mark, key=lambda mark: mark.number)
        self._uncompared_marks = [keys.roster, seen_mark]
        self._machine_copy = file.read_own()
        self._last_compared: tuple[SignedRoster, list[tuple[str, Any]]] | None = None
        self.in_force: RosterInForce | None = None

    @property
    def number(self) -> int:
        """Return the number of the roster in force; 0 before the first one."""
        return self.in_force.content.number if self.in_force is not None else 0

    def check(self, database: Database | None = None) -> None:
        """Compare the register with the highest roster known; the result is in ``in_force``.

        Known is what blob, machine and this session have seen; the machine's copy is read before
        the register, because whoever signs a roster writes it there after the commit.
        ``database`` is a copy of the register that is to replace it.

        Errors: StorageError ``roster.forged``, ``roster.lower``, ``roster.fork``,
        ``roster.rows_differ``.
        """
        database = database or self._database
        self._read_machine_copy()
        in_force = read_roster(database, self._office, self.known, self.in_force)
        if in_force is not None:
            for mark in self._uncompared_marks:
                require_descent(database, in_force, mark)
            self._compare_rows(database, in_force)
            self._uncompared_marks.clear()
            self.known = in_force.mark
        self.in_force = in_force

    def _compare_rows(self, database: Database, in_force: RosterInForce) -> None:
        """Compare the rows with the roster; not again if they and the roster are as last time."""
        rows = read_covered_rows(database)
        if (in_force.signed, rows) != self._last_compared:
            require_same_digests(digests_of_rows(rows), in_force.content)
            self._last_compared = (in_force.signed, rows)

    def _read_machine_copy(self) -> None:
        """Read a roster that another session has meanwhile stored on this machine."""
        stored = self._file.read_own()
        if stored is None or stored == self._machine_copy:
            return
        self._machine_copy = stored
        signed = _trusted(stored, self._trusted_offices)
        if signed is None:
            return
        self._uncompared_marks.append(signed.mark())
        self.known = max(self.known, signed.mark(), key=lambda mark: mark.number)

    def mismatch(self, root_seed: bytes) -> RosterMismatch | None:
        """Compare as :meth:`check` does; return what does not match if ``root_seed`` is the root's.

        The head can then confirm the rows. Errors: those of :meth:`check`, for everybody else.
        """
        try:
            self.check()
        except StorageError as error:
            is_head = root_seed and bytes(SigningKey(root_seed).verify_key) == self._office.root
            if not is_head or error.code not in MISMATCH_CODES:
                raise
            number = cast(int, error.facts.get("number", 0))
            return RosterMismatch(
                code=error.code,
                found=cast(int, error.facts.get("found", number)),
                known=max(cast(int, error.facts.get("known", 0)), self.known.number),
                differences=cast(tuple[RosterDifference, ...], error.facts.get("differences", ())),
            )
        return None

    def sign_changes(self, work: UnitOfWork, root_seed: bytes) -> SignedRoster | None:
        """Sign the next roster if the act has written covered rows; the caller commits."""
        if self.in_force is None or not changes_covered_rows(work):
            return None
        if not root_seed:
            raise AssertionError("rows that the roster covers were written without the root")
        return append_next(work, self._office, root_seed, self.in_force.signed)

    def accept(self, signed: SignedRoster, keys: UserKeys) -> UserKeys:
        """Remember a roster whose act is committed; return the keys with the mark of it.

        The head's blob is written at once, everybody else's at the next unlock.
        """
        self.in_force = RosterInForce(signed, signed.roster())
        self.known = self.in_force.mark
        with suppress(OSError):  # the act is committed; a lower copy is harmless
            self._file.write(signed.to_json())
        return self.store_mark(keys) if keys.root_seed else keys

    def store_mark(self, keys: UserKeys) -> UserKeys:
        """Write the mark of the roster in force into the own blob; return the keys with it."""
        changed = self.with_mark(keys)
        if changed != keys:
            self.store(changed)
        return changed

    def with_mark(self, keys: UserKeys) -> UserKeys:
        """Return the keys with the mark of the roster in force.

        If the head has confirmed a roster since the mark before, the log is verified from the end
        that the head confirmed with it: the end in the keys may be that of a log which a restore
        has replaced.
        """
        if self.in_force is None or keys.roster == self.in_force.mark:
            return keys
        log_end = self.confirmed_log_end(keys.roster.number)
        return replace(keys, roster=self.in_force.mark, log_end=log_end or keys.log_end)

    def confirmed_log_end(self, above: int) -> LogEnd | None:
        """Return the end of the log of the newest confirmed roster with a number above ``above``.

        None if the head has confirmed none since.
        """
        if self.in_force is None or self.in_force.content.number <= above:
            return None
        confirmed = newest_confirmed(self._database, self.in_force.signed, above)
        return None if confirmed is None else confirmed.log_end

    def store(self, keys: UserKeys) -> None:
        """Write the keys with their marks into the own blob."""
        self._blob.store(keys)

    def store_on_machine(self) -> None:
        """Raise this machine's copy to the roster in force."""
        signed = self.in_force.signed if self.in_force is not None else None
        if signed is not None and signed.to_json() != self._file.read_own():
            self._file.write(signed.to_json())
            self.seen_by_machine = signed


def _trusted(stored: dict[str, str] | None, offices: tuple[Office, ...]) -> SignedRoster | None:
    """Return the machine's copy if one of the roots, or a later one, has signed it."""
    signed = signed_roster_from_json(stored)
    if signed is None or not any(is_trusted_by(signed, office) for office in offices):
        return None
    return signed
