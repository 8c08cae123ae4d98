"""Columns and cells of the audit log table, and its source of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reception.domain.audit import Act
from reception.messages.catalogue import sentence
from ui.appearance import display_format
from ui.database_thread.task_runner import TaskRunner
from ui.models.keyset_source import KeysetSource
from ui.models.paged_table_model import Cell, Column

if TYPE_CHECKING:
    from reception.bootstrap import Reception

translate = QCoreApplication.translate
# Acts by their group in the filter; every act belongs to exactly one group.
ACT_GROUPS: dict[str, tuple[Act, ...]] = {
    "reveals": (
        *(Act.REVEALED, Act.REVEAL_STOPPED, Act.LOOKED_UP, Act.APPROVAL_FAILED),
        *(Act.PROTECTED_REVEALED, Act.OPENING_NOTED, Act.CUSTODIAN_PASSWORD_FAILED),
        *(Act.BULK_OPENED, Act.DENOUNCERS_OPENED, Act.BULK_STOPPED, Act.BULK_MADE),
        Act.COPY_TRACED,
    ),
    "requests": (
        *(Act.REVEAL_ASKED, Act.REVEAL_GRANTED, Act.REVEAL_REFUSED),
        *(Act.REVEAL_EXPIRED, Act.REVEAL_WITHDRAWN),
        *(Act.PROTECTED_REVEAL_ASKED, Act.PROTECTED_REVEAL_GRANTED),
        *(Act.PROTECTED_REVEAL_REFUSED, Act.EXPIRED_REQUEST_SEEN),
    ),
    "visits": (
        *(Act.VISIT_SEALED, Act.VISIT_CORRECTED, Act.VISIT_VOIDED, Act.VOID_CONFIRMED),
        *(
            Act.VISIT_ANSWERED,
            Act.VISIT_RECLASSIFIED,
            Act.VISIT_HANDED_ON,
            Act.HAND_OVER_ENDED,
            Act.TEXTS_CHECKED,
            Act.NUMBER_SET,
            Act.IMPORTED,
            Act.BLIND_INDEX_MADE,
        ),
    ),
    "papers": (
        *(Act.PRINTED, Act.PAPERS_PRINTED, Act.PAPER_DROPPED, Act.COPY_MADE_AGAIN),
        *(Act.EXPORTED, Act.REPORT_MADE, Act.REPORT_PRINTED),
    ),
    "office": (
        *(
            Act.OFFICE_CREATED,
            Act.SETTINGS_CHANGED,
            Act.CALENDAR_CHANGED,
            Act.PASSWORD_CHANGED,
            Act.RECOVERY_SHEETS_MADE,
            Act.RECOVERED,
        ),
        *(
            Act.ROOT_ACCEPTED,
            Act.MIGRATED,
            Act.ROSTER_STARTED,
            Act.ROSTER_CONFIRMED,
            Act.VERIFIED,
            Act.BACKED_UP,
            Act.BACKUP_TRIED,
            Act.RESTORED,
        ),
        Act.MACHINE_CHECKED,
    ),
    "people": (
        *(Act.ACCOUNT_ADDED, Act.ACCOUNT_SUSPENDED, Act.ACCOUNT_REINSTATED, Act.ACCOUNT_OFFBOARDED),
        *(Act.PASSWORD_SET, Act.RIGHTS_CHANGED, Act.CUSTODY_GRANTED, Act.CUSTODY_REVOKED),
        Act.READERS_CONFIRMED,
        *(
            Act.CUSTODY_KEY_HANDED_OVER,
            Act.VAULT_ROTATED,
            Act.DATABASE_KEY_ROTATED,
            Act.BACKUPS_DESTROYED,
        ),
    ),
    "sessions": (
        *(Act.OPENED, Act.LOCKED, Act.ATTEMPTS_FAILED, Act.KEYRING_NEWER, Act.CLOCK_CONFIRMED),
    ),
}
_ICONS = {
    Act.REVEALED.value: ("seal-open", "warn"),
    Act.REVEAL_STOPPED.value: ("seal", "danger"),
    Act.PROTECTED_REVEALED.value: ("seal-open", "danger"),
    Act.CUSTODIAN_PASSWORD_FAILED.value: ("triangle-alert", "warn"),
    Act.BULK_OPENED.value: ("seal-open", "danger"),
    Act.DENOUNCERS_OPENED.value: ("seal-open", "danger"),
    Act.BULK_STOPPED.value: ("seal", "danger"),
    Act.COPY_TRACED.value: ("search", "danger"),
    Act.BULK_MADE.value: ("printer", "warn"),
    Act.APPROVAL_FAILED.value: ("triangle-alert", "warn"),
    Act.VISIT_SEALED.value: ("seal", "seal"),
    Act.PRINTED.value: ("printer", "text2"),
    Act.COPY_MADE_AGAIN.value: ("printer", "text2"),
    Act.OPENED.value: ("log-in", "text2"),
    Act.LOCKED.value: ("lock", "text2"),
    Act.ATTEMPTS_FAILED.value: ("triangle-alert", "warn"),
    Act.CLOCK_CONFIRMED.value: ("triangle-alert", "warn"),
    Act.LOOKED_UP.value: ("search", "text2"),
    Act.VERIFIED.value: ("shield-check", "ok"),
    Act.BACKED_UP.value: ("hard-drive", "text2"),
    Act.RESTORED.value: ("rotate-ccw", "warn"),
}


def group_title(group: str) -> str:
    return {
        "reveals": translate("Upkeep", "Who saw what"),
        "visits": translate("Upkeep", "Visits"),
        "requests": translate("Upkeep", "Requests to open"),
        "people": translate("Upkeep", "Accounts and rights"),
        "papers": translate("Upkeep", "Papers and reports"),
        "office": translate("Upkeep", "Office and backups"),
        "sessions": translate("Upkeep", "Opening and locking"),
    }[group]


def log_source(reception: Reception, runner: TaskRunner, parent: QObject) -> KeysetSource:
    """Return the source of the entries, newest first, read page by page."""
    return KeysetSource(reception.audit_log, _entry_number, runner, parent)


def log_columns(*, is_narrow: bool = False) -> list[Column]:
    """Return the columns of the table; a narrow table has only time, act and person."""
    if is_narrow:
        return [
            Column("at", translate("Upkeep", "When"), _short_time_cell, 96),
            Column("act", translate("Upkeep", "What"), _act_cell),
            Column("who", translate("Upkeep", "Who"), _person_cell, 96),
        ]
    return [
        Column("seq", translate("Upkeep", "No."), _entry_number_cell, 58),
        Column("at", translate("Upkeep", "When"), _time_cell, 136),
        Column("who", translate("Upkeep", "Who"), _person_cell, 120),
        Column("act", translate("Upkeep", "What"), _act_cell),
        Column("about", translate("Upkeep", "About"), _subject_cell, 118),
        Column("digest", translate("Upkeep", "Hash"), _digest_cell, 96),
    ]


def _entry_number(row: object) -> int:
    return row.seq  # type: ignore[attr-defined, no-any-return]


def _entry_number_cell(row: object) -> Cell:
    return Cell(display_format.number(row.seq))  # type: ignore[attr-defined]


def _time_cell(row: object) -> Cell:
    day = display_format.day(row.day)  # type: ignore[attr-defined]
    at = row.time_of_day  # type: ignore[attr-defined]
    return Cell(f"{day} {at:%H:%M}" if at is not None else day)


def _short_time_cell(row: object) -> Cell:
    day = display_format.short_day(row.day)  # type: ignore[attr-defined]
    at = row.time_of_day  # type: ignore[attr-defined]
    return Cell(f"{day} {at:%H:%M}" if at is not None else day)


def _person_cell(row: object) -> Cell:
    return Cell(row.actor_name)  # type: ignore[attr-defined]


def _act_cell(row: object) -> Cell:
    act = row.act  # type: ignore[attr-defined]
    icon, tone = _ICONS.get(act, ("circle-dot", "text3"))
    return Cell(sentence(f"act.{act}"), icon=icon, tone=tone)


def subject_text(row: object) -> str:
    """Return the subject of an entry, like ``Lượt 0012`` or ``Sao lưu``."""
    subject: str = row.subject  # type: ignore[attr-defined]
    text: str = {
        "return code": translate("Upkeep", "Return code"),
        "repeat visitor": translate("Upkeep", "Repeat visitor"),
        "office": translate("Upkeep", "Office"),
        "settings": translate("Upkeep", "Settings"),
        "machine": translate("Upkeep", "This machine"),
        "requests": translate("Upkeep", "Requests to open"),
        "texts": translate("Upkeep", "Words"),
    }.get(subject, subject)
    if row.visit_id is not None:  # type: ignore[attr-defined]
        text = translate("Upkeep", "Visit {number}").format(number=text)
    return text


def _subject_cell(row: object) -> Cell:
    return Cell(subject_text(row))


def _digest_cell(row: object) -> Cell:
    return Cell(row.digest)  # type: ignore[attr-defined]
