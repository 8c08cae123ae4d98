"""Blind tags of an import: made later, resumable, never of a denunciation, and out of reach."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity, IdentityPaper, PaperKind
from reception.services.visits import blind_index_queue
from reception.storage.crypto.sealed_key_files import SealedKeyFiles
from tests.fixtures.office import COLLEAGUE, HEAD, ThrowAwayOffice
from tests.fixtures.visit_forms import visit_form
from tests.fixtures.workbooks import (
    CARD_NUMBER,
    PERSON,
    large_register,
    register_row,
    register_workbook,
)

KINDS = ("Khiếu nại", "Tố cáo", "KN,PA", "Khiếu nại", "Tố cáo")


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The head's open office."""
    opened = create_services(office.open(HEAD))
    yield opened
    opened.session.database.close()


def paper(number: int) -> str:
    return f"0121900000{number:02d}"


def bring_in(reception: Reception) -> int:
    rows = [register_row(n, kind=kind, paper=paper(n)) for n, kind in enumerate(KINDS, start=1)]
    return reception.register_import.import_rows(
        reception.register_import.preview(register_workbook(rows))
    ).pending_visits


def tagged(reception: Reception) -> list[int]:
    found = reception.session.database.query("SELECT visit_id FROM blind_tag ORDER BY visit_id")
    return [one["visit_id"] % 1000 for one in found]


def keys(reception: Reception) -> list[str]:
    return SealedKeyFiles(reception.session.folder).ids()


def visitor(number: int) -> Identity:
    return Identity(name="Ai Đó", paper=IdentityPaper(PaperKind.NUMBER, paper(number)))


def test_a_visitor_of_the_file_is_known_once_the_tags_are_made(head: Reception) -> None:
    assert bring_in(head) == 3
    known = head.session.database.one("SELECT code_year, code_number FROM visit WHERE number = 4")
    before = head.intake.seal_visit(visit_form(identity=visitor(4)))
    assert (before.visit.pseudonym.year, before.visit.pseudonym.number) == (2026, 1)
    assert head.blind_index_queue.drain() == 3
    other = head.intake.seal_visit(visit_form(identity=visitor(1)))
    code = other.visit.pseudonym
    assert (code.series, code.year, code.number) == ("KN", known["code_year"], 1)
    assert head.log_verification.verify().intact


def test_no_denunciation_is_queued_tagged_or_found(head: Reception) -> None:
    bring_in(head)
    row_ = head.session.database.one("SELECT sum(visits) FROM tag_queue")
    assert row_[0] == 3
    head.blind_index_queue.drain()
    assert tagged(head) == [1, 3, 4]
    denounced = visit_form(PetitionKind.DENUNCIATION, identity=visitor(2))
    assert head.intake.seal_visit(denounced).visit.pseudonym.year == 2026


def test_nothing_of_the_queue_is_left_when_it_is_done(head: Reception) -> None:
    bring_in(head)
    assert len(keys(head)) == 1
    while head.blind_index_queue.run_step():
        pass
    assert keys(head) == []
    assert head.session.database.one("SELECT count(*) FROM tag_queue")[0] == 0
    assert head.blind_index_queue.pending_visits() == 0
    assert not head.blind_index_queue.run_step()


def test_a_crash_loses_at_most_the_present_chunk(
    office: ThrowAwayOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blind_index_queue, "CHUNK_SIZE", 2)
    first = create_services(office.open(HEAD))
    bring_in(first)
    for _ in range(4):  # two hashes, the first chunk written, one hash of the second
        assert first.blind_index_queue.run_step()
    assert len(tagged(first)) == 2
    first.session.database.close()  # as a crash or a lock does: without a word
    again = create_services(office.open(HEAD))
    assert again.blind_index_queue.pending_visits() == 1
    assert again.blind_index_queue.drain() == 1
    assert tagged(again) == [1, 3, 4]
    assert keys(again) == []
    assert again.log_verification.verify().intact
    again.session.database.close()


def test_nobody_else_opens_or_works_the_queue(head: Reception, office: ThrowAwayOffice) -> None:
    bring_in(head)
    colleague = create_services(office.open(COLLEAGUE))
    assert colleague.blind_index_queue.pending_visits() == 0
    assert not colleague.blind_index_queue.run_step()
    (batch,) = keys(colleague)
    private = colleague.session.keys.box_private
    assert SealedKeyFiles(colleague.session.folder).open(batch, private) is None
    body = bytes(colleague.session.database.one("SELECT body FROM tag_queue")["body"])
    assert len(body) % 4096 == 24 + 16  # nonce and tag: the length tells only the step
    for secret in (paper(1), PERSON, CARD_NUMBER, "number:"):
        assert secret.encode() not in body
    colleague.session.database.close()
    assert head.blind_index_queue.drain() == 3


def test_chunks_swapped_in_the_file_are_dropped_and_logged(
    head: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blind_index_queue, "CHUNK_SIZE", 2)
    bring_in(head)
    database = head.session.database
    bodies = [row["body"] for row in database.query("SELECT body FROM tag_queue ORDER BY position")]
    for position, body in enumerate(reversed(bodies)):
        database.execute("UPDATE tag_queue SET body = ? WHERE position = ?", (body, position))
    head.blind_index_queue.drain()
    assert tagged(head) == []
    lost = database.query("SELECT facts FROM log WHERE act = 'tagged' ORDER BY seq")
    assert [json.loads(row["facts"])["lost"] for row in lost] == [2, 1]


def test_a_queue_without_its_key_is_dropped_and_logged(head: Reception) -> None:
    bring_in(head)
    (batch,) = keys(head)
    SealedKeyFiles(head.session.folder).remove(batch)  # a backup put back brings no keys
    assert not head.blind_index_queue.run_step()
    assert head.blind_index_queue.pending_visits() == 0
    assert tagged(head) == []
    last = head.session.database.one("SELECT act, facts FROM log ORDER BY seq DESC LIMIT 1")
    assert (last["act"], last["facts"]) == ("tagged", '{"lost":3,"visits":0}')


def test_a_key_without_rows_is_swept_away(head: Reception) -> None:
    folder = SealedKeyFiles(head.session.folder)
    folder.create("tags00", head.session.keys.box_public)
    kept = head.drafts.create()
    assert not head.blind_index_queue.run_step()
    assert folder.ids() == [kept]


def test_a_visit_that_became_protected_meanwhile_gets_no_tag(head: Reception) -> None:
    bring_in(head)
    with head.session.act() as work:
        work.update("visit", {"visit_id": 2025000004}, {"protection": 1})
        work.log("visit_corrected", "visit 2025000004")
    head.blind_index_queue.drain()
    assert tagged(head) == [1, 3]


def test_rows_without_a_number_ask_for_nothing(head: Reception) -> None:
    preview = head.register_import.preview(register_workbook([register_row(1, paper=None)]))
    assert head.register_import.import_rows(preview).pending_visits == 0
    assert keys(head) == []


def test_a_large_import_is_cut_into_chunks(head: Reception) -> None:
    preview = head.register_import.preview(large_register(450))
    waiting = head.register_import.import_rows(preview).pending_visits
    rows = head.session.database.query("SELECT visits FROM tag_queue ORDER BY position")
    assert sum(one["visits"] for one in rows) == waiting
    assert max(one["visits"] for one in rows) == blind_index_queue.CHUNK_SIZE
    entries = head.session.database.one("SELECT count(*) FROM log")[0]
    assert head.blind_index_queue.drain() == waiting
    later = head.session.database.one("SELECT count(*) FROM log")[0]
    assert later - entries == len(rows)
