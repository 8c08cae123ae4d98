"""Makes papers, and previews and prints them one after another.

A paper stays in memory until it is printed or discarded, or the window locks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from reception.print_queue.print_jobs import PrintOptions
from reception.printing.forms.registry import MONTHLY_REPORT
from reception.services.papers.bulk_disclosure import log_discarded_paper
from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.kept_papers import KeptPapers
from ui.features.printing.paper_dropping import PaperDropping
from ui.features.printing.platform_route import platform_print_route
from ui.features.printing.print_order import PrintOrder
from ui.features.printing.print_preview import PrintPreview
from ui.features.printing.print_route_with_rules import PrintRouteWithRules
from ui.features.printing.print_thread import PrintThread
from ui.models.version_writers_text import corrections_text, writers_text
from ui.models.written_by_hand_text import written_by_hand_text
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.printing.forms.registry import PrintedForm
    from reception.services.papers.print_log import PaperJob

translate = QCoreApplication.translate


class PrintFlow(QObject):
    """A queue of papers to preview; emits ``emptied`` when the last one is printed or discarded.

    A paper whose printing is followed is asked about when its preview is closed; it stays in
    ``kept`` until it is printed or dropped. ``waiting_changed`` when the papers that wait for a
    printer may be others than before.
    """

    emptied = Signal()
    waiting_changed = Signal()

    def __init__(self, reception: Reception, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._reception = reception
        self._runner = runner
        self.window = window
        self._queue: deque[PaperJob] = deque()
        self._preview: PrintPreview | None = None
        self._current: PaperJob | None = None
        self._obstacle = ""  # code of what the preview said last
        self.kept = KeptPapers(self)
        self.dropping = PaperDropping(reception, runner, window)
        self.dropping.print_wanted.connect(self._print_kept)
        self.dropping.settled.connect(self._settle_closed)
        route = PrintRouteWithRules(platform_print_route(), reception.printer_rules.rules)
        self.print_thread = PrintThread(route, window)

    @Slot(object, object)
    def print_book(self, since: date, until: date) -> None:
        """Make the register book of some days and preview it."""
        self.make_and_preview(partial(self._reception.register_books.register_book, (since, until)))

    @Slot()
    def print_report(self) -> None:
        """Make the report of the latest month that this person may count, and preview it."""
        self.print_report_of(None)

    @Slot(object)
    def print_report_of(self, day: date | None) -> None:
        """Make the monthly report of the period that contains a day, None for the latest."""
        self.make_and_preview(partial(self._reception.register_books.monthly_report, day))

    def make_and_preview(self, make_paper: Callable[[], PaperJob]) -> None:
        """Make a paper on the database thread and preview it; a failure is shown as a toast."""
        self._runner.run(make_paper, then=self.preview_job, failed=self.show_failure)

    @Slot(object)
    def preview_job(self, job: PaperJob) -> None:
        """Preview one finished paper."""
        self._enqueue((job,))

    @Slot(object)
    def preview_jobs(self, jobs: tuple[PaperJob, ...]) -> None:
        """Preview finished papers, one after the other."""
        self._enqueue(jobs)

    @Slot(object)
    def show_failure(self, error: ReceptionError) -> None:
        """Show why a paper could not be made."""
        self.window.show_toast(error_sentence(error), "circle-alert")

    @property
    def idle(self) -> bool:
        """Whether no paper is being previewed or queued."""
        return not self._queue and self._preview is None and not self.dropping.is_open

    def discard_all(self) -> None:
        """Discard every paper without a question; a lock ends the process instead."""
        self._queue.clear()
        self.kept.clear()
        self.dropping.close()
        if self._preview is not None:
            self._current = None
            self._preview.reject()

    def _enqueue(self, jobs: tuple[PaperJob, ...]) -> None:
        self._queue.extend(jobs)
        if self._preview is None:
            self._show_next()

    def _show_next(self) -> None:
        if not self._queue:
            self.emptied.emit()
            return
        job = self._current = self._queue.popleft()
        self._obstacle = ""
        preview = PrintPreview(self._print_order(job), self.print_thread, self.window)
        preview.printed.connect(self._paper_printed)
        preview.failed.connect(self._remember_obstacle)
        # A paper with many names is printed only once. If it is discarded, this is logged with its
        # print numbers and without names.
        is_logged = job.form.is_printed_once
        log_discarded = partial(self._log_discarded, job.code, job.form)
        preview.discarded.connect(log_discarded if is_logged else self._paper_discarded)
        self._preview = preview
        preview.open()

    @Slot(object)
    def _paper_printed(self, _ticket: object) -> None:
        self._preview = None
        job, self._current = self._current, None
        self.window.show_toast(translate("PaperDesk", "Sent to the printer"), "printer")
        if job is not None and job.paper_ids:
            self.kept.forget(job.paper_ids)
            remember = self._reception.waiting_papers.remember_printed
            self._runner.run(remember, job.paper_ids, then=self._report_change, failed=_ignore)
        elif job is not None and job.form is MONTHLY_REPORT:
            remember_report = self._reception.register_books.report_printed
            self._runner.run(
                remember_report, job.code, then=self._report_change, failed=self.show_failure
            )
        self._show_next()

    @Slot(object)
    def _report_change(self, _result: object) -> None:
        self.waiting_changed.emit()

    @Slot(object)
    def _remember_obstacle(self, error: ReceptionError) -> None:
        self._obstacle = error.code

    def _ask_about(self, job: PaperJob) -> None:
        """Keep a paper whose preview was closed, and ask once what becomes of it."""
        self.kept.keep((job,))
        remember = self._reception.waiting_papers.remember_obstacle
        obstacle = self._obstacle or "waiting.closed"
        self._runner.run(remember, job.paper_ids, obstacle, failed=_ignore)
        self.dropping.ask(job.paper_ids[0], can_print=True)

    @Slot(str)
    def _print_kept(self, paper_id: str) -> None:
        """Show the preview of a kept paper again, before those that follow it."""
        job = self.kept.job_of(paper_id)
        if job is not None:
            self._queue.appendleft(job)
        self._go_on()

    @Slot(str, bool)
    def _settle_closed(self, paper_id: str, dropped: bool) -> None:
        """Forget a dropped paper; otherwise keep it with those that follow of the same visit."""
        if dropped:
            self.kept.forget((paper_id,))
        else:
            self.kept.keep(self._queue)
            self._queue = deque(job for job in self._queue if not job.paper_ids)
        self.waiting_changed.emit()
        self._go_on()

    def _go_on(self) -> None:
        if self._preview is None and not self.dropping.is_open:
            self._show_next()

    def _log_discarded(self, code: str, form: PrintedForm) -> None:
        self._preview = None
        self._runner.run(log_discarded_paper, self._reception.session, code, form)
        self.window.show_toast(
            translate("PaperDesk", "Given up, not printed; logged"), "circle-alert"
        )
        self._show_next()

    @Slot()
    def _paper_discarded(self) -> None:
        self._preview = None
        job, self._current = self._current, None
        if job is not None and job.paper_ids:
            self._ask_about(job)
            return
        self.window.show_toast(translate("PaperDesk", "Saved. Not printed"), "circle-alert")
        self._show_next()

    def _print_order(self, job: PaperJob) -> PrintOrder:
        """Return the order to preview and print a paper, with the conditions for printing it."""
        return PrintOrder(
            heading=job.form.name,
            subtitle=_subtitle(job),
            pdf=job.pdf,
            options=PrintOptions(),
            needs_allowed_printer=self._reception.printer_rules.needs_allowed_printer(job),
            note=_note(job, self._reception.session.today()),
            preview_pdf=job.preview_pdf,
            single_copy=job.form.is_printed_once or job.needs_clean_spool,
            needs_clean_spool=job.needs_clean_spool,
            is_secret=bool(job.classified_copy_label),
            approvals=_approvals(job),
        )


def _ignore(_error: ReceptionError) -> None:
    """Ignore the error: the paper was settled elsewhere, or its visit was voided meanwhile."""


def _subtitle(job: PaperJob) -> str:
    if job.written_by_hand is not None:
        return translate("PaperDesk", "The citizen's copy")
    return job.classified_copy_label or job.code


def _note(job: PaperJob, today: date) -> str:
    """Return what to mind about names on a paper, and who wrote or corrected them."""
    if job.preview_pdf is not None:
        warning = translate("PaperDesk", "Names show on the paper only. Take it at once")
        written_by = corrections_text(job.corrections) if job.corrections else ""
    elif job.holds_identity:
        warning = translate(
            "PaperDesk", "This sheet shows a name. Take it from the printer at once"
        )
        written_by = writers_text(job.writers, today)
    else:
        warning = written_by = ""
    by_hand = written_by_hand_text(job.written_by_hand) if job.written_by_hand else ""
    return ". ".join(filter(None, (by_hand, warning, written_by)))


def _approvals(job: PaperJob) -> tuple[str, ...]:
    """Return the approvals of a paper marked MẬT (secret); other papers need none."""
    if not job.classified_copy_label:
        return ()
    approved = translate("PaperDesk", "The head approved this printing by password")
    entered = translate("PaperDesk", "Entered in the register of secret copies")
    return approved, entered
