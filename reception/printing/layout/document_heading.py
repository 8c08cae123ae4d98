"""The head of an administrative document: office, national title, place and date, name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.printing.layout import paper_fonts
from reception.printing.layout.line_breaking import plain, wrap
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import capitals, day_in_words
from reception.printing.layout.text_flow import TextFlow

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_OFFICE_RULE = 0.4  # NĐ 30/2020: one third to one half of the text
_GAP = 8.0  # between the two columns of the head


@dataclass(frozen=True, slots=True)
class OfficeHeading:
    """Who writes: the body above ("" if none), the office itself, and its place name."""

    superior: str
    issuing: str
    place: str


@dataclass(frozen=True, slots=True)
class Officer:
    """Who received the visitor, as the form names them."""

    name: str
    post: str = "Cán bộ tiếp công dân"


@dataclass(frozen=True, slots=True)
class HeadStyle:
    """Sizes of the head in points: head lines, motto, number and date, title, subtitle."""

    line: float = 12.0
    motto: float = 13.0
    date: float = 13.0
    title: float = 14.0
    subtitle: float = 13.0


def national_head(flow: TextFlow, office: OfficeHeading, style: HeadStyle) -> float:
    """Draw office and national title side by side; return the middle of the office's column.

    The rule under the motto is as long as the motto, the office's 0.4 of its name.
    """
    top = flow.y
    nation = paper_fonts.width(NATION, BOLD, style.line)
    middle = office_lines(flow, office, style.line, flow.width - nation - _GAP)
    low, flow.y = flow.y, top
    centre = flow.right - nation / 2
    leading = style.line * 1.28
    flow.pen.centred((centre, flow.step(style.line, leading)), NATION, BOLD, style.line)
    base = flow.step(style.motto, leading)
    flow.pen.centred((centre, base), MOTTO, BOLD, style.motto)
    motto = paper_fonts.width(MOTTO, BOLD, style.motto)
    flow.pen.rule(centre - motto / 2, centre + motto / 2, base + style.motto * 0.42)
    flow.y = max(low, flow.y) + style.line * 0.55
    return middle


def office_lines(flow: TextFlow, office: OfficeHeading, size: float, room: float) -> float:
    """Draw the office's two names with the rule below; return the middle of the column."""
    names = ((office.superior, REGULAR), (office.issuing, BOLD))
    lines = [
        line
        for name, font in names
        if name
        for line in wrap(plain(capitals(name), font), size, room)
    ]
    middle = flow.left + max((line.width for line in lines), default=0.0) / 2
    base = flow.y
    for line in lines:
        base = flow.step(size, size * 1.28)
        flow.pen.line((middle - line.width / 2, base), line.pieces, size)
    last = lines[-1].width if lines else 0.0
    half = min(last, room) * _OFFICE_RULE / 2
    flow.pen.rule(middle - half, middle + half, base + size * 0.48)
    return middle


def dated_line(office: OfficeHeading, day: date) -> str:
    """Return ``Lai Châu, ngày 05 tháng 02 năm 2026``."""
    return f"{office.place}, {day_in_words(day)}"


def number_and_date(
    flow: TextFlow, words: tuple[str, str], style: HeadStyle, middle: float
) -> None:
    """Draw the document's number under the office and its date under the motto."""
    number, dated = words
    flow.gap(style.date * 0.5)
    base = flow.step(style.date, style.date * 1.35)
    flow.pen.centred((middle, base), number, REGULAR, style.date)
    centre = flow.right - paper_fonts.width(NATION, BOLD, style.line) / 2
    half = paper_fonts.width(paper_fonts.printable(dated), ITALIC, style.date) / 2
    centre = min(centre, flow.right - half)
    flow.pen.centred((centre, base), dated, ITALIC, style.date)


def title(
    flow: TextFlow, name: str, subject: str, style: HeadStyle, *, ruled: bool = False
) -> None:
    """Draw the document's kind in capitals, what it is about, and the rule NĐ 30 asks for."""
    flow.gap(style.title * 0.9)
    flow.centred(name, BOLD, (style.title, style.title * 1.35))
    if subject:
        leading = style.subtitle * 1.3
        flow.centred(subject, BOLD, (style.subtitle, leading), flow.width * 0.8)
    if ruled:
        lines = wrap(plain(subject, BOLD), style.subtitle, flow.width * 0.8)
        half = lines[-1].width * _OFFICE_RULE / 2
        flow.pen.rule(flow.middle - half, flow.middle + half, flow.y + 3)
        flow.gap(4)


def form_code(flow: TextFlow, copy: str, code: str, size: float) -> None:
    """Draw the line above the head: which copy this is, and the code of the form."""
    base = flow.step(size, size * 1.5)
    flow.pen.left((flow.left, base), copy, ITALIC, size)
    flow.pen.right((flow.right, base), code, REGULAR, size)
    flow.gap(size * 0.4)
