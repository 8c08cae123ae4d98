"""The list of accounts: their names are the only data shown before unlocking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting

ROW_HEIGHT = 44


class AccountRow(QRadioButton):
    """One account: the first letter of the given name, the name, a tick when chosen."""

    def __init__(self, user_id: str, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.user_id = user_id
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(ROW_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Accept clicks anywhere on the row."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        px, is_chosen = theme().px, self.isChecked()
        with QPainter(self) as painter:
            edge = "accent" if is_chosen else ("text2" if self.underMouse() else "border")
            painting.draw_box(
                painter,
                self.rect(),
                "accentSoft" if is_chosen else "surface",
                edge,
                6,
                2 if is_chosen else 1,
            )
            if self.hasFocus():
                inner = self.rect().adjusted(3, 3, -3, -3)
                painting.draw_box(painter, inner, "", "accent", 4, 1)
            square = QRect(px(13), (self.height() - px(28)) // 2, px(28), px(28))
            painting.draw_box(painter, square, "accent" if is_chosen else "sunken", "", 4)
            letter = self.text().split(" ")[-1][:1].upper()
            color = "onAccent" if is_chosen else "text2"
            painting.draw_text(
                painter,
                square,
                letter,
                theme().font("strong"),
                color,
                Qt.AlignmentFlag.AlignHCenter,
            )
            text_rect = self.rect().adjusted(px(53), 0, -px(40), 0)
            painting.draw_text(painter, text_rect, self.text(), theme().font("subheading"), "text")
            if is_chosen:
                side = px(18)
                left = self.width() - px(13) - side
                tick_rect = QRect(left, (self.height() - side) // 2, side, side)
                icons.paint(painter, tick_rect, "circle-check", "accent")


class AccountList(QWidget):
    """Exactly one account is chosen; ``chosen(user id)`` when another one is."""

    chosen = Signal(str)

    def __init__(self, accounts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``accounts`` are pairs of user id and name; the first is chosen."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        self._group = QButtonGroup(self)
        self.rows: list[AccountRow] = []
        for user_id, name in accounts:
            row = AccountRow(user_id, name, self)
            row.setObjectName(f"account_{user_id}")
            self._group.addButton(row)
            column.addWidget(row)
            self.rows.append(row)
        if self.rows:
            self.rows[0].setChecked(True)
        self._group.buttonToggled.connect(self._report_choice)

    def chosen_user_id(self) -> str:
        """Return the id of the chosen account, "" without accounts."""
        return next((row.user_id for row in self.rows if row.isChecked()), "")

    def chosen_name(self) -> str:
        """Return the name of the chosen account, "" without accounts."""
        return next((row.text() for row in self.rows if row.isChecked()), "")

    def choose(self, user_id: str) -> None:
        """Choose an account; an unknown id changes nothing."""
        for row in self.rows:
            if row.user_id == user_id:
                row.setChecked(True)

    @Slot("QAbstractButton*", bool)
    def _report_choice(self, row: QWidget, is_checked: bool) -> None:
        if is_checked and isinstance(row, AccountRow):
            self.chosen.emit(row.user_id)
