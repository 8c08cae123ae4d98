"""Offboarding of staff: its steps, in the order in which they are carried out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class OffboardingStep(StrEnum):
    """One step of offboarding; after a power cut it is either complete or not begun."""

    SHUT_OUT = "shut_out"  # the account no longer opens; drafts and requests end
    KEY = "key"  # the database is re-keyed
    DESK = "desk"  # a new generation of the vault of ordinary reporters
    PROTECTED = "protected"  # the same for denouncers, by a custodian
    BACKUP = "backup"  # a new backup; older ones are listed for destruction


@dataclass(frozen=True, slots=True)
class Offboarding:
    """An offboarding in progress: steps done, steps left, and steps that others must do."""

    user_id: str
    name: str
    since: datetime
    done: tuple[OffboardingStep, ...]
    left: tuple[OffboardingStep, ...]
    waits: tuple[OffboardingStep, ...] = ()  # needs a custodian's session, or a backup medium


@dataclass(frozen=True, slots=True)
class OffboardingImpact:
    """Effects of an offboarding, shown before it begins."""

    name: str
    drafts: int
    requests: int  # reveal requests without a decision
    steps: tuple[OffboardingStep, ...]
    custodians: tuple[str, ...]  # who must rotate the denouncers' key; () if nobody
    here: bool  # whether this session belongs to one of them


@dataclass(frozen=True, slots=True)
class OldBackup:
    """A backup that old keys still open; ``place`` is "" when its medium is not connected."""

    name: str
    made_at: datetime | None
    place: str = ""
