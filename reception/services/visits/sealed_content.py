"""What of a form is sealed with the identity, and what its rows show instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from reception.domain.text import clean
from reception.domain.visit_lifecycle import LateEntry
from reception.services.visits.visit_form import VisitForm, Waiver
from reception.storage.visits.sealed_part import Circumstances, KeptWords, SealedPart


def sealed_part_of(form: VisitForm, received_at: time | None) -> SealedPart:
    """Return the part of a form that is sealed.

    Of a protected reporter also what would tell who it was: how the person came, where and why a
    late visit was noted, and which name in a text is the reporter's too.
    """
    part = SealedPart(form.identity, form.original_texts, received_at)
    if not form.protected:
        return part
    late = form.late_entry
    circumstances = Circumstances(
        form.capacity.value,
        form.interpreter_language,
        form.thumb_print,
        late.source if late is not None else "",
        late.reason if late is not None else "",
    )
    return replace(part, kept_words=kept_words_of(form.waivers), circumstances=circumstances)


def kept_words_of(waivers: Sequence[Waiver]) -> tuple[KeptWords, ...]:
    """Return waivers as they are sealed with the identity of a protected reporter."""
    return tuple(KeptWords(w.field, clean(w.reason), w.other_person) for w in waivers)


def unsealed_late_entry(form: VisitForm, late: LateEntry) -> LateEntry:
    """Return a late entry as its row shows it.

    Two visits of one person are noted on one sheet: its number would join them.
    """
    return replace(late, source="", reason="") if form.protected else late
