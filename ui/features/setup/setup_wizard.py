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
from ui.features.recovery.blank_sheet_printer import BlankSheetPrinter
from ui.features.recovery.create_sheets_step import CreateSheetsStep
from ui.features.recovery.wizard_step import WizardStep, scrollable
from ui.features.setup.create_step import CreateStep
from ui.features.setup.office_step import OfficeStep, public_names
from ui.features.setup.people_step import PeopleStep
from ui.features.setup.steps_rail import StepsRail
from ui.shell.screen import Screen
from ui.widgets.action_bar import ActionBar
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.push_button import PushButton

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CreateOffice = Callable[[Path, OfficePlan], str]


class SetupWizard(Screen):
    """``finished(Path)`` when the office is created, ``cancelled`` when the user leaves."""

    finished = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        folder: Path,
        runner: TaskRunner,
        create_office: CreateOffice,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """``create_office(folder, plan)`` runs on the database thread."""
        super().__init__(parent)
        self._runner, self._create_office, self._language = runner, create_office, language
        self.sheet_printer = BlankSheetPrinter(self)
        self._root = new_root()  # known before the sheets are printed, for its fingerprint
        self.steps_rail = StepsRail(_titles(), self)
        self.office_step = OfficeStep(datetime.now(VIETNAM).date(), self)
        self.people_step = PeopleStep(self.office_step.public_names, language, self)
        self.create_sheets_step = CreateSheetsStep(runner, self)
        self.create_step = CreateStep(folder, self)
        self.steps: tuple[WizardStep, ...] = (
            self.office_step,
            self.people_step,
            self.create_sheets_step,
            self.create_step,
        )
        self.pages = QStackedWidget(self)
        self.bar = ActionBar(self)
        translate = QCoreApplication.translate
        self.back_button = PushButton("", self, "plain")
        self.print_button = PushButton(
            translate("Wizard", "Print a blank form"), self, "secondary", "printer"
        )
        self.obstacle_label = QLabel(self)
        self.obstacle_label.setProperty("role", "secondary")
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
            self.pages.addWidget(scrollable(step, self))
        self.bar.add_left(self.back_button)
        self.bar.add_left(self.print_button)
        self.bar.add_text(self.obstacle_label)
        self.bar.add_at_right(self.next_button)
        self.bar.setFixedHeight(theme().px(64))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.steps_rail)
        row.addLayout(column, 1)

    def _wire(self) -> None:
        for step in self.steps:
            step.changed.connect(self._show_buttons)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.advance)
        self.print_button.clicked.connect(self.create_sheets_step.request_blank_sheet)
        self.create_sheets_step.print_wanted.connect(self._print_blank_sheet)

    @property
    def step_index(self) -> int:
        """The index of the present step, from 0."""
        return self.pages.currentIndex()

    def show_step(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self.steps_rail.show_step(index)
        if self.steps[index] is self.create_step:
            self.create_step.show_plan(self.plan())
        plan = self.plan()
        self.create_sheets_step.copy_page.set_office(plan.settings.issuing, plan.fingerprint)
        self.steps[index].on_entered()
        self._show_buttons()

    def on_entered(self) -> None:
        """Put the focus into the present step."""
        self.steps[self.step_index].on_entered()

    def plan(self) -> OfficePlan:
        """Return the office to be created, as typed so far."""
        shares = self.create_sheets_step.tested_shares()
        return OfficePlan(
            self.office_step.settings(),
            self.people_step.people(),
            shares.keys if shares is not None else None,
            self.create_sheets_step.opens_protected(),
            self._root,
        )

    @Slot()
    def _show_buttons(self) -> None:
        step = self.steps[self.step_index]
        obstacle = step.obstacle()
        self.obstacle_label.setText(obstacle)
        translate = QCoreApplication.translate
        self.next_button.set_text(step.next_text() or translate("Wizard", "Continue"))
        self.next_button.setEnabled(not obstacle)
        self.next_button.set_key("" if obstacle else "Enter")
        is_first = self.step_index == 0
        self.back_button.set_text(
            translate("Wizard", "Leave") if is_first else translate("Wizard", "Back")
        )
        self.back_button.set_icon("" if is_first else "chevron-left")
        self.print_button.setVisible(
            step is self.create_sheets_step and self.create_sheets_step.is_copying
        )

    @Slot()
    def advance(self) -> None:
        """Complete the present step, then show the next one."""
        commit_composition()
        step = self.steps[self.step_index]
        if self.next_button.busy or step.obstacle() or not step.advance():
            self._show_buttons()
            return
        if step is self.create_step:
            self._start_creation()
        else:
            self.show_step(self.step_index + 1)

    @Slot()
    def go_back(self) -> None:
        """Go back a step; on the first step, cancel."""
        if self.next_button.busy:
            return
        if self.step_index == 0:
            self.cancelled.emit()
        elif self.steps[self.step_index].go_back():
            self.show_step(self.step_index - 1)

    def _start_creation(self) -> None:
        plan = self.plan()
        translate = QCoreApplication.translate
        self.next_button.set_busy(translate("Wizard", "Making…"))
        self.create_step.setEnabled(False)
        folder = self.create_step.folder()
        self._runner.run(
            self._check_and_create,
            folder,
            plan,
            then=self._finish_creation,
            failed=self._show_failure,
        )

    def _check_and_create(self, folder: Path, plan: OfficePlan) -> Path:
        """Create the office (on the database thread), after checking every password again."""
        names = (*public_names(plan.settings), *(person.name for person in plan.people))
        for person in plan.people:
            check_password(person.password, names, person.name)
        self._create_office(folder, plan)
        return folder

    @Slot(object)
    def _finish_creation(self, folder: Path) -> None:
        self.next_button.set_busy("")
        self.sheet_printer.close()
        self.finished.emit(folder)

    @Slot(object)
    def _show_failure(self, error: ReceptionError) -> None:
        self.next_button.set_busy("")
        self.create_step.setEnabled(True)
        self.create_step.show_error(error_sentence(error, self._language))
        self._show_buttons()

    @Slot(int, str)
    def _print_blank_sheet(self, sheet: int, holder: str) -> None:
        self.create_sheets_step.copy_page.table.cover()
        self.sheet_printer.show(self.office_step.settings(), sheet, holder, self.plan().fingerprint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the main button."""
        if event.key() in _ENTER_KEYS:
            self.advance()
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
