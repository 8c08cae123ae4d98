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
from ui.features.register_import.preview_rows import PreviewSource, columns
from ui.models.paged_table_model import PagedTableModel
from ui.widgets.data_table import DataTable
from ui.widgets.icon_line import IconLine
from ui.widgets.segmented_control import SegmentedControl

translate = QCoreApplication.translate
# Choices of the filter above the table.
ALL, IMPORTABLE, NEAR_PROBLEMS, LEFT_OUT = "all", "importable", "near_problems", "left_out"
_MIN_HEIGHT = 300


class PreviewTable(QFrame):
    """Empty until a preview is shown; the first filter shows the lines around problems."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self.setMinimumHeight(theme().px(_MIN_HEIGHT))
        self._indexes: dict[str, Sequence[int]] = {}  # filter -> indexes of its lines
        self._lines: PreviewLines | None = None
        self.line_filter = SegmentedControl(self)
        self.line_filter.setObjectName("filter")
        self.form_label = QLabel("", self)
        self.form_label.setProperty("role", "hint")
        self.form_label.setMinimumWidth(1)  # in a narrow window this text is shortened first
        self.table = DataTable(self)
        self.table.setObjectName("lines")
        self.table.setAccessibleName(translate("Import", "Lines of the file"))
        self.model = PagedTableModel(columns(), self)
        self.table.set_paged_model(self.model)
        self.reason_line = IconLine("circle-x", "", self, "error")
        self.reason_line.hide()
        sealed_text = translate("Import", "Names, addresses and numbers go straight into the seal")
        self.sealed_note = IconLine("seal", sealed_text, self)
        self._lay_out()
        self.line_filter.chosen.connect(self._show_filtered)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.model.page_loaded.connect(self._show_reason_of_page)

    def _lay_out(self) -> None:
        px = theme().px
        filter_row = QHBoxLayout()
        filter_row.setContentsMargins(px(12), px(10), px(12), px(8))
        filter_row.setSpacing(px(8))
        filter_row.addWidget(self.line_filter)
        filter_row.addWidget(self.form_label, 1)
        footer = QVBoxLayout()
        footer.setContentsMargins(px(12), px(6), px(12), px(6))
        footer.setSpacing(px(2))
        footer.addWidget(self.reason_line)
        footer.addWidget(self.sealed_note)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(filter_row)
        column.addWidget(self.table, 1)
        column.addLayout(footer)

    def show_preview(self, preview: ImportPreview) -> None:
        """Fill filter and table, and select the first line with a problem."""
        lines = self._lines = PreviewLines(preview)
        self._indexes = {
            ALL: lines.all_indexes(),
            IMPORTABLE: lines.importable_indexes(),
            NEAR_PROBLEMS: lines.indexes_around_problems(),
            LEFT_OUT: lines.skipped_indexes(),
        }
        rejected = preview.rejected
        choices = {
            ALL: (translate("Import", "All {count}"), len(self._indexes[ALL])),
            IMPORTABLE: (translate("Import", "Can come in {count}"), len(preview.rows)),
            NEAR_PROBLEMS: (translate("Import", "Around problems {count}"), rejected),
            LEFT_OUT: (translate("Import", "Left out {count}"), len(self._indexes[LEFT_OUT])),
        }
        self.line_filter.clear()
        for value, (text, count) in choices.items():
            self.line_filter.add(value, text.format(count=display_format.number(count)))
        self.line_filter.setAccessibleName(translate("Import", "Lines shown"))
        is_older_form = Column.KIND_PEOPLE in preview.sheet.columns
        form_name = translate("Import", "older form") if is_older_form else "Mẫu 03/TCD"
        template = translate("Import", "{count} columns found by title, {form}")
        self.form_label.setText(template.format(count=len(preview.sheet.columns), form=form_name))
        first_filter = NEAR_PROBLEMS if rejected else ALL
        self.line_filter.choose(None)
        self.line_filter.choose(first_filter)
        self._select_first_problem()

    def _select_first_problem(self) -> None:
        if self._lines is None:
            return
        for row, index in enumerate(self._indexes[str(self.line_filter.value())]):
            if self._lines.line(index).state is LineState.REJECTED:
                self.table.selectRow(row)
                return
            if self.line_filter.value() != NEAR_PROBLEMS:
                break
        self.table.selectRow(0)

    @Slot(object)
    def _show_filtered(self, value: object) -> None:
        if self._lines is None or value is None:
            return
        self.model.set_source(PreviewSource(self._lines, self._indexes[str(value)]))
        self.reason_line.hide()
        self.table.scrollToTop()

    @Slot(QModelIndex, QModelIndex)
    def _row_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_reason()

    @Slot(int)
    def _show_reason_of_page(self, _first_row: int) -> None:
        self._show_reason()

    def _show_reason(self) -> None:
        """Show the whole reason of the selected line below the table, which elides long texts."""
        row_number = self.table.current_row()
        row = self.model.row_at(row_number) if row_number >= 0 else None
        is_rejected = isinstance(row, PreviewLine) and row.state is LineState.REJECTED
        if isinstance(row, PreviewLine) and is_rejected:
            template = translate("Import", "Row {line}: {why}")
            text = template.format(line=display_format.number(row.line), why=row.result)
            self.reason_line.set_line("circle-x", text, "error")
        self.reason_line.setVisible(is_rejected)

    def clear(self) -> None:
        """Remove the lines from memory, because their source contains identities."""
        self.model.set_source(None)
        self._lines = None
        self._indexes = {}
        self.reason_line.hide()

    def focus_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
