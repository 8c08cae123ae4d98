"""Blind index: repeat ordinary visitors are found by keyed hashes, without their identity."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from reception.domain.reporter import Identity, PaperKind
from reception.domain.text import fold, words_of
from reception.storage.crypto.password_hashing import KdfParameters, derive
from reception.storage.database import Database

NUMBER = "number"
PERSON = "person"
_NUMBERED = {PaperKind.NUMBER, PaperKind.CERTIFICATE, PaperKind.PASSPORT}


@dataclass(frozen=True, slots=True)
class BlindIndex:
    """Hashes of one identity by kind, and a digest of the texts that were hashed."""

    values: tuple[tuple[str, bytes], ...]
    sources_digest: bytes


class BlindIndexer:
    """Makes the hashes with the pepper of the office; about 50 ms each, so never inside a save."""

    def __init__(self, database: Database, cost: KdfParameters) -> None:
        row = database.one("SELECT value FROM office WHERE key = 'pepper'")
        self._pepper = bytes.fromhex(row["value"]) if row else bytes(16)
        self._cost = cost

    def make(self, identity: Identity) -> BlindIndex:
        """Return the hashes of an identity; a part that is missing gives none."""
        values = tuple((kind, self.tag(text)) for kind, text in sources(identity))
        return BlindIndex(values, sources_digest(identity))

    def tag(self, source: str) -> bytes:
        """Return the hash of one source."""
        return derive(source.encode("utf-8"), self._pepper, self._cost)


def sources_digest(identity: Identity) -> bytes:
    """Return a digest of the sources of the hashes, to notice changes; it never leaves memory."""
    text = "\x00".join(f"{kind}={source}" for kind, source in sources(identity))
    return blake2b(text.encode("utf-8"), digest_size=16).digest()


def sources(identity: Identity) -> list[tuple[str, str]]:
    """Return (kind, text) of the sources of the hashes; the texts identify, so they stay sealed."""
    pairs = []
    number = "".join(words_of(identity.paper.number)).upper()
    if number and identity.paper.kind in _NUMBERED:
        pairs.append((NUMBER, f"{NUMBER}:{number}"))
    year = identity.birth_year or (identity.birth_date and identity.birth_date.year)
    name = " ".join(words_of(fold(identity.name)))
    commune = " ".join(words_of(fold(identity.address.commune)))
    if name and year and commune:
        pairs.append((PERSON, f"{PERSON}:{name}:{year}:{commune}"))
    return pairs
