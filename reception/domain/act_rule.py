"""What a log entry of one act may write: the form of the rules in ``act_rules``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reception.domain.staff import Right

# Field groups of the sealed values of a visit; a scan's group ends in its position.
IDENTITY_GROUP = "identity"
SCAN_GROUP = "scan"
TEXTS_GROUP = "texts"  # old texts of a visit after a correction
COPY_NUMBER_GROUP = "copy_number"  # number on a citizen's copy


class RowOperation(StrEnum):
    """What an entry did to a row, as the digests of the log show it."""

    INSERT = "insert"
    REPLACE = "replace"
    DELETE = "delete"


Operations = frozenset[RowOperation]
INSERT: Operations = frozenset({RowOperation.INSERT})
REPLACE: Operations = frozenset({RowOperation.REPLACE})
DELETE: Operations = frozenset({RowOperation.DELETE})
WRITE: Operations = INSERT | REPLACE


class SubjectKind(StrEnum):
    """What the subject of an entry must be."""

    ANY = "any"
    ACTOR = "actor"  # the user id of the actor
    MEMBER = "member"  # a user id; rows of the table ``member`` must be that member's
    VISIT = "visit"  # ``visit 2026000623``


class VisitScope(StrEnum):
    """Of which visits an entry may write rows."""

    SUBJECT = "subject"  # the visit that is the entry's subject
    INSERTED = "inserted"  # visits that the same entry inserts
    OWN_IMPORTS = "own_imports"  # visits that the actor imported
    MARKED = "marked"  # visits that the entry's fact ``marks`` names
    ALL = "all"


class RequestActor(StrEnum):
    """Who may write the row of a reveal request in an entry of this act."""

    ASKER = "asker"
    SOMEBODY_ELSE = "somebody_else"  # a decision; never the asker's own
    LISTED = "listed"  # anybody, if the entry's fact ``requests`` names the request
    ANYBODY = "anybody"


@dataclass(frozen=True, slots=True)
class ActRule:
    """The rule for one act.

    ``rights`` are alternatives: the actor needs every right of one of them; () means that any
    active member may do it. ``writes`` maps tables to operations; the table ``office`` is given
    key by key, see :func:`office_key`. ``required`` are (table, operations): the entry must do at
    least one of the operations to a row of that table. ``sealed_groups`` are the field groups of
    the sealed values that it may insert.
    """

    subject: SubjectKind = SubjectKind.ANY
    rights: tuple[frozenset[Right], ...] = ()
    writes: Mapping[str, Operations] = field(default_factory=dict)
    required: tuple[tuple[str, Operations], ...] = ()
    visits: VisitScope = VisitScope.SUBJECT
    request_actor: RequestActor = RequestActor.ANYBODY
    needs_approval: bool = False  # of the head, by signature
    only_first: bool = False  # only the first entry of a log may have this act
    sealed_groups: tuple[str, ...] = ()
    # The right is not needed by who writes a row of this table: it was given for this once.
    right_given_by: str = ""
    # Whether only custodians could open the identity of the subject, a visit, at that time; None:
    # either. By the log's history, since a visit can be reclassified later.
    protected: bool | None = None

    def permits(self, table: str, key: str, operation: RowOperation) -> bool:
        """Tell whether an entry of this act may do this to a row."""
        name = office_key(key) if table == "office" else table
        return operation in self.writes.get(name, frozenset())

    def permits_group(self, field_group: str) -> bool:
        """Tell whether an entry of this act may insert a sealed value of this field group."""
        return field_group.rstrip("0123456789") in self.sealed_groups


def office_key(key: str) -> str:
    """Return the name in ``ActRule.writes`` of a row of the table ``office``.

    ``settings`` is ``office/settings``; of a key with a variable end, such as ``leaving:a1b2`` and
    ``first_number/2026``, only the beginning counts: ``office/leaving:``, ``office/first_number/``.
    """
    for separator in (":", "/"):
        beginning, found, _ = key.partition(separator)
        if found:
            return f"office/{beginning}{separator}"
    return f"office/{key}"


def one_of(*rights: Right) -> tuple[frozenset[Right], ...]:
    """Return alternatives of one right each."""
    return tuple(frozenset({right}) for right in rights)


def all_of(*rights: Right) -> tuple[frozenset[Right], ...]:
    """Return the single alternative that needs every one of the rights."""
    return (frozenset(rights),)
