"""Corrections of a sealed visit: a text, a field or the identity, with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import InvalidInput
from reception.domain.leak_guard import LeakGuard, find_leaks
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.text import clean
from reception.domain.visit_lifecycle import (
    PAPER,
    PETITION_FIELDS,
    PETITION_TEXTS,
    CorrectionGround,
    LifecycleAct,
    is_text,
    respondents_in,
)
from reception.services.access.session import Session
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visit_lifecycle.correction_checks import (
    FIELDS_OF_VISIT,
    check_waiver,
    checked_changes,
    is_sealed_field,
)
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.old_texts import keep_old_texts
from reception.services.visits import intake_validation
from reception.services.visits.blind_index import BlindIndex, BlindIndexer
from reception.services.visits.sealed_content import kept_words_of
from reception.services.visits.visit_form import Waiver
from reception.storage.database import Database
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import blind_index_rows, visit_events
from reception.storage.visits.sealed_part import SealedPart

_NAME_PLACEHOLDER = "[người "  # start of the words with which the leak guard replaces a name
_PETITIONS = "SELECT position, kind FROM petition WHERE visit_id = ? ORDER BY position"
_PAPERS = "SELECT position FROM paper WHERE visit_id = ? ORDER BY position"


@dataclass(frozen=True, slots=True)
class Correction:
    """New values by field path, and the identity typed again if it was wrong.

    Field paths are those of the leak guard (``summary.1``), and ``mode``, ``people`` …
    ``event_count`` is the number of events of the visit when the person opened it; another
    number now means that somebody else has changed the visit meanwhile.
    """

    change_reason: ChangeReason
    changes: Mapping[str, str]
    event_count: int
    identity: Identity | None = None
    waivers: tuple[Waiver, ...] = field(default=())

    def __repr__(self) -> str:
        """Never print what was typed."""
        return "Correction(…)"


class Corrections:
    """Corrects visits; every old text is kept, and sealed if it may name somebody."""

    def __init__(self, session: Session) -> None:
        """Work in one session."""
        self._session = session
        self._blind_indexer = BlindIndexer(session.database, session.environment.policy.blind_index)

    def field_values(self, visit_id: int) -> dict[str, str]:
        """Return everything of a visit that can be corrected: field path → value as text."""
        database = self._session.database
        row = lifecycle_rules.readable_visit(self._session, database, visit_id)
        values = stored_values(database, row)
        return {path: values[path] for path in values if not is_sealed_field(row, path)}

    def correct(self, visit_id: int, correction: Correction) -> None:
        """Correct a visit in one transaction; the deadline does not move.

        Errors: InvalidInput with the field to correct, ``life.changed_meanwhile``,
        ``life.nothing_changed``, ``life.voided``; NotAllowed, also ``life.identity_of_another``.
        """
        change_reason = lifecycle_rules.checked_reason(correction.change_reason)
        identity = (
            intake_validation.cleaned_identity(correction.identity) if correction.identity else None
        )
        if identity is not None:
            self._check_identity(visit_id, identity)
        blind_index = self._blind_indexer.make(identity) if identity is not None else None
        with self._session.act() as work:
            row = lifecycle_rules.visit_to_change(self._session, visit_id, correction.event_count)
            if identity is not None:
                lifecycle_rules.require_identity_right(self._session, row)
            changes = checked_changes(self._session.database, visit_id, correction.changes)
            if not changes and identity is None:
                raise InvalidInput("life.nothing_changed", "reason")
            lifecycle_rules.check_body(self._session, changes)
            needed = self._check_leaks(row, (changes, change_reason), correction, identity)
            visit_events.forget_removed_words(work, visit_id)
            acts = self._write_changes(work, row, changes, (change_reason, identity))
            if identity is not None:
                self._seal_identity(work, row, (identity, needed), blind_index)
            # In the log a waiver would say that a name in the text is the reporter's too.
            shown = [] if lifecycle_rules.is_protected(row) else needed
            waived = [[w.field, clean(w.reason), w.other_person] for w in shown]
            facts = {**acts, **({"waived": waived} if waived else {})}
            work.log(
                Act.VISIT_CORRECTED, visit_subject(visit_id), ground=change_reason.ground, **facts
            )
        self._session.truncate_wal()

    def _check_identity(self, visit_id: int, identity: Identity) -> None:
        session = self._session
        row = lifecycle_rules.readable_visit(session, session.database, visit_id)
        lifecycle_rules.require_identity_right(session, row)
        is_denunciation = row["kind"] == PetitionKind.DENUNCIATION.value
        intake_validation.check_identity(identity, session.today(), is_denunciation=is_denunciation)

    def _check_leaks(
        self,
        row: Any,
        changes_and_reason: tuple[Mapping[str, tuple[str, str]], ChangeReason],
        correction: Correction,
        identity: Identity | None,
    ) -> list[Waiver]:
        """If the identity is corrected, compare it with every text, unchanged ones too.

        Return the waivers that were needed: the reasons of others are compared with nothing, and
        what is in the log stays there.
        """
        if identity is None:
            return []
        changes, change_reason = changes_and_reason
        if find_leaks(change_reason.reason, identity):
            raise InvalidInput("leak.in_reason", "reason")
        waived = {waiver.field: waiver for waiver in correction.waivers}
        texts = {
            name: text for name, text in self.field_values(row["visit_id"]).items() if is_text(name)
        }
        texts |= {name: new for name, (_, new) in changes.items()}
        guard = LeakGuard(identity, respondents_in(texts))
        protected, needed = lifecycle_rules.is_protected(row), []
        for path, text in texts.items():
            hits = guard.find(text)
            if hits:
                needed.append(
                    check_waiver(path, (hits, identity), waived.get(path), protected=protected)
                )
        return needed

    def _write_changes(
        self,
        work: UnitOfWork,
        row: Any,
        changes: Mapping[str, tuple[str, str]],
        reason_and_identity: tuple[ChangeReason, Identity | None],
    ) -> dict[str, Any]:
        visit_id, (change_reason, identity) = row["visit_id"], reason_and_identity
        act = LifecycleAct.CORRECTED if changes else LifecycleAct.IDENTITY_CORRECTED
        facts: dict[str, Any] = {"places": sorted(changes), "identity": identity is not None}
        entry = lifecycle_rules.event(
            self._session, act, change_reason, facts, checked=identity is not None
        )
        position = visit_events.write_event(work, visit_id, entry)
        sealed = self._fields_to_seal(work.database, row, changes, reason_and_identity)
        keep_old_texts(
            work,
            self._session,
            row,
            ({(position, path): old for path, (old, _) in changes.items()}, sealed),
        )
        for path, (_, new) in changes.items():
            visit_events.write_field(work, visit_id, path, new)
        if changes:
            visit_events.reindex(work.database, visit_id)
        return {**facts, "sealed": sorted(sealed)}

    def _fields_to_seal(
        self,
        database: Database,
        row: Any,
        changes: Mapping[str, tuple[str, str]],
        reason_and_identity: tuple[ChangeReason, Identity | None],
    ) -> set[str]:
        """Return the fields whose old texts are sealed, because they may name somebody."""
        texts = {path: pair for path, pair in changes.items() if is_text(path)}
        change_reason, identity = reason_and_identity
        if (
            lifecycle_rules.is_protected(row)
            or change_reason.ground == CorrectionGround.IDENTITY_IN_TEXT.value
        ):
            return set(texts)
        waived = visit_events.waived_fields(database, row["visit_id"])
        return {
            path
            for path, (old, new) in texts.items()
            if path in waived
            or new.count(_NAME_PLACEHOLDER) > old.count(_NAME_PLACEHOLDER)
            or (identity is not None and find_leaks(old, identity))
        }

    def _seal_identity(
        self,
        work: UnitOfWork,
        row: Any,
        identity_and_waivers: tuple[Identity, Sequence[Waiver]],
        blind_index: BlindIndex | None,
    ) -> None:
        """Append a version of the identity; the earlier version is neither read nor changed."""
        visit_id, protected = row["visit_id"], lifecycle_rules.is_protected(row)
        identity, waivers = identity_and_waivers
        part = SealedPart(identity, kept_words=kept_words_of(waivers) if protected else ())
        self._session.seals.seal_identity(work, visit_id, part, protected=protected)
        blind_index_rows.delete_hashes(work, visit_id)
        if blind_index is not None and not protected:
            blind_index_rows.write_hashes(work, visit_id, blind_index.hashes)


def stored_values(database: Database, row: Any) -> dict[str, str]:
    """Return everything of a visit that can be corrected, whoever asks.

    Only for a comparison in memory: nothing of it is shown to somebody who may not read the visit.
    """
    visit_id = row["visit_id"]
    values = {name: str(row[name]) for name in FIELDS_OF_VISIT}
    for petition in database.query(_PETITIONS, (visit_id,)):
        names = [f"{n}.{petition['position']}" for n in (*PETITION_TEXTS, *PETITION_FIELDS)]
        values |= {name: visit_events.read_field(database, visit_id, name) or "" for name in names}
    for paper in database.query(_PAPERS, (visit_id,)):
        name = f"{PAPER}.{paper['position']}"
        values[name] = visit_events.read_field(database, visit_id, name) or ""
    return values
