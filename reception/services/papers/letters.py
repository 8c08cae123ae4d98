"""A letter to an ordinary reporter: the officer's text, the name from one logged reveal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.leak_guard import find_leaks
from reception.domain.reporter import Identity
from reception.domain.reveal import RevealSelection
from reception.domain.text import clean, nfc
from reception.printing.forms.letter import Letter, render_letter
from reception.printing.forms.registry import LETTER
from reception.services.access.session import Session
from reception.services.disclosure.reveal import Reveals
from reception.services.disclosure.reveal_requests import RevealRequests
from reception.services.papers.paper_data import PaperData
from reception.services.papers.print_log import PaperJob
from reception.services.papers.reprints import LogReveal, reveal_log_entry
from reception.services.visit_lifecycle import lifecycle_rules
from reception.storage.visits.visit_reader import read_visit

LONGEST = 6_000  # characters
_DENOUNCER_CODE = re.compile(r"\bTC\s*[-–.]?\s*\d{1,6}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LetterText:
    """The officer's text; ``others_meant`` if it is meant to name others of this visit."""

    body: str = field(repr=False)
    others_meant: bool = False

    def paragraphs(self) -> tuple[str, ...]:
        """Return the paragraphs without blank ones."""
        lines = (clean(line) for line in nfc(self.body).splitlines())
        return tuple(line for line in lines if line)


class Letters:
    """Makes letters; none for a denunciation or where the reporter asked for protection."""

    def __init__(
        self, session: Session, sheets: PaperData, reveals: Reveals, requests: RevealRequests
    ) -> None:
        self._session = session
        self._sheets = sheets
        self._reveals = reveals
        self._requests = requests

    def letter(self, visit_id: int, selection: RevealSelection, text: LetterText) -> PaperJob:
        """Return a letter made through one reveal.

        Errors: those of :meth:`Reveals.open`; InvalidInput ``letter.empty``, ``letter.too_long``,
        ``letter.denouncer_code``, ``letter.names_others``.
        """
        lifecycle_rules.refuse_if_voided(self._session.database, visit_id)
        check_letter(text)
        with self._refusals_logged(visit_id):
            identity, _ = self._reveals.identity_for_paper(visit_id, selection)
            _refuse_others(text, identity)
        return self._make(visit_id, identity, text, reveal_log_entry(visit_id, selection))

    def granted(self, request_id: str, text: LetterText) -> PaperJob:
        """Return the letter that a granted request asked for; a request can be used once."""
        check_letter(text)
        with self._requests.open_granted(request_id) as (row, identity):
            visit_id: int = row["visit_id"]
            lifecycle_rules.refuse_if_voided(self._session.database, visit_id)
            with self._refusals_logged(visit_id):
                _refuse_others(text, identity)
            log_reveal = partial(self._requests.log_opened, row=row)
            return self._make(visit_id, identity, text, log_reveal)

    @contextmanager
    def _refusals_logged(self, visit_id: int) -> Iterator[None]:
        """Log a refused text, so that guessing at names is recorded."""
        try:
            yield
        except InvalidInput as error:
            if error.code in ("reveal.reason_names", "letter.names_others"):
                self._reveals.log_stopped(visit_id)
            raise

    def _make(
        self, visit_id: int, identity: Identity, text: LetterText, log_reveal: LogReveal
    ) -> PaperJob:
        visit = read_visit(self._session.database, visit_id)
        if visit is None:
            raise ReceptionError("reveal.no_visit")
        code = f"TL-{visit.number:04d}"
        with self._session.act() as work:
            log_reveal(work, paper="TL")
        letter = Letter(
            heading=self._sheets.heading(),
            dated=self._session.today(),
            visit=f"{visit.number:04d}",
            visited_on=visit.received_on,
            kind=visit.main_petition.petition.kind,
            paragraphs=text.paragraphs(),
            signer=self._session.signatory(),
            foot=self._sheets.foot(LETTER, visit),
            code=code,
            symbol=self._session.settings().symbol,
        )
        return PaperJob(code, LETTER, render_letter(letter, identity), holds_identity=True)


def check_letter(text: LetterText) -> None:
    """Raise InvalidInput where there are no words, too many, or a denouncer's code among them.

    A name and a denunciation's code on one sheet would link what the register separates.
    """
    if not text.paragraphs():
        raise InvalidInput("letter.empty", "body")
    if len(text.body) > LONGEST:
        raise InvalidInput("letter.too_long", "body", most=LONGEST)
    if _DENOUNCER_CODE.search(nfc(text.body)):
        raise InvalidInput("letter.denouncer_code", "body")


def _refuse_others(text: LetterText, identity: Identity) -> None:
    """Refuse a text that names others of the same visit, unless that is intended.

    Nobody else is compared: no other identity is opened for a letter.
    """
    others = Identity(representation=identity.representation, companions=identity.companions)
    if not text.others_meant and find_leaks("\n".join(text.paragraphs()), others):
        raise InvalidInput("letter.names_others", "body")
