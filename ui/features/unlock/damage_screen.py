"""The screen for a register that cannot be opened: cause, what is still safe, next steps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from ui.appearance import icons
from ui.appearance.theme import theme
from ui.features.unlock.damage_texts import (
    WITHOUT_RESTORE,
    damage_title,
    next_steps,
    technical_line,
)
from ui.shell.screen import Screen
from ui.widgets import painting
from ui.widgets.card import Card, NumberSquare
from ui.widgets.icon_line import IconLine
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane

WIDTH = 920


class _DatabaseIcon(painting.PaintedWidget):
    def sizeHint(self) -> QSize:
        return QSize(theme().px(56), theme().px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.draw_box(painter, self.rect(), "dangerSoft", "dangerBorder", 6)
            inset = theme().px(14)
            icon_rect = self.rect().adjusted(inset, inset, -inset, -inset)
            icons.paint(painter, icon_rect, "database", "danger")


class DamageScreen(Screen):
    """Explains ``error``; ``folder`` is the folder of the office.

    Emits ``retry_wanted`` to open the register again, ``restore_wanted`` to restore a backup,
    ``close_wanted`` to close the program.
    """

    retry_wanted = Signal()
    restore_wanted = Signal()
    close_wanted = Signal()

    def __init__(
        self, error: ReceptionError, folder: Path, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._error = error
        self._folder = folder
        self._sentence = error_sentence(error, language)
        self.open_folder_button = PushButton(
            QCoreApplication.translate("Damaged", "Open the folder"),
            self,
            "primary",
            "folder-open",
            "Enter",
        )
        self.retry_button = PushButton(
            QCoreApplication.translate("Damaged", "Try again"), self, "secondary", "refresh-cw"
        )
        self.close_button = PushButton(
            QCoreApplication.translate("Damaged", "Close the program"), self, "secondary"
        )
        self.restore_button = PushButton(
            QCoreApplication.translate("Damaged", "Restore from a backup"),
            self,
            "secondary",
            "rotate-ccw",
        )
        self.restore_button.setVisible(error.code not in WITHOUT_RESTORE)
        self.restore_button.clicked.connect(self.restore_wanted)
        for name in ("open_folder_button", "retry_button", "close_button", "restore_button"):
            getattr(self, name).setObjectName(name)
        self._build()
        self.open_folder_button.clicked.connect(self._open_folder)
        self.retry_button.clicked.connect(self.retry_wanted)
        self.close_button.clicked.connect(self.close_wanted)

    def _build(self) -> None:
        px = theme().px
        content = QWidget(self)
        content.setMaximumWidth(px(WIDTH))
        column = QVBoxLayout(content)
        column.setSpacing(px(14))
        column.addStretch(1)
        column.addLayout(self._heading())
        cards = QHBoxLayout()
        cards.setSpacing(px(16))
        cards.addWidget(self._safe_data_card(), 2, Qt.AlignmentFlag.AlignTop)
        cards.addWidget(self._steps_card(), 3, Qt.AlignmentFlag.AlignTop)
        column.addLayout(cards)
        buttons = QHBoxLayout()
        warning = QCoreApplication.translate(
            "Damaged", "Do not delete or overwrite anything in the folder of the data."
        )
        column.addWidget(IconLine("info", warning, content))
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.restore_button)
        buttons.addWidget(self.retry_button)
        buttons.addWidget(self.close_button)
        column.addLayout(buttons)
        column.addStretch(2)
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.addStretch(1)
        row.addWidget(content, 1000)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPane(page, self))  # at large scales it is taller than the window

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(_DatabaseIcon(self), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        title = QLabel(damage_title(self._error.code), self)
        title.setProperty("role", "title")
        body = QLabel(self._sentence, self)
        body.setObjectName("sentence")
        body.setProperty("role", "secondary")
        body.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(body)
        row.addLayout(column, 1)
        return row

    def _safe_data_card(self) -> Card:
        card = Card(QCoreApplication.translate("Damaged", "What is still safe"), self)
        card.set_follows_focus(False)
        for icon, text, tone in (
            (
                "circle-check",
                QCoreApplication.translate("Damaged", "Nothing was written or changed"),
                "ok",
            ),
            (
                "circle-check",
                QCoreApplication.translate("Damaged", "Identities are still encrypted"),
                "ok",
            ),
            (
                "circle-check",
                QCoreApplication.translate("Damaged", "This machine still knows the last number"),
                "ok",
            ),
            (
                "triangle-alert",
                QCoreApplication.translate("Damaged", "A visit being typed may be lost"),
                "warn",
            ),
        ):
            card.body.addWidget(IconLine(icon, text, card, tone))
        return card

    def _steps_card(self) -> Card:
        card = Card(QCoreApplication.translate("Damaged", "Do in this order"), self)
        card.set_follows_focus(False)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(2))
        grid.setColumnStretch(1, 1)
        for index, (instruction, explanation) in enumerate(next_steps(self._error.code)):
            number = NumberSquare(index + 1, card)
            number.set_active(index == 0)
            grid.addWidget(number, index * 3, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
            title, text_label = QLabel(instruction, card), QLabel(explanation, card)
            title.setProperty("role", "subheading")
            text_label.setProperty("role", "secondary")
            text_label.setWordWrap(True)
            grid.addWidget(title, index * 3, 1)
            grid.addWidget(text_label, index * 3 + 1, 1)
            grid.setRowMinimumHeight(index * 3 + 2, theme().px(10))
        if self._error.code not in WITHOUT_RESTORE:
            grid.addWidget(self.open_folder_button, 0, 2, 2, 1)
        else:
            self.open_folder_button.hide()
        card.body.addLayout(grid)
        line = QFrame(card)
        line.setProperty("line", True)
        card.body.addWidget(line)
        text = QCoreApplication.translate("Damaged", "For the administrator: {code}")
        self.technical_label = QLabel(text.format(code=technical_line(self._error)), card)
        self.technical_label.setProperty("role", "hint")
        self.technical_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self.technical_label)
        return card

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def on_entered(self) -> None:
        first_button = (
            self.retry_button if self.open_folder_button.isHidden() else self.open_folder_button
        )
        first_button.setFocus(Qt.FocusReason.OtherFocusReason)
