"""Section 3: papers received, and scans of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.visit import CopyState
from ui.appearance.theme import theme
from ui.features.visit_entry.form_state import PaperForm, ScanForm
from ui.features.visit_entry.paper_row import PaperRow
from ui.features.visit_entry.scan_row import ScanRow
from ui.shell import actions
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.push_button import PushButton
from ui.widgets.shortcut_label import ShortcutLabel
from ui.widgets.tab_order import remove_from_tab_order

translate = QCoreApplication.translate


class PapersCard(Card):
    """Section 3.

    Emits ``changed`` after each edit, ``scan_wanted`` to ask for a file, and
    ``scan_removed(index)`` when a scan is to be removed.
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
        self.attach_button = PushButton(translate("Desk", "Scan file"), self, "link", key=keys)
        self.add_button = PushButton(translate("Desk", "Add row"), self, "link")
        self.shortcut = ShortcutLabel(actions.first_key_text("entry.add_paper"), self)
        remove_from_tab_order(self.add_button, self.attach_button)
        for part in (self.attach_button, self.add_button, self.shortcut):
            self.add_at_right(part)
        self._column_headings = self._create_headings()
        self._row_column = QVBoxLayout()
        self._row_column.setSpacing(theme().px(6))
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
        self.body.addWidget(self._column_headings)
        self._scan_list = QVBoxLayout()
        self._scan_list.setSpacing(0)
        self.body.addLayout(self._row_column)
        self.body.addLayout(self._scan_list)
        self.body.addWidget(self.empty_hint)
        self.body.addWidget(self.slip_hint)
        self.body.addStretch(1)
        self.add_button.clicked.connect(self.add_paper)
        self.attach_button.clicked.connect(self.scan_wanted)
        self._refresh()

    def _create_headings(self) -> QWidget:
        px = theme().px
        headings = QWidget(self)
        row = QHBoxLayout(headings)
        row.setContentsMargins(px(22), 0, px(34), 0)
        row.setSpacing(px(8))
        for text, width in (
            (translate("Desk", "Name, condition"), 0),
            (translate("Desk", "Pages"), 55),
            (translate("Desk", "Copy"), 121),
        ):
            label = QLabel(text, headings)
            label.setProperty("role", "label")
            if width:
                label.setFixedWidth(px(width))
            row.addWidget(label, 0 if width else 1)
        return headings

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
        row.copy_state.choose((paper.copy_state or usual).value)
        row.changed.connect(self._edited)
        row.removal_wanted.connect(self._remove)
        self.rows.append(row)
        self._row_column.addWidget(row)
        self._refresh()
        return row

    @Slot(object)
    def _remove(self, row: PaperRow) -> None:
        index = self.rows.index(row)
        self.rows.remove(row)
        self._row_column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._refresh()
        next_focus = self.rows[min(index, len(self.rows) - 1)].name if self.rows else self
        next_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @Slot()
    def _edited(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            row.number_label.setText(str(number))
        has_rows = bool(self.rows)
        self._column_headings.setVisible(has_rows)
        self.empty_hint.setVisible(not has_rows)
        self.slip_hint.setVisible(not has_rows)
        pages = sum(row.pages.value() for row in self.rows if row.name.text().strip())
        parts = []
        if pages:
            parts.append(translate("Desk", "{count} pages").format(count=pages))
        self.set_subtitle(" · ".join(parts))

    def show_scans(self, scans: Sequence[ScanForm]) -> None:
        """List the attached scans, each with a button to remove it."""
        for scan_row in self._scans:
            self._scan_list.removeWidget(scan_row)
            scan_row.hide()
            scan_row.deleteLater()
        self._scans = [ScanRow(index, scan, self) for index, scan in enumerate(scans)]
        for scan_row in self._scans:
            scan_row.removal_wanted.connect(self.scan_removed)
            self._scan_list.addWidget(scan_row)
        self._refresh()

    def collect(self) -> tuple[PaperForm, ...]:
        return tuple(row.collect() for row in self.rows)

    def show_form(self, papers: Sequence[PaperForm]) -> None:
        """Show rows; nothing is emitted."""
        for row in self.rows:
            self._row_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows.clear()
        for paper in papers:
            self._add(paper)
        self._refresh()
