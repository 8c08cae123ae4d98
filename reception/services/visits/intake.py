"""Intake: one transaction makes a numbered, sealed and logged visit of a form."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import InvalidInput
from reception.domain.leak_guard import LeakGuard
from reception.domain.paper_code import read_paper_code
from reception.domain.petition import PetitionKind
from reception.domain.random_numbers import draw_copy_number
from reception.domain.reporter import Identity, Pseudonym
from reception.domain.requested_paper import RequestedSheet
from reception.domain.staff import Right
from reception.domain.visit import HandledPetition, Outcome, Visit
from reception.domain.visit_lifecycle import LateEntry, LifecycleAct
from reception.domain.visit_progress import first_progress
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.visits import intake_validation
from reception.services.visits.blind_index import NUMBER, BlindIndex, BlindIndexer, sources_digest
from reception.services.visits.drafts import DELETE_DRAFT, Drafts
from reception.services.visits.return_codes import ReturnCodes
from reception.services.visits.sealed_content import sealed_part_of, unsealed_late_entry
from reception.services.visits.visit_form import (
    DeadlineForecast,
    PaperNumbers,
    Preparation,
    SealedVisit,
    VisitForm,
)
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import (
    blind_index_rows,
    requested_papers,
    visit_events,
    visit_reader,
    visit_writer,
)
from reception.storage.visits.visit_writer import Deadline, VisitExtras

_REFERENCE_BYTES = 8


@rights_checked
class Intake:
    """Saves visits; after sealing, no reception officer can read the identity back."""

    def __init__(self, session: Session, office_calendar: OfficeCalendar, drafts: Drafts) -> None:
        self._session = session
        self._office_calendar = office_calendar
        self._drafts = drafts
        # Reference → visit id of what return codes have found in this session.
        self._found_visits: dict[str, int] = {}
        self._blind_indexer = BlindIndexer(session.database, session.environment.policy.blind_index)
        self._return_codes = ReturnCodes(session)

    def prepare(self, identity: Identity, *, protected: bool) -> Preparation:
        """Make slow hashes and guard of a visit; a protected reporter gets no blind index."""
        blind_index = None if protected else self._blind_indexer.make(identity)
        guard = LeakGuard(intake_validation.cleaned_identity(identity))
        return Preparation(blind_index, self._return_codes.prepare(), guard)

    def forecast(
        self, kind: PetitionKind, entry: HandledPetition | None, received_on: date | None = None
    ) -> DeadlineForecast:
        """Return the number, pseudonym and deadlines that a visit would get if it was saved now.

        The number of a denunciation's pseudonym is only for those who may read denunciations.
        ``received_on`` is the day on which a visit entered late was received.
        """
        day = received_on or self._session.today()
        database = self._session.database
        deadlines = (
            self._office_calendar.started_deadlines((entry,), day) if entry is not None else ()
        )
        may_know = not kind.protected or self._session.may(Right.READ_DENUNCIATION)
        pseudonym = visit_writer.next_pseudonym(database, kind.series, day.year)
        return DeadlineForecast(
            visit_writer.next_number(database, day.year),
            kind.series,
            pseudonym if may_know else None,
            deadlines,
            day,
        )

    def find_earlier_visit(self, typed: str) -> str | None:
        """Return a reference to the visit of a return code as typed or scanned; None if unknown.

        The reference is random and means nothing outside :meth:`seal_visit` of this session: a code
        found on a paper must not tell which visit, kind and pseudonym it belongs to. Logged in both
        cases.
        A paper of an earlier version needs its number before the code: ``0294 K7QF-2MXD-9T4P``.
        Errors: InvalidInput ``follow_up.number``; those of :meth:`ReturnCodes.look_up`.
        """
        paper = read_paper_code(typed, "")
        visit_id = self._return_codes.look_up(paper)
        if visit_id is None:
            return None
        reference = secrets.token_hex(_REFERENCE_BYTES)
        self._found_visits[reference] = visit_id
        return reference

    def seal_visit(
        self,
        form: VisitForm,
        prepared: Preparation | None = None,
        draft_id: str | None = None,
        sheets_of: Callable[[VisitForm], Sequence[RequestedSheet]] | None = None,
    ) -> SealedVisit:
        """Check, number, seal and log a visit; remove its draft and the key of the draft.

        ``sheets_of`` returns the sheets that are asked for with the checked form; they wait until
        they are printed or dropped.
        Errors: InvalidInput with the field to correct; NotAllowed ``draft.not_yours``; for a
        protected reporter those of :meth:`Session.require_walked_log`. Nothing is written then.
        """
        if draft_id is not None:
            self._drafts.require_own(draft_id)
        # The pseudonym of that visit is given again: without its return code nobody may ask for it.
        if form.earlier_visit and form.earlier_visit not in self._found_visits:
            raise InvalidInput("desk.earlier_visit", "earlier_return_code")
        form = intake_validation.cleaned_form(form)
        intake_validation.check_late_entry(form, self._session.today())
        day = form.late_entry.received_on if form.late_entry else self._session.today()
        intake_validation.check_form(form, day, prepared.guard if prepared else None)
        if form.protected:
            self._session.require_walked_log()
        preparation = self._completed_preparation(form, prepared)
        sheets = sheets_of(form) if sheets_of is not None else ()
        with self._session.act() as work:
            sealed = self._write(work, form, preparation, day)
            sealed = replace(sealed, paper_ids=self._write_requested(work, sealed, sheets))
            if draft_id is not None:
                work.database.execute(DELETE_DRAFT, (draft_id, self._session.member.user_id))
            self._log(work, form, sealed)
        if draft_id is not None:
            self._drafts.forget_key(draft_id)
        return sealed

    def _completed_preparation(self, form: VisitForm, prepared: Preparation | None) -> Preparation:
        if prepared is None:
            return self.prepare(form.identity, protected=form.protected)
        if form.protected:
            return replace(prepared, blind_index=None)
        if prepared.blind_index is None or prepared.blind_index.sources_digest != sources_digest(
            form.identity
        ):
            return replace(prepared, blind_index=self._blind_indexer.make(form.identity))
        return prepared

    def _write(
        self, work: UnitOfWork, form: VisitForm, preparation: Preparation, day: date
    ) -> SealedVisit:
        deadlines = self._office_calendar.started_deadlines(form.handled_petitions, day)
        visit = self._visit(work, form, preparation.blind_index, day)
        visit_writer.write_visit(work, visit, self._extras(form, deadlines))
        part = sealed_part_of(form, visit.received_at)
        self._session.seals.seal_identity(work, visit.visit_id, part, protected=form.protected)
        self._write_scans(work, visit.visit_id, form)
        if form.late_entry is not None:
            self._write_late_entry(work, visit.visit_id, unsealed_late_entry(form, form.late_entry))
        if preparation.blind_index is not None:
            blind_index_rows.write_hashes(work, visit.visit_id, preparation.blind_index.hashes)
        numbers = self._paper_numbers(work, visit, form)
        code = copy_number = ""
        if numbers is not None:
            code = self._return_codes.write(work, preparation.code, visit.visit_id)
            copy_number = draw_copy_number(self._session.environment.randomness)
            self._session.seals.seal_copy_number(
                work, visit.visit_id, copy_number, protected=form.protected
            )
        waived_texts = intake_validation.waived_texts(form)
        return SealedVisit(visit, deadlines, numbers, code, copy_number, waived_texts)

    def _visit(
        self, work: UnitOfWork, form: VisitForm, blind_index: BlindIndex | None, day: date
    ) -> Visit:
        has_no_hour = form.protected or form.late_entry is not None
        now = self._session.environment.clock.now()
        return Visit(
            year=day.year,
            number=visit_writer.next_number(work.database, day.year),
            received_on=day,
            received_at=None if has_no_hour else now.time().replace(second=0, microsecond=0),
            mode=form.mode,
            receiving_body=form.receiving_body or self._session.settings().bodies[0],
            pseudonym=self._pseudonym(work, form, blind_index, day),
            capacity=form.capacity,
            handled_petitions=form.handled_petitions,
            group=form.group,
            papers=form.papers,
            interpreter_language=form.interpreter_language,
            protection_asked=form.protection_asked,
            read_back=form.read_back,
            thumb_print=form.thumb_print,
        )

    def _pseudonym(
        self, work: UnitOfWork, form: VisitForm, blind_index: BlindIndex | None, day: date
    ) -> Pseudonym:
        series = form.kind.series
        known_pseudonym = None
        if form.earlier_visit:
            # One pseudonym for an ordinary and a protected visit would lead from one to the other.
            known_pseudonym = visit_reader.read_protected_pseudonym(
                work.database, self._found_visits[form.earlier_visit], series
            )
        elif blind_index is not None:
            number = dict(blind_index.hashes).get(NUMBER)
            if number is not None:
                known_pseudonym = visit_writer.pseudonym_of_blind_index(
                    work.database, number, NUMBER, series
                )
        return known_pseudonym or visit_writer.next_pseudonym(work.database, series, day.year)

    def _extras(self, form: VisitForm, deadlines: tuple[Deadline, ...]) -> VisitExtras:
        return VisitExtras(
            officer=self._session.member.user_id,
            progress=first_progress(form.handled_petitions[0]),
            deadlines=deadlines,
        )

    def _write_late_entry(self, work: UnitOfWork, visit_id: int, late: LateEntry) -> None:
        today = self._session.today()
        visit_events.write_late_entry(work, visit_id, late, today)
        act, officer = LifecycleAct.ENTERED_LATE.value, self._session.member.user_id
        visit_events.write_event(work, visit_id, visit_events.VisitEvent(act, today, officer))

    def _write_scans(self, work: UnitOfWork, visit_id: int, form: VisitForm) -> None:
        for position, scan in enumerate(form.scans, start=1):
            sealed = scan.shows_person or form.protected
            row = {
                "visit_id": visit_id,
                "position": position,
                "kind": scan.kind,
                "pages": scan.pages,
                "sealed": int(sealed),
                "content": None if sealed else scan.data,
            }
            work.insert("attachment", row)
            if sealed:
                self._session.seals.seal_scan(
                    work, (visit_id, position), scan.data, protected=form.protected
                )

    def _paper_numbers(
        self, work: UnitOfWork, visit: Visit, form: VisitForm
    ) -> PaperNumbers | None:
        if visit.main_petition.handling.outcome is Outcome.REFUSE:
            return None
        series = "BN" if form.papers else "PT"
        number = self._new_paper_number(work, series, visit)
        is_denunciation = form.kind is PetitionKind.DENUNCIATION
        envelope = self._new_paper_number(work, "NP", visit) if is_denunciation else None
        return PaperNumbers(series, visit.year, number, envelope)

    def _write_requested(
        self, work: UnitOfWork, sealed: SealedVisit, sheets: Sequence[RequestedSheet]
    ) -> tuple[tuple[RequestedSheet, str], ...]:
        asked = self._session.today(), self._session.member.user_id
        ids = requested_papers.write_requested(work, sealed.visit.visit_id, sheets, asked)
        return tuple(ids.items())

    def _new_paper_number(self, work: UnitOfWork, series: str, visit: Visit) -> int:
        number = visit_writer.next_receipt_number(work.database, series, visit.year)
        work.insert(
            "receipt",
            {
                "series": series,
                "year": visit.year,
                "number": number,
                "visit_id": visit.visit_id,
            },
        )
        return number

    def _log(self, work: UnitOfWork, form: VisitForm, sealed: SealedVisit) -> None:
        asked = [f"{sheet.form}/{sheet.sheet}" for sheet, _ in sealed.paper_ids]
        # A waiver says that a name in the text is the reporter's too: it is sealed if protected.
        shown = () if form.protected else form.waivers
        waived = [[w.field, w.reason, w.other_person] for w in shown]
        work.log(
            Act.VISIT_SEALED,
            visit_subject(sealed.visit.visit_id),
            protected=form.protected,
            **({"received_on": form.late_entry.received_on.isoformat()} if form.late_entry else {}),
            **({"waived": waived} if waived else {}),
            **({"asked": asked} if asked else {}),
        )
