"""Papers and backups that still have the pseudonym of a visit from before a reclassification."""

from __future__ import annotations

from dataclasses import dataclass

from reception.storage.database import Database
from reception.storage.visits.visit_reader import read_pseudonym

_RECEIPTS = "SELECT series, number FROM receipt WHERE visit_id = ? ORDER BY series, number"
_PRINTS = "SELECT label FROM print WHERE subject = ? ORDER BY label"
_BACKUPS = (
    "SELECT seq FROM log WHERE act = 'backed_up' AND seq > coalesce((SELECT min(seq) FROM log_row "
    "WHERE record = 'visit' AND key = ?), 0) ORDER BY seq"
)


@dataclass(frozen=True, slots=True)
class EarlierPseudonymCopies:
    """The new pseudonym of a visit, and the papers and backups that still have the earlier one.

    The program cannot change them: somebody must collect or destroy them. Empty unless the
    reclassification raised the protection.
    """

    new_code: str  # the new pseudonym of the visit
    receipts: tuple[str, ...] = ()  # "series-number"
    prints: tuple[str, ...] = ()  # labels in the print log
    backups: tuple[int, ...] = ()  # numbers of their log entries
    rotation_needed: bool = False  # the head should rotate the key of the vault "desk"


def read_earlier_pseudonym_copies(
    database: Database, visit_id: int, *, protection_raised: bool
) -> EarlierPseudonymCopies:
    """Return the new pseudonym and, if the protection was raised, the copies with the earlier one.

    Called after the reclassification was written, in the same transaction.
    """
    pseudonym = read_pseudonym(database, visit_id)
    new_code = pseudonym.code() if pseudonym is not None else ""
    if not protection_raised:
        return EarlierPseudonymCopies(new_code)
    receipts = database.query(_RECEIPTS, (visit_id,))
    prints = database.query(_PRINTS, (f"visit {visit_id}",))
    backups = database.query(_BACKUPS, (str(visit_id),))
    return EarlierPseudonymCopies(
        new_code,
        tuple(f"{item['series']}-{item['number']:04d}" for item in receipts),
        tuple(item["label"] for item in prints),
        tuple(item["seq"] for item in backups),
        rotation_needed=True,
    )
