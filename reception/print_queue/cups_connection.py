"""One IPP request to CUPS and its response over the local socket: no network, no file."""

from __future__ import annotations

import getpass
import http.client
import os
import socket
from collections.abc import Iterable
from http import HTTPStatus

from reception.domain.errors import ReceptionError
from reception.print_queue.ipp import (
    Field,
    Group,
    IppResponse,
    MalformedResponse,
    Operation,
    Tag,
    encode_request,
    parse_response,
)

DEFAULT_SOCKET = "/run/cups/cups.sock"
_TIMEOUT_SECONDS = 20.0
_LOCAL = "ipp://localhost"


class _LocalConnection(http.client.HTTPConnection):
    """HTTP over a Unix socket: CUPS listens there and the network block allows nothing else."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=_TIMEOUT_SECONDS)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self.sock.settimeout(self.timeout)
            self.sock.connect(self._path)
        except OSError:
            self.sock.close()
            raise


def socket_path() -> str:
    """Return the CUPS socket: ``CUPS_SERVER`` when it names a path, else the default."""
    named = os.environ.get("CUPS_SERVER", "")
    return named if named.startswith("/") else DEFAULT_SOCKET


def printer_address(name: str) -> str:
    """Return the IPP address of a queue."""
    return f"{_LOCAL}/printers/{name}"


def user_name() -> str:
    """Return the account of the operating system, which owns the job."""
    return getpass.getuser()


def send_request(
    operation: Operation,
    fields: Iterable[Field] = (),
    job: Iterable[Field] = (),
    document: bytes = b"",
    path: str | None = None,
) -> IppResponse:
    """Send one request and return the response, whatever its status.

    Raises ``printer.unreachable`` when CUPS does not listen, does not respond in time,
    closes the connection early, or responds with something that is not IPP.
    """
    operation_fields = [
        Field(Tag.CHARSET, "attributes-charset", ("utf-8",)),
        Field(Tag.LANGUAGE, "attributes-natural-language", ("en",)),
        *fields,
    ]
    groups: dict[Group, list[Field]] = {Group.OPERATION: operation_fields}
    if extra := list(job):
        groups[Group.JOB] = extra
    body = encode_request(operation, groups) + document
    try:
        return parse_response(_post_with_account(path or socket_path(), body))
    except (OSError, http.client.HTTPException, MalformedResponse) as error:
        raise ReceptionError("printer.unreachable") from error


def _post_with_account(path: str, body: bytes) -> bytes:
    """Post the body; name the account (PeerCred) only when CUPS asks for it."""
    headers = {"Content-Type": "application/ipp"}
    status, raw = _post(path, body, headers)
    if status == HTTPStatus.UNAUTHORIZED:
        headers["Authorization"] = f"PeerCred {user_name()}"
        status, raw = _post(path, body, headers)
    if status != HTTPStatus.OK:
        raise http.client.HTTPException(status)
    return raw


def _post(path: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
    connection = _LocalConnection(path)
    try:
        connection.request("POST", "/", body=body, headers=headers)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()
