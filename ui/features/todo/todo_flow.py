"""Performs the action of a to-do item, or asks for the screen where the person can do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.todo_item import (
    AdministrationItem,
    AdministrationTodo,
    AnswerDue,
    BackupOverdue,
    ClockJumpToConfirm,
    CustodyRenewalDue,
    DecisionItem,
    DecisionTodo,
    ExpiredRequest,
    LateTextsToCheck,
    MonthlyReportMissing,
    NobodyReadsDenunciations,
    ObsoleteBackupsToDestroy,
    OffboardingUnfinished,
    OpeningToNote,
    OwnRequestItem,
    OwnRequestTodo,
    PapersNotPrinted,
    ProtectedCopyNotPrinted,
    ReadersToConfirm,
    RecoverySheetsMissing,
    RefusalNoticeToSign,
    RequestDeclined,
    RequestExpired,
    RequestGranted,
    RequestPending,
    RequestToDecide,
    TodoItem,
    UnreadableItems,
    VaultRotationDue,
    VoidToConfirm,
)
from ui.database_thread.task_runner import TaskRunner
from ui.features.todo.custody_confirmations import CustodyConfirmations
from ui.features.todo.todo_confirmations import TodoConfirmations
from ui.features.todo.todo_dialogs import TodoDialogs
from ui.features.todo.todo_request_actions import TodoRequestActions
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.bootstrap import Reception

translate = QCoreApplication.translate


class TodoFlow(QObject):
    """``changed`` when the to-do list is to be read again.

    ``visit_wanted(visit_id)`` asks for a visit in the register, ``report_wanted(day)`` for the
    report of the month of a day (None: the latest), ``reveal_wanted(RevealRequest)`` for the
    identity of a granted request, ``audit_wanted``, ``settings_wanted`` and
    ``waiting_papers_wanted`` for these screens.
    """

    changed = Signal()
    visit_wanted = Signal(object)
    report_wanted = Signal(object)
    reveal_wanted = Signal(object)
    audit_wanted = Signal()
    settings_wanted = Signal()
    waiting_papers_wanted = Signal()

    def __init__(self, reception: Reception, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialogs = TodoDialogs(runner, window)
        self._request_actions = TodoRequestActions(reception, self._dialogs)
        self._confirmations = TodoConfirmations(reception, self._dialogs)
        self._custody_confirmations = CustodyConfirmations(reception, self._dialogs)
        self._dialogs.list_outdated.connect(self.changed)
        self._request_actions.reveal_wanted.connect(self.reveal_wanted)

    @property
    def is_open(self) -> bool:
        """Whether the dialog of an item is open."""
        return self._dialogs.current is not None

    @Slot(object)
    def perform_action(self, item: TodoItem) -> None:
        """Perform the action of an item; does nothing while a dialog is open."""
        if self.is_open:
            return
        match item:
            case DecisionItem():
                self._perform_decision(item)
            case OwnRequestItem():
                self._perform_own_request(item)
            case AnswerDue():
                self.visit_wanted.emit(item.visit.visit_id)
            case AdministrationItem():
                self._perform_administration_action(item)
            case _:
                assert_never(item)

    def _perform_decision(self, item: DecisionTodo) -> None:
        match item:
            case RequestToDecide():
                self._request_actions.decide(item.request)
            case ExpiredRequest():
                self._custody_confirmations.note_expired(item)
            case OpeningToNote():
                self._custody_confirmations.note_opening(item)
            case RefusalNoticeToSign():
                self.visit_wanted.emit(item.visit.visit_id)
            case VoidToConfirm():
                self._confirmations.confirm_void(item)
            case LateTextsToCheck():
                self._confirmations.check_late_texts(item)
            case MonthlyReportMissing():
                self.report_wanted.emit(item.until)
            case _:
                assert_never(item)

    def _perform_own_request(self, item: OwnRequestTodo) -> None:
        match item:
            case RequestGranted():
                self._request_actions.open_identity(item.request)
            case RequestDeclined() | RequestExpired():
                self.visit_wanted.emit(item.request.visit_id)
            case RequestPending():
                self._request_actions.withdraw(item.request)
            case _:
                assert_never(item)

    def _perform_administration_action(self, item: AdministrationTodo) -> None:
        match item:
            case BackupOverdue() | UnreadableItems():
                self.audit_wanted.emit()
            case ClockJumpToConfirm():
                self._confirmations.confirm_clock_jump(item)
            case PapersNotPrinted() | ProtectedCopyNotPrinted():
                self.waiting_papers_wanted.emit()
            case RecoverySheetsMissing():
                self._explain_recovery_sheets()
            case ReadersToConfirm():
                self._confirmations.confirm_readers(item)
            case (
                NobodyReadsDenunciations()
                | CustodyRenewalDue()
                | OffboardingUnfinished()
                | ObsoleteBackupsToDestroy()
                | VaultRotationDue()
            ):
                self.settings_wanted.emit()
            case _:
                assert_never(item)

    def _explain_recovery_sheets(self) -> None:
        text = translate("Needs", "Lock and open again: the page before the desk makes them.")
        self._window.show_toast(text, "shield-alert")
