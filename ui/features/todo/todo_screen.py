"""The to-do list of the signed-in person, the figures of the month, the state of the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.domain.staff import Right
from reception.messages.catalogue import error_sentence
from ui.appearance import display_format
from ui.appearance.rescaling import NO_SIZE_LIMIT
from ui.appearance.theme import theme
from ui.database_thread.task_runner import TaskRunner
from ui.features.todo.custody_request_panel import CustodyRequestPanel
from ui.features.todo.custody_request_presenter import (
    CustodyRequestPresenter,
    custody_request_of,
)
from ui.features.todo.month_panel import MonthBars, MonthFigures, period_days_text
from ui.features.todo.status_panel import StatusPanel
from ui.features.todo.todo_view import TodoView
from ui.models.todo_model import todo_lines
from ui.shell import actions
from ui.shell.main_window import MainWindow
from ui.shell.screen import Screen
from ui.shell.shortcut import ShortcutScope
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
    from reception.domain.todo_item import TodoItem
    from reception.services.reports.month_overview import MonthOverview
    from reception.services.todo.todo_list import TodoSnapshot

translate = QCoreApplication.translate
_SIDE_COLUMN_WIDTH = 424
_WIDE_MIN_WIDTH = 1000  # on a narrower page the month is below the list


class TodoScreen(Screen):
    """``item_activated(TodoItem)`` on Enter or a click on the button of an item.

    ``items_counted(int)`` gives the number of items each time the list has been read.
    ``new_visit_wanted``, ``report_wanted`` and ``audit_wanted`` ask for another screen. The figures
    of the month are shown to those who have the right to report.
    """

    item_activated = Signal(object)
    items_counted = Signal(object)
    new_visit_wanted = Signal()
    report_wanted = Signal()
    audit_wanted = Signal()
    shortcut_scope = ShortcutScope.TODO

    def __init__(
        self,
        reception: Reception,
        runner: TaskRunner,
        backup_status: Callable[[Reception], tuple[str, str, str]],
        window: MainWindow,
    ) -> None:
        """``backup_status(reception)`` returns icon, text and tone of the last backup."""
        super().__init__(window)
        self._reception, self._runner, self._backup_status = reception, runner, backup_status
        self._may_report = reception.session.may(Right.REPORT)
        self._build()
        self._presenter = CustodyRequestPresenter(reception, runner, self.request_panel, window)
        self._lay_out()
        self._wire()

    def _build(self) -> None:
        self.header = PageHeader(translate("HeadDesk", "Desk"), self)
        report_text = translate("HeadDesk", "Report of this month")
        self.report_button = PushButton(report_text, self, "secondary", "file-text")
        self.report_button.setObjectName("report_button")
        self.report_button.setVisible(self._may_report)
        new_text, keys = translate("HeadDesk", "New visit"), actions.first_key_text("visit.new")
        self.new_button = PushButton(new_text, self, "secondary", "plus", keys)
        self.new_button.setObjectName("new_button")
        self.header.add_at_right(self.report_button)
        self.header.add_at_right(self.new_button)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.todo_card = Card(translate("HeadDesk", "Needs me now"), self)
        self.todo_card.set_follows_focus(False)
        self.total_tag = Tag("0", self.todo_card, display_format.TagKind.NEUTRAL, "")
        self.today_label = QLabel("", self.todo_card)
        self.today_label.setProperty("role", "secondary")
        self.todo_view = TodoView(self.todo_card)
        self.empty_line = IconLine("circle-check", "", self.todo_card, "ok")
        self.empty_line.hide()
        self.skeleton = Skeleton(self.todo_card, 5, 57)
        self.month_card = Card(translate("HeadDesk", "This month"), self)
        self.chart_card = Card(translate("HeadDesk", "Visits by month"), self)
        self.machine_card = Card(translate("HeadDesk", "Machine and register"), self)
        self.month_figures, self.month_bars = (
            MonthFigures(self.month_card),
            MonthBars(self.chart_card),
        )
        self.status_panel = StatusPanel(self.machine_card)
        audit_text = translate("HeadDesk", "Log and backup")
        self.audit_button = PushButton(audit_text, self.machine_card, "link")
        self.audit_button.setObjectName("audit_button")
        self.request_panel = CustodyRequestPanel(self)

    def _lay_out(self) -> None:
        px = theme().px
        self.todo_card.add_at_right(self.total_tag)
        self.todo_card.add_at_right(self.today_label)
        self.todo_card.body.addWidget(self.empty_line)
        self.todo_card.body.addWidget(self.todo_view, 1)
        self.chart_card.set_subtitle(translate("HeadDesk", "12 months"))
        self.machine_card.add_at_right(self.audit_button)
        for card, content in (
            (self.month_card, self.month_figures),
            (self.chart_card, self.month_bars),
            (self.machine_card, self.status_panel),
        ):
            card.set_follows_focus(False)
            card.body.addWidget(content)
        self.side_column = QWidget(self)
        column = QVBoxLayout(self.side_column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.month_card)
        column.addWidget(self.chart_card, 1)
        column.addWidget(self.machine_card)
        self.side_column.setVisible(self._may_report)
        self.side_pane = ScrollPane(self.side_column, self)
        self.side_pane.setVisible(self._may_report)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(14))
        self._columns.addWidget(self.todo_card, 1)
        self._columns.addWidget(self.side_pane)
        self._columns.addWidget(self.request_panel)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(20), 0, px(20), px(16))
        inner.setSpacing(px(12))
        inner.addWidget(self.banner)
        inner.addLayout(self._columns, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(inner, 1)
        self._arrange_columns()

    def _wire(self) -> None:
        self.todo_view.item_activated.connect(self._activate)
        self.todo_view.item_selected.connect(self._show_selected)
        self._presenter.answered.connect(self.read_list)
        actions.create("request.approve", self, self.request_panel.approve)
        actions.create("request.refuse", self, self.request_panel.refuse)
        self.new_button.clicked.connect(self.new_visit_wanted)
        self.report_button.clicked.connect(self.report_wanted)
        self.audit_button.clicked.connect(self.audit_wanted)
        actions.create("check", self, self.read_list)

    @Slot(object)
    def _activate(self, item: TodoItem) -> None:
        """A request to custodians is answered in the panel beside the list, not in a dialog."""
        if custody_request_of(item) is not None:
            self.request_panel.scroll_pane.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.item_activated.emit(item)

    @Slot(object)
    def _show_selected(self, item: TodoItem | None) -> None:
        """Show a request to custodians in place of the month; any other item shows the month."""
        # The focus of the program: a screen remembers its own while a dialog over it has that one.
        focus = QApplication.focusWidget()
        is_inside = focus is not None and self.request_panel.isAncestorOf(focus)
        if is_inside and custody_request_of(item) is None:
            self.todo_view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._presenter.show_item(item)
        self.side_pane.setVisible(self._may_report and self.request_panel.isHidden())
        self._arrange_columns()

    def on_entered(self) -> None:
        """Read the list again and set the focus into it."""
        self.read_list()
        self.todo_view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def read_list(self) -> None:
        """Read the list, then the figures of the month (F5)."""
        self.today_label.setText(display_format.long_day(self._reception.session.today()))
        if not self.todo_view.todo_model.rowCount():
            self.skeleton.start(self.todo_view)
        read_todo, read_month = self._reception.todo_list.read, self._reception.month_overviews.read
        self._runner.run(read_todo, then=self._show_todo, owner=self, failed=self._show_error)
        if self._may_report:
            self._runner.run(read_month, then=self._show_month, owner=self, failed=self._show_error)

    def _show_todo(self, snapshot: TodoSnapshot) -> None:
        self.skeleton.stop()
        self.banner.hide()
        now = self._reception.session.environment.clock.now()
        self.todo_view.show_lines(todo_lines(snapshot, now))
        is_empty = snapshot.total == 0
        tag_kind = display_format.TagKind.VERIFIED if is_empty else display_format.TagKind.OVERDUE
        self.total_tag.set_tag(display_format.number(snapshot.total), tag_kind)
        self.empty_line.setVisible(is_empty)
        text = translate("HeadDesk", "Nothing waits for you.")
        if snapshot.next_due_day is not None:
            with_day = translate("HeadDesk", "Nothing waits for you. The next term ends on {day}.")
            text = with_day.format(day=display_format.day(snapshot.next_due_day))
        self.empty_line.set_line("circle-check", text, "ok")
        self.todo_view.setVisible(not is_empty)
        self.items_counted.emit(snapshot.total)

    def _show_month(self, overview: MonthOverview) -> None:
        title = translate("HeadDesk", "Month {number}").format(number=overview.period.part)
        self.month_card.set_title(title)
        self.month_card.set_subtitle(period_days_text(overview.period))
        self.month_figures.show_overview(overview)
        self.month_bars.show_bars(overview.monthly_visits)
        self.status_panel.show_lines(overview, self._backup_status(self._reception))

    def _show_error(self, error: ReceptionError) -> None:
        self.skeleton.stop()
        self.banner.show_message("", error_sentence(error), "error")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the month beside the list on a wide page, below it on a narrow one."""
        super().resizeEvent(event)
        self._arrange_columns()

    def _arrange_columns(self) -> None:
        is_narrow = self.width() < theme().px(_WIDE_MIN_WIDTH)
        horizontal = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else horizontal)
        self._columns.setStretchFactor(self.todo_card, 3 if is_narrow else 1)
        for side in (self.side_pane, self.request_panel):
            self._columns.setStretchFactor(side, 2 if is_narrow else 0)
            side.setMinimumWidth(0 if is_narrow else theme().px(_SIDE_COLUMN_WIDTH))
            side.setMaximumWidth(NO_SIZE_LIMIT if is_narrow else theme().px(_SIDE_COLUMN_WIDTH))
