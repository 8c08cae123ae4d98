"""Names and numbers in every habit of writing are refused at every door of the register."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.leak_guard import LeakGuard
from reception.domain.leak_hits import replace_hits
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Address, Identity, IdentityPaper, PaperKind
from reception.domain.visit import Mode
from reception.exchange.register_import.row_results import ImportRow
from reception.printing.layout.identity_check import check_for_identities
from reception.services.access.session import Session
from reception.services.register_import.import_preview import mask_row
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visits.visit_form import VisitForm, Waiver
from reception.storage.audit.derived_data_checks import check_search_index
from reception.storage.visits.register_reader import RegisterFilter
from reception.storage.visits.search_letters import fold_index_anew
from reception.storage.visits.visit_writer import former_search_columns
from tests.fixtures.office import HEAD, OFFICER, office, session
from tests.fixtures.shared_machine import SharedMachine, machine
from tests.fixtures.visit_forms import visit_form, with_summary

__all__ = ["machine", "office", "session"]

THU = "Nguyễn Văn Thử"
CARD = "012168000123|045123457|Lò Thị Đào|01011968|Nữ|Bản Nà, Sìn Hồ, Lai Châu|02022021"
# (name field, how a text names the person)
NAMED = (
    (f"Ông {THU}", THU),
    (f"Bà {THU}", THU),
    (f"Cụ {THU}", "Văn Thử"),
    (f"{THU} (trưởng bản)", THU),
    (f"{THU} - bản Nà", "Nguyễn Thử"),
    (f"{THU}, Lò Thị Mẫu", "bà Mẫu"),
    (f"{THU} (và 3 người)", "ông Thử"),
    (f"1. {THU} 2. Lò Thị Mẫu", "Lò Thị Mẫu"),
    (f"{THU} và Lò Thị Mẫu", "Thị Mẫu"),
    (f"Lò Thị Mẫu (ủy quyền cho {THU})", "N.V. Thử"),
    (THU, "Ô. Thử"),
    (THU, "hộ Thử"),
    (THU, "Ng. Văn Thử"),
    (THU, "NV Thử"),
    (THU, "N.V.Thử"),
    (THU, "Thử N.V."),
    (THU, "thím Thử"),
    (THU, "Nguyễn\nVăn Thử"),
    (THU, "Ngu\u200byễn Văn Th\u00adử"),
    (THU, "Ｎguyễn Văn Thử"),
    ("Lò Thị Mẫu", "B. Mẫu"),
    ("Đỗ Thị Hương Giang", "Đỗ Giang"),
    ("Đặng Văn Đô", "Ðặng Văn Ðô"),
    ("Ðặng Văn Ðô", "ông Đô"),
    ("Lý A Páo", "ông Lí A Páo"),
    ("Quỳ Thị Kỹ", "Quì Thị Kĩ"),
    ("H'Bia Niê", "bà H'Bia"),
    ("Y Bhŏk Êban", "ông Y Bhŏk"),
    ("Giàng A Sử", "A Sử"),
    ("Lỳ Xì Xá", "Lì Xì Xá"),
    (THU, "Nguyeenx Vawn Thuwr"),
    (THU, "NGUYE64N VA8N THU73"),
    (THU, "oong Thuwr"),
    (THU, "N g u y ễ n  V ă n  T h ử"),
    (THU, "ông T.h.ử"),
    (THU, "vợ ông Thử"),
    ("Nguyễn văn Thử", "ông Thử"),
    ("Nguyễn văn thử", "Văn Thử"),
    (f"Trưởng bản {THU}", "anh Thử"),
    (f"Đại biểu HĐND xã {THU}", "Nguyễn Thử"),
    (f"Người có uy tín {THU}", "Ô. Thử"),
)
PERSON = Identity(
    name=THU,
    paper=IdentityPaper(PaperKind.NUMBER, "012190998877"),
    phone="0912 345 678",
    address=Address("Bản Nà Khiết 2", "số 12, ngõ 5, đường Trần Phú"),
    workplace="Công ty TNHH Hoa Ban",
    contact_wish="gọi con trai Nguyễn Văn Bé, số 0987 654 321, thu.bc@example.org, zalo thu_82",
    note=(
        "Đi cùng em gái là Nguyễn Thị Lụa; CMND cũ 045123457; xe 25B1-204.17; "
        "giàng a páo viết hộ đơn"
    ),
)
FACTS = (
    "+84 912 345 678",
    "0084912345678",
    "(84) 912345678",
    "0912/345/678",
    "０９１２３４５６７８",
    "912.345.678",
    "0987654321",
    "anh Bé",
    "cô Lụa",
    "thu.bc@example.org",
    "012190998877",
    "０１２ 190 998 877",
    "số cuối 998877",
    "CMND 045123457",
    "@thu_82",
    "xe 25 B1 20417",
    "anh Páo",
    "Giàng Páo",
    "nhà 12 ngõ 5 Trần Phú",
    "cty Hoa Ban",
    "người Nà Khiết",
)
# Numbers of other people: hits in any text, and nothing leaves them in a denunciation.
OF_ANYBODY = (CARD, "012168000123", "001 203 000 456", "0356 789 123", "+84 356 789 123")
CLEAN = (
    "Trần Văn Thử và Nguyễn Văn Thắng nhận tiền",
    "Công an xã cho chạy thử máy, văn thư bố trí thử việc",
    "Quyết định số 1234/QĐ-UBND ngày 03/12/2025 - 05/12/2025, 1.250.000.000 đồng",
    "Mã số thuế 0316012345, thửa 168 tờ 12, ông chủ tịch có tiền",
)


def form(name: str, text: str, kind: PetitionKind = PetitionKind.DENUNCIATION) -> VisitForm:
    """Return a visit of a person with this name field and this summary."""
    return with_summary(visit_form(kind, identity=Identity(name=name)), text)


def refused_with(desk: Reception, typed: VisitForm) -> str:
    """Return the code of the refusal, "saved" if there was none."""
    try:
        desk.intake.seal_visit(typed)
    except InvalidInput as error:
        return error.code
    return "saved"


def visit_count(session: Session) -> int:
    row = session.database.one("SELECT count(*) FROM visit")
    return int(row[0]) if row else 0


@pytest.fixture
def desk(session: Session) -> Reception:
    """The officer's services in an office of its own."""
    return create_services(session)


def test_a_name_in_any_habit_is_refused_at_the_desk(desk: Reception) -> None:
    for field, written in NAMED:
        for normal_form in ("NFC", "NFD"):
            text = unicodedata.normalize(normal_form, f"Hôm qua {written} tố cáo việc chi sai.")
            assert refused_with(desk, form(field, text)) == "leak.found", (field, written)
    assert visit_count(desk.session) == 0


def test_every_fact_of_the_person_is_refused_at_the_desk(desk: Reception) -> None:
    for fact in FACTS:
        for kind in (PetitionKind.DENUNCIATION, PetitionKind.COMPLAINT):
            typed = with_summary(visit_form(kind, identity=PERSON), f"Liên hệ {fact} nhé.")
            assert refused_with(desk, typed) == "leak.found", fact
    assert visit_count(desk.session) == 0


def test_numbers_of_anybody_never_stay_in_a_denunciation(desk: Reception) -> None:
    other = Waiver("summary.1", "Số của người bị tố cáo ghi trong đơn", other_person=True)
    for number in OF_ANYBODY:
        text = f"Người nhận tiền có số {number}"
        assert refused_with(desk, form(THU, text)) == "leak.found", number
        waived = replace(form(THU, text), waivers=(other,))
        assert refused_with(desk, waived) == "leak.never_here", number
        complaint = replace(form(THU, text, PetitionKind.COMPLAINT), waivers=(other,))
        assert refused_with(desk, complaint) == "saved", number


def test_texts_that_name_others_and_everyday_words_are_saved(desk: Reception) -> None:
    for text in CLEAN:
        assert refused_with(desk, form(THU, text)) == "saved", text


def test_marks_of_direction_are_refused_in_texts_and_identities(desk: Reception) -> None:
    for mark in "\u200e\u202e\u2066\u061c":
        assert refused_with(desk, form(THU, f"việc {mark}chi sai")) == "desk.direction_mark"
        assert refused_with(desk, form(f"{THU}{mark}", "việc chi sai")) == "desk.direction_mark"
        note = replace(PERSON, contact_wish=f"gọi {mark}số này")
        typed = with_summary(visit_form(identity=note), "việc chi sai")
        assert refused_with(desk, typed) == "desk.direction_mark"


def test_texts_written_later_are_read_by_the_same_guard(desk: Reception) -> None:
    visit = desk.intake.seal_visit(form(THU, "Việc chi sai", PetitionKind.COMPLAINT)).visit
    incomplete = ChangeReason("incomplete", "Ghi thêm điều người đến nói")
    for text, code in (
        ("gọi 0356/789/123", "life.personal_number"),
        (f"thẻ {CARD}", "life.personal_number"),
        ("CMND 045123457 cũ", "life.personal_number"),
        ("việc \u202echi sai", "desk.direction_mark"),
    ):
        with pytest.raises(InvalidInput, match=code):
            desk.lifecycle.correct(visit.visit_id, Correction(incomplete, {"summary.1": text}, 0))
        with pytest.raises(InvalidInput, match=code):
            desk.lifecycle.void(visit.visit_id, ChangeReason("other", f"Nhập nhầm {text}"), 0)
    again = Identity(name=f"Ông {THU} (trưởng bản)")
    named = Correction(incomplete, {"summary.1": "N.V. Thử kể việc chi sai"}, 0, again)
    with pytest.raises(InvalidInput, match=r"leak\.found"):
        desk.lifecycle.correct(visit.visit_id, named)


def test_the_run_of_who_may_open_identities_finds_every_habit(machine: SharedMachine) -> None:
    desk = machine.sign_in(OFFICER)
    written_late = set()
    for field, written in NAMED[::4]:
        typed = form(field, "Việc chi sai", PetitionKind.COMPLAINT)
        visit_id = desk.intake.seal_visit(typed).visit.visit_id
        words = {"summary.1": f"Hôm qua {written} kể việc chi sai"}
        reason = ChangeReason("incomplete", "Ghi thêm điều người đến nói")
        desk.lifecycle.correct(visit_id, Correction(reason, words, 0))
        written_late.add(visit_id)
    result = machine.sign_in(HEAD).late_text_checks.run()
    assert {visit_id for visit_id, _ in result.hits} == written_late
    assert result.checked == 0


def test_the_import_leaves_no_name_and_no_number_in_a_text() -> None:
    texts = [(field, f"Hôm qua {written} đề nghị.") for field, written in NAMED]
    texts += [(THU, f"Liên hệ {number} nhé.") for number in OF_ANYBODY]
    for field, text in texts:
        row = ImportRow(
            line=5,
            sheet=1,
            number=1,
            received_on=None,
            kind=PetitionKind.COMPLAINT,
            mode=Mode.REGULAR,
            people=1,
            same_content=1,
            identity=Identity(name=field),
            summary=text,
            note=text,
        )
        masked = mask_row(row)
        assert "[" in masked.texts["summary"], (field, text)
        assert masked.texts["note"] == masked.texts["summary"]
        assert mask_row(replace(row, summary=masked.texts["summary"])).masked_count <= 1


def test_a_paper_with_a_name_in_any_habit_is_not_printed() -> None:
    for field, written in NAMED:
        check = check_for_identities(Identity(name=field))
        with pytest.raises(ReceptionError, match=r"printing\.identity_found"):
            check(["Tóm tắt:", f"Hôm qua {written} tố cáo", "việc chi sai."])
    check_for_identities(Identity(name=THU))(["Điện thoại cơ quan: 0912 000 111", *CLEAN])


def test_the_guards_own_replacement_passes_the_guard(desk: Reception) -> None:
    for field, written in NAMED:
        typed = form(field, f"Hôm qua {written} tố cáo; số {OF_ANYBODY[1]}.")
        summary = typed.handled_petitions[0].petition.summary
        hits = LeakGuard(typed.identity, typed.respondents).find(summary)
        mended = replace_hits(summary, hits, "[người tố cáo]")
        assert "[số]" in mended
        assert refused_with(desk, form(field, mended)) == "saved", mended


def test_one_letter_is_one_letter_in_the_search(desk: Reception) -> None:
    desk.intake.seal_visit(form(THU, "Xin đường cho bản Ðông Pао", PetitionKind.COMPLAINT))
    for sought in ("Đông", "Ðông", "dong", "Pao", "ＤＯＮＧ"):
        assert len(desk.register.page(RegisterFilter(text=sought))) == 1, sought


def test_an_index_of_an_earlier_version_verifies_and_is_renewed(desk: Reception) -> None:
    text = "Xin đường cho bản Ðông Pао, 120 m², Γ"
    sealed = desk.intake.seal_visit(form(THU, text, PetitionKind.COMPLAINT))
    database, key = desk.session.database, (sealed.visit.visit_id,)
    row = database.one("SELECT folded, exact FROM visit_search WHERE rowid = ?", key)
    assert row is not None
    former, exact = former_search_columns(row["exact"])
    assert former != row["folded"]
    database.execute("DELETE FROM visit_search WHERE rowid = ?", key)
    database.execute(
        "INSERT INTO visit_search (rowid, folded, exact) VALUES (?, ?, ?)",
        (*key, former, exact),
    )
    assert list(check_search_index(database)) == []
    assert not desk.register.page(RegisterFilter(text="Đông"))
    assert fold_index_anew(database) == 1
    assert list(check_search_index(database)) == []
    assert len(desk.register.page(RegisterFilter(text="Đông Pao m2"))) == 1
