"""The register book and the month's report on paper: pseudonyms and figures only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from reception.domain.audit import Act
from reception.domain.errors import ReceptionError
from reception.domain.petition import Competence, PetitionKind
from reception.domain.reporter import Pseudonym
from reception.domain.reporting_periods import month_period_of
from reception.domain.visit import Group, Outcome
from reception.domain.visit_lifecycle import AnswerChannel, VoidGround
from reception.law.refusal_grounds import ground
from reception.law.statutory_words import FIELD_WORDS
from reception.law.tables.statutory_table import CountingChoice
from reception.law.tables.table_01tcd import TABLE_01TCD
from reception.printing.forms.lifecycle_wording import (
    LARGE_GROUP_NOTE,
    SEALED_CONTENT,
    UNCHECKED,
    answer_note,
    due_note,
    explanation_text,
    late_note,
    refusal_text,
    void_note,
)
from reception.printing.forms.register_book import (
    BookHeader,
    BookPetition,
    BookRow,
    render_register_book,
)
from reception.printing.forms.registry import MONTHLY_REPORT, REGISTER_BOOK
from reception.printing.layout.page_flow import PageFooter
from reception.printing.tables.monthly_report import (
    MonthlyReport,
    ReportFigures,
    render_monthly_report,
)
from reception.printing.tables.report_sentences import period_name
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.office.paper_heading import office_heading
from reception.services.papers.print_log import PaperJob, PrintLog, checkpoint_text
from reception.services.reports.report_periods import latest_month
from reception.services.reports.statutory_tables import CountedTable, StatutoryTables
from reception.services.visit_lifecycle.late_texts import PaperWords
from reception.services.visit_lifecycle.lifecycle_rules import is_protected
from reception.services.visit_reading.present_reader import may_read_record, present_reader
from reception.storage.json_shapes import day_of, number_of, word_of
from reception.storage.reports.petition_counts import FieldCount
from reception.storage.reports.readable_values import require_readable
from reception.storage.visits import todo_queries
from reception.storage.visits.opening_queries import count_lone_openings
from reception.storage.visits.register_reader import RegisterReader
from reception.storage.visits.todo_queries import count_reveals

_MAIN_FIELDS = 2


@rights_checked
class RegisterBooks:
    """Makes the register book and the monthly report, without opening an identity."""

    def __init__(self, session: Session, reports: StatutoryTables) -> None:
        self._session = session
        self._reports = reports
        self._print_log = PrintLog(session)

    def register_book(self, period: tuple[date, date]) -> PaperJob:
        """Return Sổ tiếp công dân (Mẫu 03/TCD) of a period, both ends included."""
        subject = f"{period[0].isoformat()}/{period[1].isoformat()}"
        label = self._print_log.assign_numbers(REGISTER_BOOK, subject)[0]
        rows = (row for _, row in book_rows(self._session, period))
        pdf = render_register_book(book_header(self._session, period, label), rows)
        return PaperJob(label, REGISTER_BOOK, pdf, holds_identity=False)

    def monthly_report(self, day: date | None = None) -> PaperJob:
        """Return the report of the reporting month that holds ``day``, with Biểu 01/TCD.

        Without a day it is the present month, or the one before for somebody who may count the
        present one only when it is over. Errors: NotAllowed ``report.needs_reader``.
        """
        settings = self._session.settings()
        period = (
            month_period_of(day, settings.month_starts_on) if day else latest_month(self._session)
        )
        table, previous, last_year = (
            self._reports.count(TABLE_01TCD.code, counted_period.days)
            for counted_period in (period, period.previous(), period.same_last_year())
        )
        petitions = self._reports.count_petitions(period.days)
        subject = f"{period.since.isoformat()}/{period.until.isoformat()}"
        label = self._print_log.assign_numbers(MONTHLY_REPORT, subject)[0]
        post, name = self._session.signatory()
        report = MonthlyReport(
            heading=office_heading(settings),
            receiving_body=settings.seat,
            period_name=period_name(period),
            document_date=self._session.today(),
            recipients=settings.report_to,
            head_title=settings.competent_head,
            current=_figures(table, petitions.by_kind),
            previous=_figures(previous, {}),
            last_year=_figures(last_year, {}),
            main_fields=_main_fields(petitions.by_field),
            counting_note=table.sheet.note,
            reveal_count=count_reveals(self._session.database, *period.days),
            lone_openings=count_lone_openings(self._session.database, *period.days),
            fingerprint=self._session.fingerprint(),
            roster_number=self._session.roster.number,
            table=table.sheet,
            signers=(self._session.member.name, name),
            head_post=post,
            footer=PageFooter(label, checkpoint_text(self._session.checkpoint_file.read())),
            symbol=f"BC-{settings.symbol}",
        )
        return PaperJob(label, MONTHLY_REPORT, render_monthly_report(report), holds_identity=False)

    def report_printed(self, label: str) -> None:
        """Log that a printer has taken the monthly report with this print number.

        Only then its line leaves the to-do list. Errors: ReceptionError ``papers.no_report`` for a
        number that no monthly report has.
        """
        database = self._session.database
        period = todo_queries.period_of_report(database, label, MONTHLY_REPORT.name)
        if period is None:
            raise ReceptionError("papers.no_report")
        with self._session.act() as work:
            work.log(Act.REPORT_PRINTED, period, prints=[label])


def book_header(session: Session, period: tuple[date, date], label: str) -> BookHeader:
    """Return what is printed once in a book: heading, period, who printed it, print number."""
    return BookHeader(
        heading=office_heading(session.settings()),
        period=period,
        printed_on=session.today(),
        printed_by=session.member.name,
        print_number=label,
    )


def book_rows(session: Session, period: tuple[date, date]) -> Iterator[tuple[Any, BookRow]]:
    """Yield (stored visit, its row in the book under a pseudonym), oldest first.

    The content of a visit is left out for those who may not read it.
    Errors: ``database.unreadable_value`` rather than a book in which a visit is missing.
    """
    require_readable(session.database, period)
    reader, paper_words = present_reader(session), PaperWords(session)
    register = RegisterReader(session.database)
    for row in register.visits_between(*period):
        book_row = _book_row(row, register.petitions(row["visit_id"]))
        if not may_read_record(reader, row):
            book_row = _without_content(book_row)
        elif row["unchecked"] and is_protected(row) and not paper_words.may_show(row):
            book_row = _without_content(book_row, UNCHECKED)
        yield row, book_row


def _figures(table: CountedTable, by_kind: Mapping[PetitionKind, int]) -> ReportFigures:
    announced = CountingChoice.DAYS_FROM_VISITS not in table.sheet.choices
    return ReportFigures(table.sheet.period, table.column_totals, dict(by_kind), announced)


def _main_fields(field_counts: tuple[FieldCount, ...]) -> tuple[str, ...]:
    field_names: list[str] = []
    for entry in field_counts:
        word = entry.note or _FIELD_WORDS.get(entry.field, "")
        if word and word not in field_names:
            field_names.append(word)
    return tuple(field_names[:_MAIN_FIELDS])


_FIELD_WORDS = {
    field.value: word.lower() for field, word in FIELD_WORDS.items() if field.value != "other"
}


def _without_content(row: BookRow, content: str = SEALED_CONTENT) -> BookRow:
    """Return a row for someone who may not read the visit: number, day, code and kind."""
    petition = BookPetition(row.petitions[0].kind, content)
    return replace(row, petitions=(petition,), same_content=0, result="", note="")


def _book_row(row: Any, petitions: Iterable[Any]) -> BookRow:
    return BookRow(
        number=row["number"],
        received_on=day_of(row["received_on"]),
        pseudonym=Pseudonym(row["series"], row["code_year"], row["code_number"]),
        petitions=tuple(_book_petition(petition) for petition in petitions),
        same_content=row["same_content"],
        result="\n".join(part for part in (row["result"], _progress_text(row)) if part),
        note="\n".join(part for part in (*_remarks(row), row["note"]) if part),
        voided=bool(row["voided"]),
    )


def _book_petition(row: Any) -> BookPetition:
    outcome = row["outcome"]
    document = f", {row['document_number']}" if row["document_number"] else ""
    body_and_document = f"{row['handled_by']}{document}".removeprefix(", ")
    handling = ""
    if outcome == Outcome.REFUSE:
        # An imported refusal has no ground.
        article = ground(row["refusal_ground"]).article if row["refusal_ground"] else ""
        handling = refusal_text(article, row["explanation"])
    elif outcome == Outcome.EXPLAIN:
        handling = explanation_text(row["explanation"])
    return BookPetition(
        kind=word_of(PetitionKind, row["kind"]),
        content=row["summary"],
        request=row["request"],
        settled_by=row["settled_by"],
        in_own_competence=row["competence"] == Competence.OURS,
        guided_to=body_and_document if outcome == Outcome.GUIDE else "",
        handled_by=body_and_document if outcome != Outcome.GUIDE else "",
        handling=handling,
    )


def _progress_text(row: Any) -> str:
    """Return how far the visit has come: answered, or the last day of the deadline that runs."""
    if row["answered_on"] is None:
        return due_note(day_of(row["due_on"])) if row["due_on"] and not row["voided"] else ""
    answered_on, channel = day_of(row["answered_on"]), word_of(AnswerChannel, row["way"])
    return answer_note(answered_on, channel, row["answer_number"])


def _remarks(row: Any) -> Iterator[str]:
    """Yield the remarks on a visit that was voided or entered late, and on a large group."""
    if row["void"]:
        voided_on, _, ground = row["void"].partition(" ")
        yield void_note(day_of(voided_on), word_of(VoidGround, ground))
    if row["entered_on"]:
        yield late_note(day_of(row["entered_on"]))
    if Group(number_of(row["people"])).is_large:
        yield LARGE_GROUP_NOTE
