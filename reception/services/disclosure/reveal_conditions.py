"""Circumstances in which no identity is shown or printed; every opening checks all of them first.

A further condition is one row of ``CONDITIONS`` and its two sentences in ``reception.messages``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reception.domain.errors import ReceptionError
from reception.services.access.session import Session


class Disclosure(StrEnum):
    """Kinds of disclosure; each has sentences of its own for a condition that is not met."""

    REVEAL = "reveal"  # one identity, on the screen or on one paper
    BULK = "bulk"  # a paper with many names


class ConditionNotMet(ReceptionError):
    """Nothing was opened: the circumstances forbid it, whoever asks."""


@dataclass(frozen=True, slots=True)
class RevealCondition:
    """``name`` completes the code of the refusal: ``reveal.<name>``, ``bulk.<name>``."""

    name: str
    forbids: Callable[[Session], bool]


def _is_viewed_remotely(session: Session) -> bool:
    return session.environment.is_viewed_remotely()


CONDITIONS = (RevealCondition("looked_on", _is_viewed_remotely),)


def check_conditions(session: Session, disclosure: Disclosure = Disclosure.REVEAL) -> None:
    """Raise ConditionNotMet with the code of the first condition that is not met."""
    for condition in CONDITIONS:
        if condition.forbids(session):
            raise ConditionNotMet(f"{disclosure.value}.{condition.name}")
