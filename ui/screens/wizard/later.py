"""The recovery sheets of an office that was set up without them: the wizard's step alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.book import say_error
from reception.services.recovery_sheets import blank_form
from reception.services.settings import OfficeSettings
from reception.storage.keyring import UserKeys
from ui.dialogs.print_preview import PrintPreview
from ui.output.clerk import PaperClerk
from ui.output.order import PrintOrder
from ui.output.routes import paper_route
from ui.screens.wizard.recovery_step import RecoveryStep
from ui.theme import theme
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Banner
from ui.widgets.composition import commit_composition
from ui.widgets.key_button import KeyButton
from ui.work.worker import Runner

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
translate = QCoreApplication.translate


class LaterSheets(QWidget):
    """``LaterSheets(office, runner, make, parent)``: ``made`` when recovery opens, ``left``.

    ``office`` is (settings, fingerprint of the root); ``make(keys, opens_protected)`` runs on
    the worker once the three holders have their sheets.
    """

    made = Signal()
    left = Signal()

    def __init__(
        self,
        office: tuple[OfficeSettings, str],
        runner: Runner,
        make: Callable[[UserKeys, bool], object],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the holders' names."""
        super().__init__(parent)
        self._settings, self._fingerprint = office
        self._runner, self._make = runner, make
        self._clerk: PaperClerk | None = None
        self.step = RecoveryStep(runner, self)
        self.step.later_button.hide()
        self.step.copy.issuing = self._settings.issuing
        self.trouble = Banner("error", self)
        self.trouble.hide()
        self.back_button = KeyButton(translate("Wizard", "Back"), self, "plain", "chevron-left")
        self.print_button = KeyButton(
            translate("Wizard", "Print a blank form"), self, "secondary", "printer"
        )
        self.reason = QLabel(self)
        self.reason.setProperty("role", "secondary")
        self.next_button = KeyButton("", self, "primary", "arrow-right", "Enter")
        self._build()
        self.step.changed.connect(self._settle)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.go_on)
        self.print_button.clicked.connect(self.step.ask_form)
        self.step.print_wanted.connect(self._print_form)
        self._settle()

    def _build(self) -> None:
        for name in ("back_button", "print_button", "next_button"):
            button = getattr(self, name)
            button.setObjectName(name)
            button.set_height(40)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.step.setProperty("clear", True)
        area.setWidget(self.step)
        bar = ActionBar(self)
        bar.add_left(self.back_button)
        bar.add_left(self.print_button)
        bar.add_right(self.reason)
        bar.add_right(self.next_button)
        bar.setFixedHeight(theme().px(64))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self.trouble)
        column.addWidget(bar)

    def entered(self) -> None:
        """Put the focus into the first field."""
        self.step.entered()

    @Slot()
    def _settle(self) -> None:
        obstacle = self.step.obstacle()
        self.reason.setText(obstacle)
        self.next_button.set_text(
            self.step.next_text() or translate("Wizard", "Finish, sheets count now")
        )
        self.next_button.setEnabled(not obstacle)
        self.next_button.set_key("" if obstacle else "Enter")
        self.print_button.setVisible(self.step.copying)

    @Slot()
    def go_on(self) -> None:
        """Draw, go from sheet to sheet, and after the last give recovery its keys."""
        commit_composition()
        if self.next_button.busy or self.step.obstacle() or not self.step.go_on():
            self._settle()
            return
        sheets = self.step.sheets()
        if sheets is None:
            return
        self.trouble.hide()
        self.next_button.set_busy(translate("Wizard", "Making…"))
        self._runner.run(
            self._make, sheets.keys, self.step.opens_protected(), then=self._done, failed=self._no
        )

    @Slot()
    def back(self) -> None:
        """Throw drawn words away, or leave."""
        if not self.next_button.busy and self.step.go_back():
            self._close_clerk()
            self.left.emit()

    @Slot(object)
    def _done(self, _result: object) -> None:
        self.next_button.set_busy("")
        self._close_clerk()
        self.made.emit()

    @Slot(object)
    def _no(self, error: ReceptionError) -> None:
        self.next_button.set_busy("")
        self.trouble.say("", say_error(error))
        self._settle()

    @Slot(int, str)
    def _print_form(self, sheet: int, holder: str) -> None:
        self.step.copy.table.cover()
        if self._clerk is None:
            self._clerk = PaperClerk(paper_route(), self)
        order = PrintOrder(
            translate("Wizard", "Blank form of a recovery sheet"),
            translate("Wizard", "Sheet {number}, to be filled in by hand").format(number=sheet),
            f"KP-{sheet:04d}",
            blank_form(self._settings, sheet, holder, self._fingerprint),
        )
        PrintPreview(order, self._clerk, self).open()

    def _close_clerk(self) -> None:
        if self._clerk is not None:
            self._clerk.close()
            self._clerk = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in _ENTER:
            self.go_on()
            event.accept()
            return
        super().keyPressEvent(event)
