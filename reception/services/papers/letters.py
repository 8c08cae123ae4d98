"""Letters to ordinary reporters: the officer writes the text, a logged reveal gives the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.leak_guard import find_leaks
from reception.domain.leak_hits import of_identity
from reception.domain.reporter import Identity
from reception.domain.requested_paper import LETTER_SHEET
from reception.domain.reveal import RevealSelection
from reception.domain.text import clean, nfc
from reception.printing.forms.letter import Letter, render_letter
from reception.printing.forms.registry import LETTER
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.granted_openings import GrantedOpenings
from reception.services.disclosure.identity_opening import log_stopped, open_ordinary
from reception.services.disclosure.opened_identity import OpenedIdentity
from reception.services.papers.paper_data import PaperData
from reception.services.papers.print_log import PaperJob
from reception.services.papers.reprints import LogReveal, reveal_log_entry
from reception.services.visit_lifecycle import lifecycle_rules
from reception.storage.visits import requested_papers
from reception.storage.visits.visit_reader import read_visit

MAX_LENGTH = 6_000  # characters
_DENOUNCER_PSEUDONYM = re.compile(r"\bTC\s*[-–.]?\s*\d{1,6}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LetterText:
    """The officer's text; ``may_name_others`` allows the names of other people of this visit."""

    body: str = field(repr=False)
    may_name_others: bool = False

    def paragraphs(self) -> tuple[str, ...]:
        """Return the paragraphs without blank ones."""
        lines = (clean(line) for line in nfc(self.body).splitlines())
        return tuple(line for line in lines if line)


@rights_checked
class Letters:
    """Makes letters; none for a denunciation or where the reporter asked for protection."""

    def __init__(self, session: Session, paper_data: PaperData, granted: GrantedOpenings) -> None:
        self._session = session
        self._paper_data = paper_data
        self._granted = granted

    def letter(self, visit_id: int, selection: RevealSelection, text: LetterText) -> PaperJob:
        """Return a letter made through one reveal.

        Errors: those of :func:`open_ordinary`; InvalidInput ``letter.empty``, ``letter.too_long``,
        ``letter.denouncer_code``, ``letter.names_others``.
        """
        lifecycle_rules.refuse_if_voided(self._session.database, visit_id)
        check_letter(text)
        with self._log_refused_text(visit_id):
            opened = open_ordinary(self._session, visit_id, selection)
            _refuse_names_of_others(text, opened.identity)
        return self._make_letter(visit_id, opened, text, reveal_log_entry(visit_id, selection))

    def letter_for_request(self, request_id: str, text: LetterText) -> PaperJob:
        """Return the letter for a granted reveal request, which can be used once.

        Errors: those of :meth:`GrantedOpenings.open_granted` and of :func:`check_letter`;
        InvalidInput ``letter.names_others``.
        """
        check_letter(text)
        with self._granted.open_granted(request_id) as (row, opened):
            visit_id: int = row["visit_id"]
            lifecycle_rules.refuse_if_voided(self._session.database, visit_id)
            with self._log_refused_text(visit_id):
                _refuse_names_of_others(text, opened.identity)
            log_reveal = partial(self._granted.record_opening, row=row)
            return self._make_letter(visit_id, opened, text, log_reveal)

    @contextmanager
    def _log_refused_text(self, visit_id: int) -> Iterator[None]:
        """Context manager that logs a text refused for a name: it may be an attempt to guess."""
        try:
            yield
        except InvalidInput as error:
            if error.code in ("reveal.reason_names", "letter.names_others"):
                log_stopped(self._session, visit_id)
            raise

    def _make_letter(
        self, visit_id: int, opened: OpenedIdentity, text: LetterText, log_reveal: LogReveal
    ) -> PaperJob:
        visit = read_visit(self._session.database, visit_id)
        if visit is None:
            raise ReceptionError("reveal.no_visit")
        code = f"TL-{visit.number:04d}"
        asked = self._session.today(), self._session.member.user_id
        with self._session.act() as work:
            ids = requested_papers.write_requested(work, visit_id, (LETTER_SHEET,), asked)
            log_reveal(work, paper="TL")
        letter = Letter(
            heading=self._paper_data.heading(),
            document_date=self._session.today(),
            visit_number=f"{visit.number:04d}",
            visited_on=visit.received_on,
            kind=visit.main_petition.petition.kind,
            paragraphs=text.paragraphs(),
            signer=self._session.signatory(),
            footer=self._paper_data.footer_beside_name(LETTER, visit),
            symbol=self._session.settings().symbol,
        )
        pdf = render_letter(letter, opened.identity)
        return PaperJob(
            code,
            LETTER,
            pdf,
            holds_identity=True,
            writers=opened.writers,
            sheets=(LETTER_SHEET,),
            paper_ids=(ids[LETTER_SHEET],),
        )


def check_letter(text: LetterText) -> None:
    """Raise InvalidInput for an empty or too long text, or one with a denouncer's pseudonym.

    A name and the pseudonym of a denouncer on one sheet would suggest that they are one person.
    """
    if not text.paragraphs():
        raise InvalidInput("letter.empty", "body")
    if len(text.body) > MAX_LENGTH:
        raise InvalidInput("letter.too_long", "body", most=MAX_LENGTH)
    if _DENOUNCER_PSEUDONYM.search(nfc(text.body)):
        raise InvalidInput("letter.denouncer_code", "body")


def _refuse_names_of_others(text: LetterText, identity: Identity) -> None:
    """Refuse a text that names other people of the same visit, unless the officer allowed it.

    The text is not compared with other visits: no other identity is opened for a letter.
    """
    others = Identity(representation=identity.representation, companions=identity.companions)
    hits = find_leaks("\n".join(text.paragraphs()), others)
    if not text.may_name_others and of_identity(hits):  # the office's own telephone may stand there
        raise InvalidInput("letter.names_others", "body")
