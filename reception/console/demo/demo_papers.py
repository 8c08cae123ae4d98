"""The papers of the demonstration: each form once, of fictional people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reception.bootstrap import Reception
from reception.console.demo.demo_visits import DemoVisits, DemoVisitTime
from reception.domain.petition import Competence, PetitionKind
from reception.domain.reporting_periods import quarter_period_of
from reception.domain.visit import Handling, Outcome
from reception.law.tables.table_01tcd import TABLE_01TCD
from reception.services.papers.print_log import PaperJob
from reception.services.visits.visit_form import VisitForm

_TOO_MANY_FOR_A5 = 5  # papers of the denunciation: its receipt shows the A4 form, in three files
_LAWFULLY_SETTLED = "9.3"  # Luật Tiếp công dân Điều 9(3)


def write_papers(reception: Reception, visits: DemoVisits, out: Path) -> list[Path]:
    """Write one of each paper into a folder and return the paths."""
    paths = []
    for name, jobs in _paper_jobs(reception, visits):
        for number, job in enumerate(jobs, start=1):
            suffix = f"-{number}" if len(jobs) > 1 else ""
            path = out / f"{name}{suffix}.pdf"
            path.write_bytes(job.pdf)
            paths.append(path)
    paths.append(_write_workbook(reception, out / "bieu-01-tcd.xlsx"))
    return paths


def _paper_jobs(
    reception: Reception, visits: DemoVisits
) -> Iterator[tuple[str, tuple[PaperJob, ...]]]:
    papers = reception.papers
    form = _form(reception, visits, PetitionKind.COMPLAINT, 2)
    sealed = reception.intake.seal_visit(form)
    yield "giay-bien-nhan", papers.receipt(sealed, form.identity)
    yield "ban-ghi-noi-dung", papers.statement(sealed, form.identity)
    form = _form(reception, visits, PetitionKind.DENUNCIATION, _TOO_MANY_FOR_A5)
    sealed = reception.intake.seal_visit(form)
    yield "giay-bien-nhan-to-cao", papers.receipt(sealed, form.identity)
    yield "ban-ghi-to-cao", papers.statement(sealed, form.identity)
    form = _form(reception, visits, PetitionKind.FEEDBACK, 0)
    yield "phieu-tra-cuu", (papers.return_slip(reception.intake.seal_visit(form)),)
    form = _refused_form(reception, visits)
    sealed = reception.intake.seal_visit(form)
    yield "thong-bao-tu-choi", papers.refusal_notice(sealed, form.identity)
    today = reception.session.today()
    yield (
        "so-tiep-cong-dan",
        (reception.register_books.register_book((today.replace(day=1), today)),),
    )
    yield (
        "bao-cao-thang",
        (reception.register_books.monthly_report(),),
    )


def _refused_form(reception: Reception, visits: DemoVisits) -> VisitForm:
    """Return a complaint that was settled lawfully: its refusal needs the written notice."""
    form = _form(reception, visits, PetitionKind.COMPLAINT, 0)
    refusal = Handling(
        Outcome.REFUSE,
        Competence.OURS,
        refusal_ground=_LAWFULLY_SETTLED,
        explanation="Thông báo số 12/TB-UBND ngày 03/02/2026",
    )
    return replace(form, handled_petitions=(replace(form.handled_petitions[0], handling=refusal),))


def _form(
    reception: Reception, visits: DemoVisits, kind: PetitionKind, paper_count: int
) -> VisitForm:
    seed = f"papers {kind.value} {paper_count}"
    visit_time = DemoVisitTime(reception.session.environment.clock.now(), seed)
    return visits.form_without_refusal(visit_time, kind, paper_count)


def _write_workbook(reception: Reception, path: Path) -> Path:
    quarter = quarter_period_of(reception.session.today()).previous()
    table = reception.reports.count(TABLE_01TCD.code, quarter.days)
    path.write_bytes(reception.reports.export(table, "xlsx"))
    return path
