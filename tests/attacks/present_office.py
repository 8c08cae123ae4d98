"""The office of ``old_office/`` made again by the present program: same people, same visits.

Its visits have the same numbers; user ids, keys and sheets are others. What each session does is
told in ``old_office/README.md``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from reception.bootstrap import Reception, create_services
from reception.domain.clock import VIETNAM
from reception.domain.petition import Petition, PetitionField, PetitionKind
from reception.domain.reporter import Address, Identity, IdentityPaper, PaperKind
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.staff import Right, Role
from reception.domain.visit import CopyState, HandledPetition, PaperReceived
from reception.domain.visit_lifecycle import Answer, AnswerChannel
from reception.print_queue.printers import Attachment, PrinterInfo, PrinterState
from reception.services.office.environment import Environment
from reception.services.office.office_settings import OfficeSettings
from reception.services.office.office_setup import NewMember, OfficePlan, create_office
from reception.services.papers.bulk_disclosure import BulkDisclosureRequest
from reception.services.recovery.recovery_enrolment import add_recovery
from reception.services.recovery.recovery_shares import make_shares
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.services.visits.visit_form import SealedVisit, VisitForm
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.attacks import old_office as names
from tests.attacks.old_office import OLD_PASSWORDS, OldOffice
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, FrozenClock
from tests.fixtures.office_copy import copy_with_state
from tests.fixtures.visit_forms import ACCEPT
from tests.fixtures.workbooks import register_row, register_workbook

COMPLAINT = PetitionKind.COMPLAINT
_NAMES = (
    *(names.NAME_OF_ORDINARY, "Lò Thị M", names.NAME_OF_DENOUNCER, "Tẩn Thị P", "Vừ Văn Q"),
    *("Sùng Thị R", "Phàn Văn S", "Chẻo Thị T", "Đèo Thị Y", "Ma Văn Z", "Pờ Văn D"),
)
_REVEAL = RevealSelection(
    "answer",
    "Gửi thông báo kết quả cho người khiếu nại",
    frozenset({IdentityPart.NAME, IdentityPart.ADDRESS}),
)
_BOOK = BulkDisclosureRequest(
    (date(2026, 11, 1), date(2026, 11, 30)), "paper_book", "Lập sổ giấy tháng mười một để lưu"
)
_PRINTER = PrinterInfo(
    "ban-tiep-dan",
    "Canon LBP2900",
    "serial:/dev/ttyS0",
    Attachment.UNKNOWN,
    PrinterState.IDLE,
    is_accepting_jobs=True,
)


def make_present_office(folder: Path) -> OldOffice:
    """Make the office below ``folder``; ``folder``/earlier holds it as it was on 04/11."""
    clock = FrozenClock(datetime(2026, 11, 2, 8, 0, tzinfo=VIETNAM))
    environment = Environment(clock, DEMO_POLICY, folder / "state")
    custodians = (CUSTODIAN, names.FORMER_CUSTODIAN)
    people = tuple(
        NewMember(
            name,
            Role.HEAD if name == HEAD else Role.OFFICER,
            password,
            has_custody=name in custodians,
            reads_denunciations=True,  # as every officer of that version
        )
        for name, password in OLD_PASSWORDS.items()
    )
    create_office(folder / "office", OfficePlan(OfficeSettings(), people), environment)
    office = OldOffice(folder / "office", environment, clock, folder / "earlier")
    _first_days(office)
    shutil.copytree(office.folder, office.earlier)
    _fifth_of_november(office)
    _sixth_of_november(office)
    clock.at = datetime(2026, 11, 9, 8, 0, tzinfo=VIETNAM)
    return office


def copy_office(office: OldOffice, folder: Path) -> OldOffice:
    """Copy an office with the machine's state and its earlier copy."""
    copy_with_state(office.folder.parent, folder)
    clock = FrozenClock(office.clock.at)
    environment = Environment(clock, DEMO_POLICY, folder / "state")
    is_beside = office.earlier.parent == office.folder.parent
    earlier = folder / "earlier" if is_beside else office.earlier
    return OldOffice(folder / "office", environment, clock, earlier, office.sheets)


def _first_days(office: OldOffice) -> None:
    """Do what was done from 02/11 to 04/11."""
    with _session(office, HEAD, "2026-11-02 08:10") as head:
        shares = make_shares()
        add_recovery(head.session, shares.keys, opens_protected=True)
        office.sheets = tuple(" ".join(words) for words in shares.sheets)
        _set_reveal(office, head, allowed=True)
        head.printer_rules.set_identities_allowed(_PRINTER, allowed=True)
    with _session(office, OFFICER, "2026-11-03 08:30") as officer:
        sealed = _receive(officer, COMPLAINT, 0, with_paper=True)
        officer.papers.citizen_papers(sealed, _person(0))
        _receive(officer, PetitionKind.RECOMMENDATION, 1)
        _receive(officer, PetitionKind.DENUNCIATION, 2)
        _receive(officer, PetitionKind.FEEDBACK, 3)
    with _session(office, COLLEAGUE, "2026-11-04 08:30") as colleague:
        _receive(colleague, COMPLAINT, 4)
        _receive(colleague, COMPLAINT, 5)
        _receive(colleague, COMPLAINT, 6, protection_asked=True)
    with _session(office, names.FORMER_CUSTODIAN, "2026-11-04 14:00") as former:
        _receive(former, PetitionKind.FEEDBACK, 7)
    for name in (names.SUSPENDED, names.LEAVER, CUSTODIAN):
        office.open_and_close(name)
    with _session(office, HEAD, "2026-11-04 17:30") as head:
        _offboard(office, head)


def _offboard(office: OldOffice, head: Reception) -> None:
    """Let the leaver leave for good, with a backup on a stick."""
    stick = office.folder.parent / "stick"
    stick.mkdir()
    head.backups.add_location(stick)
    leaver = office.user_id(names.LEAVER)
    state = head.staff.offboarding.begin(leaver)
    while state.remaining_steps:
        state = head.staff.offboarding.do_next_step(leaver)


def _fifth_of_november(office: OldOffice) -> None:
    """Take rights from three people; import, reveal and print with names."""
    with _session(office, CUSTODIAN, "2026-11-05 08:00") as custodian:
        custodian.staff.custody.revoke(
            office.user_id(names.FORMER_CUSTODIAN), OLD_PASSWORDS[HEAD], "Chuyển sang việc khác"
        )
    with _session(office, HEAD, "2026-11-05 09:00") as head:
        _set_reveal(office, head, allowed=False)
        head.staff.accounts.suspend(office.user_id(names.SUSPENDED))
        rows = [register_row(number, person=_person(number).name) for number in (1, 2)]
        head.register_import.import_rows(head.register_import.preview(register_workbook(rows)))
        head.blind_index_queue.drain()
        head.reveals.open(names.ORDINARY, _REVEAL)
        head.named_register_books.named_book(_BOOK, OLD_PASSWORDS[HEAD])


def _sixth_of_november(office: OldOffice) -> None:
    """Correct, void, reclassify, ask and answer."""
    with _session(office, OFFICER, "2026-11-06 08:30") as officer:
        lifecycle = officer.lifecycle
        mistyped = ChangeReason("mistyped", "Đối chiếu biên bản, ghi nhầm ngày")
        lifecycle.correct(names.CORRECTED, Correction(mistyped, {"summary.1": "Hẹn 12/11"}, 0))
        lifecycle.void(names.VOIDED, ChangeReason("twice", "Trùng lượt trước, ghi hai lần"), 0)
        why = ChangeReason("content", "Nội dung là tố cáo hành vi vi phạm")
        to_denunciation = Reclassification(why, PetitionKind.DENUNCIATION, 0)
        lifecycle.reclassify(names.RECLASSIFIED, to_denunciation)
        officer.reveal_requests.ask(names.ANSWERED, _REVEAL)
        _receive(officer, COMPLAINT, 8)
        _receive(officer, PetitionKind.DENUNCIATION, 9)
    with _session(office, HEAD, "2026-11-06 14:00") as head:
        head.lifecycle.confirm_void(names.VOIDED)
        (request,) = head.reveal_decisions.requests_to_decide()
        head.reveal_decisions.grant(request.request_id, request.parts)
        answer = Answer(date(2026, 11, 6), AnswerChannel.LETTER, "123/TB-BTCD")
        head.lifecycle.answer(names.ANSWERED, answer, 0)
    with _session(office, names.FORMER_CUSTODIAN, "2026-11-06 15:00") as former:
        _receive(former, PetitionKind.RECOMMENDATION, 10)
    with _session(office, HEAD, "2026-11-06 17:00") as head:
        assert head.log_verification.verify().findings == ()


@contextmanager
def _session(office: OldOffice, name: str, at: str) -> Iterator[Reception]:
    office.clock.at = datetime.fromisoformat(at).replace(tzinfo=VIETNAM)
    reception = create_services(office.open(name))
    yield reception
    reception.session.close()


def _set_reveal(office: OldOffice, head: Reception, *, allowed: bool) -> None:
    user_id = office.user_id(names.FORMER_REVEALER)
    rights = head.session.people[user_id].rights
    wanted = rights | {Right.REVEAL} if allowed else rights - {Right.REVEAL}
    head.staff.rights.change(user_id, wanted, rights)


def _person(index: int) -> Identity:
    return Identity(
        name=_NAMES[index],
        birth_year=1960 + index,
        paper=IdentityPaper(PaperKind.NUMBER, f"0120{60 + index}000{index:03d}"),
        address=Address(hamlet="Bản Nà B", commune="Xã Nậm A", province="Lai Châu"),
    )


def _receive(
    reception: Reception,
    kind: PetitionKind,
    index: int,
    *,
    with_paper: bool = False,
    protection_asked: bool = False,
) -> SealedVisit:
    petition = Petition(kind, PetitionField.OTHER, summary=f"Nội dung thứ {index}")
    form = VisitForm(
        identity=_person(index),
        handled_petitions=(HandledPetition(petition, ACCEPT),),
        papers=(PaperReceived("Đơn viết tay", 2, CopyState.ORIGINAL),) if with_paper else (),
        protection_asked=protection_asked,
    )
    return reception.intake.seal_visit(form)
