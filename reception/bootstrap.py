"""Unlocks an office, and creates and connects the services of its session."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception.domain.clock import VIETNAM
from reception.hardening.regular_files import is_there
from reception.services.access.head_approval import HeadApprovals
from reception.services.access.password_check import PasswordCheck
from reception.services.access.pre_unlock_state import is_demonstration_office
from reception.services.access.session import Session
from reception.services.access.unlocking import unlock
from reception.services.audit.audit_log import AuditLog
from reception.services.audit.finding_acceptance import FindingAcceptance
from reception.services.audit.log_verification import LogVerification
from reception.services.audit.machine_health import MachineHealth
from reception.services.backup.backups import Backups
from reception.services.backup.obsolete_backups import ObsoleteBackups
from reception.services.disclosure.copy_tracing import CopyTracing
from reception.services.disclosure.custodian_reveals import CustodianReveals
from reception.services.disclosure.granted_openings import GrantedOpenings
from reception.services.disclosure.opening_notices import OpeningNotices
from reception.services.disclosure.reveal import Reveals
from reception.services.disclosure.reveal_decisions import RevealDecisions
from reception.services.disclosure.reveal_requests import RevealRequests
from reception.services.office.environment import Environment, default_state_folder
from reception.services.papers.copy_renewal import CopyRenewal
from reception.services.papers.denouncer_identity_pages import DenouncerIdentityPages
from reception.services.papers.letters import Letters
from reception.services.papers.named_register_book import NamedRegisterBooks
from reception.services.papers.office_copies import OfficeCopies
from reception.services.papers.own_visit_papers import OwnVisitPapers
from reception.services.papers.paper_data import PaperData
from reception.services.papers.printer_rules import OfficePrinterRules
from reception.services.papers.register_book import RegisterBooks
from reception.services.papers.reprints import Reprints
from reception.services.papers.visit_papers import VisitPapers
from reception.services.papers.visit_saving import VisitSaving
from reception.services.papers.waiting_papers import WaitingPapers
from reception.services.register.register import Register
from reception.services.register.status_lookup import StatusLookup
from reception.services.register_import.register_import import RegisterImport
from reception.services.reports.month_overview import MonthOverviews
from reception.services.reports.statutory_tables import StatutoryTables
from reception.services.staff.accounts import Accounts
from reception.services.staff.custody import Custody
from reception.services.staff.denunciation_readers import DenunciationReaders
from reception.services.staff.offboarding import StaffOffboarding
from reception.services.staff.rights import Rights
from reception.services.staff.roster_confirmation import RosterConfirmation
from reception.services.staff.roster_start import RosterStart
from reception.services.todo.administration_items import AdministrationItems, AdministrationSources
from reception.services.todo.todo_list import TodoList, TodoSources
from reception.services.visit_lifecycle.late_text_check import LateTextChecks
from reception.services.visit_lifecycle.visit_lifecycle import VisitLifecycle
from reception.services.visit_reading.hand_overs import HandOvers
from reception.services.visits.blind_index_queue import BlindIndexQueue
from reception.services.visits.drafts import Drafts
from reception.services.visits.intake import Intake
from reception.services.visits.repeat_visitors import RepeatVisitors
from reception.services.working_days.calendar_changes import CalendarChanges
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.crypto.keyring import KEYRING_FILE
from reception.storage.crypto.password_hashing import DEMO_POLICY, REAL_POLICY, KdfPolicy


class SystemClock:
    """The machine's clock, in Vietnam time."""

    def now(self) -> datetime:
        return datetime.now(VIETNAM)

    def monotonic(self) -> float:
        return time.monotonic()


@dataclass(frozen=True, slots=True)
class StaffServices:
    """The services about the staff: accounts, rights, custody, offboarding, backups, roster."""

    accounts: Accounts
    rights: Rights
    custody: Custody
    offboarding: StaffOffboarding
    obsolete_backups: ObsoleteBackups
    roster_start: RosterStart
    roster_confirmation: RosterConfirmation
    finding_acceptance: FindingAcceptance
    denunciation_readers: DenunciationReaders


@dataclass(frozen=True, slots=True)
class Reception:
    """An unlocked office: its session, and the services that the session's person uses."""

    session: Session
    office_calendar: OfficeCalendar
    calendar_changes: CalendarChanges
    drafts: Drafts
    intake: Intake
    visit_saving: VisitSaving
    lifecycle: VisitLifecycle
    register: Register
    papers: OwnVisitPapers
    reports: StatutoryTables
    register_books: RegisterBooks
    register_import: RegisterImport
    blind_index_queue: BlindIndexQueue
    log_verification: LogVerification
    reveals: Reveals
    reveal_requests: RevealRequests
    reveal_decisions: RevealDecisions
    custodian_reveals: CustodianReveals
    opening_notices: OpeningNotices
    todo_list: TodoList
    late_text_checks: LateTextChecks
    month_overviews: MonthOverviews
    backups: Backups
    status_lookup: StatusLookup
    repeat_visitors: RepeatVisitors
    audit_log: AuditLog
    hand_overs: HandOvers
    machine_health: MachineHealth
    reprints: Reprints
    copy_renewal: CopyRenewal
    copy_tracing: CopyTracing
    waiting_papers: WaitingPapers
    office_copies: OfficeCopies
    letters: Letters
    staff: StaffServices
    printer_rules: OfficePrinterRules
    head_approvals: HeadApprovals
    named_register_books: NamedRegisterBooks
    denouncer_identity_pages: DenouncerIdentityPages


def real_environment(
    policy: KdfPolicy = REAL_POLICY, state_folder: Path | None = None
) -> Environment:
    """Return the environment of a real office: full cost of hashes, the machine's state folder.

    ``policy`` and ``state_folder`` replace that cost and that folder.
    """
    return Environment(SystemClock(), policy, state_folder or default_state_folder())


def demonstration_environment(folder: Path) -> Environment:
    """Return the environment of a demonstration office: cheap hashes, its own state folder.

    All its people are fictional: their papers are made on a machine reached from another one too.
    A real office gets the real environment, whatever was asked for: otherwise nobody would look
    whether the screen is viewed from another machine.
    """
    if is_there(folder / KEYRING_FILE) and not is_demonstration_office(folder):
        return real_environment()
    state_folder = folder.resolve().parent / "state"
    return Environment(
        SystemClock(), DEMO_POLICY, state_folder, is_viewed_remotely=_never_viewed_remotely
    )


def _never_viewed_remotely() -> bool:
    return False


def open_office(folder: Path, user_id: str, password: str, environment: Environment) -> Reception:
    """Unlock an office and return its services.

    Errors: those of :func:`reception.services.access.unlocking.unlock`.
    """
    return create_services(unlock(folder, user_id, password, environment))


def machine_name() -> str:
    """Return the host name of this machine, without the module platform: its import takes 5 ms."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def create_services(session: Session) -> Reception:
    """Return all services of one unlocked session."""
    office_calendar = OfficeCalendar(session)
    drafts = Drafts(session)
    reports = StatutoryTables(session)
    blind_index_queue = BlindIndexQueue(session)
    papers = VisitPapers(session, office_calendar)
    reveals = Reveals(session)
    intake = Intake(session, office_calendar, drafts)
    reveal_requests = RevealRequests(session, reveals)
    passwords = PasswordCheck(session)
    custodian_reveals = CustodianReveals(session, passwords)
    reveal_decisions = RevealDecisions(session, office_calendar)
    granted_openings = GrantedOpenings(session)
    backups = Backups(session)
    lifecycle = VisitLifecycle(session, office_calendar)
    register = Register(session, office_calendar)
    register_books = RegisterBooks(session, reports)
    approvals = HeadApprovals(session, passwords)
    staff = _staff_services(session, approvals, backups)
    late_text_checks = LateTextChecks(session)
    opening_notices = OpeningNotices(session)
    todo_sources = TodoSources(
        register, lifecycle, reveal_requests, reveal_decisions, late_text_checks, opening_notices
    )
    waiting_papers = WaitingPapers(session)
    administration_sources = AdministrationSources(
        *(backups, staff.custody, staff.offboarding, staff.obsolete_backups),
        lifecycle=lifecycle,
        waiting_papers=waiting_papers,
        denunciation_readers=staff.denunciation_readers,
    )
    administration_items = AdministrationItems(session, administration_sources)
    return Reception(
        session=session,
        office_calendar=office_calendar,
        calendar_changes=CalendarChanges(session, office_calendar),
        drafts=drafts,
        intake=intake,
        visit_saving=VisitSaving(session, intake, papers),
        lifecycle=lifecycle,
        register=register,
        papers=OwnVisitPapers(session, papers),
        reports=reports,
        register_books=register_books,
        register_import=RegisterImport(session, blind_index_queue),
        blind_index_queue=blind_index_queue,
        log_verification=LogVerification(session),
        reveals=reveals,
        reveal_requests=reveal_requests,
        reveal_decisions=reveal_decisions,
        custodian_reveals=custodian_reveals,
        opening_notices=opening_notices,
        todo_list=TodoList(session, office_calendar, todo_sources, administration_items),
        late_text_checks=late_text_checks,
        month_overviews=MonthOverviews(session),
        backups=backups,
        status_lookup=StatusLookup(session),
        repeat_visitors=RepeatVisitors(session),
        audit_log=AuditLog(session),
        hand_overs=HandOvers(session),
        machine_health=MachineHealth(session),
        reprints=Reprints(session, papers, granted_openings, waiting_papers),
        office_copies=OfficeCopies(session, papers, waiting_papers),
        copy_renewal=CopyRenewal(session),
        copy_tracing=CopyTracing(session, approvals),
        waiting_papers=waiting_papers,
        letters=Letters(session, PaperData(session, office_calendar), granted_openings),
        staff=staff,
        printer_rules=OfficePrinterRules(session, machine_name()),
        head_approvals=approvals,
        named_register_books=NamedRegisterBooks(session, approvals),
        denouncer_identity_pages=DenouncerIdentityPages(session, approvals),
    )


def _staff_services(session: Session, approvals: HeadApprovals, backups: Backups) -> StaffServices:
    return StaffServices(
        accounts=Accounts(session),
        rights=Rights(session),
        custody=Custody(session, approvals),
        offboarding=StaffOffboarding(session, backups),
        obsolete_backups=ObsoleteBackups(session),
        roster_start=RosterStart(session),
        roster_confirmation=RosterConfirmation(session),
        finding_acceptance=FindingAcceptance(session),
        denunciation_readers=DenunciationReaders(session),
    )
