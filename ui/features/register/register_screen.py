"""The register: reads visits, newest first, and shows them by pseudonym on its page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.staff import Right
from ui.appearance.window_settings import WindowSettings
from ui.database_thread.task_runner import TaskRunner
from ui.features.audit.verification_dialog import LogVerificationDialog
from ui.features.register.filter_counting import FilterCounting
from ui.features.register.lifecycle_entry import LifecycleEntry
from ui.features.register.register_page import RegisterPage
from ui.models.paged_table import PAGE
from ui.models.register_rows import RegisterSource
from ui.shell import actions
from ui.widgets.fill_layout import fill_with

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register.register import RegisterRow, VisitStory


class RegisterScreen(QWidget):
    """Reads the visits for its page; everything outside the register is requested by a signal.

    ``print_book_wanted(since, until)``; ``reveal_wanted(RegisterRow)``;
    ``late_visit_wanted(LateEntry, mode)``; ``locking`` when the window is about to lock.
    """

    new_visit_wanted = Signal()
    import_wanted = Signal()
    report_wanted = Signal()
    print_book_wanted = Signal(object, object)
    reveal_wanted = Signal(object)
    locking = Signal()
    late_visit_wanted = Signal(object, str)

    def __init__(
        self, reception: Reception, runner: TaskRunner, parent: QWidget, settings: WindowSettings
    ) -> None:
        """Rows are read when the screen is first entered."""
        super().__init__(parent)
        self._reception = reception
        self._runner = runner
        self._story_visit: int | None = None  # key of the visit whose story was read last
        self._wanted_visit: int | None = None  # key of the visit to select once its page is read
        may_import = reception.session.may(Right.IMPORT)
        self.page = RegisterPage(_dates(reception), settings, self, may_import=may_import)
        fill_with(self, self.page)
        self._source = RegisterSource(reception, runner, self)
        self.counts = FilterCounting(reception, runner, self.page.filters)
        self.lifecycle = LifecycleEntry(reception, runner, self)
        self._wire()

    def _wire(self) -> None:
        page = self.page
        page.new_visit_wanted.connect(self.new_visit_wanted)
        page.import_wanted.connect(self.import_wanted)
        page.report_wanted.connect(self.report_wanted)
        page.verification_wanted.connect(self.verify)
        page.book_wanted.connect(self.print_book)
        page.reveal_wanted.connect(self.reveal)
        page.lifecycle_wanted.connect(self.lifecycle.open)
        page.filters.changed.connect(self.read)
        page.row_selected.connect(self._show_row)
        page.row_activated.connect(self.reload_story)
        page.rows_loaded.connect(self._rows_loaded)
        self.counts.counted.connect(self._counted)
        self.counts.failed.connect(page.show_error)
        self._source.ready.connect(self._ready)
        self._source.counted.connect(self._grown)
        self._source.failed.connect(page.show_error)
        self.lifecycle.done.connect(self.reload)
        self.lifecycle.failed.connect(page.show_error)
        self.lifecycle.late_wanted.connect(self.late_visit_wanted)
        actions.create("search", self, page.focus_search)
        actions.create("reveal", self, self.reveal)
        actions.create("print", self, self.print_book)

    def entered(self) -> None:
        """Read the register again and put the focus into the table."""
        self.page.filters.set_days(*_dates(self._reception))
        self.reload()
        self.page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def about_to_lock(self) -> None:
        """Close everything that was opened from here."""
        self.locking.emit()

    @Slot()
    def read(self) -> None:
        """Read the visits that the filters choose."""
        self._wanted_visit = None
        self.page.show_reading()
        self._source.show(self.page.filters.chosen())
        self.page.show_count(None)

    @Slot()
    def reload(self) -> None:
        """Read the same visits again; the selected one stays selected unless it was the newest."""
        wanted = self._story_visit if self.page.table.current_row() > 0 else None
        self.read()
        self._wanted_visit = wanted

    def show_visit(self, visit_id: int) -> None:
        """Drop the filters and select one visit, its story beside it."""
        self.page.filters.clear_filters()
        self._wanted_visit = visit_id

    @Slot()
    def reload_story(self) -> None:
        """Read the story of the selected visit again, also after it was closed."""
        self._story_visit = None
        self._show_row(self.page.table.current_row())

    @Slot()
    def print_book(self) -> None:
        """Ask for the register book of the days shown (Ctrl+P)."""
        self.print_book_wanted.emit(*self.page.filters.period())

    @Slot()
    def reveal(self) -> None:
        """Ask to open the identity of the selected visit (F9)."""
        row = self.page.model.row_at(self.page.table.current_row())
        if row is not None:
            self.reveal_wanted.emit(row)

    @Slot()
    def verify(self) -> None:
        """Verify the log and every record."""
        dialog = LogVerificationDialog(self._reception, self._runner, self.window())
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _ready(self) -> None:
        self.page.show_rows(self._source)
        self._show_count()
        self._story_visit = None
        if self._wanted_visit is not None:
            self._select_wanted()
        elif self._source.total():
            self.page.table.selectRow(0)
        self.counts.count()

    @Slot()
    def _grown(self) -> None:
        self.page.model.extend()
        self._show_count()
        self._rows_loaded()

    @Slot()
    def _counted(self) -> None:
        self._show_count()
        self.page.show_empty_reason()

    def _show_count(self) -> None:
        self.page.show_count(self._known_total())

    def _known_total(self) -> int | None:
        return self._source.total() if self._source.complete else None

    @Slot()
    def _rows_loaded(self) -> None:
        if self._wanted_visit is not None:
            self._select_wanted()
        self._show_row(self.page.table.current_row())

    def _select_wanted(self) -> None:
        """Select the wanted visit, or the next older one, as soon as its page is read."""
        if not self._source.complete:
            return
        wanted = self._wanted_visit or 0
        first = self._source.page_of(wanted)
        last = min(first + PAGE, self.page.row_count())
        rows = [self.page.model.row_at(index) for index in range(first, last)]
        if not rows or rows[0] is None:
            return
        older = [index for index, row in enumerate(rows) if row.visit_id <= wanted]  # type: ignore[attr-defined]
        self._wanted_visit = None
        self.page.card.select(first + (older[0] if older else len(rows) - 1))

    @Slot(int)
    def _show_row(self, row_number: int) -> None:
        row = self.page.model.row_at(row_number) if row_number >= 0 else None
        if row is not None:
            self.page.card.show_position(row_number, self._known_total())
            self._read_story(row)  # type: ignore[arg-type]

    def _read_story(self, row: RegisterRow) -> None:
        if row.visit_id == self._story_visit:
            return
        self._story_visit = row.visit_id
        self._runner.run(self._reception.register.story, row.visit_id, then=self._story_read)

    @Slot(object)
    def _story_read(self, story: VisitStory | None) -> None:
        if story is not None:
            self.lifecycle.set_visit(story.row.visit_id)
            self.page.show_story(story)


def _dates(reception: Reception) -> tuple[date, date, int]:
    """Return today, the last day due soon, and the day of the month on which periods begin."""
    today = reception.session.today()
    soon = reception.office_calendar.soon_until()
    return today, soon, reception.session.settings().month_starts_on
