"""The table of an import preview, filtered by the result of reading each line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.exchange.register_import.column_headings import Column
from reception.services.register_import.import_preview import ImportPreview
from reception.services.register_import.preview_lines import LineState, PreviewLine, PreviewLines
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.features.register_import.preview_rows import ImportSource, columns
from ui.models.paged_table import PagedTable
from ui.widgets.data_table import DataTable
from ui.widgets.icon_line import IconLine
from ui.widgets.segmented_control import SegmentedControl

translate = QCoreApplication.translate
ALL, IMPORTABLE, NEAR_PROBLEMS, LEFT_OUT = "all", "importable", "near_problems", "left_out"
_MIN_HEIGHT = 300


class PreviewTable(QFrame):
    """Empty until a preview is shown; lines near problems are shown first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self.setMinimumHeight(theme().px(_MIN_HEIGHT))
        self._indexes: dict[str, Sequence[int]] = {}  # filter -> indexes of its lines
        self._lines: PreviewLines | None = None
        self.filter = SegmentedControl(self)
        self.filter.setObjectName("filter")
        self.form = QLabel("", self)
        self.form.setProperty("role", "hint")
        self.form.setMinimumWidth(1)  # the first text to shrink in a narrow window
        self.table = DataTable(self)
        self.table.setObjectName("lines")
        self.table.setAccessibleName(translate("Import", "Lines of the file"))
        self.model = PagedTable(columns(), self)
        self.table.set_paged_model(self.model)
        self.reason = IconLine("circle-x", "", self, "error")
        self.reason.hide()
        sealed = translate("Import", "Names, addresses and numbers go straight into the seal")
        self.sealed_note = IconLine("seal", sealed, self)
        self._lay_out()
        self.filter.chosen.connect(self._show_filtered)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.model.page_loaded.connect(self._rows_loaded)

    def _lay_out(self) -> None:
        px = theme().px
        top = QHBoxLayout()
        top.setContentsMargins(px(12), px(10), px(12), px(8))
        top.setSpacing(px(8))
        top.addWidget(self.filter)
        top.addWidget(self.form, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(12), px(6), px(12), px(6))
        foot.setSpacing(px(2))
        foot.addWidget(self.reason)
        foot.addWidget(self.sealed_note)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def show_preview(self, preview: ImportPreview) -> None:
        lines = self._lines = PreviewLines(preview)
        self._indexes = {
            ALL: lines.all(),
            IMPORTABLE: lines.imported(),
            NEAR_PROBLEMS: lines.around_problems(),
            LEFT_OUT: lines.skipped(),
        }
        rejected = preview.rejected
        choices = {
            ALL: (translate("Import", "All {count}"), len(self._indexes[ALL])),
            IMPORTABLE: (translate("Import", "Can come in {count}"), len(preview.rows)),
            NEAR_PROBLEMS: (translate("Import", "Around problems {count}"), rejected),
            LEFT_OUT: (translate("Import", "Left out {count}"), len(self._indexes[LEFT_OUT])),
        }
        self.filter.clear()
        for value, (text, count) in choices.items():
            self.filter.add(value, text.format(count=display_format.number(count)))
        self.filter.setAccessibleName(translate("Import", "Lines shown"))
        is_older_form = Column.KIND_PEOPLE in preview.sheet.columns
        form = translate("Import", "older form") if is_older_form else "Mẫu 03/TCD"
        template = translate("Import", "{count} columns found by title, {form}")
        self.form.setText(template.format(count=len(preview.sheet.columns), form=form))
        first = NEAR_PROBLEMS if rejected else ALL
        self.filter.choose(None)
        self.filter.choose(first)
        self._select_first_problem()

    def _select_first_problem(self) -> None:
        if self._lines is None:
            return
        for row, index in enumerate(self._indexes[str(self.filter.value())]):
            if self._lines.line(index).state is LineState.REJECTED:
                self.table.selectRow(row)
                return
            if self.filter.value() != NEAR_PROBLEMS:
                break
        self.table.selectRow(0)

    @Slot(object)
    def _show_filtered(self, value: object) -> None:
        if self._lines is None or value is None:
            return
        self.model.set_source(ImportSource(self._lines, self._indexes[str(value)]))
        self.reason.hide()
        self.table.scrollToTop()

    @Slot(QModelIndex, QModelIndex)
    def _row_changed(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_reason()

    @Slot(int)
    def _rows_loaded(self, _first: int) -> None:
        self._show_reason()

    def _show_reason(self) -> None:
        """Show the full reason of the selected line: the table elides long ones."""
        row_number = self.table.current_row()
        row = self.model.row_at(row_number) if row_number >= 0 else None
        is_rejected = isinstance(row, PreviewLine) and row.state is LineState.REJECTED
        if isinstance(row, PreviewLine) and is_rejected:
            template = translate("Import", "Row {line}: {why}")
            text = template.format(line=display_format.number(row.line), why=row.result)
            self.reason.set_line("circle-x", text, "error")
        self.reason.setVisible(is_rejected)

    def clear(self) -> None:
        """Remove the rows from memory: they hold identities."""
        self.model.set_source(None)
        self._lines = None
        self._indexes = {}
        self.reason.hide()

    def focus_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
