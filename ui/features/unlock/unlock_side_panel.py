"""The left part of the unlock screen: the name of the program and how it protects people."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.icon_line import IconLine

WIDTH = 520


class UnlockSidePanel(QWidget):
    """Does not name the office: before unlocking, only account names may be shown."""

    def __init__(self, machine_line: str, parent: QWidget | None = None) -> None:
        """``machine_line`` names this machine and the version of the program."""
        super().__init__(parent)
        px = theme().px
        self.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(56), px(56), px(56), px(34))
        column.setSpacing(0)
        mark = QLabel(self)
        mark.setPixmap(icons.pixmap("app-mark", "accent", px(56), self.devicePixelRatioF()))
        column.addWidget(mark)
        column.addSpacing(px(20))
        title = QLabel(QCoreApplication.translate("MainWindow", "Citizen reception register"), self)
        title.setProperty("role", "display")
        column.addWidget(title)
        column.addSpacing(px(4))
        subtitle = QLabel(
            QCoreApplication.translate("Unlock", "Receives citizens, keeps who they are to itself"),
            self,
        )
        subtitle.setProperty("role", "secondary")
        column.addWidget(subtitle)
        column.addStretch(1)
        column.addLayout(self._protection_points())
        column.addSpacing(px(30))
        self.machine_label = IconLine("hard-drive", machine_line, self, "ok")
        column.addWidget(self.machine_label)

    def _protection_points(self) -> QGridLayout:
        points = (
            (
                "seal",
                "seal",
                QCoreApplication.translate("Unlock", "Who came stays sealed"),
                QCoreApplication.translate(
                    "Unlock", "Screens show a code. Opening takes a right, a reason and the log."
                ),
            ),
            (
                "wifi-off",
                "text2",
                QCoreApplication.translate("Unlock", "No network"),
                QCoreApplication.translate(
                    "Unlock", "Data stay on this machine, encrypted, and are sent nowhere."
                ),
            ),
        )
        px = theme().px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for index, (icon, color, title, text) in enumerate(points):
            mark = QLabel(self)
            mark.setPixmap(icons.pixmap(icon, color, px(20), self.devicePixelRatioF()))
            mark.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(mark, index * 3, 0, 2, 1)
            title_label, text_label = QLabel(title, self), QLabel(text, self)
            title_label.setProperty("role", "subheading")
            text_label.setProperty("role", "secondary")
            text_label.setWordWrap(True)
            grid.addWidget(title_label, index * 3, 1)
            grid.addWidget(text_label, index * 3 + 1, 1)
            grid.setRowMinimumHeight(index * 3 + 2, px(16))
        return grid

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.theme_color("rail"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), painting.theme_color("border"))
