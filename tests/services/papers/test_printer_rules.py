"""Which printer may print an identity: the cable, what the office says, never the network."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from reception.bootstrap import create_services
from reception.domain.errors import InvalidInput, NotAllowed, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.visit import PaperReceived
from reception.print_queue.printers import Attachment, PrinterInfo, PrinterState
from reception.services.access.session import Session
from reception.services.papers.printer_rules import OfficePrinterRules
from tests.fixtures.office import HEAD, OFFICER, ThrowAwayOffice
from tests.fixtures.visit_forms import visit_form

CABLE, NETWORK, UNKNOWN = Attachment.CABLE, Attachment.NETWORK, Attachment.UNKNOWN


def queue(attachment: Attachment, uri: str = "x:/1", name: str = "ban") -> PrinterInfo:
    """Return a queue attached in some way."""
    return PrinterInfo(
        name, "Máy in bàn", uri, attachment, PrinterState.IDLE, is_accepting_jobs=True
    )


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Session]:
    """The head's session."""
    session = office.open(HEAD)
    yield session
    session.database.close()


def test_without_a_mark_only_a_cable_may(head: Session) -> None:
    rules = OfficePrinterRules(head, "TCD-01").rules()
    assert [rules.may_print_identities(queue(one)) for one in (CABLE, NETWORK, UNKNOWN)] == [
        True,
        False,
        False,
    ]


def test_the_office_decides_where_the_system_has_no_answer(head: Session) -> None:
    printers = OfficePrinterRules(head, "TCD-01")
    printers.set_identities_allowed(queue(UNKNOWN), True)
    assert printers.rules().may_print_identities(queue(UNKNOWN))
    (seen,) = printers.rules().apply_to([queue(UNKNOWN)])
    assert seen.allowed_for_identities
    row = head.database.one("SELECT act, facts FROM log ORDER BY seq DESC LIMIT 1")
    assert row is not None
    assert row["act"] == "settings_changed"
    assert json.loads(row["facts"]) == {"identities": True, "printer": "ban"}


def test_a_mark_holds_for_one_machine_and_one_address(head: Session) -> None:
    printers = OfficePrinterRules(head, "TCD-01")
    printers.set_identities_allowed(queue(UNKNOWN), True)
    assert not printers.rules().may_print_identities(queue(UNKNOWN, "y:/2"))
    assert not OfficePrinterRules(head, "TCD-02").rules().may_print_identities(queue(UNKNOWN))


def test_a_cable_may_be_refused_and_allowed_again(head: Session) -> None:
    printers = OfficePrinterRules(head, "TCD-01")
    printers.set_identities_allowed(queue(CABLE), False)
    rules = printers.rules()
    other = queue(CABLE, "usb://b", "kho")
    assert [seen.name for seen in rules.apply_to([queue(CABLE), other])] == ["kho", "ban"]
    assert not rules.apply_to([queue(CABLE)])[0].allowed_for_identities
    printers.set_identities_allowed(queue(CABLE), True)
    assert printers.rules().may_print_identities(queue(CABLE))


def test_a_network_printer_is_never_allowed_even_if_marked(head: Session) -> None:
    printers = OfficePrinterRules(head, "TCD-01")
    with pytest.raises(InvalidInput, match="printer.network_never"):
        printers.set_identities_allowed(queue(NETWORK), True)
    printers.set_identities_allowed(
        queue(UNKNOWN), True
    )  # and then the same queue turns out to be a network's
    assert not printers.rules().may_print_identities(queue(NETWORK))


def test_an_officer_marks_nothing(office: ThrowAwayOffice) -> None:
    session = office.open(OFFICER)
    printers = OfficePrinterRules(session, "TCD-01")
    with pytest.raises(NotAllowed):
        printers.set_identities_allowed(queue(UNKNOWN), True)
    with pytest.raises(NotAllowed):
        printers.set_all_identities_need_allowed_printer(True)
    assert printers.rules().decisions == ()
    session.database.close()


@pytest.mark.parametrize(
    ("printers", "warning", "refusal"),
    [
        ((), None, r"printer\.no_marked"),
        ((queue(NETWORK),), None, r"printer\.no_marked"),
        ((queue(UNKNOWN),), None, r"printer\.no_marked"),
        ((queue(CABLE),), "printer.spool_keeps", r"printer\.spool_names"),
        ((queue(CABLE),), "printer.spool_unknown", r"printer\.spool_names"),
    ],
)
def test_names_on_citizens_copies_need_a_marked_printer_and_a_clean_spool(
    head: Session, printers: tuple[PrinterInfo, ...], warning: str | None, refusal: str
) -> None:
    rules = OfficePrinterRules(head, "TCD-01", lambda: warning)
    with pytest.raises(InvalidInput, match=refusal):
        rules.set_identity_on_citizen_copies(True, printers)
    assert not rules.identity_on_citizen_copies()
    rules.set_identity_on_citizen_copies(False, printers)  # the pen needs no printer


def test_the_switch_for_names_on_citizens_copies_is_logged_and_the_heads(
    head: Session, office: ThrowAwayOffice
) -> None:
    rules = OfficePrinterRules(head, "TCD-01", lambda: None)
    rules.set_identity_on_citizen_copies(True, [queue(CABLE)])
    assert rules.identity_on_citizen_copies()
    row = head.database.one("SELECT act, facts FROM log ORDER BY seq DESC LIMIT 1")
    assert row is not None
    assert row["act"] == "settings_changed"
    assert json.loads(row["facts"]) == {"identity_on_citizen_copies": True}
    officer = office.open(OFFICER)
    with pytest.raises(NotAllowed):
        OfficePrinterRules(officer, "TCD-01", lambda: None).set_identity_on_citizen_copies(False)
    officer.database.close()


@pytest.mark.parametrize("kind", [PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION])
def test_a_copy_with_a_name_goes_to_marked_printers_with_a_clean_spool(
    head: Session, kind: PetitionKind
) -> None:
    rules = OfficePrinterRules(head, "TCD-01", lambda: None)
    reception = create_services(head)
    form = visit_form(kind, papers=(PaperReceived("Đơn viết tay", 2),))
    sealed = reception.intake.seal_visit(form)
    by_pen = reception.papers.receipt(sealed, form.identity)[0]
    assert not by_pen.needs_clean_spool
    assert not rules.needs_allowed_printer(by_pen)
    rules.set_identity_on_citizen_copies(True, [queue(CABLE)])
    named, *others = reception.papers.receipt(sealed, form.identity)
    assert named.needs_clean_spool
    assert rules.needs_allowed_printer(named)
    assert named.preview_pdf == by_pen.pdf  # the screen shows no name
    assert not any(job.holds_identity for job in others)


def test_a_copy_without_a_name_is_not_mixed_with_those_that_have_one(head: Session) -> None:
    reception = create_services(head)
    form = visit_form(papers=(PaperReceived("Đơn viết tay", 2),), protection_asked=True)
    visit = reception.intake.seal_visit(form).visit.visit_id
    slip = reception.intake.seal_visit(visit_form(protection_asked=True)).visit.visit_id
    rules = OfficePrinterRules(head, "TCD-01", lambda: None)
    rules.set_identity_on_citizen_copies(True, [queue(CABLE)])
    before = len(head.database.query("SELECT code_id FROM keyed_return_code"))
    with pytest.raises(ReceptionError, match=r"papers\.copy_needs_identity"):
        reception.copy_renewal.make_again(visit, "lost")
    assert len(head.database.query("SELECT code_id FROM keyed_return_code")) == before
    assert not reception.copy_renewal.make_again(slip, "lost").holds_identity
