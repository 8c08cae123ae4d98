"""The leak guard on a text that changes a little each time: only what changed is read again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reception.domain.leak_guard import LeakGuard
from reception.domain.leak_hits import Hit, ParagraphHits, joined_hits

# Pieces end where a sentence or a line does, so that an edit moves the ends of few other pieces.
_SHORTEST, _LONGEST = 200, 1_200
_END = re.compile(r"\n|[.;:!?,]\s")
# So much of the neighbours is read along: a hit counts where it begins, and may end in the next.
_BEFORE, _BEHIND = 80, 320

_Key = tuple[str, int, int]  # the text read, and where the piece begins and ends in it


class PieceReader:
    """Finds in the pieces of a text what its guard finds in the whole, and remembers each piece."""

    def __init__(self, guard: LeakGuard) -> None:
        self._guard = guard
        self._known: dict[_Key, ParagraphHits] = {}
        self._used: dict[_Key, ParagraphHits] = {}
        self.pieces_read = 0  # since the beginning

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return the hits of one text, in order, without overlaps."""
        return joined_hits(self._hits_of(text, start, end) for start, end in _pieces(text))

    def read_some(self, texts: Iterable[str], most: int) -> bool:
        """Read at most ``most`` pieces that are not known yet; False while others remain."""
        last = self.pieces_read + most
        for text in texts:
            for start, end in _pieces(text):
                self._hits_of(text, start, end)
                if self.pieces_read > last:
                    return False
        return True

    def forget_unused(self) -> None:
        """Forget the pieces that were not looked at since the last call."""
        self._known, self._used = self._used, {}

    def _hits_of(self, text: str, start: int, end: int) -> tuple[int, ParagraphHits]:
        """Return (offset, hits that begin in the piece); add the offset to their positions."""
        first = max(0, start - _BEFORE)
        key = (text[first : end + _BEHIND], start - first, end - first)
        hits = self._used.get(key)
        if hits is None:
            hits = self._known.get(key)
        if hits is None:
            self.pieces_read += 1
            hits = _beginning_in(self._guard.find_paragraph(key[0]), *key[1:])
        self._used[key] = hits
        return first, hits


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the pieces, which together are the text."""
    start = 0
    while start < len(text):
        match = _END.search(text, start + _SHORTEST, start + _LONGEST)
        end = match.end() if match else min(start + _LONGEST, len(text))
        yield start, end
        start = end


def _beginning_in(found: ParagraphHits, start: int, end: int) -> ParagraphHits:
    return ParagraphHits(
        tuple(hit for hit in found.hits if start <= hit.start < end),
        tuple(hit for hit in found.dependent_hits if start <= hit.start < end),
    )
