"""Blind index: keyed hashes by which the next visit of an ordinary reporter is recognised."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from reception.domain.errors import StorageError
from reception.domain.reporter import Identity, PaperKind
from reception.domain.text import fold, words_of
from reception.storage.crypto.password_hashing import KdfParameters, derive
from reception.storage.database import Database
from reception.storage.office_values import read_office_value

NUMBER = "number"
PERSON = "person"
_KINDS_WITH_NUMBER = {PaperKind.NUMBER, PaperKind.CERTIFICATE, PaperKind.PASSPORT}


@dataclass(frozen=True, slots=True)
class BlindIndex:
    """The hashes of one identity as (kind, hash), and a digest of the texts that were hashed.

    The kind is ``NUMBER`` (number of an identity paper) or ``PERSON`` (name, birth year, commune).
    """

    hashes: tuple[tuple[str, bytes], ...]
    sources_digest: bytes


class BlindIndexer:
    """Makes the hashes with the secret pepper of the office.

    A hash takes about 50 ms, so hashes are made before the transaction that saves a visit.
    """

    def __init__(self, database: Database, cost: KdfParameters) -> None:
        stored_pepper = read_office_value(database, "pepper")
        try:
            self._pepper = bytes.fromhex(stored_pepper) if stored_pepper is not None else bytes(16)
        except ValueError as error:  # somebody has written it with other tools
            raise StorageError("database.damaged") from error
        self._cost = cost

    def make(self, identity: Identity) -> BlindIndex:
        """Return the hashes of an identity; a kind whose texts are missing gets no hash."""
        hashes = tuple((kind, self.hash_source(text)) for kind, text in hash_sources(identity))
        return BlindIndex(hashes, sources_digest(identity))

    def hash_source(self, source: str) -> bytes:
        """Return the hash of one text of :func:`hash_sources`."""
        return derive(source.encode("utf-8"), self._pepper, self._cost)


def sources_digest(identity: Identity) -> bytes:
    """Return a digest of the texts to be hashed, which shows whether they have changed.

    The digest is kept in memory only.
    """
    text = "\x00".join(f"{kind}={source}" for kind, source in hash_sources(identity))
    return blake2b(text.encode("utf-8"), digest_size=16).digest()


def hash_sources(identity: Identity) -> list[tuple[str, str]]:
    """Return (kind, text) of the texts to be hashed.

    The texts identify the person, so they are never stored outside a seal.
    """
    pairs = []
    number = "".join(words_of(identity.paper.number)).upper()
    if number and identity.paper.kind in _KINDS_WITH_NUMBER:
        pairs.append((NUMBER, f"{NUMBER}:{number}"))
    year = identity.birth_year or (identity.birth_date and identity.birth_date.year)
    name = " ".join(words_of(fold(identity.name)))
    commune = " ".join(words_of(fold(identity.address.commune)))
    if name and year and commune:
        pairs.append((PERSON, f"{PERSON}:{name}:{year}:{commune}"))
    return pairs
