"""Compares scans that are not sealed with what the log says about them, before they are used."""

from __future__ import annotations

from reception.services.access.session import Session
from reception.storage.audit.log_verification import verifier_of

_POSITIONS = "SELECT position FROM attachment WHERE visit_id = ? AND sealed = 0 ORDER BY position"


def changed_scans(session: Session, visit_id: int) -> list[int]:
    """Return the positions of the unsealed scans of a visit that differ from the log.

    Called before the act draws a new salt. A changed scan must not stop the protection of a person:
    it is sealed as it is found, and the entry names it, so that nobody takes it for the one that
    was attached.
    """
    verifier = verifier_of(session.database, session.office)
    rows = session.database.query(_POSITIONS, (visit_id,))
    return [
        row["position"]
        for row in rows
        if not verifier.is_covered("attachment", (visit_id, row["position"]))
    ]
