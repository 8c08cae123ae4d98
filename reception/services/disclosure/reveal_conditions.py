"""Conditions that every reveal and every paper with names checks before an identity is opened.

A further condition is one row of ``CONDITIONS`` and its two sentences in ``reception.messages``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reception.domain.errors import ReceptionError
from reception.services.access.session import Session


class Disclosure(StrEnum):
    """Kinds of disclosure; each has its own message for a condition that is not met."""

    REVEAL = "reveal"  # one identity, on the screen or on one paper
    BULK = "bulk"  # a paper with many names


class ConditionNotMet(ReceptionError):
    """A condition for opening an identity is not met, whoever asks; nothing was opened."""


@dataclass(frozen=True, slots=True)
class RevealCondition:
    """``name`` is part of the error's code: ``reveal.<name>``, ``bulk.<name>``.

    ``forbids`` returns True when the condition is not met.
    """

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
