"""What an ordinary visit showed of how its reporter came, sealed when it becomes protected."""

from __future__ import annotations

from reception.services.access.session import Session
from reception.services.visit_lifecycle import lifecycle_rules
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_events
from reception.storage.visits.visit_writer import SEALED_CIRCUMSTANCES


def seal_circumstances(work: UnitOfWork, session: Session, visit_id: int) -> None:
    """Move capacity, interpreter's language, thumb print and late entry's words into a seal.

    The caller has given the visit a new salt, so that no older digest confirms a guess of them.
    """
    row = lifecycle_rules.existing_visit(work.database, visit_id)
    event = visit_events.event_count(work.database, visit_id)
    late = visit_events.read_late_words(work.database, visit_id)
    texts = {name: str(row[name]) for name in SEALED_CIRCUMSTANCES} | late
    named = {f"{name}@{event}": text for name, text in texts.items()}
    session.seals.seal_texts(work, visit_id, named, protected=True)
    work.update("visit", {"visit_id": visit_id}, SEALED_CIRCUMSTANCES)
    if late:
        work.update("late_entry", {"visit_id": visit_id}, dict.fromkeys(late, ""))
