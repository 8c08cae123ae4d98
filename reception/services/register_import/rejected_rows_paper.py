"""The printed list of rejected rows: their lines and the reasons, without identities."""

from __future__ import annotations

from reception.exchange.register_import.column_headings import TITLES
from reception.messages.language import VIETNAMESE
from reception.printing.forms.registry import REJECTED_ROWS_LIST
from reception.printing.forms.rejected_rows_list import (
    RejectedRow,
    RejectedRowsSheet,
    render_rejected_rows,
)
from reception.services.access.session import Session
from reception.services.office.paper_heading import office_heading
from reception.services.papers.print_log import PaperJob, PrintLog
from reception.services.register_import.import_preview import ImportPreview
from reception.services.register_import.preview_lines import PreviewLines

MAX_LISTED_ROWS = 2_000  # about 80 pages


def problem_list(session: Session, preview: ImportPreview) -> PaperJob:
    """Return the numbered, logged list of a preview's problems."""
    problem_lines = PreviewLines(preview).problems(VIETNAMESE)
    label = PrintLog(session).assign_numbers(REJECTED_ROWS_LIST, preview.sheet.digest.hex()[:16])[0]
    sheet = RejectedRowsSheet(
        heading=office_heading(session.settings()),
        printed_on=session.today(),
        printed_by=session.member.name,
        print_number=label,
        rejected_count=preview.rejected,
        unlisted_count=max(0, len(problem_lines) - MAX_LISTED_ROWS),
    )
    rows = [
        RejectedRow(line.sheet, line.line, TITLES[line.column], line.reason)
        for line in problem_lines[:MAX_LISTED_ROWS]
    ]
    return PaperJob(
        label, REJECTED_ROWS_LIST, render_rejected_rows(sheet, rows), holds_identity=False
    )
