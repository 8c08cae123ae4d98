"""Numbers in the cell of a person: phone, identity number, birth, issue of a paper."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reception.domain.personal_numbers import NumberKind, digits_of, personal_numbers
from reception.domain.text import fold
from reception.exchange.register_import.paper_cells import ISSUED, LABEL

_PHONE_LABEL = (
    r"(?:số\s+)?(?:sđt|sdt|đt|dt|đtdđ|điện\s+thoại|di\s+động|dđ|tel|phone|zalo|liên\s+hệ|gọi)"
    r"(?:\s+(?:số|liên\s+hệ|di\s+động))?\s*[:.]?\s*"
)
_LABEL_AT_END = re.compile(rf"(?:(?<=\W)|^)(?:{_PHONE_LABEL}|{LABEL})$", re.IGNORECASE)
# Also fixed telephones, which have no form of their own: after a word, or the code of a province.
_LABELLED_PHONE = re.compile(rf"(?:(?<=\W)|^){_PHONE_LABEL}([+(]?\d[\d\s.\-/()]{{6,16}}\d)", re.I)
_FIXED_PHONE = re.compile(r"(?<![\d+])(0\d{1,3}(?:[\s.-]?\d){7,8})(?!\d)")
_BORN = re.compile(
    r"\(?\s*(?<!\w)(?:(?i:sinh\s+ngày|sinh\s+năm|năm\s+sinh|ngày\s+sinh|s\.?n|n\.?s)|sinh)\s*[:.]?\s*"
    r"(?:\d{1,2}\s*[/.-]\s*){0,2}(\d{4}|\d{2})(?![\d/])\s*\)?"
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2030
_FIRST_SHORT_YEAR = 25  # "68" is 1968; "07" may be either


@dataclass(frozen=True, slots=True, repr=False)
class PersonNumbers:
    """The numbers of a cell; ``rest`` is the text with commas in their places."""

    rest: str
    phone: str = ""
    paper_number: str = ""
    birth_year: int | None = None
    has_more: bool = False  # there were further numbers, or the issue of a paper


def take_numbers(text: str) -> PersonNumbers:
    """Return the numbers of a cell. What only looks like one of them stays in the rest."""
    rest = ISSUED.sub(" , ", text)
    has_more = rest != text
    rest, phones, papers = _without_personal_numbers(rest)
    for form in (_LABELLED_PHONE, _FIXED_PHONE):
        phones += [_local(match[1]) for match in form.finditer(rest)]
        rest = form.sub(" , ", rest)
    rest, years = _without_births(rest)
    has_more = has_more or max(len(found) for found in (phones, papers, years)) > 1
    return PersonNumbers(
        rest,
        phones[0] if phones else "",
        papers[0] if papers else "",
        years[0] if years else None,
        has_more,
    )


def _without_personal_numbers(text: str) -> tuple[str, list[str], list[str]]:
    """Return the text without mobile phones and identity numbers, the phones, the numbers.

    The line of a card stays, so that it stops the row.
    """
    phones: list[str] = []
    papers: list[str] = []
    pieces: list[str] = []
    end = 0
    for span in personal_numbers(text):
        if span.kind is NumberKind.CARD:
            continue
        pieces.append(_LABEL_AT_END.sub("", text[end : span.start]))
        end = span.end
        written = text[span.start : span.end]
        if span.kind is NumberKind.MOBILE:
            phones.append(_local(written))
        else:
            papers.append(re.sub(r"[\s.\-–_·]", "", written))
    return " , ".join([*pieces, text[end:]]), phones, papers


def _local(number: str) -> str:
    """Return the digits of a phone number with 0 in the place of +84; spelled ones as written."""
    digits = digits_of(fold(number))
    return re.sub(r"^(?:00)?84(?=\d{9}$)", "0", digits) or number


def _without_births(text: str) -> tuple[str, list[int]]:
    years: list[int] = []

    def take(match: re.Match[str]) -> str:
        year = int(match[1])
        if len(match[1]) == 2 and year >= _FIRST_SHORT_YEAR:  # noqa: PLR2004 - digits of a short year
            year += 1900
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            return match[0]
        years.append(year)
        return " , "

    return _BORN.sub(take, text), years
