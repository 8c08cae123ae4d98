"""A month of an office through its services, with a record of the visits to compare with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from reception.bootstrap import Reception, create_services
from reception.domain.clock import VIETNAM
from reception.domain.petition import PetitionKind
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.domain.staff import Role
from reception.domain.visit import Group, HandledPetition, Handling, Mode, Outcome
from reception.domain.visit_lifecycle import Answer, AnswerChannel, LateEntry
from reception.law.public_holidays import working_calendar
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.access.session import Session
from reception.services.access.unlocking import unlock
from reception.services.office.environment import Environment
from reception.services.office.office_settings import OfficeSettings
from reception.services.office.office_setup import NewMember, OfficePlan, create_office
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visits.visit_form import SealedVisit, VisitForm
from reception.storage.crypto.password_hashing import DEMO_POLICY
from tests.fixtures.backup_location import set_backup_locations
from tests.fixtures.office import FrozenClock
from tests.scenarios.planted_identities import form_of, planted

HEAD, BINH, CHI, GIANG, HOA = "Phạm Thị D", "Trần Thị B", "Lê Văn C", "Vàng Thị G", "Hoàng Văn H"
PASSWORDS = {
    HEAD: "suối nhãn thềm lụa chiêng",
    BINH: "đèo mây bếp ngô khèn",
    CHI: "ruộng trúc sáo gừng thung",
    GIANG: "nắng lam sim đá quế",
    HOA: "sương bản khe rêu thóc",
}
FIRST_DAY, LAST_DAY = date(2026, 10, 15), date(2026, 11, 14)
VISITS = 250
OFFBOARDING_DAY = date(2026, 11, 2)
SECOND_LOCATION_DAY = date(2026, 10, 29)
SELECTION = RevealSelection(
    "answer", "Gửi thông báo kết quả, hạn còn hai ngày", frozenset({IdentityPart.NAME})
)
# One visit of this many is refused, brings a group, is received by the head or by a delegate.
_REFUSED_EVERY, _GROUP_EVERY, _HEAD_EVERY, _DELEGATE_EVERY = 12, 15, 9, 21


@dataclass
class ExpectedVisit:
    """A visit as the test entered it, to compare the register with."""

    sealed: SealedVisit
    form: VisitForm
    received_on: date
    answered: bool = False
    voided: bool = False
    kind: PetitionKind = PetitionKind.COMPLAINT

    @property
    def visit_id(self) -> int:
        return self.sealed.visit.visit_id

    @property
    def outcome(self) -> Outcome:
        return self.form.handled_petitions[0].handling.outcome

    @property
    def is_counted(self) -> bool:
        """Return whether Biểu 01/TCD (TT 06/2025) counts the visit."""
        return not self.voided and self.outcome is not Outcome.REFUSE


@dataclass
class MonthSimulation:
    """The office, one session after another, and ``entries``: the expected visits."""

    root: Path
    clock: FrozenClock = field(
        default_factory=lambda: FrozenClock(datetime(2026, 10, 14, 8, 0, tzinfo=VIETNAM))
    )
    entries: list[ExpectedVisit] = field(default_factory=list)
    reception: Reception | None = None
    offboarded: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Set the office up on the day before the first visit."""
        self.environment = Environment(self.clock, DEMO_POLICY, self.root / "state")
        people = (
            NewMember(HEAD, Role.HEAD, PASSWORDS[HEAD], reads_denunciations=True),
            NewMember(BINH, Role.OFFICER, PASSWORDS[BINH], reads_denunciations=True),
            NewMember(CHI, Role.OFFICER, PASSWORDS[CHI], reads_denunciations=True),
            NewMember(
                GIANG,
                Role.OFFICER,
                PASSWORDS[GIANG],
                has_custody=True,
                reads_denunciations=True,
            ),
            NewMember(HOA, Role.CLERK, PASSWORDS[HOA]),
        )
        create_office(self.folder, OfficePlan(OfficeSettings(), people), self.environment)
        self.backup_locations = (self.root / "usb-a", self.root / "usb-b")
        for location in self.backup_locations:
            location.mkdir()
        set_backup_locations(self, *self.backup_locations)

    @property
    def folder(self) -> Path:
        return self.root / "office"

    def user_id(self, name: str) -> str:
        """Return the user id of an account."""
        accounts = read_pre_unlock_state(self.folder, self.environment.state_folder).accounts
        return next(user_id for user_id, account in accounts if account == name)

    def open(self, name: str) -> Session:
        """Unlock with the password of an account."""
        return unlock(self.folder, self.user_id(name), PASSWORDS[name], self.environment)

    def sign_in(self, name: str) -> Reception:
        """End the present session and open one for another account."""
        self.sign_out()
        self.reception = create_services(self.open(name))
        return self.reception

    def sign_out(self) -> None:
        if self.reception is not None:
            self.reception.session.close()
            self.reception = None

    def days(self) -> Iterator[date]:
        """Yield the working days of the month, with the clock set to eight in the morning."""
        calendar = working_calendar((2026,))
        day = FIRST_DAY
        while day <= LAST_DAY:
            if calendar.is_working_day(day):
                self.clock.at = datetime(day.year, day.month, day.day, 8, 0, tzinfo=VIETNAM)
                yield day
            day += timedelta(days=1)

    def receive(self, desk: Reception, index: int, late: LateEntry | None = None) -> ExpectedVisit:
        """Enter the visit of a person; the index decides on refusal, group, kind and mode."""
        form = form_of(PEOPLE[index], index)
        kind = form.handled_petitions[0].petition.kind
        if kind is PetitionKind.FEEDBACK and index % 2:
            kind = PetitionKind.RECOMMENDATION
            form = _with_kind(form, kind)
        if index % _REFUSED_EVERY == 1 and kind is not PetitionKind.DENUNCIATION:
            form = _refusal_of(form)
        if index % _GROUP_EVERY == 0 and kind is not PetitionKind.DENUNCIATION:
            group = Group(people=7, representatives=2, appointment_present=True)
            form = replace(form, group=group)
        form = replace(form, mode=_mode(index), late_entry=late)
        prepared = desk.intake.prepare(form.identity, protected=form.protected)
        sealed = desk.intake.seal_visit(form, prepared)
        self.clock.move(minutes=14)
        received_on = late.received_on if late is not None else self.clock.at.date()
        entry = ExpectedVisit(sealed, form, received_on, kind=kind)
        self.entries.append(entry)
        return entry

    def answer_due(self, desk: Reception, day: date) -> int:
        """Answer visits accepted eight days ago or earlier, except one of 40; return the count."""
        count, latest_day = 0, day - timedelta(days=8)
        for entry in self.entries:
            is_open = entry.outcome is Outcome.ACCEPT and not entry.voided and not entry.answered
            if is_open and entry.received_on <= latest_day and entry.visit_id % 40:
                answer = Answer(day, AnswerChannel.LETTER, f"{entry.visit_id % 1000}/TB-BTCD")
                desk.lifecycle.answer(
                    entry.visit_id, answer, desk.lifecycle.event_count(entry.visit_id)
                )
                entry.answered = True
                count += 1
        return count

    def correct(self, desk: Reception, entry: ExpectedVisit) -> None:
        """Correct the summary of a visit."""
        summary = entry.form.handled_petitions[0].petition.summary + ". Hẹn bổ sung giấy tờ"
        reason = ChangeReason("incomplete", "Ghi thêm việc đã hẹn người đến")
        change = Correction(
            reason, {"summary.1": summary}, desk.lifecycle.event_count(entry.visit_id)
        )
        desk.lifecycle.correct(entry.visit_id, change)

    def void(self, desk: Reception, entry: ExpectedVisit) -> None:
        """Void a visit that was entered twice."""
        reason = ChangeReason("twice", "Trùng lượt trước, hai cán bộ cùng ghi")
        desk.lifecycle.void(entry.visit_id, reason, desk.lifecycle.event_count(entry.visit_id))
        entry.voided = True

    def back_up(self, day: date) -> None:
        """Make the backup of the day: at one location, on Fridays later in the month at two."""
        assert self.reception is not None
        self.reception.backups.make(self.backup_locations[0])
        if day >= SECOND_LOCATION_DAY and day.weekday() == 4:
            self.reception.backups.make(self.backup_locations[1])

    def counted_visits(self) -> list[ExpectedVisit]:
        """Return the visits that Biểu 01/TCD counts."""
        return [entry for entry in self.entries if entry.is_counted]

    def figures(self) -> dict[int, int]:
        """Return the expected columns of Biểu 01/TCD (TT 06/2025): column number → figure."""
        figures = dict.fromkeys(range(1, 22), 0)
        first_columns = {Mode.REGULAR: 5, Mode.DELEGATE: 17}
        for entry in self.counted_visits():
            first_column = first_columns.get(entry.form.mode, 11)
            people = entry.form.group.people
            is_large = people >= 5
            for column in (first_column, 1):
                figures[column] += 1
                figures[column + 1] += people
                figures[column + 2] += 1
                figures[column + 3] += is_large
            figures[first_column + 4] += people if is_large else 0
        return figures


def _mode(index: int) -> Mode:
    if index % _HEAD_EVERY == 2:
        return Mode.SCHEDULED_HEAD
    return Mode.DELEGATE if index % _DELEGATE_EVERY == 5 else Mode.REGULAR


def _with_kind(form: VisitForm, kind: PetitionKind) -> VisitForm:
    entry = form.handled_petitions[0]
    return replace(
        form, handled_petitions=(replace(entry, petition=replace(entry.petition, kind=kind)),)
    )


def _refusal_of(form: VisitForm) -> VisitForm:
    petition = form.handled_petitions[0].petition
    handling = Handling(
        Outcome.REFUSE,
        form.handled_petitions[0].handling.competence,
        refusal_ground="9.2",
        explanation="Đã giải thích nội quy nơi tiếp",
    )
    return replace(form, handled_petitions=(HandledPetition(petition, handling),), papers=())


PEOPLE = planted(VISITS)
