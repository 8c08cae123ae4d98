"""Identities opened in memory for a service, which logs the opening; no service hands one out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.reporter import RevealedIdentity
from reception.domain.reveal import RevealSelection, with_parts_only
from reception.domain.staff import Right
from reception.domain.text import clean
from reception.services.access.session import Session
from reception.services.disclosure.opened_identity import (
    OpenedIdentity,
    RevealResult,
    check_selection,
    is_visit_protected,
    open_compared,
    reasons_for,
    require_ordinary,
)
from reception.storage.staff import signed_members
from reception.storage.unit_of_work import UnitOfWork


def open_ordinary(session: Session, visit_id: int, selection: RevealSelection) -> OpenedIdentity:
    """Return the whole identity of an ordinary reporter; the caller logs it or seals it.

    Errors: ConditionNotMet; NotAllowed ``rights.missing``; those of
    :func:`reception.services.disclosure.opened_identity.open_compared` and of the selection;
    ReceptionError ``reveal.no_visit``, ``reveal.denouncer``.
    """
    require_ordinary(session.database, visit_id)
    if not session.may(Right.REVEAL):
        raise NotAllowed("rights.missing", right=Right.REVEAL.value)
    check_selection(selection, reasons_for(session.database, visit_id, session.today()))
    return open_compared(session, visit_id, signed_members.DESK, selection.explanation)


def open_protected(session: Session, visit_id: int, selection: RevealSelection) -> OpenedIdentity:
    """Return the whole identity of a denouncer, or of a reporter who asked for protection.

    The caller logs it or seals it. Errors: as :func:`open_ordinary`; ``reveal.ordinary``.
    """
    if not is_visit_protected(session.database, visit_id):
        raise ReceptionError("reveal.ordinary")
    check_selection(selection, reasons_for(session.database, visit_id, session.today()))
    return open_compared(session, visit_id, signed_members.PROTECTED, selection.explanation)


def open_for_grant(session: Session, visit_id: int) -> OpenedIdentity:
    """Return the same for a request that a custodian grants, whatever the asker's words say.

    Errors: those of :func:`open_protected` but for the selection.
    """
    if not is_visit_protected(session.database, visit_id):
        raise ReceptionError("reveal.ordinary")
    return open_compared(session, visit_id, signed_members.PROTECTED, "")


def names_denouncer(session: Session, visit_id: int, words: str) -> bool:
    """Tell whether words contain a part of a protected identity; nothing is shown or stored."""
    try:
        open_compared(session, visit_id, signed_members.PROTECTED, words)
    except InvalidInput:
        return True
    return False


def log_reveal(work: UnitOfWork, act: Act, visit_id: int, selection: RevealSelection) -> int:
    """Log a reveal by the person who opens it, without a request; return the entry's number."""
    entry_number = work.next_seq()
    work.log(
        act,
        visit_subject(visit_id),
        reason=selection.reason,
        words=clean(selection.explanation),
        parts=sorted(part.value for part in selection.parts),
    )
    return entry_number


def selected_parts(
    opened: OpenedIdentity, selection: RevealSelection, entry_number: int
) -> RevealResult:
    """Return what a reveal shows: the selected parts of the identity, and its log entry."""
    revealed = RevealedIdentity(with_parts_only(opened.identity, selection.parts))
    return RevealResult(revealed, opened.code, entry_number, opened.writers)


@contextmanager
def stops_logged(session: Session, visit_id: int) -> Iterator[None]:
    """Log it if a reason in the block names the reporter, then let the error through."""
    try:
        yield
    except InvalidInput as error:
        if error.code == "reveal.reason_names":
            log_stopped(session, visit_id)
        raise


def log_stopped(session: Session, visit_id: int) -> None:
    """Log that the reason named the reporter, so that guessing names is recorded."""
    with session.act() as work:
        work.log(Act.REVEAL_STOPPED, visit_subject(visit_id))
