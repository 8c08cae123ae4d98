"""List of pseudonyms with ticks: for whom an identity page is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from reception.services.papers.denouncer_identity_pages import PageCandidate

translate = QCoreApplication.translate
_VISIT_ID = Qt.ItemDataRole.UserRole
_LIST_HEIGHT, _ROW_HEIGHT, _ROW_WIDTH = 132, 28, 100


class _TickList(QListWidget):
    """Arrow keys move, Space ticks; Enter is left to the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)


class IdentityPageChoice(QWidget):
    """Nobody is ticked at first; ``changed`` after every tick."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        label = QLabel(translate("BookAsk", "For whom, by code"), self)
        label.setProperty("role", "label")
        self.count_label = QLabel("", self)
        self.count_label.setProperty("role", "hint")
        self.all_button = PushButton(translate("BookAsk", "Tick all"), self, "link")
        self.all_button.setObjectName("tick_all")
        self.list = _TickList(self)
        self.list.setObjectName("identity_page_choice")
        self.list.setAccessibleName(label.text())
        self.list.setFixedHeight(theme().px(_LIST_HEIGHT))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        label.setBuddy(self.list)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self.count_label)
        head.addWidget(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(3))
        column.addLayout(head)
        column.addWidget(self.list)
        self.list.itemChanged.connect(self._ticks_changed)
        self.all_button.clicked.connect(self._tick_all)
        self._show_count()

    def show_candidates(self, candidates: tuple[PageCandidate, ...]) -> None:
        """Fill the list; ticks of an earlier list are gone."""
        self.list.blockSignals(True)
        self.list.clear()
        template = translate("BookAsk", "{code} · visit {number}, {day}")
        for candidate in candidates:
            text = template.format(
                code=candidate.code,
                number=f"{candidate.number:04d}",
                day=display_format.day(candidate.received_on),
            )
            item = QListWidgetItem(text, self.list)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(theme().px(_ROW_WIDTH), theme().px(_ROW_HEIGHT)))
            item.setData(_VISIT_ID, candidate.visit_id)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._ticks_changed()

    def chosen(self) -> frozenset[int]:
        """Return the ids of the visits that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return frozenset(
            int(item.data(_VISIT_ID))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    @Slot()
    def _tick_all(self) -> None:
        """Tick everybody, or nobody if everybody is ticked."""
        every = len(self.chosen()) == self.list.count()
        state = Qt.CheckState.Unchecked if every else Qt.CheckState.Checked
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)
        self.list.blockSignals(False)
        self._ticks_changed()

    @Slot()
    def _ticks_changed(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        text = translate("BookAsk", "{chosen} of {all} ticked")
        self.count_label.setText(text.format(chosen=len(self.chosen()), all=self.list.count()))
        self.all_button.setEnabled(self.list.count() > 0)
