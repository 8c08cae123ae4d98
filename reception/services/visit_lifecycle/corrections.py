"""Corrections: a text, a field or an identity put right after sealing, with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.domain.leak_guard import Hit, LeakGuard, find_leaks, only_names
from reception.domain.petition import FIELDS_OF_KIND, PetitionKind
from reception.domain.reporter import Identity
from reception.domain.text import clean
from reception.domain.visit import Mode
from reception.domain.visit_lifecycle import (
    PAPER,
    PETITION_FIELDS,
    PETITION_TEXTS,
    VISIT_FIELDS,
    VISIT_TEXTS,
    CorrectionGround,
    LifecycleAct,
    is_text,
    split_place,
)
from reception.services.access.session import Session
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visits import intake_validation
from reception.services.visits.blind_index import BlindIndex, BlindIndexer
from reception.services.visits.visit_form import Waiver
from reception.storage.database import Database
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_events
from reception.storage.visits.sealed_identities import SealedPart

_ONCE = (*VISIT_TEXTS, *VISIT_FIELDS)
_SHORTEST_WAIVER = 10
_MARK = "[người "  # how the leak guard begins the word that it puts in a name's place
_PETITIONS = "SELECT position, kind FROM petition WHERE visit_id = ? ORDER BY position"
_PAPERS = "SELECT position FROM paper WHERE visit_id = ? ORDER BY position"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person wants put right: new words by place, perhaps the identity typed anew.

    Places are named as the leak guard names them (``summary.1``), and ``mode``, ``people`` …
    ``seen`` is the number of events of the visit as the person saw it.
    """

    why: ChangeReason
    changes: Mapping[str, str]
    seen: int
    identity: Identity | None = None
    waivers: tuple[Waiver, ...] = field(default=())

    def __repr__(self) -> str:
        """Never print what was typed."""
        return "Correction(…)"


class Corrections:
    """Puts visits right; what stood there is kept, in the seal where it may name somebody."""

    def __init__(self, session: Session) -> None:
        """Work in one session."""
        self._session = session
        self._tags = BlindIndexer(session.database, session.environment.policy.tag)

    def places(self, visit_id: int) -> dict[str, str]:
        """Return everything of a visit that can be corrected, by place, as text."""
        database = self._session.database
        row = lifecycle_rules.readable(self._session, database, visit_id)
        found = {name: str(row[name]) for name in _ONCE}
        for petition in database.query(_PETITIONS, (visit_id,)):
            names = [f"{n}.{petition['position']}" for n in (*PETITION_TEXTS, *PETITION_FIELDS)]
            found |= {
                name: visit_events.read_place(database, visit_id, name) or "" for name in names
            }
        for paper in database.query(_PAPERS, (visit_id,)):
            name = f"{PAPER}.{paper['position']}"
            found[name] = visit_events.read_place(database, visit_id, name) or ""
        return found

    def correct(self, visit_id: int, wanted: Correction) -> None:
        """Put a visit right in one transaction; the deadline does not move.

        Errors: InvalidInput with the place to mend, ``life.changed_meanwhile``,
        ``life.nothing_changed``, ``life.voided``; NotAllowed.
        """
        why = lifecycle_rules.checked_reason(wanted.why)
        identity = intake_validation.cleaned_identity(wanted.identity) if wanted.identity else None
        if identity is not None:
            self._check_identity(identity)
        tags = self._tags.make(identity) if identity is not None else None
        with self._session.act() as work:
            row = lifecycle_rules.visit_to_change(self._session, visit_id, wanted.seen)
            changes = checked_changes(self._session.database, visit_id, wanted.changes)
            if not changes and identity is None:
                raise InvalidInput("life.nothing_changed", "reason")
            self._guard(row, (changes, why), wanted, identity)
            work.renew_salt(visit_id)
            acts = self._write(work, row, changes, (why, identity))
            if identity is not None:
                self._seal_identity(work, row, identity, tags)
            waived = [[w.field, clean(w.reason), w.other_person] for w in wanted.waivers]
            facts = {**acts, **({"waived": waived} if waived else {})}
            work.log(Act.VISIT_CORRECTED, f"visit {visit_id}", ground=why.ground, **facts)
        self._session.truncate_wal()

    def _check_identity(self, identity: Identity) -> None:
        if not identity.name:
            raise InvalidInput("desk.name_missing", "name")
        intake_validation.check_days(identity, self._session.today())

    def _guard(
        self,
        row: Any,
        typed: tuple[Mapping[str, tuple[str, str]], ChangeReason],
        wanted: Correction,
        identity: Identity | None,
    ) -> None:
        """With the identity in hand every text of the visit is compared, old ones too."""
        if identity is None:
            return
        changes, why = typed
        guard = LeakGuard(identity)
        if guard.find(why.reason):
            raise InvalidInput("leak.in_reason", "reason")
        waived = {waiver.field: waiver for waiver in wanted.waivers}
        texts = {name: text for name, text in self.places(row["visit_id"]).items() if is_text(name)}
        texts |= {name: new for name, (_, new) in changes.items()}
        for place, text in texts.items():
            hits = guard.find(text)
            if hits:
                secret = lifecycle_rules.protected(row)
                _check_waiver(place, (hits, identity), waived.get(place), secret=secret)

    def _write(
        self,
        work: UnitOfWork,
        row: Any,
        changes: Mapping[str, tuple[str, str]],
        said: tuple[ChangeReason, Identity | None],
    ) -> dict[str, Any]:
        visit_id, (why, identity) = row["visit_id"], said
        unseen = identity is None and any(is_text(place) for place in changes)
        act = LifecycleAct.CORRECTED if changes else LifecycleAct.IDENTITY_CORRECTED
        facts: dict[str, Any] = {"places": sorted(changes), "identity": identity is not None}
        entry = lifecycle_rules.event(self._session, act, why, facts, checked=not unseen)
        position = visit_events.write_event(work, visit_id, entry)
        sealed = self._to_seal(work.database, row, changes, said)
        keep_old_texts(
            work,
            self._session,
            row,
            ({(position, place): old for place, (old, _) in changes.items()}, sealed),
        )
        for place, (_, new) in changes.items():
            visit_events.write_place(work, visit_id, place, new)
        if changes:
            visit_events.reindex(work.database, visit_id)
        return {**facts, "sealed": sorted(sealed)}

    def _to_seal(
        self,
        database: Database,
        row: Any,
        changes: Mapping[str, tuple[str, str]],
        said: tuple[ChangeReason, Identity | None],
    ) -> set[str]:
        """Return the places whose old words go into the seal: somebody may stand in them."""
        texts = {place: pair for place, pair in changes.items() if is_text(place)}
        why, identity = said
        if lifecycle_rules.protected(row) or why.ground == CorrectionGround.IDENTITY_IN_TEXT.value:
            return set(texts)
        left = visit_events.left_in(database, row["visit_id"])
        return {
            place
            for place, (old, new) in texts.items()
            if place in left
            or new.count(_MARK) > old.count(_MARK)
            or (identity is not None and find_leaks(old, identity))
        }

    def _seal_identity(
        self, work: UnitOfWork, row: Any, identity: Identity, tags: BlindIndex | None
    ) -> None:
        """Append a version of the identity; the one before is neither read nor touched."""
        visit_id, secret = row["visit_id"], lifecycle_rules.protected(row)
        part = SealedPart(identity)
        self._session.seals.seal_identity(work, visit_id, part, protected=secret)
        drop_tags(work, visit_id)
        if tags is not None and not secret:
            for kind, tag in tags.values:
                work.insert("blind_tag", {"visit_id": visit_id, "kind": kind, "tag": tag})


def keep_old_texts(
    work: UnitOfWork,
    session: Session,
    row: Any,
    what: tuple[Mapping[tuple[int, str], str], set[str]],
) -> None:
    """Keep old words by (event, place); those of the places to seal, older ones too, sealed."""
    visit_id, (found, sealed) = row["visit_id"], what
    before = {
        (old["event"], old["place"]): old["content"]
        for old in visit_events.old_texts(work.database, visit_id)
        if old["place"] in sealed
    }
    hidden = {**before, **{key: text for key, text in found.items() if key[1] in sealed}}
    version = 0
    if hidden:
        texts = {f"{place}@{position}": text for (position, place), text in hidden.items()}
        secret = lifecycle_rules.protected(row)
        version = session.seals.seal_texts(work, visit_id, texts, protected=secret).version
    for key in hidden:
        visit_events.store_old_text(work, visit_id, key, None, version)
    for key, text in found.items():
        if key not in hidden:
            visit_events.store_old_text(work, visit_id, key, text, 0)


def checked_changes(
    database: Database, visit_id: int, typed: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """Return (old, new) by place for what really changes.

    Errors: InvalidInput ``life.unknown_place``, ``life.wrong_value``, ``life.personal_number`` …
    """
    found = {}
    kinds = {row["position"]: row["kind"] for row in database.query(_PETITIONS, (visit_id,))}
    for place, text in typed.items():
        # The name becomes a column: only what is listed gets that far.
        old = visit_events.read_place(database, visit_id, place) if _known(place) else None
        if old is None:
            raise InvalidInput("life.unknown_place", place)
        new = clean(text)
        if old != new:
            _check_value(place, new, kinds.get(split_place(place)[1], ""))
            lifecycle_rules.check_later_text(place, new)
            found[place] = (old, new)
    return found


def drop_tags(work: UnitOfWork, visit_id: int) -> None:
    """End the blind tags of a visit."""
    for row in work.database.query("SELECT kind FROM blind_tag WHERE visit_id = ?", (visit_id,)):
        work.delete("blind_tag", {"visit_id": visit_id, "kind": row["kind"]})


def _check_waiver(
    place: str, found: tuple[Sequence[Hit], Identity], waiver: Waiver | None, *, secret: bool
) -> None:
    """Let a hit stay only for a reason; in a secret visit only as another person's name."""
    hits, identity = found
    if waiver is None:
        raise InvalidInput("leak.found", place)
    if secret and not (waiver.other_person and only_names(hits)):
        raise InvalidInput("leak.never_here", place)
    reason = clean(waiver.reason)
    if len(reason) < _SHORTEST_WAIVER:
        raise InvalidInput("leak.reason_short", place, least=_SHORTEST_WAIVER)
    if find_leaks(reason, identity):
        raise InvalidInput("leak.in_reason", place)


def _known(place: str) -> bool:
    name, position = split_place(place)
    if name in _ONCE:
        return place == name
    return position > 0 and name in (*PETITION_TEXTS, *PETITION_FIELDS, PAPER)


def _check_value(place: str, text: str, kind: str) -> None:
    """Refuse what a place cannot hold; its words are checked elsewhere."""
    name = split_place(place)[0]
    if name in ("people", "same_content", "settled_round"):
        least = 0 if name == "settled_round" else 1
        if not text.isdecimal() or not least <= int(text) <= 99_999:  # noqa: PLR2004 - five digits
            raise InvalidInput("life.wrong_value", place)
    elif name == "mode" and text not in {mode.value for mode in Mode}:
        raise InvalidInput("life.wrong_value", place)
    elif name == "field":
        if text not in {item.value for item in FIELDS_OF_KIND[PetitionKind(kind)]}:
            raise InvalidInput("life.wrong_value", place)
    elif name in ("summary", "body", PAPER) and not text:
        raise InvalidInput("life.text_missing", place)
