"""Drives the program from inside for test_lock: opens, types into a screen, locks. Never shipped.

Usage: python -m tests.ui.application.lock_driver OFFICE PASSWORD_HEX REASON MARK_HEX [hang]
"""

from __future__ import annotations

import sys
from pathlib import Path

from reception.hardening.memory_protection import harden_process
from reception.hardening.network_audit_hook import install_network_audit_hook
from reception.hardening.network_block import block_network

KEY = 0x5A


def veil(text: str) -> str:
    """Return a text so that neither argv nor environment holds it."""
    return bytes(byte ^ KEY for byte in text.encode()).hex()


def unveil(text: str) -> str:
    """Return the text again."""
    return bytes(byte ^ KEY for byte in bytes.fromhex(text)).decode()


def main(argv: list[str]) -> int:
    """Run until the process is replaced."""
    harden_process()
    block_network()
    install_network_audit_hook(None)
    from tests.ui.application.lock_screen_stub import drive  # noqa: PLC0415  # Qt comes after the walls

    return drive(Path(argv[0]), unveil(argv[1]), (argv[2], unveil(argv[3])), argv[4:])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
