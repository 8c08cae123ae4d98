"""Rules about a given name alone: where the words around it tell that it is a person's.

"Hôm qua Thử kể lại" names somebody; "bản Thử", "Chạy thử máy" and "Thử hỏi ai chịu" do not.
"""

from __future__ import annotations

from reception.domain.everyday_words import ACCENTED_COMPOUNDS
from reception.domain.leak_name_rules import is_compound
from reception.domain.leak_spelling import accented_form
from reception.domain.leak_tokens import TokenizedText


def _words(text: str) -> frozenset[str]:
    return frozenset(map(accented_form, text.split()))


# What a person does or what happens to a person; the first word of each.
_DEEDS = _words(
    """
    nói kể khai báo hỏi đòi tố khiếu kiến phản trình đề yêu cho làm viết ký kí nhận nộp đưa cung
    chứng thấy biết nghe gặp đến lên về bị được không chưa đã đang sẽ vẫn cũng chỉ có muốn xin nhờ
    gửi gọi
    trả mất bán mua ở đi mang giữ cam cãi chửi đánh vay mượn xác và còn lại thì rất sợ
    """
)
# Words before a person.
_BEFORE = _words(
    """
    của cho với cùng gặp gọi do nhờ hỏi bắt đánh dọa doạ đe mời báo có vì tên để bảo buộc ép nói
    giúp phạt tát chửi mắng vu trả thay là và
    """
)
# Deeds of a petition: clear at the beginning of a sentence, also after a word of everyday.
_CLEAR_DEEDS = _words("tố khiếu kiến phản trình kể khai")
_AT, _VILLAGES = _words("ở"), _words("bản thôn xóm làng buôn bon plei phum sóc ấp tổ khu phố")
_MANY_PEOPLE = _words("dân hội đoàn đảng công hộ nhân tổ")  # "Dân khiếu nại" names no Mr Dân
_ENDS_OF_SENTENCES = frozenset(".!?;:\n-–•*")
_EVERYDAY = frozenset(word for compound in ACCENTED_COMPOUNDS for word in compound)


def is_lone_person(tokens: TokenizedText, position: int, accented: str) -> bool:
    """Tell whether a word is a given name alone; ``accented`` is the name in that form.

    It must be written with its accents and a capital letter, without a capital letter around it.
    """
    if tokens.accented(position) != accented or not tokens.is_named(position):
        return False
    if len(accented) < 2 or is_compound(tokens, position - 1) or is_compound(tokens, position):  # noqa: PLR2004
        return False
    gap = tokens.gap_before(position)
    begins = position == 0 or bool(_ENDS_OF_SENTENCES & set(gap))
    has_neighbour = position + 1 < len(tokens.words) and not tokens.gap_after(position).strip()
    if has_neighbour and tokens.is_capitalised(position + 1):
        return False
    has_deed = not tokens.gap_after(position).strip() and _is_in(tokens, position + 1, _DEEDS)
    if begins:
        is_clear = accented not in _MANY_PEOPLE and (
            _is_in(tokens, position + 1, _CLEAR_DEEDS) or _lives_somewhere(tokens, position + 1)
        )
        return has_deed and (is_clear or accented not in _EVERYDAY)
    if gap.strip(" \u00a0\"“'(") or tokens.is_capitalised(position - 1):
        return False
    return has_deed or _is_in(tokens, position - 1, _BEFORE)


def _lives_somewhere(tokens: TokenizedText, position: int) -> bool:
    """Tell whether words say where somebody lives: "Vẽ | ở bản Nà Sản lên hỏi"."""
    return _is_in(tokens, position, _AT) and _is_in(tokens, position + 1, _VILLAGES)


def tells_deed(tokens: TokenizedText, position: int) -> bool:
    """Tell whether a word is one that follows a person: "kể", "viết", "bị"."""
    return _is_in(tokens, position, _DEEDS)


def _is_in(tokens: TokenizedText, position: int, words: frozenset[str]) -> bool:
    return position < len(tokens.words) and tokens.accented(position) in words
