"""Search over 100,000 visits against the same match joined by hand; first page and any jump."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reception.domain.text import fold
from reception.domain.visit import visit_id
from reception.services.access.session import Session
from reception.services.register.register import PAGE_SIZE, Register
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.visits.register_reader import RegisterFilter
from tests.fixtures.office import HEAD, build_office

_VISITS, _ROUNDS, _ROWS = 100_000, 15, 50
_LIMIT = 1.5
_WORDS = [
    "đất",
    "đai",
    "đường",
    "bản",
    "suối",
    "trường",
    "học",
    "hỗ",
    "trợ",
    "bồi",
    "thường",
    "chế",
    "độ",
    "nhà",
    "ở",
    "rừng",
    "nước",
]
_VISIT = (
    "INSERT INTO visit (visit_id, year, number, received_on, mode, body, kind, series, "
    "code_year, "
    "code_number, capacity, people, same_content, representatives, appointment, interpreter, "
    "counted_once, protection, read_back, thumb_print, officer, progress) VALUES "
    "(?, ?, ?, ?, 'regular', 'Ban', 'complaint', 'KN', ?, ?, 'self', 1, 1, 0, 0, '', 0, 0, 1, 0, "
    "'x', 'guided')"
)
_PETITION = (
    "INSERT INTO petition VALUES (?, 1, 'complaint', 'land', '', 'UBND xã Nậm A', '', ?, '', '', "
    "0, 'spoken', 'guide', 'other', 'Sở Xây dựng', '', '', '')"
)
_BY_HAND = (
    "SELECT v.*, p.* FROM visit_search s JOIN visit v ON v.visit_id = s.rowid "
    "JOIN petition p ON p.visit_id = v.visit_id AND p.position = 1 "
    "WHERE visit_search MATCH ? ORDER BY s.rowid DESC LIMIT ?"
)
_MATCH = 'folded : "duong"* AND folded : "truong"*'


def measure() -> list[tuple[str, float, float | None]]:
    """Return (name, median of ratios, limit); jumps are reported against the first page."""
    with tempfile.TemporaryDirectory() as folder:
        session = build_office(Path(folder)).open(HEAD)
        _fill(session)
        register = Register(session, OfficeCalendar(session))
        chosen = RegisterFilter(text="đường truong")
        ratios, jumps = [], []
        _, page_starts = register.page_starts(RegisterFilter(), PAGE_SIZE)
        draw = random.Random(3)  # noqa: S311 - the same jumps each time
        for _ in range(_ROUNDS):
            ours = _timed(lambda: register.page(chosen, None, _ROWS))
            hand = _timed(lambda: session.database.query(_BY_HAND, (_MATCH, _ROWS)))
            ratios.append(ours / hand)
            first = _timed(lambda: register.page(RegisterFilter(), None, _ROWS))
            place = draw.choice(page_starts)
            jump = _timed(lambda p=place: register.page(RegisterFilter(), p + 1, _ROWS))  # type: ignore[misc]
            jumps.append(jump / first)
        session.database.close()
    return [
        ("search in 100,000 visits / same match by hand", statistics.median(ratios), _LIMIT),
        ("jump to any page / first page, 100,000 visits", statistics.median(jumps), None),
    ]


def _fill(session: Session) -> None:
    draw = random.Random(2)  # noqa: S311 - the same words each time
    visits, petitions, words = [], [], []
    for number in range(1, _VISITS + 1):
        key = visit_id(2025, number)
        text = " ".join(draw.choices(_WORDS, k=9))
        visits.append((key, 2025, number, f"2025-{1 + number % 12:02d}-11", 2025, number))
        petitions.append((key, text))
        words.append((key, fold(text), text))
    with session.database.transaction():
        session.database.execute_many(_VISIT, visits)
        session.database.execute_many(_PETITION, petitions)
        session.database.execute_many(
            "INSERT INTO visit_search (rowid, folded, exact) VALUES (?, ?, ?)", words
        )
    session.database.truncate_wal()


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
