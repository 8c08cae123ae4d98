"""The register: every visit, newest first, by pseudonym; everything by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from ui.appearance import display_format as shown
from ui.appearance.window_settings import WindowSettings
from ui.database_thread.task_runner import TaskRunner
from ui.features.audit.verification_dialog import LogVerificationDialog
from ui.features.register.filter_counting import FilterCounting
from ui.features.register.lifecycle_entry import LifecycleEntry
from ui.features.register.register_page import RegisterPage, days_now
from ui.models.paged_table import PAGE
from ui.models.register_rows import RegisterSource, columns
from ui.shell import actions

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register.register import RegisterRow, VisitStory

translate = QCoreApplication.translate


class RegisterScreen(RegisterPage):
    """``new_visit_wanted()``, ``report_wanted()``, ``import_wanted()``,
    ``print_book_wanted(since, until)``."""

    print_book_wanted = Signal(object, object)
    reveal_wanted = Signal(object)  # RegisterRow
    locking = Signal()
    late_visit_wanted = Signal(object, str)

    def __init__(
        self, reception: Reception, runner: TaskRunner, parent: QWidget, settings: WindowSettings
    ) -> None:
        """Make the page; rows are read when it is first shown."""
        super().__init__(reception, parent, settings)
        self._reception = reception
        self._runner = runner
        self._told: int | None = None  # the visit whose story was asked for
        self._sought: int | None = None  # the visit to stand on again once its page is here
        self._source = RegisterSource(reception, runner, self)
        self.counts = FilterCounting(reception, runner, self.filters)
        self.life = LifecycleEntry(reception, runner, self)
        self._wire()

    @Slot()
    def verify(self) -> None:
        """Open the walk through the log."""
        dialog = LogVerificationDialog(self._reception, self._runner, self.window())
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    def _wire(self) -> None:
        self.filters.changed.connect(self.read)
        self.column_menu.changed.connect(self._show_columns)
        self.empty.new_visit_wanted.connect(self.new_visit_wanted)
        self.empty.import_wanted.connect(self.import_wanted)
        self.counts.came.connect(self._counted)
        self.counts.failed.connect(self._failed)
        self.verify_action.triggered.connect(self.verify)
        self.widened.connect(self._show_columns)
        self._source.ready.connect(self._ready)
        self._source.grown.connect(self._grown)
        self._source.failed.connect(self._failed)
        self.print_button.clicked.connect(self.print_book)
        self.new_button.clicked.connect(self.new_visit_wanted)
        self.model.page_arrived.connect(self._page_arrived)
        self.table.activated.connect(self._reopen)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.story.reveal_wanted.connect(self.reveal)
        self.story.life_button.clicked.connect(self.life.open)
        self.life.done.connect(self.read_again)
        self.life.failed.connect(self._failed)
        self.life.late_wanted.connect(self.late_visit_wanted)
        actions.create("search", self, self.seek)
        actions.create("reveal", self, self.reveal)
        actions.create("print", self, self.print_book)

    def entered(self) -> None:
        """Read the register anew and put the focus into the table."""
        self.filters.set_days(*days_now(self._reception))
        self.read_again()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def about_to_lock(self) -> None:
        """Let what was opened from here go off the screen."""
        self.locking.emit()

    @Slot()
    def read(self) -> None:
        """Read what the filters choose."""
        self._sought = None
        self.await_rows()
        self._source.show(self.filters.chosen())
        self.header.set_subtitle(self.filters.told(None, self.wide))

    @Slot()
    def read_again(self) -> None:
        """Read the same rows anew and stay on the same visit; the newest row stays the newest."""
        sought = self._told if self.table.current_row() > 0 else None
        self.read()
        self._sought = sought

    def show_visit(self, visit_id: int) -> None:
        """Show every visit and stand on one of them, its story beside it."""
        self.filters.drop()
        self._sought = visit_id

    @Slot()
    def seek(self) -> None:
        """Put the focus into the search field."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    @Slot()
    def print_book(self) -> None:
        """Ask for the book of the days that are shown."""
        self.print_book_wanted.emit(*self.filters.period())

    @Slot()
    def reveal(self) -> None:
        """Ask to open the identity of the visit one stands on (F9)."""
        row = self.model.row_at(self.table.current_row())
        if row is not None:
            self.reveal_wanted.emit(row)

    @Slot()
    def tell_again(self) -> None:
        """Read the story anew: something happened to its visit."""
        self._told = None
        self._show(self.table.current_row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the search, leaves it, closes the story; an empty page gives all back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filters.search.hasFocus() and self.filters.search.text():
            self.filters.search.clear()
        elif self.filters.search.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.empty.isVisible() and self.filters.filtering():
            self.filters.drop()
        else:
            self.story.hide()

    @Slot()
    def _show_columns(self) -> None:
        """Show the columns chosen; the row one stands on stays."""
        row = self.table.current_row()
        self.model.set_columns(columns(self.wide, self.column_menu.chosen()))
        self.table.set_paged_model(self.model)
        if row >= 0:
            self.table.selectRow(row)

    @Slot()
    def _ready(self) -> None:
        total = self._source.total()
        self.skeleton.end()
        self.banner.hide()
        self.model.set_source(self._source)
        self._show_count()
        self.show_empty(total == 0)
        self.foot.say("")
        self.story.hide()
        self._told = None
        if self._sought is not None:
            self._seek()
        elif total:
            self.table.selectRow(0)
        self.counts.ask()

    @Slot()
    def _counted(self) -> None:
        self._show_count()
        if self.empty.isVisible():
            self.empty.tell()

    @Slot()
    def _grown(self) -> None:
        self.model.grow()
        self._show_count()
        self._show(self.table.current_row())
        if self._sought is not None:
            self._seek()

    def _show_count(self) -> None:
        known = self._source.total() if self._source.complete else None
        self.header.set_subtitle(self.filters.told(known, self.wide))

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

    @Slot(object)
    def _failed(self, error: ReceptionError) -> None:
        self.skeleton.end()
        self.banner.say("", error_sentence(error), "error")
        self.banner.show()

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._show(current.row())

    @Slot(QModelIndex)
    def _reopen(self, index: QModelIndex) -> None:
        """Enter brings back a story that was closed."""
        self._told = None
        self._show(index.row())

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
        self.foot.say(words.format(row=shown.number(place + 1), total=total))
        self._read_story(row)  # type: ignore[arg-type]

    def _read_story(self, row: RegisterRow) -> None:
        if row.visit_id == self._told:
            return
        self._told = row.visit_id
        self._runner.run(self._reception.register.story, row.visit_id, then=self._story_read)

    @Slot(object)
    def _story_read(self, story: VisitStory | None) -> None:
        if story is not None:
            self.life.tell(story.row.visit_id)
            self.story.show_story(story)
            self.story.show()
            self.place_story()
