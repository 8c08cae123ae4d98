"""Breaking a text of mixed faces into lines of a given width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reception.printing.layout.paper_fonts import REGULAR, printable, width

Run = tuple[str, str]  # text, face
_Word = list[Run]


@dataclass(frozen=True, slots=True)
class Line:
    """A line ready to draw: its pieces, natural width in points, blanks, end of paragraph."""

    pieces: tuple[Run, ...]
    width: float
    blanks: int
    last: bool

    @property
    def text(self) -> str:
        """Return the words of the line."""
        return "".join(text for text, _ in self.pieces)


def plain(text: str, font: str = REGULAR) -> tuple[Run, ...]:
    """Return a text in one face as runs."""
    return ((text, font),)


def wrap(runs: Sequence[Run], size: float, room: float, first: float | None = None) -> list[Line]:
    """Break runs into lines ``room`` points wide (the first one ``first``); ``\\n`` ends one."""
    lines: list[Line] = []
    for part in _paragraphs(runs):
        lines += _Filler(size, room, room if first is None or lines else first).fill(part)
    return lines


def _paragraphs(runs: Sequence[Run]) -> Iterator[list[Run]]:
    part: list[Run] = []
    for text, font in runs:
        pieces = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        part.append((printable(pieces[0]), font))
        for piece in pieces[1:]:
            yield part
            part = [(printable(piece), font)]
    yield part


def _words(runs: Sequence[Run]) -> list[_Word]:
    words: list[_Word] = []
    joined = False
    for text, font in runs:
        for place, part in enumerate(text.split(" ")):
            joined = joined and place == 0
            if not part:
                continue
            piece = (part.replace("\u00a0", " "), font)
            if joined:
                words[-1].append(piece)
            else:
                words.append([piece])
            joined = True
    return words


class _Filler:
    """Fills lines greedily; a word too long for a line is cut between letters."""

    def __init__(self, size: float, room: float, first: float) -> None:
        self._size = size
        self._room = room
        self._left = first
        self._lines: list[list[_Word]] = [[]]
        self._used = 0.0
        self._widths = [0.0]

    def fill(self, runs: Sequence[Run]) -> list[Line]:
        """Return the lines of one paragraph, at least one."""
        blank = width(" ", REGULAR, self._size)
        for word in _words(runs):
            self._add(word, _measure(word, self._size), blank)
        last = len(self._lines) - 1
        return [
            _line(words, self._widths[place], place == last)
            for place, words in enumerate(self._lines)
        ]

    def _add(self, word: _Word, wide: float, blank: float) -> None:
        gap = blank if self._lines[-1] else 0.0
        if self._widths[-1] + gap + wide > self._left + 0.01:
            if self._lines[-1] or wide <= self._room:
                self._next()
            gap = 0.0
            if wide > self._left + 0.01:
                self._cut(word)
                return
        self._lines[-1].append(word)
        self._widths[-1] += gap + wide

    def _next(self) -> None:
        self._lines.append([])
        self._widths.append(0.0)
        self._left = self._room

    def _cut(self, word: _Word) -> None:
        """Spread a word over lines, letter by letter, beginning on an empty one."""
        part: list[Run] = []
        for char, font in ((char, font) for text, font in word for char in text):
            step = width(char, font, self._size)
            if part and self._widths[-1] + step > self._left:
                self._lines[-1].append(_merged(part))
                self._next()
                part = []
            part.append((char, font))
            self._widths[-1] += step
        self._lines[-1].append(_merged(part))


def _measure(word: _Word, size: float) -> float:
    return sum(width(text, font, size) for text, font in word)


def _merged(pieces: Sequence[Run]) -> list[Run]:
    merged: list[Run] = []
    for text, font in pieces:
        if merged and merged[-1][1] == font:
            merged[-1] = (merged[-1][0] + text, font)
        else:
            merged.append((text, font))
    return merged


def _line(words: list[_Word], wide: float, last: bool) -> Line:
    pieces: list[Run] = []
    for place, word in enumerate(words):
        if place:
            pieces.append((" ", word[0][1]))
        pieces += word
    merged = tuple(_merged(pieces))
    return Line(merged, wide, sum(text.count(" ") for text, _ in merged), last)
