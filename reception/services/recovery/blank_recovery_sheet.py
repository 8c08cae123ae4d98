"""The blank form on which a holder writes the words of a recovery sheet by hand."""

from __future__ import annotations

from reception.printing.forms.recovery_sheet import RecoveryForm, render_recovery_form
from reception.services.office.office_settings import OfficeSettings
from reception.services.office.paper_heading import office_heading
from reception.services.recovery.recovery_shares import REQUIRED_SHEETS, SHEET_COUNT


def render_blank_sheet(
    settings: OfficeSettings, sheet: int, holder: str, fingerprint: str
) -> bytes:
    """Return the form of sheet 1-3 as PDF, with the root's fingerprint and without words."""
    form = RecoveryForm(
        office_heading(settings), sheet, fingerprint, SHEET_COUNT, REQUIRED_SHEETS, holder
    )
    return render_recovery_form(form)
