"""An office with a denunciation that the colleague received, and sessions of several people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from reception.bootstrap import Reception, create_services
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.domain.visit import CopyState, HandledPetition, PaperReceived
from reception.services.visits.visit_form import VisitForm
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, ThrowAwayOffice
from tests.fixtures.visit_forms import visit_form

# Words that stand in every denunciation of the stage, and in nothing else.
WORD = "khống"
WORDS = (WORD, "Giàng Seo", "Nậm Cầy", "xin thanh tra", "Phòng Kế toán", "12/QĐ", "băng ghi âm")


def denunciation_form() -> VisitForm:
    """Return a denunciation of which every text has one of ``WORDS``."""
    form = visit_form(PetitionKind.DENUNCIATION)
    entry = form.handled_petitions[0]
    petition = replace(
        entry.petition,
        summary=f"Lập chứng từ {WORD} để chi tiền hỗ trợ",
        respondent="Giàng Seo X, kế toán",
        place="Bản Nậm Cầy",
        request="Đề nghị, xin thanh tra ngay",
        settled_by="Phòng Kế toán",
    )
    handling = replace(entry.handling, document_number="12/QĐ")
    return replace(
        form,
        handled_petitions=(HandledPetition(petition, handling),),
        papers=(PaperReceived("Băng ghi âm, băng ghi âm", 2, CopyState.ORIGINAL),),
    )


@dataclass
class ReadingStage:
    """``denunciation`` was received on 19/11/2026, a Thursday, by the colleague.

    Head and first officer read every denunciation, the custodian does not.
    """

    office: ThrowAwayOffice
    denunciation: int = 0
    other: int = 0  # another denunciation of the same day and officer
    ordinary: int = 0

    @contextmanager
    def as_(self, name: str) -> Iterator[Reception]:
        """Sign somebody in."""
        reception = create_services(self.office.open(name))
        yield reception
        reception.session.close()

    def user_id(self, name: str) -> str:
        return self.office.user_id(name)

    def change_right(self, name: str, right: Right, *, given: bool) -> None:
        """Give or take a right as the head."""
        with self.as_(HEAD) as head:
            user_id = self.user_id(name)
            before = head.session.people[user_id].rights
            after = before | {right} if given else before - {right}
            head.staff.rights.change(user_id, after, before)

    def hand_on(self, giver: str, receiver: str) -> None:
        with self.as_(giver) as reader:
            reader.hand_overs.hand_on(self.denunciation, self.user_id(receiver))


def build_stage(office: ThrowAwayOffice) -> ReadingStage:
    stage = ReadingStage(office)
    stage.change_right(CUSTODIAN, Right.READ_DENUNCIATION, given=False)
    with stage.as_(COLLEAGUE) as colleague:
        stage.denunciation = colleague.intake.seal_visit(denunciation_form()).visit.visit_id
        stage.other = colleague.intake.seal_visit(denunciation_form()).visit.visit_id
        stage.ordinary = colleague.intake.seal_visit(visit_form()).visit.visit_id
    return stage


def reads(reception: Reception, visit_id: int) -> bool:
    """Tell by the register whether the signed-in person reads a visit's content."""
    story = reception.register.story(visit_id)
    assert story is not None
    return not story.row.masked
