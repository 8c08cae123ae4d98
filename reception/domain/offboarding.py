"""Offboarding of staff: its steps, in the order in which they are carried out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OffboardingStep(StrEnum):
    """One step of offboarding; after a power cut it is either complete or not started."""

    SUSPEND_ACCOUNT = "shut_out"  # the account can no longer sign in; drafts and requests end
    ROTATE_DATABASE_KEY = "key"  # the file is encrypted with a new key
    ROTATE_DESK_VAULT = "desk"  # a new key for the vault of ordinary reporters
    ROTATE_PROTECTED_VAULT = "protected"  # a new key for the denouncers' vault, by a custodian
    MAKE_BACKUP = "backup"  # a new backup; older ones are listed for destruction


@dataclass(frozen=True, slots=True)
class Offboarding:
    """An offboarding in progress: the steps done, the remaining ones, and those blocked now."""

    user_id: str
    name: str
    started_on: date
    done_steps: tuple[OffboardingStep, ...]
    remaining_steps: tuple[OffboardingStep, ...]
    # Remaining steps that wait until a custodian signs in or a backup medium is connected.
    blocked_steps: tuple[OffboardingStep, ...] = ()


@dataclass(frozen=True, slots=True)
class OffboardingImpact:
    """Effects of an offboarding, shown before it is started."""

    name: str
    drafts: int
    requests: int  # reveal requests without a decision
    steps: tuple[OffboardingStep, ...]
    custodians: tuple[str, ...]  # their names; one of them must rotate the denouncers' key
    includes_me: bool  # whether the person who is signed in is a custodian


@dataclass(frozen=True, slots=True)
class ObsoleteBackup:
    """A backup that old keys still open; ``location`` is "" when its medium is not connected."""

    name: str
    made_on: date | None
    seq: int = 0  # of the last log entry in it, 0 if unknown
    location: str = ""
