"""The hits of the leak guard in a text area: a wavy underline that moves with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument

from reception.domain.leak_hits import Hit
from ui.appearance.theme import theme


@dataclass(frozen=True, slots=True, repr=False)
class _Mark:
    """A hit by positions of the document, which count UTF-16 units, and its words."""

    start: int
    end: int
    words: str

    def shifted(self, change: int) -> _Mark:
        """Return the mark at a later position, or at an earlier one."""
        return replace(self, start=self.start + change, end=self.end + change)


class LeakUnderlines(QSyntaxHighlighter):
    """Underlines the hits of one document.

    Between an edit and the next look of the guard every mark stays with its words, whatever was
    typed, pasted or undone before it.
    """

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._marks: tuple[_Mark, ...] = ()
        # Connected first, so that the marks have moved when Qt asks for the changed paragraphs.
        document.contentsChange.connect(self._move_marks)
        self.setDocument(document)
        theme().changed.connect(self.rehighlight)

    def show_hits(self, text: str, hits: Sequence[Hit]) -> None:
        """Show these hits of the document's text; only paragraphs that differ are drawn again."""
        shown = set(self._marks)
        self._marks = tuple(_marks(text, hits))
        for block in self._blocks_of(shown.symmetric_difference(self._marks)):
            self.rehighlightBlock(self.document().findBlockByNumber(block))

    def _blocks_of(self, marks: Iterable[_Mark]) -> list[int]:
        numbers: set[int] = set()
        for mark in marks:
            first = self.document().findBlock(mark.start)
            last = self.document().findBlock(mark.end)
            if first.isValid():
                end = last.blockNumber() if last.isValid() else self.document().blockCount() - 1
                numbers.update(range(first.blockNumber(), end + 1))
        return sorted(numbers)

    @Slot(int, int, int)
    def _move_marks(self, position: int, removed: int, added: int) -> None:
        moved = (self._moved(mark, position, removed, added) for mark in self._marks)
        self._marks = tuple(mark for mark in moved if mark is not None)

    def _moved(self, mark: _Mark, position: int, removed: int, added: int) -> _Mark | None:
        """Return the mark after an edit; None if its words are gone."""
        change = added - removed
        if mark.end <= position:
            return mark
        if mark.start >= position + removed:
            return mark.shifted(change)
        # When a composed word is committed, Qt reports the whole paragraph as changed.
        for place in (mark.shifted(change), mark):
            if self._words_at(place) == mark.words:
                return place
        is_inside = mark.start < position and position + removed < mark.end
        return replace(mark, end=mark.end + change) if is_inside else None

    def _words_at(self, mark: _Mark) -> str:
        if mark.start < 0 or mark.end >= self.document().characterCount():
            return ""
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2029", "\n")

    def highlightBlock(self, text: str) -> None:
        """Mark the part of each hit that lies in this paragraph."""
        if not self._marks:
            return
        block = self.currentBlock()
        block_start, length = block.position(), block.length() - 1
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(QColor(theme().color("warn")))
        style.setBackground(theme().color("warnSoft"))
        for mark in self._marks:
            start, end = max(mark.start - block_start, 0), min(mark.end - block_start, length)
            if start < end:
                self.setFormat(start, end - start, style)


def _marks(text: str, hits: Sequence[Hit]) -> Iterator[_Mark]:
    counts_alike = max(text, default="") <= "\uffff"
    for hit in hits:
        words = text[hit.start : hit.end]
        start = hit.start if counts_alike else _utf16_length(text[: hit.start])
        yield _Mark(start, start + _utf16_length(words), words)


def _utf16_length(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)
