"""The printers that CUPS lists, their attachment, and why one accepts no jobs."""

from __future__ import annotations

import pytest

from reception.domain.errors import ReceptionError
from reception.print_queue.printers import (
    Attachment,
    PrinterInfo,
    PrinterState,
    attachment_of,
    list_printers,
    port_attachment,
    ready_among,
    ready_printer,
)
from tests.fixtures.cups import (
    CABLE_PRINTER,
    NETWORK_PRINTER,
    PAUSED_PRINTER,
    REFUSING_PRINTER,
    PrivateCups,
    private_cups,
)

__all__ = ["private_cups"]


def test_printers_are_listed_with_the_cable_first(private_cups: PrivateCups) -> None:
    printers = {printer.name: printer for printer in list_printers()}
    assert list(printers) == [CABLE_PRINTER, PAUSED_PRINTER, REFUSING_PRINTER, NETWORK_PRINTER]
    assert printers[CABLE_PRINTER].description == "Canon LBP2900, bàn tiếp dân"
    assert printers[CABLE_PRINTER].allowed_for_identities
    assert printers[CABLE_PRINTER].is_default
    assert printers[CABLE_PRINTER].obstacle is None
    assert printers[NETWORK_PRINTER].attachment is Attachment.NETWORK
    assert not printers[NETWORK_PRINTER].is_default
    assert printers[PAUSED_PRINTER].state is PrinterState.STOPPED
    assert not printers[REFUSING_PRINTER].is_accepting_jobs


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (PAUSED_PRINTER, "printer.paused"),
        (REFUSING_PRINTER, "printer.refused"),
        ("may-in-cu", "printer.missing"),
    ],
)
def test_a_printer_that_is_not_ready_is_an_error(
    private_cups: PrivateCups, name: str, code: str
) -> None:
    with pytest.raises(ReceptionError) as caught:
        ready_printer(name)
    assert caught.value.code == code


def test_a_stopped_cups_is_an_error(private_cups: PrivateCups) -> None:
    private_cups.stop()
    with pytest.raises(ReceptionError) as caught:
        list_printers()
    assert caught.value.code == "printer.unreachable"


def test_a_machine_without_printers_is_an_error() -> None:
    with pytest.raises(ReceptionError) as caught:
        ready_among("any", ())
    assert caught.value.code == "printer.no_printer"


@pytest.mark.parametrize("reason", ["offline-report", "connecting-to-device", "timed-out"])
def test_a_printer_that_is_off_is_reported(reason: str) -> None:
    printer = PrinterInfo(
        "a", "Máy in A", "usb://a", Attachment.CABLE, PrinterState.IDLE, True, (reason,)
    )
    assert printer.obstacle == "printer.offline"


@pytest.mark.parametrize(
    ("uri", "attachment"),
    [
        ("usb://Canon/LBP2900", Attachment.CABLE),
        ("parallel:/dev/lp0", Attachment.CABLE),
        ("ipp://may-in.local/ipp/print", Attachment.NETWORK),
        ("socket://10.0.0.7", Attachment.NETWORK),
        ("dnssd://HP._ipp._tcp.local/", Attachment.NETWORK),
        ("ipps://usb:1/", Attachment.NETWORK),
        ("hp:/usb/LaserJet", Attachment.UNKNOWN),
        ("usbfake://x", Attachment.UNKNOWN),
        ("usb", Attachment.UNKNOWN),
        ("", Attachment.UNKNOWN),
    ],
)
def test_attachment_is_read_from_the_address(uri: str, attachment: Attachment) -> None:
    assert attachment_of(uri) is attachment


@pytest.mark.parametrize(
    ("port", "attachment"),
    [
        ("USB001", Attachment.CABLE),
        ("LPT1:", Attachment.CABLE),
        ("Ne01:", Attachment.UNKNOWN),
        ("WSD-1234", Attachment.UNKNOWN),
        ("USB001.example", Attachment.UNKNOWN),
        ("", Attachment.UNKNOWN),
    ],
)
def test_attachment_is_read_from_a_windows_port(port: str, attachment: Attachment) -> None:
    assert port_attachment(port) is attachment
