"""The printers of this machine: how they are connected and whether they accept jobs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from reception.domain.errors import ReceptionError
from reception.print_queue.cups_connection import send_request, user_name
from reception.print_queue.ipp import Attributes, Field, Group, Operation, Tag

_REQUESTED_ATTRIBUTES = (
    "printer-name",
    "printer-info",
    "device-uri",
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
)
_NOT_FOUND = 0x0406
_TYPE_DEFAULT = 0x20000  # the bit of printer-type that marks the default queue
_CABLE_PORT = re.compile(r"(?:USB|LPT)[0-9]+:?", re.ASCII)
_CABLE_SCHEMES = frozenset({"usb", "parallel"})
_FILE_SCHEMES = frozenset({"cups-pdf", "pdf", "file", "portprompt", "xpsport", "nul", "shrfax"})
_NETWORK_SCHEMES = frozenset(
    {"ipp", "ipps", "http", "https", "socket", "lpd", "smb", "dnssd", "mdns"}
)
_OFFLINE_REASONS = frozenset({"offline", "connecting-to-device", "timed-out", "shutdown"})


class Attachment(Enum):
    """How a printer is connected, as far as the system can tell.

    On a list with the rules of the office applied, CABLE means that the office allows identities.
    """

    CABLE = "cable"
    NETWORK = "network"
    UNKNOWN = "unknown"


class PrinterState(Enum):
    """State of a queue (RFC 8011, 5.4.11)."""

    IDLE = 3
    PROCESSING = 4
    STOPPED = 5


@dataclass(frozen=True, slots=True)
class PrinterInfo:
    """One queue; ``name`` identifies it, ``description`` is the name for people."""

    name: str
    description: str
    device_uri: str
    attachment: Attachment
    state: PrinterState
    is_accepting_jobs: bool
    reasons: tuple[str, ...] = ()
    is_default: bool = False
    identities_forbidden: bool = False  # by a setting of the office

    @property
    def allowed_for_identities(self) -> bool:
        """Whether papers with an identity may be printed there.

        On a raw list of the system: whether a cable is known to connect it. On a list with the
        rules of the office applied: what the office decided.
        """
        return self.attachment is Attachment.CABLE and not self.identities_forbidden

    @property
    def writes_files(self) -> bool:
        """Whether the queue writes documents to files instead of printing them."""
        uri = self.device_uri.casefold()
        return uri.partition(":")[0] in _FILE_SCHEMES or uri.endswith((".pdf", ".xps"))

    @property
    def obstacle(self) -> str | None:
        """The message code of the reason why the queue accepts no job now, or None."""
        if not self.is_accepting_jobs:
            return "printer.refused"
        if self.state is PrinterState.STOPPED:
            return "printer.paused"
        if any(reason.removesuffix("-report") in _OFFLINE_REASONS for reason in self.reasons):
            return "printer.offline"
        return None


def attachment_of(device_uri: str) -> Attachment:
    """Return the attachment of a CUPS device address such as ``usb://Canon/LBP2900``."""
    scheme, colon, _ = device_uri.partition(":")
    if colon and scheme in _CABLE_SCHEMES:
        return Attachment.CABLE
    return Attachment.NETWORK if scheme in _NETWORK_SCHEMES else Attachment.UNKNOWN


def port_attachment(port: str) -> Attachment:
    """Return the attachment of a Windows port: ``USB001`` and ``LPT1`` are cables."""
    return Attachment.CABLE if _CABLE_PORT.fullmatch(port) else Attachment.UNKNOWN


def list_printers() -> tuple[PrinterInfo, ...]:
    """Return every queue, cable first, then by name; empty when CUPS has none.

    Raises ``printer.unreachable`` when CUPS does not answer.
    """
    fields = [
        Field(Tag.NAME, "requesting-user-name", (user_name(),)),
        Field(Tag.KEYWORD, "requested-attributes", (*_REQUESTED_ATTRIBUTES, "printer-type")),
    ]
    response = send_request(Operation.GET_PRINTERS, fields)
    if not response.is_success and response.status != _NOT_FOUND:
        raise ReceptionError("printer.unreachable")
    queues = [
        _printer(attributes)
        for attributes in response.groups_of_kind(Group.PRINTER)
        if "printer-name" in attributes
    ]
    return tuple(
        sorted(queues, key=lambda printer: (not printer.allowed_for_identities, printer.name))
    )


def ready_printer(name: str) -> PrinterInfo:
    """Return the queue if it accepts jobs now; call it before a paper is made or sent.

    Raises ``printer.no_printer`` (this machine has none), ``printer.missing`` (no queue
    of that name), ``printer.refused``, ``printer.paused``, ``printer.offline`` or
    ``printer.unreachable``.
    """
    return ready_among(name, list_printers())


def ready_among(name: str, printers: tuple[PrinterInfo, ...]) -> PrinterInfo:
    """Return the queue with a name if it accepts jobs now; errors as ``ready_printer``."""
    if not printers:
        raise ReceptionError("printer.no_printer")
    for printer in printers:
        if printer.name == name:
            if printer.obstacle:
                raise ReceptionError(printer.obstacle, printer=printer.description)
            return printer
    raise ReceptionError("printer.missing", printer=name)


def _printer(attributes: Attributes) -> PrinterInfo:
    name = str(attributes["printer-name"][0])
    uri = str(attributes.get("device-uri", ("",))[0])
    state = attributes.get("printer-state", (PrinterState.STOPPED.value,))[0]
    printer_type = attributes.get("printer-type", (0,))[0]
    return PrinterInfo(
        name=name,
        description=str(attributes.get("printer-info", ("",))[0]) or name,
        device_uri=uri,
        attachment=attachment_of(uri),
        state=PrinterState(state),
        is_accepting_jobs=attributes.get("printer-is-accepting-jobs", (False,))[0] is True,
        reasons=tuple(
            str(reason)
            for reason in attributes.get("printer-state-reasons", ())
            if reason != "none"
        ),
        is_default=isinstance(printer_type, int) and bool(printer_type & _TYPE_DEFAULT),
    )
