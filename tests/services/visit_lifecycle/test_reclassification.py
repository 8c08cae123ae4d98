"""A visit becomes a denunciation, or comes back: what opens, what is known, what is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, NotAllowed
from reception.domain.petition import (
    Competence,
    Form,
    Petition,
    PetitionField,
    PetitionKind,
)
from reception.domain.reporter import Pseudonym
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.staff import Right
from reception.domain.visit import CopyState, HandledPetition, Handling, Outcome, PaperReceived
from reception.domain.visit_lifecycle import Answer, AnswerChannel, ReclassificationGround
from reception.services.access.session import Session
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.earlier_pseudonym_copies import EarlierPseudonymCopies
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.services.visits.visit_form import InspectedScan, Waiver
from reception.storage.crypto import hash_chain
from reception.storage.staff.signed_members import DESK, PROTECTED, granted_private_keys
from reception.storage.visits.register_reader import RegisterFilter
from reception.storage.visits.sealed_identities import open_part
from tests.fixtures.lifecycle import desk, is_log_intact
from tests.fixtures.office import CUSTODIAN, HEAD, ThrowAwayOffice
from tests.fixtures.visit_forms import ACCEPT, PERSON, visit_form, with_summary

__all__ = ["desk"]
REASON = ChangeReason(ReclassificationGround.CONTENT.value, "Nội dung là tố cáo hành vi vi phạm")
DENUNCIATION = PetitionKind.DENUNCIATION


def to(kind: PetitionKind, seen: int = 0, **more: object) -> Reclassification:
    """Return a reclassification into a kind."""
    return Reclassification(REASON, kind, seen, **more)  # type: ignore[arg-type]


def opens(office: ThrowAwayOffice, name: str, key: int) -> bool:
    """Return whether the keys of an account open the identity of a visit."""
    person = office.open(name)
    private_keys = granted_private_keys(
        person.database, person.office, person.member.user_id, person.keys
    )
    part = open_part(person.database, person.office.office_id, key, private_keys)
    person.close()
    return part is not None


def vaults(session: Session) -> set[str]:
    """Return the vaults that any sealed value has a box for."""
    return {row["vault"] for row in session.database.query("SELECT vault FROM sealed_box")}


def test_reclassification_as_denunciation_removes_everything_in_one_act(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    scan = InspectedScan(b"%PDF-1.4 giay to", "pdf", 1, shows_person=False)
    paper = PaperReceived("Đơn", 2, CopyState.ORIGINAL)
    made = desk.intake.seal_visit(visit_form(scans=(scan,), papers=(paper,)))
    key = made.visit.visit_id
    desk.lifecycle.correct(
        key,
        Correction(ChangeReason("mistyped", "Ghi nhầm một chữ"), {"summary.1": "Chi trả chậm"}, 0),
    )
    for job in desk.papers.citizen_papers(made, PERSON):
        assert job.pdf
    assert opens(office, HEAD, key)
    copies = desk.lifecycle.reclassify(key, to(DENUNCIATION, 1))
    assert (copies.new_code, copies.receipts, copies.rotation_needed) == (
        "TC-0001",
        ("BN-0001",),
        True,
    )
    assert copies.prints
    assert not opens(office, HEAD, key)
    assert opens(office, CUSTODIAN, key)
    database = desk.session.database
    assert vaults(desk.session) == {PROTECTED}
    assert database.one("SELECT count(*) FROM blind_tag")[0] == 0
    assert database.one("SELECT sealed, content FROM attachment")[0:2] == (1, None)
    assert database.one("SELECT count(*) FROM old_text WHERE content IS NOT NULL")[0] == 0
    reasons = database.query("SELECT reason FROM visit_event ORDER BY position")
    assert [row["reason"] for row in reasons] == ["", REASON.reason]
    row = desk.register.page(RegisterFilter())[0]
    assert (row.code, row.kind, row.received_at) == ("TC-0001", "denunciation", None)
    story = desk.register.story(key)
    assert story is not None
    assert "printed" not in {event.code for event in story.events}
    assert desk.register.page(RegisterFilter(text="KN-0001")) == []
    assert [found.visit_id for found in desk.register.page(RegisterFilter(text="TC-0001"))] == [key]
    assert is_log_intact(office)


def test_backups_from_before_are_listed_and_no_others(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    def back_up() -> int:
        with desk.session.act() as work:
            work.log(Act.BACKED_UP, "LUU-A")
            return work.next_seq()

    back_up()  # before the visit: nothing of it is in there
    key = desk.intake.seal_visit(visit_form()).visit.visit_id
    made = [back_up(), back_up()]
    assert desk.lifecycle.reclassify(key, to(DENUNCIATION)).backups == tuple(made)
    assert is_log_intact(office)


@pytest.mark.parametrize("ground", ["9.1", "4.1.a", "", "nothing"])
def test_a_reclassification_does_not_turn_a_visit_into_a_refusal(
    desk: Reception, ground: str
) -> None:
    made = desk.intake.seal_visit(visit_form())
    refused = Handling(Outcome.REFUSE, Competence.OTHER, refusal_ground=ground)
    with pytest.raises(InvalidInput, match=r"desk\.outcome_unlawful"):
        desk.lifecycle.reclassify(
            made.visit.visit_id, to(PetitionKind.RECOMMENDATION, handling=refused)
        )


def test_deadlines_and_outcome_follow_the_law_of_the_new_kind(desk: Reception) -> None:
    guided = Handling(Outcome.GUIDE, Competence.OTHER, "Công an tỉnh")
    petition = Petition(PetitionKind.COMPLAINT, summary="Việc chia đất", form=Form.WRITTEN)
    made = desk.intake.seal_visit(
        replace(visit_form(), handled_petitions=(HandledPetition(petition, guided),))
    )
    key = made.visit.visit_id
    assert made.deadlines == ()
    explained = replace(guided, outcome=Outcome.EXPLAIN)
    with pytest.raises(InvalidInput, match=r"desk\.outcome_unlawful"):
        desk.lifecycle.reclassify(key, to(DENUNCIATION, handling=explained))
    transferred = replace(guided, outcome=Outcome.TRANSFER)
    target = to(DENUNCIATION, petition_field=PetitionField.CORRUPTION, handling=transferred)
    desk.lifecycle.reclassify(key, target)
    story = desk.register.story(key)
    assert story is not None
    assert (story.row.outcome, story.row.progress) == ("transfer", "transfer_waiting")
    assert story.row.field == "corruption"
    # Law on Denunciation 24(2): five working days from the day of the visit, holiday left out.
    assert [(term, due) for term, _, due, _ in story.deadlines] == [
        ("denunciation_transfer", date(2026, 11, 27)),
        ("answer", date(2026, 12, 4)),
    ]


@pytest.mark.parametrize(("form", "outcome"), [(Form.WRITTEN, "transfer"), (Form.SPOKEN, "guide")])
def test_an_outcome_is_kept_if_it_is_lawful_for_the_new_kind_and_else_replaced(
    desk: Reception, form: Form, outcome: str
) -> None:
    transferred = Handling(Outcome.TRANSFER, Competence.OTHER, "Công an tỉnh")
    petition = Petition(PetitionKind.COMPLAINT, summary="Việc chia đất", form=form)
    made = desk.intake.seal_visit(
        replace(visit_form(), handled_petitions=(HandledPetition(petition, transferred),))
    )
    desk.lifecycle.reclassify(made.visit.visit_id, to(DENUNCIATION))
    story = desk.register.story(made.visit.visit_id)
    assert story is not None
    assert story.row.outcome == outcome


def test_an_inapplicable_deadline_is_closed_and_the_answer_remains(desk: Reception) -> None:
    key = desk.intake.seal_visit(visit_form()).visit.visit_id
    desk.lifecycle.answer(
        key, Answer(date(2026, 11, 19), AnswerChannel.IN_PERSON, closed_terms=("answer",)), 0
    )
    desk.lifecycle.reclassify(key, to(DENUNCIATION, 1))
    story = desk.register.story(key)
    assert story is not None
    closed = {term: shut for term, _, _, shut in story.deadlines}
    assert closed == {
        "complaint_acceptance": date(2026, 11, 19),
        "answer": date(2026, 11, 19),
        "denunciation_handling": None,
    }
    assert story.row.progress == "accepted"


def test_protection_asked_for_later_ends_the_old_code_too(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    first = desk.intake.seal_visit(visit_form()).visit
    again = desk.intake.seal_visit(visit_form()).visit
    assert again.pseudonym == first.pseudonym  # known by the blind tag
    copies = desk.lifecycle.reclassify(again.visit_id, to(PetitionKind.COMPLAINT, protection=True))
    assert copies.new_code == "KN-0002"
    assert not opens(office, HEAD, again.visit_id)
    assert opens(office, HEAD, first.visit_id)
    third = desk.intake.seal_visit(visit_form()).visit
    assert third.pseudonym == first.pseudonym
    assert is_log_intact(office)


def test_a_code_that_a_visit_lost_is_never_given_again(desk: Reception) -> None:
    key = desk.intake.seal_visit(visit_form()).visit.visit_id
    desk.lifecycle.reclassify(key, to(DENUNCIATION))
    other = replace(PERSON, paper=replace(PERSON.paper, number="012068000777"))
    assert desk.intake.seal_visit(visit_form(identity=other)).visit.pseudonym.code() == "KN-0002"


def test_a_name_in_a_text_must_be_corrected_in_the_same_act(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    waiver = Waiver("summary.1", "Trùng tên người trong giấy")
    named = with_summary(visit_form(waivers=(waiver,)), "Ông Nguyễn Văn A trình bày")
    key = desk.intake.seal_visit(named).visit.visit_id
    with pytest.raises(InvalidInput, match=r"life\.mend_first") as refused:
        desk.lifecycle.reclassify(key, to(DENUNCIATION))
    assert refused.value.field == "summary.1"
    assert vaults(desk.session) == {DESK, PROTECTED}  # nothing was half done
    desk.lifecycle.reclassify(
        key, to(DENUNCIATION, changes={"summary.1": "[người tố cáo] trình bày"})
    )
    row = desk.register.page(RegisterFilter())[0]
    assert (row.summary, row.unchecked) == ("[người tố cáo] trình bày", True)
    assert is_log_intact(office)


def test_one_petition_of_several_becomes_a_visit_of_its_own_instead(desk: Reception) -> None:
    both = tuple(
        HandledPetition(Petition(kind, summary="Việc đường vào bản"), ACCEPT)
        for kind in (PetitionKind.COMPLAINT, PetitionKind.FEEDBACK)
    )
    key = desk.intake.seal_visit(replace(visit_form(), handled_petitions=both)).visit.visit_id
    with pytest.raises(InvalidInput, match=r"life\.several_petitions"):
        desk.lifecycle.reclassify(key, to(DENUNCIATION))
    desk.lifecycle.reclassify(key, to(PetitionKind.COMPLAINT, protection=True))


def test_among_ordinary_kinds_nothing_opens_or_closes(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    key = desk.intake.seal_visit(visit_form()).visit.visit_id
    copies = desk.lifecycle.reclassify(key, to(PetitionKind.FEEDBACK))
    assert copies == EarlierPseudonymCopies("PA-0001")
    assert vaults(desk.session) == {DESK, PROTECTED}
    with pytest.raises(InvalidInput, match=r"life\.nothing_changed"):
        desk.lifecycle.reclassify(key, to(PetitionKind.FEEDBACK, 1))
    assert is_log_intact(office)


def test_downward_needs_the_custodian(office: ThrowAwayOffice, desk: Reception) -> None:
    key = desk.intake.seal_visit(visit_form(DENUNCIATION)).visit.visit_id
    with pytest.raises(NotAllowed):
        desk.lifecycle.reclassify(key, to(PetitionKind.COMPLAINT))
    head = create_services(office.open(HEAD))
    head.session.member = replace(head.session.member, rights=frozenset(Right))
    with pytest.raises(NotAllowed, match=r"life\.needs_custodian"):
        head.lifecycle.reclassify(key, to(PetitionKind.COMPLAINT))  # a right without the key
    assert not opens(office, HEAD, key)
    head.session.database.close()
    custodian = create_services(office.open(CUSTODIAN))
    custodian.lifecycle.reclassify(key, to(PetitionKind.COMPLAINT))
    custodian.session.close()
    assert opens(office, HEAD, key)
    row = desk.register.page(RegisterFilter())[0]
    assert (row.code, row.kind) == ("KN-0001", "complaint")
    assert is_log_intact(office)


def test_a_denunciation_that_becomes_a_protected_complaint_stays_with_the_custodians(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    key = desk.intake.seal_visit(visit_form(PetitionKind.DENUNCIATION)).visit.visit_id
    custodian = create_services(office.open(CUSTODIAN))
    custodian.lifecycle.reclassify(key, to(PetitionKind.COMPLAINT, protection=True))
    assert vaults(custodian.session) == {"protected"}
    custodian.lifecycle.reclassify(key, to(PetitionKind.COMPLAINT, seen=1))
    assert vaults(custodian.session) == {"desk", "protected"}
    custodian.session.close()
    assert opens(office, HEAD, key)
    assert is_log_intact(office)


def test_a_key_rotation_of_the_ordinary_vault_is_listed_for_the_head(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    key = desk.intake.seal_visit(visit_form()).visit.visit_id
    head = create_services(office.open(HEAD))
    assert head.lifecycle.visits_requiring_rotation() == ()
    desk.lifecycle.reclassify(key, to(DENUNCIATION))
    assert head.lifecycle.visits_requiring_rotation() == (key,)
    head.session.close()


def test_no_digest_in_the_log_identifies_the_person(
    office: ThrowAwayOffice, desk: Reception
) -> None:
    """An attacker with the file compares tags and codes of other visits with the log."""
    first = desk.intake.seal_visit(visit_form()).visit
    again = desk.intake.seal_visit(visit_form()).visit
    head = create_services(office.open(HEAD))
    words = "Gửi thông báo kết quả cho người đến"
    head.reveals.open(
        again.visit_id, RevealSelection("answer", words, frozenset({IdentityPart.NAME}))
    )
    head.session.close()
    database = desk.session.database
    before = database.one("SELECT * FROM visit WHERE visit_id = ?", (again.visit_id,))
    salt = database.one("SELECT salt FROM visit_salt WHERE visit_id = ?", (again.visit_id,))[0]
    desk.lifecycle.reclassify(again.visit_id, to(DENUNCIATION))
    logged = {bytes(row[0]) for row in database.query("SELECT digest FROM log_row")}
    salts = [bytes(row[0]) for row in database.query("SELECT salt FROM visit_salt")]
    assert bytes(salt) not in salts
    tag = database.one("SELECT kind, tag FROM blind_tag WHERE visit_id = ?", (first.visit_id,))
    tried = [
        ("blind_tag", (again.visit_id, tag["kind"], bytes(tag["tag"]))),
        ("visit", tuple(before)),
    ]
    for table, values in tried:
        assert hash_chain.row_digest(table, values, bytes(salt)) in logged  # the guess is right …
        for known in (b"", *salts):
            assert hash_chain.row_digest(table, values, known) not in logged  # … and cannot be told
    facts = " ".join(row[0] for row in database.query("SELECT facts FROM log"))
    assert Pseudonym("KN", 2026, 1).code() not in facts
