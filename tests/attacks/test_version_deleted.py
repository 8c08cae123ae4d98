"""The newest version of an identity is deleted: the one before is not opened instead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reception.domain.errors import ReceptionError
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OldOffice
from tests.attacks.outcomes import SELECTION, signed_in
from tests.fixtures.identity_corrections import correct_identity
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER
from tests.fixtures.visit_forms import PERSON, visit_form


def test_an_older_version_is_not_opened_in_its_place(office: OldOffice) -> None:
    with signed_in(office, OFFICER) as officer:
        visit_id = officer.intake.seal_visit(visit_form(identity=PERSON)).visit.visit_id
        correct_identity(officer, visit_id, replace(PERSON, name="Nguyễn Văn Ấ"))
    with signed_in(office, HEAD) as head:
        opened = head.reveals.open(visit_id, SELECTION)
        assert opened.revealed.identity.name == "Nguyễn Văn Ấ"
    with Attacker(office, COLLEAGUE).tamper() as database:
        newest = (
            "SELECT value_id FROM sealed_value WHERE owner_row = ? AND field_group = 'identity' "
            "ORDER BY version DESC LIMIT 1"
        )
        (value_id,) = database.execute(newest, (str(visit_id),)).fetchone()
        for table in ("sealed_box", "sealed_value"):
            database.execute(f"DELETE FROM {table} WHERE value_id = ?", (value_id,))  # noqa: S608 - names above
    with (
        signed_in(office, HEAD) as head,
        pytest.raises(ReceptionError, match=r"reveal\.seal_changed"),
    ):
        head.reveals.open(visit_id, SELECTION)
