"""An entry whose time or facts are no time and no facts stops nobody's work, and is named."""

from __future__ import annotations

import pytest

from reception.bootstrap import create_services
from reception.storage.audit.log_reader import LogFilter
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import ACTIVE, OldOffice
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER
from tests.fixtures.visit_forms import visit_form


@pytest.mark.parametrize(
    ("column", "value"),
    [("at", "hôm qua"), ("at", "2026-11-08T10:00:00"), ("at", ""), ("facts", "[["), ("facts", "7")],
)
def test_everybody_still_opens_and_works(office: OldOffice, column: str, value: str) -> None:
    attacker = Attacker(office, COLLEAGUE)
    with attacker.write():
        pass
    with attacker.tamper() as database:
        database.execute(
            f"UPDATE log SET {column} = ? WHERE seq = (SELECT max(seq) FROM log)",  # noqa: S608 - names above
            (value,),
        )
    for name in ACTIVE:
        office.open(name).close()
    officer = create_services(office.open(OFFICER))
    officer.intake.seal_visit(visit_form())
    officer.session.close()
    head = create_services(office.open(HEAD))
    assert head.audit_log.page(LogFilter())
    head.todo_list.read()
    found = {item.code for item in head.log_verification.verify().findings}
    assert "log.entry_changed" in found
    head.session.close()
