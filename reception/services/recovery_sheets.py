"""The blank form on which a holder copies the words of a recovery sheet by hand."""

from __future__ import annotations

from reception.printing.page import OfficeHeading
from reception.printing.recovery_form import RecoveryForm, render_recovery_form
from reception.services.recovery import NEEDED, SHEETS
from reception.services.settings import OfficeSettings


def blank_form(settings: OfficeSettings, sheet: int, holder: str, fingerprint: str) -> bytes:
    """Return the form of sheet 1-3 as PDF: the root's fingerprint stands on it, no word does."""
    heading = OfficeHeading(settings.superior, settings.issuing, settings.place)
    form = RecoveryForm(heading, sheet, fingerprint, SHEETS, NEEDED, holder)
    return render_recovery_form(form)
