"""Cells of a register read as numbers, days, kinds, people and modes."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from unicodedata import is_normalized

from reception.domain.petition import PetitionKind
from reception.domain.text import clean, fold
from reception.domain.visit import Mode

MAX_CELL_LENGTH = 32_767  # the limit of Excel
MAX_PEOPLE = 10_000
_MAX_NUMBER = 999_999  # visit keys keep six digits for the number
_FIRST_YEAR = 1990
_SERIAL_DAYS = range(30_000, 80_000)  # Excel's days since 1899-12-30: 1982 to 2119
_NOISE = re.compile("_x000[dD]_|[\u200b-\u200f\ufeff\u00ad]|[\x00-\x08\x0b-\x1f]")
_NUMBER = re.compile(r"(\d{1,9})\s*[.)]?")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.,]\s*(\d{1,2})\s*[-/.,]\s*(\d{4}|\d{2})")
_DAY_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_HOUR = re.compile(r"[\sT]+\d{1,2}[:hg]\d{0,2}(:\d{2}(\.\d+)?)?\s*$")
_PEOPLE = re.compile(r"(\d{1,6})\s*(nguoi|ng|cong dan|cd|ho|ho dan|luot)?\.?")
_KIND_WORD = re.compile(r"khieu nai|to cao|kien nghi|phan anh|knpa|kn|tc|pa")
_KIND_FILLER = {"don", "va", "ve", "loai", "viec"}
_KINDS: dict[frozenset[str], PetitionKind] = {
    frozenset({"kn"}): PetitionKind.COMPLAINT,
    frozenset({"khieu nai"}): PetitionKind.COMPLAINT,
    frozenset({"kn", "khieu nai"}): PetitionKind.COMPLAINT,
    frozenset({"tc"}): PetitionKind.DENUNCIATION,
    frozenset({"to cao"}): PetitionKind.DENUNCIATION,
    frozenset({"tc", "to cao"}): PetitionKind.DENUNCIATION,
    frozenset({"kien nghi"}): PetitionKind.RECOMMENDATION,
    frozenset({"phan anh"}): PetitionKind.FEEDBACK,
    frozenset({"pa"}): PetitionKind.FEEDBACK,
    frozenset({"pa", "phan anh"}): PetitionKind.FEEDBACK,
    frozenset({"kn", "pa"}): PetitionKind.RECOMMENDATION_OR_FEEDBACK,
    frozenset({"knpa"}): PetitionKind.RECOMMENDATION_OR_FEEDBACK,
    frozenset({"kn", "phan anh"}): PetitionKind.RECOMMENDATION_OR_FEEDBACK,
    frozenset({"kien nghi", "pa"}): PetitionKind.RECOMMENDATION_OR_FEEDBACK,
    frozenset({"kien nghi", "phan anh"}): PetitionKind.RECOMMENDATION_OR_FEEDBACK,
}
_MODES: tuple[tuple[Mode, re.Pattern[str]], ...] = (
    (Mode.REGULAR, re.compile(r"thuong xuyen|\btx\b|^tiep dan$|^tiep cong dan$")),
    (Mode.SCHEDULED_HEAD, re.compile(r"dinh ky|\bdk\b")),
    (Mode.AD_HOC_HEAD, re.compile(r"dot xuat|\bdx\b")),
    (Mode.DELEGATE, re.compile(r"uy quyen|\buq\b")),
)
_NOT_LETTERS = re.compile(r"[\W_]+")


class CellError(Exception):
    """A cell that cannot be read; it holds a message code only, never the value."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def text_of(value: object) -> str:
    """Return a cell as clean text; days as dd/mm/yyyy, whole numbers without decimal point."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _clean_text(value)
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):  # a datetime is a date too
        return f"{value:%d/%m/}{value.year}"
    return clean(str(value))


def _clean_text(value: str) -> str:
    if value.isprintable() and "  " not in value and is_normalized("NFC", value):
        value = value.strip()  # enough for most cells, and faster
        if "_x000" not in value:
            return value
    return clean(_NOISE.sub("", value))


def number_of(value: object) -> int:
    """Return a visit number, 1 to 999,999. Errors: CellError."""
    match = _NUMBER.fullmatch(text_of(value)) if not isinstance(value, date) else None
    if match is None or not 1 <= int(match[1]) <= _MAX_NUMBER:
        raise CellError("exchange.row.number_unreadable")
    return int(match[1])


def day_of(value: object, today: date) -> date:
    """Return the day of a visit, not after today. Errors: CellError."""
    day = _day(value, today)
    if day > today:
        raise CellError("exchange.row.date_future")
    if day.year < _FIRST_YEAR:
        raise CellError("exchange.row.date_old")
    return day


def _day(value: object, today: date) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        if value == value and int(min(max(value, 0), 1e9)) in _SERIAL_DAYS:  # noqa: PLR0124 - not NaN
            return date(1899, 12, 30) + timedelta(days=int(value))
        raise CellError("exchange.row.date_unreadable")
    return _day_of_text(text_of(value), today)


def _day_of_text(text: str, today: date) -> date:
    text = _HOUR.sub("", text).strip(" .,;")
    words = _NOT_LETTERS.sub(" ", fold(text)).strip()
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DAY_FIRST.fullmatch(text) or _DAY_IN_WORDS.fullmatch(words):
        day, month, year = (int(part) for part in match.groups())
        year = year + today.year // 100 * 100 if year < 100 else year  # noqa: PLR2004 - dd/mm/yy
    else:
        raise CellError("exchange.row.date_unreadable")
    try:
        return date(year, month, day)
    except ValueError:
        raise CellError("exchange.row.date_impossible") from None


def people_of(value: object) -> tuple[int, bool]:
    """Return the people, 1 for a blank cell, and whether the cell counts households.

    Errors: CellError.
    """
    text = fold(text_of(value))
    if not text:
        return 1, False
    match = _PEOPLE.fullmatch(text) if not isinstance(value, date) else None
    if match is None:
        raise CellError("exchange.row.people_unreadable")
    people = int(match[1])
    if people < 1:
        raise CellError("exchange.row.people_none")
    if people > MAX_PEOPLE:
        raise CellError("exchange.row.people_many")
    return people, (match[2] or "").startswith("ho")


def kind_of(value: object) -> PetitionKind:
    """Return the kind of petition; "KN,PA" is one joined kind. Errors: CellError."""
    plain = _NOT_LETTERS.sub(" ", fold(text_of(value))).strip()
    if not plain:
        raise CellError("exchange.row.kind_missing")
    kind_words = _KIND_WORD.findall(plain)
    unknown_words = set(_KIND_WORD.sub(" ", plain).split()) - _KIND_FILLER
    if not kind_words or unknown_words:
        raise CellError("exchange.row.kind_unknown")
    kind = _KINDS.get(frozenset(kind_words))
    if kind is None:
        raise CellError("exchange.row.kind_mixed")
    return kind


def kind_and_people(value: object) -> tuple[str, str]:
    """Split a cell of the joined column of TT 04/2021, "KN/3 người", into kind and people."""
    text = text_of(value)
    match = re.search(r"\d", text)
    if match is None:
        return text.rstrip(" /-,;:("), ""
    return text[: match.start()].rstrip(" /-,;:(\n"), text[match.start() :].strip(" ).")


def mode_of(value: object) -> Mode:
    """Return the mode of reception; CellError for one that Biểu 01/TCD does not have."""
    plain = _NOT_LETTERS.sub(" ", fold(text_of(value))).strip()
    modes = {mode for mode, rule in _MODES if rule.search(plain)}
    if Mode.DELEGATE in modes and Mode.REGULAR not in modes:
        return Mode.DELEGATE  # "uỷ quyền tiếp định kỳ"
    if len(modes) != 1:
        raise CellError("exchange.row.mode_unknown")
    return modes.pop()
