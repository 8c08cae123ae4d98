"""The check for identities: searches the texts of a paper before it may be printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from reception.domain.errors import ReceptionError
from reception.domain.leak_guard import Hit, LeakedPart, find_leaks
from reception.domain.reporter import Identity
from reception.domain.text import fold, nfc, words_of

TextCheck = Callable[[Sequence[str]], None]
_FORMS_OF_ADDRESS = {"ông", "bà", "anh", "chị", "cô", "chú", "bác", "em", "cháu", "dì", "cậu", "cụ"}


def no_check(texts: Sequence[str]) -> None:
    """Accept everything: for papers meant to show an identity, or when none is known."""


def check_for_identities(
    identity: Identity, allowed: Sequence[str] = (), waived_texts: Sequence[str] = ()
) -> TextCheck:
    """Return a check that refuses a paper showing the identity: ``printing.identity_found``.

    ``allowed`` are names accepted although they resemble it: the officer's own name.
    ``waived_texts`` are texts whose hits the officer left in with a reason, in a denunciation
    because they name another person: a paper may show each at most as often as these texts.
    The error names the part that was found, never its words.
    """
    accepted_counts = Counter(
        key for text in waived_texts for key in _keys(nfc(text), find_leaks(nfc(text), identity))
    )

    def check(texts: Sequence[str]) -> None:
        text = nfc(" ".join(texts))
        for name in allowed:
            text = re.sub(re.escape(nfc(name)), "…", text, flags=re.IGNORECASE)
        hits = [hit for hit in find_leaks(text, identity) if _names_person(text, hit, identity)]
        unaccepted_counts = Counter(_keys(text, hits)) - accepted_counts
        for hit in hits:
            if unaccepted_counts[_key(text, hit)]:
                raise ReceptionError("printing.identity_found", part=hit.part.value)

    return check


def _keys(text: str, hits: Sequence[Hit]) -> Iterator[tuple[LeakedPart, str]]:
    return (_key(text, hit) for hit in hits)


def _key(text: str, hit: Hit) -> tuple[LeakedPart, str]:
    # Lines of a paper are joined by one space, whatever separated the words as typed.
    return hit.part, " ".join(fold(text[hit.start : hit.end]).split())


def _names_person(text: str, hit: Hit, identity: Identity) -> bool:
    """Return whether a hit names the person: a form's own "có lần" is not "cô Lan"."""
    if hit.part not in (LeakedPart.NAME, LeakedPart.RELATED):
        return True
    parts = [word.casefold() for word in words_of(text[hit.start : hit.end])]
    names = (identity.name, identity.representation.principal, *identity.companions)
    folded_words = {fold(word) for word in parts}
    if any(_has_all_words(name, folded_words) for name in names):
        return True
    if all(word.isascii() for word in parts):
        return True
    exact_words = {word.casefold() for name in names for word in words_of(name)}
    return parts[0] in _FORMS_OF_ADDRESS and all(word in exact_words for word in parts[1:])


def _has_all_words(name: str, folded_words: set[str]) -> bool:
    parts = {fold(word) for word in words_of(name)}
    return len(parts) > 1 and parts <= folded_words
