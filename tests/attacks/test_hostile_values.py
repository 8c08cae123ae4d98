# ruff: noqa: S608 - names of the schema
"""Hostile values in every column of the register: each reader meets a sentence, never a fault."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import ReceptionError
from reception.domain.todo_item import UnreadableItems
from reception.services.office.office_settings import OfficeSettings, read_settings
from reception.services.register.register_row import RegisterRow
from reception.storage.crypto.hash_chain import LOGGED_TABLES
from reception.storage.visits.register_reader import RegisterFilter
from tests.attacks import old_office as names
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OldOffice
from tests.attacks.outcomes import findings
from tests.attacks.present_office import copy_office
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER
from tests.fixtures.office_of_all_roles import own_objects
from tests.fixtures.service_calls import CallWorld, call

_CHANGED = 30  # number of an entry
_LARGE = 9_223_372_036_854_775_807
JSON_VALUES = (
    *("[]", '["x"]', '{"a":1', "[" * 100_000, '{"a":' * 40 + "1" + "}" * 40, '{"a": "\\ud800"}'),
    *('{"up": 1, "up": 2}', '{"up": 1, "generation": "x", "by": ["x"], "paper": [1]}'),
    '{"up": [[1]], "parts": [["x"]], "request": {}, "names": 9e18, "findings": [[1]], "to": 1}',
)
DAYS = ("x", "9999-12-31")
WORDS = ("x",)
NUMBERS = (_LARGE,)
BYTES = (b"\xff" * 7,)
READERS = (
    *("AuditLog.page", "AuditLog.people_in_log", "Register.page", "Register.today"),
    *("Register.figures", "Register.story", "Register.filter_counts", "TodoList.read"),
    *("RegisterBooks.register_book", "StatutoryTables.count"),
    *("StatutoryTables.count_petitions", "MonthOverviews.read", "WaitingPapers.waiting"),
    *("WaitingPapers.dropped", "RevealRequests.own_requests", "RevealRequests.own_request_of"),
    *("RevealDecisions.requests_to_decide", "RevealDecisions.unseen_expired_requests"),
    *("OpeningNotices.unseen", "VisitLifecycle.change_context", "VisitLifecycle.voids_to_confirm"),
    *("VisitLifecycle.visits_requiring_rotation", "VisitLifecycle.next_number"),
    *("LateTextChecks.unchecked_visits", "Drafts.own_drafts", "HandOvers.state"),
    *("CalendarChanges.preview", "OfficeCalendar.overrides", "OfficeCalendar.started_deadlines"),
    *("Accounts.summaries", "Custody.tasks", "StaffOffboarding.unfinished", "Reveals.route_of"),
    *("Reveals.reveal_count", "ObsoleteBackups.find", "recent_recovery_day", "Rights.warnings"),
    *("NamedRegisterBooks.count_names", "DenouncerIdentityPages.candidates", "Reveals.open"),
    *("DenouncerIdentityPages.numbered_copies", "BlindIndexQueue.pending_visits"),
    *("OwnVisitPapers.receipt", "Intake.forecast"),
)


OF_A_VISIT = {"Register.story", "VisitLifecycle.change_context", "HandOvers.state"}


@dataclass
class OpenOffice:
    """The office while the head has it open, and the connection of an attacker."""

    world: CallWorld
    attacker: Attacker

    def faults(self) -> Iterator[str]:
        """Call every reader; yield those that raised anything but an expected failure."""
        denunciation = replace(self.world, visit_id=names.DENUNCIATION)
        for name in READERS:
            for world in (self.world, denunciation) if name in OF_A_VISIT else (self.world,):
                try:
                    call(name, world)
                except ReceptionError:
                    continue
                except Exception as error:
                    yield f"{name}: {error!r}"

    @contextmanager
    def values(self, table: str, column: str, value: object, where: str = "1") -> Iterator[int]:
        """Write a value into a column, and put the rows back afterwards; yield the changed rows."""
        kept = {}
        with self.attacker.tamper() as database:
            for name in (table, "visit_count"):
                kept[name] = [tuple(row) for row in database.execute(f"SELECT * FROM {name}")]
            database.execute("PRAGMA ignore_check_constraints = ON")
            statement = f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {where}"
            changed = database.execute(statement, (value,)).rowcount
        try:
            yield changed
        finally:
            with self.attacker.tamper() as database:
                database.execute("PRAGMA ignore_check_constraints = ON")
                for name, rows in kept.items():
                    database.execute(f"DELETE FROM {name}")
                    for row in rows:
                        marks = ", ".join("?" for _ in row)
                        database.execute(f"INSERT INTO {name} VALUES ({marks})", row)


@pytest.fixture(scope="module")
def opened(
    made_office: OldOffice, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OpenOffice]:
    """An office in which much has been done; the head has it open."""
    office = copy_office(made_office, tmp_path_factory.mktemp("values"))
    officer = create_services(office.open(OFFICER))
    objects = own_objects(officer)
    officer.session.close()
    reception = create_services(office.open(HEAD))
    folder = office.folder.parent / "elsewhere"
    folder.mkdir()
    visit_id = objects.ordinary.visit.visit_id
    yield OpenOffice(CallWorld(reception, objects, visit_id, folder), Attacker(office, COLLEAGUE))
    reception.session.database.close()


def _columns(opened: OpenOffice, table: str) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield each column of a table with the values to be tried there."""
    with opened.attacker.database() as database:
        for column in database.execute(f"PRAGMA table_info({table})").fetchall():
            name = column["name"]
            found = database.execute(f"SELECT max({name}) FROM {table}").fetchone()[0]
            text = found if isinstance(found, str) else ""
            if column["type"] != "TEXT":
                yield name, NUMBERS if column["type"] == "INTEGER" else BYTES
            elif text.startswith(("{", "[")):
                yield name, JSON_VALUES
            else:
                is_day = re.match(r"\d{4}-\d\d-\d\d", text) or name.endswith(("_on", "_at"))
                yield name, DAYS if is_day else WORDS


@pytest.mark.parametrize(
    "table", [*sorted(LOGGED_TABLES), "log", "log_row", "visit_count", "draft"]
)
def test_no_reader_meets_a_fault(opened: OpenOffice, table: str) -> None:
    faults = []
    for column, values in _columns(opened, table):
        for value in values:
            with opened.values(table, column, value) as changed:
                if changed:
                    shown = repr(value)[:40]
                    faults += [f"{column} = {shown}: {fault}" for fault in opened.faults()]
    assert faults == []


_COUNTING = ("StatutoryTables.count", "StatutoryTables.count_petitions", "MonthOverviews.read")
_UNREADABLE = (
    *(("visit", column, "x") for column in ("received_on", "due_on", "kind")),
    *(("petition", column, "x") for column in ("field", "outcome")),
    ("answer", "answered_on", "9999-12-31"),
)


def rows_by_id(opened: OpenOffice) -> dict[int, RegisterRow]:
    """Return what the register shows, by visit."""
    rows = opened.world.reception.register.page(RegisterFilter())
    return {row.visit_id: row for row in rows}


@pytest.mark.parametrize(("table", "column", "value"), _UNREADABLE)
def test_a_row_that_nobody_can_read_leaves_the_others(
    opened: OpenOffice, table: str, column: str, value: str
) -> None:
    register = opened.world.reception.register
    with opened.attacker.database() as database:
        visit_id = database.execute(f"SELECT min(visit_id) FROM {table}").fetchone()[0]
    before = rows_by_id(opened)
    with opened.values(table, column, value, f"visit_id = {visit_id}") as changed:
        assert changed
        after = rows_by_id(opened)
        story, other = register.story(visit_id), register.story(max(before))
        day = register.day(before[visit_id].received_on)
    unreadable = after.pop(visit_id)
    assert unreadable.unreadable
    assert unreadable.masked
    assert unreadable.number == before.pop(visit_id).number
    assert (unreadable.summary, unreadable.kind, unreadable.code) == ("", "", "")
    assert after == before
    assert story is not None
    assert story.row == unreadable
    assert other is not None
    assert not other.row.unreadable
    assert column == "received_on" or unreadable in day


def test_figures_count_nothing_of_a_row_that_nobody_can_read(opened: OpenOffice) -> None:
    register, visit_id = opened.world.reception.register, opened.world.visit_id
    day = rows_by_id(opened)[visit_id].received_on
    before = register.figures(day)
    with opened.values("visit", "kind", "x", f"visit_id = {visit_id}"):
        after = register.figures(day)
    assert (after.visits, after.unreadable) == (before.visits - 1, 1)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("reveal_request", "parts", "x"),
        ("requested_paper", "form", "x"),
        ("visit", "due_on", "2026-01-01 x"),
    ],
)
def test_the_list_of_tasks_says_what_it_leaves_out(
    opened: OpenOffice, table: str, column: str, value: str
) -> None:
    tasks = opened.world.reception.todo_list
    before = {item for item in tasks.read().items if not isinstance(item, UnreadableItems)}
    with opened.values(table, column, value) as changed:
        assert changed
        after = tasks.read().items
    (left_out,) = (item for item in after if isinstance(item, UnreadableItems))
    assert left_out.count
    others = set(after) - {left_out}
    assert others
    assert others <= before


def test_a_waiting_paper_that_nobody_can_read_leaves_the_others(opened: OpenOffice) -> None:
    papers = opened.world.reception.waiting_papers
    before = papers.waiting()
    where = f"paper_id = '{before[0].paper_id}'"
    assert papers.unreadable() == 0
    for column in ("form", "sheet"):
        with opened.values("requested_paper", column, "x", where):
            assert papers.waiting() == before[1:]
            assert papers.unreadable() == 1


@pytest.mark.parametrize(
    ("table", "column"),
    [("visit", "received_on"), ("visit", "kind"), ("petition", "field"), ("petition", "outcome")],
)
def test_a_statutory_table_refuses_what_it_cannot_read(
    opened: OpenOffice, table: str, column: str
) -> None:
    where = "visit_id = (SELECT max(visit_id) FROM visit)"
    assert call("StatutoryTables.count", opened.world)
    with opened.values(table, column, "x", where):
        for name in (*_COUNTING, "RegisterBooks.register_book"):
            with pytest.raises(ReceptionError, match=r"database\.unreadable_value"):
                call(name, opened.world)


@pytest.mark.parametrize(
    "facts", ['{"x":' * 40 + "1" + "}" * 40, '{"a":1,"a":2}', '{"a":"\\ud800"}', "[1]"]
)
def test_facts_that_cannot_be_read_are_named(office: OldOffice, facts: str) -> None:
    with Attacker(office, COLLEAGUE).tamper() as database:
        database.execute("UPDATE log SET facts = ? WHERE seq = ?", (facts, _CHANGED))
    assert {"act.unknown", "log.entry_changed"} <= {
        item.code for item in findings(office) if item.seq == _CHANGED
    }


@pytest.mark.parametrize(
    ("name", "value", "default"),
    [
        *(("idle_minutes", value, 5) for value in ("5", 0, 10**9, None, [], True, 1e300)),
        *(("bodies", value, OfficeSettings().bodies) for value in ("x", [["x"]], {"a": 1}, [1])),
        *(("calendar_days", value, ()) for value in (["x"], [["x"] * 5], [["2026-01-01"]], 1)),
        *(("calendar_announced", value, ()) for value in ([["x", "y"]], [["9" * 5000, "y"]])),
        *(("people_distinct", value, False) for value in ("true", 1, [])),
        *(("printer_marks", value, ()) for value in ([[1, 2]], [["a"]], "x")),
        ("issuing", ["x"], OfficeSettings().issuing),
    ],
)
def test_a_setting_of_another_kind_has_its_default(
    opened: OpenOffice, name: str, value: object, default: object
) -> None:
    text = json.dumps({name: value, "place": "Mường Tè"})
    with opened.values("office", "value", text, "key = 'settings'"):
        settings = read_settings(opened.world.session.database)
    assert getattr(settings, name) == default
    assert settings.place == "Mường Tè"  # the others stay
