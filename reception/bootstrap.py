"""Opens an office: storage and services wired together, under a policy for slow hashes."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception.domain.clock import VIETNAM
from reception.services.accounts import Accounts
from reception.services.approval import Approvals
from reception.services.backup import Backups
from reception.services.books import Books
from reception.services.bulk_reveal import BulkReveals
from reception.services.calendar_edits import CalendarEdits
from reception.services.calendars import Calendars
from reception.services.custody import Custody
from reception.services.drafts import Drafts
from reception.services.environment import Environment, state_folder
from reception.services.follow_up import FollowUp
from reception.services.health import Health
from reception.services.imports import Imports
from reception.services.intake import Intake
from reception.services.leaving import LeavingStaff
from reception.services.letters import Letters
from reception.services.life import Life
from reception.services.log_book import LogBook
from reception.services.needs import Needs, Sources
from reception.services.old_backups import OldBackups
from reception.services.overview import Overviews
from reception.services.papers import Papers
from reception.services.papers_again import PapersAgain
from reception.services.printers import Printers
from reception.services.register import Register
from reception.services.repeats import Repeats
from reception.services.reports import Reports
from reception.services.request_answers import RequestAnswers
from reception.services.requests import Requests
from reception.services.reveal import Reveals
from reception.services.rights import Rights
from reception.services.secret_pages import SecretPages
from reception.services.session import Session, unlock
from reception.services.sheets import Sheets
from reception.services.tag_queue import TagQueue
from reception.services.text_checks import TextChecks
from reception.services.upkeep import Upkeep
from reception.storage.kdf import REAL, SMALL, KdfPolicy


class SystemClock:
    """The machine's clock, in Vietnam time."""

    def now(self) -> datetime:
        """Return the present moment."""
        return datetime.now(VIETNAM)

    def monotonic(self) -> float:
        """Return running seconds."""
        return time.monotonic()


@dataclass(frozen=True, slots=True)
class Staff:
    """Everything about the people of the office: accounts, rights, custody, leaving."""

    accounts: Accounts
    rights: Rights
    custody: Custody
    leaving: LeavingStaff
    old_backups: OldBackups


@dataclass(frozen=True, slots=True)
class Reception:
    """An open office: every service of one person's session."""

    session: Session
    calendars: Calendars
    calendar_edits: CalendarEdits
    drafts: Drafts
    intake: Intake
    life: Life
    register: Register
    papers: Papers
    reports: Reports
    books: Books
    imports: Imports
    tag_queue: TagQueue
    upkeep: Upkeep
    reveals: Reveals
    requests: Requests
    request_answers: RequestAnswers
    needs: Needs
    text_checks: TextChecks
    overviews: Overviews
    backups: Backups
    follow_up: FollowUp
    repeats: Repeats
    log_book: LogBook
    health: Health
    papers_again: PapersAgain
    letters: Letters
    staff: Staff
    printers: Printers
    approvals: Approvals
    bulk_reveals: BulkReveals
    secret_pages: SecretPages


def environment(policy: KdfPolicy = REAL, state: Path | None = None) -> Environment:
    """Return the real world: the machine's clock, real costs, the machine's state folder."""
    return Environment(SystemClock(), policy, state or state_folder())


def demonstration_environment(folder: Path) -> Environment:
    """Return the world of a demonstration office: cheap hashes, state beside its folder."""
    return Environment(SystemClock(), SMALL, folder.resolve().parent / "state")


def open_office(folder: Path, user_id: str, password: str, world: Environment) -> Reception:
    """Unlock an office and wire its services; see :func:`session.unlock` for the errors."""
    return wire(unlock(folder, user_id, password, world))


def machine_name() -> str:
    """Return the name of this machine; the module platform would take 5 ms to import for it."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def wire(session: Session) -> Reception:
    """Give a session its services."""
    calendars = Calendars(session)
    drafts = Drafts(session)
    reports = Reports(session)
    tag_queue = TagQueue(session)
    papers, reveals = Papers(session, calendars), Reveals(session)
    requests = Requests(session, reveals)
    answers, backups = RequestAnswers(session, calendars, reveals), Backups(session)
    life, register = Life(session, calendars), Register(session, calendars)
    books, approvals = Books(session, reports), Approvals(session)
    staff = _staff(session, approvals, backups)
    checks = TextChecks(session)
    sources = Sources(
        register,
        life,
        requests,
        answers,
        backups,
        staff.custody,
        staff.leaving,
        staff.old_backups,
        checks,
    )
    return Reception(
        session=session,
        calendars=calendars,
        calendar_edits=CalendarEdits(session, calendars),
        drafts=drafts,
        intake=Intake(session, calendars, drafts),
        life=life,
        register=register,
        papers=papers,
        reports=reports,
        books=books,
        imports=Imports(session, tag_queue),
        tag_queue=tag_queue,
        upkeep=Upkeep(session),
        reveals=reveals,
        requests=requests,
        request_answers=answers,
        needs=Needs(session, calendars, sources),
        text_checks=checks,
        overviews=Overviews(session, reports),
        backups=backups,
        follow_up=FollowUp(session),
        repeats=Repeats(session),
        log_book=LogBook(session),
        health=Health(session),
        papers_again=PapersAgain(session, papers, reveals, requests),
        letters=Letters(session, Sheets(session, calendars), reveals, requests),
        staff=staff,
        printers=Printers(session, machine_name()),
        approvals=approvals,
        bulk_reveals=BulkReveals(session, books, approvals),
        secret_pages=SecretPages(session, books, approvals),
    )


def _staff(session: Session, approvals: Approvals, backups: Backups) -> Staff:
    return Staff(
        accounts=Accounts(session),
        rights=Rights(session),
        custody=Custody(session, approvals),
        leaving=LeavingStaff(session, backups),
        old_backups=OldBackups(session, backups),
    )
