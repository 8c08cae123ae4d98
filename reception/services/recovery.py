"""Recovery sheets: three lists of 33 words (SLIP-39), any two of which open the office."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from nacl.utils import random as random_bytes
from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics

from reception.domain.errors import InvalidInput
from reception.storage.keyring import UserKeys

SHEETS = 3
NEEDED = 2
WORDS = 33
_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class RecoverySheets:
    """Three lists of words, each for one holder's eyes; never written to a file."""

    sheets: tuple[tuple[str, ...], ...]
    keys: UserKeys

    def __repr__(self) -> str:
        """Never print the words."""
        return "RecoverySheets(…)"

    def right_word(self, sheet: int, place: int, word: str) -> bool:
        """Tell whether ``word`` stands at ``place`` (1-33) of sheet 1-3."""
        return self.sheets[sheet - 1][place - 1] == word.strip().casefold()


def make_sheets() -> RecoverySheets:
    """Draw a fresh 256-bit secret and split it in three, two of which are enough."""
    secret = random_bytes(_SECRET_BYTES)
    groups = generate_mnemonics(1, [(NEEDED, SHEETS)], secret)
    sheets = tuple(tuple(mnemonic.split()) for mnemonic in groups[0])
    return RecoverySheets(sheets, recovery_keys(secret))


def join_sheets(first: str, second: str) -> UserKeys:
    """Return the recovery keys from the words of two sheets."""
    try:
        secret = combine_mnemonics([" ".join(first.split()), " ".join(second.split())])
    except MnemonicError as error:
        raise InvalidInput("recovery.words_wrong", "sheets") from error
    return recovery_keys(secret)


def recovery_keys(secret: bytes) -> UserKeys:
    """Return the X25519 and Ed25519 halves that belong to a recovery secret."""
    return UserKeys(
        box_private=blake2b(secret, digest_size=32, person=b"recovery-box").digest(),
        sign_seed=blake2b(secret, digest_size=32, person=b"recovery-sign").digest(),
        office_root=b"",
    )
