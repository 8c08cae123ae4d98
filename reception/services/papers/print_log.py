"""The print log: every paper of the office gets a number, with form, subject, officer and day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from reception.domain.audit import Act, LogCheckpoint
from reception.domain.requested_paper import RequestedSheet
from reception.printing.forms.registry import NamedPeople, PrintedForm
from reception.services.access.session import Session
from reception.services.disclosure.version_writers import IdentityCorrections, VersionWriter
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_writer

_IS_ASSIGNED = "SELECT 1 FROM print WHERE label = ?"


@dataclass(frozen=True, slots=True)
class WrittenByHand:
    """What the officer writes on a citizen's copy, because printed it could tell the kind.

    Also the hour, which only the officer knows. ``answer_day`` is None if no answer is due;
    ``copies`` is how many copies a receipt has, None for a return slip. ``matter_and_reason``: of a
    notice of refusal these are written, and nothing else.
    """

    answer_day: date | None = None
    copies: int | None = None
    matter_and_reason: bool = False


@dataclass(frozen=True, slots=True)
class PaperJob:
    """One document for the printer; ``code`` names it on the screen; no print queue gets it.

    ``preview_pdf`` is the document with hatched names for the preview, None if it is the same.
    ``classified_copy_label`` is the label of a copy that is classified MẬT, "" for others.
    ``writers`` wrote the versions of the one identity that was opened for the paper;
    ``corrections`` are those of the identities on a paper with many names, None for any other.
    Neither is printed, nor are ``sheets`` and ``paper_ids``.
    Errors: ValueError for an identity on a form that names nobody.
    """

    code: str
    form: PrintedForm
    pdf: bytes = field(repr=False)
    holds_identity: bool
    pages: int = 1
    preview_pdf: bytes | None = field(default=None, repr=False)
    classified_copy_label: str = ""
    writers: tuple[VersionWriter, ...] = ()
    corrections: IdentityCorrections | None = None
    written_by_hand: WrittenByHand | None = None  # set for every citizen's copy
    sheets: tuple[RequestedSheet, ...] = ()  # of one visit
    paper_ids: tuple[str, ...] = ()  # of these sheets, where their printing is followed

    @property
    def needs_clean_spool(self) -> bool:
        """Whether it is printed only where the spool is known to keep no document.

        That is a citizen's copy with an identity: it may be a denouncer's.
        """
        return self.holds_identity and self.written_by_hand is not None

    def __post_init__(self) -> None:
        """Refuse an identity on a form that must not show one."""
        if self.holds_identity and self.form.named_people is NamedPeople.NOBODY:
            raise ValueError("this form names nobody")


class PrintLog:
    """Assigns print numbers; each is logged before the paper is drawn."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def assign_numbers(self, form: PrintedForm, subject: str, count: int = 1) -> list[str]:
        """Assign and log the next ``count`` print numbers of the year, e.g. ``2026-0416``."""
        with self._session.act() as work:
            labels = []
            for _ in range(count):
                labels.append(
                    self._insert_print(work, (form.name, subject), self._next_number(work))
                )
            work.log(Act.PRINTED, subject, form=form.name, prints=labels)
        return labels

    def _next_number(self, work: UnitOfWork) -> int:
        year = self._session.today().year
        number = visit_writer.next_print_number(work.database, year)
        # Numbers that earlier versions drew at random, or somebody wrote with other tools. The loop
        # ends: there are only so many rows.
        while work.database.one(_IS_ASSIGNED, (f"{year}-{number:04d}",)) is not None:
            number += 1
        return number

    def _insert_print(
        self, work: UnitOfWork, form_and_subject: tuple[str, str], number: int
    ) -> str:
        day = self._session.today()
        label = f"{day.year}-{number:04d}"
        work.insert(
            "print",
            {
                "label": label,
                "year": day.year,
                "number": number,
                "form": form_and_subject[0],
                "subject": form_and_subject[1],
                "printed_on": day.isoformat(),
                "printed_by": self._session.member.user_id,
                "pages": 1,
            },
        )
        return label


def checkpoint_text(checkpoint: LogCheckpoint | None) -> str:
    """Return the checkpoint in a paper's footer, e.g. ``Neo 4.129 · 2be9 70d1``."""
    if checkpoint is None:
        return ""
    return f"Neo {checkpoint.seq:,} · {checkpoint.short_digest}".replace(",", ".")
