"""Reclassification: a visit becomes one of another kind, or its protection begins or ends."""

from __future__ import annotations

from datetime import date
from typing import Any

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Pseudonym
from reception.domain.visit_lifecycle import LifecycleAct
from reception.domain.visit_progress import first_progress
from reception.services.access.session import Session
from reception.services.disclosure.unsealing import check_all_seals
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visit_lifecycle.correction_checks import checked_changes
from reception.services.visit_lifecycle.earlier_pseudonym_copies import (
    EarlierPseudonymCopies,
    read_earlier_pseudonym_copies,
)
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.old_texts import keep_old_texts
from reception.services.visit_lifecycle.raised_protection import seal_circumstances
from reception.services.visit_lifecycle.reclassification_checks import (
    CheckedReclassification,
    Reclassification,
    checked_reclassification,
)
from reception.services.visit_lifecycle.scan_comparison import changed_scans
from reception.services.visits.blind_index import NUMBER
from reception.services.working_days.office_calendar import OfficeCalendar, earliest_open_due_day
from reception.storage.json_shapes import day_of
from reception.storage.staff.signed_members import DESK, granted_private_keys
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import (
    blind_index_rows,
    code_series,
    requested_papers,
    visit_events,
    visit_hours,
    visit_writer,
)
from reception.storage.visits.hand_over_rows import end_hand_over
from reception.storage.visits.reveal_request_rows import end_requests_of_visit
from reception.storage.visits.sealed_identities import remove_desk_boxes

_DENUNCIATION = PetitionKind.DENUNCIATION
_CLEAR_SCANS = "SELECT position, content FROM attachment WHERE visit_id = ? AND sealed = 0"
_DEADLINES = "SELECT * FROM deadline WHERE visit_id = ? ORDER BY position"


class Reclassifications:
    """Moves visits between the vaults ``desk`` and ``protected``."""

    def __init__(self, session: Session, office_calendar: OfficeCalendar) -> None:
        self._session = session
        self._office_calendar = office_calendar

    def reclassify(self, visit_id: int, target: Reclassification) -> EarlierPseudonymCopies:
        """Change the kind or the protection of a visit in one transaction.

        Raising the protection takes no key: the key boxes for ``desk``, the blind index and the
        pseudonym of the visit are removed. Lowering it takes a custodian, because only
        custodians open the data keys. Returns the new pseudonym and the copies of the earlier one.
        Errors: InvalidInput with the field to correct; NotAllowed; when protection is lowered,
        ReceptionError ``reveal.seal_changed`` and StorageError ``seal.broken``; when protection
        changes, those of :meth:`Session.require_walked_log`.
        """
        change_reason = lifecycle_rules.checked_reason(target.change_reason)
        with self._session.act() as work:
            row = lifecycle_rules.visit_to_change(self._session, visit_id, target.event_count)
            change = checked_reclassification(self._session, row, target)
            if change.protection.raises:
                self._session.require_walked_log()
            if change.protection.lowers:
                check_all_seals(self._session, visit_id)
            changed = changed_scans(self._session, visit_id) if change.protection.raises else []
            visit_events.forget_removed_words(work, visit_id)
            self._write_texts(work, change, target, change_reason)
            if change.protection.raises:
                seal_circumstances(work, self._session, visit_id)
                self._raise_protection(work, visit_id)
            elif change.protection.becomes_ordinary:
                self._lower_protection(work, visit_id)
            self._write_visit(work, change)
            end_hand_over(work, visit_id)
            requested_papers.drop_waiting(
                work, visit_id, self._session.today(), self._session.sheets.is_settled
            )
            copies = read_earlier_pseudonym_copies(
                work.database, visit_id, protection_raised=change.protection.raises
            )
            work.log(
                Act.VISIT_RECLASSIFIED,
                visit_subject(visit_id),
                ground=change_reason.ground,
                places=sorted(target.changes),
                **({"changed_scans": changed} if changed else {}),
                **change.facts(),
            )
        self._session.truncate_wal()
        return copies

    def _write_texts(
        self,
        work: UnitOfWork,
        change: CheckedReclassification,
        target: Reclassification,
        change_reason: ChangeReason,
    ) -> None:
        """Write the event and the corrected texts; raised protection seals every old text."""
        visit_id = change.visit_id
        changes = checked_changes(work.database, visit_id, target.changes)
        lifecycle_rules.check_body(self._session, changes)
        waived = (
            visit_events.waived_fields(work.database, visit_id)
            if change.protection.raises
            else set()
        )
        uncorrected = sorted(waived - set(changes))
        if uncorrected:
            raise InvalidInput("life.mend_first", uncorrected[0])
        row = {
            **dict(change.row),
            "kind": change.kind.value,
            "protection": int(change.protection.after.is_asked_for),
        }
        reasons = self._earlier_reasons(work, visit_id) if change.protection.raises else {}
        facts = change.facts()
        if change.protection.raises:
            facts["generation"] = self._desk_generation()
        entry = lifecycle_rules.event(
            self._session, LifecycleAct.RECLASSIFIED, change_reason, facts
        )
        position = visit_events.write_event(work, visit_id, entry)
        old_texts = {**reasons, **{(position, path): old for path, (old, _) in changes.items()}}
        kept = {old["place"] for old in visit_events.old_texts(work.database, visit_id)}
        protected = lifecycle_rules.is_protected(row)
        to_seal = kept | {path for _, path in old_texts} if protected else waived
        keep_old_texts(work, self._session, row, (old_texts, to_seal))
        for path, (_, new) in changes.items():
            visit_events.write_field(work, visit_id, path, new)

    def _earlier_reasons(self, work: UnitOfWork, visit_id: int) -> dict[tuple[int, str], str]:
        """Remove and return the reasons of earlier events, which may name the reporter."""
        old_texts = {}
        for row in visit_events.read_events(work.database, visit_id):
            if row["reason"]:
                old_texts[(row["position"], "reason")] = row["reason"]
                key = {"visit_id": visit_id, "position": row["position"]}
                work.update("visit_event", key, {"reason": ""})
        return old_texts

    def _raise_protection(self, work: UnitOfWork, visit_id: int) -> None:
        """Raise the protection: only ``protected`` opens the seals, and the blind index ends."""
        for row in work.database.query(_CLEAR_SCANS, (visit_id,)):
            owner = (visit_id, row["position"])
            self._session.seals.seal_scan(work, owner, bytes(row["content"]), protected=True)
            key = {"visit_id": visit_id, "position": row["position"]}
            work.update("attachment", key, {"sealed": 1, "content": None})
        remove_desk_boxes(work, visit_id)
        end_requests_of_visit(work, visit_id)
        blind_index_rows.delete_hashes(work, visit_id)

    def _lower_protection(self, work: UnitOfWork, visit_id: int) -> None:
        """Lower the protection: a custodian's keys encrypt each data key to ``desk`` as well."""
        session = self._session
        private_keys = granted_private_keys(
            session.database, session.office, session.member.user_id, session.keys
        )
        if not session.seals.add_desk_boxes(work, visit_id, private_keys):
            raise NotAllowed("life.needs_custodian")
        end_requests_of_visit(work, visit_id)  # their words and grants are of the other vault

    def _write_visit(self, work: UnitOfWork, change: CheckedReclassification) -> None:
        visit_id, petition = change.visit_id, change.entry.petition
        due_on = self._recount_deadlines(work, change)
        code = self._new_pseudonym(work, change)
        # A new salt for both series: no older digest confirms the pseudonym that is lost.
        code_series.renew_series(work, change.row["series"], change.row["year"])
        code_series.record_pseudonym(work, code, change.row["year"])
        before = change.row["progress"]
        stays = before == "refused" or (before == "answered" and due_on is None)
        changes: dict[str, Any] = {
            "kind": change.kind.value,
            "series": code.series,
            "code_year": code.year,
            "code_number": code.number,
            "protection": int(change.protection.after.is_asked_for),
            "progress": before if stays else first_progress(change.entry),
            "due_on": due_on and due_on.isoformat(),
        }
        if change.kind is _DENUNCIATION or change.protection.raises:
            changes["received_at"] = None  # of a visit of an earlier version
            visit_hours.delete_hour(work, visit_id)
        work.update("visit", {"visit_id": visit_id}, changes)
        handling = change.entry.handling
        work.update(
            "petition",
            {"visit_id": visit_id, "position": 1},
            {
                "kind": petition.kind.value,
                "field": petition.field.value,
                "outcome": handling.outcome.value,
                "competence": handling.competence.value,
            },
        )
        visit_events.reindex(work.database, visit_id)

    def _recount_deadlines(self, work: UnitOfWork, change: CheckedReclassification) -> date | None:
        """Close deadlines that no longer apply and start new ones from the day of the visit.

        Return the earliest open day.
        """
        visit_id, day = change.visit_id, day_of(change.row["received_on"])
        due_by_term = {
            due.term: due for due in self._office_calendar.started_deadlines((change.entry,), day)
        }
        last = 0
        for row in work.database.query(_DEADLINES, (visit_id,)):
            last = max(last, row["position"])
            kept = due_by_term.pop(row["term"], None)
            if kept is None and row["closed_on"] is None:
                key = {"visit_id": visit_id, "position": row["position"]}
                work.update("deadline", key, {"closed_on": self._session.today().isoformat()})
        for position, due in enumerate(due_by_term.values(), start=last + 1):
            work.insert("deadline", visit_writer.deadline_row(visit_id, position, due))
        return earliest_open_due_day(work.database, visit_id)

    def _new_pseudonym(self, work: UnitOfWork, change: CheckedReclassification) -> Pseudonym:
        """Return the new pseudonym; the old one if series and protection stay the same."""
        row, series = change.row, change.kind.series
        if series == row["series"] and not (change.protection.raises or change.protection.lowers):
            return Pseudonym(series, row["code_year"], row["code_number"])
        if not lifecycle_rules.is_protected(row) and not change.protection.raises:
            number_hash = blind_index_rows.read_hash(work.database, change.visit_id, NUMBER)
            known = number_hash and visit_writer.pseudonym_of_blind_index(
                work.database, number_hash, NUMBER, series
            )
            if known:
                return known
        return visit_writer.next_pseudonym(work.database, series, row["year"])

    def _desk_generation(self) -> int:
        return next(
            key.generation
            for key in self._session.seals.recipients(protected=False)
            if key.vault == DESK
        )
