"""What stands on the page of the log: filters, entries, and the side beside them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.features.audit.audit_side import AuditSide
from ui.features.audit.log_rows import GROUPS, group_words, log_columns
from ui.models.paged_table import PagedTable
from ui.widgets.banner import Banner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.data_table import DataTable
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.scroll_pane import ScrollPane
from ui.widgets.search_field import SearchField

translate = QCoreApplication.translate
_LOG_ROW = 36
_NARROW = 980  # width of the page below which two columns go


class AuditPage(QWidget):
    """Header, filters, table and side of the log; :class:`AuditScreen` makes them work."""

    def __init__(self, people: Iterable[tuple[str, str]], parent: QWidget, *, may: bool) -> None:
        """Make the page; ``people`` are (id, name), ``may`` whether backups are theirs to make."""
        super().__init__(parent)
        self._narrow = False
        self._build(people, may=may)
        self._lay_out()

    def _build(self, people: Iterable[tuple[str, str]], *, may: bool) -> None:
        self.header = PageHeader(translate("Upkeep", "Log and backup"), self)
        text = translate("Upkeep", "Check the log")
        self.check_button = PushButton(text, self, "secondary", "refresh-cw", "F5")
        self.check_button.setObjectName("check_button")
        health = translate("Upkeep", "Health of this machine")
        self.health_button = PushButton(health, self, "secondary", "wrench")
        self.health_button.setObjectName("health_button")
        self.header.add_side(self.health_button)
        self.header.add_side(self.check_button)
        self.banner = Banner("error", self)
        self.banner.hide()
        find = translate("Upkeep", "Visit or entry number")
        self.search = SearchField(translate("Upkeep", "Search"), find, "Ctrl+F", self)
        self.search.setObjectName("search")
        self.days = ChoiceBox(self)
        self.days.setObjectName("days")
        self.days.setAccessibleName(translate("Upkeep", "Time"))
        for words, count in (
            (translate("Upkeep", "Every day"), -1),
            (translate("Upkeep", "Today"), 0),
            (translate("Upkeep", "7 days"), 6),
            (translate("Upkeep", "30 days"), 29),
        ):
            self.days.add(words, count)
        self.group = ChoiceBox(self)
        self.group.setObjectName("group")
        self.group.setAccessibleName(translate("Upkeep", "Acts"))
        self.group.add(translate("Upkeep", "Acts: all"), "")
        for group in GROUPS:
            self.group.add(group_words(group), group)
        self.who = ChoiceBox(self)
        self.who.setObjectName("who")
        self.who.setAccessibleName(translate("Upkeep", "Person"))
        self.who.add(translate("Upkeep", "Person: all"), "")
        for user_id, name in people:
            self.who.add(name, user_id)
        self.table = DataTable(self)
        self.table.setObjectName("table")
        self.table.setAccessibleName(translate("Upkeep", "Entries, newest first"))
        self.table.set_row_height(_LOG_ROW)
        self.model = PagedTable(log_columns(), self)
        self.table.set_paged_model(self.model)
        self.foot = QLabel("", self)
        self.foot.setProperty("role", "hint")
        self.side = AuditSide(may, self)

    def _lay_out(self) -> None:
        filters = self._filters()
        left = QVBoxLayout()
        left.setSpacing(theme().px(8))
        left.addLayout(filters)
        left.addWidget(self.table, 1)
        left.addWidget(self.foot)
        pane = ScrollPane(self.side, self)
        pane.setFixedWidth(self.side.width() + theme().px(14))
        body = QHBoxLayout()
        body.setSpacing(theme().px(14))
        body.addLayout(left, 1)
        body.addWidget(pane)
        inner = QVBoxLayout()
        edge = theme().px(20)
        inner.setContentsMargins(edge, 0, edge, theme().px(12))
        inner.setSpacing(theme().px(12))
        inner.addWidget(self.banner)
        inner.addLayout(body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(inner, 1)

    def _filters(self) -> QBoxLayout:
        """Two pairs in one row, or one above the other where the page is narrow."""
        self._pairs = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pairs.setSpacing(theme().px(8))
        for pair in ((self.search, self.days), (self.group, self.who)):
            row = QHBoxLayout()
            row.setSpacing(theme().px(8))
            for part in pair:
                row.addWidget(part)
            row.addStretch(1)
            self._pairs.addLayout(row)
        return self._pairs

    def _fit_filters(self) -> None:
        parts = (self.search, self.days, self.group, self.who)
        wanted = sum(part.sizeHint().width() + theme().px(8) for part in parts)
        room = self.width() - self.side.width() - theme().px(76)
        above = QBoxLayout.Direction.TopToBottom
        beside = QBoxLayout.Direction.LeftToRight
        self._pairs.setDirection(above if wanted > room else beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave two columns to the side where the table is narrow."""
        super().resizeEvent(event)
        self._fit_filters()
        narrow = self.width() < theme().px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.model.set_columns(log_columns(narrow=narrow))
            self.table.set_paged_model(self.model)
