"""The check for identities: searches the texts of a paper before it may be printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from reception.domain.errors import ReceptionError
from reception.domain.leak_guard import LeakGuard
from reception.domain.leak_hits import Hit, LeakedPart, of_identity
from reception.domain.reporter import Identity
from reception.domain.text import fold, nfc

TextCheck = Callable[[Sequence[str]], None]


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
    guard = LeakGuard(identity)
    accepted_counts = Counter(
        key for text in waived_texts for key in _keys(nfc(text), guard.find(nfc(text)))
    )

    def check(texts: Sequence[str]) -> None:
        text = nfc(" ".join(texts))
        for name in allowed:
            text = re.sub(re.escape(nfc(name)), "…", text, flags=re.IGNORECASE)
        # A paper has the office's own telephone and numbers drawn by chance.
        hits = of_identity(guard.find(text))
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
