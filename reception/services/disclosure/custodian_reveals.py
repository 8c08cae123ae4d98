"""Reveals of denouncers, and of reporters who asked for protection, in a custodian's session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reception.domain.audit import Act, entry_time
from reception.domain.errors import ReceptionError
from reception.domain.reporting_periods import Period, month_period_of
from reception.domain.reveal import VISIBLE_SECONDS, RevealSelection
from reception.services.access.password_check import PasswordCheck
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.identity_opening import (
    log_reveal,
    open_protected,
    selected_parts,
    stops_logged,
)
from reception.services.disclosure.opened_identity import (
    RevealResult,
    check_selection,
    is_visit_protected,
    reasons_for,
)
from reception.services.disclosure.reveal_conditions import check_conditions
from reception.storage.database import Database
from reception.storage.visits import opening_queries, todo_queries


@dataclass(frozen=True, slots=True)
class OpeningsOfMonth:
    """How often custodians' identities were opened and refused in the present month."""

    period: Period
    opened: int
    refused: int  # requests of others


@rights_checked
class CustodianReveals:
    """Opens one identity that only custodians may open.

    Nobody has to approve it: that a custodian opened one alone stays on the list of whoever manages
    the office until seen (``OpeningNotices``).
    """

    def __init__(self, session: Session, passwords: PasswordCheck) -> None:
        self._session = session
        self._passwords = passwords

    def open(self, visit_id: int, selection: RevealSelection, password: str) -> RevealResult:
        """Log the reveal, then return the requested parts; ``password`` is one's own.

        Errors: ConditionNotMet; NotAllowed ``rights.missing``; ReceptionError ``reveal.ordinary``,
        ``reveal.still_open``, ``reveal.no_key``, ``reveal.seal_changed``; InvalidInput
        ``own_password.wrong_password``, ``own_password.wait``, ``reveal.unknown_reason``,
        ``reveal.reason_short``, ``reveal.no_part``, ``reveal.reason_names``; those of
        :meth:`Session.require_walked_log`.
        """
        session = self._session
        check_conditions(session)
        self._check(visit_id, selection)
        refuse_while_open(session.database, visit_id, session.environment.clock.now())
        self._passwords.open_keys(
            session.member, password, Act.CUSTODIAN_PASSWORD_FAILED, "own_password"
        )
        with stops_logged(session, visit_id):
            opened = open_protected(session, visit_id, selection)
        with session.act() as work:
            # Another session may have opened or reclassified it in the meantime.
            self._require_protected(work.database, visit_id)
            refuse_while_open(work.database, visit_id, session.environment.clock.now())
            entry_number = log_reveal(work, Act.PROTECTED_REVEALED, visit_id, selection)
        return selected_parts(opened, selection, entry_number)

    def openings_of_month(self) -> OpeningsOfMonth:
        """Return the counts of the present month."""
        session = self._session
        period = month_period_of(session.today(), session.settings().month_starts_on)
        opened, refused = (
            todo_queries.count_log_entries(session.database, act, *period.days)
            for act in (Act.PROTECTED_REVEALED, Act.PROTECTED_REVEAL_REFUSED)
        )
        return OpeningsOfMonth(period, opened, refused)

    def _check(self, visit_id: int, selection: RevealSelection) -> None:
        session = self._session
        self._require_protected(session.database, visit_id)
        check_selection(selection, reasons_for(session.database, visit_id, session.today()))

    def _require_protected(self, database: Database, visit_id: int) -> None:
        if not is_visit_protected(database, visit_id):
            raise ReceptionError("reveal.ordinary")


def refuse_while_open(database: Database, visit_id: int, now: datetime) -> None:
    """Raise ``reveal.still_open`` if the identity was opened within the last sixty seconds.

    Longer than that, nobody could tell which entry an opened identity on the screen belongs to.
    """
    row: Any = opening_queries.last_opening(database, visit_id)
    if row is None:
        return
    seconds = (now - entry_time(row["at"])).total_seconds()
    if 0 <= seconds < VISIBLE_SECONDS:
        raise ReceptionError("reveal.still_open", wait=int(VISIBLE_SECONDS - seconds) + 1)
