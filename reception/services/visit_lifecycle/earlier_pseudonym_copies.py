"""Papers and backups that still have the pseudonym of a visit from before a reclassification."""

from __future__ import annotations

from dataclasses import dataclass

from reception.printing.forms.registry import NAMED_REGISTER_BOOK, REGISTER_BOOK
from reception.storage.database import Database
from reception.storage.visits import visit_reader


@dataclass(frozen=True, slots=True)
class EarlierPseudonymCopies:
    """The new pseudonym of a visit, and the papers and backups that still have the earlier one.

    The program cannot change them: somebody must collect or destroy them. Empty unless the
    reclassification raised the protection. A book is named if its days include that of the visit
    and it was printed after the visit was entered.
    """

    new_code: str  # the new pseudonym of the visit
    named_books: tuple[str, ...] = ()  # labels of books in which the name stands
    books: tuple[str, ...] = ()  # labels of books in which the earlier pseudonym stands
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
    pseudonym = visit_reader.read_pseudonym(database, visit_id)
    new_code = pseudonym.code() if pseudonym is not None else ""
    if not protection_raised:
        return EarlierPseudonymCopies(new_code)
    return EarlierPseudonymCopies(
        new_code,
        visit_reader.read_labels_of_books(database, visit_id, (NAMED_REGISTER_BOOK.name,)),
        visit_reader.read_labels_of_books(database, visit_id, (REGISTER_BOOK.name,)),
        visit_reader.read_receipt_numbers(database, visit_id),
        visit_reader.read_print_labels(database, visit_id),
        visit_reader.backup_entries_since(database, visit_id),
        rotation_needed=True,
    )
