"""The sealed content of a visit, and its form as bytes (JSON, UTF-8)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, time
from typing import Any

from reception.domain.reporter import (
    Address,
    Identity,
    IdentityPaper,
    PaperKind,
    Representation,
    Sex,
)


@dataclass(frozen=True, slots=True)
class SealedPart:
    """The sealed content of a visit: its identity, and what else only the vaults may open."""

    identity: Identity
    same_person_visit_ids: tuple[int, ...] = ()  # ids of other visits of the same person
    original_texts: str = ""  # summaries as typed, before the leak guard changed them
    received_at: time | None = None  # of an ordinary visit; shown nowhere after its day

    def __repr__(self) -> str:
        """Show no identity, not even in a stack trace."""
        return "SealedPart(…)"


def pack(part: SealedPart) -> bytes:
    """Return the sealed part as bytes (JSON, UTF-8)."""
    document: dict[str, Any] = {
        "identity": asdict(part.identity),
        "also": list(part.same_person_visit_ids),
        "wording": part.original_texts,
    }
    if part.received_at is not None:
        document["at"] = part.received_at.isoformat("minutes")
    return json.dumps(document, ensure_ascii=False, default=_date_to_iso).encode("utf-8")


def unpack(data: bytes) -> SealedPart:
    """Return the sealed part from the bytes that :func:`pack` returned."""
    document = json.loads(data)
    return SealedPart(
        identity_from_json(document["identity"]),
        tuple(document["also"]),
        document["wording"],
        time.fromisoformat(document["at"]) if "at" in document else None,  # not in earlier versions
    )


def identity_from_json(item: Mapping[str, Any]) -> Identity:
    """Build an identity from its JSON form (dates as ISO text)."""
    paper = dict(item["paper"])
    paper["kind"] = PaperKind(paper["kind"])
    paper["issued_on"] = _date_from_iso(paper["issued_on"])
    representation = dict(item["representation"])
    representation["paper_date"] = _date_from_iso(representation["paper_date"])
    plain = {
        **item,
        "birth_date": _date_from_iso(item["birth_date"]),
        "sex": Sex(item["sex"]),
        "paper": IdentityPaper(**paper),
        "address": Address(**item["address"]),
        "representation": Representation(**representation),
        "companions": tuple(item["companions"]),
    }
    return replace(Identity(), **plain)


def _date_to_iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _date_from_iso(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
