"""Sổ tiếp công dân (Mẫu 03/TCD) with the names of ordinary reporters, made in one bulk reveal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reception.domain.errors import ReceptionError
from reception.domain.reporter import Identity
from reception.printing.forms.register_book import BookHeader, BookPaper, BookRow
from reception.printing.layout.paper_wording import address_line

_NOTE = (
    "Bản có danh tính: cột 3 và 4 ghi họ tên, địa chỉ, giấy tờ của {names} lượt người đến thường, "
    "mở một lần theo phê duyệt của Trưởng ban và ghi nhật ký. Người tố cáo và người được giữ bí "
    "mật luôn ghi mã. Lượt huỷ giữ số, gạch ngang, không ghi tên."
)
_CARD_DIGITS = 12  # digits of an identity card


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A visit whose reporter is named; a denunciation has no such row."""

    book_row: BookRow
    identity: Identity

    def __post_init__(self) -> None:
        """Refuse a denunciation: its row cannot hold an identity."""
        if any(petition.kind.protected for petition in self.book_row.petitions):
            raise ReceptionError("printing.denunciation_as_ordinary")


def render_named_book(
    header: BookHeader, rows: Iterable[BookRow | NamedRow]
) -> tuple[bytes, bytes]:
    """Return (the book, the same pages with every name hatched).

    Rows are taken one by one; of an identity only the printed words stay in memory.
    """
    paper, hatched, names = BookPaper(header), BookPaper(header, hatched=True), 0
    for row in rows:
        if isinstance(row, NamedRow):
            identity_texts = _identity_texts(row.identity)
            names += 1
            for book in (paper, hatched):
                book.add_row(row.book_row, identity_texts)
        else:
            for book in (paper, hatched):
                book.add_row(row)
    note = _NOTE.format(names=names)
    return paper.finish(note), hatched.finish(note)


def _identity_texts(identity: Identity) -> tuple[str, str]:
    """Return the texts of columns 3 and 4."""
    people = (identity.name, *identity.companions)
    parts = (", ".join(name for name in people if name), address_line(identity.address))
    return "\n".join(part for part in parts if part), _broken_number(identity.paper.number)


def _broken_number(number: str) -> str:
    """Return a number, in two lines if it is too long for its narrow column."""
    if len(number) == _CARD_DIGITS and number.isdigit():
        return f"{number[: _CARD_DIGITS // 2]}\n{number[_CARD_DIGITS // 2 :]}"
    return number or "không có"
