"""Reads a visit from its rows, without the sealed identity."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reception.domain.petition import Competence, Form, Petition, PetitionField, PetitionKind
from reception.domain.reporter import Capacity, Pseudonym
from reception.domain.visit import (
    CopyState,
    Group,
    HandledPetition,
    Handling,
    Mode,
    Outcome,
    PaperReceived,
    Visit,
)
from reception.storage.database import Database
from reception.storage.json_shapes import day_of, word_of
from reception.storage.visits.register_reader import RegisterReader
from reception.storage.visits.visit_writer import Deadline

_PSEUDONYM = "SELECT series, code_year, code_number FROM visit WHERE visit_id = ?"
_PROTECTED_PSEUDONYM = f"{_PSEUDONYM} AND series = ? AND (kind = 'denunciation' OR protection = 1)"
_OFFICER = "SELECT officer FROM visit WHERE visit_id = ?"
_ENTERED = (
    "SELECT v.officer, coalesce(e.entered_on, v.received_on) AS day FROM visit v "
    "LEFT JOIN late_entry e USING (visit_id) WHERE v.visit_id = ?"
)
_COPY_FACTS = (
    "SELECT kind, protection, EXISTS (SELECT 1 FROM paper p WHERE p.visit_id = v.visit_id) "
    "AS papers FROM visit v WHERE visit_id = ?"
)
_PROTECTION_AND_PSEUDONYM = (
    "SELECT kind, protection, series, code_year, code_number FROM visit WHERE visit_id = ?"
)
_RECEIPT_NUMBERS = "SELECT series, number FROM receipt WHERE visit_id = ? ORDER BY series, number"
_BACKUP_ENTRIES = (
    "SELECT seq FROM log WHERE act = 'backed_up' AND seq > coalesce((SELECT min(seq) FROM log_row "
    "WHERE record = 'visit' AND key = ?), 0) ORDER BY seq"
)
# Prints of a period of days, made after the visit was written: they list it.
_PRINTS_OF_PERIOD = (
    "SELECT p.label FROM print p JOIN visit v ON v.visit_id = ? "
    "WHERE p.form = ? AND p.subject LIKE '____-__-__/____-__-__' "
    "AND substr(p.subject, 1, 10) <= v.received_on AND substr(p.subject, 12) >= v.received_on "
    "AND coalesce((SELECT min(seq) FROM log_row WHERE record = 'print' AND key = p.label), "
    "9223372036854775807) > coalesce((SELECT min(seq) FROM log_row WHERE record = 'visit' "
    "AND key = CAST(v.visit_id AS TEXT)), 0) "
    "ORDER BY p.year, p.number, p.label"
)
_RECEIPTS = "SELECT series, year, number FROM receipt WHERE visit_id = ? ORDER BY series"
_ANSWER_NUMBER = "SELECT document_number FROM answer WHERE visit_id = ?"
_UNSEALED_SCANS = (
    "SELECT position FROM attachment WHERE visit_id = ? AND sealed = 0 ORDER BY position"
)


def read_pseudonym(database: Database, visit_id: int) -> Pseudonym | None:
    """Return the pseudonym of a visit's reporter; None if there is no such visit."""
    row = database.one(_PSEUDONYM, (visit_id,))
    return None if row is None else Pseudonym(*row)


def read_protected_pseudonym(database: Database, visit_id: int, series: str) -> Pseudonym | None:
    """Return the pseudonym of a protected visit; None if it is ordinary or of another series."""
    row = database.one(_PROTECTED_PSEUDONYM, (visit_id, series))
    return None if row is None else Pseudonym(*row)


def read_officer(database: Database, visit_id: int) -> str:
    """Return the user id of the officer who received a visit; "" if there is no such visit."""
    row = database.one(_OFFICER, (visit_id,))
    return "" if row is None else str(row["officer"])


def read_entry_of_visit(database: Database, visit_id: int) -> tuple[str, str]:
    """Return (user id of the officer, ISO day of entry); empty texts if there is no such visit."""
    row = database.one(_ENTERED, (visit_id,))
    return ("", "") if row is None else (str(row["officer"]), str(row["day"]))


def read_copy_facts(database: Database, visit_id: int) -> Any | None:
    """Return ``kind``, ``protection`` and ``papers``, whether papers were taken in; or None."""
    return database.one(_COPY_FACTS, (visit_id,))


def read_protection_and_pseudonym(database: Database, visit_id: int) -> Any | None:
    """Return ``kind``, ``protection``, ``series``, ``code_year`` and ``code_number``; or None."""
    return database.one(_PROTECTION_AND_PSEUDONYM, (visit_id,))


def read_receipt_numbers(database: Database, visit_id: int) -> tuple[str, ...]:
    """Return the numbers of a visit's receipts with their series: ``BN-0001``."""
    rows = database.query(_RECEIPT_NUMBERS, (visit_id,))
    return tuple(f"{row['series']}-{row['number']:04d}" for row in rows)


def read_print_labels(database: Database, visit_id: int) -> tuple[str, ...]:
    """Return the labels of the prints of a visit's papers, as in the print log."""
    return tuple(row["label"] for row in RegisterReader(database).prints(visit_id))


def read_labels_of_books(
    database: Database, visit_id: int, form_names: Iterable[str]
) -> tuple[str, ...]:
    """Return the labels of the prints of forms that list all visits of a period, this one too."""
    return tuple(
        row["label"]
        for name in form_names
        for row in database.query(_PRINTS_OF_PERIOD, (visit_id, name))
    )


def backup_entries_since(database: Database, visit_id: int) -> tuple[int, ...]:
    """Return the log entries of the backups made since a visit was written: they contain it."""
    return tuple(row["seq"] for row in database.query(_BACKUP_ENTRIES, (str(visit_id),)))


def read_answer_number(database: Database, visit_id: int) -> str:
    """Return the number of the document that answered a visit; "" without one."""
    row = database.one(_ANSWER_NUMBER, (visit_id,))
    return "" if row is None else row["document_number"]


def unsealed_scan_positions(database: Database, visit_id: int) -> tuple[int, ...]:
    """Return the positions of a visit's scans that are not sealed, in order."""
    return tuple(row["position"] for row in database.query(_UNSEALED_SCANS, (visit_id,)))


def read_visit(database: Database, visit_id: int) -> Visit | None:
    """Return a visit by its key, or None; without its hour: nothing made later shows it."""
    row = database.one("SELECT * FROM visit WHERE visit_id = ?", (visit_id,))
    if row is None:
        return None
    reader = RegisterReader(database)
    is_sealed = circumstances_sealed(row)
    return Visit(
        year=row["year"],
        number=row["number"],
        received_on=day_of(row["received_on"]),
        received_at=None,
        mode=word_of(Mode, row["mode"]),
        receiving_body=row["body"],
        pseudonym=Pseudonym(row["series"], row["code_year"], row["code_number"]),
        capacity=read_capacity(row),
        handled_petitions=tuple(_handled_petition(item) for item in reader.petitions(visit_id)),
        group=Group(
            row["people"], row["same_content"], row["representatives"], bool(row["appointment"])
        ),
        papers=tuple(_paper(item) for item in reader.papers(visit_id)),
        interpreter_language=row["interpreter"] or (None if is_sealed else ""),
        protection_asked=bool(row["protection"]),
        read_back=bool(row["read_back"]),
        thumb_print=bool(row["thumb_print"]) or (None if is_sealed else False),
    )


def circumstances_sealed(row: Any) -> bool:
    """Tell whether capacity, interpreter's language and thumb print of a visit are sealed.

    They stay sealed when a visit becomes an ordinary one. Rows of earlier versions have them.
    """
    return not row["capacity"] or row["kind"] == "denunciation" or bool(row["protection"])


def read_capacity(row: Any) -> Capacity | None:
    """Return the capacity of a visit's reporter; None if it is sealed. Errors: ShapeError."""
    return None if circumstances_sealed(row) else word_of(Capacity, row["capacity"])


def read_open_deadlines(database: Database, visit_id: int) -> tuple[Deadline, ...]:
    """Return the open deadlines of a visit, earliest first."""
    return tuple(
        Deadline(
            row["term"],
            row["article"],
            row["days"],
            day_of(row["started_on"]),
            day_of(row["due_on"]),
        )
        for row in RegisterReader(database).deadlines(visit_id)
        if row["closed_on"] is None
    )


def paper_number(database: Database, visit_id: int) -> tuple[str, int, int] | None:
    """Return (series, year, number) of the citizen's receipt or slip, or None."""
    for row in database.query(_RECEIPTS, (visit_id,)):
        if row["series"] in ("BN", "PT"):
            return row["series"], row["year"], row["number"]
    return None


def envelope_number(database: Database, visit_id: int) -> int | None:
    """Return the number of the sealed envelope of a denunciation, or None."""
    rows = database.query(_RECEIPTS, (visit_id,))
    return next((int(row["number"]) for row in rows if row["series"] == "NP"), None)


def _handled_petition(row: Any) -> HandledPetition:
    petition = Petition(
        kind=word_of(PetitionKind, row["kind"]),
        field=word_of(PetitionField, row["field"]),
        field_note=row["field_note"],
        respondent=row["respondent"],
        place=row["place"],
        summary=row["summary"],
        request=row["request"],
        settled_by=row["settled_by"],
        settled_round=row["settled_round"],
        form=word_of(Form, row["form"]),
    )
    handling = Handling(
        outcome=word_of(Outcome, row["outcome"]),
        competence=word_of(Competence, row["competence"]),
        handled_by=row["handled_by"],
        document_number=row["document_number"],
        refusal_ground=row["refusal_ground"],
        explanation=row["explanation"],
    )
    return HandledPetition(petition, handling)


def _paper(row: Any) -> PaperReceived:
    return PaperReceived(row["name"], row["pages"], word_of(CopyState, row["state"]))
