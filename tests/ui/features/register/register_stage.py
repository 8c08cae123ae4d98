"""The register of a throw-away office in its window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reception.bootstrap import Reception, create_services
from tests.fixtures.office import HEAD, ThrowAwayOffice
from tests.scenarios.planted_identities import form_of, planted
from ui.appearance.window_settings import WindowSettings
from ui.database_thread.task_runner import TaskRunner
from ui.features.printing.print_flow import PrintFlow
from ui.features.register.register_screen import RegisterScreen
from ui.shell.main_window import MainWindow
from ui.shell.navigation import NavigationItem

PEOPLE = planted(12)


class RegisterStage:
    """A window with the register; the session belongs to the database thread."""

    def __init__(
        self, office: ThrowAwayOffice, qtbot, people=PEOPLE, days: int = 0, name: str = HEAD
    ) -> None:
        """Enter visits ``days`` apart as the head, and show the register to ``name``."""
        self.people, self.days, self.name = people, days, name
        self.runner = TaskRunner()
        self.opened: list[Reception] = []
        self.runner.run(self._open, office, then=self.opened.append, owner=self.runner)
        qtbot.waitUntil(lambda: bool(self.opened))
        self.window = MainWindow((NavigationItem.HOME, NavigationItem.REGISTER))
        qtbot.addWidget(self.window)
        self.settings = WindowSettings(office.folder.parent / "window.ini")
        self.print_flow = PrintFlow(self.opened[0], self.runner, self.window)
        self.screen = RegisterScreen(
            self.opened[0], self.runner, self.window, self.settings, self.print_flow
        )
        self.window.add_screen(NavigationItem.REGISTER, self.screen)
        self.window.resize(1366, 696)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.show_item(NavigationItem.REGISTER)
        qtbot.waitUntil(lambda: self.total() == len(people))

    def _open(self, office: ThrowAwayOffice) -> Reception:
        reception = create_services(office.open(HEAD))
        reception.session.settings()
        reception.office_calendar.calendar()
        for index, person in enumerate(self.people):
            office.clock.move(days=self.days)
            form = form_of(person, index)
            prepared = reception.intake.prepare(person, protected=form.protected)
            reception.intake.seal_visit(form, prepared)
        if self.name == HEAD:
            return reception
        reception.session.close()
        other = create_services(office.open(self.name))
        other.session.settings()
        return other

    def close(self) -> None:
        """End the threads and close the database."""
        self.print_flow.print_thread.close()
        self.runner.stop(self.opened[0].session.database.close)

    def total(self) -> int:
        """Return the number of rows shown."""
        return self.screen.page.model.rowCount()

    def texts(self) -> str:
        """Return every text of the window, those for screen readers included."""
        found: list[str] = []
        for widget in [self.window, *self.window.findChildren(QWidget)]:
            found += [widget.accessibleName(), widget.toolTip(), widget.windowTitle()]
            text = getattr(widget, "text", None)
            if callable(text):
                found.append(str(text()))
        model = self.screen.page.model
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                found.append(str(model.data(model.index(row, column))))
        return "\n".join(found)
