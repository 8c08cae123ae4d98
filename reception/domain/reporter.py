"""The reporter as four separate types: identity, sealed identity, pseudonym, revealed identity."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Sex(StrEnum):
    """Sex as written in the identity paper."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


class PaperKind(StrEnum):
    """Identity papers of NĐ 154/2026 Điều 12(1); ``NONE`` when the person brought none."""

    NUMBER = "number"  # số căn cước, số định danh cá nhân: 12 digits
    CERTIFICATE = "certificate"  # giấy chứng nhận căn cước
    PASSPORT = "passport"
    OTHER = "other"
    NONE = "none"


class Capacity(StrEnum):
    """Capacity in which the person speaks (NĐ 154/2026 Điều 13)."""

    SELF = "self"
    GROUP_REPRESENTATIVE = "group_representative"
    AUTHORISED = "authorised"
    LAWYER = "lawyer"  # luật sư, trợ giúp viên pháp lý


@dataclass(frozen=True, slots=True)
class IdentityPaper:
    """An identity document; its ``number`` contains no spaces."""

    kind: PaperKind = PaperKind.NONE
    number: str = ""
    issued_on: date | None = None
    issued_by: str = ""

    def __repr__(self) -> str:
        """Show no part of an identity, not even in a stack trace."""
        return "IdentityPaper(…)"


@dataclass(frozen=True, slots=True)
class Address:
    """Home address; ``commune`` and ``province`` have the names in use since 01/7/2025."""

    hamlet: str = ""  # bản, tổ dân phố
    street: str = ""  # số nhà, đường
    commune: str = ""
    province: str = ""

    def __repr__(self) -> str:
        """Show no part of an identity, not even in a stack trace."""
        return "Address(…)"


@dataclass(frozen=True, slots=True)
class Representation:
    """The person represented, and the proof of it (NĐ 154/2026 Điều 13)."""

    principal: str = ""  # name of the person or organisation represented
    paper: str = ""  # e.g. "Giấy uỷ quyền số 12"
    paper_date: date | None = None
    certified: bool = False  # whether the paper is notarised or certified
    card_number: str = ""  # card of a lawyer or of a legal aid officer

    def __repr__(self) -> str:
        """Show no part of an identity, not even in a stack trace."""
        return "Representation(…)"


@dataclass(frozen=True, slots=True)
class Identity:
    """A reporter's identity before it is sealed; held in memory only."""

    name: str = ""
    birth_year: int | None = None
    birth_date: date | None = None
    sex: Sex = Sex.UNKNOWN
    paper: IdentityPaper = field(default_factory=IdentityPaper)
    address: Address = field(default_factory=Address)
    phone: str = ""
    contact_wish: str = ""  # how to reach the person: "chỉ gọi số này, không gửi qua xã"
    occupation: str = ""  # never asked of a denouncer
    workplace: str = ""
    representation: Representation = field(default_factory=Representation)
    companions: tuple[str, ...] = ()  # names of the group's representatives
    note: str = ""  # sealed with the identity, e.g. a text before the leak guard changed it

    def __repr__(self) -> str:
        """Show no identity, not even in a stack trace."""
        return "Identity(…)"


@dataclass(frozen=True, slots=True)
class RevealedIdentity:
    """An identity opened by a reveal, shown to one person for a few seconds."""

    identity: Identity

    def __repr__(self) -> str:
        """Show no identity, not even in a stack trace."""
        return "RevealedIdentity(…)"


@dataclass(frozen=True, slots=True)
class SealedIdentity:
    """Reference to a sealed identity: all that the program keeps in memory after sealing."""

    value_id: str
    version: int


@dataclass(frozen=True, slots=True, order=True)
class Pseudonym:
    """Code of a reporter in the register: series, year and number, e.g. ``TC-0012``."""

    series: str  # "KN", "TC", "KG", "PA"
    year: int
    number: int

    def code(self, present_year: int | None = None) -> str:
        """Return ``TC-0012``, with ``/2025`` when that year is not the present one."""
        text = f"{self.series}-{self.number:04d}"
        return text if present_year in (None, self.year) else f"{text}/{self.year}"

    @classmethod
    def parse(cls, code: str, present_year: int) -> Pseudonym:
        """Read ``KN-0232`` or ``KN-0232/2025``; raise ValueError for anything else."""
        body, _, year = code.strip().upper().partition("/")
        series, dash, number = body.partition("-")
        if not dash or series not in {"KN", "TC", "KG", "PA"}:
            raise ValueError(code)
        if not number.isdecimal() or not (year or "0").isdecimal():
            raise ValueError(code)  # int() alone would accept "-5" and "1_0"
        return cls(series, int(year) if year else present_year, int(number))
