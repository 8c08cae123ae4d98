"""Recovery sheets from the console: later, on the terminal, or one by one on a cable printer."""

from __future__ import annotations

import secrets
import sys

from reception.domain.errors import InvalidInput
from reception.messages.catalogue import sentence
from reception.print_queue.print_jobs import PrintOptions
from reception.print_queue.print_route import CupsRoute
from reception.print_queue.printers import ready_printer
from reception.print_queue.spool_retention import spool_warning
from reception.services.office.office_setup import OfficePlan
from reception.services.recovery.recovery_shares import SHEETS, WORDS, RecoveryShares, make_shares
from reception.storage.crypto.keyring import UserKeys

LATER = "later"
TERMINAL = "-"
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def recovery_for(choice: str, plan: OfficePlan, language: str) -> UserKeys | None:
    """Return recovery keys once their sheets are with their holders; None for later.

    Errors: ``console.shares_in_file`` for anything that looks like a file,
    ``console.recovery_no_terminal`` when shares would go into a pipe.
    """
    if choice == LATER:
        return None
    if any(sign in choice for sign in "/\\.:"):
        raise InvalidInput("console.shares_in_file", "recovery")
    sheets = make_shares()
    if choice == TERMINAL:
        _show(sheets, language)
    else:
        _print(sheets, choice, plan)
    return sheets.keys


def _show(sheets: RecoveryShares, language: str) -> None:
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        raise InvalidInput("console.recovery_no_terminal", "recovery")
    for sheet in range(1, SHEETS + 1):
        words = sheets.sheets[sheet - 1]
        _answer(_CLEAR + sentence("console.recovery_holder", language, sheet=sheet))
        sys.stdout.write(sentence("console.recovery_sheet", language, sheet=sheet) + "\n")
        for place, word in enumerate(words, start=1):
            sys.stdout.write(f"{place:3d} {word}\n")
        _answer(sentence("console.recovery_copied", language, sheet=sheet))
        for place in sorted(secrets.SystemRandom().sample(range(1, WORDS + 1), 2)):
            _ask_back(sheets, (sheet, place), language)
        sys.stdout.write(_CLEAR)


def _ask_back(sheets: RecoveryShares, at: tuple[int, int], language: str) -> None:
    sheet, place = at
    question = _CLEAR + sentence("console.recovery_next", language, sheet=sheet, place=place)
    while not sheets.right_word(sheet, place, _answer(question)):
        question = sentence("console.recovery_wrong", language) + " "
        question += sentence("console.recovery_next", language, sheet=sheet, place=place)


def _answer(question: str) -> str:
    """Ask, and return the line typed; an end of input ends the whole set-up."""
    sys.stdout.write(question + " ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        sys.stdout.write(_CLEAR)
        raise InvalidInput("console.recovery_left", "recovery")
    return line


def _print(sheets: RecoveryShares, printer: str, plan: OfficePlan) -> None:
    # The forms are slow to import and wanted here alone.
    from reception.printing.forms.recovery_sheet import RecoveryForm, render_recovery_sheet  # noqa: PLC0415 - see above
    from reception.printing.layout.document_heading import OfficeHeading  # noqa: PLC0415 - see above

    found = ready_printer(printer)
    if not found.by_cable:
        raise InvalidInput("console.recovery_by_cable", "recovery", printer=printer)
    if spool_warning() is not None:
        raise InvalidInput("console.recovery_kept", "recovery", printer=printer)
    route = CupsRoute()
    settings = plan.settings
    heading = OfficeHeading(settings.superior, settings.issuing, settings.place)
    for sheet in range(1, SHEETS + 1):
        form = RecoveryForm(heading, sheet, plan.fingerprint)
        pdf = render_recovery_sheet(form, sheets.sheets[sheet - 1])
        route.submit(printer, pdf, f"TKP-{sheet:04d}", PrintOptions(copies=1))
