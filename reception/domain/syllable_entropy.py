"""Entropy of a password made of Vietnamese syllables, which zxcvbn does not know."""

from __future__ import annotations

from functools import cache

from reception.domain.text import fold, nfc

# An attacker tries the few hundred common syllables first, then the same with accents.
_BITS_WITHOUT_ACCENTS = 7.0
_BITS_WITH_ACCENTS = 9.0
_BITS_OF_OTHER_CHARACTER = 6.5  # as if it were a random character of the keyboard
_LONGEST_SYLLABLE = 7
_MAX_LENGTH = 200  # characters; longer passwords are strong enough anyway
# A syllable is an initial consonant, or none, and a rime: its vowels with the final consonant.
_INITIALS = "b c ch d g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x"
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et ech enh eu i ia ich iec iem "
    "ien ieng iep iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oat oay oc oe oen "
    "oet oi om on ong ooc oong op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi "
    "uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt y yem yen yet yeu"
)


@cache
def _syllables() -> frozenset[str]:
    initials = ["", *_INITIALS.split()]
    return frozenset(initial + rime for initial in initials for rime in _RIMES.split())


def syllable_bits(password: str) -> float:
    """Return the entropy in bits of a password as common syllables and single characters.

    Of all ways to split the password, the one with the fewest bits counts. The result is an upper
    bound only: the caller takes the smaller of this and another estimate.
    """
    text = nfc(password)[:_MAX_LENGTH]
    fewest_bits = [0.0]  # for the first 0, 1, 2 … characters
    for end in range(1, len(text) + 1):
        fewest_bits.append(
            min(
                fewest_bits[start] + _piece_bits(text[start:end])
                for start in range(max(0, end - _LONGEST_SYLLABLE), end)
            )
        )
    return fewest_bits[-1]


def _piece_bits(piece: str) -> float:
    if piece.isspace():
        return 0.0
    folded = fold(piece)
    if folded in _syllables():
        return _BITS_WITHOUT_ACCENTS if folded == piece.casefold() else _BITS_WITH_ACCENTS
    return _BITS_OF_OTHER_CHARACTER if len(piece) == 1 else float("inf")
