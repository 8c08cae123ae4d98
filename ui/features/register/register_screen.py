"""The screen of the register: reads the visits, newest first, and shows them by pseudonym."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from reception.domain.petition import PetitionKind
from reception.domain.staff import Right
from ui.appearance.window_settings import WindowSettings
from ui.database_thread.task_runner import TaskRunner
from ui.features.audit.verification_dialog import LogVerificationDialog
from ui.features.printing.print_flow import PrintFlow
from ui.features.register.filter_counting import FilterCounting
from ui.features.register.hand_over_flow import HandOverFlow
from ui.features.register.lifecycle_flow import LifecycleFlow
from ui.features.register.register_page import RegisterPage
from ui.features.register.story_action import StoryAction
from ui.models.paged_table_model import PAGE_SIZE
from ui.models.register_rows import RegisterSource
from ui.shell import actions
from ui.shell.screen import Screen
from ui.widgets.fill_layout import fill_with

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.services.register.register_row import RegisterRow
    from reception.services.register.visit_story import VisitStory

translate = QCoreApplication.translate


class RegisterScreen(Screen):
    """Reads the visits for its page; other screens and dialogs are requested by signals.

    Emits ``print_book_wanted(since, until)``, ``reveal_wanted(RegisterRow)``,
    ``remake_wanted(visit id)`` for a denouncer's copy, ``late_entry_wanted(LateEntry, mode)``, and
    ``locking`` when the window is about to lock.
    """

    new_visit_wanted = Signal()
    import_wanted = Signal()
    print_book_wanted = Signal(object, object)
    reveal_wanted = Signal(object)
    remake_wanted = Signal(object)
    locking = Signal()
    late_entry_wanted = Signal(object, str)

    def __init__(
        self,
        reception: Reception,
        runner: TaskRunner,
        parent: QWidget,
        settings: WindowSettings,
        print_flow: PrintFlow,
    ) -> None:
        """Rows are read when the screen is first entered."""
        super().__init__(parent)
        self._reception = reception
        self._runner = runner
        self._print_flow = print_flow
        self._story_visit_id: int | None = None  # the visit whose story was read last
        self._wanted_visit_id: int | None = None  # the visit to select once its page is read
        may_import = reception.session.may(Right.IMPORT)
        self.lifecycle = LifecycleFlow(reception, runner, self)
        self.hand_over = HandOverFlow(reception, runner, self)
        self.page = RegisterPage(
            _filter_days(reception), settings, self._story_actions(), self, may_import=may_import
        )
        fill_with(self, self.page)
        self._source = RegisterSource(reception, runner, self)
        self.filter_counting = FilterCounting(reception, runner, self.page.filters)
        self._wire()

    def _story_actions(self) -> tuple[StoryAction, ...]:
        """Return the actions of the story panel: one row for each button, from the top."""
        return (
            StoryAction(
                "reveal_button",
                translate("Register", "Open"),
                "",
                self.reveal_visit,
                shortcut_id="reveal",
                on_seal=True,
            ),
            StoryAction(
                "lifecycle_button",
                translate("Register", "Correct, answer, void …"),
                "pen-line",
                self.lifecycle.open_for,
                shortcut_id="visit.lifecycle",
            ),
            StoryAction(
                "hand_over_button",
                translate("Register", "Hand on to read …"),
                "eye",
                self.hand_over.open_for,
                shortcut_id="visit.hand_on",
                is_offered=self.hand_over.is_offered,
            ),
            StoryAction(
                "remake_copy_button",
                translate("Register", "Citizen's copy again …"),
                "rotate-ccw",
                self._request_remake,
                shortcut_id="copy.remake",
                is_offered=_has_copy_made_again_here,
            ),
        )

    def _request_remake(self, story: VisitStory) -> None:
        self.remake_wanted.emit(story.row.visit_id)

    @Slot()
    def remake_copy(self) -> None:
        """Ask for the citizen's copy of the visit shown (Alt+G), if it is made again here."""
        self.page.story_panel.press("remake_copy_button")

    def _wire(self) -> None:
        page = self.page
        page.new_visit_wanted.connect(self.new_visit_wanted)
        page.import_wanted.connect(self.import_wanted)
        page.report_wanted.connect(self._print_flow.print_report)
        page.verification_wanted.connect(self.verify)
        page.book_wanted.connect(self.print_book)
        page.filters.changed.connect(self.read_visits)
        page.row_selected.connect(self._show_row)
        page.row_activated.connect(self.reload_story)
        page.rows_loaded.connect(self._show_loaded_rows)
        self.filter_counting.counted.connect(self._show_filter_counts)
        self.filter_counting.failed.connect(page.show_error)
        self._source.first_page_loaded.connect(self._show_first_rows)
        self._source.rows_counted.connect(self._extend_rows)
        self._source.failed.connect(page.show_error)
        self.lifecycle.visit_changed.connect(self.reload)
        self.lifecycle.failed.connect(page.show_error)
        self.hand_over.changed.connect(self.reload)
        self.hand_over.failed.connect(page.show_error)
        self.lifecycle.late_entry_wanted.connect(self.late_entry_wanted)
        actions.create("search", self, page.focus_search)
        actions.create("reveal", self, self.reveal)
        actions.create("copy.remake", self, self.remake_copy)
        actions.create("print", self, self.print_book)

    def on_entered(self) -> None:
        """Read the register again and put the focus into the table."""
        self.page.filters.set_days(*_filter_days(self._reception))
        self.reload()
        self.page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def about_to_lock(self) -> None:
        """Close everything that was opened from here."""
        self.locking.emit()

    @Slot()
    def read_visits(self) -> None:
        """Read the visits that the filters choose."""
        self._wanted_visit_id = None
        self.page.show_reading()
        self._source.load(self.page.filters.chosen_filter())
        self.page.show_count(None)

    @Slot()
    def reload(self) -> None:
        """Read the same visits again; the selected one stays selected unless it was the newest."""
        selected_visit_id = self._story_visit_id if self.page.table.current_row() > 0 else None
        self.read_visits()
        self._wanted_visit_id = selected_visit_id

    def show_visit(self, visit_id: int) -> None:
        """Clear the filters, select one visit and show its story."""
        self.page.filters.clear_filters()
        self._wanted_visit_id = visit_id

    @Slot()
    def reload_story(self) -> None:
        """Read the story of the selected visit and show it, even if the panel was closed."""
        self._story_visit_id = None
        self._show_row(self.page.table.current_row())

    @Slot()
    def print_book(self) -> None:
        """Ask for the register book of the days shown (Ctrl+P)."""
        self.print_book_wanted.emit(*self.page.filters.book_days())

    @Slot()
    def reveal(self) -> None:
        """Ask to open the identity of the selected visit (F9)."""
        row = self.page.model.row_at(self.page.table.current_row())
        if row is not None:
            self.reveal_wanted.emit(row)

    def reveal_visit(self, story: VisitStory) -> None:
        """Ask to open the identity of the visit of a story."""
        self.reveal_wanted.emit(story.row)

    @Slot()
    def verify(self) -> None:
        """Open the dialog that verifies the log and every record."""
        dialog = LogVerificationDialog(self._reception, self._runner, self.window())
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _show_first_rows(self) -> None:
        self.page.show_rows(self._source)
        self._show_count()
        self._story_visit_id = None
        if self._wanted_visit_id is not None:
            self._select_wanted_visit()
        elif self._source.total():
            self.page.table.selectRow(0)
        self.filter_counting.count()

    @Slot()
    def _extend_rows(self) -> None:
        self.page.model.append_new_rows()
        self._show_count()
        self._show_loaded_rows()

    @Slot()
    def _show_filter_counts(self) -> None:
        self._show_count()
        self.page.show_empty_reason()

    def _show_count(self) -> None:
        self.page.show_count(self._known_total())

    def _known_total(self) -> int | None:
        return self._source.total() if self._source.complete else None

    @Slot()
    def _show_loaded_rows(self) -> None:
        if self._wanted_visit_id is not None:
            self._select_wanted_visit()
        self._show_row(self.page.table.current_row())

    def _select_wanted_visit(self) -> None:
        """Select the wanted visit, or the next older one, if its page is read already."""
        if not self._source.complete:
            return
        wanted_id = self._wanted_visit_id or 0
        start = self._source.first_row_of_page(wanted_id)
        end = min(start + PAGE_SIZE, self.page.row_count())
        rows = [self.page.model.row_at(index) for index in range(start, end)]
        if not rows or rows[0] is None:
            return
        # Newest first: the first row whose id is not larger is the visit or the next older one.
        matches = [index for index, row in enumerate(rows) if row.visit_id <= wanted_id]  # type: ignore[attr-defined]
        self._wanted_visit_id = None
        self.page.visit_table.select_row(start + (matches[0] if matches else len(rows) - 1))

    @Slot(int)
    def _show_row(self, row_number: int) -> None:
        row = self.page.model.row_at(row_number) if row_number >= 0 else None
        if row is not None:
            self.page.visit_table.show_position(row_number, self._known_total())
            self._read_story(row)  # type: ignore[arg-type]

    def _read_story(self, row: RegisterRow) -> None:
        if row.visit_id == self._story_visit_id:
            return
        self._story_visit_id = row.visit_id
        self._runner.run(self._reception.register.story, row.visit_id, then=self._show_story)

    @Slot(object)
    def _show_story(self, story: VisitStory | None) -> None:
        if story is not None:
            self.lifecycle.set_visit(story.row.visit_id)
            self.hand_over.set_story(story)
            self.page.show_story(story)


def _has_copy_made_again_here(story: VisitStory) -> bool:
    """Tell whether a citizen's copy is made again without a reveal: of who is protected."""
    row = story.row
    is_protected = row.protection or row.kind == PetitionKind.DENUNCIATION.value
    return is_protected and not row.voided and row.progress != "refused"


def _filter_days(reception: Reception) -> tuple[date, date, int]:
    """Return the parameters of ``FilterRow.set_days``, in order."""
    today = reception.session.today()
    due_soon_until = reception.office_calendar.last_day_due_soon()
    return today, due_soon_until, reception.session.settings().month_starts_on
