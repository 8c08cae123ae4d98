"""The base of a sequence of steps above a bar of buttons, without the list of steps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.office.office_settings import OfficeSettings
from ui.appearance.theme import theme
from ui.features.recovery.recovery_step import RecoveryStep
from ui.features.recovery.sheet_printer import FormPrinter
from ui.features.recovery.wizard_step import WizardStep
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Banner
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.push_button import PushButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
translate = QCoreApplication.translate


class StepFrame(QWidget):
    """A subclass adds the steps and defines ``last_text``, ``finish`` and ``paper``.

    ``left`` when the first step is left backwards.
    """

    left = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.steps: list[WizardStep] = []
        self.pages = QStackedWidget(self)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.forms = FormPrinter(self)
        self.back_button = PushButton(translate("Wizard", "Back"), self, "plain", "chevron-left")
        self.print_button = PushButton(
            translate("Wizard", "Print a blank form"), self, "secondary", "printer"
        )
        self.reason = QLabel(self)
        self.reason.setProperty("role", "secondary")
        self.next_button = PushButton("", self, "primary", "arrow-right", "Enter")
        self._build()
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.go_on)
        self.print_button.clicked.connect(self._ask_form)
        QGuiApplication.instance().focusObjectChanged.connect(self._scroll_to_focus)  # type: ignore[union-attr]

    def _build(self) -> None:
        for name in ("back_button", "print_button", "next_button"):
            button = getattr(self, name)
            button.setObjectName(name)
            button.set_height(40)
        bar = ActionBar(self)
        bar.add_left(self.back_button)
        bar.add_left(self.print_button)
        bar.add_text(self.reason)
        bar.add_right(self.next_button)
        bar.setFixedHeight(theme().px(64))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.banner)
        column.addWidget(bar)

    def add_step(self, step: WizardStep) -> None:
        """Append a step; at large scales it is taller than the window and scrolls."""
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        step.setProperty("clear", True)
        area.setWidget(step)
        self.pages.addWidget(area)
        self.steps.append(step)
        step.changed.connect(self._show_buttons)
        if isinstance(step, RecoveryStep):
            step.print_wanted.connect(self._print_form)

    @property
    def step(self) -> WizardStep:
        """The present step."""
        return self.steps[self.pages.currentIndex()]

    def show_step(self, index: int) -> None:
        """Show a step and put the focus into it."""
        self.pages.setCurrentIndex(index)
        self._show_buttons()
        self.steps[index].entered()

    def entered(self) -> None:
        self.step.entered()

    @Slot(QObject)
    def _scroll_to_focus(self, widget: QObject | None) -> None:
        """Scroll to the widget with the focus: Qt does so only for Tab."""
        area = self.pages.currentWidget()
        inside = isinstance(widget, QWidget) and self.pages.isAncestorOf(widget)
        if isinstance(area, QScrollArea) and isinstance(widget, QWidget) and inside:
            area.ensureWidgetVisible(widget, 0, theme().px(24))

    def last_text(self) -> str:
        """Return the text of the main button on the last step."""
        raise NotImplementedError

    def finish(self) -> None:
        """Called after the last step."""
        raise NotImplementedError

    def paper(self) -> tuple[OfficeSettings, str]:
        """Return the office's names and the fingerprint of its signing key, for blank forms."""
        raise NotImplementedError

    @Slot()
    def _show_buttons(self) -> None:
        obstacle = self.step.obstacle()
        last = self.step is self.steps[-1]
        self.reason.setText(obstacle)
        usual = self.last_text() if last else translate("Wizard", "Continue")
        self.next_button.set_text(self.step.next_text() or usual)
        self.next_button.setEnabled(not obstacle)
        self.next_button.set_key("" if obstacle else "Enter")
        copying = isinstance(self.step, RecoveryStep) and self.step.copying
        self.print_button.setVisible(copying)

    @Slot()
    def go_on(self) -> None:
        """Complete the present step, then show the next one, or finish."""
        commit_composition()
        if self.next_button.busy or self.step.obstacle() or not self.step.go_on():
            self._show_buttons()
            return
        self.banner.hide()
        if self.step is self.steps[-1]:
            self.finish()
        else:
            self.show_step(self.pages.currentIndex() + 1)

    @Slot()
    def back(self) -> None:
        """Go back inside the step, then to the step before; leave from the first."""
        if self.next_button.busy or not self.step.go_back():
            return
        if self.pages.currentIndex() == 0:
            self.forms.close()
            self.left.emit()
        else:
            self.show_step(self.pages.currentIndex() - 1)

    def begin_work(self, text: str) -> None:
        """Show that the office is being changed."""
        self.banner.hide()
        self.next_button.set_busy(text)

    def end_work(self) -> None:
        """Show that the change is over, and end the printer's thread."""
        self.next_button.set_busy("")
        self.forms.close()

    @Slot(str)
    def show_problem(self, sentence: str) -> None:
        """Show a sentence above the buttons; "" hides it."""
        if sentence:
            self.banner.show_message("", sentence)
        else:
            self.banner.hide()

    @Slot(object)
    def show_error(self, error: ReceptionError) -> None:
        """Show why the change failed; everything typed stays."""
        self.next_button.set_busy("")
        self.show_problem(error_sentence(error, self._language))
        self._show_buttons()

    @Slot()
    def _ask_form(self) -> None:
        if isinstance(self.step, RecoveryStep):
            self.step.ask_form()

    @Slot(int, str)
    def _print_form(self, sheet: int, holder: str) -> None:
        if isinstance(self.step, RecoveryStep):
            self.step.copy.table.cover()
        settings, fingerprint = self.paper()
        self.forms.show(settings, sheet, holder, fingerprint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the main button."""
        if event.key() in _ENTER:
            self.go_on()
            event.accept()
            return
        super().keyPressEvent(event)
