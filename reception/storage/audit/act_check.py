"""Check of one log entry against the rule for its act (``reception.domain.act_rules``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reception.domain.act_rule import ActRule, RowOperation, SubjectKind, office_key
from reception.domain.act_rules import ACT_RULES
from reception.domain.audit import Act, Finding, LogEntry, visit_of_subject
from reception.domain.clock import VIETNAM
from reception.domain.petition import PetitionKind
from reception.domain.rights_history import RightsHistory, Standing
from reception.domain.staff import Right
from reception.storage.audit.act_readers import ActReaders
from reception.storage.audit.approvals import is_approved_entry
from reception.storage.audit.entry_facts import fact_list, parsed_facts
from reception.storage.audit.opening_checks import (
    entry_about_granted_request,
    fits_protection,
    names_opening_of_another,
)
from reception.storage.audit.roster_order import RosterOrder
from reception.storage.audit.row_changes import RowChange, read_row_changes
from reception.storage.audit.row_owner_checks import RowOwners
from reception.storage.audit.seal_companions import unpaired_seals
from reception.storage.database import Database
from reception.storage.staff.roster_rows import is_covered

_FIRST_ENTRY = "SELECT subject FROM log WHERE seq = 1"
_KIND_AFTER_CHANGE = (
    "SELECT facts FROM log WHERE act = 'visit_reclassified' AND subject = ? AND seq {} ? "
    "ORDER BY seq DESC LIMIT 1"
)
_KIND = "SELECT kind FROM visit WHERE visit_id = ?"
# Acts on the content of a visit: of a denunciation only by somebody who may read it. An answer is
# recorded without reading.
_CONTENT_ACTS = frozenset({Act.VISIT_CORRECTED, Act.VISIT_VOIDED, Act.VISIT_RECLASSIFIED})

_SEE_ALL_PAPERS = frozenset({Right.MANAGE, Right.CUSTODY})


@dataclass(frozen=True, slots=True)
class EntryInCheck:
    """One entry with what its check needs."""

    entry: LogEntry
    facts: Mapping[str, Any]
    changes: tuple[RowChange, ...]

    @property
    def visit(self) -> str:
        """Return the id, as text, of the visit that is the subject; "" if it is no visit."""
        visit_id = visit_of_subject(self.entry.subject)
        return "" if visit_id is None else str(visit_id)

    def finding(self, code: str, change: RowChange | None = None) -> Finding:
        """Return a finding about the entry, or about one of its rows."""
        entry = self.entry
        table, key = (change.table, change.key) if change else ("", "")
        return Finding(code, entry.seq, table, key, entry.act, entry.actor)


class ActCheck:
    """Checks entries of one register; it opens no sealed value."""

    def __init__(
        self, database: Database, keys: Mapping[tuple[str, int], bytes], history: RightsHistory
    ) -> None:
        """``keys``: signing keys by (user id, generation), for approvals."""
        self._database = database
        self._keys = keys
        self._history = history
        self._owners = RowOwners(database)
        self._rosters = RosterOrder(database)
        self._readers = ActReaders(database, history)
        first = database.one(_FIRST_ENTRY)
        self._office_id = "" if first is None else str(first["subject"])

    def check_entry(self, entry: LogEntry) -> Iterator[Finding]:
        """Yield everything in an entry that the rule for its act does not permit."""
        facts = parsed_facts(entry.facts)
        item = EntryInCheck(entry, facts or {}, read_row_changes(self._database, entry.seq))
        rule = ACT_RULES.get(entry.act)
        if rule is None or facts is None:
            yield item.finding("act.unknown")
            return
        yield from _subject_findings(item, rule)
        if not self._is_about_right_visit(item, rule):
            yield item.finding("act.subject")
        yield from self._row_findings(item, rule)
        yield from _companion_findings(item, rule)
        yield from self._right_findings(item, rule)
        if not self._is_approved(item, rule):
            yield item.finding("act.approval")

    def _is_approved(self, item: EntryInCheck, rule: ActRule) -> bool:
        """Tell whether the approval that an entry needs or names was really given."""
        entry, facts = item.entry, item.facts
        if rule.needs_approval or "approval" in facts:
            return is_approved_entry(self._database, self._office_id, (entry, facts), self._keys)
        granting_act = entry_about_granted_request(entry, facts)
        if granting_act is None:
            return True
        request = str(facts.get("request"))
        granted = self._owners.writer_before("reveal_request", request, entry.seq)
        return granted == (facts.get("approved"), granting_act.value)

    def _is_about_right_visit(self, item: EntryInCheck, rule: ActRule) -> bool:
        """Tell whether the visit was in the state that the act needs, and an entry named exists."""
        if item.entry.act == Act.OPENING_NOTED:
            return names_opening_of_another(self._database, item.entry, item.facts)
        return rule.protected is None or fits_protection(
            self._database, item.entry, protected=rule.protected
        )

    def _row_findings(self, item: EntryInCheck, rule: ActRule) -> Iterator[Finding]:
        is_owned = self._owners.check(item.entry, item.facts, item.changes, rule)
        for change in item.changes:
            if not rule.permits(change.table, change.key, change.operation):
                yield item.finding("act.table", change)
            elif not is_owned(change):
                yield item.finding("act.owner", change)
            elif self._is_foreign_seal(rule, change):
                yield item.finding("act.table", change)
        for change in unpaired_seals(item.entry.act, item.facts, item.changes):
            yield item.finding("act.companion", change)

    def _is_foreign_seal(self, rule: ActRule, change: RowChange) -> bool:
        """Tell whether a new sealed value is of a field group that the act does not write."""
        if change.table != "sealed_value" or change.operation is not RowOperation.INSERT:
            return False
        group = self._owners.field_group(change.key)
        return group is not None and not rule.permits_group(group)

    def _right_findings(self, item: EntryInCheck, rule: ActRule) -> Iterator[Finding]:
        if self._rosters.is_older_than_log(item.entry):
            yield item.finding("roster.fell")
        standing = self._history.standing_at(item.entry.roster, item.entry.actor)
        if standing is None:
            return
        if not standing.active:
            yield item.finding("act.actor_inactive")
            return
        if item.entry.actor_key != standing.key_generation:
            yield item.finding("act.old_key")
        given = any(change.table == rule.right_given_by for change in item.changes)
        enough = not rule.rights or any(needed <= standing.rights for needed in rule.rights)
        missing = self._extra_rights(item) - standing.rights
        if Right.READ_DENUNCIATION in missing and self._readers.might_read(
            item.entry, item.visit, standing
        ):
            missing -= {Right.READ_DENUNCIATION}
        if not (given or enough) or missing:
            yield item.finding("act.right")
        yield from self._paper_findings(item, standing)
        yield from self._identity_findings(item, standing)

    def _extra_rights(self, item: EntryInCheck) -> frozenset[Right]:
        """Return the rights that depend on what the entry is about."""
        rights: set[Right] = set()
        if item.entry.act == Act.VISIT_RECLASSIFIED and item.facts.get("down"):
            rights.add(Right.CUSTODY)
        if item.entry.act == Act.PROTECTED_REVEALED and "request" in item.facts:
            rights.add(Right.RECEIVE)
        if item.entry.act in _CONTENT_ACTS and self._kind_before(item) == PetitionKind.DENUNCIATION:
            rights.add(Right.READ_DENUNCIATION)
        if item.entry.act == Act.COPY_MADE_AGAIN and not self._is_own_visit_of_today(item):
            rights.add(Right.CUSTODY)
        return frozenset(rights)

    def _is_own_visit_of_today(self, item: EntryInCheck) -> bool:
        """Tell whether the entry's actor entered its visit, on the day of the entry."""
        entered_by, _ = self._owners.first_writer("visit", item.visit)
        day = item.entry.at.astimezone(VIETNAM).date()
        return entered_by == item.entry.actor and self._owners.first_day("visit", item.visit) == day

    def _kind_before(self, item: EntryInCheck) -> str:
        """Return the kind of the subject before the entry; "" if the log does not say it."""
        where = (item.entry.subject, item.entry.seq)
        earlier = self._database.one(_KIND_AFTER_CHANGE.format("<"), where)
        if earlier is not None:
            return str((parsed_facts(earlier["facts"]) or {}).get("kind", ""))
        if self._database.one(_KIND_AFTER_CHANGE.format(">="), where) is not None:
            return ""
        row = self._database.one(_KIND, (item.visit,))
        return "" if row is None else str(row["kind"])

    def _paper_findings(self, item: EntryInCheck, standing: Standing) -> Iterator[Finding]:
        """Yield sheets of others, of which the end of a session tells what became of them."""
        if item.entry.act != Act.LOCKED or standing.rights & _SEE_ALL_PAPERS:
            return
        for change in item.changes:
            if change.table == "requested_paper" and item.entry.actor not in (
                self._owners.first_writer("requested_paper", change.key)[0],
                self._owners.first_writer("visit", change.visit)[0],
            ):
                yield item.finding("act.owner", change)

    def _identity_findings(self, item: EntryInCheck, standing: Standing) -> Iterator[Finding]:
        """Yield identities of an existing visit by somebody who may not replace them."""
        if item.entry.act != Act.VISIT_CORRECTED:
            return
        boxes = {change.key.rpartition("|")[0] for change in item.changes}
        for change in item.changes:
            holders = {Right.CUSTODY}
            if f"{change.key}|desk" in boxes:  # an ordinary reporter's
                holders.add(Right.REVEAL)
            if (
                change.table == "sealed_value"
                and not standing.rights & holders
                and self._owners.is_identity_of_another(change, item.entry.actor)
            ):
                yield item.finding("act.owner", change)


def _subject_findings(item: EntryInCheck, rule: ActRule) -> Iterator[Finding]:
    entry = item.entry
    matches = {
        SubjectKind.ANY: True,
        SubjectKind.ACTOR: entry.subject == entry.actor,
        SubjectKind.MEMBER: bool(entry.subject),
        SubjectKind.VISIT: bool(item.visit),
    }
    if not matches[rule.subject] or (rule.only_first and entry.seq != 1):
        yield item.finding("act.subject")
    for change in item.changes:
        if not _fits_subject(item, rule, change):
            yield item.finding("act.subject", change)


def _fits_subject(item: EntryInCheck, rule: ActRule, change: RowChange) -> bool:
    """Tell whether a row of a member or of the office is that of the entry's subject."""
    subject = item.entry.subject
    if change.table == "member":
        return rule.subject is not SubjectKind.MEMBER or change.first_key == subject
    if change.table != "office" or item.entry.act == Act.ROSTER_CONFIRMED:
        return True
    name = office_key(change.key)
    end = change.key.removeprefix(name.removeprefix("office/"))
    expected: dict[str, tuple[object, ...]] = {
        "office/first_number/": (subject,),
        "office/leaving:": (
            *(subject, item.facts.get("after")),
            *fact_list(item.facts, "leaving"),  # of a restore
        ),
        "office/renew:": ("protected",),
    }
    return name not in expected or end in expected[name]


def _companion_findings(item: EntryInCheck, rule: ActRule) -> Iterator[Finding]:
    for table, operations in rule.required:
        if not any(
            _name(change) == table and change.operation in operations for change in item.changes
        ):
            yield item.finding("act.companion")
            return
    if item.entry.roster and not _brings_roster(item):
        yield item.finding("act.companion")
    listed = _LISTED_ROWS.get(item.entry.act)
    if listed is not None:
        named, present = listed(item.facts, item.changes)
        if named != present:
            yield item.finding("act.companion")


def _brings_roster(item: EntryInCheck) -> bool:
    """Tell whether an entry about rows that rosters cover has the next roster with it.

    Only the root signs that one: without it anybody could name such a row as it is, as if the
    entry were one of the root's acts, and write what those may write besides.
    """
    is_covering = any(is_covered(change.table, change.key) for change in item.changes)
    new_roster = ("roster", RowOperation.INSERT)
    return not is_covering or any(
        (change.table, change.operation) == new_roster for change in item.changes
    )


def _name(change: RowChange) -> str:
    return office_key(change.key) if change.table == "office" else change.table


def _keys(changes: tuple[RowChange, ...], table: str) -> list[str]:
    return sorted(change.key for change in changes if change.table == table)


def _printed(facts: Mapping[str, Any], changes: tuple[RowChange, ...]) -> tuple[object, object]:
    return sorted(map(str, fact_list(facts, "prints"))), _keys(changes, "print")


def _settled(facts: Mapping[str, Any], changes: tuple[RowChange, ...]) -> tuple[object, object]:
    """Each sheet named is written, and each one dropped has its event."""
    dropped = set(map(str, fact_list(facts, "dropped_papers")))
    named = sorted({*map(str, fact_list(facts, "printed")), *dropped})
    visits: dict[str, list[str]] = {"requested_paper": [], "visit_event": []}
    for change in changes:
        if change.table == "visit_event" or change.key in dropped:
            visits[change.table].append(change.visit)
    written = [key for key in _keys(changes, "requested_paper") if key in named]
    return (named, sorted(visits["requested_paper"])), (written, sorted(visits["visit_event"]))


def _imported(facts: Mapping[str, Any], changes: tuple[RowChange, ...]) -> tuple[object, object]:
    return facts.get("rows"), len(_keys(changes, "visit"))


def _moved(facts: Mapping[str, Any], changes: tuple[RowChange, ...]) -> tuple[object, object]:
    """Deadlines are moved of the very visits whose due day is written."""
    deadlines = [change for change in changes if change.table == "deadline"]
    moved = (len(deadlines), sorted({change.visit for change in deadlines}))
    return (facts.get("moved", 0), _keys(changes, "visit")), moved


def _revealed(facts: Mapping[str, Any], changes: tuple[RowChange, ...]) -> tuple[object, object]:
    return [facts["request"]] if "request" in facts else [], _keys(changes, "reveal_request")


# Acts whose facts name the rows that the entry writes.
_LISTED_ROWS: dict[
    str, Callable[[Mapping[str, Any], tuple[RowChange, ...]], tuple[object, object]]
] = {
    Act.PRINTED.value: _printed,
    Act.LOCKED.value: _settled,
    Act.IMPORTED.value: _imported,
    Act.CALENDAR_CHANGED.value: _moved,
    **dict.fromkeys(
        (
            *(Act.REVEALED.value, Act.REVEAL_ASKED.value, Act.REVEAL_GRANTED.value),
            *(Act.REVEAL_REFUSED.value, Act.REVEAL_WITHDRAWN.value),
            *(Act.PROTECTED_REVEALED.value, Act.PROTECTED_REVEAL_ASKED.value),
            *(Act.PROTECTED_REVEAL_GRANTED.value, Act.PROTECTED_REVEAL_REFUSED.value),
        ),
        _revealed,
    ),
}
