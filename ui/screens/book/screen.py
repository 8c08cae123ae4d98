"""The register: every visit, newest first, by pseudonym; everything by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reception.domain.errors import ReceptionError
from reception.domain.staff import Right
from reception.messages.book import say_error
from ui import actions
from ui import format as shown
from ui.dialogs.verify_log import VerifyLog
from ui.models.paged_table import PAGE, PagedTable
from ui.models.register_rows import RegisterSource, columns
from ui.screens.book.column_menu import ColumnMenu
from ui.screens.book.filters import FilterRow
from ui.screens.book.story import StoryPanel
from ui.settings_file import SettingsFile
from ui.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton
from ui.widgets.page_header import PageHeader
from ui.widgets.register_table import RegisterTable
from ui.work.worker import Runner

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register import RegisterRow, VisitStory

translate = QCoreApplication.translate
_BESIDE = 1120  # width of the page up to which the story lies over the table (window of 1180)
_WIDE = 1380  # width of the page from which three more columns fit (window of 1600)


class RegisterScreen(QWidget):
    """``new_visit_wanted()``, ``report_wanted()``, ``import_wanted()``,
    ``print_book_wanted(since, until)``."""

    new_visit_wanted = Signal()
    print_book_wanted = Signal(object, object)
    report_wanted = Signal()
    import_wanted = Signal()

    def __init__(
        self, reception: Reception, runner: Runner, parent: QWidget, settings: SettingsFile
    ) -> None:
        """Make the page; rows are read when it is first shown."""
        super().__init__(parent)
        self._reception = reception
        self._runner = runner
        self._wide = False
        self._settings = settings
        self._told: int | None = None  # the visit whose story was asked for
        self._sought: int | None = None  # the visit to stand on again once its page is here
        self._source = RegisterSource(reception, runner, self)
        self._build()
        self._wire()

    def _build(self) -> None:
        settings = self._reception.session.settings()
        today = self._reception.session.today()
        self.header = PageHeader(translate("Register", "Register of visits"), self)
        print_text = translate("Register", "Print book (Mẫu 03/TCD)")
        self.print_button = KeyButton(print_text, self, icon="printer", key="Ctrl+P")
        self.print_button.setObjectName("print_button")
        new_text = translate("Register", "New visit")
        self.new_button = KeyButton(new_text, self, "primary", "plus", "Ctrl+N")
        self.new_button.setObjectName("new_button")
        self.more_button = self._more()
        self.header.add_side(self.more_button)
        self.header.add_side(self.print_button)
        self.header.add_side(self.new_button)
        soon = self._reception.calendars.calendar().add_working_days(today, 2)
        self.filters = FilterRow(today, soon, settings.month_starts_on, self)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.table = RegisterTable(self)
        self.table.setObjectName("table")
        self.table.setAccessibleName(translate("Register", "Visits, newest first"))
        self.model = PagedTable(columns(False, self.column_menu.chosen()), self)
        self.table.set_paged_model(self.model)
        self.empty = EmptyState(
            "book-open",
            translate("Register", "No visit found"),
            translate("Register", "Visits entered at the desk stand here, names sealed."),
            self,
            translate("Register", "Drop the filters"),
        )
        self.empty.hide()
        self.story = StoryPanel(self)
        self.story.hide()
        self.foot = QLabel("", self)
        self.foot.setProperty("role", "hint")
        self._lay_out()

    def _more(self) -> QToolButton:
        """Return the button with the acts that are wanted now and then."""
        button = QToolButton(self)
        button.setObjectName("more_button")
        button.setText(translate("Register", "More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(translate("Register", "Month's report"), self.report_wanted.emit)
        if self._reception.session.may(Right.IMPORT):
            menu.addAction(translate("Register", "Bring an Excel register in"), self.bring_in)
        menu.addAction(translate("Register", "Check the log"), self.verify)
        self.column_menu = ColumnMenu(self._settings, button)
        menu.addSeparator()
        menu.addMenu(self.column_menu)
        button.setMenu(menu)
        return button

    @Slot()
    def bring_in(self) -> None:
        """Ask for the import of an Excel register."""
        self.import_wanted.emit()

    @Slot()
    def verify(self) -> None:
        """Open the walk through the log."""
        dialog = VerifyLog(self._reception, self._runner, self.window())
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme().px(8))
        left.addWidget(self.table, 1)
        left.addWidget(self.empty, 1)
        left.addWidget(self.foot)
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

    def _wire(self) -> None:
        self.filters.changed.connect(self.read)
        self.column_menu.changed.connect(self._show_columns)
        self.empty.used.connect(self.filters.drop)
        self._source.ready.connect(self._ready)
        self._source.grown.connect(self._grown)
        self._source.failed.connect(self._failed)
        self.print_button.clicked.connect(self.print_book)
        self.new_button.clicked.connect(self.new_visit_wanted)
        self.model.page_arrived.connect(self._page_arrived)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        actions.create("search", self, self.seek)
        actions.create("print", self, self.print_book)

    def entered(self) -> None:
        """Read the register anew and put the focus into the table."""
        self.read_again()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def read(self) -> None:
        """Read what the filters choose."""
        self._sought = None
        self._source.show(self.filters.chosen())

    @Slot()
    def read_again(self) -> None:
        """Read the same rows anew and stay on the same visit; the newest row stays the newest."""
        sought = self._told if self.table.current_row() > 0 else None
        self.read()
        self._sought = sought

    @Slot()
    def seek(self) -> None:
        """Put the focus into the search field."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    @Slot()
    def print_book(self) -> None:
        """Ask for the book of the days that are shown."""
        self.print_book_wanted.emit(*self.filters.period())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the search, then leaves it; in the table it closes the story."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filters.search.hasFocus() and self.filters.search.text():
            self.filters.search.clear()
        elif self.filters.search.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.story.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more columns and a wider story where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_WIDE)
        self._place_story()
        if wide != self._wide:
            self._wide = wide
            self.column_menu.set_wide(wide)
            self.story.set_wide(wide)
            self._show_columns()

    def _place_story(self) -> None:
        """Beside the table where there is room, else over its right end (Esc closes it)."""
        over = self.width() < theme().px(_BESIDE)
        inside = self._body.indexOf(self.story) >= 0
        if over == inside:
            if over:
                self._body.removeWidget(self.story)
            else:
                self._body.addWidget(self.story)
        if over:
            place = self.table if self.table.isVisible() else self.empty
            right = place.mapTo(self, place.rect().topRight())
            width = min(self.story.width(), place.width())
            self.story.setGeometry(right.x() - width + 1, right.y(), width, place.height())
            self.story.raise_()

    @Slot()
    def _show_columns(self) -> None:
        """Show the columns chosen; the row one stands on stays."""
        row = self.table.current_row()
        self.model.set_columns(columns(self._wide, self.column_menu.chosen()))
        self.table.set_paged_model(self.model)
        if row >= 0:
            self.table.selectRow(row)

    @Slot()
    def _ready(self) -> None:
        total = self._source.total()
        self.banner.hide()
        self.model.set_source(self._source)
        self._show_count()
        self._show_empty(total == 0)
        self.foot.setText("")
        self.story.hide()
        self._told = None
        if self._sought is not None:
            self._seek()
        elif total:
            self.table.selectRow(0)

    @Slot()
    def _grown(self) -> None:
        self.model.grow()
        self._show_count()
        self._show(self.table.current_row())
        if self._sought is not None:
            self._seek()

    def _show_count(self) -> None:
        words = ""
        if self._source.complete:
            count = shown.number(self._source.total())
            words = translate("Register", "{count} visits").format(count=count)
        self.header.set_subtitle(words)

    def _seek(self) -> None:
        """Stand on the visit sought, or the one next older, as soon as its page is here."""
        if not self._source.complete:
            return
        first = self._source.page_of(self._sought or 0)
        page = [self.model.row_at(row) for row in range(first, min(first + PAGE, self.total()))]
        if not page or page[0] is None:
            return
        older = [place for place, row in enumerate(page) if row.visit_id <= (self._sought or 0)]  # type: ignore[attr-defined]
        self._sought = None
        row = first + (older[0] if older else len(page) - 1)
        self.table.selectRow(row)
        self.table.scrollTo(self.model.index(row, 0), QTableView.ScrollHint.PositionAtCenter)

    def total(self) -> int:
        """Return how many rows there are."""
        return self.model.rowCount()

    def _show_empty(self, nothing: bool) -> None:
        """Say why there is no row; the focus stays on this page."""
        looked = self.table.hasFocus()
        if self.filters.filtering():
            self.empty.set_text(
                translate("Register", "No visit found"),
                translate("Register", "Nothing fits the search and the filters chosen."),
            )
        else:
            self.empty.set_text(
                translate("Register", "No visit yet"),
                translate("Register", "Visits entered at the desk stand here, names sealed."),
            )
        self.empty.button.setVisible(self.filters.filtering())
        self.table.setVisible(not nothing)
        self.empty.setVisible(nothing)
        if looked and nothing:
            self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        self.banner.say("", say_error(error), "error")
        self.banner.show()

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._show(current.row())

    @Slot(int)
    def _page_arrived(self, _first: int) -> None:
        if self._sought is not None:
            self._seek()
        self._show(self.table.current_row())

    def _show(self, place: int) -> None:
        row = self.model.row_at(place) if place >= 0 else None
        if row is None:
            return
        total = shown.number(self._source.total()) if self._source.complete else "…"
        words = translate("Register", "Row {row} of {total}")
        self.foot.setText(words.format(row=shown.number(place + 1), total=total))
        self._read_story(row)  # type: ignore[arg-type]

    def _read_story(self, row: RegisterRow) -> None:
        if row.visit_id == self._told:
            return
        self._told = row.visit_id
        self._runner.run(self._reception.register.story, row.visit_id, then=self._story_read)

    @Slot(object)
    def _story_read(self, story: VisitStory | None) -> None:
        if story is not None:
            self.story.show_story(story)
            self.story.show()
            self._place_story()
