"""Recovery sheets: three lists of 33 words (SLIP-39), any two of which open the office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from nacl.utils import random as random_bytes
from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.share import Share
from shamir_mnemonic.wordlist import WORDLIST

from reception.domain.errors import InvalidInput
from reception.storage.crypto.keyring import UserKeys

SHEET_COUNT = 3
REQUIRED_SHEETS = 2
WORDS_PER_SHEET = 33
_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class RecoveryShares:
    """Three lists of words, one for each holder; never written to a file."""

    sheets: tuple[tuple[str, ...], ...]
    keys: UserKeys

    def __repr__(self) -> str:
        """Show no words."""
        return "RecoveryShares(…)"

    def is_right_word(self, sheet: int, position: int, word: str) -> bool:
        """Tell whether ``word`` is the word at ``position`` (1-33) of sheet 1-3."""
        return self.sheets[sheet - 1][position - 1] == word.strip().casefold()


def make_shares() -> RecoveryShares:
    """Draw a 256-bit secret and split it into three shares, two of which are enough."""
    secret = random_bytes(_SECRET_BYTES)
    groups = generate_mnemonics(1, [(REQUIRED_SHEETS, SHEET_COUNT)], secret)
    sheets = tuple(tuple(mnemonic.split()) for mnemonic in groups[0])
    return RecoveryShares(sheets, recovery_keys(secret))


def share_words() -> tuple[str, ...]:
    """Return the 1,024 words of SLIP-39 in order; their first four letters differ."""
    return tuple(WORDLIST)


def check_share(words: Sequence[str], sheet: int) -> int:
    """Return the number (1-3) encoded in a sheet; ``sheet`` is for the error message.

    Errors: ``recovery.sheet_wrong`` when its 33 words do not fit together.
    """
    return int(_share(words, sheet).index) + 1


def join_shares(first: str, second: str) -> UserKeys:
    """Return the recovery keys from the words of two sheets.

    Errors: ``recovery.sheet_wrong`` (a wrong word), ``recovery.same_sheet``,
    ``recovery.sheets_differ`` (of two sets), ``recovery.words_wrong``.
    """
    first_share, second_share = (
        _share(text.split(), sheet) for sheet, text in enumerate((first, second), 1)
    )
    if first_share.common_parameters() != second_share.common_parameters():
        raise InvalidInput("recovery.sheets_differ", "sheets")
    if first_share.index == second_share.index:
        raise InvalidInput("recovery.same_sheet", "sheets")
    try:
        secret = combine_mnemonics([" ".join(first.split()), " ".join(second.split())])
    except MnemonicError:  # its message contains words of the sheet
        raise InvalidInput("recovery.words_wrong", "sheets") from None
    return recovery_keys(secret)


def _share(words: Sequence[str], sheet: int) -> Share:
    try:
        if len(words) == WORDS_PER_SHEET:
            return Share.from_mnemonic(" ".join(words))
    except MnemonicError:  # its message contains words of the sheet
        pass
    raise InvalidInput("recovery.sheet_wrong", "sheets", sheet=sheet)


def recovery_keys(secret: bytes) -> UserKeys:
    """Derive the X25519 and Ed25519 private keys from a recovery secret."""
    return UserKeys(
        box_private=blake2b(secret, digest_size=32, person=b"recovery-box").digest(),
        sign_seed=blake2b(secret, digest_size=32, person=b"recovery-sign").digest(),
        office_root=b"",
    )
