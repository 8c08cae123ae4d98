"""The list of rows that an import leaves out, on paper: where they are and why, no identity."""

from __future__ import annotations

from reception.exchange.register_columns import TITLES
from reception.messages.book import VIETNAMESE
from reception.printing.page import OfficeHeading
from reception.printing.problem_list import ProblemRow, ProblemSheet, render_problem_list
from reception.services.import_lines import PreviewLines
from reception.services.import_preview import ImportPreview
from reception.services.prints import PaperJob, Prints
from reception.services.session import Session

PROBLEMS = "Danh sách dòng chưa nhập"
MOST_LISTED = 2_000  # about 80 pages; who has more mends the file first


def problem_list(session: Session, preview: ImportPreview) -> PaperJob:
    """Return the numbered, logged list of a preview's problems."""
    found = PreviewLines(preview).problems(VIETNAMESE)
    settings = session.settings()
    label = Prints(session).number(PROBLEMS, preview.sheet.digest.hex()[:16])[0]
    sheet = ProblemSheet(
        heading=OfficeHeading(settings.superior, settings.issuing, settings.place),
        printed_on=session.today(),
        printed_by=session.member.name,
        print_number=label,
        rows_left=preview.stuck,
        more=max(0, len(found) - MOST_LISTED),
    )
    rows = [
        ProblemRow(line.sheet, line.line, TITLES[line.column], line.why)
        for line in found[:MOST_LISTED]
    ]
    return PaperJob(label, PROBLEMS, render_problem_list(sheet, rows), holds_identity=False)
