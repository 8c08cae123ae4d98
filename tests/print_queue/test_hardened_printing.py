"""Printing works behind the walls: client and CUPS have local sockets only."""

from __future__ import annotations

import subprocess
import sys

BEHIND = """
from reception.hardening import network_block as network, network_tripwires as tripwires
heard = []
tripwires.install_tripwires(heard.append)
print(network.block_network().name)
from reception.print_queue.print_jobs import print_pdf
from tests.fixtures.cups import CABLE, running_cups
with running_cups() as cups:
    print_pdf(CABLE, b"%PDF-1.7 paper", "BN-0294")
    print(cups.wait_sheets(1) == [b"%PDF-1.7 paper"])
print(heard)
"""


def test_paper_arrives_behind_the_walls() -> None:
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-B", "-c", BEHIND], capture_output=True, check=True
    )
    wall, arrived, heard = done.stdout.decode().splitlines()
    assert wall == "UP"
    assert arrived == "True"
    assert heard == "[]"
