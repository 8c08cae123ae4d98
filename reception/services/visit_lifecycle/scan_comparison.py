"""Compares scans that are not sealed with what the log says about them, before they are used."""

from __future__ import annotations

from reception.services.access.session import Session
from reception.storage.audit.log_verification import verifier_of
from reception.storage.visits.visit_reader import unsealed_scan_positions


def changed_scans(session: Session, visit_id: int) -> list[int]:
    """Return the positions of the unsealed scans of a visit that differ from the log.

    Called before the act draws a new salt. A changed scan must not stop the protection of a person:
    it is sealed as it is found, and the entry names it, so that nobody takes it for the one that
    was attached.
    """
    verifier = verifier_of(session.database, session.office)
    return [
        position
        for position in unsealed_scan_positions(session.database, visit_id)
        if not verifier.is_covered("attachment", (visit_id, position))
    ]
