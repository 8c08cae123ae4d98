"""The blank form on which a holder copies the words of a recovery sheet by hand."""

from __future__ import annotations

from reception.printing.page import OfficeHeading
from reception.printing.recovery_form import RecoveryForm, render_recovery_form
from reception.services.recovery import NEEDED, SHEETS
from reception.services.settings import OfficeSettings

# The office's root is drawn when the office is created, after the sheets: filled in by pen.
_BY_PEN = "." * 40


def blank_form(settings: OfficeSettings, sheet: int, holder: str) -> bytes:
    """Return the form of sheet 1-3 as PDF; it holds no word."""
    heading = OfficeHeading(settings.superior, settings.issuing, settings.place)
    form = RecoveryForm(heading, sheet, _BY_PEN, SHEETS, NEEDED, holder)
    return render_recovery_form(form)
