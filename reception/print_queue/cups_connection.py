"""One question to CUPS and its answer, over the local socket: no network, no file."""

from __future__ import annotations

import getpass
import http.client
import os
import socket
from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path

from reception.domain.errors import ReceptionError
from reception.print_queue.ipp import (
    Answer,
    Field,
    Group,
    Malformed,
    Operation,
    Tag,
    answer,
    request,
)

DEFAULT_SOCKET = "/run/cups/cups.sock"
_SECONDS = 20.0
_LOCAL = "ipp://localhost"


class _LocalConnection(http.client.HTTPConnection):
    """HTTP over a Unix socket, since CUPS listens there and the walls allow nothing else."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=_SECONDS)
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
    """Return the CUPS socket: ``CUPS_SERVER`` when it names a path, else the usual one."""
    named = os.environ.get("CUPS_SERVER", "")
    return named if named.startswith("/") else DEFAULT_SOCKET


def cups_is_running() -> bool:
    """Tell whether a CUPS socket is there at all (never on Windows)."""
    return hasattr(socket, "AF_UNIX") and Path(socket_path()).is_socket()


def printer_address(name: str) -> str:
    """Return the address by which CUPS knows a queue."""
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
) -> Answer:
    """Send one request and return the answer, whatever its status.

    Raises ``printer.unreachable`` when CUPS does not listen, hangs, breaks off in the
    middle or says something that is no IPP.
    """
    first = [
        Field(Tag.CHARSET, "attributes-charset", ("utf-8",)),
        Field(Tag.LANGUAGE, "attributes-natural-language", ("en",)),
        *fields,
    ]
    groups: dict[Group, list[Field]] = {Group.OPERATION: first}
    if extra := list(job):
        groups[Group.JOB] = extra
    body = request(operation, groups) + document
    try:
        return answer(_exchange(path or socket_path(), body))
    except (OSError, http.client.HTTPException, Malformed) as error:
        raise ReceptionError("printer.unreachable") from error


def _exchange(path: str, body: bytes) -> bytes:
    """Post the body; CUPS asks for the account of the socket's other end only when it must."""
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
