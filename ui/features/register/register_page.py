"""The widgets of the register: header, filters, table or empty page, and the story beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception.domain.errors import ReceptionError
from reception.messages.catalogue import error_sentence
from ui.appearance.theme import theme
from ui.appearance.window_settings import WindowSettings
from ui.features.register.empty_register import EmptyRegister
from ui.features.register.filter_row import FilterRow
from ui.features.register.more_button import MoreButton
from ui.features.register.story_action import StoryAction
from ui.features.register.story_panel import StoryPanel
from ui.features.register.visit_table import VisitTable
from ui.models.register_rows import RegisterSource
from ui.widgets.banner import Banner
from ui.widgets.data_table_delegate import ROW_HEIGHT
from ui.widgets.page_header import PageHeader
from ui.widgets.push_button import PushButton
from ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from reception.services.register.visit_story import VisitStory

translate = QCoreApplication.translate
_BESIDE_MIN_WIDTH = 1120  # on a narrower page the story overlaps the table (window of 1180)
_WIDE_MIN_WIDTH = 1380  # from this width of the page, three more columns fit (window of 1600)
_SKELETON_ROWS = 8


class RegisterPage(QWidget):
    """Holds the widgets; ``RegisterScreen`` reads the visits and calls the ``show_`` methods.

    Emits ``row_selected(row number)``, ``row_activated`` on Enter, ``rows_loaded`` when a page of
    rows has been read. Each other signal is emitted when the user asks for what its name says.
    """

    new_visit_wanted = Signal()
    import_wanted = Signal()
    report_wanted = Signal()
    verification_wanted = Signal()
    book_wanted = Signal()
    row_selected = Signal(int)
    row_activated = Signal()
    rows_loaded = Signal()

    def __init__(
        self,
        filter_days: tuple[date, date, int],
        settings: WindowSettings,
        story_actions: Sequence[StoryAction],
        parent: QWidget,
        *,
        may_import: bool,
    ) -> None:
        """``filter_days`` are the parameters of :meth:`FilterRow.set_days`, in order."""
        super().__init__(parent)
        self._is_wide = False
        self._build_header(settings, may_import=may_import)
        self._build_table(filter_days, may_import=may_import)
        self.story_panel = StoryPanel(story_actions, self)
        self.story_panel.hide()
        self._lay_out()
        self._wire()

    def _build_header(self, settings: WindowSettings, *, may_import: bool) -> None:
        self.header = PageHeader(translate("Register", "Register of visits"), self)
        print_text = translate("Register", "Print book (Mẫu 03/TCD)")
        self.print_button = PushButton(print_text, self, icon="printer", key="Ctrl+P")
        self.print_button.setObjectName("print_button")
        new_text = translate("Register", "New visit")
        self.new_button = PushButton(new_text, self, "primary", "plus", "Ctrl+N")
        self.new_button.setObjectName("new_button")
        self.more_button = MoreButton(settings, self, may_import=may_import)
        self.column_menu = self.more_button.column_menu
        self.header.add_at_right(self.more_button)
        self.header.add_at_right(self.print_button)
        self.header.add_at_right(self.new_button)

    def _build_table(self, filter_days: tuple[date, date, int], *, may_import: bool) -> None:
        self.filters = FilterRow(*filter_days, self)
        self.banner = Banner("error", self)
        self.banner.hide()
        self.visit_table = VisitTable(self.column_menu, self)
        self.table, self.model, self.footer = (
            self.visit_table.table,
            self.visit_table.model,
            self.visit_table.footer,
        )
        self.empty_register = EmptyRegister(self.filters, may_import, self)
        self.empty_register.hide()
        self.skeleton = Skeleton(self, _SKELETON_ROWS, ROW_HEIGHT)
        self.skeleton.hide()

    def _lay_out(self) -> None:
        table_column = QVBoxLayout()
        table_column.addWidget(self.visit_table, 1)
        table_column.addWidget(self.empty_register, 1)
        self._body = body = QHBoxLayout()
        body.setSpacing(theme().px(14))
        body.addLayout(table_column, 1)
        body.addWidget(self.story_panel)
        inner = QVBoxLayout()
        margin = theme().px(20)
        inner.setContentsMargins(margin, 0, margin, theme().px(12))
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
        self.more_button.report_wanted.connect(self.report_wanted)
        self.more_button.import_wanted.connect(self.import_wanted)
        self.more_button.verification_wanted.connect(self.verification_wanted)
        self.print_button.clicked.connect(self.book_wanted)
        self.new_button.clicked.connect(self.new_visit_wanted)
        self.empty_register.new_visit_wanted.connect(self.new_visit_wanted)
        self.empty_register.import_wanted.connect(self.import_wanted)
        self.model.page_loaded.connect(self.rows_loaded)
        self.table.activated.connect(self.row_activated)
        self.visit_table.row_selected.connect(self.row_selected)

    def row_count(self) -> int:
        return self.model.rowCount()

    @Slot()
    def focus_search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def show_reading(self) -> None:
        """Show grey rows if reading takes longer than the delay of the skeleton."""
        if self.empty_register.isVisible():
            self.skeleton.start(self.empty_register, framed=True)
        else:
            self.skeleton.start(self.table.viewport())

    def show_rows(self, source: RegisterSource) -> None:
        """Replace the rows, none selected; without rows, show the reason why there are none."""
        self.skeleton.stop()
        self.banner.hide()
        self.model.set_source(source)
        self._show_table_or_empty_page(source.total() == 0)
        self.footer.set_position("")
        self.story_panel.hide()

    def show_count(self, total: int | None) -> None:
        """Show in the header how many visits there are; None while they are being counted."""
        self.header.set_subtitle(self.filters.summary(total, self._is_wide))

    def show_story(self, story: VisitStory) -> None:
        self.story_panel.show_story(story)
        self.story_panel.show()
        self._place_story()

    @Slot(object)
    def show_error(self, error: ReceptionError) -> None:
        """Show why reading failed; the rows that were read before stay."""
        self.skeleton.stop()
        self.banner.show_message("", error_sentence(error), "error")
        self.banner.show()

    def show_empty_reason(self) -> None:
        """Update the text of the empty page with the new counts, if it is shown."""
        if self.empty_register.isVisible():
            self.empty_register.show_reason()

    def _show_table_or_empty_page(self, is_empty: bool) -> None:
        """Show the table, or the empty page in its place; keep the focus inside this page."""
        had_focus = self.table.hasFocus()
        if is_empty:
            self.empty_register.show_reason()
        self.visit_table.setVisible(not is_empty)
        self.empty_register.setVisible(is_empty)
        # A page has one primary button only, and the empty page has its own.
        self.new_button.set_kind("secondary" if is_empty else "primary")
        if had_focus and is_empty:
            button = self.empty_register.first_button
            (button if button.isVisible() else self.filters.search).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the search, else leaves it, else clears the filters, else hides the story.

        The filters are cleared by Esc only while they show no visit.
        """
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filters.search.hasFocus() and self.filters.search.text():
            self.filters.search.clear()
        elif self.filters.search.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.empty_register.isVisible() and self.filters.is_filtering():
            self.filters.clear_filters()
        else:
            self.story_panel.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more columns and a wider story if the page is wide enough."""
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_WIDE_MIN_WIDTH)
        self._place_story()
        if wide != self._is_wide:
            self._is_wide = wide
            self.visit_table.set_wide(wide)
            self.story_panel.set_wide(wide)

    def _place_story(self) -> None:
        """Place the story beside the table on a wide page, over its right part on a narrow one."""
        overlaps = self.width() < theme().px(_BESIDE_MIN_WIDTH)
        self.footer.set_shortcuts_hidden(overlaps)
        is_beside = self._body.indexOf(self.story_panel) >= 0
        if overlaps == is_beside:
            if overlaps:
                self._body.removeWidget(self.story_panel)
            else:
                self._body.addWidget(self.story_panel)
        if overlaps:
            covered = self.visit_table if self.visit_table.isVisible() else self.empty_register
            corner = covered.mapTo(self, covered.rect().topRight())
            width = min(self.story_panel.width(), covered.width())
            self.story_panel.setGeometry(
                corner.x() - width + 1, corner.y(), width, covered.height()
            )
            self.story_panel.raise_()
