"""Check boxes of the set-up wizard for the two rights that no role includes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting


class RightOption(QWidget):
    """A check box that gives one right, its state in words, and an explanation below."""

    def __init__(
        self, name: str, icon: str, texts: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """``name`` is the object name of the check box; ``texts`` are title and explanation."""
        super().__init__(parent)
        px = theme().px
        self.checkbox = QCheckBox(self)
        self.checkbox.setObjectName(name)
        self.checkbox.setFixedWidth(px(28))  # without a text the check box is a small target
        title = QLabel(texts[0], self)
        title.setProperty("role", "subheading")
        title.setProperty("tone", "seal")
        self.checkbox.setAccessibleName(title.text())
        self.state_label = QLabel(self)
        self.state_label.setProperty("role", "secondary")
        explanation = QLabel(texts[1], self)
        explanation.setProperty("role", "secondary")
        explanation.setWordWrap(True)
        explanation.setContentsMargins(px(24), 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(6), px(12), px(8))
        column.setSpacing(0)
        column.addLayout(self._title_row(icon, title))
        column.addWidget(explanation)
        self.checkbox.toggled.connect(self._show_state)
        self._show_state(False)

    def _title_row(self, icon: str, title: QLabel) -> QHBoxLayout:
        px = theme().px
        picture = QLabel(self)
        picture.setPixmap(icons.pixmap(icon, "seal", px(15), self.devicePixelRatioF()))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.checkbox)
        row.addWidget(picture)
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(self.state_label)
        return row

    @Slot(bool)
    def _show_state(self, is_on: bool) -> None:
        self.state_label.setText(
            QCoreApplication.translate("Wizard", "On")
            if is_on
            else QCoreApplication.translate("Wizard", "Off")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hatched background of everything about seals."""
        with QPainter(self) as painter:
            path = painting.draw_box(painter, self.rect(), "sealSoft", "sealBorder", 4)
            painting.draw_hatching(painter, QRect(self.rect()), path)


class CustodyOption(RightOption):
    """Custody of denouncers' identities."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        texts = (
            translate("Wizard", "Custody of denouncers' identities"),
            translate(
                "Wizard",
                "Whoever holds it can open the identity of every denouncer when a request gives "
                "a reason. Given in writing; two people are advised. While nobody holds it, only "
                "recovery sheets open them.",
            ),
        )
        super().__init__("custody", "seal", texts, parent)


class ReadingOption(RightOption):
    """Reading the content of every denunciation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        texts = (
            translate("Wizard", "Reads every denunciation"),
            translate(
                "Wizard",
                "Reads what was denounced, never who denounced. At least one person. Others read "
                "what they received until the end of the next working day, or one visit handed to "
                "them.",
            ),
        )
        super().__init__("reads_denunciations", "eye", texts, parent)
