"""Comparison of the register with the roster in force, and with the highest roster known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reception.domain.errors import StorageError
from reception.domain.roster import (
    NO_ROSTER,
    Roster,
    RosterDifference,
    RosterMark,
    compare_rows,
)
from reception.storage.database import Database
from reception.storage.staff.root_succession import last_root
from reception.storage.staff.roster_rows import all_statements, covered_rows, latest_statement
from reception.storage.staff.roster_statement import SignedRoster
from reception.storage.staff.signed_members import Office

# A member can write any number into an own entry: one that is so much higher than the roster known
# counts for nothing.
_HIGHEST_STEP = 10**9
_HIGHEST_IN_LOG = "SELECT max(roster) FROM log WHERE roster <= ?"


@dataclass(frozen=True, slots=True)
class RosterInForce:
    """The newest statement of the register, with its content read once."""

    signed: SignedRoster
    content: Roster

    @property
    def mark(self) -> RosterMark:
        """Return number and digest."""
        return RosterMark(self.content.number, self.signed.digest)


def read_roster(
    database: Database, office: Office, known: RosterMark, last: RosterInForce | None = None
) -> RosterInForce | None:
    """Return the newest statement after comparing it with ``known`` and with the log.

    None for an office of an earlier version, of which nobody knows a roster. ``last`` is the result
    of the call before: its signature is not checked again.
    Errors: StorageError ``roster.forged`` (signature), ``roster.lower`` (``found`` and ``known``
    number), ``roster.fork`` (``number``).
    """
    signed = latest_statement(database)
    if signed is None:
        least = max(known.number, highest_number_in_log(database, known.number))
        if least:
            raise StorageError("roster.lower", found=0, known=least)
        return None
    if last is not None and signed == last.signed:
        in_force = last
    else:
        in_force = RosterInForce(signed, signed.roster())
        if in_force.content.office_id != office.office_id or not signed.is_signed_by(office.root):
            raise StorageError("roster.forged", number=in_force.content.number)
    number = in_force.content.number
    least = max(known.number, highest_number_in_log(database, max(known.number, number)))
    if number < least:
        raise StorageError("roster.lower", found=number, known=least)
    require_descent(database, in_force, known)
    return in_force


def require_same_rows(database: Database, roster: Roster) -> None:
    """Compare the rows that the roster covers with it; errors as :func:`require_same_digests`."""
    require_same_digests(covered_rows(database), roster)


def require_same_digests(present: Mapping[tuple[str, str], bytes], roster: Roster) -> None:
    """Compare the digests of the present rows, by (table, key), with those of the roster.

    Errors: StorageError ``roster.rows_differ`` with ``differences``, a tuple of
    :class:`reception.domain.roster.RosterDifference`, their ``count``, and the roster's ``number``.
    """
    differences = compare_rows(roster.rows, present)
    if differences:
        raise StorageError(
            "roster.rows_differ",
            differences=differences,
            count=len(differences),
            number=roster.number,
        )


def row_differences(database: Database, roster: Roster) -> tuple[RosterDifference, ...]:
    """Return the rows that differ from the roster."""
    return compare_rows(roster.rows, covered_rows(database))


def is_trusted_by(signed: SignedRoster, office: Office) -> bool:
    """Tell whether the office root, or a root that recovery has put in its place, has signed."""
    content = signed.roster()
    if content.office_id != office.office_id or not signed.is_signed_by(content.root):
        return False
    try:
        return last_root(content.successions, office.office_id, office.root) == content.root
    except (StorageError, ValueError, KeyError, TypeError, AttributeError):
        return False


def highest_roster(
    database: Database, office: Office, machine: SignedRoster | None
) -> RosterInForce | None:
    """Return the roster with the highest number that the office root has signed; None without one.

    ``machine`` is the copy in this machine's state folder; of two with the same number it counts,
    because it lies outside the register. A later root may have signed it: then the register is
    older than what this machine has seen.
    """
    statements = [machine, *all_statements(database)]
    candidates = [
        RosterInForce(signed, signed.roster())
        for signed in statements
        if signed is not None and _is_readable(signed) and is_trusted_by(signed, office)
    ]
    return max(candidates, key=lambda item: item.content.number, default=None)


def _is_readable(signed: SignedRoster) -> bool:
    try:
        signed.roster()
    except StorageError:
        return False
    return True


def statements_of_chain(database: Database, latest: SignedRoster) -> list[Roster]:
    """Return the rosters from ``latest`` backwards, each named by the one after it.

    A roster is trusted through the signature of the latest one, which the caller has checked. One
    that the head confirmed may name a roster that this register does not have, as after a restore:
    the rosters before it are those of the log that was confirmed with it.
    """
    stored = list(all_statements(database))
    digests = {signed.digest for signed in stored}
    chain: list[Roster] = []
    expected: bytes | None = latest.digest
    for signed in stored:
        if expected is not None and signed.digest != expected:
            continue
        content = signed.roster()
        chain.append(content)
        is_gap = content.is_confirmed and content.previous not in digests
        expected = None if is_gap else content.previous
    return chain


def newest_confirmed(database: Database, latest: SignedRoster, above: int) -> Roster | None:
    """Return the newest roster with a number above ``above`` that the head confirmed, or None.

    Only rosters that ``latest``, whose signature the caller has checked, is a successor of count.
    """
    expected = latest.digest
    for signed in all_statements(database):
        if signed.digest != expected:
            continue
        content = signed.roster()
        if content.number <= above:
            break
        if content.is_confirmed:
            return content
        expected = content.previous
    return None


def require_descent(database: Database, in_force: RosterInForce, known: RosterMark) -> None:
    """Raise ``roster.fork`` unless the statement in force continues the one that is known.

    A fork may meanwhile have a higher number than the one that is known. A statement that the head
    has confirmed ends the search: the head has compared the rows then, and has numbered on from the
    highest roster known.
    """
    if known in (NO_ROSTER, in_force.mark):
        return
    expected = in_force.signed.digest
    for signed in all_statements(database):
        content = signed.roster()
        if content.number < known.number:
            break
        if signed.digest != expected:
            continue
        if RosterMark(content.number, signed.digest) == known:
            return
        if content.is_confirmed and content.number > known.number:
            return
        expected = content.previous
    raise StorageError("roster.fork", number=known.number)


def highest_number_in_log(database: Database, known: int) -> int:
    """Return the highest roster number that an entry names; 0 if none does.

    ``known`` is the highest number known otherwise: one that is far above it is made up.
    """
    row = database.one(_HIGHEST_IN_LOG, (known + _HIGHEST_STEP,))
    return 0 if row is None else int(row[0] or 0)
