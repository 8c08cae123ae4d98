"""To-do screen: the list, the figures of the month, the state of the machine (screen 06)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.staff import Right
from reception.messages.catalogue import error_sentence
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.database_thread.task_runner import TaskRunner
from ui.features.todo.month_panel import MonthBars, MonthFigures, days_of
from ui.features.todo.status_panel import StatusPanel
from ui.features.todo.todo_view import TodoView
from ui.models.todo_model import todo_lines
from ui.shell import actions
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.icon_line import IconLine
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane
from ui.widgets.skeleton import Skeleton
from ui.widgets.tag import Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from reception.bootstrap import Reception
    from reception.services.reports.month_overview import MonthOverview
    from reception.services.todo.todo_list import TodoSnapshot

translate = QCoreApplication.translate
_SIDE_WIDTH = 424
_NARROW = 1000  # width of the page below which the month is placed under the list


class TodoScreen(QWidget):
    """``acted(TodoItem)`` on Enter or its button; ``counted(int)`` each time the list was read.

    ``new_visit_wanted``, ``report_wanted`` and ``audit_wanted`` ask for another screen. The month
    is shown to those who may report. ``status(reception)`` returns icon, text and tone of the
    last backup.
    """

    acted = Signal(object)
    counted = Signal(object)
    new_visit_wanted = Signal()
    report_wanted = Signal()
    audit_wanted = Signal()
    shortcut_scope = actions.ShortcutScope.TODO

    def __init__(
        self,
        reception: Reception,
        runner: TaskRunner,
        status: Callable[[Reception], tuple[str, str, str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._reception, self._runner, self._status = reception, runner, status
        self._may_report = reception.session.may(Right.REPORT)
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.header = PageHeader(translate("HeadDesk", "Desk"), self)
        report = translate("HeadDesk", "Report of this month")
        self.report_button = PushButton(report, self, "secondary", "file-text")
        self.report_button.setObjectName("report_button")
        self.report_button.setVisible(self._may_report)
        new = translate("HeadDesk", "New visit")
        self.new_button = PushButton(new, self, "secondary", "plus", actions.keys_text("visit.new"))
        self.new_button.setObjectName("new_button")
        self.header.add_side(self.report_button)
        self.header.add_side(self.new_button)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.card = Card(translate("HeadDesk", "Needs me now"), self)
        self.card.set_follows_focus(False)
        self.total = Tag("0", self.card, display_format.TagKind.NEUTRAL, "")
        self.today = QLabel("", self.card)
        self.today.setProperty("role", "secondary")
        self.list = TodoView(self.card)
        self.empty = IconLine("circle-check", "", self.card, "ok")
        self.empty.hide()
        self.skeleton = Skeleton(self.card, 5, 57)
        self.month = Card(translate("HeadDesk", "This month"), self)
        self.chart = Card(translate("HeadDesk", "Visits by month"), self)
        self.machine = Card(translate("HeadDesk", "Machine and register"), self)
        self.figures, self.bars = MonthFigures(self.month), MonthBars(self.chart)
        self.status_panel = StatusPanel(self.machine)
        audit = translate("HeadDesk", "Log and backup")
        self.audit_button = PushButton(audit, self.machine, "link")
        self.audit_button.setObjectName("audit_button")

    def _lay_out(self) -> None:
        px = theme().px
        self.card.add_side(self.total)
        self.card.add_side(self.today)
        self.card.body.addWidget(self.empty)
        self.card.body.addWidget(self.list, 1)
        self.chart.set_subtitle(translate("HeadDesk", "12 months"))
        self.machine.add_side(self.audit_button)
        for card, part in (
            (self.month, self.figures),
            (self.chart, self.bars),
            (self.machine, self.status_panel),
        ):
            card.set_follows_focus(False)
            card.body.addWidget(part)
        self.side = QWidget(self)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.month)
        column.addWidget(self.chart, 1)
        column.addWidget(self.machine)
        self.side.setVisible(self._may_report)
        self.pane = ScrollPane(self.side, self)
        self.pane.setVisible(self._may_report)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(px(14))
        self._row.addWidget(self.card, 1)
        self._row.addWidget(self.pane)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(20), 0, px(20), px(16))
        inner.setSpacing(px(12))
        inner.addWidget(self.banner)
        inner.addLayout(self._row, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(inner, 1)
        self._fit()

    def _connect(self) -> None:
        self.list.acted.connect(self.acted)
        self.new_button.clicked.connect(self.new_visit_wanted)
        self.report_button.clicked.connect(self.report_wanted)
        self.audit_button.clicked.connect(self.audit_wanted)
        actions.create("check", self, self.read)

    def entered(self) -> None:
        """Read the list again and focus it."""
        self.read()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def read(self) -> None:
        """Read the list, then the figures (F5)."""
        self.today.setText(display_format.long_day(self._reception.session.today()))
        if not self.list.todo_model.rowCount():
            self.skeleton.wait(self.list)
        todo, overviews = self._reception.todo_list.read, self._reception.month_overviews.read
        self._runner.run(todo, then=self._todo_read, owner=self, failed=self._failed)
        if self._may_report:
            self._runner.run(overviews, then=self._month_read, owner=self, failed=self._failed)

    def _todo_read(self, snapshot: TodoSnapshot) -> None:
        self.skeleton.end()
        self.banner.hide()
        now = self._reception.session.environment.clock.now()
        self.list.show_lines(todo_lines(snapshot, now))
        kind = display_format.TagKind.OVERDUE if snapshot.total else display_format.TagKind.VERIFIED
        self.total.set_tag(display_format.number(snapshot.total), kind)
        is_empty = snapshot.total == 0
        self.empty.setVisible(is_empty)
        text = translate("HeadDesk", "Nothing waits for you.")
        if snapshot.next_due is not None:
            with_day = translate("HeadDesk", "Nothing waits for you. The next term ends on {day}.")
            text = with_day.format(day=display_format.day(snapshot.next_due))
        self.empty.set_line("circle-check", text, "ok")
        self.list.setVisible(not is_empty)
        self.counted.emit(snapshot.total)

    def _month_read(self, overview: MonthOverview) -> None:
        title = translate("HeadDesk", "Month {number}").format(number=overview.period.part)
        self.month.set_title(title)
        self.month.set_subtitle(days_of(overview.period))
        self.figures.show_overview(overview)
        self.bars.show_bars(overview.bars)
        self.status_panel.show_lines(overview, self._status(self._reception))

    def _failed(self, error: ReceptionError) -> None:
        self.skeleton.end()
        self.banner.show_message("", error_sentence(error), "error")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the month under the list where the page is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < theme().px(_NARROW)
        horizontal = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else horizontal)
        self._row.setStretchFactor(self.card, 3 if is_narrow else 1)
        self._row.setStretchFactor(self.pane, 2 if is_narrow else 0)
        self.pane.setMinimumWidth(0 if is_narrow else theme().px(_SIDE_WIDTH))
        self.pane.setMaximumWidth(16777215 if is_narrow else theme().px(_SIDE_WIDTH))
