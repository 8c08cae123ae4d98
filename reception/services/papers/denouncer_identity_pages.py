"""The identity pages of denouncers: made by a custodian, approved by the head, marked MẬT."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.law.bulk_reasons import bulk_reason
from reception.printing.forms.denouncer_identity_pages import (
    DenouncerIdentityPage,
    IdentityPrintFacts,
    render_identity_pages,
)
from reception.printing.forms.registry import IDENTITY_PAGE
from reception.printing.layout.paper_wording import two_digits
from reception.services.access.head_approval import HeadApprovals
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.reveal_conditions import Disclosure, check_conditions
from reception.services.disclosure.unsealing import Unsealing
from reception.services.disclosure.version_writers import identity_corrections
from reception.services.office.paper_heading import office_heading
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
from reception.services.papers.register_book import book_rows
from reception.storage.json_shapes import day_of
from reception.storage.staff import signed_members

_KIND = BulkDisclosureKind("secret_pages", IDENTITY_PAGE, Act.DENOUNCERS_OPENED)
_PRINTS_OF_FORM = (
    "SELECT label, printed_on, printed_by, subject FROM print WHERE form = ? AND year = ? "
    "ORDER BY number"
)


@dataclass(frozen=True, slots=True)
class NumberedCopy:
    """One page in the register of copies; ``days`` is the period for which it was printed.

    ``number`` counts the copies of a year, ``print_number`` all papers of the office.
    """

    number: int
    print_number: str
    made_on: date
    made_by: str
    days: str


@dataclass(frozen=True, slots=True)
class PageCandidate:
    """Somebody who can have an identity page, under the pseudonym."""

    visit_id: int
    number: int  # of the visit in its year
    received_on: date
    code: str


@rights_checked
class DenouncerIdentityPages:
    """Makes the pages that name denouncers; only in the session of a custodian."""

    def __init__(self, session: Session, approvals: HeadApprovals) -> None:
        self._session = session
        self._approvals = approvals

    def candidates(self, period: Period) -> tuple[PageCandidate, ...]:
        """Return the people of a period from whom some are chosen; nothing is opened."""
        return tuple(
            PageCandidate(
                row["visit_id"],
                book_row.number,
                book_row.received_on,
                book_row.pseudonym.code(self._session.today().year),
            )
            for row, book_row in book_rows(self._session, period)
            if is_protected_row(row) and not row["voided"]
        )

    def numbered_copies(self, year: int) -> tuple[NumberedCopy, ...]:
        """Return the register of copies of a year, in the order of their numbers."""
        rows = self._session.database.query(_PRINTS_OF_FORM, (IDENTITY_PAGE.name, year))
        people = self._session.people
        return tuple(
            NumberedCopy(
                number,
                row["label"],
                day_of(row["printed_on"]),
                people[row["printed_by"]].name if row["printed_by"] in people else "",
                row["subject"],
            )
            for number, row in enumerate(rows, 1)
        )

    def identity_pages(self, request: BulkDisclosureRequest, password: str) -> PaperJob:
        """Return one page for each chosen denouncer, or who asked for protection, of the period.

        ``password`` is the head's. Each page has a print number and a number in the register of
        copies; the log has who was chosen, by number of the visit, before the first seal is opened.
        Errors: ConditionNotMet; NotAllowed; those of :func:`check_bulk` and
        :meth:`BulkDisclosure.approve`; InvalidInput ``bulk.nobody_chosen``,
        ``bulk.choice_changed`` if somebody chosen has no page any more; ``bulk.reason_names``,
        ``reveal.no_key``, ``reveal.seal_changed``.
        """
        session = self._session
        check_conditions(session, Disclosure.BULK)
        check_bulk(request, protected=True)
        unsealing = Unsealing(session, signed_members.PROTECTED)
        visit_ids = self._chosen_visits(request, unsealing)
        disclosure = BulkDisclosure(session, _KIND, request)
        disclosure.approve(self._approvals, password, len(visit_ids), page_count=len(visit_ids))
        numbers = self._copy_numbers(disclosure.print_numbers)
        with disclosure.log_result():
            opener = SealOpener(unsealing, request.explanation)
            pages = self._named_pages(
                request.period, dict(zip(visit_ids, numbers, strict=True)), opener
            )
            pdf, preview_pdf = render_identity_pages(self._print_facts(request), pages)
        return PaperJob(
            disclosure.first_print_number,
            IDENTITY_PAGE,
            pdf,
            holds_identity=True,
            pages=len(visit_ids),
            preview_pdf=preview_pdf,
            classified_copy_label=_copy_label(
                tuple(copy for _, copy in numbers), disclosure.first_print_number
            ),
            corrections=identity_corrections(session, visit_ids),
        )

    def _chosen_visits(
        self, request: BulkDisclosureRequest, unsealing: Unsealing
    ) -> tuple[int, ...]:
        """Return the chosen visits, oldest first, after comparing their seals with the log."""
        visit_ids = tuple(
            item.visit_id
            for item in self.candidates(request.period)
            if item.visit_id in request.chosen and unsealing.check_seal(item.visit_id)
        )
        if not request.chosen:
            raise InvalidInput("bulk.nobody_chosen", "chosen")
        if len(visit_ids) != len(request.chosen):
            raise InvalidInput("bulk.choice_changed", "chosen")
        return visit_ids

    def _copy_numbers(self, print_numbers: list[str]) -> list[tuple[str, int]]:
        """Return for each page (its print number, its number in the register of copies)."""
        year = self._session.today().year
        copy_of = {copy.print_number: copy.number for copy in self.numbered_copies(year)}
        return [(number, copy_of[number]) for number in print_numbers]

    def _named_pages(
        self, period: Period, numbers: dict[int, tuple[str, int]], opener: SealOpener
    ) -> Iterator[DenouncerIdentityPage]:
        for row, book_row in book_rows(self._session, period):
            key = row["visit_id"]
            if key in numbers:
                print_number, copy = numbers[key]
                yield DenouncerIdentityPage(
                    print_number=print_number,
                    copy_number=copy,
                    visit_number=f"{book_row.number:04d}",
                    received_on=book_row.received_on,
                    pseudonym=book_row.pseudonym,
                    identity=opener.open_identity(key),
                )

    def _print_facts(self, request: BulkDisclosureRequest) -> IdentityPrintFacts:
        member, head = self._session.member, self._approvals.head()
        return IdentityPrintFacts(
            heading=office_heading(self._session.settings()),
            document_date=self._session.today(),
            reason=bulk_reason(request.reason, protected=True).vietnamese.lower(),
            custodian=(member.title, member.name),
            head=(head.title, head.name),
        )


def _copy_label(copies: tuple[int, ...], print_number: str) -> str:
    """Return the pages' label in the preview: ``Bản số 01-03, số in 2026-0431``."""
    first, last = two_digits(copies[0]), two_digits(copies[-1])
    numbers = first if first == last else f"{first}-{last}"
    return f"Bản số {numbers}, số in {print_number}"
