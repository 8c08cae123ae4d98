"""To-do items of administration: backup, keys of vaults, accounts, clock, recovery sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reception.domain.audit import entry_time
from reception.domain.requested_paper import WayToPrint
from reception.domain.staff import Right, managers
from reception.domain.todo_item import (
    AdministrationTodo,
    BackupOverdue,
    ClockJump,
    ClockJumpToConfirm,
    CustodyRenewalDue,
    NobodyReadsDenunciations,
    ObsoleteBackupsToDestroy,
    OffboardingUnfinished,
    PapersNotPrinted,
    ProtectedCopyNotPrinted,
    ReadersToConfirm,
    RecoverySheetsMissing,
    VaultRotationDue,
)
from reception.services.access.rights_check import may_call
from reception.services.access.session import Session
from reception.services.backup.last_backup import is_stale
from reception.storage.audit.entry_facts import parsed_facts
from reception.storage.visits import todo_queries

if TYPE_CHECKING:
    from reception.services.backup.backups import Backups
    from reception.services.backup.obsolete_backups import ObsoleteBackups
    from reception.services.papers.waiting_papers import WaitingPapers
    from reception.services.staff.custody import Custody
    from reception.services.staff.denunciation_readers import DenunciationReaders
    from reception.services.staff.offboarding import StaffOffboarding
    from reception.services.visit_lifecycle.visit_lifecycle import VisitLifecycle


@dataclass(frozen=True, slots=True)
class AdministrationSources:
    """The services that the items are read from."""

    backups: Backups
    custody: Custody
    offboarding: StaffOffboarding
    obsolete_backups: ObsoleteBackups
    lifecycle: VisitLifecycle
    waiting_papers: WaitingPapers
    denunciation_readers: DenunciationReaders


class AdministrationItems:
    """Reads the to-do items of administration.

    Everybody gets those about an overdue backup, the custody of denouncers' identities and papers
    that were not printed; the others are for whoever has the right to manage.
    """

    def __init__(self, session: Session, sources: AdministrationSources) -> None:
        self._session = session
        self._sources = sources

    def sources(self) -> tuple[Callable[[], Iterable[AdministrationTodo]], ...]:
        """Return the functions that read the items, in the order in which they are shown.

        The renewal of custody is also for the custodians who can do it in their own session.
        """
        for_everybody = (self._overdue_backup, self._custody_renewal, self._papers_not_printed)
        if not self._session.may(Right.MANAGE):
            return for_everybody
        return (
            *for_everybody,
            *(self._readers, self._offboarding_items, self._clock_jump),
            *(self._rotations, self._recovery_sheets),
        )

    def unreadable_papers(self) -> int:
        """Return how many waiting papers the items leave out."""
        if not may_call(self._session, "WaitingPapers.unreadable"):
            return 0
        return self._sources.waiting_papers.unreadable()

    def _rotations(self) -> Iterator[VaultRotationDue]:
        rotations = self._sources.lifecycle.visits_requiring_rotation()
        if rotations:
            yield VaultRotationDue(len(rotations))

    def _recovery_sheets(self) -> Iterator[RecoverySheetsMissing]:
        if "recovery.missing" in self._session.warnings:
            yield RecoverySheetsMissing()

    def _overdue_backup(self) -> Iterator[BackupOverdue]:
        last_backup = self._sources.backups.last_backup()
        if is_stale(last_backup, self._session.today()):
            yield BackupOverdue(last_backup.made_on if last_backup else None)

    def _custody_renewal(self) -> Iterator[CustodyRenewalDue]:
        tasks = self._sources.custody.tasks()
        if tasks and (tasks.can_be_done_here or self._session.may(Right.MANAGE)):
            yield CustodyRenewalDue(() if tasks.can_be_done_here else tasks.holders)

    def _papers_not_printed(self) -> Iterator[PapersNotPrinted | ProtectedCopyNotPrinted]:
        """Yield denouncers' own copies one by one to custodians, papers of earlier days as one."""
        if not may_call(self._session, "WaitingPapers.waiting"):
            return
        today, is_custodian = self._session.today(), self._session.may(Right.CUSTODY)
        earlier = 0
        for paper in self._sources.waiting_papers.waiting():
            if is_custodian and paper.sheet.is_own_copy and paper.way is WayToPrint.REMAKE:
                yield ProtectedCopyNotPrinted(paper)
            elif paper.asked_on < today:
                earlier += 1
        if earlier:
            yield PapersNotPrinted(earlier)

    def _readers(self) -> Iterator[ReadersToConfirm | NobodyReadsDenunciations]:
        if self._sources.denunciation_readers.nobody_reads():
            yield NobodyReadsDenunciations()
        people = self._sources.denunciation_readers.unconfirmed()
        if people:
            yield ReadersToConfirm(people)

    def _offboarding_items(self) -> Iterator[OffboardingUnfinished | ObsoleteBackupsToDestroy]:
        for offboarding in self._sources.offboarding.unfinished():
            yield OffboardingUnfinished(offboarding.user_id, offboarding.name)
        backups = self._sources.obsolete_backups.find()
        if backups:
            yield ObsoleteBackupsToDestroy(len(backups))

    def _clock_jump(self) -> Iterator[ClockJumpToConfirm]:
        session = self._session
        anomaly = todo_queries.unconfirmed_clock_anomaly(
            session.database, managers(session.people.values())
        )
        if anomaly is not None:
            facts = parsed_facts(anomaly["facts"]) or {}
            jump = ClockJump(facts.get("clock", ClockJump.BACKWARDS))
            at = self._session.shown_time(anomaly["act"], entry_time(anomaly["at"]))
            yield ClockJumpToConfirm(anomaly["seq"], at, jump)
