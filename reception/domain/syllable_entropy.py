"""Entropy of a password made of Vietnamese syllables, which zxcvbn does not know."""

from __future__ import annotations

from functools import cache

from reception.domain.text import fold, nfc

# An attacker tries the few hundred common syllables first, then their accents.
_PLAIN_BITS = 7.0
_MARKED_BITS = 9.0
_OTHER_BITS = 6.5  # any other character, as if it were a random one of the keyboard
_LONGEST_SYLLABLE = 7
_MAX_LENGTH = 200  # characters; longer passwords are strong enough anyway
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
    cheapest = [0.0]
    for end in range(1, len(text) + 1):
        cheapest.append(
            min(
                cheapest[start] + _bits(text[start:end])
                for start in range(max(0, end - _LONGEST_SYLLABLE), end)
            )
        )
    return cheapest[-1]


def _bits(piece: str) -> float:
    if piece.isspace():
        return 0.0
    folded = fold(piece)
    if folded in _syllables():
        return _PLAIN_BITS if folded == piece.casefold() else _MARKED_BITS
    return _OTHER_BITS if len(piece) == 1 else float("inf")
