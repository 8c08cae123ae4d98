"""Section 3: papers received, and scans of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget

from reception.domain.visit import CopyState
from reception.law.statutory_words import COPY_STATE
from ui.appearance import icons
from ui.appearance.theme import theme
from ui.features.visit_entry.form_state import PaperForm, ScanForm
from ui.features.visit_entry.no_autocomplete import no_tab
from ui.features.visit_entry.scan_row import ScanRow
from ui.shell import actions
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.push_button import PushButton
from ui.widgets.shortcut_label import ShortcutLabel
from ui.widgets.text_field import TextField

translate = QCoreApplication.translate


class PaperRow(QWidget):
    """One paper; ``removed(row)`` on its button, or on Del while it is empty."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = QLabel(self)
        self.number.setProperty("role", "hint")
        self.name = TextField(self)
        self.pages = QSpinBox(self)
        self.copy = ChoiceBox(self)
        self.remove_button = QToolButton(self)
        self._lay_out()
        self.name.textChanged.connect(self.changed)
        self.pages.valueChanged.connect(self._changed)
        self.copy.chosen.connect(self._changed)
        self.remove_button.clicked.connect(self._remove)

    def _lay_out(self) -> None:
        px = theme().px
        self.pages.setRange(0, 9999)
        self.pages.setValue(1)
        self.pages.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.pages.lineEdit().setTextMargins(px(8), 0, 0, 0)
        self.pages.setFixedWidth(px(55))
        self.copy.setFixedWidth(px(121))
        for state in (CopyState.ORIGINAL, CopyState.CERTIFIED, CopyState.PHOTOCOPY):
            self.copy.add(_COPY.get(state, COPY_STATE[state]), state.value)
        self.remove_button.setIcon(icons.icon("x", "text2"))
        self.remove_button.setAutoRaise(True)
        no_tab(self.remove_button)
        self.remove_button.setAccessibleName(translate("Desk", "Remove the paper"))
        self.name.setAccessibleName(translate("Desk", "Name of the paper"))
        self.pages.setAccessibleName(translate("Desk", "Pages"))
        self.copy.setAccessibleName(translate("Desk", "Kind of copy"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self.number.setFixedWidth(px(14))
        row.addWidget(self.number)
        row.addWidget(self.name, 1)
        row.addWidget(self.pages)
        row.addWidget(self.copy)
        row.addWidget(self.remove_button)

    def collect(self) -> PaperForm:
        pages = self.pages.value()
        return PaperForm(
            name=self.name.text(),
            pages=pages,
            copy_state=CopyState(str(self.copy.value())),
            touched=pages > 1,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove an empty row on Del."""
        if event.key() == Qt.Key.Key_Delete and not self.name.text().strip():
            self._remove()
            return
        super().keyPressEvent(event)

    @Slot()
    def _changed(self, _value: object = None) -> None:
        self.changed.emit()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self)


_COPY = {CopyState.CERTIFIED: "Bản chứng thực"}


class PapersCard(Card):
    """Section 3.

    ``changed`` after each edit, ``scan_wanted`` asks for a file, ``scan_removed(index)`` to remove
    a scan.
    """

    changed = Signal()
    scan_wanted = Signal()
    scan_removed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("Desk", "Papers received"), parent, 3)
        self.setProperty("dense", True)
        self.rows: list[PaperRow] = []
        self._scans: list[ScanRow] = []
        keys = actions.first_key_text("entry.attach")
        self.attach = PushButton(translate("Desk", "Scan file"), self, "link", key=keys)
        self.add = PushButton(translate("Desk", "Add row"), self, "link")
        self.shortcut = ShortcutLabel(actions.first_key_text("entry.add_paper"), self)
        no_tab(self.add, self.attach)
        for part in (self.attach, self.add, self.shortcut):
            self.add_right(part)
        self._heads = self._head_row()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px(6))
        self.empty_hint = QLabel(
            translate("Desk", "No rows yet. Without papers no form 02/TCD is made."), self
        )
        self.empty_hint.setProperty("role", "secondary")
        self.empty_hint.setWordWrap(True)
        self.slip_hint = Banner(
            "info",
            self,
            translate("Desk", "Return slip (A5)"),
            translate("Desk", "Day of visit, day of answer and return code. No name, no kind."),
            "printer",
        )
        self.body.setSpacing(theme().px(6))
        self.body.addWidget(self._heads)
        self._scan_list = QVBoxLayout()
        self._scan_list.setSpacing(0)
        self.body.addLayout(self._list)
        self.body.addLayout(self._scan_list)
        self.body.addWidget(self.empty_hint)
        self.body.addWidget(self.slip_hint)
        self.body.addStretch(1)
        self.add.clicked.connect(self.add_paper)
        self.attach.clicked.connect(self.scan_wanted)
        self._show()

    def _head_row(self) -> QWidget:
        px = theme().px
        heads = QWidget(self)
        row = QHBoxLayout(heads)
        row.setContentsMargins(px(22), 0, px(34), 0)
        row.setSpacing(px(8))
        for text, width in (
            (translate("Desk", "Name, condition"), 0),
            (translate("Desk", "Pages"), 55),
            (translate("Desk", "Copy"), 121),
        ):
            label = QLabel(text, heads)
            label.setProperty("role", "label")
            if width:
                label.setFixedWidth(px(width))
            row.addWidget(label, 0 if width else 1)
        return heads

    @Slot()
    def add_paper(self) -> PaperRow:
        """Add an empty row and put the cursor into it."""
        row = self._add(PaperForm())
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        return row

    def _add(self, paper: PaperForm) -> PaperRow:
        row = PaperRow(self)
        row.name.setText(paper.name)
        row.pages.setValue(paper.pages)
        usual = CopyState.PHOTOCOPY if self.rows else CopyState.ORIGINAL
        row.copy.choose((paper.copy_state or usual).value)
        row.changed.connect(self._edited)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._list.addWidget(row)
        self._show()
        return row

    @Slot(object)
    def _remove(self, row: PaperRow) -> None:
        index = self.rows.index(row)
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._show()
        next_focus = self.rows[min(index, len(self.rows) - 1)].name if self.rows else self
        next_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @Slot()
    def _edited(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            row.number.setText(str(number))
        has_rows = bool(self.rows)
        self._heads.setVisible(has_rows)
        self.empty_hint.setVisible(not has_rows)
        self.slip_hint.setVisible(not has_rows)
        pages = sum(row.pages.value() for row in self.rows if row.name.text().strip())
        parts = []
        if pages:
            parts.append(translate("Desk", "{count} pages").format(count=pages))
        self.set_subtitle(" · ".join(parts))

    def show_scans(self, scans: Sequence[ScanForm]) -> None:
        """List the attached scans, each with a button to remove it."""
        for line in self._scans:
            self._scan_list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._scans = [ScanRow(index, scan, self) for index, scan in enumerate(scans)]
        for line in self._scans:
            line.removed.connect(self.scan_removed)
            self._scan_list.addWidget(line)
        self._show()

    def collect(self) -> tuple[PaperForm, ...]:
        return tuple(row.collect() for row in self.rows)

    def show_form(self, papers: Sequence[PaperForm]) -> None:
        """Show rows; nothing is emitted."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows.clear()
        for paper in papers:
            self._add(paper)
        self._show()
