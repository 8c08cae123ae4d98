"""Blind index: repeat ordinary visitors are found by keyed hashes, without their identity."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from reception.domain.reporter import Identity, PaperKind
from reception.domain.text import fold, words
from reception.storage.crypto.password_hashing import KdfParameters, derive
from reception.storage.database import Database

NUMBER = "number"
PERSON = "person"
_NUMBERED = {PaperKind.NUMBER, PaperKind.CERTIFICATE, PaperKind.PASSPORT}


@dataclass(frozen=True, slots=True)
class BlindIndex:
    """Hashes of one identity by kind, and a mark of the identity they were made from."""

    values: tuple[tuple[str, bytes], ...]
    made_from: bytes


class BlindIndexer:
    """Makes the hashes with the pepper of the office; about 50 ms each, so never inside a save."""

    def __init__(self, database: Database, cost: KdfParameters) -> None:
        row = database.one("SELECT value FROM office WHERE key = 'pepper'")
        self._pepper = bytes.fromhex(row["value"]) if row else bytes(16)
        self._cost = cost

    def make(self, identity: Identity) -> BlindIndex:
        """Return the hashes of an identity; a part that is missing gives none."""
        values = tuple((kind, self.tag(text)) for kind, text in sources(identity))
        return BlindIndex(values, mark(identity))

    def tag(self, source: str) -> bytes:
        """Return the hash of one source."""
        return derive(source.encode("utf-8"), self._pepper, self._cost)


def mark(identity: Identity) -> bytes:
    """Return a mark that changes when a source of the hashes does; it never leaves memory."""
    text = "\x00".join(f"{kind}={source}" for kind, source in sources(identity))
    return blake2b(text.encode("utf-8"), digest_size=16).digest()


def sources(identity: Identity) -> list[tuple[str, str]]:
    """Return (kind, text) of the sources of the hashes; the texts identify, so they stay sealed."""
    found = []
    number = "".join(words(identity.paper.number)).upper()
    if number and identity.paper.kind in _NUMBERED:
        found.append((NUMBER, f"{NUMBER}:{number}"))
    year = identity.birth_year or (identity.birth_date and identity.birth_date.year)
    name = " ".join(words(fold(identity.name)))
    commune = " ".join(words(fold(identity.address.commune)))
    if name and year and commune:
        found.append((PERSON, f"{PERSON}:{name}:{year}:{commune}"))
    return found
