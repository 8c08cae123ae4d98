"""Lifecycle of a sealed visit: grounds of changes, answers, and which fields can be corrected."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reception.domain.petition import PetitionKind


class CorrectionGround(StrEnum):
    """Ground of a correction."""

    MISTYPED = "mistyped"
    INCOMPLETE = "incomplete"
    IDENTITY_IN_TEXT = "identity_in_text"  # the old text is sealed
    OTHER = "other"


class VoidGround(StrEnum):
    """Ground of voiding a visit."""

    ENTERED_TWICE = "twice"
    NOT_A_VISIT = "not_a_visit"
    WRONG_PERSON = "wrong_person"
    OTHER = "other"


class ReclassificationGround(StrEnum):
    """Ground of a reclassification."""

    CONTENT = "content"  # the content is of another kind
    MISCHOSEN = "mischosen"
    PROTECTION_ASKED = "protection_asked"
    PROTECTION_ENDED = "protection_ended"
    OTHER = "other"


class AnswerChannel(StrEnum):
    """Channel of an answer (Luật Tiếp công dân Điều 28(1))."""

    IN_PERSON = "in_person"  # spoken, to the person
    HANDED = "handed"  # a document handed to the person
    LETTER = "letter"  # a document sent to the person

    @property
    def written(self) -> bool:
        """Tell whether a document with a number was given."""
        return self is not AnswerChannel.IN_PERSON


class LifecycleAct(StrEnum):
    """Acts on a sealed visit."""

    ENTERED_LATE = "entered_late"
    CORRECTED = "corrected"
    IDENTITY_CORRECTED = "identity_corrected"
    VOIDED = "voided"
    VOID_CONFIRMED = "void_confirmed"
    ANSWERED = "answered"
    RECLASSIFIED = "reclassified"
    PAPER_DROPPED = "paper_dropped"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a reporter: day, channel, and the number of the document if there is one."""

    answered_on: date
    channel: AnswerChannel
    document_number: str = ""
    closed_terms: tuple[str, ...] = ()  # codes of the terms that it closes; () for all open ones


@dataclass(frozen=True, slots=True)
class LateEntry:
    """A visit received on an earlier day and entered now (ghi bổ sung)."""

    received_on: date
    source: str  # the handwritten record, e.g. "Phiếu ghi tay số 03"
    reason: str


@dataclass(frozen=True, slots=True)
class Protection:
    """What decides who may open the sealed parts of a visit: its kind, and what was asked for."""

    kind: PetitionKind
    is_asked_for: bool  # the reporter asked to be protected

    @property
    def custodians_only(self) -> bool:
        """Tell whether only custodians may open the sealed parts."""
        return self.kind.protected or self.is_asked_for


@dataclass(frozen=True, slots=True)
class ProtectionChange:
    """The protection of a visit before and after a reclassification."""

    before: Protection
    after: Protection

    @property
    def raises(self) -> bool:
        """Tell whether reception officers lose access to the identity."""
        return self.after.custodians_only and not self.before.custodians_only

    @property
    def lowers(self) -> bool:
        """Tell whether the visit becomes ordinary, or is no longer a denunciation.

        Only a custodian may do this, because only custodians open the data keys.
        """
        no_denunciation = self.before.kind.protected and not self.after.kind.protected
        return self.becomes_ordinary or no_denunciation

    @property
    def becomes_ordinary(self) -> bool:
        """Tell whether others than custodians may open the sealed parts from now on."""
        return self.before.custodians_only and not self.after.custodians_only


# Texts and other fields that may be corrected, first of a petition, then of the visit itself.
PETITION_TEXTS = (
    "summary",
    "request",
    "respondent",
    "place",
    "field_note",
    "settled_by",
    "handled_by",
    "document_number",
    "explanation",
)
PETITION_FIELDS = ("field", "settled_round")
VISIT_TEXTS = ("result", "note")
VISIT_FIELDS = ("mode", "body", "people", "same_content", "interpreter")
PAPER = "paper"
_MOST_DIGITS = 9  # of the number of a petition or paper
_DOCUMENT_NUMBER = re.compile(r"[0-9]{1,6}[A-ZĐ]?(?:/[0-9]{4})?/[A-ZĐ0-9&.-]{2,40}")
INTERPRETER = "interpreter"  # its language; typed, so it may hold anything


def split_field_path(path: str) -> tuple[str, int]:
    """Return (field, petition) of a path: ``summary.1`` is the summary of the first petition.

    Fields of the visit itself have petition 0: ``note``.
    """
    name, _, position = path.partition(".")
    is_number = position.isdecimal() and len(position) <= _MOST_DIGITS
    return name, int(position) if is_number else 0


def is_text(path: str) -> bool:
    """Tell whether the field at a path is free text, which may contain a name."""
    return split_field_path(path)[0] in (*PETITION_TEXTS, *VISIT_TEXTS, PAPER, INTERPRETER)


def is_document_number(text: str) -> bool:
    """Tell whether a text has the form of a document's number, which names nobody: "15/UBND-TD"."""
    return _DOCUMENT_NUMBER.fullmatch(text) is not None


def respondents_in(texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the texts by path that name the person complained about."""
    return tuple(text for path, text in texts.items() if split_field_path(path)[0] == "respondent")
