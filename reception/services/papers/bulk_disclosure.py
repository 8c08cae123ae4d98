"""The steps of every paper with many names: approval, print number, log entry, paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.leak_guard import find_leaks
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.reveal import SHORTEST_REASON
from reception.domain.text import clean
from reception.law.bulk_reasons import bulk_reason
from reception.printing.forms.registry import PrintedForm
from reception.services.access.head_approval import HeadApprovals
from reception.services.access.session import Session
from reception.services.disclosure.unsealing import Unsealing
from reception.services.papers.print_log import PrintLog

Period = tuple[date, date]


@dataclass(frozen=True, slots=True)
class BulkDisclosureRequest:
    """The days (both included), a reason from the list, and the words typed to explain it."""

    period: Period
    reason: str
    words: str

    @property
    def days(self) -> str:
        """Return the days as the log names them."""
        return f"{self.period[0].isoformat()}/{self.period[1].isoformat()}"


@dataclass(frozen=True, slots=True)
class BulkDisclosureKind:
    """One kind of paper: its word in the log, its form, the act logged for the opened seals."""

    word: str
    form: PrintedForm
    act: Act


class BulkDisclosure:
    """One paper of many names, from the head's approval to the last log entry."""

    def __init__(
        self, session: Session, kind: BulkDisclosureKind, request: BulkDisclosureRequest
    ) -> None:
        self._session = session
        self._kind = kind
        self._request = request
        self.labels: list[str] = []  # the print numbers, once approved

    @property
    def label(self) -> str:
        """Return the first print number."""
        return self.labels[0]

    def approve(self, approvals: HeadApprovals, password: str, names: int, pages: int = 1) -> None:
        """Have the head approve, take ``pages`` print numbers, log the number of names.

        No identity is opened before the log entry is on disk. Errors: those of
        :meth:`HeadApprovals.sign_approval`; ``bulk.nobody``.
        """
        if not names:
            raise InvalidInput("bulk.nobody", "period")
        request, session = self._request, self._session
        statement = {"paper": self._kind.word, "days": request.days, "reason": request.reason}
        signed = approvals.sign_approval(password, {**statement, "names": names})
        self.labels = PrintLog(session).assign_numbers(self._kind.form, request.days, pages)
        with session.act() as work:
            work.log(self._kind.act, request.days, prints=self.labels, **signed)

    @contextmanager
    def making(self) -> Iterator[None]:
        """Log the end of the block: the words of the reason, or the error without a paper."""
        session, request = self._session, self._request
        try:
            yield
        except ReceptionError as error:
            with session.act() as work:
                work.log(Act.BULK_STOPPED, request.days, prints=self.labels, why=error.code)
            raise
        # The words name nobody: they were compared with each identity above.
        with session.act() as work:
            work.log(Act.BULK_MADE, request.days, prints=self.labels, words=clean(request.words))


def report_discarded(session: Session, label: str, form: PrintedForm) -> None:
    """Log that a paper with names was discarded unprinted: its numbers are on no sheet."""
    with session.act() as work:
        work.log(Act.BULK_STOPPED, "", prints=[label], form=form.name, why="bulk.dropped")


class SealOpener:
    """Opens one identity after another and compares the words of the reason with each."""

    def __init__(self, unsealing: Unsealing, words: str) -> None:
        self._unsealing = unsealing
        self._words = words

    def identity(self, visit_id: int) -> Identity:
        """Return an identity; ``bulk.reason_names`` when the reason shows it."""
        identity = self._unsealing.open(visit_id)
        if find_leaks(self._words, identity):
            raise InvalidInput("bulk.reason_names", "words")
        return identity


def is_protected_row(row: Any) -> bool:
    """Return whether a visit's reporter is a denouncer or has asked for protection."""
    return bool(row["protection"]) or PetitionKind(row["kind"]).protected


def check_bulk(request: BulkDisclosureRequest, *, protected: bool) -> None:
    """Raise InvalidInput where a request lacks days, a reason of the list, or words."""
    bulk_reason(request.reason, protected=protected)
    if request.period[0] > request.period[1]:
        raise InvalidInput("bulk.period", "period")
    if len(clean(request.words)) < SHORTEST_REASON:
        raise InvalidInput("reveal.reason_short", "words", least=SHORTEST_REASON)
