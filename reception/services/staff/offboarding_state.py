"""The stored state of an offboarding, from which it is resumed after an interruption."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reception.domain.offboarding import OffboardingStep
from reception.storage.database import Database
from reception.storage.json_shapes import (
    id_of,
    list_of,
    member_of,
    moment_of,
    object_of,
    parsed_json,
    word_of,
)
from reception.storage.office_values import (
    OFFBOARDING_PREFIX,
    read_office_value,
    write_office_value,
)
from reception.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class OffboardingState:
    """When an offboarding started, all its steps, and the steps that are done.

    ``key_files`` are the ids of the keys to destroy, by the subfolder of ``SealedKeyFiles``.
    """

    started_at: str  # ISO 8601
    steps: tuple[OffboardingStep, ...]
    done_steps: tuple[OffboardingStep, ...]
    key_files: Mapping[str, tuple[str, ...]]

    @property
    def remaining_steps(self) -> tuple[OffboardingStep, ...]:
        """Return the steps that are not done, in order."""
        return tuple(step for step in self.steps if step not in self.done_steps)


def read_offboarding_state(database: Database, user_id: str) -> OffboardingState | None:
    """Return the state of somebody's offboarding; None if none is in progress.

    Errors: ShapeError for a state that no program wrote.
    """
    stored_state = read_office_value(database, OFFBOARDING_PREFIX + user_id)
    if stored_state is None:
        return None
    values = object_of(parsed_json(stored_state))
    steps, done_steps = (
        tuple(word_of(OffboardingStep, step) for step in list_of(member_of(values, name)))
        for name in ("steps", "done")
    )
    key_files = {
        kind: tuple(id_of(item) for item in list_of(ids))
        for kind, ids in object_of(member_of(values, "keys")).items()
    }
    since = moment_of(member_of(values, "since")).isoformat()
    return OffboardingState(since, steps, done_steps, key_files)


def store_offboarding_state(work: UnitOfWork, user_id: str, state: OffboardingState) -> None:
    """Store the state of somebody's offboarding."""
    values = {
        "since": state.started_at,
        "steps": list(state.steps),
        "done": list(state.done_steps),
        "keys": {kind: list(ids) for kind, ids in state.key_files.items()},
    }
    write_office_value(work, OFFBOARDING_PREFIX + user_id, json.dumps(values))


def mark_step_done(work: UnitOfWork, user_id: str, step: OffboardingStep) -> None:
    """Record a step as done; the state is deleted with the last step."""
    state = read_offboarding_state(work.database, user_id)
    if state is None:
        return
    state = replace(state, done_steps=(*state.done_steps, step))
    if state.remaining_steps:
        store_offboarding_state(work, user_id, state)
    else:
        work.delete("office", {"key": OFFBOARDING_PREFIX + user_id})
