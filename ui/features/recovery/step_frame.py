"""The base class of the recovery screens: steps shown one at a time above a bar of buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.office.office_settings import OfficeSettings
from ui.appearance.theme import theme
from ui.features.recovery.blank_sheet_printer import BlankSheetPrinter
from ui.features.recovery.create_sheets_step import CreateSheetsStep
from ui.features.recovery.wizard_step import WizardStep, scrollable
from ui.shell.screen import Screen
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Banner
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.push_button import PushButton

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
translate = QCoreApplication.translate


class StepFrame(Screen):
    """A subclass adds steps and defines ``finish_text``, ``finish`` and ``blank_sheet_office``.

    ``cancelled`` when the user goes back from the first step.
    """

    cancelled = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.steps: list[WizardStep] = []
        self.pages = QStackedWidget(self)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.sheet_printer = BlankSheetPrinter(self)
        self.back_button = PushButton(translate("Wizard", "Back"), self, "plain", "chevron-left")
        self.print_button = PushButton(
            translate("Wizard", "Print a blank form"), self, "secondary", "printer"
        )
        self.obstacle_label = QLabel(self)
        self.obstacle_label.setProperty("role", "secondary")
        self.next_button = PushButton("", self, "primary", "arrow-right", "Enter")
        self._build()
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.advance)
        self.print_button.clicked.connect(self._request_blank_sheet)
        QGuiApplication.instance().focusObjectChanged.connect(self._scroll_to_focus)  # type: ignore[union-attr]

    def _build(self) -> None:
        for name in ("back_button", "print_button", "next_button"):
            button = getattr(self, name)
            button.setObjectName(name)
            button.set_height(40)
        bar = ActionBar(self)
        bar.add_left(self.back_button)
        bar.add_left(self.print_button)
        bar.add_text(self.obstacle_label)
        bar.add_at_right(self.next_button)
        bar.setFixedHeight(theme().px(64))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.banner)
        column.addWidget(bar)

    def add_step(self, step: WizardStep) -> None:
        """Append a step after those added before."""
        self.pages.addWidget(scrollable(step, self))
        self.steps.append(step)
        step.changed.connect(self._show_buttons)
        if isinstance(step, CreateSheetsStep):
            step.print_wanted.connect(self._print_blank_sheet)

    @property
    def step(self) -> WizardStep:
        """The present step."""
        return self.steps[self.pages.currentIndex()]

    def show_step(self, index: int) -> None:
        """Show a step and put the focus into it."""
        self.pages.setCurrentIndex(index)
        self._show_buttons()
        self.steps[index].on_entered()

    def on_entered(self) -> None:
        self.step.on_entered()

    @Slot(QObject)
    def _scroll_to_focus(self, widget: QObject | None) -> None:
        """Scroll to the widget with the focus: Qt does so only for Tab."""
        area = self.pages.currentWidget()
        is_inside = isinstance(widget, QWidget) and self.pages.isAncestorOf(widget)
        if isinstance(area, QScrollArea) and isinstance(widget, QWidget) and is_inside:
            area.ensureWidgetVisible(widget, 0, theme().px(24))

    def finish_text(self) -> str:
        """Return the text of the main button on the last step."""
        raise NotImplementedError

    def finish(self) -> None:
        """Do what the steps prepared; called after the last step."""
        raise NotImplementedError

    def blank_sheet_office(self) -> tuple[OfficeSettings, str]:
        """Return (settings, fingerprint of the signing key), which blank forms show."""
        raise NotImplementedError

    @Slot()
    def _show_buttons(self) -> None:
        obstacle = self.step.obstacle()
        is_last = self.step is self.steps[-1]
        self.obstacle_label.setText(obstacle)
        usual_text = self.finish_text() if is_last else translate("Wizard", "Continue")
        self.next_button.set_text(self.step.next_text() or usual_text)
        self.next_button.setEnabled(not obstacle)
        self.next_button.set_key("" if obstacle else "Enter")
        is_copying = isinstance(self.step, CreateSheetsStep) and self.step.is_copying
        self.print_button.setVisible(is_copying)

    @Slot()
    def advance(self) -> None:
        """Complete the present step, then show the next one, or finish."""
        commit_composition()
        if self.next_button.busy or self.step.obstacle() or not self.step.advance():
            self._show_buttons()
            return
        self.banner.hide()
        if self.step is self.steps[-1]:
            self.finish()
        else:
            self.show_step(self.pages.currentIndex() + 1)

    @Slot()
    def go_back(self) -> None:
        """Go back inside the step, else to the step before; on the first step, cancel."""
        if self.next_button.busy or not self.step.go_back():
            return
        if self.pages.currentIndex() == 0:
            self.sheet_printer.close()
            self.cancelled.emit()
        else:
            self.show_step(self.pages.currentIndex() - 1)

    def begin_work(self, text: str) -> None:
        """Show that the office is being changed."""
        self.banner.hide()
        self.next_button.set_busy(text)

    def end_work(self) -> None:
        """Show that the change is over, and end the printer's thread."""
        self.next_button.set_busy("")
        self.sheet_printer.close()

    @Slot(str)
    def show_problem(self, sentence: str) -> None:
        """Show a sentence above the buttons; "" hides it."""
        if sentence:
            self.banner.show_message("", sentence)
        else:
            self.banner.hide()

    @Slot(object)
    def show_error(self, error: ReceptionError) -> None:
        """Show why the change failed; the input is kept."""
        self.next_button.set_busy("")
        self.show_problem(error_sentence(error, self._language))
        self._show_buttons()

    @Slot()
    def _request_blank_sheet(self) -> None:
        if isinstance(self.step, CreateSheetsStep):
            self.step.request_blank_sheet()

    @Slot(int, str)
    def _print_blank_sheet(self, sheet: int, holder: str) -> None:
        if isinstance(self.step, CreateSheetsStep):
            self.step.copy_page.table.cover()
        settings, fingerprint = self.blank_sheet_office()
        self.sheet_printer.show(settings, sheet, holder, fingerprint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the main button."""
        if event.key() in _ENTER_KEYS:
            self.advance()
            event.accept()
            return
        super().keyPressEvent(event)
