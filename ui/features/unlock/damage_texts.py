"""Texts about a register that cannot be opened: heading, next steps, line for the administrator."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reception.domain.errors import ReceptionError
from reception.domain.roster import MISMATCH_CODES

NEWER_CODES = frozenset({"database.newer", "keyring.newer"})  # a newer program wrote the file
# The files are in order, or the head has to see them as they are.
WITHOUT_RESTORE = NEWER_CODES | MISMATCH_CODES
_KEYRING_CODES = frozenset({"keyring.unreadable", "keyring.missing"})


def damage_title(code: str) -> str:
    """Return the heading for an error code."""
    if code in NEWER_CODES:
        return QCoreApplication.translate("Damaged", "Not opened: a newer program wrote it")
    if code in MISMATCH_CODES:
        return QCoreApplication.translate(
            "Damaged", "Not opened: it does not match the roster of the board head"
        )
    if code in _KEYRING_CODES:
        return QCoreApplication.translate("Damaged", "Not opened: the key file cannot be read")
    return {
        "keyring.older": QCoreApplication.translate(
            "Damaged", "Not opened: the key file is an old one"
        ),
        "members.forged": QCoreApplication.translate(
            "Damaged", "Not opened: the list of members was changed"
        ),
        "database.missing": QCoreApplication.translate(
            "Damaged", "Not opened: the data file is missing"
        ),
    }.get(code, QCoreApplication.translate("Damaged", "Not opened: the data file is damaged"))


def next_steps(code: str) -> list[tuple[str, str]]:
    """Return the next steps in order, each as (instruction, explanation)."""
    use_paper = (
        QCoreApplication.translate("Damaged", "Meanwhile receive people on paper"),
        QCoreApplication.translate("Damaged", "Enter those visits when the register opens again."),
    )
    if code in NEWER_CODES:
        install = (
            QCoreApplication.translate("Damaged", "Install the newer program"),
            QCoreApplication.translate("Damaged", "The register itself is in order."),
        )
        return [install, use_paper]
    if code in MISMATCH_CODES:
        return [*_mismatch_steps(), use_paper]
    copy_folder = (
        QCoreApplication.translate("Damaged", "Copy the whole folder to another disk"),
        QCoreApplication.translate(
            "Damaged", "With this window closed. The copy is encrypted as the original is."
        ),
    )
    restore_backup = (
        QCoreApplication.translate("Damaged", "Have the administrator put a backup back"),
        QCoreApplication.translate(
            "Damaged", "The newest copy that opens. Compare its last number with the one you know."
        ),
    )
    return [copy_folder, restore_backup, use_paper]


def _mismatch_steps() -> list[tuple[str, str]]:
    return [
        (
            QCoreApplication.translate("Damaged", "Tell the board head now"),
            QCoreApplication.translate(
                "Damaged", "Only the head can open it, look at each row and sign again."
            ),
        ),
        (
            QCoreApplication.translate("Damaged", "Nobody writes in it or copies files over it"),
            QCoreApplication.translate(
                "Damaged", "Leave machine and folder as they are. Note who has used the machine."
            ),
        ),
    ]


def technical_line(error: ReceptionError) -> str:
    """Return the line for the administrator: code and numbers, no names and no paths."""
    facts = [f"{key}={value}" for key, value in error.facts.items() if isinstance(value, int)]
    return " ".join([error.code, *facts])
