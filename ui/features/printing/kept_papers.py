"""Papers that were previewed and not printed; their pages stay in memory until the window locks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reception.services.papers.print_log import PaperJob


class KeptPapers(QObject):
    """The jobs by the ids of their papers; ``changed`` when one was added or removed."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: list[PaperJob] = []

    def keep(self, jobs: Iterable[PaperJob]) -> None:
        """Keep jobs whose printing is followed; others cannot be found again in a list."""
        self._jobs += [job for job in jobs if job.paper_ids and job not in self._jobs]
        self.changed.emit()

    def ids(self) -> frozenset[str]:
        """Return the ids of all papers in memory."""
        return frozenset(paper_id for job in self._jobs for paper_id in job.paper_ids)

    def job_of(self, paper_id: str) -> PaperJob | None:
        """Return the job that prints a paper, None if its pages are gone."""
        return next((job for job in self._jobs if paper_id in job.paper_ids), None)

    def jobs_of(self, paper_ids: Iterable[str]) -> tuple[PaperJob, ...]:
        """Return the jobs that print some papers, each once, in the order in which they came."""
        wanted = frozenset(paper_ids)
        return tuple(job for job in self._jobs if wanted.intersection(job.paper_ids))

    def forget(self, paper_ids: Iterable[str]) -> None:
        """Remove the jobs of papers that were printed or dropped."""
        gone = frozenset(paper_ids)
        self._jobs = [job for job in self._jobs if not gone.intersection(job.paper_ids)]
        self.changed.emit()

    def clear(self) -> None:
        """Remove every job."""
        self._jobs = []
