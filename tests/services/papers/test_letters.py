"""A letter to an ordinary reporter: through one reveal, never with a denouncer's code."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Address, Sex
from reception.domain.requested_paper import LETTER_SHEET, WayToPrint
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.law.reveal_reasons import reveal_reason
from reception.services.papers.letters import LetterText
from reception.services.papers.print_log import PaperJob
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form

REPORTER = replace(
    PERSON,
    sex=Sex.MALE,
    address=Address("Bản Nà B", "", "Xã Nậm A", "Lai Châu"),
    companions=("Giàng Thị Mẩy",),
)
SELECTION = RevealSelection(
    "letter", "Gửi thông báo kết quả theo hẹn", frozenset({IdentityPart.NAME})
)
TEXT = LetterText(
    "Ban Tiếp công dân tỉnh đã nhận kết quả giải quyết.\n\n  Đề nghị đến nhận trong tháng này. "
)


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The head's session."""
    reception = create_services(office.open(HEAD))
    yield reception
    reception.session.database.close()


def words(job: PaperJob) -> str:
    pages = PdfReader(io.BytesIO(job.pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def acts(reception: Reception) -> list[tuple[str, dict]]:
    rows = reception.session.database.query("SELECT act, facts FROM log ORDER BY seq")
    return [(row["act"], json.loads(row["facts"])) for row in rows]


def visit_of(reception: Reception, kind=PetitionKind.COMPLAINT, **changes: object) -> int:
    sealed = reception.intake.seal_visit(visit_form(kind, identity=REPORTER, **changes))
    return sealed.visit.visit_id


def test_a_letter_has_the_form_of_the_decree_and_the_officers_words(head: Reception) -> None:
    job = head.letters.letter(visit_of(head), SELECTION, TEXT)
    text = words(job)
    for part in (
        "BAN TIẾP CÔNG DÂN TỈNH",
        "Số: ........../BTCD",
        "Lai Châu, ngày 19 tháng 11 năm 2026",
        "V/v lượt tiếp công dân số 0001 ngày 19/11/2026",
        "Kính gửi: Ông Nguyễn Văn A",
        "Địa chỉ: Bản Nà B, Xã Nậm A, Lai Châu",
        "đã nhận kết quả giải quyết. Đề nghị đến nhận trong tháng này.",
        "Lưu: VT, hồ sơ lượt 0001",
        HEAD,
        "Số in 2026-0001",
    ):
        assert part in text
    assert REPORTER.paper.number not in text
    assert "khiếu nại" not in text.lower()
    assert "KN-0001" not in text
    assert job.holds_identity
    assert (job.code, job.form.name) == ("TL-0001", "Thư gửi người đến")


def test_a_letter_waits_until_it_is_printed(head: Reception) -> None:
    job = head.letters.letter(visit_of(head), SELECTION, TEXT)
    (paper,) = head.waiting_papers.waiting()
    assert (job.paper_ids, job.sheets) == ((paper.paper_id,), (LETTER_SHEET,))
    assert paper.way is WayToPrint.REVEAL
    head.waiting_papers.remember_printed(job.paper_ids)
    assert head.waiting_papers.waiting() == ()
    assert head.log_verification.verify().intact


def test_it_is_logged_as_one_reveal_before_its_print_number(head: Reception) -> None:
    before = len(acts(head))
    visit = visit_of(head)
    head.letters.letter(visit, SELECTION, TEXT)
    (_, (first, facts), (second, _)) = acts(head)[before:]
    assert (first, second) == ("revealed", "printed")
    assert (facts["reason"], facts["paper"], facts["words"]) == (
        "letter",
        "TL",
        SELECTION.explanation,
    )
    log = json.dumps(acts(head), ensure_ascii=False)
    assert "Nguyễn Văn A" not in log
    assert "kết quả giải quyết" not in log
    assert head.reveals.reveal_count(visit) == 1
    assert head.log_verification.verify().intact


@pytest.mark.parametrize(
    ("kind", "changes"),
    [(PetitionKind.DENUNCIATION, {}), (PetitionKind.COMPLAINT, {"protection_asked": True})],
)
@pytest.mark.parametrize("name", [HEAD, CUSTODIAN])
def test_a_denouncer_gets_no_letter(office: ThrowAwayOffice, kind, changes, name) -> None:
    officer = create_services(office.open(OFFICER))
    visit = visit_of(officer, kind, **changes)
    officer.session.close()
    other = create_services(office.open(name))
    refusal = "reveal.denouncer" if name == HEAD else "rights.missing"
    with pytest.raises(ReceptionError, match=refusal):
        other.letters.letter(visit, SELECTION, TEXT)
    assert "revealed" not in [act for act, _ in acts(other)]
    other.session.database.close()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("  \n ", "letter.empty"),
        ("x" * 6_001, "letter.too_long"),
        ("Nội dung này liên quan TC-0012 đã thụ lý.", "letter.denouncer_code"),
        ("Nội dung này liên quan tc 0012.", "letter.denouncer_code"),
        ("Đã báo cho bà Giàng Thị Mẩy cùng biết.", "letter.names_others"),
    ],
)
def test_forbidden_words_in_a_letter_reveal_nothing(head: Reception, body, code) -> None:
    visit = visit_of(head)
    with pytest.raises(InvalidInput, match=code):
        head.letters.letter(visit, SELECTION, LetterText(body))
    act_codes = [act for act, _ in acts(head)]
    assert "revealed" not in act_codes
    assert ("reveal_stopped" in act_codes) is (code == "letter.names_others")


def test_naming_others_of_the_visit_may_be_meant(head: Reception) -> None:
    text = LetterText("Đã báo cho bà Giàng Thị Mẩy cùng biết.", may_name_others=True)
    assert "Giàng Thị Mẩy" in words(head.letters.letter(visit_of(head), SELECTION, text))


def test_the_recipients_name_in_a_letter_is_no_leak(head: Reception) -> None:
    text = LetterText("Kết quả giải quyết của ông Nguyễn Văn A như sau.")
    assert "của ông Nguyễn Văn A" in words(head.letters.letter(visit_of(head), SELECTION, text))


def test_the_reason_must_name_nobody_here_too(head: Reception) -> None:
    visit = visit_of(head)
    named = replace(SELECTION, explanation="Gửi kết quả cho ông Nguyễn Văn A theo hẹn")
    with pytest.raises(InvalidInput, match=r"reveal\.reason_names"):
        head.letters.letter(visit, named, TEXT)
    assert acts(head)[-1][0] == "reveal_stopped"


def test_a_voided_visit_gets_none(head: Reception) -> None:
    visit = visit_of(head)
    head.lifecycle.void(visit, ChangeReason("twice", "Trùng lượt trước, hai người cùng ghi"), 0)
    with pytest.raises(InvalidInput, match=r"life\.voided"):
        head.letters.letter(visit, SELECTION, TEXT)


def test_without_the_right_the_head_is_asked_and_it_opens_once(office: ThrowAwayOffice) -> None:
    officer = create_services(office.open(OFFICER))
    visit = visit_of(officer)
    with pytest.raises(NotAllowed):
        officer.letters.letter(visit, SELECTION, TEXT)
    request = officer.reveal_requests.ask(visit, SELECTION).request_id
    officer.session.close()
    head = create_services(office.open(HEAD))
    asked = head.reveal_decisions.requests_to_decide()[0]
    head.reveal_decisions.grant(asked.request_id, asked.parts)
    head.session.close()
    officer = create_services(office.open(OFFICER))
    with pytest.raises(ReceptionError, match=r"letter\.empty"):
        officer.reprints.paper_for_request(request)
    with pytest.raises(InvalidInput, match=r"letter\.names_others"):
        officer.letters.letter_for_request(request, LetterText("Đã báo cho bà Giàng Thị Mẩy."))
    job = officer.letters.letter_for_request(request, TEXT)
    assert "Kính gửi: Ông Nguyễn Văn A" in words(job)
    with pytest.raises(ReceptionError, match=r"request\.ended"):
        officer.letters.letter_for_request(request, TEXT)
    assert officer.log_verification.verify().intact
    officer.session.database.close()


def test_a_long_letter_continues_on_the_next_page_without_loss(head: Reception) -> None:
    body = "\n".join(f"Đoạn {number} của thư này, nói rõ từng việc một." for number in range(90))
    job = head.letters.letter(visit_of(head), SELECTION, LetterText(body))
    assert len(PdfReader(io.BytesIO(job.pdf)).pages) > 2
    text = words(job)
    assert all(f"Đoạn {number} của" in text for number in range(90))


def test_the_reason_is_offered() -> None:
    assert reveal_reason("letter").paper == "letter"
    assert reveal_reason("letter").vietnamese == "Thư gửi người đến"
