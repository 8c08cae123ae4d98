"""Repeat visitors: ordinary ones by blind tags, and not a row of a denunciation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Address, Identity, IdentityPaper
from reception.services.visits import blind_index as tags_module
from reception.services.visits.repeat_visitors import RepeatVisit
from tests.fixtures.office import OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form

REPORTER = replace(PERSON, address=Address(commune="Xã Sìn Hồ"))
PAPERLESS = replace(REPORTER, paper=IdentityPaper())


@pytest.fixture
def desk(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The officer's session."""
    reception = create_services(office.open(OFFICER))
    yield reception
    reception.session.database.close()


def look(
    desk: Reception, who: Identity = REPORTER, *, protected: bool = False
) -> RepeatVisit | None:
    """Look a person up as visit entry does when the person section loses the focus."""
    return desk.repeat_visitors.find(desk.intake.prepare(who, protected=protected).blind_index)


def test_visits_of_the_same_person_are_counted(desk: Reception) -> None:
    assert look(desk) is None
    for kind in (PetitionKind.COMPLAINT, PetitionKind.FEEDBACK):
        desk.intake.seal_visit(visit_form(kind, identity=REPORTER))
    assert look(desk) == RepeatVisit(2, (2026, 2), True)
    assert look(desk, PAPERLESS) == RepeatVisit(2, (2026, 2), False)
    assert look(desk, replace(REPORTER, name="NGUYEN VAN A")) == RepeatVisit(2, (2026, 2), True)
    assert look(desk, replace(PAPERLESS, birth_year=1969)) is None


@pytest.mark.parametrize(
    ("kind", "changes"),
    [(PetitionKind.DENUNCIATION, {}), (PetitionKind.COMPLAINT, {"protection_asked": True})],
)
def test_a_denouncer_is_never_recognised_as_a_repeat_visitor(
    desk: Reception, kind: PetitionKind, changes
) -> None:
    desk.intake.seal_visit(visit_form(kind, identity=REPORTER, **changes))
    assert look(desk) is None
    assert look(desk, protected=True) is None


def test_the_blind_index_lookup_reads_no_visit_row(desk: Reception) -> None:
    desk.intake.seal_visit(visit_form(identity=REPORTER))
    desk.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION, identity=REPORTER))
    tags = desk.intake.prepare(REPORTER, protected=False).blind_index
    read: set[str] = set()
    connection = desk.session.database._connection

    def allow(act: int, table: str | None, _column: str | None, *_rest: object) -> int:
        if act == 20 and table:  # SQLITE_READ
            read.add(table)
        return 0

    connection.set_authorizer(allow)
    try:
        found = desk.repeat_visitors.find(tags)
    finally:
        connection.set_authorizer(None)
    assert found == RepeatVisit(1, (2026, 1), True)
    # What every use of a right compares first: the roster with the rows about people and keys.
    compared = {"roster", "log", "member", "vault", "vault_grant", "office"}
    assert read - compared == {"blind_tag"}


def test_statements_and_hashes_are_the_same_with_a_denunciation_and_without(
    office: ThrowAwayOffice, desk: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def record() -> tuple[list[str], int, RepeatVisit | None]:
        statements: list[str] = []
        hashes: list[int] = []
        derive = tags_module.derive
        with monkeypatch.context() as patched:
            patched.setattr(tags_module, "derive", lambda *a: hashes.append(1) or derive(*a))
            prepared = desk.intake.prepare(REPORTER, protected=False)
        connection = desk.session.database._connection
        connection.set_trace_callback(statements.append)
        found = desk.repeat_visitors.find(prepared.blind_index)
        connection.set_trace_callback(None)
        return [text.partition("WHERE")[0] for text in statements], len(hashes), found

    before = record()
    desk.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION, identity=REPORTER))
    assert record() == before


def test_trying_names_out_leaves_a_trace_without_a_name(desk: Reception) -> None:
    desk.repeat_visitors.log_unused()
    row = desk.session.database.one("SELECT * FROM log ORDER BY seq DESC LIMIT 1")
    assert (row["act"], row["subject"], row["facts"]) == ("looked_up", "repeat visitor", "{}")


def test_the_end_of_the_session_tells_how_many_were_looked_up_for_nothing(
    office: ThrowAwayOffice,
) -> None:
    desk = create_services(office.open(OFFICER))
    for name in ("Lò Thị Mai", "Lò Thị Tủa", "Lò Thị Mai"):
        look(desk, replace(REPORTER, name=name))
    look(desk)
    desk.intake.seal_visit(
        visit_form(identity=REPORTER), desk.intake.prepare(REPORTER, protected=False)
    )
    desk.session.close()
    again = create_services(office.open(OFFICER))
    row = again.session.database.one(
        "SELECT facts FROM log WHERE act = 'locked' ORDER BY seq DESC LIMIT 1"
    )
    assert json.loads(row["facts"])["searched"] == 2
    again.session.close()
