"""Papers that wait for a printer, or were dropped, as lines of a list; no name of a person."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reception.domain.requested_paper import (
    LETTER_SHEET,
    DropGround,
    PaperForm,
    PaperState,
    RequestedSheet,
    Sheet,
    WaitingPaper,
    WayToPrint,
)
from reception.messages.catalogue import sentence, sentences
from ui.appearance import display_format
from ui.models.day_list import reporter_title
from ui.models.line_list_model import LineListModel

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class WaitingPaperLine:
    """A heading (``paper`` None) or a paper.

    ``is_in_memory``: its pages can be printed until the window locks.
    """

    title: str
    detail: str = ""
    since: str = ""
    why: str = ""
    action: str = ""
    note: str = ""
    note_is_warning: bool = False
    count: int = 0  # of a heading
    paper: WaitingPaper | None = None
    is_in_memory: bool = False

    @property
    def is_heading(self) -> bool:
        """True for a heading, which cannot be selected."""
        return self.paper is None

    def accessible_text(self) -> str:
        """Return the text for a screen reader."""
        count = str(self.count) if self.is_heading else ""
        parts = (self.title, count, self.detail, self.since, self.why, self.action, self.note)
        return ", ".join(part for part in parts if part)


def sheet_title(sheet: RequestedSheet) -> str:
    """Return form and copy, e.g. "Giấy biên nhận, bản của người đến"."""
    form = {
        PaperForm.RECEIPT: translate("WaitingPapers", "Receipt"),
        PaperForm.RETURN_SLIP: translate("WaitingPapers", "Return slip"),
        PaperForm.STATEMENT: translate("WaitingPapers", "Record of the statement"),
        PaperForm.REFUSAL_NOTICE: translate("WaitingPapers", "Notice of refusal"),
        PaperForm.LETTER: translate("WaitingPapers", "Letter to the reporter"),
    }[sheet.form]
    copy = {
        Sheet.CITIZEN: translate("WaitingPapers", "the citizen's copy"),
        Sheet.FILE: translate("WaitingPapers", "the file's copy"),
        Sheet.ENVELOPE: translate("WaitingPapers", "the copy for the envelope"),
    }[sheet.sheet]
    return form if sheet == LETTER_SHEET else f"{form}, {copy}"


def ground_text(ground: DropGround) -> str:
    """Return why a paper was dropped."""
    others = {
        DropGround.REMADE: translate("WaitingPapers", "Made again, new number"),
        DropGround.OUTDATED: translate("WaitingPapers", "The visit became one of another kind"),
    }
    return {**dict(drop_grounds()), **others}[ground]


def drop_grounds() -> list[tuple[DropGround, str]]:
    """Return the grounds that somebody can choose, with their texts."""
    return [
        (DropGround.NOT_TAKEN, translate("WaitingPapers", "The citizen does not take it")),
        (DropGround.MISTAKE, translate("WaitingPapers", "Asked for by mistake")),
        (DropGround.OTHER, translate("WaitingPapers", "Another reason")),
    ]


def obstacle_text(code: str) -> str:
    """Return in a few words why a paper was not printed."""
    known = {
        "printer.no_printer": translate("WaitingPapers", "No printer was found"),
        "printer.missing": translate("WaitingPapers", "The printer is gone"),
        "printer.offline": translate("WaitingPapers", "The printer is off"),
        "printer.paused": translate("WaitingPapers", "The printer is paused"),
        "printer.refused": translate("WaitingPapers", "The printer takes no jobs"),
        "printer.aborted": translate("WaitingPapers", "The printer gave up"),
        "printer.needs_cable": translate("WaitingPapers", "Needs a printer on a cable"),
        "printer.spool_secret": translate("WaitingPapers", "The spool keeps documents"),
        "": translate("WaitingPapers", "Not printed yet"),
    }
    if code in known:
        return known[code]
    return sentence(code) if code in sentences() else known[""]


def way_text(paper: WaitingPaper, *, is_in_memory: bool) -> str:
    """Return what can be done about a paper."""
    if is_in_memory:
        return translate("WaitingPapers", "Print now")
    if paper.state is PaperState.DROPPED and paper.successor:
        return translate("WaitingPapers", "A new paper exists")
    return {
        WayToPrint.PRINT: translate("WaitingPapers", "Print now"),
        WayToPrint.REMAKE: translate("WaitingPapers", "Make it again"),
        WayToPrint.REPRINT: translate("WaitingPapers", "Print it again"),
        WayToPrint.REVEAL: translate("WaitingPapers", "Open the identity, print again"),
        WayToPrint.CUSTODIAN: translate("WaitingPapers", "Ask a custodian"),
        WayToPrint.NOTHING: translate("WaitingPapers", "Write it by hand, or drop it"),
    }[paper.way]


def memory_note(paper: WaitingPaper, *, is_in_memory: bool) -> str:
    """Return whether the pages still exist, if that matters."""
    if paper.state is PaperState.DROPPED:
        return ""
    if paper.way is WayToPrint.REPRINT:
        return translate("WaitingPapers", "Can be printed at any time")
    if is_in_memory:
        return translate("WaitingPapers", "The only copy")
    return translate("WaitingPapers", "Its pages are gone")


def waiting_lines(
    waiting: Sequence[WaitingPaper], dropped: Sequence[WaitingPaper], in_memory: Collection[str]
) -> list[WaitingPaperLine]:
    """Return the two groups with their headings; ``in_memory`` are ids of papers."""
    lines: list[WaitingPaperLine] = []
    for title, papers in (
        (translate("WaitingPapers", "Waiting for a printer"), waiting),
        (translate("WaitingPapers", "Dropped in the last 30 days"), dropped),
    ):
        if papers:
            lines.append(WaitingPaperLine(title, count=len(papers)))
            lines += [_line(paper, paper.paper_id in in_memory) for paper in papers]
    return lines


def _line(paper: WaitingPaper, is_in_memory: bool) -> WaitingPaperLine:
    visit = translate("WaitingPapers", "visit {number}").format(number=f"{paper.number:04d}")
    dropped = translate("WaitingPapers", "Dropped: {ground}")
    why = obstacle_text(paper.obstacle)
    day = paper.asked_on
    if paper.ground is not None:
        ground = ground_text(paper.ground)
        why = dropped.format(ground=ground[:1].lower() + ground[1:])
        day = paper.changed_on or day
    return WaitingPaperLine(
        sheet_title(paper.sheet),
        f"{reporter_title(paper.kind, paper.code)} · {visit}",
        display_format.short_day(day),
        why,
        way_text(paper, is_in_memory=is_in_memory),
        memory_note(paper, is_in_memory=is_in_memory),
        note_is_warning=paper.way is not WayToPrint.REPRINT,
        paper=paper,
        is_in_memory=is_in_memory,
    )


class WaitingPaperModel(LineListModel[WaitingPaperLine]):
    """Model of the list of papers."""

    def row_of(self, paper_id: str) -> int:
        """Return the row of a paper, else the first row of any paper; -1 for none."""
        first = -1
        for row, line in enumerate(self._lines):
            if line.paper is None:
                continue
            if line.paper.paper_id == paper_id:
                return row
            first = row if first < 0 else first
        return first
