"""A citizen's copy made again without opening an identity."""

from __future__ import annotations

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.reporter import Identity
from reception.domain.requested_paper import RemakeReason
from reception.domain.staff import Right
from reception.domain.visit import Visit
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.papers.citizen_copies import CitizenCopies
from reception.services.papers.print_log import PaperJob
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visits import intake_validation
from reception.services.visits.return_codes import PreparedCode
from reception.storage.visits.visit_reader import read_entry_of_visit


@rights_checked
class CopyRenewal:
    """Makes copies with a new number and return code; a person printed on them is typed again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._copies = CitizenCopies(session)

    def needs_person(self, visit_id: int) -> bool:
        """Return whether the person must be typed again for the copy of a visit.

        That is so for a receipt while the office prints persons. Errors: those of
        :meth:`make_again` about the visit.
        """
        return self._prints_person(self._visit_to_copy(visit_id))

    def make_again(
        self,
        visit_id: int,
        reason: str,
        prepared: PreparedCode | None = None,
        person: Identity | None = None,
    ) -> PaperJob:
        """Return a new citizen's copy without opening an identity; the old number and code end.

        ``reason`` is a :class:`RemakeReason`. ``person`` is typed again while the person is at the
        desk, where the office prints persons; it is compared with nothing, stored and logged
        nowhere, and used for this paper alone. Errors: NotAllowed ``papers.copy_of_another`` except
        for the officer who entered the visit, on that day, and for custodians; InvalidInput
        ``waiting.reason``, ``life.voided``, those of ``check_identity``; ReceptionError
        ``papers.no_paper``, ``papers.copy_needs_identity``, ``papers.copy_by_reveal`` for an
        ordinary reporter.
        """
        if reason not in frozenset(RemakeReason):
            raise InvalidInput("waiting.reason", "reason")
        visit = self._visit_to_copy(visit_id)
        typed = self._checked_person(visit, person)
        code = prepared or self._copies.prepare()
        with self._session.act() as work:
            new_code = self._copies.renew(work, visit_id, code)
            work.log(Act.COPY_MADE_AGAIN, visit_subject(visit_id), reason=reason)
        facts = self._copies.facts(visit, is_reprint=True)
        return self._copies.make(facts, new_code, self._copies.written_by_hand(visit), typed)

    def _visit_to_copy(self, visit_id: int) -> Visit:
        """Return a visit whose copy this person may make again here."""
        self._require_own_visit(visit_id)
        if not lifecycle_rules.is_protected(
            lifecycle_rules.existing_visit(self._session.database, visit_id)
        ):
            raise ReceptionError("papers.copy_by_reveal")
        return self._copies.readable_visit(visit_id)

    def _prints_person(self, visit: Visit) -> bool:
        return bool(visit.papers) and self._session.settings().identity_on_citizen_copies

    def _checked_person(self, visit: Visit, person: Identity | None) -> Identity | None:
        """Return what is printed of the typed person; None where persons are written by hand."""
        if not self._prints_person(visit):
            return None
        if person is None:
            raise ReceptionError("papers.copy_needs_identity")
        printed = Identity(name=person.name, paper=person.paper, address=person.address)
        checked = intake_validation.cleaned_identity(printed)
        intake_validation.check_identity(checked, self._session.today(), is_denunciation=True)
        return checked

    def _require_own_visit(self, visit_id: int) -> None:
        session = self._session
        officer, day = read_entry_of_visit(session.database, visit_id)
        is_own = officer == session.member.user_id
        is_today = day == session.latest_day().isoformat()
        may = is_own and is_today and session.may(Right.RECEIVE)
        if not may and not session.may(Right.CUSTODY):
            raise NotAllowed("papers.copy_of_another")
