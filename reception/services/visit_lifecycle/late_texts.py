"""Texts written after the sealing: which there are, and their comparison with an identity."""

from __future__ import annotations

from typing import Any

from reception.domain.errors import NotAllowed, ReceptionError
from reception.domain.leak_guard import LeakGuard
from reception.domain.staff import Right
from reception.domain.visit_lifecycle import LifecycleAct, is_text, respondents_in
from reception.services.access.session import Session
from reception.services.disclosure.unsealing import Unsealing
from reception.services.visit_lifecycle.corrections import stored_values
from reception.services.visit_lifecycle.lifecycle_rules import existing_visit
from reception.storage.database import Database
from reception.storage.staff.signed_members import DESK, PROTECTED
from reception.storage.visits import visit_events, visit_reader

REASON = "reason"  # of an event: a text beside the fields of the visit


def texts_of_visit(database: Database, visit_id: int) -> dict[str, str]:
    """Return every free text of a visit by field path, with reasons and the answer's number.

    Only for a comparison in memory: nothing of it is shown to somebody who may not read the visit.
    """
    texts = {
        path: text
        for path, text in stored_values(database, existing_visit(database, visit_id)).items()
        if is_text(path) and text
    }
    for event in visit_events.read_events(database, visit_id):
        if event["reason"]:
            texts[f"{REASON}.{event['position']}"] = event["reason"]
    if number := visit_reader.read_answer_number(database, visit_id):
        texts["answer"] = number
    return texts


def papers_show_late_words(database: Database, visit_id: int) -> bool:
    """Tell whether a paper would show words that their author could not compare.

    Reasons of changes stand on no paper.
    """
    unchecked = {
        event["position"]: event["act"]
        for event in visit_events.read_events(database, visit_id)
        if not event["checked"]
    }
    return LifecycleAct.ANSWERED.value in unchecked.values() or any(
        is_text(change["place"]) and change["event"] in unchecked
        for change in visit_events.changed_fields(database, visit_id)
    )


class IdentityComparison:
    """Compares texts with identities that this person may open; nothing is shown or stored."""

    def __init__(self, session: Session) -> None:
        """Open the keys of ``protected`` for a custodian, of ``desk`` for anybody else.

        Errors: those of :class:`Unsealing`.
        """
        self._session = session
        self._unsealing = Unsealing(session, PROTECTED if session.may(Right.CUSTODY) else DESK)

    def fields_with_hits(self, visit_id: int) -> tuple[str, ...] | None:
        """Return the fields in which somebody may be recognised; None if the seal does not open."""
        try:
            if not self._unsealing.check_seal(visit_id):
                return None
            identity = self._unsealing.open(visit_id)
            texts = texts_of_visit(self._session.database, visit_id)
        except (ReceptionError, NotAllowed):
            return None
        guard = LeakGuard(identity, respondents_in(texts))
        return tuple(path for path, text in texts.items() if guard.find(text))


class PaperWords:
    """Decides for one paper whether it may show the words of protected visits.

    Words written after the sealing are shown only by a custodian's paper, made after a comparison
    in memory. For everybody else no paper depends on whether words name the reporter.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._comparison: IdentityComparison | None = None

    def may_show(self, row: Any) -> bool:
        """Tell whether a paper may show the words of the stored visit ``row``, if it is read."""
        visit_id = row["visit_id"]
        if not papers_show_late_words(self._session.database, visit_id):
            return True
        if not self._session.may(Right.CUSTODY):
            return False
        try:
            comparison = self._comparison or IdentityComparison(self._session)
        except (ReceptionError, NotAllowed):
            return False  # no identity may be opened now
        self._comparison = comparison
        hits = comparison.fields_with_hits(visit_id)
        return hits is not None and all(path.startswith(f"{REASON}.") for path in hits)
