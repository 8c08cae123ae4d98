"""Papers that the demonstration leaves: each form once, of fictional people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from reception.bootstrap import Reception
from reception.console.demo.demo_visits import DemoVisits
from reception.domain.petition import Competence, PetitionKind
from reception.domain.visit import Handling, Outcome
from reception.law.tables.table_01tcd import TABLE_01TCD
from reception.services.papers.print_log import PaperJob
from reception.services.visits.visit_form import SealedVisit, VisitForm

_TRIES = 400
_SETTLED_FOR_GOOD = "9.3"  # Luật Tiếp công dân Điều 9(3)


def leave_papers(reception: Reception, visits: DemoVisits, out: Path) -> list[Path]:
    """Write one of each paper into a folder and return the paths."""
    written = []
    for name, jobs in _papers(reception, visits):
        for place, job in enumerate(jobs, start=1):
            suffix = f"-{place}" if len(jobs) > 1 else ""
            path = out / f"{name}{suffix}.pdf"
            path.write_bytes(job.pdf)
            written.append(path)
    written.append(_workbook(reception, out / "bieu-01-tcd.xlsx"))
    return written


def _papers(reception: Reception, visits: DemoVisits) -> Iterator[tuple[str, tuple[PaperJob, ...]]]:
    papers = reception.papers
    form, sealed = _sealed(reception, visits, PetitionKind.COMPLAINT, papers=True)
    yield "giay-bien-nhan", papers.receipt(sealed, form.identity)
    yield "ban-ghi-noi-dung", papers.statement(sealed, form.identity)
    form, sealed = _sealed(reception, visits, PetitionKind.DENUNCIATION, papers=True)
    yield "giay-bien-nhan-to-cao", papers.receipt(sealed, form.identity)
    yield "ban-ghi-to-cao", papers.statement(sealed, form.identity)
    form, sealed = _sealed(reception, visits, PetitionKind.FEEDBACK, papers=False)
    yield "phieu-tra-cuu", (papers.return_slip(sealed),)
    form = _refused(visits, reception.session.environment.clock.now())
    sealed = reception.intake.seal_visit(form)
    yield "thong-bao-tu-choi", (papers.refusal_notice(sealed, form.identity),)
    today = reception.session.today()
    yield (
        "so-tiep-cong-dan",
        (reception.register_books.register_book((today.replace(day=1), today)),),
    )
    yield "bao-cao-thang", (reception.register_books.monthly_report(_month(reception, today)),)


def _sealed(
    reception: Reception, visits: DemoVisits, kind: PetitionKind, *, papers: bool
) -> tuple[VisitForm, SealedVisit]:
    form = _drawn(visits, reception.session.environment.clock.now(), kind, papers=papers)
    return form, reception.intake.seal_visit(form)


def _refused(visits: DemoVisits, at: datetime) -> VisitForm:
    """Return a complaint settled for good, the one refusal that asks for the written notice."""
    form = _drawn(visits, at, PetitionKind.COMPLAINT, papers=False)
    told = Handling(Outcome.REFUSE, Competence.OURS, refusal_ground=_SETTLED_FOR_GOOD)
    return replace(form, entries=(replace(form.entries[0], handling=told),))


def _drawn(visits: DemoVisits, at: datetime, kind: PetitionKind, *, papers: bool) -> VisitForm:
    for _ in range(_TRIES):
        form = visits.form(at)
        right = form.kind is kind and bool(form.papers) is papers
        if right and form.entries[0].handling.outcome is not Outcome.REFUSE:
            return form
    raise AssertionError("the lists of the demonstration lack this kind")


def _month(reception: Reception, today: date) -> date:
    start = reception.session.settings().month_starts_on
    return today.replace(day=max(start - 1, 1))


def _workbook(reception: Reception, path: Path) -> Path:
    today = reception.session.today()
    table = reception.reports.count(TABLE_01TCD.code, (today.replace(month=1, day=1), today))
    path.write_bytes(reception.reports.written(table, "xlsx"))
    return path
