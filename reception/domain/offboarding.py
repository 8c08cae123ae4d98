"""Signing a person out for good: the steps, in the order in which they become true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class OffboardingStep(StrEnum):
    """What happens when somebody leaves; each is whole or absent after a power cut."""

    SHUT_OUT = "shut_out"  # opens nothing any more, drafts and requests end
    KEY = "key"  # the whole register under a new key
    DESK = "desk"  # a new generation of the vault of ordinary reporters
    PROTECTED = "protected"  # the same for denouncers, by a custodian
    BACKUP = "backup"  # a new one; older ones are listed for destruction


@dataclass(frozen=True, slots=True)
class Offboarding:
    """Somebody who is being signed out: what was done, what is left, what waits for others."""

    user_id: str
    name: str
    since: datetime
    done: tuple[OffboardingStep, ...]
    left: tuple[OffboardingStep, ...]
    waits: tuple[OffboardingStep, ...] = ()  # for a custodian's session, or a medium


@dataclass(frozen=True, slots=True)
class OffboardingImpact:
    """What signing somebody out would touch, told before."""

    name: str
    drafts: int
    requests: int  # to open somebody, still waiting
    steps: tuple[OffboardingStep, ...]
    custodians: tuple[str, ...]  # who must renew the denouncers' key; () when nobody need
    here: bool  # whether this session is one of them


@dataclass(frozen=True, slots=True)
class OldBackup:
    """A copy that older keys open; ``place`` is "" when it is not within reach now."""

    name: str
    made_at: datetime | None
    place: str = ""
