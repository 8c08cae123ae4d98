"""Whose rows a log entry may write: the owner of a visit, and of a reveal request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from reception.domain.act_rule import (
    IDENTITY_GROUP,
    ActRule,
    RequestActor,
    RowOperation,
    VisitScope,
)
from reception.domain.audit import Act, LogEntry, visit_of_subject
from reception.storage.audit.entry_facts import fact_list
from reception.storage.audit.row_changes import TABLES_OF_VISITS, RowChange
from reception.storage.audit.visit_history import entry_day
from reception.storage.database import Database

_FIRST_WRITER = (
    "SELECT l.actor, l.act FROM log_row r JOIN log l USING (seq) "
    "WHERE r.record = ? AND r.key = ? ORDER BY r.seq LIMIT 1"
)
_FIRST_TIME = (
    "SELECT l.at FROM log_row r JOIN log l USING (seq) "
    "WHERE r.record = ? AND r.key = ? ORDER BY r.seq LIMIT 1"
)
_WRITER_BEFORE = (
    "SELECT l.actor, l.act FROM log_row r JOIN log l USING (seq) "
    "WHERE r.record = ? AND r.key = ? AND r.seq < ? ORDER BY r.seq DESC LIMIT 1"
)
_FIELD_GROUP = "SELECT field_group FROM sealed_value WHERE value_id = ?"


class RowOwners:
    """Answers by the log: the owner is the actor of the first entry that wrote a row."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def first_writer(self, table: str, key: str) -> tuple[str, str]:
        """Return (actor, act) of the first entry about a row; ("", "") if there is none."""
        row = self._database.one(_FIRST_WRITER, (table, key))
        return ("", "") if row is None else (str(row["actor"]), str(row["act"]))

    def first_day(self, table: str, key: str) -> date | None:
        """Return the day of the first entry about a row; None if there is none that can be read."""
        row = self._database.one(_FIRST_TIME, (table, key))
        return None if row is None else entry_day(str(row["at"]))

    def writer_before(self, table: str, key: str, seq: int) -> tuple[str, str]:
        """Return (actor, act) of the last entry about a row before an entry."""
        row = self._database.one(_WRITER_BEFORE, (table, key, seq))
        return ("", "") if row is None else (str(row["actor"]), str(row["act"]))

    def check(
        self,
        entry: LogEntry,
        facts: Mapping[str, Any],
        changes: tuple[RowChange, ...],
        rule: ActRule,
    ) -> Callable[[RowChange], bool]:
        """Return a function that tells whether the entry's actor may write a row."""
        in_scope = self._visit_scope(entry, facts, changes, rule)
        listed = {str(item) for item in fact_list(facts, "requests")}

        def is_owned(change: RowChange) -> bool:
            if change.table not in TABLES_OF_VISITS:
                return True
            if change.table == "reveal_request" and not self._may_write_request(
                change, entry.actor, rule.request_actor, listed
            ):
                return False
            return in_scope(change.visit)

        return is_owned

    def field_group(self, value_id: str) -> str | None:
        """Return the field group of a sealed value; None if there is no such value."""
        row = self._database.one(_FIELD_GROUP, (value_id,))
        return None if row is None else str(row["field_group"])

    def is_identity_of_another(self, change: RowChange, actor: str) -> bool:
        """Tell whether a sealed value is an identity of a visit that somebody else received."""
        if self.field_group(change.key) != IDENTITY_GROUP:
            return False
        return self.first_writer("visit", change.visit)[0] != actor

    def _visit_scope(
        self,
        entry: LogEntry,
        facts: Mapping[str, Any],
        changes: tuple[RowChange, ...],
        rule: ActRule,
    ) -> Callable[[str], bool]:
        if rule.visits is VisitScope.ALL:
            return lambda _: True
        if rule.visits is VisitScope.OWN_IMPORTS:
            own_import = (entry.actor, Act.IMPORTED.value)
            return lambda visit: self.first_writer("visit", visit) == own_import
        if rule.visits is VisitScope.INSERTED:
            visits = {
                change.key
                for change in changes
                if change.table == "visit" and change.operation is RowOperation.INSERT
            }
        elif rule.visits is VisitScope.MARKED:
            marks = fact_list(facts, "marks")
            visits = {str(mark[0]) for mark in marks if isinstance(mark, list) and mark}
        else:
            visits = {str(visit_of_subject(entry.subject))}
        return visits.__contains__

    def _may_write_request(
        self, change: RowChange, actor: str, who: RequestActor, listed: set[str]
    ) -> bool:
        if who is RequestActor.LISTED:
            return change.key in listed
        if who is RequestActor.ANYBODY:
            return True
        is_asker = self.first_writer("reveal_request", change.key)[0] == actor
        return is_asker is (who is RequestActor.ASKER)
