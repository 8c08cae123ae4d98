"""What the dialog of a reason is for, and its words: open or ask, an ordinary reporter or not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from reception.domain.petition import PetitionKind
from reception.domain.reveal import VISIBLE_SECONDS, RevealRoute

translate = QCoreApplication.translate


class RevealPurpose(Enum):
    """The purpose of the dialog."""

    OPEN = RevealRoute.OPEN
    ASK_HEAD = RevealRoute.ASK
    OPEN_AS_CUSTODIAN = RevealRoute.OPEN_PROTECTED
    ASK_CUSTODIAN = RevealRoute.ASK_CUSTODIAN

    @property
    def asks(self) -> bool:
        """Whether a request is sent, so that nothing is opened yet."""
        return self in (RevealPurpose.ASK_HEAD, RevealPurpose.ASK_CUSTODIAN)

    @property
    def needs_password(self) -> bool:
        """Whether the own password is typed again."""
        return self is RevealPurpose.OPEN_AS_CUSTODIAN


@dataclass(frozen=True, slots=True)
class PurposeWords:
    """The words of the dialog; ``explanation`` is "" where the password box tells it."""

    title: str
    subtitle: str  # after the title of the visit, "" for none
    reasons_label: str
    explanation: str
    log_note: str
    button: str
    button_icon: str


def words_of(purpose: RevealPurpose, kind: str, member_name: str) -> PurposeWords:
    """Return the words; ``kind`` is that of the visit's petition."""
    if purpose is RevealPurpose.OPEN_AS_CUSTODIAN:
        return _open_as_custodian(kind)
    if purpose is RevealPurpose.ASK_CUSTODIAN:
        return _ask_custodian(kind, member_name)
    return _ask_head(member_name) if purpose.asks else _open(member_name)


def _open(member_name: str) -> PurposeWords:
    explanation = translate(
        "Reveal",
        "{name} may open ordinary reporters, so nobody else has to agree. Denouncers are "
        "another matter: this right never opens them.",
    )
    return PurposeWords(
        title=translate("Reveal", "Open a reporter's identity"),
        subtitle="",
        reasons_label=translate("Reveal", "Reason"),
        explanation=explanation.format(name=member_name),
        log_note=translate("Reveal", "Logged before it opens."),
        button=_open_text(),
        button_icon="lock-open",
    )


def _ask_head(member_name: str) -> PurposeWords:
    explanation = translate(
        "Reveal",
        "{name} may not open identities, so the head is asked. The answer will appear in "
        "your to-do list; an approved request opens once.",
    )
    return PurposeWords(
        title=translate("Reveal", "Open a reporter's identity"),
        subtitle="",
        reasons_label=translate("Reveal", "Reason"),
        explanation=explanation.format(name=member_name),
        log_note=_ask_note(),
        button=_ask_text(),
        button_icon="user-check",
    )


def _open_as_custodian(kind: str) -> PurposeWords:
    return PurposeWords(
        title=_title(
            kind,
            translate("Reveal", "Open a denouncer's identity"),
            translate("Reveal", "Open a protected reporter's identity"),
        ),
        subtitle=translate("Reveal", "opened by a custodian"),
        reasons_label=translate("Reveal", "Ground"),
        explanation="",
        log_note=translate("Reveal", "Logged before it opens."),
        button=_open_text(),
        button_icon="lock-open",
    )


def _ask_custodian(kind: str, member_name: str) -> PurposeWords:
    explanation = translate(
        "Reveal",
        "Only a custodian may approve this. If approved, {name} opens it once, for sixty seconds, "
        "today. Nobody answers after today.",
    )
    return PurposeWords(
        title=_title(
            kind,
            translate("Reveal", "Ask for a denouncer's identity"),
            translate("Reveal", "Ask for a protected reporter's identity"),
        ),
        subtitle="",
        reasons_label=translate("Reveal", "Ground"),
        explanation=explanation.format(name=member_name),
        log_note=_ask_note(),
        button=_ask_text(),
        button_icon="user-check",
    )


def _title(kind: str, of_denouncer: str, of_reporter: str) -> str:
    return of_denouncer if kind == PetitionKind.DENUNCIATION.value else of_reporter


def _open_text() -> str:
    return translate("Reveal", "Open for {seconds} s").format(seconds=VISIBLE_SECONDS)


def _ask_text() -> str:
    return translate("Reveal", "Send, wait for approval")


def _ask_note() -> str:
    return translate("Reveal", "Write no name here. Logged when it is sent.")
