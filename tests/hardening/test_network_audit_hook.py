"""The audit hook reports the place in the program that tried to use a network, and no data."""

from __future__ import annotations

import pytest

from tests.hardening.fresh_interpreter import run

INSTALL_HOOK = """
import sys, types
from reception.hardening.network_audit_hook import NetworkRefused
from reception.hardening.network_audit_hook import install_network_audit_hook as set_audit_hook
seen = []
set_audit_hook(seen.append)
def module(name, code):
    made = types.ModuleType(name)
    sys.modules[name] = made
    exec(code, made.__dict__)
    return made
"""


@pytest.mark.parametrize(
    ("event", "call"),
    [
        ("socket.connect", "socket.socket(socket.AF_INET).connect(('192.0.2.7', 4711))"),
        ("socket.connect", "socket.socket(socket.AF_INET6).connect_ex(('::1', 4711))"),
        ("socket.bind", "socket.socket(socket.AF_INET).bind(('127.0.0.1', 0))"),
        ("socket.sendto", "socket.socket(socket.AF_INET, 2).sendto(b'x', ('192.0.2.7', 47))"),
        ("socket.getaddrinfo", "socket.getaddrinfo('secret.example', 4711)"),
        ("socket.getaddrinfo", "socket.create_connection(('secret.example', 4711))"),
        ("socket.gethostbyname", "socket.gethostbyname('secret.example')"),
        ("urllib.Request", "urllib.request.urlopen('http://secret.example/')"),
    ],
)
def test_a_connection_attempt_is_refused_and_reported_without_data(event, call):
    code = f"""
import socket, urllib.request
culprit = module("reception.services.visits.intake", '''
import socket, urllib.request
class Intake:
    def save(self):
        {call}
''')
try:
    culprit.Intake().save()
except NetworkRefused as refused:
    print(refused)
print(*seen)
"""
    words = f"{event} by reception.services.visits.intake:Intake.save"
    assert run(INSTALL_HOOK + code) == f"{words}\n{words}"


def test_local_sockets_pass():
    code = """
import http.client, os, socket, tempfile
path = os.path.join(tempfile.mkdtemp(), "s")
server = socket.socket(socket.AF_UNIX)
server.bind(path)
server.listen()
class Local(http.client.HTTPConnection):
    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(path)
line = Local("localhost")
line.request("GET", "/")
assert server.accept()[0].recv(3) == b"GET"
os.unlink(path)
os.rmdir(os.path.dirname(path))
print(seen)
"""
    assert run(INSTALL_HOOK + code) == "[]"


@pytest.mark.parametrize(
    "name", ["PySide6.QtNetwork", "ftplib", "smtplib", "telnetlib", "xmlrpc.client", "webbrowser"]
)
def test_modules_that_serve_a_network_only_are_refused(name):
    code = f"""
try:
    import {name}
except ImportError as refused:
    print(refused)
print(*seen)
"""
    words = f"import of {name} by __main__:<module>"
    assert run(INSTALL_HOOK + code) == f"{words}\n{words}"


def test_only_the_printers_channel_imports_sockets():
    code = """
OURS = (
    "reception.services.x",
    "ui.y",
    "reception.print_queues",
    "reception.print_queue.cups_connection",
)
for name in OURS:
    for wanted in ("http.client", "socket"):
        for known in ("http.client", "socket", "_socket"):
            sys.modules.pop(known, None)
        try:
            module(name, f"import {wanted}")
            print("took", wanted, name)
        except ImportError as refused:
            print(refused)
"""
    assert run(INSTALL_HOOK + code).splitlines() == [
        "import of http.client by reception.services.x:<module>",
        "import of socket by reception.services.x:<module>",
        "import of http.client by ui.y:<module>",
        "import of socket by ui.y:<module>",
        "import of http.client by reception.print_queues:<module>",
        "import of socket by reception.print_queues:<module>",
        "took http.client reception.print_queue.cups_connection",
        "took socket reception.print_queue.cups_connection",
    ]


def test_the_libraries_we_use_load_with_the_hook():
    code = """
import holidays, nacl.pwhash, openpyxl, PIL.Image, reportlab.platypus, segno, shamir_mnemonic
import sqlcipher3, zxcvbn
import PySide6.QtPdf, PySide6.QtPrintSupport, PySide6.QtSvg, PySide6.QtWidgets
print(seen)
"""
    assert run(INSTALL_HOOK + code) == "[]"


def test_a_second_call_moves_the_report_and_sets_no_second_hook():
    code = """
import socket
later = []
set_audit_hook(later.append)
for _ in range(2):
    try:
        socket.gethostbyname("x")
    except NetworkRefused:
        pass
set_audit_hook(None)
try:
    socket.gethostbyname("x")
except NetworkRefused:
    pass
print(len(seen), len(later))
"""
    assert run(INSTALL_HOOK + code) == "0 2"
