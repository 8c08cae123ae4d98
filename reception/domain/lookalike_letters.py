"""Letters that look alike but have different code points, as one plain Latin letter each.

Facts: compatibility forms (NFKC) of the Unicode Standard, and its confusables of Latin letters.
"""

from __future__ import annotations

import unicodedata

# Each pair of rows: letters of other scripts, and below them the Latin letters they look like.
# Capital and small letters of one script may look like different Latin letters.
_PAIRS = (
    ("абвгдеһіјклмнопрсԁтуѵԝхѕԛӏүһҮӀ", "abbrdehijklmhonpcdtyvwxsqlyhyl"),
    ("АВЕНІЈКМОРСТУХЅԚԜѴԌ", "abehijkmopctyxsqwvg"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϲϳ", "abezhikmnoptyxccj"),
    ("αβγεηικνορτυχωσ", "abyenikvoptuxwo"),
    ("օոսհցզքՕՍԼ", "onuhgqfosl"),
    ("ᎠᎡᎢᎥᎪᎫᎬᎳᎷᎻᎽᏀᏂᏃᏏᏒᏔᏙᏚᏞᏟᏢᏦᏧᏴ", "drtiajewmhyghzbrwvslcpkdb"),
    ("ꓐꓑꓒꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ", "bpddtgkjczfmnlsrvhwxyaeiou"),
    ("ⲀⲂⲤⲎⲒⲔⲘⲚⲞⲢⲦⲨⲬ", "abchikmnoptyx"),
)
_LOOKALIKES = {
    letter: plain
    for letters, plains in _PAIRS
    for letter, plain in zip(letters, plains, strict=True)
} | {"đ": "d", "Đ": "d"}
# Letters whose names do not end in the plain letter: "LATIN SMALL LETTER ETH".
_NAMED = {
    "ETH": "d",
    "ALPHA": "a",
    "IOTA": "i",
    "OPEN E": "e",
    "OPEN O": "o",
    "AFRICAN D": "d",
    "DOTLESS I": "i",
    "DOTLESS J": "j",
    "SCRIPT G": "g",
    "BROKEN L": "l",
    "LONG S": "s",
}
_LATIN_NAMES = (
    "LATIN SMALL LETTER ",
    "LATIN CAPITAL LETTER ",
    "LATIN LETTER SMALL CAPITAL ",
    "REGIONAL INDICATOR SYMBOL LETTER ",
    "NEGATIVE CIRCLED LATIN CAPITAL LETTER ",
    "NEGATIVE SQUARED LATIN CAPITAL LETTER ",
)
# Letters and marks without a shape, beside those of the category Cf (default ignorable).
_INVISIBLE_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u180b\u180c\u180d\u180f")
_VARIATION_SELECTORS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def is_invisible(char: str) -> bool:
    """Tell whether a character has no shape and no width, and separates no words.

    Zero-width blanks and joiners, soft hyphens, marks of direction, tags, variation selectors,
    control characters other than blanks and line ends.
    """
    if char in _INVISIBLE_LETTERS:
        return True
    category = unicodedata.category(char)
    if category == "Cf":
        return True
    if category == "Cc":
        return not char.isspace()
    return any(first <= ord(char) <= last for first, last in _VARIATION_SELECTORS)


def plain_letters(char: str) -> str:
    """Return what a character stands for in comparisons: small letters without accents, digits.

    ``plain_letters("Ế") == "e"``, also for a full-width or Cyrillic letter that looks so; "" for an
    accent and for an invisible character. Blanks, signs and letters of other scripts stay.
    """
    if is_invisible(char):
        return ""
    folded = latin_letter(char) or "".join(
        _plain(part) for part in unicodedata.normalize("NFKD", char)
    )
    if not folded:
        return ""
    # Signs stay as they are: an ellipsis is not three dots.
    is_word = all(unicodedata.category(part)[0] in "LMN" for part in folded)
    return folded if is_word or len(folded) == 1 else char


def _plain(char: str) -> str:
    if unicodedata.combining(char) or is_invisible(char):
        return ""
    if char.isascii():
        return char.lower()
    latin = latin_letter(char) or latin_letter(char.lower())
    if latin:
        return latin
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKD", char.casefold())
    return "".join(latin_letter(part) or part for part in folded if not unicodedata.combining(part))


def latin_letter(char: str) -> str:
    """Return the small Latin letter that a letter looks like, "" if there is none."""
    if len(char) != 1:  # lower() may give two characters
        return ""
    if char in _LOOKALIKES:
        return _LOOKALIKES[char]
    name = unicodedata.name(char, "")
    for beginning in _LATIN_NAMES:
        if name.startswith(beginning):
            letter = name.removeprefix(beginning).split(" WITH ")[0]
            return letter.lower() if len(letter) == 1 else _NAMED.get(letter, "")
    return ""
