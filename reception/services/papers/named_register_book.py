"""The register book with the names of ordinary reporters: made with the head's approval."""

from __future__ import annotations

from collections.abc import Iterator

from reception.domain.audit import Act
from reception.printing.forms.named_register_book import NamedRow, render_named_book
from reception.printing.forms.register_book import BookRow
from reception.printing.forms.registry import NAMED_REGISTER_BOOK
from reception.services.access.head_approval import HeadApprovals
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.reveal_conditions import Disclosure, check_conditions
from reception.services.disclosure.unsealing import Unsealing
from reception.services.disclosure.version_writers import identity_corrections
from reception.services.papers.bulk_disclosure import (
    BulkDisclosure,
    BulkDisclosureKind,
    BulkDisclosureRequest,
    Period,
    SealOpener,
    check_bulk,
    is_protected_row,
)
from reception.services.papers.print_log import PaperJob
from reception.services.papers.register_book import book_header, book_rows
from reception.storage.staff import signed_members

_KIND = BulkDisclosureKind("book", NAMED_REGISTER_BOOK, Act.BULK_OPENED)


@rights_checked
class NamedRegisterBooks:
    """Makes the register book with the names of ordinary reporters, never of denouncers."""

    def __init__(self, session: Session, approvals: HeadApprovals) -> None:
        self._session = session
        self._approvals = approvals

    def count_names(self, period: Period) -> int:
        """Return the number of names in the book of a period; nothing is opened."""
        return len(self._ordinary_visit_ids(period))

    def named_book(self, request: BulkDisclosureRequest, password: str) -> PaperJob:
        """Return the book with names; ``password`` is the head's, entered for this one book.

        The number of names is logged before the first seal is opened. The explanation is
        logged only after it was compared with every name in the book. Identities are opened one
        after another, each for its row, and held only in the finished pages.
        Errors: ConditionNotMet; NotAllowed; those of :func:`check_bulk` and
        :meth:`BulkDisclosure.approve`;
        ``bulk.reason_names``, ``reveal.no_key``, ``reveal.seal_changed``.
        """
        session = self._session
        check_conditions(session, Disclosure.BULK)
        check_bulk(request, protected=False)
        unsealing = Unsealing(session, signed_members.DESK)
        visit_ids = frozenset(
            key for key in self._ordinary_visit_ids(request.period) if unsealing.check_seal(key)
        )
        disclosure = BulkDisclosure(session, _KIND, request)
        disclosure.approve(self._approvals, password, len(visit_ids))
        with disclosure.log_result():
            rows = self._book_rows(
                request.period, visit_ids, SealOpener(unsealing, request.explanation)
            )
            pdf, preview_pdf = render_named_book(
                book_header(session, request.period, disclosure.first_print_number), rows
            )
        return PaperJob(
            disclosure.first_print_number,
            NAMED_REGISTER_BOOK,
            pdf,
            holds_identity=True,
            preview_pdf=preview_pdf,
            corrections=identity_corrections(session, visit_ids),
        )

    def _ordinary_visit_ids(self, period: Period) -> list[int]:
        """Return the keys of visits whose reporter may be named; a voided visit names nobody."""
        rows = book_rows(self._session, period)
        return [
            row["visit_id"] for row, _ in rows if not is_protected_row(row) and not row["voided"]
        ]

    def _book_rows(
        self, period: Period, visit_ids: frozenset[int], opener: SealOpener
    ) -> Iterator[BookRow | NamedRow]:
        for row, book_row in book_rows(self._session, period):
            # Checked again: a visit may have become a denunciation since it was counted.
            if row["visit_id"] in visit_ids and not is_protected_row(row):
                yield NamedRow(book_row, opener.open_identity(row["visit_id"]))
            else:
                yield book_row
