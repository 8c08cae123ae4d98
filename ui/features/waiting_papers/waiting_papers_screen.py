"""The page of papers that were asked for and not printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.requested_paper import PaperState, WaitingPaper, WayToPrint
from reception.messages.catalogue import error_sentence, sentence
from reception.messages.language import current_language
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.kept_papers import KeptPapers
from ui.features.waiting_papers.waiting_paper_panel import WaitingPaperPanel
from ui.features.waiting_papers.waiting_papers_view import WaitingPapersHeader, WaitingPapersView
from ui.models.waiting_paper_lines import waiting_lines
from ui.shell import actions
from ui.shell.screen import Screen
from ui.shell.shortcut import ShortcutScope
from ui.widgets.banner import Banner
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.shortcut_label import ShortcutLabel
from ui.widgets.tag import Tag

if TYPE_CHECKING:
    from reception.bootstrap import Reception

translate = QCoreApplication.translate


class WaitingPapersScreen(Screen):
    """``closed`` when it is left; the other signals ask for what is done outside of it.

    ``print_wanted(tuple of PaperJob)``; ``drop_wanted(WaitingPaper)``; ``reveal_wanted(visit id)``
    for a paper that is made again by opening the identity, ``remake_wanted(visit id)`` for a
    citizen's copy that is made again without it, ``reprint_wanted(paper id)`` for another paper.
    """

    closed = Signal()
    print_wanted = Signal(object)
    drop_wanted = Signal(object)
    reveal_wanted = Signal(object)
    remake_wanted = Signal(object)
    reprint_wanted = Signal(object)
    shortcut_scope = ShortcutScope.WAITING_PAPERS

    def __init__(
        self, reception: Reception, runner: TaskRunner, kept: KeptPapers, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._service, self._runner, self._kept = reception.waiting_papers, runner, kept
        self._papers: tuple[WaitingPaper, ...] = ()
        self._build()
        self._lay_out()
        self._connect_signals()

    def _build(self) -> None:
        self.header = PageHeader(
            translate("WaitingPapers", "Papers not printed"),
            self,
            translate("WaitingPapers", "asked for, and no printer has taken them"),
        )
        self.back_button = PushButton("", self, "flat", "chevron-left")
        self.back_button.setObjectName("back_button")
        self.back_button.setAccessibleName(translate("WaitingPapers", "Back"))
        self.header.add_before_title(self.back_button)
        self.count_tag = Tag("0", self.header, display_format.TagKind.OVERDUE, "")
        self.print_all_button = PushButton("", self, "secondary", "printer")
        self.print_all_button.setObjectName("print_all_button")
        self.header.add_at_right(self.count_tag)
        self.header.add_at_right(self.print_all_button)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.card = QFrame(self)
        self.card.setProperty("pane", True)
        self.view = WaitingPapersView(self.card)
        self.empty_label = QLabel(
            translate("WaitingPapers", "No paper waits for a printer."), self.card
        )
        self.empty_label.setProperty("role", "secondary")
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.panel = WaitingPaperPanel(self)

    def _lay_out(self) -> None:
        px = theme().px
        card_column = QVBoxLayout(self.card)
        card_column.setContentsMargins(1, 1, 1, 1)
        card_column.setSpacing(0)
        card_column.addWidget(WaitingPapersHeader(self.card))
        card_column.addWidget(self.view, 1)
        card_column.addWidget(self.empty_label, 1)
        card_column.addWidget(self._key_hints())
        columns = QHBoxLayout()
        columns.setSpacing(px(14))
        columns.addWidget(self.card, 1)
        columns.addWidget(self.panel)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(20), 0, px(20), px(16))
        inner.setSpacing(px(12))
        inner.addWidget(self.banner)
        inner.addLayout(columns, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(inner, 1)

    def _key_hints(self) -> QWidget:
        """Return the line under the list with the keys that work in it."""
        line = QFrame(self.card)
        line.setProperty("foot", True)
        row = QHBoxLayout(line)
        row.setContentsMargins(theme().px(12), theme().px(6), theme().px(12), theme().px(6))
        row.setSpacing(theme().px(6))
        row.addStretch(1)
        for keys, text in (
            ("Enter", translate("WaitingPapers", "preview")),
            ("Ctrl+P", translate("WaitingPapers", "print")),
            ("Del", translate("WaitingPapers", "drop, with a reason")),
        ):
            hint = QLabel(text, line)
            hint.setProperty("role", "hint")
            row.addWidget(ShortcutLabel(keys, line))
            row.addWidget(hint)
            row.addSpacing(theme().px(8))
        return line

    def _connect_signals(self) -> None:
        self.back_button.clicked.connect(self.closed)
        self.print_all_button.clicked.connect(self.print_visit)
        self.view.selected.connect(self._show_selected)
        self.view.preview_wanted.connect(self.print_current)
        self.panel.act_wanted.connect(self.act)
        self.panel.preview_wanted.connect(self.print_current)
        self.panel.printed_wanted.connect(self.mark_printed)
        self.panel.drop_wanted.connect(self.drop)
        self._kept.changed.connect(self.read)
        actions.create("waiting.print", self, self.act)
        actions.create("waiting.drop", self, self.drop)
        actions.create("waiting.reveal", self, self.act)
        actions.create("check", self, self.read)

    def on_entered(self) -> None:
        """Read the list and take the focus."""
        self.read()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close the page: everything on it can be read again."""
        self.closed.emit()

    @Slot()
    def read(self) -> None:
        """Read the list again (F5)."""
        self._runner.run(self._read_job, then=self._show, failed=self.show_error)

    def _read_job(self) -> tuple[tuple[WaitingPaper, ...], tuple[WaitingPaper, ...], int]:
        return self._service.waiting(), self._service.dropped(), self._service.unreadable()

    @Slot(object)
    def _show(self, result: tuple[tuple[WaitingPaper, ...], tuple[WaitingPaper, ...], int]) -> None:
        waiting, dropped, unreadable = result
        self._papers = waiting
        self.view.show_lines(waiting_lines(waiting, dropped, self._kept.ids()))
        has_lines = bool(waiting or dropped)
        self.view.setVisible(has_lines)
        self.panel.setVisible(has_lines)
        self.empty_label.setVisible(not has_lines)
        kind = display_format.TagKind.OVERDUE if waiting else display_format.TagKind.VERIFIED
        self.count_tag.set_tag(display_format.number(len(waiting)), kind)
        if unreadable:
            text = sentence("database.unreadable_value", current_language())
            self.banner.show_message("", text, "error")

    @Slot(object)
    def show_error(self, error: ReceptionError) -> None:
        """Show above the list why something was not done."""
        self.banner.show_message("", error_sentence(error), "error")

    @Slot(object)
    def _show_selected(self, _line: object) -> None:
        self.banner.hide()
        self.panel.show_line(self.view.current_line())
        jobs = self._jobs_of_visit()
        self.print_all_button.setVisible(len(jobs) > 1)
        text = translate("WaitingPapers", "Print all %n", "", len(jobs))
        self.print_all_button.set_text(text)

    def _jobs_of_visit(self) -> tuple[object, ...]:
        """Return the jobs in memory of the visit that is selected."""
        paper = self.view.current_paper()
        if paper is None:
            return ()
        ids = [item.paper_id for item in self._papers if item.visit_id == paper.visit_id]
        return self._kept.jobs_of(ids)

    @Slot()
    def print_visit(self) -> None:
        """Preview all papers of the visit, one after the other: each is a job of its own."""
        self.print_wanted.emit(self._jobs_of_visit())

    @Slot()
    def print_current(self) -> None:
        """Preview the selected paper, if its pages are in memory; otherwise do what is possible."""
        line = self.view.current_line()
        if line is None or line.paper is None:
            return
        job = self._kept.job_of(line.paper.paper_id)
        if job is not None:
            self.print_wanted.emit((job,))
        else:
            self._make_again(line.paper)

    @Slot()
    def act(self) -> None:
        """Do what the first button says (Ctrl+P, F9)."""
        if self.panel.act_button.isVisible():
            self.print_current()

    def _make_again(self, paper: WaitingPaper) -> None:
        if paper.state is PaperState.DROPPED and paper.successor:
            return
        if paper.way is WayToPrint.REVEAL:
            self.reveal_wanted.emit(paper.visit_id)
        elif paper.way is WayToPrint.REMAKE:
            self.remake_wanted.emit(paper.visit_id)
        elif paper.way is WayToPrint.REPRINT:
            self.reprint_wanted.emit(paper.paper_id)

    @Slot()
    def mark_printed(self) -> None:
        """Record that the selected paper was printed after all."""
        paper = self.view.current_paper()
        if paper is not None:
            remember = self._service.remember_printed
            self._runner.run(
                remember, (paper.paper_id,), then=self._settled, failed=self.show_error
            )

    @Slot(object)
    def _settled(self, _result: object) -> None:
        self.read()

    @Slot()
    def drop(self) -> None:
        """Ask why the selected paper is dropped (Del)."""
        paper = self.view.current_paper()
        if paper is not None and paper.state is PaperState.ASKED:
            self.drop_wanted.emit(paper)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
