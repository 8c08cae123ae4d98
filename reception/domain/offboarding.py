"""Offboarding of staff: its steps, in the order in which they are carried out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class OffboardingStep(StrEnum):
    """One step of offboarding; after a power cut it is either complete or not begun."""

    SUSPEND = "shut_out"  # the account can no longer sign in; drafts and requests end
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
    blocked: tuple[
        OffboardingStep, ...
    ] = ()  # until a custodian signs in, or a backup medium is connected


@dataclass(frozen=True, slots=True)
class OffboardingImpact:
    """Effects of an offboarding, shown before it begins."""

    name: str
    drafts: int
    requests: int  # reveal requests without a decision
    steps: tuple[OffboardingStep, ...]
    custodians: tuple[str, ...]  # their names; one of them must rotate the denouncers' key
    includes_me: bool  # whether the person who is signed in is one of them


@dataclass(frozen=True, slots=True)
class OldBackup:
    """A backup that old keys still open; ``location`` is "" when its medium is not connected."""

    name: str
    made_at: datetime | None
    location: str = ""
