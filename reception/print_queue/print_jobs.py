"""Print jobs: sending a PDF, reading the state of the job, cancelling it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reception.domain.errors import ReceptionError
from reception.print_queue.cups_connection import printer_address, send_request, user_name
from reception.print_queue.ipp import Attributes, Field, Group, IppResponse, Operation, Tag
from reception.print_queue.job_titles import JOB_TITLE
from reception.print_queue.printers import ready_printer

MAX_COPIES = 20
_QUEUE_MISSING = frozenset({0x0406, 0x0407})  # not-found, gone
_NOT_ACCEPTING = 0x0506  # server-error-not-accepting-jobs
_STOPPED = 0x0502  # server-error-service-unavailable


class Sides(Enum):
    """One or both sides of the sheet, as IPP names them."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


class Paper(Enum):
    """Paper sizes, as IPP names them."""

    A4 = "iso_a4_210x297mm"
    A5 = "iso_a5_148x210mm"


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """Options of a print job; 1 to 20 copies."""

    copies: int = 1
    sides: Sides = Sides.ONE
    paper: Paper = Paper.A4


class JobState(Enum):
    """States of a job (RFC 8011, 5.3.7)."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9

    @property
    def finished(self) -> bool:
        """Whether the state is final."""
        return self in {JobState.CANCELED, JobState.ABORTED, JobState.COMPLETED}


@dataclass(frozen=True, slots=True)
class JobTicket:
    """A job that a queue accepted; ``job_number`` is 0 if the system assigns no number."""

    printer: str
    job_number: int


@dataclass(frozen=True, slots=True)
class JobStatus:
    """The state of a job; ``in_spool`` is True while its document is still in the spool."""

    state: JobState
    reasons: tuple[str, ...] = ()
    in_spool: bool = False


def print_pdf(printer: str, pdf: bytes, options: PrintOptions | None = None) -> JobTicket:
    """Send a document to a queue over the socket; no file is written.

    Raises ``printer.copies``, the codes of ``ready_printer`` and ``printer.failed`` when CUPS
    refuses for another reason. The caller keeps the bytes.
    """
    chosen = options or PrintOptions()
    if not 1 <= chosen.copies <= MAX_COPIES:
        raise ReceptionError("printer.copies", most=MAX_COPIES)
    queue = ready_printer(printer)
    fields = [
        Field(Tag.URI, "printer-uri", (printer_address(printer),)),
        Field(Tag.NAME, "requesting-user-name", (user_name(),)),
        Field(Tag.NAME, "job-name", (JOB_TITLE,)),
        Field(Tag.MIME, "document-format", ("application/pdf",)),
    ]
    response = send_request(Operation.PRINT_JOB, fields, _job_fields(chosen), pdf)
    _raise_refusal(response, queue.description)
    return JobTicket(printer, _job_number(response))


def job_state(ticket: JobTicket) -> JobStatus:
    """Return the state of a job; raises ``printer.job_gone`` or ``printer.unreachable``."""
    names = ("job-state", "job-state-reasons", "job-preserved")
    fields = [*_job_reference(ticket), Field(Tag.KEYWORD, "requested-attributes", names)]
    attributes = _job_attributes(send_request(Operation.GET_JOB_ATTRIBUTES, fields))
    return JobStatus(
        JobState(attributes["job-state"][0]),
        tuple(
            str(reason) for reason in attributes.get("job-state-reasons", ()) if reason != "none"
        ),
        attributes.get("job-preserved", (False,))[0] is True,
    )


def cancel(ticket: JobTicket) -> None:
    """Cancel a job and remove its document from the spool; a finished job stays as it is.

    Raises ``printer.unreachable`` when CUPS does not answer.
    """
    purge = Field(Tag.BOOLEAN, "purge-job", (True,))
    send_request(Operation.CANCEL_JOB, [*_job_reference(ticket), purge])


def _job_fields(options: PrintOptions) -> list[Field]:
    return [
        Field(Tag.INTEGER, "copies", (options.copies,)),
        Field(Tag.KEYWORD, "media", (options.paper.value,)),
        Field(Tag.KEYWORD, "sides", (options.sides.value,)),
        # no banner page: it would print the account and the time beside the document
        Field(Tag.NAME, "job-sheets", ("none", "none")),
    ]


def _job_reference(ticket: JobTicket) -> list[Field]:
    return [
        Field(Tag.URI, "printer-uri", (printer_address(ticket.printer),)),
        Field(Tag.INTEGER, "job-id", (ticket.job_number,)),
        Field(Tag.NAME, "requesting-user-name", (user_name(),)),
    ]


def _raise_refusal(response: IppResponse, printer: str) -> None:
    if response.is_success:
        return
    if response.status in _QUEUE_MISSING:
        raise ReceptionError("printer.missing", printer=printer)
    if response.status == _NOT_ACCEPTING:
        raise ReceptionError("printer.refused", printer=printer)
    if response.status == _STOPPED:
        raise ReceptionError("printer.paused", printer=printer)
    raise ReceptionError("printer.failed", printer=printer, status=f"0x{response.status:04x}")


def _job_number(response: IppResponse) -> int:
    for attributes in response.groups_of_kind(Group.JOB):
        if isinstance(number := attributes.get("job-id", (0,))[0], int):
            return number
    return 0


def _job_attributes(response: IppResponse) -> Attributes:
    jobs = response.groups_of_kind(Group.JOB)
    if not response.is_success or not jobs or "job-state" not in jobs[0]:
        raise ReceptionError("printer.job_gone")
    return jobs[0]
