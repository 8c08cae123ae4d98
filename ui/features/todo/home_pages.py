"""The two pages of the home screen: visit entry and the to-do list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.errors import ReceptionError
from ui.database_thread.task_runner import TaskRunner
from ui.features.todo.todo_flow import TodoFlow
from ui.features.todo.todo_screen import TodoScreen
from ui.shell import actions
from ui.shell.backup_status import backup_status
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem
from ui.widgets.page_header import PageHeader
from ui.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.todo.todo_list import TodoSnapshot

translate = QCoreApplication.translate
_TODO, _ENTRY = "todo", "entry"


class HomePageSwitch(SegmentedControl):
    """The choice between the two pages, in the header of each of them.

    On the header of a page its own choice stays selected; the other one shows the other page.
    """

    def __init__(self, own_page: str, pages: HomePages, header: PageHeader) -> None:
        super().__init__(header)
        self._own_page, self._pages = own_page, pages
        self.setObjectName("home_page_switch")
        self.add(_TODO, translate("DeskPlace", "To do"))
        self.add(_ENTRY, translate("DeskPlace", "Enter visits"))
        self.setAccessibleName(translate("DeskPlace", "Pages of the desk"))
        self.choose(own_page)
        self.chosen.connect(self._show_other_page)
        header.add_before_title(self)

    @Slot(object)
    def _show_other_page(self, value: object) -> None:
        if value not in (None, self._own_page):
            self.choose(self._own_page)
            self._pages.show_page(todo=value == _TODO)


class HomePages(QObject):
    """Shows one of the two pages; ``todo_flow`` performs the actions of the to-do list.

    ``entry`` is the page of visit entry and ``header`` its header. The to-do page is created when
    it is first shown, because an officer starts on visit entry.
    """

    def __init__(
        self,
        reception: Reception,
        runner: TaskRunner,
        window: MainWindow,
        entry: QWidget,
        header: PageHeader,
    ) -> None:
        super().__init__(window)
        self._reception, self._runner, self._window = reception, runner, window
        self.todo_page: TodoScreen | None = None
        self.todo_flow = TodoFlow(reception, runner, window)
        self.todo_flow.audit_wanted.connect(self._show_audit)
        self.todo_flow.settings_wanted.connect(self._show_settings)
        self.todo_flow.changed.connect(self.read_todo_list)
        HomePageSwitch(_ENTRY, self, header)
        header.hide_title(translate("Desk", "New visit"))
        actions.create("home.switch", entry, self._show_todo_page)

    def show_page(self, *, todo: bool) -> None:
        """Show the to-do list or visit entry."""
        if todo and self.todo_page is None:
            self._create_todo_page()
        self._window.select_page(NavigationItem.HOME, second=todo)

    @Slot()
    def read_todo_list(self) -> None:
        """Read the list again, for its page and for the badge in the navigation rail."""
        if self.todo_page is not None:
            self.todo_page.read_list()
            return
        read = self._reception.todo_list.read
        self._runner.run(read, then=self._show_badge, owner=self, failed=_ignore)

    def _show_badge(self, snapshot: TodoSnapshot) -> None:
        self._window.rail.set_badge(int(NavigationItem.HOME), snapshot.total)

    def _create_todo_page(self) -> None:
        page = TodoScreen(self._reception, self._runner, backup_status, self._window)
        HomePageSwitch(_TODO, self, page.header)
        actions.create("home.switch", page, self._show_entry_page)
        actions.create("waiting.open", page, self._open_waiting_papers)
        page.item_activated.connect(self.todo_flow.perform_action)
        page.items_counted.connect(self._show_count)
        page.new_visit_wanted.connect(self._new_visit)
        page.audit_wanted.connect(self._show_audit)
        page.report_wanted.connect(self._request_report)
        self.todo_page = page
        self._window.add_second_page(NavigationItem.HOME, page)

    @Slot(object)
    def _show_count(self, total: object) -> None:
        if isinstance(total, int):
            self._window.rail.set_badge(int(NavigationItem.HOME), total)

    @Slot()
    def _show_todo_page(self) -> None:
        self.show_page(todo=True)

    @Slot()
    def _show_entry_page(self) -> None:
        self.show_page(todo=False)

    @Slot()
    def _new_visit(self) -> None:
        self.show_page(todo=False)
        self._window.new_visit_wanted.emit()

    @Slot()
    def _request_report(self) -> None:
        self.todo_flow.report_wanted.emit(None)

    @Slot()
    def _show_audit(self) -> None:
        self._window.show_item(NavigationItem.AUDIT)

    @Slot()
    def _open_waiting_papers(self) -> None:
        self.todo_flow.waiting_papers_wanted.emit()

    @Slot()
    def _show_settings(self) -> None:
        self._window.show_item(NavigationItem.SETTINGS)


def _ignore(_error: ReceptionError) -> None:
    """Ignore the error, because the to-do page itself shows why the list cannot be read."""
