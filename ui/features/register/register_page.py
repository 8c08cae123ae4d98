"""The register's page: header, filters, table or what stands in its place, story beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from reception.domain.staff import Right
from ui.appearance.theme import theme
from ui.appearance.window_settings import WindowSettings
from ui.features.register.column_menu import ColumnMenu
from ui.features.register.empty_register import EmptyRegister
from ui.features.register.filter_row import FilterRow
from ui.features.register.story_panel import StoryPanel
from ui.features.register.table_footer import TableFooter
from ui.models.paged_table import PagedTable
from ui.models.register_rows import columns
from ui.widgets.banner import Banner
from ui.widgets.data_table import DataTable
from ui.widgets.data_table_delegate import ROW
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from reception.bootstrap import Reception

translate = QCoreApplication.translate
_BESIDE = 1120  # width of the page up to which the story lies over the table (window of 1180)
_WIDE = 1380  # width of the page from which three more columns fit (window of 1600)
ROWS_AWAITED = 8


class RegisterPage(QWidget):
    """Lays the register out; ``widened`` when another set of columns fits."""

    new_visit_wanted = Signal()
    import_wanted = Signal()
    report_wanted = Signal()
    widened = Signal()

    def __init__(self, reception: Reception, parent: QWidget, settings: WindowSettings) -> None:
        """Make the page without rows."""
        super().__init__(parent)
        self._settings = settings
        self._may_import = reception.session.may(Right.IMPORT)
        self._wide = False
        self._build(reception)

    @property
    def wide(self) -> bool:
        """Tell whether three more columns fit."""
        return self._wide

    def total(self) -> int:
        """Return how many rows there are."""
        return self.model.rowCount()

    def _build(self, reception: Reception) -> None:
        self.header = PageHeader(translate("Register", "Register of visits"), self)
        print_text = translate("Register", "Print book (Mẫu 03/TCD)")
        self.print_button = PushButton(print_text, self, icon="printer", key="Ctrl+P")
        self.print_button.setObjectName("print_button")
        new_text = translate("Register", "New visit")
        self.new_button = PushButton(new_text, self, "primary", "plus", "Ctrl+N")
        self.new_button.setObjectName("new_button")
        self.more_button = self._more()
        self.header.add_side(self.more_button)
        self.header.add_side(self.print_button)
        self.header.add_side(self.new_button)
        self.filters = _filters(reception, self)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.table = DataTable(self)
        self.table.setObjectName("table")
        self.table.setAccessibleName(translate("Register", "Visits, newest first"))
        self.model = PagedTable(columns(False, self.column_menu.chosen()), self)
        self.table.set_paged_model(self.model)
        self.empty = EmptyRegister(self.filters, self._may_import, self)
        self.empty.hide()
        self.foot = TableFooter(self)
        self.card = self._card()
        self.skeleton = Skeleton(self, ROWS_AWAITED, ROW)
        self.skeleton.hide()
        self.story = StoryPanel(self)
        self.story.hide()
        self._lay_out()

    def _card(self) -> QFrame:
        """Return the frame around the table and its foot."""
        card = QFrame(self)
        card.setProperty("pane", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.foot)
        return card

    def _more(self) -> QToolButton:
        """Return the button with the acts that are wanted now and then."""
        button = QToolButton(self)
        button.setObjectName("more_button")
        button.setText(translate("Register", "More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(translate("Register", "Month's report"), self.report_wanted.emit)
        if self._may_import:
            words = translate("Register", "Bring an Excel register in")
            menu.addAction(words, self.import_wanted.emit)
        self.verify_action = menu.addAction(translate("Register", "Check the log"))
        self.column_menu = ColumnMenu(self._settings, button)
        menu.addSeparator()
        menu.addMenu(self.column_menu)
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.card, 1)
        left.addWidget(self.empty, 1)
        self._body = body = QHBoxLayout()
        body.setSpacing(theme().px(14))
        body.addLayout(left, 1)
        body.addWidget(self.story)
        inner = QVBoxLayout()
        edge = theme().px(20)
        inner.setContentsMargins(edge, 0, edge, theme().px(12))
        inner.setSpacing(theme().px(12))
        inner.addWidget(self.filters)
        inner.addWidget(self.banner)
        inner.addLayout(body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(inner, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more columns and a wider story where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_WIDE)
        self.place_story()
        if wide != self._wide:
            self._wide = wide
            self.column_menu.set_wide(wide)
            self.story.set_wide(wide)
            self.widened.emit()

    def place_story(self) -> None:
        """Beside the table where there is room, else over its right end (Esc closes it)."""
        over = self.width() < theme().px(_BESIDE)
        self.foot.set_short(over)
        inside = self._body.indexOf(self.story) >= 0
        if over == inside:
            if over:
                self._body.removeWidget(self.story)
            else:
                self._body.addWidget(self.story)
        if over:
            place = self.card if self.card.isVisible() else self.empty
            right = place.mapTo(self, place.rect().topRight())
            width = min(self.story.width(), place.width())
            self.story.setGeometry(right.x() - width + 1, right.y(), width, place.height())
            self.story.raise_()

    def show_empty(self, nothing: bool) -> None:
        """Say why there is no row and how to go on; the focus stays on this page."""
        looked = self.table.hasFocus()
        if nothing:
            self.empty.tell()
        self.card.setVisible(not nothing)
        self.empty.setVisible(nothing)
        self.new_button.set_kind("secondary" if nothing else "primary")  # one primary a page
        if looked and nothing:
            first = self.empty.button
            (first if first.isVisible() else self.filters.search).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def await_rows(self) -> None:
        """Show grey rows if the rows asked for are not here in a moment."""
        if self.empty.isVisible():
            self.skeleton.wait(self.empty, framed=True)
        else:
            self.skeleton.wait(self.table.viewport())


def _filters(reception: Reception, parent: QWidget) -> FilterRow:
    return FilterRow(*days_now(reception), parent)


def days_now(reception: Reception) -> tuple[date, date, int]:
    """Return today, two working days on, and the day on which a month's window begins."""
    today = reception.session.today()
    soon = reception.office_calendar.calendar().add_working_days(today, 2)
    return today, soon, reception.session.settings().month_starts_on
