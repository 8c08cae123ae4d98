"""A citizen's copy printed again, and the notice of refusal, after the name was sealed."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import Competence, Petition, PetitionKind
from reception.domain.reporter import Address
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.visit import HandledPetition, Handling, Outcome, PaperReceived
from reception.services.papers.print_log import PaperJob
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.storage.visits.visit_reader import read_open_deadlines, read_visit
from tests.fixtures.earlier_visits import visit_of_code
from tests.fixtures.office import HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form
from tests.scenarios.planted_identities import form_of, planted

REPORTER = replace(PERSON, address=Address("Bản Nà B", "", "Xã Nậm A", "Lai Châu"))
PAPERS = (PaperReceived("Đơn viết tay", 2), PaperReceived("Danh sách", 5))
SELECTION = RevealSelection(
    "reprint", "Người đến xin in lại vì mất giấy", frozenset({IdentityPart.NAME})
)


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The head's session."""
    reception = create_services(office.open(HEAD))
    yield reception
    reception.session.database.close()


def words(job: PaperJob) -> str:
    """Return the text of a paper."""
    pages = PdfReader(io.BytesIO(job.pdf)).pages
    return "\n".join(page.extract_text() for page in pages)


def test_a_visit_read_from_the_register_equals_the_sealed_one(head: Reception) -> None:
    for index, person in enumerate(planted(12)):
        visit_form = form_of(person, index)
        sealed = head.intake.seal_visit(visit_form)
        database = head.session.database
        expected = replace(sealed.visit, received_at=None)
        if expected.protected:  # how the person came is sealed
            expected = replace(expected, capacity=None, interpreter_language=None, thumb_print=None)
        assert read_visit(database, sealed.visit.visit_id) == expected
        assert read_open_deadlines(database, sealed.visit.visit_id) == sealed.deadlines
    assert read_visit(head.session.database, 1) is None


def test_the_copy_is_made_again_with_a_new_code_and_the_old_one_ends(head: Reception) -> None:
    sealed = head.intake.seal_visit(visit_form(identity=REPORTER, papers=PAPERS))
    key = sealed.visit.visit_id
    job = head.reprints.citizen_copy(key, SELECTION)
    text = words(job).replace("\n", " ")
    assert not job.holds_identity
    assert "Nguyễn Văn A" not in text
    assert "in lại ngày 19/11/2026" in text
    assert sealed.return_code not in text
    assert sealed.copy_number not in text
    assert "lưu hồ sơ" not in text
    assert head.intake.find_earlier_visit(sealed.return_code) is None
    rows = head.session.database.query("SELECT cancelled FROM keyed_return_code ORDER BY cancelled")
    assert [row["cancelled"] for row in rows] == [0, 1]
    code = next(
        word
        for word in text.split()
        if len(word) == len(sealed.return_code) and [len(w) for w in word.split("-")] == [4] * 3
    )
    assert visit_of_code(head, code) == key
    row = head.session.database.one(
        "SELECT facts FROM log WHERE act = 'revealed' ORDER BY seq DESC LIMIT 1"
    )
    facts = json.loads(row["facts"])
    assert (facts["paper"], facts["reason"]) == ("BN", "reprint")
    assert head.log_verification.verify().intact


def test_a_voided_visit_gets_no_paper_and_no_code(head: Reception) -> None:
    key = head.intake.seal_visit(visit_form(identity=REPORTER, papers=PAPERS)).visit.visit_id
    head.lifecycle.void(key, ChangeReason("twice", "Trùng lượt trước, hai người cùng ghi"), 0)
    with pytest.raises(InvalidInput, match=r"life\.voided"):
        head.reprints.citizen_copy(key, SELECTION)
    codes = head.session.database.query("SELECT cancelled FROM keyed_return_code")
    assert [row["cancelled"] for row in codes] == [1]


def test_a_slip_is_made_again_too(head: Reception) -> None:
    sealed = head.intake.seal_visit(visit_form(identity=REPORTER))
    job = head.reprints.citizen_copy(sealed.visit.visit_id, SELECTION)
    assert not job.holds_identity
    assert "Nguyễn Văn A" not in words(job)
    assert sealed.return_code not in words(job)


def test_a_refused_visit_has_a_notice_and_no_citizens_copy(head: Reception) -> None:
    petition = Petition(PetitionKind.COMPLAINT, summary="bồi thường đã giải quyết")
    told = Handling(
        Outcome.REFUSE, Competence.OURS, refusal_ground="9.3", explanation="Thông báo số 12/TB-UBND"
    )
    sealed = head.intake.seal_visit(
        visit_form(identity=REPORTER, handled_petitions=(HandledPetition(petition, told),))
    )
    wish = replace(SELECTION, reason="refusal", explanation="Trình Trưởng ban ký thông báo từ chối")
    job = head.reprints.refusal_notice(sealed.visit.visit_id, wish)
    assert "Nguyễn Văn A" not in words(job)  # written by hand, as on the notices of all kinds
    assert "ghi bằng bút" in words(job)
    head.session.change_settings(head.session.settings().changed(identity_on_citizen_copies=True))
    job = head.reprints.refusal_notice(sealed.visit.visit_id, wish)
    assert "Nguyễn Văn A" in words(job)
    assert [(writer.version, writer.name) for writer in job.writers] == [(1, HEAD)]
    with pytest.raises(ReceptionError, match="papers.no_paper"):
        head.reprints.citizen_copy(sealed.visit.visit_id, SELECTION)


def test_nothing_is_made_or_changed_without_a_valid_reveal(
    head: Reception, office: ThrowAwayOffice
) -> None:
    sealed = head.intake.seal_visit(visit_form(identity=REPORTER, papers=PAPERS))
    denounced = head.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION, identity=REPORTER))
    key = sealed.visit.visit_id
    with pytest.raises(InvalidInput):
        head.reprints.citizen_copy(key, replace(SELECTION, explanation="mất"))
    with pytest.raises(ReceptionError, match="reveal.denouncer"):
        head.reprints.citizen_copy(denounced.visit.visit_id, SELECTION)
    officer = create_services(office.open(OFFICER))
    with pytest.raises(NotAllowed):
        officer.reprints.citizen_copy(key, SELECTION)
    officer.session.database.close()
    assert visit_of_code(head, sealed.return_code) == key
