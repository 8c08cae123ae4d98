"""A month of an office of five people through the services, compared with the test's record."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception, create_services
from reception.domain.errors import ReceptionError, StorageError
from reception.domain.offboarding import OffboardingStep
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from reception.domain.status_lookup import LookupStage
from reception.domain.todo_item import AnswerDue, VoidToConfirm
from reception.domain.visit import Outcome
from reception.domain.visit_lifecycle import LateEntry
from reception.print_queue.print_jobs import print_pdf
from reception.print_queue.printers import list_printers
from reception.services.access.unlocking import unlock
from reception.services.backup.backup_inspection import RestoreActor, inspect_backup
from reception.services.backup.restore import restore
from reception.services.office.environment import Environment
from reception.services.papers.print_log import PaperJob
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.fixtures.cups import CABLE_PRINTER, PrivateCups
from tests.scenarios.month_simulation import (
    BINH,
    CHI,
    FIRST_DAY,
    GIANG,
    HEAD,
    HOA,
    LAST_DAY,
    OFFBOARDING_DAY,
    PASSWORDS,
    PEOPLE,
    SECOND_LOCATION_DAY,
    SELECTION,
    VISITS,
    ExpectedVisit,
    MonthSimulation,
)

NEW_PRINTER = "may-in-moi"


@pytest.fixture
def month(tmp_path: Path) -> Iterator[MonthSimulation]:
    """The office on the day before the month begins."""
    simulation = MonthSimulation(tmp_path)
    yield simulation
    simulation.sign_out()


def text_of(job: PaperJob) -> str:
    pages = PdfReader(io.BytesIO(job.pdf)).pages
    return " ".join(page.extract_text() for page in pages).replace("\n", " ")


def code_of(entry: ExpectedVisit) -> str:
    """Return the return code on the citizen's copy."""
    assert entry.sealed.numbers is not None
    return entry.sealed.return_code


class MonthRun:
    """Runs the month day by day and prints through a private CUPS."""

    def __init__(self, month: MonthSimulation, cups: PrivateCups) -> None:
        self.month, self.cups = month, cups
        self.printed_count = 0
        self.next_person = 0
        self.offboarded_user_id = ""
        self.days = list(month.days())
        self.lookup_count = 0

    def print(self, job: PaperJob, printer: str = CABLE_PRINTER) -> None:
        """Print through the private CUPS and wait for the paper."""
        print_pdf(printer, job.pdf)
        self.printed_count += 1
        assert self.cups.wait_for_sheets(self.printed_count)[-1] == job.pdf

    def run(self) -> None:
        """Run every day: two half days, answers, and the events of the evening."""
        for index, day in enumerate(self.month.days()):
            if day == SECOND_LOCATION_DAY:
                self.cups.add_printer(NEW_PRINTER, "usb://Pantum/P3010?serial=0009")
            first, second = self.officers(day, index)
            visit_count = -(-(VISITS - self.next_person) // (len(self.days) - index))
            self.receive_half_a_day(first, visit_count // 2, day)
            self.month.clock.at = self.month.clock.at.replace(hour=13, minute=30)
            desk = self.receive_half_a_day(second, visit_count - visit_count // 2, day)
            self.month.answer_due(desk, day)
            self.work_in_the_evening(day, index)

    def officers(self, day, index: int) -> tuple[str, str]:
        """Return the officers of the morning and of the afternoon."""
        if day < OFFBOARDING_DAY:
            return (BINH, CHI) if index % 2 else (CHI, GIANG)
        return (BINH, GIANG) if index % 2 else (GIANG, BINH)

    def receive_half_a_day(self, officer: str, count: int, day) -> Reception:
        """Enter visits; print the first paper of the first one."""
        desk = self.month.sign_in(officer)
        for index in range(count):
            entry = self.month.receive(desk, self.next_person)
            self.next_person += 1
            if index == 0 and entry.outcome is not Outcome.REFUSE:
                printer = NEW_PRINTER if day > SECOND_LOCATION_DAY else CABLE_PRINTER
                for job in desk.papers.citizen_papers(entry.sealed, entry.form.identity)[:1]:
                    self.print(job, printer)
        self.look_up_a_visit(desk, day)
        return desk

    def look_up_a_visit(self, desk: Reception, day) -> None:
        """Look up a visit of the week before by its return code."""
        for entry in self.month.entries:
            has_slip = entry.sealed.numbers is not None and not entry.voided
            if has_slip and entry.received_on == day - timedelta(days=7):
                status = desk.status_lookup.find(code_of(entry))
                assert status is not None
                assert status.received_on == entry.received_on
                if entry.outcome is Outcome.GUIDE:
                    assert status.stage is LookupStage.ANSWERED_AT_VISIT
                self.lookup_count += 1
                return

    def work_in_the_evening(self, day, index: int) -> None:
        """Do the events of this day, then make the backup."""
        month = self.month
        assert month.reception is not None
        today = [entry for entry in month.entries if entry.received_on == day]
        if index in (2, 6, 9, 13, 17):
            month.correct(month.reception, today[0])
        if index in (3, 11):
            self.void_a_visit(today[1])
        events = {
            1: self.grant_the_reveal_right,
            5: lambda: self.request_and_reveal(today),
            8: lambda: self.enter_a_late_visit(day - timedelta(days=1)),
            10: lambda: self.reclassify_as_denunciation(today),
        }
        events.get(index, str)()
        if day == OFFBOARDING_DAY:
            self.offboard_an_officer()
        month.back_up(day)

    def void_a_visit(self, entry: ExpectedVisit) -> None:
        """Void a visit; the head confirms it from the to-do list."""
        assert self.month.reception is not None
        self.month.void(self.month.reception, entry)
        head = self.month.sign_in(HEAD)
        items = head.todo_list.read().items
        voided = [item.visit.visit_id for item in items if isinstance(item, VoidToConfirm)]
        assert voided == [entry.visit_id]
        head.lifecycle.confirm_void(entry.visit_id)

    def enter_a_late_visit(self, on) -> None:
        """Enter a visit from a handwritten slip of the day before."""
        late = LateEntry(on, "Phiếu ghi tay số 03", "Mất điện cả buổi")
        entry = self.month.receive(self.month.sign_in(BINH), self.next_person, late)
        self.next_person += 1
        assert entry.sealed.visit.received_on == on

    def request_and_reveal(self, today: list[ExpectedVisit]) -> None:
        """Request an identity as officer, grant it as head, open it once."""
        entry = next(e for e in today if e.kind is PetitionKind.COMPLAINT)
        request = self.month.sign_in(BINH).reveal_requests.ask(entry.visit_id, SELECTION)
        self.month.sign_in(HEAD).reveal_decisions.grant(request.request_id, SELECTION.parts)
        opened_identity = self.month.sign_in(BINH).reveal_requests.open(request.request_id)
        assert opened_identity.revealed.identity.name == entry.form.identity.name

    def reclassify_as_denunciation(self, today: list[ExpectedVisit]) -> None:
        """Reclassify a complaint: afterwards even the head cannot reveal the identity."""
        entry = next(
            e
            for e in today
            if e.kind is PetitionKind.COMPLAINT and e.is_counted and e.form.group.people == 1
        )
        desk = self.month.sign_in(GIANG)
        reason = ChangeReason("content", "Người đến nói thêm nội dung tố cáo cán bộ")
        change = Reclassification(
            reason, PetitionKind.DENUNCIATION, desk.lifecycle.event_count(entry.visit_id)
        )
        desk.lifecycle.reclassify(entry.visit_id, change)
        entry.kind = PetitionKind.DENUNCIATION
        with pytest.raises(ReceptionError, match=r"reveal\.denouncer"):
            self.month.sign_in(HEAD).reveals.open(entry.visit_id, SELECTION)

    def grant_the_reveal_right(self) -> None:
        """Give an officer the right to reveal, so that offboarding rotates the ordinary vault."""
        month = self.month
        head = month.sign_in(HEAD)
        head.backups.add_location(month.backup_locations[0])
        user = month.user_id(CHI)
        rights = head.session.people[user].rights
        head.staff.rights.change(user, rights | {Right.REVEAL}, rights)

    def offboard_an_officer(self) -> None:
        """Offboard the officer with the right to reveal: new file key and vault key, in steps."""
        month = self.month
        offboarded_user_id = month.user_id(CHI)
        head = month.sign_in(HEAD)
        state = head.staff.offboarding.begin(offboarded_user_id)
        assert OffboardingStep.ROTATE_DESK_VAULT in state.remaining_steps
        while state.remaining_steps:
            state = head.staff.offboarding.do_next_step(offboarded_user_id)
        month.offboarded.add(CHI)
        self.offboarded_user_id = offboarded_user_id
        with pytest.raises(StorageError):
            unlock(month.folder, offboarded_user_id, PASSWORDS[CHI], month.environment)


@pytest.fixture
def month_run(month: MonthSimulation, private_cups: PrivateCups) -> MonthRun:
    """The month, run to its end."""
    run = MonthRun(month, private_cups)
    run.run()
    return run


def test_a_month_of_visits(month_run: MonthRun, tmp_path: Path) -> None:
    month = month_run.month
    assert len(month.entries) == VISITS
    assert len({entry.sealed.visit.number for entry in month.entries}) == VISITS
    assert max(entry.sealed.visit.number for entry in month.entries) == VISITS  # no gap
    assert month_run.lookup_count > 20
    assert {p.name: p.allowed_for_identities for p in list_printers()}[NEW_PRINTER]

    head = month.sign_in(HEAD)
    table = head.reports.count("01/TCD", (FIRST_DAY, LAST_DAY))
    expected = month.figures()
    assert {c: table.column_totals[c] for c in expected if c not in (10, 16)} == {
        c: value for c, value in expected.items() if c not in (10, 16)
    }
    assert table.is_consistent
    kinds = [entry.kind for entry in month.counted_visits()]
    by_kind = head.reports.count_petitions((FIRST_DAY, LAST_DAY)).by_kind
    assert by_kind == {kind: kinds.count(kind) for kind in PetitionKind if kind in by_kind}
    report = head.register_books.monthly_report(LAST_DAY)
    report_text = text_of(report)
    assert f"{expected[1]} lượt" in report_text
    assert f"{expected[2]} người" in report_text
    month_run.print(report, NEW_PRINTER)
    book = text_of(head.register_books.register_book((FIRST_DAY, LAST_DAY)))
    assert not [p.name for p in PEOPLE if p.name.split()[-1] in report_text + book]

    todo = head.todo_list.read()
    unanswered = [e for e in month.entries if e.outcome is Outcome.ACCEPT and not e.answered]
    answers_due = [item.visit.visit_id for item in todo.items if isinstance(item, AnswerDue)]
    assert set(answers_due) <= {entry.visit_id for entry in unanswered if not entry.voided}
    assert head.month_overviews.read(LAST_DAY).reveals == 1
    assert head.log_verification.verify().intact
    head.backups.make(month.backup_locations[1])
    month.sign_out()
    restore_on_a_new_machine(month_run, tmp_path)


def restore_on_a_new_machine(month_run: MonthRun, root: Path) -> None:
    """Restore the newest backup of the second location on a machine without an office."""
    month = month_run.month
    backup = max(month.backup_locations[1].iterdir(), key=lambda path: path.name)
    machine = Environment(month.clock, DEMO_POLICY, root / "machine")
    folder = root / "moved" / "office"
    actor = RestoreActor(HEAD, PASSWORDS[HEAD])
    inspection = inspect_backup(backup, folder, actor, machine)
    assert inspection.present is None
    assert inspection.manifest.counts.visits == VISITS
    restore(backup, folder, actor, machine)
    for name in (HEAD, BINH, GIANG, HOA):
        reception = create_services(unlock(folder, month.user_id(name), PASSWORDS[name], machine))
        if name == HEAD:
            assert reception.backups.row_counts().visits == VISITS
            assert reception.log_verification.verify().intact
            columns = reception.reports.count("01/TCD", (FIRST_DAY, LAST_DAY)).column_totals
            assert columns[1] == month.figures()[1]
        if name == BINH:
            entry = next(e for e in reversed(month.entries) if e.sealed.numbers is not None)
            assert reception.status_lookup.find(code_of(entry)) is not None
        reception.session.close()
    assert month.offboarded == {CHI}
    with pytest.raises(StorageError):
        unlock(folder, month_run.offboarded_user_id, PASSWORDS[CHI], machine)
