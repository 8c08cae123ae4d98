"""The desk's two pages: visits are entered on one, the other says what waits (06)."""

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
_NEEDS, _ENTRY = "needs", "entry"


class HomePageSwitch(SegmentedControl):
    """Two words in a page's header; choosing the other one turns to its page."""

    def __init__(self, here: str, place: HomePages, header: PageHeader) -> None:
        """Stand in a header."""
        super().__init__(header)
        self._here, self._place = here, place
        self.setObjectName("turn")
        self.add(_NEEDS, translate("DeskPlace", "To do"))
        self.add(_ENTRY, translate("DeskPlace", "Enter visits"))
        self.setAccessibleName(translate("DeskPlace", "Pages of the desk"))
        self.choose(here)
        self.chosen.connect(self._turned)
        header.add_lead(self)

    @Slot(object)
    def _turned(self, value: object) -> None:
        if value not in (None, self._here):
            self.choose(self._here)
            self._place.turn(needs=value == _NEEDS)


class HomePages(QObject):
    """``HomePages(reception, runner, window, desk, header)``; ``needs`` acts on what waits.

    The page of what waits is made when it is first wanted: an officer's first page is the desk.
    """

    def __init__(
        self,
        reception: Reception,
        runner: TaskRunner,
        window: MainWindow,
        desk: QWidget,
        header: PageHeader,
    ) -> None:
        """Put the turn into the desk's header."""
        super().__init__(window)
        self._reception, self._runner, self._window = reception, runner, window
        self.page: TodoScreen | None = None
        self.needs = TodoFlow(reception, runner, window)
        self.needs.upkeep_wanted.connect(self._to_upkeep)
        self.needs.settings_wanted.connect(self._to_settings)
        self.needs.changed.connect(self.read)
        HomePageSwitch(_ENTRY, self, header)
        header.leave_out(translate("Desk", "New visit"))
        actions.create("desk.turn", desk, self._to_needs)

    def turn(self, *, needs: bool) -> None:
        """Show one of the two pages."""
        if needs and self.page is None:
            self._make()
        self._window.show_beside(NavigationItem.HOME, beside=needs)

    @Slot()
    def read(self) -> None:
        """Read what waits: onto its page, and the number beside the desk in the rail."""
        if self.page is not None:
            self.page.read()
            return
        read = self._reception.todo_list.read
        self._runner.run(read, then=self._read, owner=self, failed=_leave_it)

    def _read(self, waiting: TodoSnapshot) -> None:
        self._window.rail.set_badge(int(NavigationItem.HOME), waiting.total)

    def _make(self) -> None:
        page = TodoScreen(self._reception, self._runner, backup_status, self._window)
        HomePageSwitch(_NEEDS, self, page.header)
        actions.create("desk.turn", page, self._to_entry)
        page.acted.connect(self.needs.act)
        page.counted.connect(self._counted)
        page.new_visit_wanted.connect(self._new_visit)
        page.upkeep_wanted.connect(self._to_upkeep)
        page.report_wanted.connect(self._report)
        self.page = page
        self._window.add_beside(NavigationItem.HOME, page)

    @Slot(object)
    def _counted(self, total: object) -> None:
        if isinstance(total, int):
            self._window.rail.set_badge(int(NavigationItem.HOME), total)

    @Slot()
    def _to_needs(self) -> None:
        self.turn(needs=True)

    @Slot()
    def _to_entry(self) -> None:
        self.turn(needs=False)

    @Slot()
    def _new_visit(self) -> None:
        self.turn(needs=False)
        self._window.new_visit_wanted.emit()

    @Slot()
    def _report(self) -> None:
        self.needs.report_wanted.emit(self._reception.session.today())

    @Slot()
    def _to_upkeep(self) -> None:
        self._window.go(NavigationItem.AUDIT)

    @Slot()
    def _to_settings(self) -> None:
        self._window.go(NavigationItem.SETTINGS)


def _leave_it(_error: ReceptionError) -> None:
    """The number beside the desk is a help; what fails is said where the list stands."""
