"""Whether the author of a log entry might read a denunciation then, as far as the log says."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import Any

from reception.domain.audit import Act, LogEntry
from reception.domain.clock import VIETNAM
from reception.domain.rights_history import RightsHistory, Standing
from reception.domain.staff import Right
from reception.law.public_holidays import working_calendar
from reception.storage.audit.entry_facts import parsed_facts
from reception.storage.audit.log_reader import MOST_TIMES
from reception.storage.audit.visit_history import entry_day
from reception.storage.database import Database
from reception.storage.json_shapes import ShapeError, list_of, object_of, parsed_json, readable_day
from reception.storage.office_values import read_office_value

_FIRST_WRITER = (
    "SELECT l.actor, l.at FROM log_row r JOIN log l USING (seq) "
    "WHERE r.record = 'visit' AND r.key = ? ORDER BY r.seq LIMIT 1"
)
_HAND_OVER_BEFORE = (
    "SELECT l.actor, l.act, l.facts, l.roster, length(r.digest) = 0 AS removed "
    "FROM log_row r JOIN log l USING (seq) WHERE r.record = 'visit_reader' AND r.key = ? "
    "AND r.seq < ? ORDER BY r.seq DESC LIMIT 1"
)
_ENTRIES_BEFORE = "SELECT at, act, actor, roster FROM log WHERE seq < ? ORDER BY seq DESC LIMIT ?"
_CALENDAR_CHANGES = "SELECT subject FROM log WHERE act = 'calendar_changed'"
_DAY = timedelta(days=1)
_SATURDAY = 5
# An act that began before midnight is logged after it.
_LONGEST_ACT = timedelta(minutes=10)
# A later version of the program may know the holidays of a year better than the one that wrote
# the entry: the days beside a holiday were perhaps off by the earlier one.
_UNCERTAIN_DAYS = 1


class ActReaders:
    """Answers by the log alone, for an act on the content of a denunciation."""

    def __init__(self, database: Database, history: RightsHistory) -> None:
        self._database = database
        self._history = history

    def might_read(self, entry: LogEntry, visit: str, standing: Standing) -> bool:
        """Tell whether an entry's actor might read a denunciation; ``visit`` is its id as text."""
        if Right.READ_DENUNCIATION in standing.rights:
            return True
        if Right.RECEIVE not in standing.rights:
            return False
        return self._received_it(entry, visit) or self._was_handed_it(entry, visit)

    def _received_it(self, entry: LogEntry, visit: str) -> bool:
        """Tell whether the receiving officer might still read the visit.

        Of each day that may have been off it is assumed that it was: the calendar may have
        changed since.
        """
        first = self._database.one(_FIRST_WRITER, (visit,))
        if first is None or first["actor"] != entry.actor:
            return False
        entered_on, day = entry_day(first["at"]), self._day_of_act(entry)
        return entered_on is not None and day is not None and day <= self._last_day(entered_on)

    def _day_of_act(self, entry: LogEntry) -> date | None:
        """Return the day of an entry, or the later one of an entry before it.

        The author chooses the time of the own entry, and might name an earlier one. Times from
        before the clock was last confirmed do not count: they may be those of a wrong clock.
        """
        try:
            days = [(entry.at - _LONGEST_ACT).astimezone(VIETNAM).date()]
        except OverflowError:
            return None
        for row in self._database.iterate(_ENTRIES_BEFORE, (entry.seq, MOST_TIMES)):
            if row["act"] == Act.CLOCK_CONFIRMED and self._may_confirm(row, entry):
                break
            earlier = entry_day(row["at"])
            if earlier is not None:
                days.append(earlier)
        return max(days)

    def _may_confirm(self, row: Any, entry: LogEntry) -> bool:
        """Tell whether somebody might confirm the clock, then or at the later entry."""
        standings = [
            self._history.standing_at(roster, row["actor"])
            for roster in (row["roster"], entry.roster)
        ]
        return any(item is None or Right.MANAGE in item.rights for item in standings)

    def _last_day(self, entered_on: date) -> date:
        day = entered_on + _DAY
        while self._was_perhaps_off(day):
            day += _DAY
        return day

    def _was_perhaps_off(self, day: date) -> bool:
        if day.weekday() >= _SATURDAY or day in self._days_set:
            return True
        years = (day.year - 1, day.year, day.year + 1)
        holidays = {
            *working_calendar(years).days_off,
            *working_calendar(years, with_proposed=True).days_off,
        }
        nearby = range(-_UNCERTAIN_DAYS, _UNCERTAIN_DAYS + 1)
        return any(day + count * _DAY in holidays for count in nearby)

    @cached_property
    def _days_set(self) -> frozenset[date]:
        """The days that the office has ever set itself, by the log and the present settings."""
        rows = self._database.query(_CALENDAR_CHANGES)
        texts = [str(row["subject"]) for row in rows]
        texts += [str(item) for item in _days_in_settings(self._database)]
        return frozenset(day for day in map(readable_day, texts) if day is not None)

    def _was_handed_it(self, entry: LogEntry, visit: str) -> bool:
        row = self._database.one(_HAND_OVER_BEFORE, (visit, entry.seq))
        if row is None or row["removed"] or row["act"] != Act.VISIT_HANDED_ON:
            return False
        if (parsed_facts(row["facts"]) or {}).get("to") != entry.actor:
            return False
        giver = self._history.standing_at(row["roster"], row["actor"])
        return giver is not None and giver.active and Right.READ_DENUNCIATION in giver.rights


def _days_in_settings(database: Database) -> list[object]:
    """Return the first item of each row of ``calendar_days``; [] for settings nobody can read."""
    try:
        settings = object_of(parsed_json(read_office_value(database, "settings") or "{}"))
        return [list_of(row)[0] for row in list_of(settings.get("calendar_days"))]
    except (ShapeError, IndexError):
        return []
