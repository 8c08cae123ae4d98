"""Wording of numbers, days and people on papers (NĐ 30/2020 Phụ lục I)."""

from __future__ import annotations

from datetime import date

from reception.domain.reporter import Address, Identity, PaperKind, Pseudonym

_ANY_REPORTER = "Người đến"  # of a series that no program wrote
_REPORTER_LABELS = {
    "KN": "Người khiếu nại",
    "TC": "Người tố cáo",
    "KG": "Người kiến nghị",
    "PA": "Người phản ánh",
}
_PAPER_LABELS = {
    PaperKind.NUMBER: "Số căn cước",
    PaperKind.CERTIFICATE: "Giấy chứng nhận căn cước số",
    PaperKind.PASSPORT: "Số hộ chiếu",
    PaperKind.OTHER: "Giấy tờ tùy thân số",
    PaperKind.NONE: "Số căn cước",
}
_FIRST_OF_TWO_DIGITS = 10
_LAST_PADDED_MONTH = 2
_NO_PAPER = "không xuất trình giấy tờ tùy thân"


def two_digits(number: int) -> str:
    """Return a count as papers write it: ``01``, ``45``, ``1.647``."""
    if 0 <= number < _FIRST_OF_TWO_DIGITS:
        return f"{number:02d}"
    return thousands(number)


def thousands(number: int) -> str:
    """Return a number with dots between thousands: ``1.647``."""
    return f"{number:,}".replace(",", ".")


def percent(part: int, whole: int) -> str:
    """Return a share with one decimal, half a tenth rounded up: ``15,4%``.

    Empty if ``whole`` is 0.
    """
    if not whole:
        return ""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{thousands(tenths // 10)},{tenths % 10}%"


def day_in_words(day: date) -> str:
    """Return ``ngày 05 tháng 02 năm 2026``: days below 10 and months 1, 2 get a zero."""
    month = f"{day.month:02d}" if day.month <= _LAST_PADDED_MONTH else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def short_day(day: date) -> str:
    """Return ``04/12/2026``."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def issue_day(day: date) -> str:
    """Return the day of issue of an identity paper as people usually write it: ``12/8/2022``."""
    month = f"{day.month:02d}" if day.month <= _LAST_PADDED_MONTH else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def reporter_label(pseudonym: Pseudonym, year: int | None = None) -> str:
    """Return ``Người khiếu nại · KN-0233``; the year is added when it is not ``year``."""
    return f"{_REPORTER_LABELS.get(pseudonym.series, _ANY_REPORTER)} · {pseudonym.code(year)}"


def reporter_lines(pseudonym: Pseudonym, year: int | None = None) -> str:
    """Return the text of the register's column 3: ``Người khiếu nại KN-0233``."""
    return f"{_REPORTER_LABELS.get(pseudonym.series, _ANY_REPORTER)} {pseudonym.code(year)}"


def address_line(address: Address) -> str:
    """Return the filled parts of an address, smallest first."""
    parts = (address.street, address.hamlet, address.commune, address.province)
    return ", ".join(part for part in parts if part)


def paper_label(identity: Identity) -> str:
    """Return the label of the identity paper's number."""
    return _PAPER_LABELS[identity.paper.kind]


def paper_line(identity: Identity) -> str:
    """Return number, day and place of issue of the identity paper; missing parts are left out."""
    paper = identity.paper
    if not paper.number:
        return _NO_PAPER
    parts = [paper.number]
    if paper.issued_on is not None:
        parts.append(f"ngày cấp: {issue_day(paper.issued_on)}")
    if paper.issued_by:
        parts.append(f"nơi cấp: {paper.issued_by}")
    return ", ".join(parts)


def capitals(text: str) -> str:
    """Return a heading line in capitals."""
    return text.upper()


def sentence(text: str) -> str:
    """Return the text with one full stop at its end."""
    trimmed = text.rstrip()
    return trimmed if not trimmed or trimmed[-1] in ".!?…" else trimmed + "."
