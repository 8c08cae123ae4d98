"""The audit log in its window, after twelve visits and one reveal."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from reception.bootstrap import Reception, create_services
from reception.domain.reveal import IdentityPart, RevealSelection
from tests.fixtures.office import HEAD, ThrowAwayOffice
from tests.scenarios.planted_identities import form_of, planted
from ui.appearance.theme import theme
from ui.application.screen_registry import ScreenContext, create_screens
from ui.database_thread.task_runner import TaskRunner
from ui.features.audit.audit_screen import AuditScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

PEOPLE = planted(12)
SELECTION = RevealSelection(
    "answer", "Gửi thông báo kết quả cho người đến", frozenset(IdentityPart)
)


class AuditStage:
    """A window with the audit log; the session belongs to the database thread."""

    def __init__(self, office: ThrowAwayOffice, qtbot, name: str = HEAD) -> None:
        """Enter twelve visits, reveal one identity, and show the log."""
        self.runner = TaskRunner()
        self.opened: list[Reception] = []
        self.runner.run(self._open, office, name, then=self.opened.append, owner=self.runner)
        qtbot.waitUntil(lambda: bool(self.opened))
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        context = ScreenContext(self.opened[0], self.runner, theme(), self.window)
        self.screens = create_screens(context)
        for item, page in self.screens.pages.items():
            self.window.add_screen(item, page)
        self.window.resize(1366, 696)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.window.show_item(NavigationItem.AUDIT)
        screen = self.window.screen_at(NavigationItem.AUDIT)
        assert isinstance(screen, AuditScreen)
        self.screen, self.page = screen, screen.page
        qtbot.waitUntil(lambda: self.page.model.row_at(0) is not None)

    @staticmethod
    def _open(office: ThrowAwayOffice, name: str) -> Reception:
        head = create_services(office.open(HEAD))
        for index, person in enumerate(PEOPLE):
            head.intake.seal_visit(form_of(person, index))
        head.reveals.open(2026000001, SELECTION)
        if name == HEAD:
            head.session.settings()
            return head
        head.session.close()
        reception = create_services(office.open(name))
        reception.session.settings()
        return reception

    def close(self) -> None:
        """End every thread."""
        self.screens.flows.end_threads()
        self.runner.stop(self.opened[0].session.database.close)

    def texts(self) -> str:
        """Return every text of the page."""
        labels = [label.text() for label in self.page.findChildren(QLabel)]
        names = [widget.accessibleName() for widget in self.page.findChildren(QWidget)]
        model = self.page.model
        cells = [
            str(model.data(model.index(row, column)))
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        ]
        return "\n".join([*labels, *names, *cells])
