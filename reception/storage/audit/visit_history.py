"""What the log says happened to each visit, to compare its present rows with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reception.domain.audit import Act, visit_of_subject
from reception.domain.clock import VIETNAM
from reception.domain.petition import PetitionKind
from reception.storage.audit.entry_facts import parsed_facts
from reception.storage.database import Database

_ENTRIES = (
    "SELECT at, act, subject, facts FROM log WHERE act IN "
    "('visit_sealed', 'visit_voided', 'visit_answered', 'visit_reclassified') ORDER BY seq"
)
_FIRST_WRITERS = (
    "SELECT r.key, min(r.seq) AS seq, l.actor, l.act, l.at FROM log_row r JOIN log l USING (seq) "
    "WHERE r.record = ? GROUP BY r.key"
)


@dataclass(slots=True)
class VisitHistory:
    """The facts of the entries about one visit; None where no entry says it."""

    received_on: str | None = None  # ISO day, of a visit entered late
    protected: bool | None = None  # when it was sealed, and by its reclassifications since
    kind: str | None = None  # after the last reclassification
    voided: bool = False
    answered: tuple[str, str] | None = None  # day and way of the last answer


@dataclass(frozen=True, slots=True)
class FirstWriter:
    """The entry that first wrote a row."""

    seq: int
    actor: str
    act: str
    at: str

    def is_day(self, text: str) -> bool:
        """Tell whether an ISO day is that of the entry.

        The day before counts too: an act that began before midnight is logged after it.
        """
        day = entry_day(self.at)
        return day is not None and text in (
            day.isoformat(),
            (day - timedelta(days=1)).isoformat(),
        )


def entry_day(at: str, earlier: timedelta = timedelta()) -> date | None:
    """Return the Vietnamese day of an entry's time, or of the time ``earlier`` before it.

    None for anything but a time.
    """
    try:
        return (datetime.fromisoformat(at).astimezone(VIETNAM) - earlier).date()
    except (ValueError, OverflowError):
        return None


def read_visit_histories(database: Database) -> dict[int, VisitHistory]:
    """Return the history of every visit with an entry of its own, by its id."""
    histories: dict[int, VisitHistory] = {}
    for row in database.iterate(_ENTRIES):
        visit_id = visit_of_subject(row["subject"])
        if visit_id is None:
            continue
        history = histories.setdefault(visit_id, VisitHistory())
        facts = parsed_facts(row["facts"]) or {}
        if row["act"] == Act.VISIT_SEALED:
            history.received_on = facts.get("received_on")
            history.protected = facts.get("protected")
        elif row["act"] == Act.VISIT_VOIDED:
            history.voided = True
        elif row["act"] == Act.VISIT_ANSWERED:
            history.answered = (str(facts.get("on")), str(facts.get("way")))
        else:
            history.kind = str(facts.get("kind"))
            if facts.get("down"):
                history.protected = False
            elif facts.get("up") or history.kind == PetitionKind.DENUNCIATION:
                history.protected = True
    return histories


def read_first_writers(database: Database, table: str) -> dict[str, FirstWriter]:
    """Return the entry that first wrote each row of a table, by the row's key."""
    return {
        row["key"]: FirstWriter(row["seq"], row["actor"], row["act"], row["at"])
        for row in database.iterate(_FIRST_WRITERS, (table,))
    }
