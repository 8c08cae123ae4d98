"""An officer changes or deletes other people's visits and seals under an entry of their own."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sqlite

from reception.domain.audit import Act
from reception.domain.errors import ReceptionError
from tests.attacks import forged_visits
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import (
    ANSWERED,
    DENUNCIATION,
    IMPORTED,
    LATER_COMPLAINT,
    NAME_OF_ORDINARY,
    ORDINARY,
    RECLASSIFIED,
    SECOND_DENUNCIATION,
    VOIDED,
    OldOffice,
)
from tests.attacks.outcomes import INNOCENT, denouncers_on_paper, named, reveal
from tests.fixtures.office import COLLEAGUE

# The entry is a bad one, which a session finds before it opens anything.
NOT_OPENED = r"^(reveal\.seal_changed|log\.walk_failed)"
# Acts of every day that any officer writes; none of them may change a visit of somebody else.
TRIFLES = (Act.LOCKED, Act.OPENED, Act.LOOKED_UP, Act.PRINTED, Act.REVEAL_STOPPED)


def text_changed(database: sqlite.Connection) -> None:
    """Change what a person said."""
    forged_visits.change_summary(database, ORDINARY, "Rút đơn, không yêu cầu gì")


def visit_deleted(database: sqlite.Connection) -> None:
    """Delete a visit with everything that belongs to it."""
    forged_visits.delete_visit(database, LATER_COMPLAINT)


def denunciation_deleted(database: sqlite.Connection) -> None:
    """Delete a denunciation; the numbers around it stay."""
    forged_visits.delete_visit(database, DENUNCIATION)


def imported_visit_deleted(database: sqlite.Connection) -> None:
    """Delete the last visit of an earlier year, which leaves no gap."""
    forged_visits.delete_visit(database, IMPORTED[-1])


def visit_voided(database: sqlite.Connection) -> None:
    """Void a visit without an event that says so."""
    database.execute("UPDATE visit SET voided = 1 WHERE visit_id = ?", (ANSWERED,))


def voiding_undone(database: sqlite.Connection) -> None:
    """Take the voiding back, and the events that tell of it."""
    database.execute("UPDATE visit SET voided = 0 WHERE visit_id = ?", (VOIDED,))
    database.execute("DELETE FROM visit_event WHERE visit_id = ?", (VOIDED,))


def event_deleted(database: sqlite.Connection) -> None:
    """Take away that a complaint was reclassified."""
    database.execute("DELETE FROM visit_event WHERE visit_id = ?", (RECLASSIFIED,))


def officer_changed(database: sqlite.Connection) -> None:
    """Make the visit one that somebody else received."""
    database.execute(
        "UPDATE visit SET officer = (SELECT officer FROM visit WHERE visit_id = ?) "
        "WHERE visit_id = ?",
        (ANSWERED, ORDINARY),
    )


def deadline_moved(database: sqlite.Connection) -> None:
    """Give the office another month to answer."""
    database.execute("UPDATE deadline SET due_on = '2026-12-31' WHERE visit_id = ?", (ORDINARY,))
    database.execute("UPDATE visit SET due_on = '2026-12-31' WHERE visit_id = ?", (ORDINARY,))


def answer_forged(database: sqlite.Connection) -> None:
    """Say that a person was answered."""
    database.execute(
        "INSERT INTO answer VALUES (?, '2026-11-06', 'letter', '99/TB-BTCD')", (ORDINARY,)
    )


def return_code_cancelled(database: sqlite.Connection) -> None:
    """End the code on somebody's paper."""
    for table in ("return_code", "keyed_return_code"):
        database.execute(f"UPDATE {table} SET cancelled = 1 WHERE visit_id = ?", (ORDINARY,))  # noqa: S608 - names above


def boxes_deleted(database: sqlite.Connection) -> None:
    """Nobody can open the denouncer's identity any more."""
    database.execute(
        "DELETE FROM sealed_box WHERE value_id IN (SELECT value_id FROM sealed_value "
        "WHERE owner_row = ?)",
        (str(DENUNCIATION),),
    )


def seal_deleted(database: sqlite.Connection) -> None:
    """Delete the sealed identity of a denouncer with its boxes."""
    boxes_deleted(database)
    database.execute("DELETE FROM sealed_value WHERE owner_row = ?", (str(DENUNCIATION),))


CHANGES = (
    *(text_changed, visit_deleted, denunciation_deleted, imported_visit_deleted),
    *(visit_voided, voiding_undone, event_deleted, officer_changed, deadline_moved),
    *(answer_forged, return_code_cancelled, boxes_deleted, seal_deleted),
)


@pytest.fixture
def attacker(office: OldOffice) -> Attacker:
    """The colleague, who received other visits than those that are attacked."""
    return Attacker(office, COLLEAGUE)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_under_a_trifle_is_named(attacker: Attacker, change) -> None:  # type: ignore[no-untyped-def]
    with attacker.write() as database:
        change(database)
    assert named(attacker.office)


@pytest.mark.parametrize("act", TRIFLES)
def test_no_trifle_covers_a_text(attacker: Attacker, act: Act) -> None:
    with attacker.write(act, f"visit {ORDINARY}") as database:
        text_changed(database)
    assert named(attacker.office)


def test_an_act_about_another_visit_does_not_cover_it(attacker: Attacker) -> None:
    """The act may change texts, but of the visit that it names."""
    with attacker.write(Act.VISIT_CORRECTED, f"visit {ANSWERED}", ground="mistyped") as database:
        text_changed(database)
    assert named(attacker.office)


def test_a_correction_without_an_event_is_named(attacker: Attacker) -> None:
    with attacker.write(Act.VISIT_CORRECTED, f"visit {ORDINARY}", ground="mistyped") as database:
        text_changed(database)
    assert named(attacker.office)


def test_a_planted_identity_of_an_ordinary_reporter_is_not_opened(attacker: Attacker) -> None:
    with attacker.write() as database:
        forged_visits.replace_identity(database, attacker.office_id, ORDINARY, INNOCENT)
    with pytest.raises(ReceptionError, match=NOT_OPENED):
        pytest.fail("opened: " + reveal(attacker.office, ORDINARY))
    assert named(attacker.office)


def test_a_planted_later_version_is_not_opened(attacker: Attacker) -> None:
    with attacker.write() as database:
        forged_visits.add_identity_version(database, attacker.office_id, ORDINARY, INNOCENT)
    with pytest.raises(ReceptionError, match=NOT_OPENED):
        pytest.fail("opened: " + reveal(attacker.office, ORDINARY))
    assert named(attacker.office)


def test_a_planted_denouncer_is_not_opened(attacker: Attacker) -> None:
    with attacker.write() as database:
        forged_visits.replace_identity(database, attacker.office_id, DENUNCIATION, INNOCENT)
    with pytest.raises(ReceptionError, match=NOT_OPENED):
        pytest.fail("printed: " + denouncers_on_paper(attacker.office))
    assert named(attacker.office)


def test_a_planted_version_under_a_forged_correction_is_not_opened(attacker: Attacker) -> None:
    """A correction of an identity comes from the receiving officer or a holder of the vault."""
    facts = {"ground": "mistyped", "identity": True, "places": [], "sealed": []}
    with attacker.write(Act.VISIT_CORRECTED, f"visit {DENUNCIATION}", **facts) as database:
        forged_visits.add_identity_version(database, attacker.office_id, DENUNCIATION, INNOCENT)
        database.execute(
            "INSERT INTO visit_event VALUES (?, 1, 'identity_corrected', '2026-11-09', ?, "
            "'mistyped', 'Đối chiếu giấy tờ', '{}', 1)",
            (DENUNCIATION, attacker.user_id),
        )
    with pytest.raises(ReceptionError, match=NOT_OPENED):
        pytest.fail("printed: " + denouncers_on_paper(attacker.office))
    assert named(attacker.office)


@pytest.mark.parametrize("act", [Act.LOCKED, Act.VISIT_CORRECTED, Act.VISIT_SEALED])
def test_swapped_ordinary_identities_are_not_opened(attacker: Attacker, act: Act) -> None:
    with attacker.write(act, f"visit {ORDINARY}") as database:
        forged_visits.swap_identities(database, ORDINARY, LATER_COMPLAINT)
    with pytest.raises(ReceptionError, match=NOT_OPENED):
        pytest.fail(f"opened instead of {NAME_OF_ORDINARY}: " + reveal(attacker.office, ORDINARY))
    assert named(attacker.office)


def test_swapped_denouncers_are_not_opened(attacker: Attacker) -> None:
    with attacker.write() as database:
        forged_visits.swap_identities(database, DENUNCIATION, SECOND_DENUNCIATION)
    with pytest.raises(ReceptionError, match=NOT_OPENED):
        pytest.fail("printed: " + denouncers_on_paper(attacker.office))
    assert named(attacker.office)
