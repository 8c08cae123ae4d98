"""One visit being entered: its form, its draft, and the slow hashes once they are computed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reception.domain.reporter import Identity
from reception.domain.shown_times import ShownTime
from reception.services.visits.drafts import Draft
from reception.services.visits.repeat_visitors import RepeatVisit
from reception.services.visits.visit_form import Preparation
from ui.features.visit_entry.form_state import DraftForm


@dataclass(eq=False)
class EntryInProgress:
    """One visit being entered: shown on the page, or only kept as a draft."""

    form: DraftForm = field(default_factory=DraftForm)
    draft_id: str | None = None
    draft_saved_at: ShownTime | None = None
    prepared: Preparation | None = None
    prepared_for: tuple[Identity, bool] | None = None  # the identity, whether it is protected
    repeat_visit: RepeatVisit | None = None
    repeat_searched: bool = False  # repeat visitors were searched for this person

    @classmethod
    def of_draft(cls, draft: Draft) -> EntryInProgress:
        """Return the entry stored in a draft."""
        form = DraftForm.from_draft(draft.form)
        if draft.saved_at.time_of_day is None:  # of an earlier day: begun again now
            form = replace(form, start_time="")
        return cls(form, draft.draft_id, draft.saved_at)

    def __repr__(self) -> str:
        """Never print what was typed."""
        return f"EntryInProgress({self.draft_id})"
