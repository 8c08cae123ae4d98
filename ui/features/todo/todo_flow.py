"""Carries out the act of a to-do item, or leads to the screen where it is carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.todo_item import (
    AnswerDue,
    BackupOverdue,
    ClockJumpToConfirm,
    CustodyRenewalDue,
    DecisionItem,
    DecisionTodo,
    LateTextsToCheck,
    MachineItem,
    MachineTodo,
    MonthlyReportMissing,
    OffboardingUnfinished,
    OldBackupsToDestroy,
    OwnRequestItem,
    OwnRequestTodo,
    RecoverySheetsMissing,
    RefusalNoticeToSign,
    RequestDeclined,
    RequestGranted,
    RequestPending,
    RequestToDecide,
    TodoItem,
    VaultRotationDue,
    VoidToConfirm,
)
from ui.database_thread.task_runner import TaskRunner
from ui.features.todo.todo_confirmations import TodoConfirmations
from ui.features.todo.todo_dialog import TodoDialog
from ui.features.todo.todo_requests import TodoRequests
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.bootstrap import Reception

translate = QCoreApplication.translate


class TodoFlow(QObject):
    """``act(TodoItem)``; ``changed`` when the list is to be read again.

    ``visit_wanted(visit_id)``, ``report_wanted(day)``, ``granted(RevealRequest)``,
    ``audit_wanted``, ``settings_wanted`` ask for the screen of the act.
    """

    changed = Signal()
    visit_wanted = Signal(object)
    report_wanted = Signal(object)
    granted = Signal(object)
    audit_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, reception: Reception, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog = TodoDialog(runner, window)
        self._requests = TodoRequests(reception, self._dialog)
        self._confirmations = TodoConfirmations(reception, self._dialog)
        self._dialog.closed.connect(self.changed)
        self._requests.granted.connect(self.granted)

    @property
    def is_open(self) -> bool:
        """True while the dialog of an item is open."""
        return self._dialog.current is not None

    @Slot(object)
    def act(self, item: TodoItem) -> None:
        """Carry out the act of an item; ignored while a dialog is open."""
        if self.is_open:
            return
        match item:
            case DecisionItem():
                self._decide(item)
            case OwnRequestItem():
                self._own_request(item)
            case AnswerDue():
                self.visit_wanted.emit(item.visit.visit_id)
            case MachineItem():
                self._machine(item)
            case _:
                assert_never(item)

    def _decide(self, item: DecisionTodo) -> None:
        match item:
            case RequestToDecide():
                self._requests.decide(item.request)
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

    def _own_request(self, item: OwnRequestTodo) -> None:
        match item:
            case RequestGranted():
                self._requests.use(item.request)
            case RequestDeclined():
                self.visit_wanted.emit(item.request.visit_id)
            case RequestPending():
                self._requests.withdraw(item.request)
            case _:
                assert_never(item)

    def _machine(self, item: MachineTodo) -> None:
        match item:
            case BackupOverdue():
                self.audit_wanted.emit()
            case ClockJumpToConfirm():
                self._confirmations.confirm_clock_jump(item)
            case RecoverySheetsMissing():
                self._explain_recovery_sheets()
            case (
                CustodyRenewalDue()
                | OffboardingUnfinished()
                | OldBackupsToDestroy()
                | VaultRotationDue()
            ):
                self.settings_wanted.emit()
            case _:
                assert_never(item)

    def _explain_recovery_sheets(self) -> None:
        text = translate("Needs", "Lock and open again: the page before the desk makes them.")
        self._window.show_toast(text, "shield-alert")
