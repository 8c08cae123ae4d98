"""The identity lint: the last look at an office paper's words before it may be printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from reception.domain.errors import ReceptionError
from reception.domain.leak_guard import Hit, Part, find_leaks
from reception.domain.reporter import Identity
from reception.domain.text import fold, nfc, words

TextCheck = Callable[[Sequence[str]], None]
_TITLES = {"ông", "bà", "anh", "chị", "cô", "chú", "bác", "em", "cháu", "dì", "cậu", "cụ"}


def no_check(texts: Sequence[str]) -> None:
    """Let everything pass: papers that are meant to hold an identity, or none is in hand."""


def check_for_identities(
    identity: Identity, allowed: Sequence[str] = (), left_in: Sequence[str] = ()
) -> TextCheck:
    """Return a check that refuses a paper showing the identity: ``printing.identity_found``.

    ``allowed`` are words that must stand although they resemble it: the officer's own name.
    ``left_in`` are texts whose hits the officer left in with a reason, in a denunciation
    because they name another person: a paper may show each as often as they do, no oftener.
    The facts of the error say which part was found, never what it says.
    """
    granted = Counter(
        shown for text in left_in for shown in _shown(nfc(text), find_leaks(nfc(text), identity))
    )

    def check(texts: Sequence[str]) -> None:
        text = nfc(" ".join(texts))
        for name in allowed:
            text = re.sub(re.escape(nfc(name)), "…", text, flags=re.IGNORECASE)
        told = [hit for hit in find_leaks(text, identity) if _tells(text, hit, identity)]
        beyond = Counter(_shown(text, told)) - granted
        for hit in told:
            if beyond[_key(text, hit)]:
                raise ReceptionError("printing.identity_found", part=hit.part.value)

    return check


def _shown(text: str, hits: Sequence[Hit]) -> Iterator[tuple[Part, str]]:
    return (_key(text, hit) for hit in hits)


def _key(text: str, hit: Hit) -> tuple[Part, str]:
    # Lines of a paper are joined by one space, whatever stood between the words as typed.
    return hit.part, " ".join(fold(text[hit.start : hit.end]).split())


def _tells(text: str, hit: Hit, identity: Identity) -> bool:
    """Tell whether a hit is one: a form's own "có lần" is no "cô Lan"."""
    if hit.part not in (Part.NAME, Part.RELATED):
        return True
    found = [word.casefold() for word in words(text[hit.start : hit.end])]
    names = (identity.name, identity.representation.principal, *identity.companions)
    folded = {fold(word) for word in found}
    if any(_whole(name, folded) for name in names):
        return True
    if all(word.isascii() for word in found):
        return True
    exact = {word.casefold() for name in names for word in words(name)}
    return found[0] in _TITLES and all(word in exact for word in found[1:])


def _whole(name: str, folded: set[str]) -> bool:
    parts = {fold(word) for word in words(name)}
    return len(parts) > 1 and parts <= folded
