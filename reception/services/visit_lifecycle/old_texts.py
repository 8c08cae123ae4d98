"""Old texts of a visit: kept after a change, and sealed if they may name somebody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reception.services.access.session import Session
from reception.services.visit_lifecycle import lifecycle_rules
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import visit_events


def keep_old_texts(
    work: UnitOfWork,
    session: Session,
    row: Any,
    texts_and_sealed: tuple[Mapping[tuple[int, str], str], set[str]],
) -> None:
    """Store the texts that a change replaces.

    ``texts_and_sealed``: old text by (number of the event, field path), and the field paths
    whose old texts are sealed. Earlier old texts of these fields are sealed as well.
    """
    visit_id, (old_texts, sealed_fields) = row["visit_id"], texts_and_sealed
    before = {
        (old["event"], old["place"]): old["content"]
        for old in visit_events.old_texts(work.database, visit_id)
        if old["place"] in sealed_fields
    }
    sealed = {**before, **{key: t for key, t in old_texts.items() if key[1] in sealed_fields}}
    version = 0
    if sealed:
        texts = {f"{path}@{position}": text for (position, path), text in sealed.items()}
        protected = lifecycle_rules.is_protected(row)
        version = session.seals.seal_texts(work, visit_id, texts, protected=protected).version
    for key in sealed:
        visit_events.store_old_text(work, visit_id, key, None, version)
    for key, text in old_texts.items():
        if key not in sealed:
            visit_events.store_old_text(work, visit_id, key, text, 0)
