"""Entries of the audit log: actor, act, record, and the digests of the hash chain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from reception.domain.clock import VIETNAM
from reception.domain.log_checkpoint import LogCheckpoint

__all__ = [
    "UNREADABLE_TIME",
    "AcceptedFinding",
    "Act",
    "Finding",
    "LogCheckpoint",
    "LogEntry",
    "RowDigest",
    "Verification",
    "entry_time",
    "visit_of_subject",
    "visit_subject",
]

_VISIT_PREFIX = "visit "
_MAX_VISIT_DIGITS = 18  # fits into an SQLite integer


class Act(StrEnum):
    """Acts recorded in the log; their sentences for people are in reception.messages."""

    OFFICE_CREATED = "office_created"
    OPENED = "opened"
    LOCKED = "locked"
    ATTEMPTS_FAILED = "tries_failed"
    KEYRING_NEWER = "keyring_ahead"
    CLOCK_CONFIRMED = "clock_confirmed"
    RECOVERY_SHEETS_MADE = "recovery_made"
    RECOVERED = "recovered"  # two recovery sheets opened the office
    ROOT_ACCEPTED = "root_followed"
    MIGRATED = "migrated"
    ROSTER_STARTED = "roster_started"  # the first roster of an office of an earlier version
    ROSTER_CONFIRMED = "roster_confirmed"  # the head saw what differed and signed a new roster
    READERS_CONFIRMED = "readers_confirmed"  # the head wants them to read every denunciation
    VISIT_SEALED = "visit_sealed"
    VISIT_CORRECTED = "visit_corrected"
    VISIT_VOIDED = "visit_voided"
    VOID_CONFIRMED = "void_confirmed"
    VISIT_ANSWERED = "visit_answered"
    VISIT_RECLASSIFIED = "visit_reclassified"
    VISIT_HANDED_ON = "visit_handed_on"  # one denunciation, to one officer to read
    HAND_OVER_ENDED = "hand_over_ended"
    TEXTS_CHECKED = "texts_checked"  # texts compared with identities, in memory
    NUMBER_SET = "number_set"  # the next number of a year
    LOOKED_UP = "looked_up"
    REVEAL_STOPPED = "reveal_stopped"
    REVEAL_ASKED = "reveal_asked"  # a member without the right asked the head
    REVEAL_GRANTED = "reveal_granted"
    REVEAL_REFUSED = "reveal_refused"
    REVEAL_EXPIRED = "reveal_expired"
    REVEAL_WITHDRAWN = "reveal_withdrawn"
    REVEALED = "revealed"  # an ordinary reporter's identity, opened for one person
    COPY_MADE_AGAIN = "copy_made_again"  # a citizen's copy, with nothing opened
    COPY_TRACED = "copy_traced"  # a found copy's number was searched for in the seals
    # The same for a denouncer, or for a reporter who asked for protection.
    PROTECTED_REVEAL_ASKED = "protected_asked"
    PROTECTED_REVEAL_GRANTED = "protected_granted"
    PROTECTED_REVEAL_REFUSED = "protected_refused"
    PROTECTED_REVEALED = "protected_revealed"  # by a custodian alone, or by a granted request
    OPENING_NOTED = "protected_noted"  # somebody who manages saw that a custodian opened alone
    EXPIRED_REQUEST_SEEN = "protected_expiry_seen"  # by a custodian; nobody had answered it
    CUSTODIAN_PASSWORD_FAILED = "custodian_password_failed"  # noqa: S105 - the name of an act
    APPROVAL_FAILED = "approval_failed"  # the head's password was typed wrongly
    BULK_OPENED = "bulk_opened"  # identities of many ordinary reporters, for one paper
    DENOUNCERS_OPENED = "secret_opened"
    BULK_STOPPED = "bulk_stopped"  # nothing was printed
    BULK_MADE = "bulk_made"
    PRINTED = "printed"
    # Of earlier versions: sheets printed, or given up. Now the end of the session tells it.
    PAPERS_PRINTED = "papers_printed"
    PAPER_DROPPED = "paper_dropped"
    EXPORTED = "exported"
    IMPORTED = "imported"
    BLIND_INDEX_MADE = "tagged"
    REPORT_MADE = "reported"
    REPORT_PRINTED = "report_printed"  # a printer has taken the monthly report
    SETTINGS_CHANGED = "settings_changed"
    CALENDAR_CHANGED = "calendar_changed"  # a day set, and the deadlines it moved
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of an act
    ACCOUNT_ADDED = "account_added"
    ACCOUNT_SUSPENDED = "account_shut_out"
    ACCOUNT_REINSTATED = "account_let_in"
    ACCOUNT_OFFBOARDED = "account_left"
    PASSWORD_SET = "password_set"  # noqa: S105 - a new one by the head, with new keys
    RIGHTS_CHANGED = "rights_changed"
    CUSTODY_GRANTED = "custody_given"
    CUSTODY_REVOKED = "custody_taken"
    CUSTODY_KEY_HANDED_OVER = "custody_handed"  # the vault's private keys, to all custodians
    VAULT_ROTATED = "vault_renewed"
    DATABASE_KEY_ROTATED = "key_renewed"
    BACKUPS_DESTROYED = "backups_destroyed"  # backups that older keys could open
    VERIFIED = "verified"
    BACKED_UP = "backed_up"
    MACHINE_CHECKED = "machine_checked"
    BACKUP_TRIED = "backup_tried"  # opened and verified, as before a restore
    RESTORED = "restored"  # a backup was restored as this office


@dataclass(frozen=True, slots=True)
class RowDigest:
    """Digest (BLAKE2b, 32 bytes) of a row after the logged change; empty if the row was removed."""

    table: str
    key: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the chained, signed log; ``facts`` is canonical JSON without identities."""

    seq: int
    at: datetime
    actor: str  # user id
    actor_key: int  # generation of the actor's signing key
    act: str
    subject: str
    facts: str
    previous: bytes
    digest: bytes
    signature: bytes
    roster: int = 0  # number of the roster in force; 0 in entries of earlier versions


# The time of an entry whose author wrote no time: earlier than every other one.
UNREADABLE_TIME = datetime(1, 1, 1, tzinfo=UTC)


def entry_time(text: str) -> datetime:
    """Return an entry's time; UNREADABLE_TIME for anything but a time with its UTC offset.

    Whoever signs an entry with other tools may write anything. Such an entry does not have the
    digest that its author signed, and is found by the verification.
    """
    try:
        at = datetime.fromisoformat(text)
        at.astimezone(VIETNAM)  # every screen does that; the first of all days has no day before
    except (ValueError, OverflowError):
        return UNREADABLE_TIME
    return at if at.utcoffset() is not None else UNREADABLE_TIME


def visit_subject(visit_id: int) -> str:
    """Return the subject of log entries and prints that are about a visit."""
    return f"{_VISIT_PREFIX}{visit_id}"


def visit_of_subject(subject: str) -> int | None:
    """Return the visit id in a subject; None if the subject is something else."""
    text = subject.removeprefix(_VISIT_PREFIX)
    is_visit = subject.startswith(_VISIT_PREFIX) and len(text) <= _MAX_VISIT_DIGITS
    return int(text) if is_visit and text.isascii() and text.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem found by the verification: its code, the entry and the record concerned.

    ``act`` and ``actor`` (user id) are those of the entry, where the problem is what it did.
    ``digest`` (hex) is that of what is wrong as it is now, where it could change again without
    another finding: two findings about the same place are equal whatever is there.
    """

    code: str
    seq: int | None = None
    table: str = ""
    key: str = ""
    act: str = ""
    actor: str = ""
    digest: str = field(default="", compare=False)

    @property
    def place(self) -> tuple[str, int | None, str, str, str]:
        """Return code, entry, record and digest: what the head accepts, and nothing else."""
        return self.code, self.seq, self.table, self.key, self.digest

    def with_name(self, names: Mapping[str, str]) -> Finding:
        """Return the finding with the actor's name; ``names`` are by user id."""
        return replace(self, actor=names.get(self.actor, self.actor))


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A finding that the head has looked at and accepted, and the day of it."""

    finding: Finding
    day: date


@dataclass(frozen=True, slots=True)
class Verification:
    """Result of a verification of the log; findings in the order in which they were found.

    ``accepted`` are those that the head has accepted; ``findings`` are all others.
    """

    entries: int
    records: int
    findings: tuple[Finding, ...]
    accepted: tuple[AcceptedFinding, ...] = ()

    @property
    def intact(self) -> bool:
        """Tell whether nothing was found but what the head has accepted."""
        return not self.findings

    def with_names(self, names: Mapping[str, str]) -> Verification:
        """Return the result with names in place of user ids; ``names`` are by user id."""
        accepted = (replace(item, finding=item.finding.with_name(names)) for item in self.accepted)
        findings = tuple(item.with_name(names) for item in self.findings)
        return replace(self, findings=findings, accepted=tuple(accepted))
