"""The rows that differ from the roster, printed for the head, who confirms them or not."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from typing import Any

from reception.console.command_result import CommandResult
from reception.domain.roster_mismatch import RosterMismatchView
from reception.messages.catalogue import sentence
from reception.messages.roster_mismatch import person_texts, row_texts, what_happened
from reception.services.staff.roster_confirmation import RosterConfirmation


def confirm_roster(confirmation: RosterConfirmation, options: argparse.Namespace) -> CommandResult:
    """Print every row; sign the next roster with ``--sign``, or after a question at a terminal.

    Without either the command fails, and nothing was written.
    """
    view = confirmation.mismatch()
    lines = _lines(view, options.lang)
    facts = _facts(view)
    if not options.sign:
        sys.stderr.write("\n".join(lines) + "\n")
        if options.password_stdin or not _is_confirmed(view, options.lang):
            not_signed = sentence("console.roster_not_signed", options.lang)
            return CommandResult((not_signed,), facts, succeeded=False)
        lines = ()
    confirmation.confirm()
    signed = sentence("console.roster_signed", options.lang, number=view.next_number)
    return CommandResult((*lines, signed), {**facts, "signed": view.next_number})


def _is_confirmed(view: RosterMismatchView, language: str) -> bool:
    """Ask for the number of the next roster, which nobody types without having read."""
    sys.stderr.write(sentence("console.roster_ask", language, number=view.next_number) + " ")
    sys.stderr.flush()
    return sys.stdin.readline().strip() == str(view.next_number)


def _lines(view: RosterMismatchView, language: str) -> tuple[str, ...]:
    lines = [what_happened(view, language)]
    for row in view.rows:
        texts = row_texts(row, language)
        lines.append(sentence("console.roster_row", language, **texts._asdict()))
    if not view.is_newest:
        lines.append(sentence("mismatch.look_at_people", language))
        lines += ["  " + "; ".join(person_texts(person, language)) for person in view.people]
    if view.ends_recovery:
        lines.append(sentence("mismatch.ends_recovery", language))
    lines.append(sentence("mismatch.before_signing", language, fingerprint=view.fingerprint))
    return tuple(lines)


def _facts(view: RosterMismatchView) -> dict[str, Any]:
    rows = [
        {
            name: value
            for name, value in asdict(row).items()
            if name in ("table", "change", "repair", "person", "vault", "generation", "office_key")
        }
        for row in view.rows
    ]
    return {"code": view.mismatch.code, "rows": rows, "next": view.next_number}
