"""The print log: every paper gets a print number, stored with form, subject, officer and day."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count

from reception.domain.audit import Act, LogCheckpoint
from reception.domain.random_numbers import draw_free
from reception.printing.forms.registry import NamedPeople, PrintedForm
from reception.services.access.session import Session
from reception.services.disclosure.version_writers import IdentityCorrections, VersionWriter
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_writer

_DIGITS = 4  # more only after 9,999 prints in a year
_NUMBER = re.compile("[0-9]{1,18}")
_LABELS = "SELECT label FROM print WHERE year = ?"


@dataclass(frozen=True, slots=True)
class PaperJob:
    """One document for the printer; a print queue stores nothing of it but ``code``, its title.

    ``preview_pdf`` is the document with hatched names for the preview, None if it is the same.
    ``classified_copy_label`` is the label of a copy that is classified MẬT, "" for others.
    ``writers`` wrote the versions of the one identity that was opened for the paper;
    ``corrections`` are those of the identities on a paper with many names, None for any other.
    Neither is printed.
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

    def assign_unpaired_number(self, form: PrintedForm) -> str:
        """Assign and log a random print number without a subject, for a denouncer's own copy."""
        with self._session.act() as work:
            label = self._draw_free_label(work)
            self._insert_print(work, (form.name, ""), None, label)
            work.log(Act.PRINTED, "", form=form.name, prints=[label])
        return label

    def _next_number(self, work: UnitOfWork) -> int:
        year = self._session.today().year
        number = visit_writer.next_print_number(work.database, year)
        while _is_assigned(work, f"{year}-{number:04d}"):
            number += 1
        return number

    def _insert_print(
        self,
        work: UnitOfWork,
        form_and_subject: tuple[str, str],
        number: int | None,
        label: str = "",
    ) -> str:
        day = self._session.today()
        label = label or f"{day.year}-{number:04d}"
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

    def _draw_free_label(self, work: UnitOfWork) -> str:
        year = self._session.today().year
        rows = work.database.query(_LABELS, (year,))
        # Somebody may have written a label of another form; the verification names it.
        texts = (row["label"].partition("-")[2] for row in rows)
        assigned_numbers = {int(text) for text in texts if _NUMBER.fullmatch(text)}
        # As many digits as in the series, so that the number does not reveal a denunciation.
        ranges = (range(1, 10**digits) for digits in count(_DIGITS))
        number = draw_free(self._session.environment.randomness, assigned_numbers, ranges)
        return f"{year}-{number:04d}"


def _is_assigned(work: UnitOfWork, label: str) -> bool:
    return work.database.one("SELECT 1 FROM print WHERE label = ?", (label,)) is not None


def checkpoint_text(checkpoint: LogCheckpoint | None) -> str:
    """Return the checkpoint in a paper's footer, e.g. ``Neo 4.129 · 2be9 70d1``."""
    if checkpoint is None:
        return ""
    return f"Neo {checkpoint.seq:,} · {checkpoint.short_digest}".replace(",", ".")
