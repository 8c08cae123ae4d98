"""What the desk reads of a protected visit leads neither to its reporter nor to another visit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity, Pseudonym
from reception.services.visit_lifecycle.corrections import Correction
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visits.visit_form import VisitForm, Waiver
from reception.storage.staff.signed_members import granted_private_keys
from reception.storage.visits.sealed_identities import open_part
from reception.storage.visits.sealed_part import KeptWords, SealedPart
from tests.fixtures.lifecycle import is_log_intact
from tests.fixtures.office import CUSTODIAN, ThrowAwayOffice, office
from tests.fixtures.visit_forms import PERSON, visit_form, with_summary

__all__ = ["office"]

DENUNCIATION = PetitionKind.DENUNCIATION
NAMESAKE = Waiver("summary.1", "Cán bộ địa chính trùng họ tên", other_person=True)
NAMING = f"Ông {PERSON.name}, cán bộ địa chính, và bà Giàng Thị Xa thu tiền của dân"
REASON = ChangeReason("mistyped", "Gõ nhầm năm sinh trên giấy tờ")
PROTECTED_FORMS = (visit_form(DENUNCIATION), visit_form(protection_asked=True))


@pytest.fixture
def officer(office: ThrowAwayOffice) -> Iterator[Reception]:
    """The officer's session."""
    reception = create_services(office.open())
    yield reception
    reception.session.database.close()


def opened_by_custodian(office: ThrowAwayOffice, visit: int) -> SealedPart:
    """Return the newest sealed part of a visit, as a custodian's keys open it."""
    session = office.open(CUSTODIAN)
    keys = granted_private_keys(
        session.database, session.office, session.member.user_id, session.keys
    )
    part = open_part(session.database, session.office.office_id, visit, keys)
    session.database.close()
    assert part is not None
    return part


def stored_in_clear(reception: Reception) -> str:
    """Return every row of the file but for the petition's own text, as one text."""
    database = reception.session.database
    tables = [
        row[0]
        for row in database.query("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if row[0] != "petition" and not row[0].startswith("visit_search")
    ]
    rows = (tuple(row) for table in tables for row in database.query(f"SELECT * FROM {table}"))  # noqa: S608 - tables of the schema
    return "\n".join(map(str, rows))


# -- a waiver says that a name in the text is the reporter's ------------------------------


@pytest.mark.parametrize("form", PROTECTED_FORMS, ids=["denunciation", "protected complaint"])
def test_the_waiver_of_a_protected_visit_is_in_its_seal_alone(
    office: ThrowAwayOffice, officer: Reception, form: VisitForm
) -> None:
    named = replace(with_summary(form, NAMING), waivers=(NAMESAKE,))
    visit = officer.intake.seal_visit(named).visit.visit_id
    stored = stored_in_clear(officer)
    assert "waived" not in stored
    assert NAMESAKE.reason not in stored
    kept = KeptWords(NAMESAKE.field, NAMESAKE.reason, other_person=True)
    assert opened_by_custodian(office, visit).kept_words == (kept,)


def test_a_waiver_for_a_corrected_identity_is_in_its_seal_alone(
    office: ThrowAwayOffice, officer: Reception
) -> None:
    form = with_summary(visit_form(DENUNCIATION, identity=Identity(name="Lò Thị Mẫu")), NAMING)
    visit = officer.intake.seal_visit(form).visit.visit_id
    correction = Correction(REASON, {}, 0, identity=PERSON, waivers=(NAMESAKE,))
    officer.lifecycle.correct(visit, correction)
    stored = stored_in_clear(officer)
    assert "waived" not in stored
    assert NAMESAKE.reason not in stored
    part = opened_by_custodian(office, visit)
    assert part.identity.name == PERSON.name
    assert [words.field for words in part.kept_words] == ["summary.1"]
    assert is_log_intact(office)


def test_the_waiver_of_an_ordinary_visit_stays_in_the_log(officer: Reception) -> None:
    """Its reporter's name may be opened at the desk, and a reclassification asks for the text."""
    named = replace(with_summary(visit_form(), NAMING), waivers=(NAMESAKE,))
    visit = officer.intake.seal_visit(named).visit.visit_id
    assert officer.lifecycle.change_context(visit).waived_fields == ("summary.1",)


# -- one pseudonym for an ordinary and a protected visit ----------------------------------


def pseudonym_with_code(reception: Reception, code: str, form: VisitForm) -> Pseudonym:
    """Seal a visit with the return code of an earlier one; return its pseudonym."""
    found = reception.intake.find_earlier_visit(code)
    return reception.intake.seal_visit(replace(form, earlier_visit=found)).visit.pseudonym


def test_a_protected_visit_never_gets_the_pseudonym_of_an_ordinary_one(officer: Reception) -> None:
    first = officer.intake.seal_visit(visit_form())
    later = pseudonym_with_code(officer, first.return_code, visit_form(protection_asked=True))
    assert later.series == first.visit.pseudonym.series
    assert later != first.visit.pseudonym


def test_an_ordinary_visit_takes_no_return_code(officer: Reception) -> None:
    """Else the blind index would give every later visit of the person that pseudonym."""
    protected = officer.intake.seal_visit(visit_form(protection_asked=True))
    with pytest.raises(InvalidInput, match=r"desk\.earlier_visit_ordinary"):
        pseudonym_with_code(officer, protected.return_code, visit_form())
    ordinary = officer.intake.seal_visit(visit_form()).visit.pseudonym
    assert ordinary != protected.visit.pseudonym


@pytest.mark.parametrize("form", PROTECTED_FORMS, ids=["denunciation", "protected complaint"])
def test_a_protected_visit_gets_the_pseudonym_of_an_earlier_protected_one(
    officer: Reception, form: VisitForm
) -> None:
    first = officer.intake.seal_visit(form)
    assert pseudonym_with_code(officer, first.return_code, form) == first.visit.pseudonym
