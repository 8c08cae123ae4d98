"""Whether a visit was protected at an entry follows from the log, whatever the visit is now."""

from __future__ import annotations

from reception.bootstrap import Reception, create_services
from reception.domain.audit import Act
from reception.domain.petition import PetitionKind
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visit_lifecycle.reclassification_checks import Reclassification
from reception.storage.audit.protection_history import was_protected
from tests.attacks import old_office as names
from tests.attacks.old_office import OldOffice, copy_old_office, old_office
from tests.fixtures.office import CUSTODIAN, HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.protected_visits import seal_protected_complaint
from tests.fixtures.visit_forms import visit_form

__all__ = ["copy_old_office", "old_office"]

WHY = ChangeReason("wrong_kind", "Xem lại thì lượt này thuộc loại khác")


def last_seq(reception: Reception) -> int:
    row = reception.session.database.one("SELECT max(seq) FROM log")
    assert row is not None
    return int(row[0])


def reclassify(reception: Reception, visit: int, kind: PetitionKind, **target: bool) -> int:
    """Reclassify a visit; return the number of the entry."""
    seen = reception.lifecycle.event_count(visit)
    reception.lifecycle.reclassify(visit, Reclassification(WHY, kind, seen, **target))
    return last_seq(reception)


def test_each_change_counts_from_its_entry_on(office: ThrowAwayOffice) -> None:
    officer = create_services(office.open(OFFICER))
    visit = officer.intake.seal_visit(visit_form()).visit.visit_id
    sealed = last_seq(officer)
    officer.session.close()
    custodian = create_services(office.open(CUSTODIAN))
    changes = (
        (PetitionKind.FEEDBACK, {}, False),
        (PetitionKind.DENUNCIATION, {}, True),
        (PetitionKind.COMPLAINT, {"protection": True}, True),  # lowered, and still protected
        (PetitionKind.COMPLAINT, {}, False),
    )
    expected = [(sealed + 1, False)]
    for kind, target, protected in changes:
        seq = reclassify(custodian, visit, kind, **target)
        expected.append((seq + 1, protected))
    database = custodian.session.database
    assert [(seq, was_protected(database, visit, seq)) for seq, _ in expected] == expected
    assert was_protected(database, visit, sealed) is None  # there was no visit yet
    assert was_protected(database, 2026009999, last_seq(custodian)) is None
    custodian.session.close()


def test_a_reporter_who_asked_for_protection_counts(office: ThrowAwayOffice) -> None:
    officer = create_services(office.open(OFFICER))
    visit = seal_protected_complaint(officer)
    assert was_protected(officer.session.database, visit, last_seq(officer) + 1) is True
    officer.session.close()


def test_the_log_of_an_earlier_version_tells_it_too(old_office: OldOffice) -> None:
    head = create_services(old_office.open(HEAD))
    database = head.session.database
    end = last_seq(head) + 1
    now = {
        visit: was_protected(database, visit, end)
        for visit in (names.ORDINARY, names.DENUNCIATION, names.PROTECTED_COMPLAINT)
    }
    assert list(now.values()) == [False, True, True]
    raised = database.one(
        "SELECT seq FROM log WHERE act = ? AND subject = ?",
        (Act.VISIT_RECLASSIFIED.value, f"visit {names.RECLASSIFIED}"),
    )
    assert raised is not None
    seq = int(raised["seq"])
    assert was_protected(database, names.RECLASSIFIED, seq) is False
    assert was_protected(database, names.RECLASSIFIED, seq + 1) is True
    for visit in names.IMPORTED:  # no entry of their own: what they are, since nothing changed it
        assert was_protected(database, visit, end) is False
    head.session.database.close()
