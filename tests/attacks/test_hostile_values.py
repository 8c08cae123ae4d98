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
from reception.services.office.office_settings import OfficeSettings, read_settings
from reception.storage.crypto.hash_chain import LOGGED_TABLES
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
