"""Texts written after sealing, compared with the identity: findings are returned, not stored."""

from __future__ import annotations

import json

import pytest

from reception.bootstrap import Reception
from reception.domain.errors import NotAllowed
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.todo_item import LateTextsToCheck
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.storage.visits.register_reader import RegisterFilter
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import visit_form

REASON = ChangeReason("incomplete", "Ghi thêm điều người đến nói")
HARMLESS = "Chi trả chế độ chậm, đã hẹn bổ sung giấy tờ"
NAMED = "Chi trả chế độ chậm cho ông Nguyễn Văn A"


def corrected(desk: Reception, words: str, kind=PetitionKind.COMPLAINT) -> int:
    """Enter a visit and put its summary right with words nobody can compare."""
    visit = desk.intake.seal_visit(visit_form(kind)).visit.visit_id
    desk.lifecycle.correct(visit, Correction(REASON, {"summary.1": words}, 0))
    return visit


def unchecked(desk: Reception) -> set[int]:
    """Return the visits that the register marks as not checked."""
    return {row.visit_id for row in desk.register.page(RegisterFilter()) if row.unchecked}


def logged(desk: Reception) -> list[dict[str, object]]:
    """Return the facts of the runs, as the log keeps them."""
    rows = desk.session.database.query("SELECT facts FROM log WHERE act = 'texts_checked'")
    return [json.loads(row["facts"]) for row in rows]


def test_texts_without_a_finding_count_as_checked(machine: SharedMachine) -> None:
    visit = corrected(machine.sign_in(OFFICER), HARMLESS)
    head = machine.sign_in(HEAD)
    assert head.late_text_checks.unchecked_visits() == (visit,)
    assert LateTextsToCheck(1) in head.todo_list.read().items
    looked = head.late_text_checks.run()
    assert (looked.checked, looked.hits, looked.unopened) == (1, (), ())
    assert unchecked(head) == set()
    assert head.late_text_checks.unchecked_visits() == ()
    (facts,) = logged(head)
    assert facts["visits"] == 1
    assert [mark[0] for mark in facts["marks"]] == [visit]  # type: ignore[attr-defined]
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_a_finding_is_returned_to_the_caller_and_stored_nowhere(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    good, bad = corrected(officer, HARMLESS), corrected(officer, NAMED)
    head = machine.sign_in(HEAD)
    looked = head.late_text_checks.run()
    assert (looked.checked, looked.hits) == (1, ((bad, ("summary.1",)),))
    assert unchecked(head) == {bad}
    (facts,) = logged(head)
    assert str(bad) not in json.dumps(facts)
    assert facts["visits"] == 1
    assert unchecked(machine.sign_in(OFFICER)) == {bad}
    # Put right, it counts from the next run on.
    why = ChangeReason("identity_in_text", "Lời trước lộ người đến")
    head = machine.sign_in(HEAD)
    head.lifecycle.correct(
        bad, Correction(why, {"summary.1": HARMLESS}, head.lifecycle.event_count(bad))
    )
    assert head.late_text_checks.run().checked == 1
    assert unchecked(head) == set()
    assert good not in head.late_text_checks.unchecked_visits()


def test_a_reason_in_words_is_compared_too(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    visit = officer.intake.seal_visit(visit_form()).visit.visit_id
    why = ChangeReason("incomplete", "Ông Nguyễn Văn A gọi lại xin ghi thêm")
    officer.lifecycle.correct(visit, Correction(why, {"summary.1": HARMLESS}, 0))
    assert machine.sign_in(HEAD).late_text_checks.run().hits == ((visit, ("reason.1",)),)


def test_a_denunciation_is_checked_only_by_a_custodian(machine: SharedMachine) -> None:
    visit = corrected(machine.sign_in(OFFICER), HARMLESS, PetitionKind.DENUNCIATION)
    ordinary = corrected(machine.sign_in(OFFICER), HARMLESS)
    head = machine.sign_in(HEAD)
    assert head.late_text_checks.unchecked_visits() == (ordinary,)
    assert head.late_text_checks.run().checked == 1
    assert unchecked(head) == {visit}
    custodian = machine.sign_in(CUSTODIAN)
    assert custodian.late_text_checks.unchecked_visits() == (visit,)
    assert custodian.late_text_checks.run().checked == 1
    assert custodian.late_text_checks.unchecked_visits() == ()
    assert unchecked(custodian) == {visit}  # its mark tells nobody what the run found


def test_without_a_key_there_is_nothing_to_check(machine: SharedMachine) -> None:
    corrected(machine.sign_in(OFFICER), HARMLESS)
    colleague = machine.sign_in(COLLEAGUE)
    assert colleague.late_text_checks.unchecked_visits() == ()
    with pytest.raises(NotAllowed):
        colleague.late_text_checks.run()
    assert logged(colleague) == []


def test_a_seal_the_log_does_not_vouch_for_is_not_opened(machine: SharedMachine) -> None:
    visit = corrected(machine.sign_in(OFFICER), HARMLESS)
    head = machine.sign_in(HEAD)
    head.session.database.execute("UPDATE sealed_box SET box = zeroblob(length(box))")
    looked = head.late_text_checks.run()
    assert (looked.checked, looked.unopened) == (0, (visit,))
    assert unchecked(head) == {visit}


def test_the_result_of_a_run_contains_no_identity(machine: SharedMachine) -> None:
    corrected(machine.sign_in(OFFICER), NAMED)
    looked = machine.sign_in(HEAD).late_text_checks.run()
    assert "Nguyễn" not in repr(looked)
    assert not any(isinstance(part, Identity) for part in (looked.hits, looked.unopened))


def test_an_office_without_changes_has_nothing_waiting(office: ThrowAwayOffice) -> None:
    machine = SharedMachine(office)
    machine.sign_in(OFFICER).intake.seal_visit(visit_form())
    assert machine.sign_in(HEAD).late_text_checks.unchecked_visits() == ()
    machine.sign_out()
