"""Reclassification: a visit becomes a denunciation, is protected, or the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.lawful_outcomes import lawful_outcomes
from reception.domain.petition import (
    FIELDS_OF_KIND,
    Competence,
    Form,
    Petition,
    PetitionField,
    PetitionKind,
)
from reception.domain.reporter import Pseudonym
from reception.domain.staff import Right
from reception.domain.visit import HandledPetition, Handling, Outcome
from reception.domain.visit_lifecycle import LifecycleAct
from reception.services.access.session import Session
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visit_lifecycle.corrections import (
    checked_changes,
    drop_tags,
    keep_old_texts,
)
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visits import intake
from reception.services.visits.blind_index import NUMBER
from reception.services.working_days.office_calendar import OfficeCalendar, earliest_open
from reception.storage.staff.signed_members import DESK, open_vault
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_events, visit_writer
from reception.storage.visits.reveal_request_rows import end_requests_of_visit
from reception.storage.visits.sealed_identities import remove_desk_boxes

_DENUNCIATION = PetitionKind.DENUNCIATION
_PETITIONS = "SELECT * FROM petition WHERE visit_id = ? ORDER BY position"
_CLEAR_SCANS = "SELECT position, content FROM attachment WHERE visit_id = ? AND sealed = 0"
_DEADLINES = "SELECT * FROM deadline WHERE visit_id = ? ORDER BY position"
_TAG = "SELECT tag FROM blind_tag WHERE visit_id = ? AND kind = ?"
_RECEIPTS = "SELECT series, number FROM receipt WHERE visit_id = ? ORDER BY series, number"
_PRINTS = "SELECT label FROM print WHERE subject = ? ORDER BY label"
_BACKUPS = (
    "SELECT seq FROM log WHERE act = 'backed_up' AND seq > coalesce((SELECT min(seq) FROM log_row "
    "WHERE record = 'visit' AND key = ?), 0) ORDER BY seq"
)


@dataclass(frozen=True, slots=True)
class Reclassification:
    """What a visit becomes; ``handling`` None keeps the outcome, or takes the usual lawful one.

    ``changes`` mends texts in the same act: in a denunciation no name may be left in. ``seen``
    is the number of events of the visit as the person saw it.
    """

    why: ChangeReason
    kind: PetitionKind
    seen: int
    protection: bool = False
    petition_field: PetitionField = PetitionField.OTHER
    handling: Handling | None = None
    changes: Mapping[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Never print what was typed."""
        return f"Reclassification({self.kind.value})"


@dataclass(frozen=True, slots=True)
class IrreversibleEffects:
    """What a reclassification cannot take back, by number: papers given, prints, backups."""

    code: str  # what the visit is called from now on
    receipts: tuple[str, ...] = ()
    prints: tuple[str, ...] = ()
    backups: tuple[int, ...] = ()  # log entries of the backups from before
    rotate: bool = False  # the head is asked for a new generation of the vault "desk"


class Reclassifications:
    """Moves visits between what the desk may open and what only custodians may."""

    def __init__(self, session: Session, calendars: OfficeCalendar) -> None:
        """Work in one session."""
        self._session = session
        self._calendars = calendars

    def reclassify(self, visit_id: int, wanted: Reclassification) -> IrreversibleEffects:
        """Make a visit one of another kind, or a protected one, in one transaction.

        Upward nobody has to be able to read: the boxes for ``desk``, the blind tags and the
        pseudonym end here. Downward only a custodian can, because only they open the data keys.
        Errors: InvalidInput with the place to mend; NotAllowed.
        """
        why = lifecycle_rules.checked_reason(wanted.why)
        with self._session.act() as work:
            row = lifecycle_rules.visit_to_change(self._session, visit_id, wanted.seen)
            move = self._move(work, row, wanted)
            work.renew_salt(visit_id)
            self._mend(work, move, wanted, why)
            if move.up:
                self._shut(work, visit_id)
            elif move.down:
                self._open(work, visit_id)
            self._turn(work, move)
            beyond = self._beyond(work, move)
            facts = {"up": move.up, "down": move.down, "kind": wanted.kind.value}
            work.log(
                Act.VISIT_RECLASSIFIED,
                f"visit {visit_id}",
                ground=why.ground,
                places=sorted(wanted.changes),
                **facts,
            )
        self._session.truncate_wal()
        return beyond

    def _move(self, work: UnitOfWork, row: Any, wanted: Reclassification) -> _Move:
        visit_id = row["visit_id"]
        petitions = work.database.query(_PETITIONS, (visit_id,))
        kind = PetitionKind(row["kind"])
        denounced = wanted.kind is _DENUNCIATION
        if (kind, bool(row["protection"])) == (wanted.kind, wanted.protection):
            raise InvalidInput("life.nothing_changed", "kind")
        if len(petitions) > 1 and kind is not wanted.kind:
            raise InvalidInput("life.several_petitions", "kind")
        if wanted.kind is PetitionKind.RECOMMENDATION_OR_FEEDBACK is not kind:
            raise InvalidInput("desk.kind_missing", "kind")
        before, after = lifecycle_rules.protected(row), denounced or wanted.protection
        down = (before and not after) or (kind is _DENUNCIATION and not denounced)
        if down:
            self._session.require(Right.CUSTODY)
        entry = _entry(petitions[0], wanted, kind)
        return _Move(row, entry, wanted.protection, up=after and not before, down=down)

    def _mend(
        self, work: UnitOfWork, move: _Move, wanted: Reclassification, why: ChangeReason
    ) -> None:
        """Write the event and the mended texts; upward no old word stays outside the seal."""
        visit_id = move.visit_id
        changes = checked_changes(work.database, visit_id, wanted.changes)
        left = visit_events.left_in(work.database, visit_id) if move.up else set()
        unmended = sorted(left - set(changes))
        if unmended:
            raise InvalidInput("life.mend_first", unmended[0])
        row = {**dict(move.row), "kind": move.kind.value, "protection": int(move.protection)}
        reasons = self._earlier_reasons(work, visit_id) if move.up else {}
        facts: dict[str, Any] = {"up": move.up, "down": move.down, "kind": move.kind.value}
        if move.up:
            facts["generation"] = self._generation()
        entry = lifecycle_rules.event(
            self._session, LifecycleAct.RECLASSIFIED, why, facts, checked=not changes
        )
        position = visit_events.write_event(work, visit_id, entry)
        found = {**reasons, **{(position, place): old for place, (old, _) in changes.items()}}
        kept = {old["place"] for old in visit_events.old_texts(work.database, visit_id)}
        secret = lifecycle_rules.protected(row)
        to_seal = kept | {place for _, place in found} if secret else left
        keep_old_texts(work, self._session, row, (found, to_seal))
        for place, (_, new) in changes.items():
            visit_events.write_place(work, visit_id, place, new)

    def _earlier_reasons(self, work: UnitOfWork, visit_id: int) -> dict[tuple[int, str], str]:
        """Take the reasons of earlier events out: nobody has compared them with the identity."""
        found = {}
        for row in visit_events.events(work.database, visit_id):
            if row["reason"]:
                found[(row["position"], "reason")] = row["reason"]
                key = {"visit_id": visit_id, "position": row["position"]}
                work.update("visit_event", key, {"reason": ""})
        return found

    def _shut(self, work: UnitOfWork, visit_id: int) -> None:
        """Upward: what is sealed opens to ``protected`` alone, and no tag recognises anybody."""
        for row in work.database.query(_CLEAR_SCANS, (visit_id,)):
            owner = (visit_id, row["position"])
            self._session.seals.seal_scan(work, owner, bytes(row["content"]), protected=True)
            key = {"visit_id": visit_id, "position": row["position"]}
            work.update("attachment", key, {"sealed": 1, "content": None})
        remove_desk_boxes(work, visit_id)
        end_requests_of_visit(work, visit_id)
        drop_tags(work, visit_id)

    def _open(self, work: UnitOfWork, visit_id: int) -> None:
        """Downward: the custodian's keys give each data key a box for ``desk``."""
        session = self._session
        private_keys = open_vault(
            session.database, session.office, session.member.user_id, session.keys
        )
        if not session.seals.add_desk_boxes(work, visit_id, private_keys):
            raise NotAllowed("life.needs_custodian")

    def _turn(self, work: UnitOfWork, move: _Move) -> None:
        visit_id, petition = move.visit_id, move.entry.petition
        due_on = self._count_anew(work, move)
        code = self._code(work, move)
        visit_writer.record_pseudonym(work.database, code)
        before = move.row["progress"]
        stays = before == "refused" or (before == "answered" and due_on is None)
        changes: dict[str, Any] = {
            "kind": move.kind.value,
            "series": code.series,
            "code_year": code.year,
            "code_number": code.number,
            "protection": int(move.protection),
            "progress": before if stays else intake.progress(move.entry),
            "due_on": due_on and due_on.isoformat(),
        }
        if move.kind is _DENUNCIATION:
            changes["received_at"] = None
        work.update("visit", {"visit_id": visit_id}, changes)
        handling = move.entry.handling
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

    def _count_anew(self, work: UnitOfWork, move: _Move) -> date | None:
        """End the deadlines that no longer hold, start those that do, from the day of the visit."""
        visit_id, day = move.visit_id, date.fromisoformat(move.row["received_on"])
        wanted = {due.term: due for due in self._calendars.dues((move.entry,), day)}
        last = 0
        for row in work.database.query(_DEADLINES, (visit_id,)):
            last = max(last, row["position"])
            kept = wanted.pop(row["term"], None)
            if kept is None and row["closed_on"] is None:
                key = {"visit_id": visit_id, "position": row["position"]}
                work.update("deadline", key, {"closed_on": self._session.today().isoformat()})
        for position, due in enumerate(wanted.values(), start=last + 1):
            work.insert("deadline", visit_writer.due_row(visit_id, position, due))
        return earliest_open(work.database, visit_id)

    def _code(self, work: UnitOfWork, move: _Move) -> Pseudonym:
        """Return the code from now on: another one, unless series and secrecy stay the same."""
        row, series = move.row, move.kind.series
        if series == row["series"] and not (move.up or move.down):
            return Pseudonym(series, row["code_year"], row["code_number"])
        if not lifecycle_rules.protected(row) and not move.up:
            tag = work.database.one(_TAG, (move.visit_id, NUMBER))
            known = tag and visit_writer.pseudonym_of_blind_index(
                work.database, bytes(tag["tag"]), NUMBER, series
            )
            if known:
                return known
        return visit_writer.next_code(work.database, series, row["year"])

    def _beyond(self, work: UnitOfWork, move: _Move) -> IrreversibleEffects:
        row = work.database.one(
            "SELECT series, code_year, code_number FROM visit WHERE visit_id = ?", (move.visit_id,)
        )
        code = Pseudonym(*row).code() if row else ""
        if not move.up:
            return IrreversibleEffects(code)
        receipts = work.database.query(_RECEIPTS, (move.visit_id,))
        prints = work.database.query(_PRINTS, (f"visit {move.visit_id}",))
        backups = work.database.query(_BACKUPS, (str(move.visit_id),))
        return IrreversibleEffects(
            code,
            tuple(f"{item['series']}-{item['number']:04d}" for item in receipts),
            tuple(item["label"] for item in prints),
            tuple(item["seq"] for item in backups),
            rotate=True,
        )

    def _generation(self) -> int:
        return next(
            key.generation
            for key in self._session.seals.recipients(protected=False)
            if key.vault == DESK
        )


@dataclass(frozen=True, slots=True)
class _Move:
    """One reclassification: the visit's row before, its petition after, and the direction."""

    row: Any
    entry: HandledPetition
    protection: bool
    up: bool
    down: bool

    @property
    def visit_id(self) -> int:
        """Return the visit's key."""
        return int(self.row["visit_id"])

    @property
    def kind(self) -> PetitionKind:
        """Return the kind after the move."""
        return self.entry.petition.kind


def _entry(row: Any, wanted: Reclassification, before: PetitionKind) -> HandledPetition:
    """Return the petition after the move, as far as terms and outcomes depend on it."""
    kept = before is wanted.kind
    petition = Petition(
        wanted.kind,
        PetitionField(row["field"]) if kept else wanted.petition_field,
        form=Form(row["form"]),
    )
    if petition.field not in FIELDS_OF_KIND[wanted.kind]:
        raise InvalidInput("life.wrong_value", "field")
    handling = wanted.handling or Handling(
        Outcome(row["outcome"]),
        Competence(row["competence"]),
        row["handled_by"],
        row["document_number"],
        row["refusal_ground"],
    )
    if handling.outcome is Outcome.REFUSE:
        return HandledPetition(petition, handling)
    lawful = lawful_outcomes(wanted.kind, handling.competence, petition.form)
    if handling.outcome not in lawful:
        if wanted.handling is not None:
            raise InvalidInput("desk.outcome_unlawful", "outcome")
        handling = replace(handling, outcome=lawful[0])
    return HandledPetition(petition, handling)
