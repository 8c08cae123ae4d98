"""Papers with the names of many people: approval by the head, print numbers, log entries."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.leak_guard import find_leaks
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.reveal import SHORTEST_REASON
from reception.domain.text import clean
from reception.domain.visit import split_visit_id
from reception.law.bulk_reasons import bulk_reason
from reception.printing.forms.registry import PrintedForm
from reception.services.access.head_approval import HeadApprovals
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.unsealing import Unsealing
from reception.services.papers.print_log import PrintLog
from reception.storage.json_shapes import word_of
from reception.storage.visits.print_rows import read_print

Period = tuple[date, date]  # first and last day, both included


@dataclass(frozen=True, slots=True)
class BulkDisclosureRequest:
    """A request for a paper with many names; ``reason`` is the code of a listed reason.

    ``chosen`` are the ids of the visits whose reporters are named, where they are chosen one by
    one: on the identity pages, which never name everybody of a period by themselves.
    """

    period: Period
    reason: str
    explanation: str = field(repr=False)
    chosen: frozenset[int] = frozenset()

    @property
    def days_text(self) -> str:
        """Return the days as the log records them, e.g. ``2026-11-01/2026-11-30``."""
        return f"{self.period[0].isoformat()}/{self.period[1].isoformat()}"


@dataclass(frozen=True, slots=True)
class BulkDisclosureKind:
    """A kind of paper with many names: its name in the log, its form, the act that is logged."""

    log_name: str
    form: PrintedForm
    act: Act


class BulkDisclosure:
    """The making of one paper with many names, from the head's approval to the last log entry."""

    def __init__(
        self, session: Session, kind: BulkDisclosureKind, request: BulkDisclosureRequest
    ) -> None:
        self._session = session
        self._kind = kind
        self._request = request
        self.print_numbers: list[str] = []  # assigned by ``approve``

    @property
    def first_print_number(self) -> str:
        """Return the first print number."""
        return self.print_numbers[0]

    def approve(
        self, approvals: HeadApprovals, password: str, name_count: int, page_count: int = 1
    ) -> None:
        """Check the head's password, assign ``page_count`` print numbers, log the number of names.

        No identity is opened before the log entry is on disk. Errors: those of
        :meth:`HeadApprovals.sign_approval`; ``bulk.nobody``.
        """
        if not name_count:
            raise InvalidInput("bulk.nobody", "period")
        request, session = self._request, self._session
        statement: dict[str, object] = {
            "paper": self._kind.log_name,
            "days": request.days_text,
            "reason": request.reason,
        }
        if request.chosen:
            numbers = (split_visit_id(visit_id) for visit_id in sorted(request.chosen))
            statement["chosen"] = [f"{number:04d}/{year}" for year, number in numbers]
        signed = approvals.sign_approval(password, {**statement, "names": name_count})
        self.print_numbers = PrintLog(session).assign_numbers(
            self._kind.form, request.days_text, page_count
        )
        with session.act() as work:
            work.log(self._kind.act, request.days_text, prints=self.print_numbers, **signed)

    @contextmanager
    def log_result(self) -> Iterator[None]:
        """Context manager around the making of the paper; logs the explanation, or the error."""
        session, request = self._session, self._request
        try:
            yield
        except ReceptionError as error:
            with session.act() as work:
                work.log(
                    Act.BULK_STOPPED, request.days_text, prints=self.print_numbers, why=error.code
                )
            raise
        # The explanation names nobody: SealOpener compared it with every identity it opened.
        with session.act() as work:
            work.log(
                Act.BULK_MADE,
                request.days_text,
                prints=self.print_numbers,
                words=clean(request.explanation),
            )


@rights_checked
def log_discarded_paper(session: Session, print_number: str, form: PrintedForm) -> None:
    """Log that a paper with names was discarded unprinted, so that its numbers are on no sheet.

    Errors: NotAllowed ``papers.not_yours`` for a paper that this person has not made.
    """
    row = read_print(session.database, print_number)
    own_id = session.member.user_id
    if row is None or row["printed_by"] != own_id or row["form"] != form.name:
        raise NotAllowed("papers.not_yours")
    with session.act() as work:
        work.log(Act.BULK_STOPPED, "", prints=[print_number], form=form.name, why="bulk.dropped")


class SealOpener:
    """Opens one identity after another and refuses an explanation that names one of them."""

    def __init__(self, unsealing: Unsealing, explanation: str) -> None:
        self._unsealing = unsealing
        self._explanation = explanation

    def open_identity(self, visit_id: int) -> Identity:
        """Return the identity of a visit.

        Errors: those of :meth:`Unsealing.open`; InvalidInput ``bulk.reason_names`` when the
        explanation contains a part of the identity.
        """
        identity = self._unsealing.open(visit_id)
        if find_leaks(self._explanation, identity):
            raise InvalidInput("bulk.reason_names", "words")
        return identity


def is_protected_row(row: Any) -> bool:
    """Return whether the reporter of a visit is a denouncer or has asked for protection.

    ``row`` is a visit of ``RegisterReader``.
    """
    return bool(row["protection"]) or word_of(PetitionKind, row["kind"]).protected


def check_bulk(request: BulkDisclosureRequest, *, protected: bool) -> None:
    """Raise InvalidInput for an unlisted reason, days in reverse order, or a short explanation."""
    bulk_reason(request.reason, protected=protected)
    if request.period[0] > request.period[1]:
        raise InvalidInput("bulk.period", "period")
    if len(clean(request.explanation)) < SHORTEST_REASON:
        raise InvalidInput("reveal.reason_short", "words", least=SHORTEST_REASON)
