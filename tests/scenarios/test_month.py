"""A month of an office of five people, through the services; the diary has to agree at the end."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from reception.bootstrap import Reception, wire
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
from reception.services.access.session import unlock
from reception.services.backup.restore import RestoreActor, inspect_backup, restore
from reception.services.office.environment import Environment
from reception.services.papers.print_log import PaperJob
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification import Reclassification
from reception.storage.crypto.password_hashing import SMALL
from tests.fixtures.cups import CABLE, PrivateCups
from tests.scenarios.month_simulation import (
    BINH,
    CHI,
    GIANG,
    HEAD,
    HOA,
    LEAVES_ON,
    PEOPLE,
    SECOND_PLACE_ON,
    SINCE,
    UNTIL,
    VISITS,
    WISH,
    WORDS,
    Entry,
    MonthSimulation,
)

NEW_PRINTER = "may-in-moi"


@pytest.fixture
def month(tmp_path: Path) -> Iterator[MonthSimulation]:
    """The office, the evening before the month begins."""
    found = MonthSimulation(tmp_path)
    yield found
    found.sign_out()


def text(job: PaperJob) -> str:
    """Return the words of a paper."""
    pages = PdfReader(io.BytesIO(job.pdf)).pages
    return " ".join(page.extract_text() for page in pages).replace("\n", " ")


def paper(entry: Entry) -> tuple[str, str]:
    """Return number and code as the citizen holds them."""
    numbers = entry.sealed.numbers
    assert numbers is not None
    return f"{numbers.series}-{numbers.lookup_number:04d}", entry.sealed.return_code


class Story:
    """The month, day by day."""

    def __init__(self, month: MonthSimulation, cups: PrivateCups) -> None:
        self.month, self.cups = month, cups
        self.sheets = 0
        self.next = 0
        self.leaver = ""
        self.days = list(month.days())
        self.looked_up = 0

    def print(self, job: PaperJob, printer: str = CABLE) -> None:
        """Print through the private CUPS and wait for the paper."""
        print_pdf(printer, job.pdf, job.code)
        self.sheets += 1
        assert self.cups.wait_sheets(self.sheets)[-1] == job.pdf

    def run(self) -> None:
        """Live through every day."""
        for place, day in enumerate(self.month.days()):
            if day == SECOND_PLACE_ON:
                self.cups.add_printer(NEW_PRINTER, "usb://Pantum/P3010?serial=0009")
            first, second = self.rota(day, place)
            share = -(-(VISITS - self.next) // (len(self.days) - place))
            self.half_day(first, share // 2, day)
            self.month.clock.at = self.month.clock.at.replace(hour=13, minute=30)
            desk = self.half_day(second, share - share // 2, day)
            self.month.answer_due(desk, day)
            self.evening(day, place)

    def rota(self, day, place: int) -> tuple[str, str]:
        """Return who sits there in the morning and in the afternoon."""
        if day < LEAVES_ON:
            return (BINH, CHI) if place % 2 else (CHI, GIANG)
        return (BINH, GIANG) if place % 2 else (GIANG, BINH)

    def half_day(self, who: str, count: int, day) -> Reception:
        """Receive people; the first paper of the half day goes onto paper."""
        desk = self.month.sign_in(who)
        for place in range(count):
            entry = self.month.receive(desk, self.next)
            self.next += 1
            if place == 0 and entry.outcome is not Outcome.REFUSE:
                printer = NEW_PRINTER if day > SECOND_PLACE_ON else CABLE
                for job in desk.papers.after_sealing(entry.sealed, entry.form.identity)[:1]:
                    self.print(job, printer)
        self.return_somebody(desk, day)
        return desk

    def return_somebody(self, desk: Reception, day) -> None:
        """Somebody of the week before comes with number and code."""
        for entry in self.month.entries:
            held = entry.sealed.numbers is not None and not entry.voided
            if held and entry.on == day - timedelta(days=7):
                found = desk.status_lookup.find(*paper(entry))
                assert found is not None
                assert found.received_on == entry.on
                if entry.outcome is Outcome.GUIDE:
                    assert found.stage is LookupStage.ON_THE_DAY
                self.looked_up += 1
                return

    def evening(self, day, place: int) -> None:
        """What the days have of their own; then the copy."""
        month = self.month
        assert month.now is not None
        today = [entry for entry in month.entries if entry.on == day]
        if place in (2, 6, 9, 13, 17):
            month.correct(month.now, today[0])
        if place in (3, 11):
            self.a_visit_is_voided(today[1])
        own = {
            1: self.somebody_gets_the_right,
            5: lambda: self.a_name_is_asked_for(today),
            8: lambda: self.a_visit_comes_late(day - timedelta(days=1)),
            10: lambda: self.one_turns_out_to_be_a_denunciation(today),
        }
        own.get(place, str)()
        if day == LEAVES_ON:
            self.somebody_leaves()
        month.back_up(day)

    def a_visit_is_voided(self, entry: Entry) -> None:
        """Entered twice: the head finds it on the list and confirms."""
        assert self.month.now is not None
        self.month.void(self.month.now, entry)
        head = self.month.sign_in(HEAD)
        items = head.todo_list.read().items
        voided = [item.visit.visit_id for item in items if isinstance(item, VoidToConfirm)]
        assert voided == [entry.key]
        head.lifecycle.confirm_void(entry.key)

    def a_visit_comes_late(self, on) -> None:
        """A slip of the day before, written while there was no power."""
        late = LateEntry(on, "Phiếu ghi tay số 03", "Mất điện cả buổi")
        entry = self.month.receive(self.month.sign_in(BINH), self.next, late)
        self.next += 1
        assert entry.sealed.visit.received_on == on

    def a_name_is_asked_for(self, today: list[Entry]) -> None:
        """An officer asks, the head approves, the officer opens once and prints nothing."""
        entry = next(e for e in today if e.kind is PetitionKind.COMPLAINT)
        asked = self.month.sign_in(BINH).reveal_requests.ask(entry.key, WISH)
        self.month.sign_in(HEAD).reveal_decisions.grant(asked.request_id, WISH.parts)
        opened = self.month.sign_in(BINH).reveal_requests.open(asked.request_id)
        assert opened.revealed.identity.name == entry.form.identity.name

    def one_turns_out_to_be_a_denunciation(self, today: list[Entry]) -> None:
        """The content was of another kind: name, tag and code leave the desk's reach."""
        entry = next(
            e
            for e in today
            if e.kind is PetitionKind.COMPLAINT and e.counts and e.form.group.people == 1
        )
        desk = self.month.sign_in(GIANG)
        why = ChangeReason("content", "Người đến nói thêm nội dung tố cáo cán bộ")
        wanted = Reclassification(
            why, PetitionKind.DENUNCIATION, desk.lifecycle.event_count(entry.key)
        )
        desk.lifecycle.reclassify(entry.key, wanted)
        entry.kind = PetitionKind.DENUNCIATION
        with pytest.raises(ReceptionError, match=r"reveal\.denouncer"):
            self.month.sign_in(HEAD).reveals.open(entry.key, WISH)

    def somebody_gets_the_right(self) -> None:
        """The head lets an officer open ordinary reporters: a reason to change that vault later."""
        month = self.month
        head = month.sign_in(HEAD)
        head.backups.add_location(month.places[0])
        user = month.user_id(CHI)
        rights = head.session.people[user].rights
        head.staff.rights.change(user, rights | {Right.REVEAL}, rights)

    def somebody_leaves(self) -> None:
        """The officer who could open names leaves: key and vault anew, in steps."""
        month = self.month
        before = month.user_id(CHI)
        head = month.sign_in(HEAD)
        state = head.staff.offboarding.begin(before)
        assert OffboardingStep.DESK in state.left
        while state.left:
            state = head.staff.offboarding.go_on(before)
        month.gone.add(CHI)
        self.leaver = before
        with pytest.raises(StorageError):
            unlock(month.folder, before, WORDS[CHI], month.environment)


@pytest.fixture
def lived(month: MonthSimulation, private_cups: PrivateCups) -> Story:
    """The whole month."""
    story = Story(month, private_cups)
    story.run()
    return story


def test_a_month_at_the_desk(lived: Story, tmp_path: Path) -> None:
    month = lived.month
    assert len(month.entries) == VISITS
    assert len({entry.sealed.visit.number for entry in month.entries}) == VISITS
    assert max(entry.sealed.visit.number for entry in month.entries) == VISITS  # no gap
    assert lived.looked_up > 20
    assert {p.name: p.by_cable for p in list_printers()}[NEW_PRINTER]

    head = month.sign_in(HEAD)
    table = head.reports.count("01/TCD", (SINCE, UNTIL))
    diary = month.figures()
    assert {c: table.columns[c] for c in diary if c not in (10, 16)} == {
        c: value for c, value in diary.items() if c not in (10, 16)
    }
    assert table.holds
    kinds = [entry.kind for entry in month.counted()]
    by_kind = head.reports.petitions((SINCE, UNTIL)).by_kind
    assert by_kind == {kind: kinds.count(kind) for kind in PetitionKind if kind in by_kind}
    report = head.register_books.monthly_report(UNTIL)
    told = text(report)
    assert f"{diary[1]} lượt" in told
    assert f"{diary[2]} người" in told
    lived.print(report, NEW_PRINTER)
    book = text(head.register_books.register_book((SINCE, UNTIL)))
    assert not [p.name for p in PEOPLE if p.name.split()[-1] in told + book]

    waits = head.todo_list.read()
    forgotten = [e for e in month.entries if e.outcome is Outcome.ACCEPT and not e.answered]
    late = [item.visit.visit_id for item in waits.items if isinstance(item, AnswerDue)]
    assert set(late) <= {entry.key for entry in forgotten if not entry.voided}
    assert head.month_overviews.read(UNTIL).reveals == 1
    assert head.log_verification.verify().intact
    head.backups.make(month.places[1])
    month.sign_out()
    on_a_new_machine(lived, tmp_path)


def on_a_new_machine(lived: Story, root: Path) -> None:
    """Put the newest backup of the second folder back where nothing was before."""
    month = lived.month
    backup = max(month.places[1].iterdir(), key=lambda path: path.name)
    machine = Environment(month.clock, SMALL, root / "machine")
    folder = root / "moved" / "office"
    heads = RestoreActor(HEAD, WORDS[HEAD])
    inside = inspect_backup(backup, folder, heads, machine)
    assert inside.present is None
    assert inside.manifest.counts.visits == VISITS
    restore(backup, folder, heads, machine)
    for name in (HEAD, BINH, GIANG, HOA):
        reception = wire(unlock(folder, month.user_id(name), WORDS[name], machine))
        assert reception.backups.counts().visits == VISITS
        if name == HEAD:
            assert reception.log_verification.verify().intact
            columns = reception.reports.count("01/TCD", (SINCE, UNTIL)).columns
            assert columns[1] == month.figures()[1]
        if name == BINH:
            kept = next(e for e in reversed(month.entries) if e.sealed.numbers is not None)
            assert reception.status_lookup.find(*paper(kept)) is not None
        reception.session.close()
    assert month.gone == {CHI}
    with pytest.raises(StorageError):
        unlock(folder, lived.leaver, WORDS[CHI], machine)
