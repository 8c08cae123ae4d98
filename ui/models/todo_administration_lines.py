"""Lines of the to-do list about backups, the clock, the keys and the accounts."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

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
    UnreadableItems,
    VaultRotationDue,
)
from ui.appearance import display_format
from ui.models.todo_line import TodoLine
from ui.models.waiting_paper_lines import obstacle_text, sheet_title

translate = QCoreApplication.translate


def administration_line(item: AdministrationTodo) -> TodoLine:
    """Return the line of an item."""
    match item:
        case BackupOverdue():
            line = _backup(item)
        case CustodyRenewalDue():
            line = _custody(item)
        case OffboardingUnfinished():
            line = _offboarding(item)
        case ObsoleteBackupsToDestroy():
            line = _obsolete_backups(item)
        case ClockJumpToConfirm():
            line = _clock(item)
        case VaultRotationDue():
            line = _rotation(item)
        case _:
            line = _other_line(item)
    return line


def _other_line(
    item: PapersNotPrinted
    | ProtectedCopyNotPrinted
    | ReadersToConfirm
    | NobodyReadsDenunciations
    | RecoverySheetsMissing
    | UnreadableItems,
) -> TodoLine:
    match item:
        case PapersNotPrinted():
            return _papers(item)
        case ProtectedCopyNotPrinted():
            return _protected_copy(item)
        case ReadersToConfirm():
            return _readers_to_confirm(item)
        case NobodyReadsDenunciations():
            return _nobody_reads()
        case RecoverySheetsMissing():
            return _recovery()
        case UnreadableItems():
            return _unreadable(item)
        case _:
            assert_never(item)


def _backup(item: BackupOverdue) -> TodoLine:
    text = translate("Needs", "No backup was ever made on this machine")
    if item.last_on is not None:
        text = translate("Needs", "The last good backup is of {day}")
        text = text.format(day=display_format.day(item.last_on))
    return TodoLine(
        translate("Needs", "Back up"),
        text,
        button_text=translate("Needs", "Go to backup"),
        icon="hard-drive",
        tone="warn",
    )


def _unreadable(item: UnreadableItems) -> TodoLine:
    title = translate("Needs", "{count} entries of this list cannot be read")
    return TodoLine(
        title.format(count=display_format.number(item.count)),
        translate(
            "Needs",
            "Somebody has written into the register with other tools, or the file is damaged. The "
            "rest of the list is whole. The board head verifies the log: the result names the "
            "rows.",
        ),
        button_text=translate("Needs", "Go to the log"),
        icon="circle-alert",
        tone="danger",
    )


def _clock(item: ClockJumpToConfirm) -> TodoLine:
    titles = {
        ClockJump.BACKWARDS: translate(
            "Needs", "Confirm the log: the clock ran back at entry {entry}"
        ),
        ClockJump.LEAP: translate(
            "Needs", "Confirm the log: the clock leapt ahead at entry {entry}"
        ),
    }
    return TodoLine(
        titles[item.jump].format(entry=display_format.number(item.entry)),
        display_format.moment(item.at),
        button_text=translate("Needs", "Look, confirm"),
        icon="history",
        tone="warn",
    )


def _rotation(item: VaultRotationDue) -> TodoLine:
    text = translate("Needs", "{count} visits became protected since the last change")
    return TodoLine(
        translate("Needs", "Change the key of ordinary reporters"),
        text.format(count=item.visits),
        button_text=translate("Needs", "Go to settings"),
        icon="refresh-cw",
        tone="warn",
    )


def _custody(item: CustodyRenewalDue) -> TodoLine:
    by_head = translate("Needs", "The head types the password for it")
    by_holders = translate("Needs", "It waits for {names}")
    return TodoLine(
        translate("Needs", "Renew the key of denouncers"),
        by_holders.format(names=", ".join(item.holders)) if item.holders else by_head,
        button_text=translate("Needs", "Go to settings"),
        icon="seal",
        tone="warn",
    )


def _offboarding(item: OffboardingUnfinished) -> TodoLine:
    return TodoLine(
        translate("Needs", "Sign {name} out completely").format(name=item.name),
        translate("Needs", "They open nothing any more; some steps are left"),
        button_text=translate("Needs", "Go to settings"),
        icon="users",
        tone="warn",
    )


def _obsolete_backups(item: ObsoleteBackupsToDestroy) -> TodoLine:
    text = translate("Needs", "{count} copies; old keys and old passwords still open them")
    return TodoLine(
        translate("Needs", "Destroy the old backups"),
        text.format(count=item.count),
        button_text=translate("Needs", "Go to settings"),
        icon="database",
        tone="warn",
    )


def _papers(item: PapersNotPrinted) -> TodoLine:
    text = translate("Needs", "{count} papers of earlier days, neither printed nor dropped")
    return TodoLine(
        translate("Needs", "Papers not printed"),
        text.format(count=item.count),
        button_text=translate("Needs", "Look"),
        icon="printer",
        tone="warn",
    )


def _protected_copy(item: ProtectedCopyNotPrinted) -> TodoLine:
    paper = item.paper
    title = translate("Needs", "Paper of {code} not printed")
    why = obstacle_text(paper.obstacle)
    return TodoLine(
        title.format(code=paper.code),
        f"{sheet_title(paper.sheet)} · {why}",
        waiting_time=display_format.short_day(paper.asked_on),
        button_text=translate("Needs", "Look"),
        icon="printer",
        tone="warn",
    )


def _recovery() -> TodoLine:
    return TodoLine(
        translate("Needs", "Make the recovery sheets"),
        translate("Needs", "Without them a forgotten head's password loses the register"),
        button_text=translate("Needs", "How to"),
        icon="shield-alert",
        tone="warn",
    )


def _readers_to_confirm(item: ReadersToConfirm) -> TodoLine:
    names = ", ".join(name for _, name in item.people)
    return TodoLine(
        translate("Needs", "Say who reads denunciations"),
        translate("Needs", "They read all by an earlier rule: {names}").format(names=names),
        button_text=translate("Needs", "Look, confirm"),
        icon="users",
        tone="warn",
    )


def _nobody_reads() -> TodoLine:
    return TodoLine(
        translate("Needs", "Give somebody the right to read denunciations"),
        translate("Needs", "Nobody reads them any more; they wait unread"),
        button_text=translate("Needs", "Go to settings"),
        icon="users",
        tone="danger",
    )
