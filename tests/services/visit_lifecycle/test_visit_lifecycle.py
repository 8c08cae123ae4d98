"""A visit corrected, voided, entered late, answered: what is kept, sealed and counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.petition import PetitionKind
from reception.domain.reporter import IdentityPaper, PaperKind
from reception.domain.visit import CopyState, Outcome, PaperReceived
from reception.domain.visit_lifecycle import (
    Answer,
    AnswerChannel,
    CorrectionGround,
    LateEntry,
    VoidGround,
)
from reception.services.access.session import Session
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visits.visit_form import Waiver
from reception.storage.staff.signed_members import granted_private_keys
from reception.storage.visits.register_reader import RegisterFilter
from reception.storage.visits.sealed_identities import open_part, open_texts
from tests.fixtures.lifecycle import desk, is_log_intact
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import PERSON, visit_form, with_summary
from tests.printing.pdf_text import words

__all__ = ["desk"]
TYPO = ChangeReason(CorrectionGround.MISTYPED.value, "Đối chiếu biên bản, ghi nhầm ngày")
NAMED = ChangeReason(CorrectionGround.IDENTITY_IN_TEXT.value, "Nội dung nêu rõ người đến là ai")
TWICE = ChangeReason(VoidGround.ENTERED_TWICE.value, "Trùng lượt trước, hai cán bộ cùng ghi")
LETTER = Answer(date(2026, 11, 19), AnswerChannel.LETTER, "123/TB-BTCD")


def sealed(desk: Reception, summary: str = "Hoà giải ở xã ngày 12/10", **changes: object) -> int:
    """Seal a complaint and return its key."""
    made = desk.intake.seal_visit(with_summary(visit_form(**changes), summary))  # type: ignore[arg-type]
    return made.visit.visit_id


def corrected(desk: Reception, key: int, why: ChangeReason = TYPO, **texts: str) -> None:
    """Correct texts of a visit's first petition."""
    changes = {f"{name}.1": text for name, text in texts.items()}
    desk.lifecycle.correct(
        key, Correction(why, changes, desk.lifecycle.change_context(key).event_count)
    )


def kept(session: Session, key: int) -> list[tuple[str, str | None]]:
    """Return (place, content outside the seal) of a visit's old texts."""
    rows = session.database.query(
        "SELECT place, content FROM old_text WHERE visit_id = ? ORDER BY event, place", (key,)
    )
    return [(row["place"], row["content"]) for row in rows]


def opened_texts(office: ThrowAwayOffice, name: str, key: int) -> list[dict[str, str]]:
    """Return the sealed old texts that an account can open."""
    person = office.open(name)
    private_keys = granted_private_keys(
        person.database, person.office, person.member.user_id, person.keys
    )
    found = open_texts(person.database, person.office.office_id, key, private_keys)
    person.close()
    return found


def test_a_corrected_text_is_read_and_found_and_the_old_one_kept(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    key = sealed(desk, "Ranh giới thửa đất, hoà giải ngày 12/10")
    corrected(desk, key, summary="Ranh giới thửa đất, hoà giải ngày 21/10")
    story = desk.register.story(key)
    assert story is not None
    assert story.row.summary == "Ranh giới thửa đất, hoà giải ngày 21/10"
    assert story.row.unchecked
    assert story.events[1].code == "corrected"
    assert dict(story.events[1].facts)["reason"] == TYPO.reason
    assert kept(desk.session, key) == [("summary.1", "Ranh giới thửa đất, hoà giải ngày 12/10")]
    assert [row.visit_id for row in desk.register.page(RegisterFilter(text="21"))] == [key]
    assert desk.register.page(RegisterFilter(text="12")) == []
    assert desk.lifecycle.change_context(key).correction_count == 1
    assert is_log_intact(office)


def test_fields_and_names_of_papers_are_corrected_too(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    key = sealed(desk, papers=(PaperReceived("Đơm", 2, CopyState.ORIGINAL),))
    changes = {"people": "3", "mode": "delegate", "field.1": "land", "paper.1": "Đơn"}
    desk.lifecycle.correct(key, Correction(TYPO, changes, 0))
    story = desk.register.story(key)
    assert story is not None
    assert (story.row.people, story.row.mode, story.row.field) == (3, "delegate", "land")
    assert story.papers == (("Đơn", 2, "original"),)
    table = desk.reports.count("01/TCD", (date(2026, 11, 15), date(2026, 12, 14)))
    assert (table.column_totals[17], table.column_totals[18], table.column_totals[5]) == (1, 3, 0)
    assert is_log_intact(office)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "life.nothing_changed"),
        ({"summary.1": "Hoà giải ở xã ngày 12/10"}, "life.nothing_changed"),
        ({"summary.1": " "}, "life.text_missing"),
        ({"summary.2": "Khác"}, "life.unknown_place"),
        ({"visit_id": "1"}, "life.unknown_place"),
        ({"kind.1": "denunciation"}, "life.unknown_place"),
        ({"summary": "Khác"}, "life.unknown_place"),
        ({"people": "0"}, "life.wrong_value"),
        ({"people": "nhiều"}, "life.wrong_value"),
        ({"mode": "chơi"}, "life.wrong_value"),
        ({"field.1": "corruption"}, "life.wrong_value"),
        ({"summary.1": "Gọi 0387 123 456"}, "life.personal_number"),
        ({"note": "Căn cước 012068000123"}, "life.personal_number"),
    ],
)
def test_a_refused_correction_changes_nothing(
    desk: Reception, changes: dict[str, str], code: str
) -> None:
    key = sealed(desk)
    with pytest.raises(InvalidInput, match=code):
        desk.lifecycle.correct(key, Correction(TYPO, changes, 0))
    assert desk.lifecycle.change_context(key).event_count == 0


def test_a_reason_is_required_and_a_concurrent_change_is_reported(desk: Reception) -> None:
    key = sealed(desk)
    with pytest.raises(InvalidInput, match=r"life\.reason_short"):
        corrected(desk, key, ChangeReason("mistyped", "nhầm"), summary="Khác")
    with pytest.raises(InvalidInput, match=r"life\.personal_number"):
        corrected(desk, key, ChangeReason("other", "người này ở số 0387123456"), summary="Khác")
    seen = desk.lifecycle.change_context(key).event_count
    corrected(desk, key, summary="Hoà giải ngày 13/10")
    with pytest.raises(InvalidInput, match=r"life\.changed_meanwhile"):
        desk.lifecycle.correct(key, Correction(TYPO, {"summary.1": "Hoà giải ngày 14/10"}, seen))
    assert desk.lifecycle.change_context(key).field_values["summary.1"] == "Hoà giải ngày 13/10"


def test_a_name_removed_from_a_text_is_sealed(office: ThrowAwayOffice, desk: Reception) -> None:
    named = "Ông Nguyễn Văn A trình bày việc đất"
    waiver = Waiver("summary.1", "Trùng tên người trong giấy")
    key = sealed(desk, named, waivers=(waiver,))
    assert desk.lifecycle.change_context(key).waived_fields == ("summary.1",)
    corrected(desk, key, summary="Ông Nguyễn Văn A trình bày việc đất rừng")
    corrected(desk, key, summary="Trình bày việc đất rừng")
    # The first correction took the name's words into the seal; the guard has not seen the second.
    assert kept(desk.session, key)[0] == ("summary.1", None)
    assert desk.lifecycle.change_context(key).waived_fields == ()
    assert opened_texts(office, HEAD, key)[-1] == {"summary.1@1": named}
    assert is_log_intact(office)


def test_identifying_texts_are_sealed_with_all_earlier_versions(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    key = sealed(desk, "Chị bán phở đầu bản trình bày")
    corrected(desk, key, summary="Chị bán phở cuối bản trình bày")
    assert kept(desk.session, key) == [("summary.1", "Chị bán phở đầu bản trình bày")]
    corrected(desk, key, NAMED, summary="Trình bày việc chợ")
    assert kept(desk.session, key) == [("summary.1", None), ("summary.1", None)]
    texts = {"summary.1@1": "Chị bán phở đầu bản trình bày"}
    texts["summary.1@2"] = "Chị bán phở cuối bản trình bày"
    assert opened_texts(office, HEAD, key) == [texts]
    assert is_log_intact(office)


def test_a_placeholder_in_a_correction_marks_the_old_text_as_identifying(desk: Reception) -> None:
    key = sealed(desk, "Mẹ của em Lả trình bày")
    corrected(desk, key, summary="[người khiếu nại] trình bày")
    assert kept(desk.session, key) == [("summary.1", None)]


def test_old_texts_of_a_denunciation_open_only_for_custodians(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    key = sealed(desk, "Việc chia đất", kind=PetitionKind.DENUNCIATION)
    corrected(desk, key, summary="Việc chia đất rừng")
    assert kept(desk.session, key) == [("summary.1", None)]
    assert opened_texts(office, HEAD, key) == []
    assert opened_texts(office, CUSTODIAN, key) == [{"summary.1@1": "Việc chia đất"}]


WRONG = {
    "desk.name_missing": replace(PERSON, name=" "),
    "desk.birth_wrong": replace(PERSON, birth_year=1800, birth_date=None),
    "desk.issued_in_future": replace(
        PERSON, paper=replace(PERSON.paper, issued_on=date(2027, 1, 1))
    ),
    "desk.occupation_denunciation": replace(PERSON, occupation="Giáo viên"),
}


@pytest.mark.parametrize("code", WRONG)
def test_entry_and_correction_refuse_the_same_identities(desk: Reception, code: str) -> None:
    key = desk.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION)).visit.visit_id
    with pytest.raises(InvalidInput) as at_entry:
        desk.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION, identity=WRONG[code]))
    with pytest.raises(InvalidInput) as at_correction:
        desk.lifecycle.correct(key, Correction(TYPO, {}, 0, identity=WRONG[code]))
    found = [(error.value.code, error.value.field) for error in (at_entry, at_correction)]
    assert found[0] == found[1]
    assert found[0][0] == code


def test_a_corrected_identity_is_a_new_version_compared_with_every_text(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    key = sealed(desk, "Cùng ông Lò Văn Q ra xã")
    right = replace(PERSON, name="Lò Văn Q")
    with pytest.raises(InvalidInput, match=r"leak\.found"):
        desk.lifecycle.correct(key, Correction(TYPO, {}, 0, identity=right))
    changes = {"summary.1": "[người khiếu nại] ra xã"}
    before = desk.session.database.query("SELECT kind, tag FROM blind_tag ORDER BY kind")
    desk.lifecycle.correct(key, Correction(TYPO, changes, 0, identity=right))
    after = desk.session.database.query("SELECT kind, tag FROM blind_tag ORDER BY kind")
    assert [tuple(row) for row in before] == [tuple(row) for row in after]  # the same number
    renumbered = replace(right, paper=IdentityPaper(PaperKind.NUMBER, "012068000999"))
    desk.lifecycle.correct(key, Correction(TYPO, {}, 1, identity=renumbered))
    (tag,) = desk.session.database.query("SELECT tag FROM blind_tag")
    assert bytes(tag["tag"]) != bytes(after[0]["tag"])
    assert kept(desk.session, key) == [("summary.1", None)]
    story = desk.register.story(key)
    assert story is not None
    assert not story.row.unchecked
    head = office.open(HEAD)
    private_keys = granted_private_keys(head.database, head.office, head.member.user_id, head.keys)
    part = open_part(head.database, head.office.office_id, key, private_keys)
    assert part is not None
    assert part.identity == renumbered
    versions = head.database.query(
        "SELECT version FROM sealed_value WHERE field_group = 'identity' ORDER BY version"
    )
    assert [row["version"] for row in versions] == [1, 2, 3]
    head.close()
    assert is_log_intact(office)


def test_a_voided_visit_keeps_its_number_and_counts_nowhere(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    made = desk.intake.seal_visit(visit_form())
    sealed(desk)
    key = made.visit.visit_id
    period = (date(2026, 11, 15), date(2026, 12, 14))
    assert desk.reports.count("01/TCD", period).column_totals[1] == 2
    desk.lifecycle.void(key, TWICE, 0)
    assert desk.reports.count("01/TCD", period).column_totals[1] == 1
    assert desk.register.figures(desk.session.today()).visits == 1
    row = desk.register.page(RegisterFilter())[1]
    assert (row.number, row.voided, row.void_ground, row.due_on) == (1, True, "twice", None)
    assert desk.intake.find_earlier_visit(made.return_code) is None
    assert desk.intake.seal_visit(visit_form()).visit.number == 3
    with pytest.raises(InvalidInput, match=r"life\.voided"):
        desk.lifecycle.void(key, TWICE, 1)
    with pytest.raises(NotAllowed):
        desk.lifecycle.confirm_void(key)
    head = create_services(office.open(HEAD))
    assert head.lifecycle.voids_to_confirm() == (key,)
    head.lifecycle.confirm_void(key)
    assert head.lifecycle.voids_to_confirm() == ()
    head.session.close()
    assert is_log_intact(office)


def test_an_answer_closes_the_deadlines_and_shows_its_delay(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    key = sealed(desk)
    office.clock.move(days=13)  # Wednesday 02/12: one working day after 01/12
    before = desk.register.page(RegisterFilter())[0]
    assert (before.due_on, before.days_left) == (date(2026, 12, 1), -1)
    for wrong in (date(2026, 11, 18), date(2026, 12, 3)):
        with pytest.raises(InvalidInput, match=r"life\.answer_day"):
            desk.lifecycle.answer(key, replace(LETTER, answered_on=wrong), 0)
    with pytest.raises(InvalidInput, match=r"life\.document_missing"):
        desk.lifecycle.answer(key, Answer(date(2026, 12, 2), AnswerChannel.HANDED), 0)
    first = Answer(
        date(2026, 12, 2), AnswerChannel.LETTER, "123/TB-BTCD", ("complaint_acceptance",)
    )
    desk.lifecycle.answer(key, first, 0)
    assert desk.register.page(RegisterFilter())[0].due_on == date(2026, 12, 4)
    desk.lifecycle.answer(key, replace(LETTER, answered_on=date(2026, 12, 2)), 1)
    row = desk.register.page(RegisterFilter())[0]
    assert (row.progress, row.due_on, row.answered_on) == ("answered", None, date(2026, 12, 2))
    story = desk.register.story(key)
    assert story is not None
    facts = dict(story.events[0].facts)
    assert (facts["number"], facts["way"], facts["late"]) == ("123/TB-BTCD", "letter", "1")
    assert is_log_intact(office)


def test_an_answered_refusal_is_still_a_refusal_in_the_figures(desk: Reception) -> None:
    base = visit_form()
    entry = base.handled_petitions[0]
    refusal = replace(
        entry.handling,
        outcome=Outcome.REFUSE,
        refusal_ground="9.3",
        explanation="Thông báo số 12/TB-UBND",
    )
    made = desk.intake.seal_visit(
        replace(base, handled_petitions=(replace(entry, handling=refusal),))
    )
    key = made.visit.visit_id
    desk.lifecycle.answer(key, LETTER, 0)
    row = desk.register.page(RegisterFilter())[0]
    assert (row.progress, row.due_on) == ("refused", None)


def test_without_the_right_to_read_denunciations_none_can_be_changed(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    """An answer is recorded all the same: nothing has to be read for it."""
    key = sealed(desk, kind=PetitionKind.DENUNCIATION)
    colleague = create_services(office.open(COLLEAGUE))
    for act in (
        lambda: colleague.lifecycle.void(key, TWICE, 0),
        lambda: corrected(colleague, key, summary="Việc khác"),
        lambda: colleague.lifecycle.change_context(2026999999),
    ):
        with pytest.raises(NotAllowed, match=r"life\.unknown_visit"):
            act()
    colleague.lifecycle.answer(key, LETTER, 0)
    colleague.session.close()
    assert is_log_intact(office)


def test_the_book_shows_voided_answered_and_late_visits(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    first = sealed(desk)
    desk.lifecycle.void(first, TWICE, 0)
    desk.lifecycle.answer(sealed(desk), LETTER, 0)
    late = LateEntry(date(2026, 11, 17), "Phiếu ghi tay số 03", "Mất điện chiều hôm đó")
    desk.intake.seal_visit(visit_form(late_entry=late))
    denounced = sealed(desk, "Việc chia đất", kind=PetitionKind.DENUNCIATION)
    corrected(desk, denounced, summary="Việc chia đất rừng thông")
    book = desk.register_books.register_book((date(2026, 11, 1), date(2026, 11, 30)))
    text = words(book.pdf)
    assert "Đã huỷ 19/11/2026: ghi hai lần cùng một lượt" in text
    assert "Đã trả lời bằng văn bản số 123/TB-BTCD ngày 19/11/2026" in text
    assert "Ghi bổ sung ngày 19/11/2026" in text
    assert "chưa rà" in text
    assert "thông" not in text.lower()
    assert TWICE.reason not in text


def test_an_identity_is_typed_anew_by_the_receiver_or_who_may_open_it(
    desk: Reception, office: ThrowAwayOffice
) -> None:
    ordinary, denunciation = sealed(desk), sealed(desk, kind=PetitionKind.DENUNCIATION)
    expected = {
        OFFICER: {ordinary, denunciation},
        COLLEAGUE: set(),
        HEAD: {ordinary},
        CUSTODIAN: {ordinary, denunciation},
    }
    for name, permitted in expected.items():
        person = create_services(office.open(name))
        for key in (ordinary, denunciation):
            context = person.lifecycle.change_context(key)
            right = replace(PERSON, name=f"Người {name}")
            change = Correction(TYPO, {}, context.event_count, identity=right)
            assert context.may_replace_identity is (key in permitted)
            if key in permitted:
                person.lifecycle.correct(key, change)
            else:
                with pytest.raises(NotAllowed, match=r"life\.(identity_of|unknown_visit)"):
                    person.lifecycle.correct(key, change)
        person.session.close()
    assert is_log_intact(office)
