"""Refuses to count a register that holds days or words that no program writes.

Every counting query passes over such rows: a table would be wrong without a word.
"""

from __future__ import annotations

import json
from datetime import date

from reception.domain.petition import PetitionField, PetitionKind
from reception.domain.visit import Mode, Outcome
from reception.storage.database import Database
from reception.storage.json_shapes import ShapeError

# A visit whose day nobody can read may be one of any period.
_DAYS = (
    "SELECT 1 FROM visit WHERE received_on NOT BETWEEN '1900' AND '2200' "
    "OR date(substr(received_on, 1, 10)) IS NOT substr(received_on, 1, 10) LIMIT 1"
)
_OF_PERIOD = "received_on BETWEEN :since AND :until"
_WORDS_OF_VISITS = (
    f"SELECT 1 FROM visit WHERE {_OF_PERIOD} "
    "AND (kind NOT IN (SELECT value FROM json_each(:kinds)) "
    "OR mode NOT IN (SELECT value FROM json_each(:modes))) LIMIT 1"
)
_WORDS_OF_PETITIONS = (
    f"SELECT 1 FROM petition p JOIN visit v USING (visit_id) WHERE v.{_OF_PERIOD} "
    "AND (p.kind NOT IN (SELECT value FROM json_each(:kinds)) "
    "OR p.field NOT IN (SELECT value FROM json_each(:fields)) "
    "OR p.outcome NOT IN (SELECT value FROM json_each(:outcomes))) LIMIT 1"
)


def require_readable(database: Database, period: tuple[date, date]) -> None:
    """Refuse if a visit of the period, both ends included, cannot be counted.

    Errors: ShapeError (``database.unreadable_value``).
    """
    parameters = {
        "since": period[0].isoformat(),
        "until": period[1].isoformat(),
        "kinds": json.dumps(list(PetitionKind)),
        "modes": json.dumps(list(Mode)),
        "fields": json.dumps(list(PetitionField)),
        "outcomes": json.dumps(["", *Outcome]),
    }
    for query in (_DAYS, _WORDS_OF_VISITS, _WORDS_OF_PETITIONS):
        if database.one(query, parameters) is not None:
            raise ShapeError("a visit that nobody can count")
