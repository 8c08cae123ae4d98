"""Who reads every denunciation: readers whom nobody has named yet, and an office without one."""

from __future__ import annotations

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.domain.staff import Right, nobody_reads_denunciations
from reception.services.access.office_signing_key import own_root_seed
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.visit_reading.present_reader import is_reader
from reception.storage.audit.entry_facts import fact_list, parsed_facts
from reception.storage.audit.log_verification import verifier_of
from reception.storage.audit.reader_naming import read_entries_naming_readers


@rights_checked
class DenunciationReaders:
    """Lists who reads every denunciation without ever having been named for it.

    In offices of earlier versions every officer had the right. Their rows are signed and stay
    until the head takes the right away; the head is asked about each.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._named: set[str] = set()
        self._searched_until = 0  # entries of the log never change

    def unconfirmed(self) -> tuple[tuple[str, str], ...]:
        """Return (user id, name) of readers whom no head has named; () but for the head."""
        if not self._session.may(Right.MANAGE) or not self._session.keys.root_seed:
            return ()
        named = self._named_readers()
        people = [
            (member.user_id, member.name)
            for member in self._session.people.values()
            if is_reader(member) and member.user_id not in named
        ]
        return tuple(sorted(people, key=lambda person: person[1]))

    def confirm(self, user_ids: tuple[str, ...]) -> None:
        """Log that the head wants these people to read every denunciation.

        ``user_ids``: the readers who were shown. Errors: ``rights.missing``,
        ``accounts.head_only``; InvalidInput ``readers.changed_meanwhile`` if others are to be
        confirmed now.
        """
        own_root_seed(self._session)
        with self._session.act() as work:
            present = tuple(sorted(user_id for user_id, _ in self.unconfirmed()))
            if not present or present != tuple(sorted(user_ids)):
                raise InvalidInput("readers.changed_meanwhile", "readers")
            work.log(Act.READERS_CONFIRMED, "readers", readers=list(present))

    def nobody_reads(self) -> bool:
        """Tell whoever may manage whether nobody reads denunciations; False for all others."""
        people = self._session.people.values()
        return self._session.may(Right.MANAGE) and nobody_reads_denunciations(people)

    def _named_readers(self) -> set[str]:
        session = self._session
        rows = read_entries_naming_readers(session.database, self._searched_until)
        verifier = verifier_of(session.database, session.office) if rows else None
        for row in rows:
            if verifier is not None and verifier.is_trusted(row["seq"]):
                facts = parsed_facts(row["facts"]) or {}
                self._named |= {str(user_id) for user_id in fact_list(facts, "readers")}
            self._searched_until = row["seq"]
        return self._named
