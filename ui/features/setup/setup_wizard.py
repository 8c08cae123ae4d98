"""The set-up wizard: four steps that create a new office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception.domain.clock import VIETNAM
from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.access.password_policy import check_password
from reception.services.office.office_setup import OfficePlan, new_root
from ui.appearance.theme import theme
from ui.database_thread.task_runner import TaskRunner
from ui.features.recovery.recovery_step import RecoveryStep
from ui.features.recovery.sheet_printer import FormPrinter
from ui.features.recovery.wizard_step import WizardStep
from ui.features.setup.create_step import CreateStep
from ui.features.setup.office_step import OfficeStep
from ui.features.setup.people_step import PeopleStep
from ui.features.setup.steps_rail import StepsRail
from ui.widgets.action_bar import ActionBar
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.push_button import PushButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Create = Callable[[Path, OfficePlan], str]


class SetupWizard(QWidget):
    """``finished(Path)`` when the office is created, ``left`` when the wizard is cancelled."""

    finished = Signal(object)
    left = Signal()

    def __init__(
        self,
        folder: Path,
        runner: TaskRunner,
        create: Create,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """``create(folder, plan)`` runs on the database thread."""
        super().__init__(parent)
        self._runner, self._create, self._language = runner, create, language
        self.forms = FormPrinter(self)
        self._root = new_root()  # known before the sheets are printed, for its fingerprint
        self.rail = StepsRail(_titles(), self)
        self.office = OfficeStep(datetime.now(VIETNAM).date(), self)
        self.people = PeopleStep(self.office.names, language, self)
        self.recovery = RecoveryStep(runner, self)
        self.create_step = CreateStep(folder, self)
        self.steps: tuple[WizardStep, ...] = (
            self.office,
            self.people,
            self.recovery,
            self.create_step,
        )
        self.pages = QStackedWidget(self)
        self.bar = ActionBar(self)
        translate = QCoreApplication.translate
        self.back_button = PushButton("", self, "plain")
        self.print_button = PushButton(
            translate("Wizard", "Print a blank form"), self, "secondary", "printer"
        )
        self.reason = QLabel(self)
        self.reason.setProperty("role", "secondary")
        self.next_button = PushButton(
            translate("Wizard", "Continue"), self, "primary", "arrow-right", "Enter"
        )
        self._build()
        self._wire()
        self.show_step(0)

    def _build(self) -> None:
        for name in ("back_button", "print_button", "next_button"):
            button = getattr(self, name)
            button.setObjectName(name)
            button.set_height(40)
        for step in self.steps:
            # At large scales a step is taller than the window: then it scrolls.
            area = QScrollArea(self)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            step.setProperty("clear", True)
            area.setWidget(step)
            self.pages.addWidget(area)
        self.bar.add_left(self.back_button)
        self.bar.add_left(self.print_button)
        self.bar.add_text(self.reason)
        self.bar.add_right(self.next_button)
        self.bar.setFixedHeight(theme().px(64))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _wire(self) -> None:
        for step in self.steps:
            step.changed.connect(self._show_buttons)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.go_on)
        self.print_button.clicked.connect(self.recovery.ask_form)
        self.recovery.print_wanted.connect(self._print_form)

    @property
    def index(self) -> int:
        """Return the index of the present step, from 0."""
        return self.pages.currentIndex()

    def show_step(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self.rail.show_step(index)
        if self.steps[index] is self.create_step:
            self.create_step.show_plan(self.plan())
        plan = self.plan()
        self.recovery.copy.set_paper(plan.settings.issuing, plan.fingerprint)
        self.steps[index].entered()
        self._show_buttons()

    def entered(self) -> None:
        """Put the focus into the present step."""
        self.steps[self.index].entered()

    def plan(self) -> OfficePlan:
        """Return the office to be created, as typed so far."""
        sheets = self.recovery.sheets()
        return OfficePlan(
            self.office.settings(),
            self.people.people(),
            sheets.keys if sheets is not None else None,
            self.recovery.opens_protected(),
            self._root,
        )

    @Slot()
    def _show_buttons(self) -> None:
        step = self.steps[self.index]
        obstacle = step.obstacle()
        self.reason.setText(obstacle)
        translate = QCoreApplication.translate
        self.next_button.set_text(step.next_text() or translate("Wizard", "Continue"))
        self.next_button.setEnabled(not obstacle)
        self.next_button.set_key("" if obstacle else "Enter")
        first = self.index == 0
        self.back_button.set_text(
            translate("Wizard", "Leave") if first else translate("Wizard", "Back")
        )
        self.back_button.set_icon("" if first else "chevron-left")
        self.print_button.setVisible(step is self.recovery and self.recovery.copying)

    @Slot()
    def go_on(self) -> None:
        """Complete the present step, then show the next one."""
        commit_composition()
        step = self.steps[self.index]
        if self.next_button.busy or step.obstacle() or not step.go_on():
            self._show_buttons()
            return
        if step is self.create_step:
            self._make()
        else:
            self.show_step(self.index + 1)

    @Slot()
    def back(self) -> None:
        """Go back a step, or leave from the first."""
        if self.next_button.busy:
            return
        if self.index == 0:
            self.left.emit()
        elif self.steps[self.index].go_back():
            self.show_step(self.index - 1)

    def _make(self) -> None:
        plan = self.plan()
        translate = QCoreApplication.translate
        self.next_button.set_busy(translate("Wizard", "Making…"))
        self.create_step.setEnabled(False)
        folder = self.create_step.folder()
        self._runner.run(self._check_and_make, folder, plan, then=self._made, failed=self._failed)

    def _check_and_make(self, folder: Path, plan: OfficePlan) -> Path:
        """Create the office (on the database thread), after checking every password again."""
        names = (*_names_of(plan), *(person.name for person in plan.people))
        for person in plan.people:
            check_password(person.password, names, person.name)
        self._create(folder, plan)
        return folder

    @Slot(object)
    def _made(self, folder: Path) -> None:
        self.next_button.set_busy("")
        self.forms.close()
        self.finished.emit(folder)

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        self.next_button.set_busy("")
        self.create_step.setEnabled(True)
        self.create_step.show_error(error_sentence(error, self._language))
        self._show_buttons()

    @Slot(int, str)
    def _print_form(self, sheet: int, holder: str) -> None:
        self.recovery.copy.table.cover()
        self.forms.show(self.office.settings(), sheet, holder, self.plan().fingerprint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the main button."""
        if event.key() in _ENTER:
            self.go_on()
            event.accept()
            return
        super().keyPressEvent(event)


def _titles() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        (translate("Wizard", "Office"), translate("Wizard", "Names on papers")),
        (translate("Wizard", "First people"), translate("Wizard", "Two people at least")),
        (
            translate("Wizard", "Recovery sheets"),
            translate("Wizard", "Three sheets, three holders"),
        ),
        (translate("Wizard", "Start"), translate("Wizard", "Check and open")),
    )


def _names_of(plan: OfficePlan) -> tuple[str, ...]:
    settings = plan.settings
    return (settings.superior, settings.issuing, settings.place, settings.symbol)
