"""The step that creates recovery sheets for three holders, or postpones it with a warning."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from reception.domain.text import clean
from reception.services.recovery.recovery_shares import SHEET_COUNT, RecoveryShares, make_shares
from ui.appearance.theme import theme
from ui.database_thread.task_runner import TaskRunner
from ui.features.recovery.sheet_copy_page import SheetCopyPage
from ui.features.recovery.wizard_step import WizardStep
from ui.widgets.banner import Banner
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.text_field import TextField
from ui.widgets.toggle_switch import ToggleSwitch


class CreateSheetsStep(WizardStep):
    """``print_wanted(sheet number, holder)`` requests the printing of a blank form."""

    print_wanted = Signal(int, str)

    def __init__(self, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("Wizard", "Recovery sheets"),
            QCoreApplication.translate(
                "Wizard",
                "Three sheets of 33 words, one for each holder. Any two open the register, one "
                "does not.",
            ),
            parent,
        )
        self._runner = runner
        self._shares: RecoveryShares | None = None
        self._is_tested = False  # every holder has typed two words back
        self.opens_protected_switch = ToggleSwitch(
            QCoreApplication.translate("Wizard", "Sheets also open denouncers' identities"), self
        )
        self.opens_protected_switch.setChecked(True)
        self.opens_protected_switch.setObjectName("opens_protected")
        self.heading_row.addWidget(self.opens_protected_switch)
        self.holder_fields = [TextField(self) for _ in range(SHEET_COUNT)]
        self.postpone_button = PushButton(
            QCoreApplication.translate("Wizard", "Later"), self, "secondary", "clock"
        )
        self.postpone_button.setObjectName("postpone_button")
        self.warning = Banner("warn", self)
        self.copy_page = SheetCopyPage(self)
        self.pages = QStackedWidget(self)
        self._build()
        self.postpone_button.clicked.connect(self._toggle_postponed)
        self.copy_page.changed.connect(self.changed)

    def _build(self) -> None:
        px = theme().px
        intro = QWidget(self)
        column = QVBoxLayout(intro)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        row = QHBoxLayout()
        row.setSpacing(px(14))
        for number, field in enumerate(self.holder_fields, start=1):
            field.setObjectName(f"holder_{number}")
            field.textChanged.connect(self.changed)
            text = QCoreApplication.translate("Wizard", "Holder of sheet {number}")
            row.addWidget(LabeledField(text.format(number=number), field, intro))
        column.addLayout(row)
        for text in (
            QCoreApplication.translate(
                "Wizard",
                "Three different people who do not share a cupboard, one of them outside the "
                "board if that can be. The names are not kept by the program.",
            ),
            QCoreApplication.translate(
                "Wizard",
                "Each holder sits alone before the screen, copies the words by hand onto a "
                "printed blank form, covers them with F8 and types two of them back.",
            ),
        ):
            paragraph = QLabel(text, intro)
            paragraph.setProperty("role", "secondary")
            paragraph.setWordWrap(True)
            column.addWidget(paragraph)
        postpone_row = QHBoxLayout()
        postpone_row.addWidget(self.postpone_button)
        postpone_row.addStretch(1)
        column.addSpacing(px(6))
        column.addLayout(postpone_row)
        column.addWidget(self.warning)
        column.addStretch(1)
        self.warning.hide()
        self.pages.addWidget(intro)
        self.pages.addWidget(self.copy_page)
        self.body.addWidget(self.pages, 1)

    @property
    def is_copying(self) -> bool:
        """Whether a sheet is being copied by its holder."""
        return self.pages.currentWidget() is self.copy_page

    def tested_shares(self) -> RecoveryShares | None:
        """Return the words of the sheets once all three were copied and tested, else None."""
        return self._shares if self._is_tested else None

    def is_postponed(self) -> bool:
        return not self.warning.isHidden()

    def opens_protected(self) -> bool:
        """Return whether the sheets are to open denouncers' identities too."""
        return self.opens_protected_switch.isChecked()

    def obstacle(self) -> str:
        if self.is_copying:
            return self.copy_page.obstacle()
        if self.is_postponed() or self._is_tested:
            return ""
        names = [clean(field.text()) for field in self.holder_fields]
        if not all(names) and self.postpone_button.isHidden():
            return QCoreApplication.translate("Wizard", "Name three holders")
        if not all(names):
            return QCoreApplication.translate("Wizard", "Name three holders, or choose later")
        if len({name.casefold() for name in names}) < SHEET_COUNT:
            return QCoreApplication.translate("Wizard", "Three different people hold the sheets")
        return ""

    def next_text(self) -> str:
        if self.is_copying and self.copy_page.sheet_number < SHEET_COUNT:
            return QCoreApplication.translate("Wizard", "Next sheet")
        if not self.is_copying and not self.is_postponed() and not self._is_tested:
            return QCoreApplication.translate("Wizard", "Draw the words")
        return ""

    def advance(self) -> bool:
        """Generate the words, then show each sheet; True after the last sheet or if postponed."""
        if self.is_copying:
            if self.copy_page.next_sheet():
                self.changed.emit()
                return False
            self._is_tested = True
            self.copy_page.clear_secrets()
            self.pages.setCurrentIndex(0)
            return True
        if self.is_postponed() or self._is_tested:
            return True
        self._runner.run(make_shares, then=self._show_drawn_words)
        return False

    def go_back(self) -> bool:
        """Stop the copying and discard the words; True if no sheet is being copied."""
        if not self.is_copying:
            return True
        self._shares = None
        self.copy_page.clear_secrets()
        self.pages.setCurrentIndex(0)
        self.changed.emit()
        return False

    @Slot(object)
    def _show_drawn_words(self, shares: RecoveryShares) -> None:
        self._shares, self._is_tested = shares, False
        self.pages.setCurrentWidget(self.copy_page)
        self.copy_page.start_copying(shares, [clean(field.text()) for field in self.holder_fields])
        self.changed.emit()

    @Slot()
    def _toggle_postponed(self) -> None:
        if self.is_postponed():
            self.warning.hide()
        else:
            self._shares, self._is_tested = None, False
            self.warning.show_message(
                QCoreApplication.translate("Wizard", "Without sheets:"),
                QCoreApplication.translate(
                    "Wizard",
                    "if the board head forgets the password, nobody can open the register again, "
                    "the makers of the program neither. The window reminds the head at each "
                    "opening.",
                ),
            )
        self.changed.emit()

    def request_blank_sheet(self) -> None:
        """Request the printing of the blank form for the sheet that is being copied."""
        number = self.copy_page.sheet_number
        self.print_wanted.emit(number, clean(self.holder_fields[number - 1].text()))

    def clear_secrets(self) -> None:
        """Forget the words of the sheets."""
        self._shares, self._is_tested = None, False
        self.copy_page.clear_secrets()
        self.pages.setCurrentIndex(0)

    def on_entered(self) -> None:
        if not self.is_copying:
            self.holder_fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
