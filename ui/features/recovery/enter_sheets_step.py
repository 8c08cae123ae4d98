"""The step in which two holders type the words of their recovery sheets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from reception.services.recovery.recovery_shares import (
    REQUIRED_SHEETS,
    WORDS_PER_SHEET,
    check_share,
)
from ui.appearance.theme import theme
from ui.database_thread.task_runner import TaskRunner
from ui.features.recovery.sheet_entry import SheetEntry
from ui.features.recovery.wizard_step import WizardStep
from ui.privacy.screen_capture import exclude_from_capture
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton


class EnterSheetsStep(WizardStep):
    """Emits ``unlocked(result)`` after the second sheet, with the value that ``unlock`` returned.

    ``sheet_completed`` when all 33 words are typed and their checksum is right.
    ``problem_changed(sentence)``: why a sheet is refused, "" when it is not refused.
    """

    unlocked = Signal(object)
    sheet_completed = Signal()
    problem_changed = Signal(str)

    def __init__(
        self,
        runner: TaskRunner,
        unlock: Callable[[str, str], object],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """``unlock`` runs on the database thread, with the words of each sheet in one string."""
        super().__init__(
            QCoreApplication.translate("Reopen", "Open by two recovery sheets"),
            QCoreApplication.translate(
                "Reopen",
                "Each holder sits alone before the screen and types the 33 words of their sheet. "
                "The first letters are enough; Space takes the word.",
            ),
            parent,
        )
        self._runner, self._unlock, self._language = runner, unlock, language
        self._first_sheet_words: list[str] = []
        self._is_unlocking = False
        self.title = QLabel(self)
        self.title.setProperty("role", "subheading")
        self.hint_line = IconLine("info", "", self)
        self.cover_button = PushButton("", self, "secondary", "eye", "F8")
        self.cover_button.setObjectName("cover_button")
        self.entry = SheetEntry(self)
        self._build()
        self.entry.changed.connect(self._handle_input)
        self.entry.completed.connect(self._check_sheet)
        self.cover_button.clicked.connect(self.toggle_cover)
        self._begin_sheet()

    def _build(self) -> None:
        title_row = QHBoxLayout()
        title_row.setSpacing(theme().px(12))
        title_row.addWidget(self.title)
        title_row.addWidget(self.hint_line)
        title_row.addStretch(1)
        title_row.addWidget(self.cover_button)
        self.body.addLayout(title_row)
        self.body.addWidget(self.entry)
        self.body.addStretch(1)

    @property
    def sheet_ordinal(self) -> int:
        """1 while the first sheet is typed, 2 while the second is."""
        return 2 if self._first_sheet_words else 1

    def clear_secrets(self) -> None:
        """Forget the words of both sheets."""
        self._first_sheet_words = []
        self.entry.clear()
        self.problem_changed.emit("")
        self._begin_sheet()

    def _begin_sheet(self) -> None:
        title = QCoreApplication.translate("Reopen", "Sheet {turn} of {needed}")
        self.title.setText(title.format(turn=self.sheet_ordinal, needed=REQUIRED_SHEETS))
        if self._first_sheet_words:
            number = check_share(self._first_sheet_words, 1)
            line = QCoreApplication.translate(
                "Reopen", "Sheet number {number} fits. Now the other holder alone."
            )
            self.hint_line.set_line("circle-check", line.format(number=number), "okText")
        else:
            line = QCoreApplication.translate(
                "Reopen", "Switch the machine's Vietnamese typing off"
            )
            self.hint_line.set_line("info", line)
        self._show_cover_text()

    def obstacle(self) -> str:
        if self._is_unlocking:
            return QCoreApplication.translate("Reopen", "Comparing…")
        wrong_position = self.entry.first_wrong_position()
        if wrong_position:
            text = QCoreApplication.translate("Reopen", "Word {place} is not a word of a sheet")
            return text.format(place=wrong_position)
        missing = sum(not word for word in self.entry.words())
        if missing:
            text = QCoreApplication.translate("Reopen", "{done} of {count} words")
            return text.format(done=WORDS_PER_SHEET - missing, count=WORDS_PER_SHEET)
        share_error = self._share_error()
        if share_error is None:
            return ""
        if share_error.code == "recovery.same_sheet":
            return QCoreApplication.translate("Reopen", "The same sheet again")
        return QCoreApplication.translate("Reopen", "A word is wrong")

    def _share_error(self) -> ReceptionError | None:
        """Return why the 33 words are not accepted here, or None."""
        try:
            number = check_share(self.entry.words(), self.sheet_ordinal)
        except ReceptionError as error:
            return error
        if self._first_sheet_words and number == check_share(self._first_sheet_words, 1):
            return ReceptionError("recovery.same_sheet")
        return None

    def next_text(self) -> str:
        return "" if self._first_sheet_words else QCoreApplication.translate("Reopen", "Next sheet")

    def advance(self) -> bool:
        """Accept the sheet; after the second sheet, unlock the office with both.

        False always: the signal ``unlocked`` completes the step.
        """
        if not self._first_sheet_words:
            self._first_sheet_words = self.entry.words()
            self.entry.clear()
            self._begin_sheet()
            self.on_entered()
        else:
            self._is_unlocking = True
            both_sheets = (" ".join(self._first_sheet_words), " ".join(self.entry.words()))
            self.entry.cover()
            self._runner.run(
                self._unlock, *both_sheets, then=self._finish_unlocking, failed=self._show_failure
            )
        self.changed.emit()
        return False

    def go_back(self) -> bool:
        """Discard the words of both sheets; True if the first one was being typed."""
        if self._is_unlocking:
            return False
        had_first_sheet = bool(self._first_sheet_words)
        self.clear_secrets()
        if had_first_sheet:
            self.on_entered()
        return not had_first_sheet

    def on_entered(self) -> None:
        """Uncover the words and put the focus into the first field without a valid word."""
        if self.entry.is_covered:
            self.entry.uncover()
        self.entry.focus_first_unfilled()

    @Slot(object)
    def _finish_unlocking(self, result: object) -> None:
        self._is_unlocking = False
        self.clear_secrets()
        self.unlocked.emit(result)

    @Slot(object)
    def _show_failure(self, error: ReceptionError) -> None:
        self._is_unlocking = False
        self.entry.uncover()
        self.problem_changed.emit(error_sentence(error, self._language))
        self.changed.emit()

    @Slot()
    def _handle_input(self) -> None:
        self.problem_changed.emit("")
        self._show_cover_text()
        self.changed.emit()

    @Slot()
    def _check_sheet(self) -> None:
        share_error = self._share_error()
        if share_error is None:
            self.sheet_completed.emit()
        else:
            self.problem_changed.emit(error_sentence(share_error, self._language))

    @Slot()
    def toggle_cover(self) -> None:
        """Cover or show the words (F8)."""
        if self.entry.is_covered:
            exclude_from_capture(self)
            self.entry.uncover()
        else:
            self.entry.cover()
            self.cover_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cover_text(self) -> None:
        self.cover_button.set_text(
            QCoreApplication.translate("Wizard", "Show the words")
            if self.entry.is_covered
            else QCoreApplication.translate("Wizard", "Cover")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F8 covers the words, or shows them."""
        if event.key() == Qt.Key.Key_F8:
            self.toggle_cover()
            event.accept()
            return
        super().keyPressEvent(event)
