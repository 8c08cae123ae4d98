"""The widgets of the audit log: filters, entries, and the cards beside them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.features.audit.audit_cards import AuditCards
from ui.features.audit.log_filters import LogFilters
from ui.features.audit.log_rows import log_columns
from ui.models.keyset_source import KeysetSource
from ui.models.paged_table_model import PagedTableModel
from ui.widgets.banner import Banner
from ui.widgets.data_table import DataTable
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane

translate = QCoreApplication.translate
_ROW_HEIGHT = 36
_WIDE_MIN_WIDTH = 980  # on a narrower page the table has three columns only


class ErrorTopic(Enum):
    """What the error in the banner is about; only a success on the same topic hides it."""

    LOG = "log"
    MACHINE = "machine"
    BACKUP = "backup"


class AuditPage(QWidget):
    """Holds the widgets; ``AuditScreen`` reads the log and calls the ``show_`` methods.

    ``row_selected(row number)``: from 0, -1 for none. Each other signal is emitted when the user
    asks for what its name says.
    """

    verification_wanted = Signal()
    health_wanted = Signal()
    row_selected = Signal(int)

    def __init__(
        self, people: Iterable[tuple[str, str]], parent: QWidget, *, may_manage: bool
    ) -> None:
        """``people`` are pairs of account id and name; ``may_manage`` shows backup locations."""
        super().__init__(parent)
        self._is_narrow = False
        self._error_topic: ErrorTopic | None = None
        self._build(people, may_manage=may_manage)
        self._lay_out()
        self.check_button.clicked.connect(self.verification_wanted)
        self.health_button.clicked.connect(self.health_wanted)
        self.model.page_loaded.connect(self._emit_selected_row)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)

    def _build(self, people: Iterable[tuple[str, str]], *, may_manage: bool) -> None:
        self.header = PageHeader(translate("Upkeep", "Log and backup"), self)
        check_text = translate("Upkeep", "Check the log")
        self.check_button = PushButton(check_text, self, "secondary", "refresh-cw", "F5")
        self.check_button.setObjectName("check_button")
        health_text = translate("Upkeep", "Health of this machine")
        self.health_button = PushButton(health_text, self, "secondary", "wrench")
        self.health_button.setObjectName("health_button")
        self.header.add_at_right(self.health_button)
        self.header.add_at_right(self.check_button)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.filters = LogFilters(people, self)
        self.table = DataTable(self)
        self.table.setObjectName("table")
        self.table.setAccessibleName(translate("Upkeep", "Entries, newest first"))
        self.table.set_row_height(_ROW_HEIGHT)
        self.model = PagedTableModel(log_columns(), self)
        self.table.set_paged_model(self.model)
        self.footer = QLabel("", self)
        self.footer.setProperty("role", "hint")
        self.cards = AuditCards(may_manage, self)

    def _lay_out(self) -> None:
        table_column = QVBoxLayout()
        table_column.setSpacing(theme().px(8))
        table_column.addWidget(self.filters)
        table_column.addWidget(self.table, 1)
        table_column.addWidget(self.footer)
        cards_pane = ScrollPane(self.cards, self)
        cards_pane.setFixedWidth(self.cards.width() + theme().px(14))
        body = QHBoxLayout()
        body.setSpacing(theme().px(14))
        body.addLayout(table_column, 1)
        body.addWidget(cards_pane)
        inner = QVBoxLayout()
        margin = theme().px(20)
        inner.setContentsMargins(margin, 0, margin, theme().px(12))
        inner.setSpacing(theme().px(12))
        inner.addWidget(self.banner)
        inner.addLayout(body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(inner, 1)

    def show_rows(self, source: KeysetSource) -> None:
        """Replace the entries and select the newest one."""
        self.clear_error(ErrorTopic.LOG)
        self.model.set_source(source)
        self.footer.setText("")
        self.cards.show_entry(None)
        if source.total():
            self.table.selectRow(0)

    def show_count(self, total: int | None) -> None:
        """Show the number of entries in the header; None while they are being counted."""
        text = ""
        if total is not None:
            text = translate("Upkeep", "{count} entries").format(count=display_format.number(total))
        self.header.set_subtitle(text)

    def show_error(self, topic: ErrorTopic, error: ReceptionError) -> None:
        """Show an error until ``clear_error`` is called with the same topic."""
        self._error_topic = topic
        self.banner.show_message("", error_sentence(error), "error")

    def clear_error(self, topic: ErrorTopic) -> None:
        """Hide the error if it is about this topic."""
        if self._error_topic is topic:
            self._error_topic = None
            self.banner.hide()

    @Slot(QModelIndex, QModelIndex)
    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.row_selected.emit(current.row())

    @Slot(int)
    def _emit_selected_row(self, _first_row: int) -> None:
        """Emit the selected row again: it may have been selected before it was read."""
        self.row_selected.emit(self.table.current_row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the search; in an empty search it moves the focus to the table."""
        search = self.filters.search
        if event.key() != Qt.Key.Key_Escape or not search.hasFocus():
            super().keyPressEvent(event)
        elif search.text():
            search.clear()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show fewer columns on a narrow page; the card beside the table shows every fact."""
        super().resizeEvent(event)
        self.filters.fit_width(self.width() - self.cards.width() - theme().px(76))
        is_narrow = self.width() < theme().px(_WIDE_MIN_WIDTH)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.model.set_columns(log_columns(is_narrow=is_narrow))
            self.table.set_paged_model(self.model)
