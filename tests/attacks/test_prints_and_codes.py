"""Print numbers and return codes that an act may write, but not like that."""

from __future__ import annotations

import pytest

from reception.domain.audit import Act
from tests.attacks import old_office as names
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OldOffice
from tests.attacks.outcomes import named
from tests.fixtures.office import COLLEAGUE


@pytest.mark.parametrize(
    ("label", "year", "number", "day"),
    [
        ("2026-000x", 2026, None, "2026-11-09"),
        ("2026-7", 2026, None, "2026-11-09"),
        ("1999-0001", 1999, 1, "1999-11-09"),
        ("1999-0001", 1999, 1, "2026-11-09"),
        ("2027-0001", 2026, None, "2026-11-09"),
        ("2026-9999", 2026, None, "2026-11-02"),
    ],
)
def test_a_print_number_that_the_program_gives_nobody_is_named(
    office: OldOffice, label: str, year: int, number: int | None, day: str
) -> None:
    attacker = Attacker(office, COLLEAGUE)
    row = (label, year, number, "receipt", "2026", day, attacker.user_id, 1)
    with attacker.write(Act.PRINTED, "2026", prints=[label]) as database:
        database.execute("INSERT INTO print VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    assert "state.print" in named(office)


def test_a_print_number_like_the_programs_is_not_named(office: OldOffice) -> None:
    attacker = Attacker(office, COLLEAGUE)
    row = ("2026-9999", 2026, None, "receipt", "2026", "2026-11-09", attacker.user_id, 1)
    with attacker.write(Act.PRINTED, "2026", prints=["2026-9999"]) as database:
        database.execute("INSERT INTO print VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    assert not named(office)


@pytest.mark.parametrize(
    ("visit", "cancelled"), [(names.ORDINARY, 1), (names.VOIDED, 0)], ids=["ended", "revived"]
)
def test_a_return_code_that_a_correction_ends_or_revives_is_named(
    office: OldOffice, visit: int, cancelled: int
) -> None:
    attacker = Attacker(office, COLLEAGUE)
    with attacker.write(Act.VISIT_CORRECTED, f"visit {visit}") as database:
        database.execute(
            "INSERT INTO visit_event VALUES (?, 9, 'corrected', '2026-11-09', ?, 'mistyped', 'x', "
            "'{}', 0)",
            (visit, attacker.user_id),
        )
        for table in ("return_code", "keyed_return_code"):
            database.execute(
                f"UPDATE {table} SET cancelled = ? WHERE visit_id = ?",  # noqa: S608 - names above
                (cancelled, visit),
            )
    assert "state.code" in named(office)
