"""The rule for reading visits as a condition of queries: which visits show their content.

Every query that matches or shows content for one person uses this condition; it says the same as
``VisitReader.may_read``. Codes and numbers of the other visits can still be looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reception.domain.visit_reading import VisitReader
from reception.storage.database import Database

Condition = tuple[str, dict[str, object]]  # SQL over ``visit v``, its named parameters
_RECENT_OWN = (
    "v.officer = :reader AND coalesce((SELECT entered_on FROM late_entry le "
    "WHERE le.visit_id = v.visit_id), v.received_on) >= :entered_since"
)
_CODE = re.compile(r"\s*([a-z]{2})\s*[-–.]?\s*0*(\d{1,6})(?:\s*/\s*(\d{4}))?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\s*0*(\d{1,6})(?:\s*/\s*(\d{4}))?\s*")
_BY_CODE = (
    "SELECT visit_id FROM visit WHERE series = ? AND code_number = ? AND (? = '' OR code_year = ?)"
)
_BY_NUMBER = "SELECT visit_id FROM visit WHERE number = ? AND (? = '' OR year = ?)"


def readable_condition(reader: VisitReader) -> Condition:
    """Return the condition that a person may read the content of a visit."""
    if reader.reads_everything:
        return "1", {}
    alternatives, parameters = [], {}
    if reader.denunciations:
        alternatives.append("1")
    if reader.entered_since is not None:
        alternatives.append(f"({_RECENT_OWN})")
        parameters = {
            "reader": reader.user_id,
            "entered_since": reader.entered_since.isoformat(),
        }
    if reader.handed_on:
        keys = ", ".join(str(int(visit_id)) for visit_id in sorted(reader.handed_on))
        alternatives.append(f"v.visit_id IN ({keys})")
    denunciation = " OR ".join(alternatives) or "0"
    ordinary = "1" if reader.ordinary else "0"
    return f"(CASE WHEN v.kind = 'denunciation' THEN {denunciation} ELSE {ordinary} END)", {
        **parameters
    }


def readable_among(database: Database, reader: VisitReader, visit_ids: Iterable[int]) -> set[int]:
    """Return those of some visits whose content a person may read."""
    condition, parameters = readable_condition(reader)
    keys = ", ".join(str(int(visit_id)) for visit_id in visit_ids)
    rows = database.query(
        f"SELECT visit_id FROM visit v WHERE visit_id IN ({keys}) AND {condition}", parameters
    )
    return {int(row["visit_id"]) for row in rows}


def visits_by_code(database: Database, text: str) -> tuple[int, ...]:
    """Return the visits of which a search text is the whole pseudonym or number.

    For visits whose content may not be searched: ``TC-0012``, ``tc 12/2026``, ``0045``.
    """
    code, number = _CODE.fullmatch(text), _NUMBER.fullmatch(text)
    if code is not None:
        series, digits, year = code[1].upper(), code[2], code[3] or ""
        rows = database.query(_BY_CODE, (series, int(digits), year, int(year or 0)))
    elif number is not None:
        digits, year = number[1], number[2] or ""
        rows = database.query(_BY_NUMBER, (int(digits), year, int(year or 0)))
    else:
        return ()
    return tuple(int(row["visit_id"]) for row in rows)
