"""Earlier visits of an ordinary reporter, found by the blind index without reading a text."""

from __future__ import annotations

from dataclasses import dataclass

from reception.domain.audit import Act
from reception.domain.visit import split_visit_id
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.visits.blind_index import NUMBER, PERSON, BlindIndex
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits.blind_index_rows import has_visit_entered_by

# Hashes are made for ordinary visits only, so this table has no row of a denunciation.
_EARLIER_VISITS = "SELECT count(*), max(visit_id) FROM blind_tag WHERE tag = ? AND kind = ?"


@dataclass(frozen=True, slots=True)
class RepeatVisit:
    """The number of earlier visits of a person, and (year, number) of the last one."""

    visit_count: int
    last_visit: tuple[int, int]
    by_number: bool  # recognised by the number of a paper; else by name, birth year and commune


@rights_checked
class RepeatVisitors:
    """Looks for earlier visits of the person whose visit is being entered.

    The entry that ends the session tells how many people were looked up without a visit of theirs
    being entered: ``searched``.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._searched: set[bytes] = set()  # one hash of each person
        session.add_closing_step(self._count_unused)

    def find(self, blind_index: BlindIndex | None) -> RepeatVisit | None:
        """Return the earlier visits of an identity; None for a new or a protected reporter.

        Both look-ups always run, so that the duration does not reveal the result.
        """
        hash_of_kind = dict(blind_index.hashes) if blind_index is not None else {}
        if hash_of_kind:
            self._searched.add(hash_of_kind.get(PERSON) or hash_of_kind[NUMBER])
        earlier_visits = {
            kind: self._earlier_visits(hash_of_kind.get(kind, b""), kind)
            for kind in (NUMBER, PERSON)
        }
        for kind in (NUMBER, PERSON):
            count, last = earlier_visits[kind]
            if count:
                return RepeatVisit(count, split_visit_id(last), kind == NUMBER)
        return None

    def log_unused(self) -> None:
        """Log a look-up without a visit after it, so that searches for names are recorded."""
        with self._session.act() as work:
            work.log(Act.LOOKED_UP, "repeat visitor")

    def _count_unused(self, work: UnitOfWork) -> dict[str, int]:
        """Return the fact of the entry that ends the session; empty if every search was used."""
        own_id = self._session.member.user_id
        unused = [
            tag for tag in self._searched if not has_visit_entered_by(work.database, tag, own_id)
        ]
        self._searched.clear()
        return {"searched": len(unused)} if unused else {}

    def _earlier_visits(self, tag: bytes, kind: str) -> tuple[int, int]:
        row = self._session.database.one(_EARLIER_VISITS, (tag, kind))
        return (int(row[0]), int(row[1] or 0)) if row is not None else (0, 0)
