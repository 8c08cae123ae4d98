"""The page on which a holder copies the words of a sheet, covers them and types two of them."""

from __future__ import annotations

import secrets

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.services.recovery.recovery_shares import SHEET_COUNT, WORDS_PER_SHEET, RecoveryShares
from ui.appearance.theme import theme
from ui.features.recovery.blank_sheet_view import BlankSheetView
from ui.features.recovery.sheet_cards import SheetCards
from ui.features.recovery.words_table import WordsTable
from ui.privacy.screen_capture import exclude_from_capture
from ui.widgets.icon_line import IconLine
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.text_field import TextField

_ASKED_WORDS = 2


class SheetCopyPage(QWidget):
    """``changed`` when ``obstacle()`` may have changed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: RecoveryShares | None = None
        self._holders: list[str] = []
        self.sheet_number = 0  # from 1; 0 before the first
        self._office_name, self._fingerprint = "", ""
        self.asked_positions: tuple[int, ...] = ()
        self.cards = SheetCards(SHEET_COUNT, self)
        self.title = QLabel(self)
        self.title.setProperty("role", "subheading")
        self.table = WordsTable(self)
        self.blank_sheet_view = BlankSheetView(self)
        self.cover_button = PushButton("", self, "secondary", "eye", "F8")
        self.cover_button.setObjectName("cover_button")
        self.answers = [TextField(self) for _ in range(_ASKED_WORDS)]
        self.labeled_answers = [LabeledField("", answer, self) for answer in self.answers]
        self._build()
        self.cover_button.clicked.connect(self.toggle_cover)
        self.table.covered_changed.connect(self._show_covered)
        for index, answer in enumerate(self.answers):
            answer.setObjectName(f"answer_{index + 1}")
            hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
            answer.setInputMethodHints(hints)
            answer.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
            answer.textChanged.connect(self._check_answers)

    def _build(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        # Space on the right for the focus ring of a button.
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(10))
        column.addWidget(self.cards)
        title_row = QHBoxLayout()
        alone_label = QLabel(
            QCoreApplication.translate("Wizard", "Only its holder sits before the screen"), self
        )
        alone_label.setProperty("role", "secondary")
        title_row.setSpacing(px(10))
        title_row.addWidget(self.title)
        title_row.addWidget(alone_label)
        title_row.addStretch(1)
        title_row.addWidget(self.cover_button)
        column.addLayout(title_row)
        sheet_row = QHBoxLayout()
        sheet_row.setSpacing(px(20))
        sheet_row.addWidget(self.table, 1)
        sheet_row.addWidget(self.blank_sheet_view, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(sheet_row, 1)
        answer_row = QHBoxLayout()
        answer_row.setSpacing(px(12))
        instruction = QLabel(
            QCoreApplication.translate("Wizard", "Copied? Cover, then type two words:"), self
        )
        instruction.setProperty("role", "secondary")
        answer_row.addWidget(instruction)
        for field in self.labeled_answers:
            field.setFixedWidth(px(170))
            answer_row.addWidget(field)
        answer_row.addStretch(1)
        warning = QCoreApplication.translate("Wizard", "No photograph, not beside the machine")
        answer_row.addWidget(IconLine("triangle-alert", warning, self, "warn"))
        column.addLayout(answer_row)

    def set_office(self, office_name: str, fingerprint: str) -> None:
        """Set the office's name and key fingerprint for the blank form."""
        self._office_name, self._fingerprint = office_name, fingerprint

    def start_copying(self, shares: RecoveryShares, holders: list[str]) -> None:
        """Show the first sheet, covered."""
        self._shares, self._holders = shares, holders
        self._show_sheet(1)

    def clear_secrets(self) -> None:
        """Forget the words."""
        self._shares = None
        self.sheet_number = 0
        self.table.set_words(())

    def _show_sheet(self, number: int) -> None:
        if self._shares is None:
            return
        self.sheet_number = number
        self.asked_positions = tuple(
            sorted(secrets.SystemRandom().sample(range(1, WORDS_PER_SHEET + 1), _ASKED_WORDS))
        )
        self.cards.show_progress(self._holders, number)
        text = QCoreApplication.translate("Wizard", "{count} words of sheet {number}")
        self.title.setText(text.format(count=WORDS_PER_SHEET, number=number))
        self.table.set_words(self._shares.sheets[number - 1])
        self.blank_sheet_view.show_sheet(self._office_name, number, self._fingerprint)
        for field, answer, position in zip(
            self.labeled_answers, self.answers, self.asked_positions, strict=True
        ):
            answer.clear()
            label = QCoreApplication.translate("Wizard", "Word number {place}")
            field.set_label(label.format(place=position))
        self._show_covered(True)
        self.cover_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_sheet(self) -> bool:
        """Show the next sheet; False after the last."""
        if self.sheet_number >= SHEET_COUNT:
            return False
        self._show_sheet(self.sheet_number + 1)
        return True

    def correct_answers(self) -> list[bool]:
        """Return, for each word asked for, whether it is correct."""
        if self._shares is None:
            return [False] * _ASKED_WORDS
        pairs = zip(self.asked_positions, self.answers, strict=True)
        number = self.sheet_number
        return [
            self._shares.is_right_word(number, position, answer.text())
            for position, answer in pairs
        ]

    def obstacle(self) -> str:
        """Return why the next sheet cannot be shown yet, or ""."""
        if self.table.is_covered and all(self.correct_answers()):
            return ""
        if self.sheet_number < SHEET_COUNT:
            text = QCoreApplication.translate(
                "Wizard", "Cover, type both words right, then sheet {number}"
            )
            return text.format(number=self.sheet_number + 1)
        return QCoreApplication.translate("Wizard", "Cover, type both words right")

    @Slot()
    def toggle_cover(self) -> None:
        """Cover or show the words (F8)."""
        if self.table.is_covered:
            exclude_from_capture(self)
            self.table.uncover()
        else:
            self.table.cover()

    @Slot(bool)
    def _show_covered(self, is_covered: bool) -> None:
        self.cover_button.set_text(
            QCoreApplication.translate("Wizard", "Show the words")
            if is_covered
            else QCoreApplication.translate("Wizard", "Cover")
        )
        hint = QCoreApplication.translate("Wizard", "Type after covering")
        for answer in self.answers:
            answer.setEnabled(is_covered)
            answer.setPlaceholderText("" if is_covered else hint)
        if not is_covered:
            self.cover_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.answers[0].text() and self.isVisible():
            self.answers[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @Slot()
    def _check_answers(self) -> None:
        correct = self.correct_answers()
        for field, answer, is_correct in zip(
            self.labeled_answers, self.answers, correct, strict=True
        ):
            if is_correct:
                field.set_valid("")
            else:
                field.clear_state()
                answer.set_state("")
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F8 covers the words, or shows them."""
        if event.key() == Qt.Key.Key_F8:
            self.toggle_cover()
            event.accept()
            return
        super().keyPressEvent(event)
