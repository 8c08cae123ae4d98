"""Box in which a custodian types the own password again, beside the count of the month."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.labeled_field import LabeledField
from ui.widgets.password_field import PasswordField

translate = QCoreApplication.translate
_FIELD_WIDTH = 280


class OwnPasswordBox(QWidget):
    """Emits ``changed`` when something is typed; ``opened_this_month`` counts earlier openings."""

    changed = Signal()

    def __init__(
        self, member_name: str, month: int, opened_this_month: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        px = theme().px
        self.password = PasswordField(self)
        self.password.setObjectName("own_password")
        label = translate("Reveal", "Password of {name}").format(name=member_name)
        field = LabeledField(label, self.password, self)
        field.setFixedWidth(px(_FIELD_WIDTH))
        number = translate("Reveal", "Opening number {count} of month {month}.")
        self.count_label = QLabel(number.format(count=opened_this_month + 1, month=month), self)
        self.count_label.setProperty("role", "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(10), px(14), px(10))
        row.setSpacing(px(16))
        row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._texts(), 1)
        self.password.textChanged.connect(self.changed)

    def _texts(self) -> QVBoxLayout:
        notice = QLabel(
            translate(
                "Reveal",
                "The head is told: who, code, ground, words. The monthly report has the number, "
                "never a name.",
            ),
            self,
        )
        notice.setProperty("role", "secondary")
        notice.setWordWrap(True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.count_label)
        texts.addWidget(notice)
        texts.addStretch(1)
        return texts

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.draw_box(painter, self.rect(), "sealSoft", "sealBorder", 6)
