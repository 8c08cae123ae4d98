"""Finds a workplace in a free text, also by a shorter form: "cty Hoa Ban", "trường số 2"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reception.domain.leak_spelling import accented_form
from reception.domain.leak_tokens import TokenizedText

Span = tuple[int, int]


def _words(text: str) -> frozenset[str]:
    return frozenset(map(accented_form, text.split()))


# Words for one kind of workplace: any of them may stand for the others before its name.
_KINDS = (
    _words(
        """
        công ty cty ctcp doanh nghiệp dn dntn xí xn tập đoàn hãng nhà máy xưởng lò gạch ngói mỏ trại
        """
    ),
    _words("trường trg tiểu học th thcs thpt thpt mầm non mn mẫu giáo ptdtbt ptdtnt bán nội trú"),
    _words("trạm xá y tế bệnh viện bv ttyt phòng khám"),
    _words("hợp tác xã htx tổ"),
    _words("kiểm lâm hạt"),
    _words("cửa hàng quán tiệm khách sạn nghỉ đại lý siêu thị chợ"),
    _words("ngân hàng quỹ tín dụng nhnn"),
)
# Words between the kind and the name.
_NEUTRAL = _words(
    """
    tnhh mtv cp cổ phần một thành viên trách nhiệm hữu hạn thương mại tm dịch vụ dv và xây dựng xd
    tư nhân đầu sản xuất sx nhập khẩu xnk vận tải vt số xã huyện phường tỉnh khu vực phổ thông dân
    tộc cơ sở trung tâm đa khoa kinh doanh nông nghiệp lâm chi nhánh
    """
)
_GAP = re.compile(r"\s*[.,:]?\s*[\"'“‘(]?\s*")
_LONGEST_BEFORE = 12  # words before the name
_CENTRE = ["trung", "tam"]  # before a kind: "trung tâm y tế"
_LONG_NAME = 3  # words: without the first of more it is still told


class WorkplaceMatcher:
    """One workplace, searched for in many texts."""

    def __init__(self, workplace: str) -> None:
        tokens = TokenizedText(workplace)
        self._whole = [] if _is_only_kind(tokens) else tokens.words
        self._kind = _kind_of(tokens)
        self._names = list(_names_in(tokens)) if self._kind else []

    def __repr__(self) -> str:
        """Never print a workplace."""
        return "WorkplaceMatcher(…)"

    def spans(self, text: TokenizedText) -> Iterator[Span]:
        """Yield spans of the whole, of the whole without its first word, and of kind and name."""
        shorter = self._whole[1:] if len(self._whole) > _LONG_NAME else []
        for phrase in filter(None, (self._whole, shorter)):
            yield from (text.span(first, len(phrase)) for first in text.positions_of(phrase))
        for folded, accented in self._names:
            for position in text.positions_of(folded):
                before = self._words_before(text, position)
                if before and _fits(text, position, accented):
                    yield text.span(position - before, before + len(folded))

    def _words_before(self, text: TokenizedText, position: int) -> int:
        """Return how many words before a name are this kind of workplace, 0 if none is."""
        told = 0
        for number in range(position - 1, max(position - 1 - _LONGEST_BEFORE, -1), -1):
            if not _GAP.fullmatch(text.gap_before(number + 1)):
                break
            if _is_in(text, number, self._kind):
                told = position - number
            elif not _is_in(text, number, _NEUTRAL):
                break
        has_centre = told and text.words[max(position - told - 2, 0) : position - told] == _CENTRE
        return told + len(_CENTRE) if has_centre else told


def _is_only_kind(tokens: TokenizedText) -> bool:
    """Tell whether nothing is said but the kind, in one or two words: "Công ty"."""
    known = _NEUTRAL.union(*_KINDS)
    size = len(tokens.words)
    return size < _LONG_NAME and all(tokens.accented(number) in known for number in range(size))


def _kind_of(tokens: TokenizedText) -> frozenset[str]:
    """Return the words of the kind of a workplace, by its first word; none for another kind."""
    if not tokens.words:
        return frozenset()
    first = tokens.accented(0)
    second = tokens.accented(1) if len(tokens.words) > 1 else ""
    kinds = [kind for kind in _KINDS if first in kind]
    kinds = [kind for kind in kinds if second in kind] or kinds
    if not kinds and first in _NEUTRAL:  # "Trung tâm Y tế"
        words = [tokens.accented(number) for number in range(len(tokens.words))]
        kinds = [kind for word in words for kind in _KINDS if word in kind]
    return kinds[0] if kinds else frozenset()


def _names_in(tokens: TokenizedText) -> Iterator[tuple[list[str], list[str]]]:
    """Yield (folded, accented) words of what a workplace is called: "chè Bản Giang", "Bản Giang".

    A number alone is no name.
    """
    known = _NEUTRAL.union(*_KINDS)
    size = len(tokens.words)
    first = 0
    while first < size and tokens.accented(first) in known:
        first += 1
    capitals = size
    while capitals > first and tokens.is_capitalised(capitals - 1):
        capitals -= 1
    for start in sorted({first, capitals if size - capitals > 1 else first}):
        if any(not tokens.words[number].isdigit() for number in range(start, size)):
            accented = [tokens.accented(number) for number in range(start, size)]
            yield tokens.words[start:], accented


def _fits(text: TokenizedText, position: int, accented: list[str]) -> bool:
    if len(accented) == 1 and not text.is_capitalised(position):
        return False
    return all(
        text.accented(number) == word or text.is_unaccented(number)
        for number, word in enumerate(accented, start=position)
    )


def _is_in(text: TokenizedText, position: int, words: frozenset[str]) -> bool:
    accented = text.accented(position)
    if accented in words:
        return True
    return text.is_unaccented(position) and text.folded(position) in _plain(words)


_PLAIN: dict[frozenset[str], frozenset[str]] = {}


def _plain(words: frozenset[str]) -> frozenset[str]:
    found = _PLAIN.get(words)
    if found is None:
        plain = ("".join(char for char in word if char.isalnum()) for word in words)
        found = _PLAIN[words] = frozenset(plain)
    return found
