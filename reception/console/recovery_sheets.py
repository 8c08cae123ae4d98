"""Recovery sheets at set-up: made later, shown on the terminal, or printed over a cable."""

from __future__ import annotations

import secrets
import sys

from reception.domain.errors import InvalidInput
from reception.messages.catalogue import sentence
from reception.print_queue.print_jobs import PrintOptions
from reception.print_queue.print_route import CupsRoute
from reception.print_queue.printers import ready_printer
from reception.print_queue.spool_retention import spool_warning
from reception.printing.forms.recovery_sheet import RecoveryForm, render_recovery_sheet
from reception.printing.layout.document_heading import OfficeHeading
from reception.services.office.office_setup import OfficePlan
from reception.services.recovery.recovery_shares import (
    SHEET_COUNT,
    WORDS_PER_SHEET,
    RecoveryShares,
    make_shares,
)
from reception.storage.crypto.keyring import UserKeys

LATER = "later"
TERMINAL = "-"
_CLEAR_SCREEN = "\x1b[2J\x1b[3J\x1b[H"


def recovery_for(choice: str, plan: OfficePlan, language: str) -> UserKeys | None:
    """Return the recovery keys after their sheets were copied or printed; None if made later.

    Errors: ``console.shares_in_file`` for anything that looks like a file,
    ``console.recovery_no_terminal`` when the shares would be written to a pipe.
    """
    if choice == LATER:
        return None
    if any(sign in choice for sign in "/\\.:"):
        raise InvalidInput("console.shares_in_file", "recovery")
    sheets = make_shares()
    if choice == TERMINAL:
        _show_sheets(sheets, language)
    else:
        _print_sheets(sheets, choice, plan)
    return sheets.keys


def _show_sheets(sheets: RecoveryShares, language: str) -> None:
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        raise InvalidInput("console.recovery_no_terminal", "recovery")
    for sheet in range(1, SHEET_COUNT + 1):
        words = sheets.sheets[sheet - 1]
        _ask(_CLEAR_SCREEN + sentence("console.recovery_holder", language, sheet=sheet))
        sys.stdout.write(sentence("console.recovery_sheet", language, sheet=sheet) + "\n")
        for position, word in enumerate(words, start=1):
            sys.stdout.write(f"{position:3d} {word}\n")
        _ask(sentence("console.recovery_copied", language, sheet=sheet))
        for position in sorted(secrets.SystemRandom().sample(range(1, WORDS_PER_SHEET + 1), 2)):
            _check_word(sheets, (sheet, position), language)
        sys.stdout.write(_CLEAR_SCREEN)


def _check_word(sheets: RecoveryShares, word: tuple[int, int], language: str) -> None:
    sheet, position = word
    question = _CLEAR_SCREEN + sentence(
        "console.recovery_next", language, sheet=sheet, place=position
    )
    while not sheets.is_right_word(sheet, position, _ask(question)):
        question = sentence("console.recovery_wrong", language) + " "
        question += sentence("console.recovery_next", language, sheet=sheet, place=position)


def _ask(question: str) -> str:
    """Ask and return the typed line. Errors: ``console.recovery_left`` at the end of input."""
    sys.stdout.write(question + " ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        sys.stdout.write(_CLEAR_SCREEN)
        raise InvalidInput("console.recovery_left", "recovery")
    return line


def _print_sheets(sheets: RecoveryShares, printer: str, plan: OfficePlan) -> None:
    found = ready_printer(printer)
    if not found.allowed_for_identities:
        raise InvalidInput("console.recovery_by_cable", "recovery", printer=printer)
    if spool_warning() is not None:
        raise InvalidInput("console.recovery_kept", "recovery", printer=printer)
    route = CupsRoute()
    settings = plan.settings
    heading = OfficeHeading(settings.superior, settings.issuing, settings.place)
    for sheet in range(1, SHEET_COUNT + 1):
        form = RecoveryForm(heading, sheet, plan.fingerprint)
        pdf = render_recovery_sheet(form, sheets.sheets[sheet - 1])
        route.submit(printer, pdf, PrintOptions(copies=1))
