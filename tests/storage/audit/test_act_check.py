"""Entries that a member signed beside the program: what their act may not write is found."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sqlite

from reception.bootstrap import create_services
from reception.domain.audit import Act
from reception.domain.petition import PetitionKind
from reception.domain.reveal_request import RefusalNote
from reception.domain.visit_lifecycle import Answer, AnswerChannel, LateEntry
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from tests.attacks.attacker import Attacker
from tests.attacks.forged_visits import change_summary, swap_identities
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
)
from tests.fixtures.protected_visits import SELECTION as PROTECTED_SELECTION
from tests.fixtures.visit_forms import visit_form
from tests.storage.audit.attacked_register import (
    DENUNCIATION,
    ORDINARY,
    REASON,
    SECOND,
    SELECTION,
    SUBJECT,
    VOIDED,
    Change,
    Register,
    nothing,
    register,
    sql,
)

__all__ = ["register"]


def test_an_untouched_register_has_no_finding(register: Register) -> None:
    assert register.findings() == []


def test_every_act_by_the_services_gives_no_finding(register: Register) -> None:
    head = create_services(register.office.open(HEAD))
    desk = create_services(register.office.open(OFFICER))
    desk.lifecycle.correct(ORDINARY, Correction(REASON, {"summary.1": "Việc khác"}, 0))
    desk.lifecycle.answer(ORDINARY, Answer(desk.session.today(), AnswerChannel.IN_PERSON), 1)
    desk.lifecycle.reclassify(SECOND, Reclassification(REASON, PetitionKind.DENUNCIATION, 0))
    late = LateEntry(desk.session.today().replace(day=2), "Phiếu giấy", "Mất điện hôm đó")
    desk.intake.seal_visit(visit_form(late_entry=late))
    request = desk.reveal_requests.ask(ORDINARY, SELECTION)
    head.reveal_decisions.grant(request.request_id, SELECTION.parts)
    desk.reveal_requests.open(request.request_id)
    head.reveals.open(ORDINARY, SELECTION)
    custodian = create_services(register.office.open(CUSTODIAN))
    asked = desk.reveal_requests.ask(DENUNCIATION, PROTECTED_SELECTION)
    custodian.reveal_decisions.refuse(asked.request_id, RefusalNote.DISCUSS)
    asked = desk.reveal_requests.ask(DENUNCIATION, PROTECTED_SELECTION)
    custodian.reveal_decisions.grant(asked.request_id, PROTECTED_SELECTION.parts)
    desk.reveal_requests.open(asked.request_id)
    register.office.clock.move(minutes=1)
    opened = custodian.custodian_reveals.open(
        DENUNCIATION, PROTECTED_SELECTION, PASSWORDS[CUSTODIAN]
    )
    custodian.session.close()
    head.opening_notices.note(opened.log_entry)
    head.lifecycle.confirm_void(VOIDED)
    head.lifecycle.set_next_number(2026, 20, "Nối tiếp sổ giấy của năm nay")
    desk.intake.seal_visit(visit_form())
    desk.session.close()
    head.session.close()
    assert register.findings() == []


@pytest.mark.parametrize("act", [Act.LOCKED, Act.VERIFIED, Act.BACKED_UP, Act.LOOKED_UP])
def test_a_trifle_covers_no_changed_text(register: Register, act: Act) -> None:
    register.attack(COLLEAGUE, act, lambda db: change_summary(db, ORDINARY, "Việc khác"))
    assert "act.table" in register.codes()


TRIFLES: dict[str, Change] = {
    "identity replaced": sql("UPDATE sealed_value SET body = x'00' WHERE version = 1"),
    "identities swapped": lambda db: swap_identities(db, ORDINARY, SECOND),
    "printer marked": sql("UPDATE office SET value = '{}' WHERE key = 'settings'"),
    "pepper changed": sql("UPDATE office SET value = 'x' WHERE key = 'pepper'"),
    "code cancelled": sql("UPDATE keyed_return_code SET cancelled = 1"),
}


@pytest.mark.parametrize("change", TRIFLES.values(), ids=TRIFLES)
def test_a_trifle_covers_nothing_else(register: Register, change: Change) -> None:
    register.attack(COLLEAGUE, Act.LOCKED, change)
    assert "act.table" in register.codes()


def test_another_visit_than_the_subject_is_not_written(register: Register) -> None:
    change = sql("UPDATE visit SET note = 'x' WHERE visit_id = ?", SECOND)
    register.attack(COLLEAGUE, Act.VISIT_CORRECTED, change, SUBJECT)
    assert {"act.owner", "act.companion"} <= register.codes()


def test_a_change_without_its_event_is_found(register: Register) -> None:
    change = sql("UPDATE visit SET people = 2 WHERE visit_id = ?", ORDINARY)
    register.attack(COLLEAGUE, Act.VISIT_CORRECTED, change, SUBJECT)
    assert register.codes() == {"act.companion"}


def test_a_box_without_its_value_is_found(register: Register) -> None:
    change = sql("DELETE FROM sealed_box WHERE vault = 'desk'")
    register.attack(HEAD, Act.VAULT_ROTATED, change, "desk")
    assert "act.companion" in register.codes()


def test_a_changed_calendar_moves_the_deadlines_of_the_visits_it_writes(register: Register) -> None:
    def change(database: sqlite.Connection) -> None:
        database.execute("UPDATE office SET value = value || ' ' WHERE key = 'settings'")
        database.execute("UPDATE visit SET people = 2 WHERE visit_id = ?", (ORDINARY,))

    register.attack(HEAD, Act.CALENDAR_CHANGED, change, "2026-12-31", moved=0)
    assert register.codes() == {"act.companion"}


SUBJECTS = {
    Act.VISIT_VOIDED: "office",
    Act.VISIT_CORRECTED: "visit ²",
    Act.OPENED: "somebody",
    Act.OFFICE_CREATED: "again",
}


@pytest.mark.parametrize(("act", "subject"), SUBJECTS.items())
def test_a_subject_that_does_not_fit_the_act_is_found(
    register: Register, act: Act, subject: str
) -> None:
    register.attack(COLLEAGUE, act, nothing, subject)
    assert "act.subject" in register.codes()


def test_an_act_of_no_program_is_found(register: Register) -> None:
    register.attack(COLLEAGUE, "visit_removed", nothing)
    assert register.codes() == {"act.unknown"}


@pytest.mark.parametrize("facts", ["", "[]", "{", "null", "[" * 100_000, '{"marks": [[]]}'])
def test_facts_that_are_no_facts_stop_nothing(register: Register, facts: str) -> None:
    attacker = Attacker(register.office, COLLEAGUE)
    acts = (Act.TEXTS_CHECKED, Act.VISIT_SEALED, Act.VISIT_RECLASSIFIED, Act.NUMBER_SET)
    for act in (*acts, Act.BULK_OPENED, Act.PRINTED, Act.REVEALED):
        with attacker.write(act, SUBJECT):
            pass
    with attacker.tamper() as database:
        database.execute("UPDATE log SET facts = ? WHERE actor = ?", (facts, attacker.user_id))
    assert "log.entry_changed" in register.codes()
