"""An officer with the database key tries out which words an act has removed from a visit.

Whoever knows every other word of the row has only the removed ones to guess: no digest that is left
in the file, and no answer of a service, may confirm the right guess.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

import pytest

from reception.bootstrap import Reception
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.visit_lifecycle import Answer, AnswerChannel
from reception.services.register_import import import_preview
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.late_texts import texts_of_visit
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.crypto import hash_chain
from tests.attacks.old_office import IMPORTED as IMPORTED_BY_OLD_PROGRAM
from tests.attacks.old_office import OldOffice
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER, build_office
from tests.fixtures.protected_visits import seal_denunciation
from tests.fixtures.shared_machine import SharedMachine
from tests.fixtures.visit_forms import visit_form, with_summary
from tests.fixtures.workbooks import register_row, register_workbook

REMOVED = "Ông Lừu Khẻo"
GUESSES = ("Ông Sùng Tểnh", REMOVED, REMOVED.lower())
LEFT = "[người tố cáo] kể trưởng bản thu sai tiền"
IN_TEXT = ChangeReason("identity_in_text", "Nội dung nêu tên người tố cáo")
CONTENT = ChangeReason("content", "Nội dung là tố cáo cán bộ của xã")
IMPORTED = 2026000001
BY_NAME = Identity(name="Lò Văn Thửm", birth_year=1971)


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[SharedMachine]:
    """The machine of an office of the present program, with nobody signed in."""
    machine = SharedMachine(build_office(tmp_path))
    yield machine
    machine.sign_out()


def workbook(name: str, kind: str) -> bytes:
    """Return a register whose only row names somebody whom the guard cannot know."""
    summary = LEFT.replace("[người tố cáo]", name)
    return register_workbook([register_row(1, date="03/06/2026", kind=kind, summary=summary)])


def corrects(reception: Reception, visit: int) -> None:
    change = Correction(IN_TEXT, {"summary.1": LEFT}, 0)
    reception.lifecycle.correct(visit, change)


def reclassifies(reception: Reception, visit: int) -> None:
    change = Reclassification(CONTENT, PetitionKind.DENUNCIATION, 0, changes={"summary.1": LEFT})
    reception.lifecycle.reclassify(visit, change)


def blobs(reception: Reception) -> Iterator[bytes]:
    """Yield every stored value that could be a digest, and each text of the log's facts."""
    database = reception.session.database
    for name in database.query("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        for row in database.query(f"SELECT * FROM {name[0]}"):  # noqa: S608 - a table of ours
            yield from (value for value in tuple(row) if isinstance(value, bytes))
    for row in database.query("SELECT facts FROM log"):
        yield row["facts"].encode()


@pytest.mark.parametrize(
    ("kind", "act"), [("Tố cáo", corrects), ("Khiếu nại", corrects), ("Khiếu nại", reclassifies)]
)
def test_words_of_an_imported_row(
    machine: SharedMachine, kind: str, act: Callable[[Reception, int], None]
) -> None:
    head = machine.sign_in(HEAD)
    preview = head.register_import.preview(workbook(REMOVED, kind))
    (row,) = preview.rows
    head.register_import.import_rows(preview)
    assert row.digest in set(blobs(head))  # the row was imported with the words
    act(head, IMPORTED)
    assert row.digest not in set(blobs(head))
    assert row.digest == import_preview.mask_row(row.row).digest

    answers = []
    for guess in GUESSES:
        other_file = register_workbook(
            [
                register_row(
                    1,
                    date="03/06/2026",
                    kind=kind,
                    summary=row.texts["summary"].replace(REMOVED, guess),
                ),
                register_row(9, date="04/06/2026"),
            ]
        )
        again = head.register_import.preview(other_file)
        answers.append((len(again.already_imported), [p.code for _, p in again.problems]))
    assert answers == [(0, ["exchange.row.number_taken"])] * len(GUESSES)
    machine.sign_out()
    assert is_log_intact(machine.office)


def test_words_of_a_row_that_an_earlier_version_imported(old_office: OldOffice) -> None:
    machine = SharedMachine(old_office)
    head = machine.sign_in(HEAD)
    visit = IMPORTED_BY_OLD_PROGRAM[0]
    (before,) = head.session.database.query(
        "SELECT import_digest FROM visit WHERE visit_id = ?", (visit,)
    )
    assert before["import_digest"] in set(blobs(head))
    corrects(head, visit)
    assert before["import_digest"] not in set(blobs(head))
    machine.sign_out()
    assert is_log_intact(old_office)


def test_the_number_of_an_answer_that_was_replaced(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    visit = seal_denunciation(officer)
    day = officer.session.today()
    written = f"Giấy mời {REMOVED}"
    officer.lifecycle.answer(visit, Answer(day, AnswerChannel.LETTER, written), 0)
    logged = answer_digests(officer, visit)
    assert row_digest_of_answer(officer, visit, written) in logged  # testable while it stands
    officer.lifecycle.answer(visit, Answer(day, AnswerChannel.LETTER, "215/TB-BTCD"), 1)

    colleague = machine.sign_in(COLLEAGUE)
    logged = answer_digests(colleague, visit)
    assert len(logged) == 2
    assert row_digest_of_answer(colleague, visit, "215/TB-BTCD") == logged[-1]
    for guess in GUESSES:
        assert row_digest_of_answer(colleague, visit, f"Giấy mời {guess}") not in logged
    machine.sign_out()
    assert is_log_intact(machine.office)


def answer_digests(reception: Reception, visit: int) -> list[bytes]:
    rows = reception.session.database.query(
        "SELECT digest FROM log_row WHERE record = 'answer' AND key = ? ORDER BY seq", (str(visit),)
    )
    return [bytes(row["digest"]) for row in rows]


def row_digest_of_answer(reception: Reception, visit: int, number: str) -> bytes:
    """Return the digest of the present answer with another number, under the visit's salt."""
    database = reception.session.database
    salt = bytes(database.query("SELECT salt FROM visit_salt WHERE visit_id = ?", (visit,))[0][0])
    row = tuple(database.query("SELECT * FROM answer WHERE visit_id = ?", (visit,))[0])
    return hash_chain.row_digest("answer", (*row[:3], number), salt)


def test_words_that_were_compared_before_they_were_removed(machine: SharedMachine) -> None:
    officer = machine.sign_in(OFFICER)
    form = with_summary(visit_form(identity=BY_NAME), LEFT.replace("[người tố cáo]", REMOVED))
    visit = officer.intake.seal_visit(form).visit.visit_id
    added = Correction(
        ChangeReason("incomplete", "Bổ sung nội dung đề nghị"), {"request.1": "Chi trả sớm"}, 0
    )
    officer.lifecycle.correct(visit, added)
    head = machine.sign_in(HEAD)
    assert head.late_text_checks.run().checked == 1
    compared = texts_of_visit(head.session.database, visit)
    assert compared["summary.1"].startswith(REMOVED)
    marks = marks_of(head)
    assert marks[0] == [visit, salted_digest(head, visit, compared)]  # what the entry proves

    officer = machine.sign_in(OFFICER)
    change = Reclassification(
        CONTENT,
        PetitionKind.DENUNCIATION,
        officer.lifecycle.event_count(visit),
        changes={"summary.1": LEFT},
    )
    officer.lifecycle.reclassify(visit, change)
    colleague = machine.sign_in(COLLEAGUE)
    assert marks_of(colleague) == marks
    plain = json.dumps(compared, ensure_ascii=False, sort_keys=True)
    bare = blake2b(plain.encode(), digest_size=16, person=b"reception-words").hexdigest()
    assert marks[0][1] not in (bare, salted_digest(colleague, visit, compared))
    machine.sign_out()
    assert is_log_intact(machine.office)


def marks_of(reception: Reception) -> list[list[object]]:
    (row,) = reception.session.database.query("SELECT facts FROM log WHERE act = 'texts_checked'")
    return json.loads(row["facts"])["marks"]


def salted_digest(reception: Reception, visit: int, texts: dict[str, str]) -> str:
    database = reception.session.database
    salt = bytes(database.query("SELECT salt FROM visit_salt WHERE visit_id = ?", (visit,))[0][0])
    plain = json.dumps(texts, ensure_ascii=False, sort_keys=True)
    return hash_chain.row_digest("text", (plain,), salt).hex()
