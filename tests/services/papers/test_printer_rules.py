"""Which printer may print an identity: the cable, what the office says, never the network."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from reception.domain.errors import InvalidInput, NotAllowed
from reception.print_queue.printers import Attachment, PrinterInfo, PrinterState
from reception.services.access.session import Session
from reception.services.papers.printer_rules import OfficePrinterRules
from tests.fixtures.office import HEAD, OFFICER, ThrowAwayOffice

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
