"""An office with a to-do list: overdue answers, a void to confirm, a request to decide."""

from __future__ import annotations

from reception.bootstrap import create_services
from reception.domain.reveal import IdentityPart, RevealSelection
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from tests.fixtures.office import OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import visit_form
from tests.scenarios.planted_identities import form_of, planted

PEOPLE = planted(6)
REASON = "Gửi thông báo kết quả, hạn còn hai ngày"
SELECTION = RevealSelection("answer", REASON, frozenset({IdentityPart.NAME, IdentityPart.ADDRESS}))


def prepare(office: ThrowAwayOffice) -> int:
    """Enter visits, let deadlines pass, void one, request an identity; return that visit's key."""
    officer = create_services(office.open(OFFICER))
    visits = []
    for index, person in enumerate(PEOPLE):
        form = form_of(person, index)
        visits.append((officer.intake.seal_visit(form).visit, form.protected))
    requested = next(visit.visit_id for visit, protected in visits if not protected)
    extra = officer.intake.seal_visit(visit_form()).visit.visit_id
    officer.lifecycle.void(extra, ChangeReason("twice", "Ghi hai lần cùng một lượt tiếp"), 0)
    officer.session.close()
    office.clock.move(days=20)
    officer = create_services(office.open(OFFICER))
    officer.intake.seal_visit(visit_form())
    officer.reveal_requests.ask(requested, SELECTION)
    officer.session.close()
    office.clock.move(minutes=7)
    return requested
