"""The sealed content of a visit, and its form as bytes (JSON, UTF-8)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, time
from typing import Any

from reception.domain.errors import StorageError
from reception.domain.reporter import (
    Address,
    Identity,
    IdentityPaper,
    PaperKind,
    Representation,
    Sex,
)
from reception.storage.json_shapes import (
    ShapeError,
    hour_of,
    list_of,
    number_of,
    object_of,
    parsed_json,
)


@dataclass(frozen=True, slots=True)
class KeptWords:
    """The reason why words that the leak guard took for the reporter stay in one text.

    ``field`` is the name of the text; ``other_person``: the words name another person.
    """

    field: str
    reason: str
    other_person: bool

    def __repr__(self) -> str:
        """Show no words: together with the text they may tell the reporter's name."""
        return "KeptWords(…)"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How a protected reporter came; of others it stands in the columns of the visit."""

    capacity: str = ""
    interpreter_language: str = ""
    thumb_print: bool = False
    late_source: str = ""  # the handwritten record of a visit entered late
    late_reason: str = ""

    def __repr__(self) -> str:
        """Show nothing by which a reporter can be recognised."""
        return "Circumstances(…)"


@dataclass(frozen=True, slots=True)
class SealedPart:
    """The sealed content of a visit: its identity, and what else only the vaults may open."""

    identity: Identity
    original_texts: str = ""  # summaries as typed, before the leak guard changed them
    received_at: time | None = None  # of an ordinary visit; shown nowhere after its day
    kept_words: tuple[KeptWords, ...] = ()  # of a protected visit; of others they are in the log
    circumstances: Circumstances | None = None  # of a protected visit, as it was received

    def __repr__(self) -> str:
        """Show no identity, not even in a stack trace."""
        return "SealedPart(…)"


def pack(part: SealedPart) -> bytes:
    """Return the sealed part as bytes (JSON, UTF-8)."""
    document: dict[str, Any] = {
        "identity": asdict(part.identity),
        "also": [],  # earlier versions stored other visits of the person here, and require it
        "wording": part.original_texts,
    }
    if part.received_at is not None:
        document["at"] = part.received_at.isoformat("minutes")
    if part.kept_words:
        document["kept"] = [asdict(words) for words in part.kept_words]
    if part.circumstances is not None:
        document["came"] = asdict(part.circumstances)
    return json.dumps(document, ensure_ascii=False, default=_date_to_iso).encode("utf-8")


def unpack(data: bytes) -> SealedPart:
    """Return the sealed part from the bytes that :func:`pack` returned.

    Errors: StorageError ``seal.broken`` for anything else: whoever knows a public key can seal it.
    """
    try:
        document = object_of(parsed_json(data))
        return SealedPart(
            identity_from_json(object_of(document["identity"])),
            _text(document["wording"]),
            hour_of(document["at"]) if "at" in document else None,  # not in earlier versions
            tuple(_kept_words(item) for item in list_of(document.get("kept", []))),
            _circumstances(document["came"]) if "came" in document else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise StorageError("seal.broken") from error


def unpack_texts(data: bytes) -> dict[str, str]:
    """Return sealed texts by their names. Errors: StorageError ``seal.broken``."""
    try:
        return {name: _text(text) for name, text in object_of(parsed_json(data)).items()}
    except ShapeError as error:
        raise StorageError("seal.broken") from error


def identity_from_json(item: Mapping[str, Any]) -> Identity:
    """Build an identity from its JSON form (dates as ISO text).

    Errors: KeyError, TypeError, ValueError for what is no identity.
    """
    paper = _checked(IdentityPaper(), item["paper"])
    paper["kind"] = PaperKind(paper["kind"])
    paper["issued_on"] = _date_from_iso(paper["issued_on"])
    representation = _checked(Representation(), item["representation"])
    representation["paper_date"] = _date_from_iso(representation["paper_date"])
    plain = {
        **_checked(Identity(), item),
        "birth_date": _date_from_iso(item["birth_date"]),
        "sex": Sex(item["sex"]),
        "paper": IdentityPaper(**paper),
        "address": Address(**_checked(Address(), item["address"])),
        "representation": Representation(**representation),
        "companions": tuple(_text(name) for name in list_of(item["companions"])),
    }
    if plain.get("birth_year") is not None:
        number_of(plain["birth_year"], most=9999)
    return replace(Identity(), **plain)


def _kept_words(item: Any) -> KeptWords:
    words = object_of(item)
    return KeptWords(_text(words["field"]), _text(words["reason"]), bool(words["other_person"]))


def _circumstances(item: Any) -> Circumstances:
    values = _checked(Circumstances(), item)
    return Circumstances(**{**values, "thumb_print": bool(values["thumb_print"])})


def _checked(default: object, item: Any) -> dict[str, Any]:
    """Return the fields of a data class; those that are texts by default are texts."""
    values = dict(object_of(item))
    for name, value in values.items():
        if type(getattr(default, name, None)) is str:
            _text(value)
    return values


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ShapeError("no text")
    return value


def _date_to_iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _date_from_iso(text: str | None) -> date | None:
    return date.fromisoformat(_text(text)) if text else None
