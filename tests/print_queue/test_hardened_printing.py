"""Printing works while the network is blocked: client and CUPS use local sockets only."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
from reception.hardening import network_block as network, network_audit_hook as audit_hook
heard = []
audit_hook.install_network_audit_hook(heard.append)
print(network.block_network().name)
from reception.print_queue.print_jobs import print_pdf
from tests.fixtures.cups import CABLE_PRINTER, running_cups
with running_cups() as cups:
    print_pdf(CABLE_PRINTER, b"%PDF-1.7 paper")
    print(cups.wait_for_sheets(1) == [b"%PDF-1.7 paper"])
print(heard)
"""


def test_a_document_is_printed_while_the_network_is_blocked() -> None:
    done = subprocess.run(  # noqa: S603 - a fixed command
        [sys.executable, "-B", "-c", PROGRAM], capture_output=True, check=True
    )
    blocked, arrived, heard = done.stdout.decode().splitlines()
    assert blocked == "UP"
    assert arrived == "True"
    assert heard == "[]"
