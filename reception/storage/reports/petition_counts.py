"""The petitions of a period by kind, outcome and field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.petition import PetitionKind
from reception.domain.visit import Outcome
from reception.storage.database import Database
from reception.storage.json_shapes import word_of
from reception.storage.reports.table_counts import COUNTED_VISITS, CountingRequest

_BY_KIND = (
    "SELECT p.kind, count(*) AS petitions FROM petition p JOIN visit v USING (visit_id) "
    f"WHERE {COUNTED_VISITS} GROUP BY p.kind"
)
_BY_OUTCOME = (
    "SELECT p.outcome, count(*) AS visits FROM petition p JOIN visit v USING (visit_id) "
    f"WHERE p.position = 1 AND {COUNTED_VISITS} GROUP BY p.outcome"
)
# Without denunciations: a sentence of the report names the fields, and the field of a single
# denunciation could identify it.
_BY_FIELD = (
    "SELECT p.field, p.field_note, count(*) AS petitions "
    "FROM petition p JOIN visit v USING (visit_id) "
    f"WHERE {COUNTED_VISITS} AND p.kind <> 'denunciation' "
    "GROUP BY p.field, p.field_note ORDER BY petitions DESC"
)

_DENUNCIATION = (
    "SELECT 1 FROM petition p JOIN visit v USING (visit_id) WHERE v.received_on BETWEEN ? AND ? "
    "AND p.kind = 'denunciation' LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class FieldCount:
    """Number of petitions in a field; ``note`` is the office's own word for it, often empty."""

    field: str
    note: str
    petitions: int


@dataclass(frozen=True, slots=True)
class PetitionCounts:
    """Petitions by kind and by field, and visits by the outcome of their first petition.

    ``by_field`` has no denunciations; the most frequent field comes first.
    """

    by_kind: dict[PetitionKind, int]
    by_outcome: dict[Outcome, int]
    by_field: tuple[FieldCount, ...]


def count_petitions(database: Database, request: CountingRequest) -> PetitionCounts:
    """Count the petitions of the visits that ``COUNTED_VISITS`` selects."""
    parameters = request.parameters()
    kinds = {row["kind"]: int(row["petitions"]) for row in database.query(_BY_KIND, parameters)}
    outcomes = database.query(_BY_OUTCOME, parameters)
    return PetitionCounts(
        _printed_kinds(kinds),
        {word_of(Outcome, row["outcome"]): int(row["visits"]) for row in outcomes},
        tuple(FieldCount(*row) for row in database.query(_BY_FIELD, parameters)),
    )


def holds_denunciation(database: Database, days: tuple[date, date]) -> bool:
    """Tell whether a denunciation was received between two days, both included."""
    since, until = (day.isoformat() for day in days)
    return database.one(_DENUNCIATION, (since, until)) is not None


def _printed_kinds(counted: dict[str, int]) -> dict[PetitionKind, int]:
    """Return the figures of the kinds that a report names, 0 included, in the order of the kinds.

    The joined kind of old registers is left out if its figure is 0. If it is not, recommendations
    and feedback are left out where their figures are 0.
    """
    optional = {PetitionKind.RECOMMENDATION_OR_FEEDBACK}
    if counted.get(PetitionKind.RECOMMENDATION_OR_FEEDBACK):
        optional = {PetitionKind.RECOMMENDATION, PetitionKind.FEEDBACK}
    return {
        kind: counted.get(kind, 0)
        for kind in PetitionKind
        if counted.get(kind) or kind not in optional
    }
